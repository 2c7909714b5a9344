// What an e-mail address tells about who reads it, by its words and its domain; names are not known here, but for the words that would
// excuse an address ("sales.oliveira@" of Sales Oliveira).
import { comparableName } from './comparable-name.ts'
import { isCommonGivenName } from './given-names.ts'
import {
  everybodyWords,
  glueWords,
  houseWords,
  listDomains,
  listEnds,
  listStarts,
  marketingDomains,
  robotWords,
  roleWords,
  silentWords,
  strongRobotWords,
} from './role-words.ts'

/** `everybody`: a distribution list; `exchange`: an X.500 name. */
export type AddressKind = 'personal' | 'role' | 'robot' | 'list' | 'everybody' | 'exchange'

/** An X.500 name, as Exchange writes it where an address is expected. */
const exchangeName = /^(?:ex:|x500:|imceaex-)?\/?(?:o|ou|cn)=.*(?:\/|_)(?:cn|ou)=|^imceaex-/iu

/** Whether the text is an X.500 name, which leads nowhere outside its company. */
export const isExchangeName = (text: string) => text.length <= longest && exchangeName.test(text)

/** Longer ones are no addresses; X.500 names may have several hundred characters. */
const longest = 1000

const taggedRobots =
  /^(?:re(?:ply|plies)?|support|help|notifications?|comments?|tickets?|cases?|conversations?|inbound|bounces?|msg|messages?|unsubscribe|verp|r|n|issues?|tasks?|incoming|feedback|case|sr|post)$/u

/**
 * The kind of one address. `nameWords` are the folded words of the person's name: an address made of two of them, or of an initial and
 * one of them, is personal whatever the words mean.
 */
export function addressKind(address: string, nameWords: readonly string[]): AddressKind {
  if (address.length > longest) return 'personal'
  if (exchangeName.test(address)) return 'exchange'
  const at = address.lastIndexOf('@')
  if (at < 1) return 'personal'
  const local = comparableLocal(address.slice(0, at))
  const domain = address.slice(at + 1).toLowerCase()
  const [base = '', ...tags] = local.split('+')
  const tag = tags.join('+')
  const words = wordsOf(base)
  if (isSilent(words)) return 'robot'
  if (isTokenAddress(base, tag, words)) return 'robot'
  const labels = domain.split('.')
  const atList = labels.slice(0, -1).some((label) => listDomains.has(label))
  if (isNamed(base, words, nameWords, labels) && (!atList || nameWords.some(isCommonGivenName))) return 'personal'
  if (atList && words.some((word) => nameWords.includes(word) && isCommonGivenName(word))) return 'personal'
  if (atList || isListAddress(base, tag)) return 'list'
  const kind = wordsKind(words)
  if (kind !== 'personal') return kind
  const campaign = labels.slice(0, -2).some((label) => marketingDomains.has(label))
  if (campaign && !(words.length > 1 && isCommonGivenName(words[0] ?? ''))) return 'robot'
  return 'personal'
}

const comparableLocal = (local: string) =>
  local
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f"']/gu, '')

const wordsOf = (base: string) => base.split(/[^\p{L}\p{M}]+/u).filter((word) => word !== '')

/** A silent word may be cut anywhere ("ne_pas.repondre") but begins where a word begins. */
function isSilent(words: readonly string[]): boolean {
  return words.some((word, index) => {
    const behind = words.slice(index).join('')
    return silentWords.some((silent) => behind.startsWith(silent) || (word.length > silent.length && word.endsWith(silent)))
  })
}

/** "reply+a8f3c99d@", "bounce-483923-7@", "msg-prs=jean=x.example@", long strings of digits and letters: written for one mail. */
function isTokenAddress(base: string, tag: string, words: readonly string[]): boolean {
  if (base.includes('=') || tag.includes('=')) return true
  const [word = ''] = words
  const office = words.length === 1 && (taggedRobots.test(word) || robotWords.has(word) || roleWords.has(word))
  if (tag !== '' && office && (/\d/u.test(tag) || tag.length >= 8)) return true
  if (office && /[._-]?\d{4,}$/u.test(base)) return true
  if (/^[a-z]{1,3}-\d{4,}-[a-z0-9]{3,}$/u.test(base)) return true
  if (/^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/u.test(base)) return true
  if (/^[0-9a-z]{20,}$/u.test(base) && (base.match(/\d+/gu) ?? []).length >= 3) return true
  return /[._+-][0-9a-z]{16,}$/u.test(base) && (base.match(/\d/gu) ?? []).length >= 3
}

