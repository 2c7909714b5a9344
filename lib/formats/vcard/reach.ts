// How a person is reached, from a card: e-mail, telephone, address, web, instant messaging, social profiles.
import type { AddressDraft, EmailDraft, HandleDraft, PhoneDraft, UrlDraft } from '../draft.ts'
import { cleanText } from '../people/clean.ts'
import { cleanEmail, isEmail } from '../people/emails.ts'
import { linkedInIdentity } from '../people/linkedin-identity.ts'
import { parsePhone, splitPhones } from '../people/phones.ts'
import { present } from '../present.ts'
import { phoneMeaning, placeMeaning, urlMeaning } from './labels.ts'
import { componentsOf, componentText, type Field, labelOf, type Making, rankOf, textOf } from './making.ts'
import { type Property, parameter } from './property.ts'
import { unescapeText } from './values.ts'

const email: Field = (making, property, card) => {
  const written = textOf(property, card)
  const pieces = written.split(/[;,\s]+/u).filter(Boolean)
  const addresses = pieces.length > 1 && pieces.every(isEmail) ? pieces.map(cleanEmail) : [cleanEmail(written)]
  if (!addresses.every(isEmail)) {
    if (/^\/o=|^ex:/i.test(written)) making.exchangeOnly = true
    else if (/[\p{L}\p{N}]/u.test(written)) making.warnings.push({ code: 'bad_email', line: property.line, detail: written.slice(0, 80) })
    return written === ''
  }
  const { place, label } = placeMeaning(property.types, labelOf(property, card))
  for (const address of addresses)
    making.emails.push(
      present<EmailDraft & { rank?: number }>({ address, place, label, preferred: undefined, rank: rankOf(property) || undefined }),
    )
  return true
}

const phone: Field = (making, property, card) => {
  const written = textOf(property, card).replace(/^tel:/i, '')
  if (written === '') return true
  const { place, kind, label } = phoneMeaning(property.types, labelOf(property, card))
  const told = /^\+[0-9]{5,15}$/.exec(parameter(property, 'X-ENTREGENT-E164'))?.[0]
  for (const one of told === undefined ? splitPhones(written) : [written]) {
    const { number, e164, extension } = parsePhone(one, card.country)
    making.phones.push(
      present<PhoneDraft & { rank?: number }>({
        number,
        e164: told ?? e164,
        extension,
        place,
        kind: kind ?? 'voice',
        label,
        preferred: undefined,
        rank: rankOf(property) || undefined,
      }),
    )
  }
  return true
}

/** Outlook's own numbers: of the company, the assistant, to call back; named as in its tables. */
const outlookPhone: Field = (making, property, card) => {
  const word = ['company', 'assistant', 'callback'].find((type) => property.types.includes(type))
  const from = making.phones.length
  if (!phone(making, property, card)) return false
  for (const [at, one] of making.phones.entries())
    if (at >= from && word !== undefined) making.phones[at] = { ...one, place: word === 'company' ? 'work' : 'other', label: word }
  return true
}

const address: Field = (making, property, card) => {
  const [postBox, extended, street, city, region, postalCode, country] = componentsOf(property, card).map((component) =>
    componentText(component, card, ', '),
  )
  const { place, label } = placeMeaning(property.types, labelOf(property, card))
  const formatted = cleanText(unescapeText(parameter(property, 'LABEL'), '4.0'))
  const parts = present<Omit<AddressDraft, 'place' | 'label'>>({ postBox, extended, street, city, region, postalCode, country, formatted })
  // A group may bring the delivery label of an address without parts.
  if (Object.keys(parts).length === 0 && property.group === '') return true
  making.addresses.push({ place, ...present<{ label?: string }>({ label }), ...parts, group: property.group, types: property.types.join() })
  return true
}

/** A delivery label belongs to the address of its group, else to the first of its types without one, else it is an address itself. */
const deliveryLabel: Field = (making, property, card) => {
  const formatted = textOf(property, card)
  if (formatted === '') return true
  const types = property.types.join()
  const { place, label } = placeMeaning(property.types, property.group === '' ? '' : labelOf(property, card))
  const free = making.addresses.filter((found) => found.formatted === undefined)
  const mate =
    property.group === ''
      ? (free.find((found) => found.group === '' && found.types === types) ??
        free.find((found) => found.group === '' && found.place === place))
      : free.find((found) => found.group === property.group)
  if (mate === undefined)
    making.addresses.push({ place, ...present<{ label?: string }>({ label }), formatted, group: property.group, types })
  else making.addresses[making.addresses.indexOf(mate)] = { ...mate, formatted }
  return true
}

/** A longer one may be a whole document, but nobody's identity. */
const longestUrl = 4_096

function addUrl(making: Making, url: UrlDraft): void {
  const identity = url.url.length > longestUrl ? undefined : linkedInIdentity(url.url)
  if (identity !== undefined) making.linkedIn ??= identity
  making.urls.push(identity === undefined ? url : { ...url, kind: 'profile' })
}

const web: Field = (making, property, card) => {
  const url = textOf(property, card)
  if (url === '') return true
  // What a browser would run is no address of a person.
  if (/^\s*(?:javascript|data|vbscript):/i.test(url)) return false
  addUrl(making, present<UrlDraft>({ url, ...urlMeaning(property.types, labelOf(property, card)) }))
  return true
}

