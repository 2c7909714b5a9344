// What of a draft a directory has attributes for, and what is left as lines of a card. An address, a number or a URL always has its nearest
// attribute; when that does not say everything, a card's line of the same value says the rest (see properties.ts, refined).
import { type AddressDraft, type ContactDraft, emptyContact, type PartialDate, type PhoneDraft } from '../draft.ts'
import { linesOf } from '../vcard/lines.ts'
import type { Line, Pen } from '../vcard/pen.ts'
import { organizationLines } from '../vcard/person-lines.ts'

type Attributes = (readonly [name: string, value: string])[]

const phoneAttributes: Readonly<Record<string, string>> = {
  'work voice': 'telephoneNumber',
  'home voice': 'homePhone',
  'other mobile': 'mobile',
  'work fax': 'facsimileTelephoneNumber',
  'home fax': 'homeFax',
  'other fax': 'otherFacsimileTelephoneNumber',
  'other pager': 'pager',
  'other car': 'carPhone',
  'work telex': 'telexNumber',
}
const nearestPhone: Readonly<Record<PhoneDraft['kind'], string>> = {
  voice: 'telephoneNumber',
  mobile: 'mobile',
  fax: 'facsimileTelephoneNumber',
  pager: 'pager',
  car: 'carPhone',
  telex: 'telexNumber',
  tty: 'telephoneNumber',
}

/** RFC 4517: lines divided by `$`. */
const postalText = (text: string) => text.replaceAll('\\', '\\5C').replaceAll('$', '\\24').replaceAll('\n', '$')

function nativeAddress(place: 'work' | 'home', address: AddressDraft): Attributes | undefined {
  const { label, extended, formatted, street, postBox, city, region, postalCode, country } = address
  const streets = street?.split('\n') ?? []
  const trims = [street, formatted].every((text) => text === undefined || !/\s\n|\n\s/u.test(text))
  if (label !== undefined || extended !== undefined || streets.length > 2 || !trims || (place === 'home' && postBox !== undefined))
    return undefined
  const names =
    place === 'work'
      ? ['postOfficeBox', 'street', 'mozillaWorkStreet2', 'l', 'st', 'postalCode', 'c', 'postalAddress']
      : [
          '',
          'mozillaHomeStreet',
          'mozillaHomeStreet2',
          'mozillaHomeLocalityName',
          'mozillaHomeState',
          'mozillaHomePostalCode',
          'mozillaHomeCountryName',
          'homePostalAddress',
        ]
  const formattedText = formatted === undefined ? undefined : postalText(formatted)
  const values = [postBox, streets[0], streets[1], city, region, postalCode, country, formattedText]
  return names.flatMap((name, index) => (values[index] === undefined ? [] : [[name, values[index]] as const]))
}

function birthdayAttributes({ year, month, day }: PartialDate): Attributes | undefined {
  if ((month === undefined && day !== undefined) || (year !== undefined && year < 1)) return undefined
  const parts = [
    ['birthyear', year],
    ['birthmonth', month],
    ['birthday', day],
  ] as const
  return parts.flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)] as const]))
}

/** Addresses of all three kinds: the nearest attribute, and whether it says everything. */
function reach(draft: ContactDraft, attributes: Attributes): Pick<ContactDraft, 'emails' | 'phones' | 'urls'> {
  const emails = draft.emails.filter(({ address, place, label, preferred }, index) => {
    attributes.push([index === 1 ? 'mozillaSecondEmail' : 'mail', address])
    return place !== 'other' || label !== undefined || preferred !== undefined
  })
  const phones = draft.phones.filter(({ number, e164, extension, place, kind, label, preferred }) => {
    const exact = phoneAttributes[`${place} ${kind}`]
    attributes.push([exact ?? nearestPhone[kind], extension === undefined ? number : `${number} ext. ${extension}`])
    return exact === undefined || label !== undefined || preferred !== undefined || e164 !== undefined
  })
  const urls = draft.urls.filter(({ url, kind, label }) => {
    const exact = label !== undefined ? undefined : kind === 'work' ? 'mozillaWorkUrl' : kind === 'home' ? 'mozillaHomeUrl' : undefined
    attributes.push([exact ?? 'labeledURI', exact === undefined && label !== undefined ? `${url} ${label}` : url])
    return exact === undefined && (kind !== 'other' || /\s/.test(url) || label !== undefined)
  })
  return { emails, phones, urls }
}

/** The attributes in the order of reading, and the card's lines for what they do not say. */
export function nativeOf(draft: ContactDraft): { readonly attributes: Attributes; readonly rest: readonly Line[] } {
  const attributes: Attributes = []
  const add = (name: string, value: string | undefined) => {
    if (value !== undefined && value !== '') attributes.push([name, value])
  }
  const { name } = draft
  add('cn', name.full)
  add('sn', name.family)
  add('givenName', name.given)
  add('mozillaNickname', name.nickname)
  const reached = reach(draft, attributes)
  const places = new Set<string>()
  const addresses = draft.addresses.filter((address) => {
    const native = address.place === 'other' || places.has(address.place) ? undefined : nativeAddress(address.place, address)
    if (native !== undefined) attributes.push(...native)
    if (native !== undefined) places.add(address.place)
    return native === undefined
  })
  const [first, ...further] = draft.organizations
  add('o', first?.name)
  add('ou', first?.department)
  add('title', first?.title)
  add('physicalDeliveryOfficeName', first?.location)
  const birthday = draft.dates.findIndex(({ kind, label }) => kind === 'birthday' && label === undefined)
  const birth = birthday < 0 ? undefined : birthdayAttributes(draft.dates[birthday]?.date ?? {})
  attributes.push(...(birth ?? []))
  for (const note of draft.notes) add('description', note)
  const language = draft.language?.includes(',') ? undefined : draft.language
  add('preferredLanguage', language)
  add('uid', draft.uid)
  const { photo } = draft
  const isJpeg = photo !== undefined && 'base64' in photo && photo.mediaType === 'image/jpeg'
  if (isJpeg) add('jpegPhoto::', photo.base64)
  const { prefix, middle, suffix, maiden, phoneticGiven, phoneticFamily } = name
  const nameRest = Object.fromEntries(
    Object.entries({ prefix, middle, suffix, maiden, phoneticGiven, phoneticFamily }).filter(([, value]) => value !== undefined),
  )
  const rest: ContactDraft = {
    ...draft,
    ...emptyContact(draft.source),
    ...reached,
    kind: draft.kind,
    name: { full: '', ...nameRest },
    addresses,
    organizations: first?.role === undefined ? [] : [{ role: first.role }],
    handles: draft.handles,
    dates: draft.dates.filter((_, index) => birth === undefined || index !== birthday),
    relations: draft.relations,
    categories: draft.categories,
  }
  const { language: _language, uid: _uid, photo: _photo, ...bare } = rest
  const kept = {
    ...bare,
    ...(language === draft.language ? {} : { language: draft.language }),
    ...(isJpeg || photo === undefined ? {} : { photo }),
  }
  const lines = linesOf(kept as ContactDraft, '4.0').filter(
    ({ head, value }) => !/^FN(?:;|$)/.test(head) && !(head === 'N' && /^;*$/.test(value)),
  )
  const pen: Pen = { version: '4.0', lines: [], nextGroup: () => `org${pen.lines.length}.` }
  organizationLines(pen, further, true)
  return { attributes, rest: [...lines, ...pen.lines] }
}