/** Made of the person's own name: at least two of its words, or an initial and a word, none of them a label of the domain only. */
function isNamed(base: string, words: readonly string[], nameWords: readonly string[], labels: readonly string[]): boolean {
  if (nameWords.length < 2) return false
  const house = new Set(labels.slice(0, -1).flatMap((label) => label.split('-')))
  const own = nameWords.filter((word) => !house.has(word) && !glueWords.has(word))
  const telling = own.filter((word) => !isOfficeWord(word))
  if (telling.length === 0) return false
  const found = words.filter((word) => nameWords.includes(word))
  if (found.length >= 2) return true
  const initials = nameWords.map((word) => word[0])
  if (found.length === 1 && words.length === 2 && words.some((word) => word.length === 1 && initials.includes(word))) return true
  const compact = base.replace(/[^\p{L}]/gu, '')
  return nameWords.some((one) =>
    nameWords.some((other) => one !== other && (compact === one + other || compact === (one[0] ?? '') + other) && compact.length > 3),
  )
}

function isListAddress(base: string, tag: string): boolean {
  if (listEnds.some((end) => base.endsWith(end) && base.length > end.length)) return true
  if (listStarts.some((start) => base.startsWith(start) && base.length > start.length)) return true
  return /^(?:un)?subscribe|^(?:help|leave|join|owner|bounces|request)$/u.test(tag)
}

function wordsKind(words: readonly string[]): AddressKind {
  if (words.length === 0) return 'personal'
  const joined = words.join('')
  const known = (word: string) => robotWords.has(word) || roleWords.has(word) || glueWords.has(word) || houseWords.has(word)
  if (
    everybodyWords.has(joined) ||
    (words.length > 1 && everybodyWords.has(words[0] ?? '') && words.slice(1).every((word) => known(word) || everybodyWords.has(word)))
  )
    return 'everybody'
  const everybody = words.length > 1 && /^(?:tous|toutes|all|alle|todos|tutti|everyone|iedereen)$/u.test(words[0] ?? '')
  if (everybody && !isCommonGivenName(words.at(-1) ?? '')) return 'everybody'
  if (robotWords.has(joined) || words.some((word) => strongRobotWords.has(word))) return 'robot'
  if (roleWords.has(joined) || houseWords.has(joined) || isCompound(joined)) return 'role'
  const telling = words.filter((word) => !glueWords.has(word))
  if (telling.length > 0 && telling.every(known)) return telling.some((word) => robotWords.has(word)) ? 'robot' : 'role'
  // "info.paris", "contact-presse", "acme-support": an office of somewhere or something, unless the other word is somebody.
  const [first = '', last = ''] = [words[0], words.at(-1)]
  const somebody = words.some((word) => word.length === 1 || isCommonGivenName(word))
  return !somebody && words.length > 1 && (surelyRole.has(first) || surelyRole.has(last)) ? 'role' : 'personal'
}

/** Two offices' words written as one: "pressoffice", "servicecommunication". */
function isCompound(word: string): boolean {
  for (let cut = 4; cut <= word.length - 4; cut += 1) if (isOfficeWord(word.slice(0, cut)) && isOfficeWord(word.slice(cut))) return true
  return false
}

/** Words of offices that nobody is called. */
const surelyRole: ReadonlySet<string> = new Set(
  'info infos contact kontakt contacto contato support helpdesk service services sales billing facturation facture secretariat accueil reception recrutement admin webmaster reservation reservations newsletter comptabilite compta sav vente ventes press presse alerte alertes alert suivi commande commandes order confirmation account livraison notification rappel messagerie office equipe team ufficio kundenservice'.split(
    ' ',
  ),
)

/** Whether the folded word is one by which an office or a machine is called. */
export function isOfficeWord(folded: string): boolean {
  return roleWords.has(folded) || robotWords.has(folded) || everybodyWords.has(folded)
}

/** Folded words of a name, without the marks between them. */
export function nameWordsOf(name: string): string[] {
  return comparableName(name.slice(0, longest).replace(/(?<![\p{L}])[ldLD]['’](?=\p{L})/gu, ' '))
    .split(' ')
    .filter((word) => word !== '')
}