const calendar: Field = (making, property, card) => {
  const url = textOf(property, card)
  if (url !== '') making.urls.push(present<UrlDraft>({ url, kind: 'calendar', label: urlMeaning([], labelOf(property, card)).label }))
  return true
}

function addHandle(making: Making, service: string, handle: string): void {
  if (handle === '') return
  const found = making.handles.some((other) => other.service === service && other.handle === handle)
  if (!found) making.handles.push({ service, handle } satisfies HandleDraft)
}

const services = new Map([
  ['xmpp', 'xmpp'],
  ['jabber', 'xmpp'],
  ['aim', 'aim'],
  ['msnim', 'msn'],
  ['msn', 'msn'],
  ['ymsgr', 'yahoo'],
  ['yahoo', 'yahoo'],
  ['x-apple', 'other'],
  ['gtalk', 'google talk'],
  ['googletalk', 'google talk'],
])

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const messaging: Field = (making, property, card) => {
  const value = textOf(property, card)
  const uri = /^([a-z][a-z0-9+.-]*):(?!\/\/)([\s\S]*)$/i.exec(value)
  const told = cleanText(parameter(property, 'X-SERVICE-TYPE') || parameter(property, 'SERVICE-TYPE')).toLowerCase()
  const scheme = uri?.[1]?.toLowerCase() ?? ''
  labelOf(property, card)
  const service = told !== '' ? told : (services.get(scheme) ?? (scheme === '' ? 'other' : scheme))
  addHandle(making, services.get(service) ?? service, cleanText(uri === null ? value : percentDecoded(uri[2] ?? '')))
  return true
}

/** The properties of one service each that programs had before IMPP. */
const handleOf =
  (service: string): Field =>
  (making, property, card) => {
    addHandle(making, service, textOf(property, card))
    return true
  }

function profileUser(property: Property): string {
  return cleanText(parameter(property, 'X-USER') || parameter(property, 'X-USERID'))
}

const social: Field = (making, property, card) => {
  const value = textOf(property, card)
  const label = labelOf(property, card)
  const service = cleanText(parameter(property, 'SERVICE-TYPE') || property.types.find((type) => type !== 'pref') || label).toLowerCase()
  if (value === '' && profileUser(property) === '') return true
  if (/^https?:/i.test(value)) {
    const identity = linkedInIdentity(value)
    if (identity !== undefined) making.linkedIn ??= identity
    const isWhole = identity !== undefined && service === 'linkedin' && value === `https://www.linkedin.com/${identity}`
    if (!isWhole) making.urls.push(present<UrlDraft>({ url: value, kind: 'profile', label: service }))
    return true
  }
  const handle = profileUser(property) || value.replace(/^(?:x-apple|x-[a-z]+):/i, '')
  const identity = service === 'linkedin' ? linkedInIdentity(`https://www.linkedin.com/in/${handle}`) : undefined
  if (identity !== undefined) making.linkedIn ??= identity
  else addHandle(making, service === '' ? 'other' : service, percentDecoded(handle))
  return true
}

/** The properties that programs have for one kind of web address each. */
const urlOf =
  (kind: UrlDraft['kind']): Field =>
  (making, property, card) => {
    const url = textOf(property, card)
    if (url !== '') addUrl(making, { url, kind })
    return true
  }

export const reachFields: readonly (readonly [name: string, field: Field])[] = [
  ['EMAIL', email],
  ['TEL', phone],
  ['X-MS-TEL', outlookPhone],
  ['ADR', address],
  ['LABEL', deliveryLabel],
  ['URL', web],
  ['CALURI', calendar],
  ['X-WEBPAGE', urlOf('other')],
  ['X-EVOLUTION-BLOG-URL', urlOf('blog')],
  ['X-KADDRESSBOOK-BLOGFEED', urlOf('feed')],
  ['IMPP', messaging],
  ['X-SOCIALPROFILE', social],
  ['SOCIALPROFILE', social],
  ['X-AIM', handleOf('aim')],
  ['X-ICQ', handleOf('icq')],
  ['X-JABBER', handleOf('xmpp')],
  ['X-MSN', handleOf('msn')],
  ['X-YAHOO', handleOf('yahoo')],
  ['X-SKYPE', handleOf('skype')],
  ['X-SKYPE-USERNAME', handleOf('skype')],
  ['X-GADUGADU', handleOf('gadu-gadu')],
  ['X-GROUPWISE', handleOf('groupwise')],
  ['X-GOOGLE-TALK', handleOf('google talk')],
  ['X-GTALK', handleOf('google talk')],
  ['X-QQ', handleOf('qq')],
  ['X-TWITTER', handleOf('twitter')],
  ['X-TELEGRAM', handleOf('telegram')],
  ['X-MATRIX', handleOf('matrix')],
  ['X-MS-IMADDRESS', handleOf('other')],
  ['X-KADDRESSBOOK-X-IMADDRESS', handleOf('other')],
]

/** Takes the ranks away: the best ranked of each list are the preferred ones. */
export function withPreferred<Item extends { readonly rank?: number }>(items: readonly Item[]): Omit<Item, 'rank'>[] {
  const best = Math.min(...items.slice(0, 4096).map((item) => item.rank ?? 101))
  return items.map(({ rank, ...item }) => (rank !== undefined && rank === best ? { ...item, preferred: true } : item))
}
