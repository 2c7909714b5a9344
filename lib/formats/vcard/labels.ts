// What TYPE words and Apple's labels say: a place, a kind of telephone, or a word of the person's own. Apple wraps its own words
// (`_$!<HomeFAX>!$_`) and leaves those of the person bare; French ones appear bare as well, because some programs translate them.
import type { PhoneKind, Place, RelationDraft, UrlKind } from '../draft.ts'

const places = new Map<string, Place>([
  ['work', 'work'],
  ['business', 'work'],
  ['home', 'home'],
  ['other', 'other'],
  ['travail', 'work'],
  ['bureau', 'work'],
  ['professionnel', 'work'],
  ['domicile', 'home'],
  ['maison', 'home'],
  ['personnel', 'home'],
  ['autre', 'other'],
])

const phoneKinds = new Map<string, PhoneKind>([
  ['voice', 'voice'],
  ['phone', 'voice'],
  ['cell', 'mobile'],
  ['mobile', 'mobile'],
  ['portable', 'mobile'],
  ['iphone', 'mobile'],
  ['fax', 'fax'],
  ['facsimile', 'fax'],
  ['pager', 'pager'],
  ['car', 'car'],
  ['telex', 'telex'],
  ['x-telex', 'telex'],
  ['tlx', 'telex'],
  ['textphone', 'tty'],
  ['tty', 'tty'],
  ['tty-tdd', 'tty'],
  ['x-tty', 'tty'],
])

const urlKinds = new Map<string, UrlKind>([
  ['profile', 'profile'],
  ['work', 'work'],
  ['home', 'home'],
  ['homepage', 'home'],
  ['home page', 'home'],
  ['blog', 'blog'],
  ['portfolio', 'portfolio'],
  ['company', 'company'],
  ['feed', 'feed'],
  ['calendar', 'calendar'],
  ['other', 'other'],
])

const relations = new Map<string, RelationDraft['kind']>([
  ['spouse', 'spouse'],
  ['husband', 'spouse'],
  ['wife', 'spouse'],
  ['conjoint', 'spouse'],
  ['child', 'child'],
  ['son', 'child'],
  ['daughter', 'child'],
  ['enfant', 'child'],
  ['parent', 'parent'],
  ['father', 'parent'],
  ['mother', 'parent'],
  ['sibling', 'sibling'],
  ['brother', 'sibling'],
  ['sister', 'sibling'],
  ['assistant', 'assistant'],
  ['agent', 'assistant'],
  ['manager', 'manager'],
  ['x-manager', 'manager'],
  ['referred-by', 'referred-by'],
  ['referredby', 'referred-by'],
  ['x-referred-by', 'referred-by'],
  ['friend', 'friend'],
  ['partner', 'partner'],
  ['x-partner', 'partner'],
  ['domestic partner', 'partner'],
  ['other', 'other'],
])

/** Words that say nothing about place or kind and are no label either. */
const noise = new Set([
  '',
  'internet',
  'pref',
  'text',
  'x400',
  'msg',
  'video',
  'dom',
  'intl',
  'postal',
  'parcel',
  'uri',
  'main-number',
  'unknown',
  'x-unknown',
])

interface Meaning<Kind> {
  readonly place: Place
  readonly kind: Kind | undefined
  readonly label: string | undefined
}

/** Apple's word without its wrapping; `wrapped` tells that it is one of Apple's own. */
export function appleLabel(label: string): { readonly word: string; readonly wrapped: boolean } {
  const word = /^_\$!<([\s\S]*)>!\$_$/.exec(label)?.[1]
  return word === undefined ? { word: label, wrapped: false } : { word, wrapped: true }
}

/** Place and kind from TYPE words and the label; what is left is the label. `kinds` gives the words that mean a kind. */
function meaningOf<Kind>(types: readonly string[], label: string, kinds: ReadonlyMap<string, Kind>): Meaning<Kind> {
  let place: Place | undefined
  let kind: Kind | undefined
  let own: string | undefined
  for (const given of types) {
    // BlackBerry numbers them: "WORK2".
    const type = /^(?:work|home|other)\d$/.test(given) ? given.slice(0, -1) : given
    if (places.has(type)) place ??= places.get(type)
    else if (kinds.has(type)) kind = kind === undefined || type !== 'voice' ? kinds.get(type) : kind
    else if (!noise.has(type)) own ??= type.replace(/^x-(?:evolution-)?/, '')
  }
  const { word, wrapped } = appleLabel(label)
  if (word !== '') {
    const known = word.toLowerCase()
    const fax = /^(home|work|other)\s*fax$/.exec(known)?.[1]
    if (fax !== undefined && kinds.has('fax')) {
      place = places.get(fax)
      kind = kinds.get('fax')
    } else if (places.has(known)) place ??= places.get(known)
    else if (kinds.has(known)) kind ??= kinds.get(known)
    else own = wrapped ? known : word
  }
  return { place: place ?? 'other', kind, label: own }
}

const noKinds: ReadonlyMap<string, undefined> = new Map()

export const placeMeaning = (types: readonly string[], label: string): Meaning<undefined> => meaningOf(types, label, noKinds)
export const phoneMeaning = (types: readonly string[], label: string): Meaning<PhoneKind> => meaningOf(types, label, phoneKinds)

/** A web address has one kind; a place is one of them. */
export function urlMeaning(types: readonly string[], label: string): { readonly kind: UrlKind; readonly label: string | undefined } {
  const { word, wrapped } = appleLabel(label)
  let kind: UrlKind | undefined
  let own: string | undefined
  for (const type of types) {
    if (urlKinds.has(type) || places.has(type)) kind ??= urlKinds.get(type) ?? places.get(type)
    else if (!noise.has(type)) own ??= type.replace(/^x-(?:evolution-)?/, '')
  }
  const known = word.toLowerCase()
  if (word !== '' && (urlKinds.has(known) || places.has(known))) kind ??= urlKinds.get(known) ?? places.get(known)
  else if (word !== '') own = wrapped ? known : word
  return { kind: kind ?? (/linkedin|profil/i.test(own ?? '') ? 'profile' : 'other'), label: own }
}

/** The kind of a relation from TYPE words and the label; a label that is no kind stays. */
export function relationMeaning(
  types: readonly string[],
  label: string,
): { readonly kind: RelationDraft['kind']; readonly label: string | undefined } {
  const { word, wrapped } = appleLabel(label)
  const fromType = types.map((type) => relations.get(type)).find((kind) => kind !== undefined)
  const known = relations.get(word.toLowerCase())
  if (word !== '' && known !== undefined)
    return {
      kind: fromType ?? known,
      label: known.replace('-', '') === word.toLowerCase().replace('-', '') ? undefined : wrapped ? word.toLowerCase() : word,
    }
  const rest = types.find((type) => !relations.has(type) && !noise.has(type))
  return { kind: fromType ?? 'other', label: word !== '' ? (wrapped ? word.toLowerCase() : word) : rest }
}
