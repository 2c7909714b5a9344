// Who a person is, from a card: name, organizations, days, relations, notes, categories, photo, sex, language, kind, lasting id.
import type { DateDraft, PhotoDraft, RelationDraft } from '../draft.ts'
import { cleanText } from '../people/clean.ts'
import { parsePartialDate } from '../people/dates.ts'
import { present } from '../present.ts'
import { androidField } from './android.ts'
import { cleanBase64 } from './charset.ts'
import { appleLabel, relationMeaning } from './labels.ts'
import { type Card, componentsOf, componentText, type Field, labelOf, type Making, textOf } from './making.ts'
import { type Property, parameter, plainText } from './property.ts'
import { splitUnescaped, unescapeText } from './values.ts'

const structuredName: Field = (making, property, card) => {
  const parts = componentsOf(property, card)
  const [family, given, middle, prefix] = parts.map((part) => componentText(part, card, ' '))
  const suffix = componentText(parts[4], card, ', ')
  Object.assign(making.name, present({ family, given, middle, prefix, suffix }))
  return true
}

/** A part that a card says once; a second one of the same meaning stays where unknown things are. */
const namePart =
  (part: 'full' | 'nickname' | 'maiden' | 'phoneticGiven' | 'phoneticFamily'): Field =>
  (making, property, card) => {
    const text = part === 'nickname' ? componentText(plainText(property, card.charset), card, ', ') : textOf(property, card)
    if (text === '') return true
    if (making.name[part] !== undefined) return making.name[part] === text
    making.name[part] = text
    return true
  }

/** Not one that only stands in for a missing name: an address, a firm, a number. */
const wholeName: Field = (making, property, card) => {
  if (parameter(property, 'DERIVED').toUpperCase() !== 'TRUE') return namePart('full')(making, property, card)
  const standIn = textOf(property, card)
  const isElsewhere = card.properties.some(
    ({ name, text }) =>
      (name === 'N' && /[^;\s]/u.test(text)) ||
      (['EMAIL', 'ORG', 'TEL'].includes(name) && unescapeText(text, card.version).includes(standIn)),
  )
  return standIn === '?' || isElsewhere || namePart('full')(making, property, card)
}

const organization: Field = (making, property, card) => {
  const [name, ...units] = componentsOf(property, card).map((part) => cleanText(unescapeText(part, card.version)))
  const department = units.filter((unit) => unit !== '').join(' / ')
  const part = present<{ name?: string; department?: string }>({ name, department })
  if (Object.keys(part).length > 0) making.organizations.push({ group: property.group, part })
  return true
}

const organizationPart =
  (key: 'title' | 'role' | 'location'): Field =>
  (making, property, card) => {
    const text = textOf(property, card)
    if (text !== '') making.organizations.push({ group: property.group, part: { [key]: text } })
    return true
  }

/** Apple writes a day without its year in the year 1604, and says so. */
function dateOf(property: Property, card: Card): DateDraft['date'] | undefined {
  const text = textOf(property, card).replace(/(\d)T[\d:.]*(?:Z|[+-][\d:]+)?$/i, '$1')
  const date = parsePartialDate(text)
  if (date === undefined) return undefined
  const omitted = parameter(property, 'X-APPLE-OMIT-YEAR')
  if (omitted === '' || date.year !== Number(omitted)) return date
  const { year: _, ...rest } = date
  return rest
}

function addDate(making: Making, property: Property, card: Card, kind: DateDraft['kind'], label: string): boolean {
  const date = dateOf(property, card)
  if (date === undefined) {
    const text = textOf(property, card)
    if (text === '' || /^[0\-/ .T:Z]*$/.test(text)) return true
    making.warnings.push({ code: 'bad_date', line: property.line, detail: text.slice(0, 80) })
    return false
  }
  if (kind === 'birthday' && making.dates.some((other) => other.kind === 'birthday' && sameDate(other.date, date))) return true
  making.dates.push(present<DateDraft>({ kind, label, date }))
  return true
}

const sameDate = (a: DateDraft['date'], b: DateDraft['date']) => a.year === b.year && a.month === b.month && a.day === b.day

const birthday: Field = (making, property, card) => addDate(making, property, card, 'birthday', labelOf(property, card))
const anniversary: Field = (making, property, card) => addDate(making, property, card, 'anniversary', labelOf(property, card))

const labelledDate: Field = (making, property, card) => {
  const { word, wrapped } = appleLabel(labelOf(property, card))
  const kinds = new Map<string, DateDraft['kind']>([
    ['anniversary', 'anniversary'],
    ['birthday', 'birthday'],
    ['other', 'other'],
  ])
  const kind = wrapped ? kinds.get(word.toLowerCase()) : undefined
  return addDate(making, property, card, kind ?? 'other', kind === undefined ? (wrapped ? word.toLowerCase() : word) : '')
}

const connectedOn: Field = (making, property, card) => {
  const date = dateOf(property, card)
  if (date !== undefined) making.connectedOn ??= date
  return date !== undefined
}

const related: Field = (making, property, card) => {
  const name = textOf(property, card)
  if (name === '') return true
  // A link to another card says nothing to a person; it stays for that other program.
  if (property.name === 'RELATED' && parameter(property, 'VALUE').toLowerCase() !== 'text' && /^[a-z][a-z0-9+.-]*:\S/i.test(name))
    return false
  making.relations.push(present<RelationDraft>({ ...relationMeaning(property.types, labelOf(property, card)), name }))
  return true
}

const relationOf =
  (kind: RelationDraft['kind']): Field =>
  (making, property, card) => {
    const name = textOf(property, card)
    const isTold = making.relations.some((other) => other.kind === kind && other.name === name)
    if (name !== '' && !isTold) making.relations.push({ kind, name })
    return true
  }

const note: Field = (making, property, card) => {
  const text = textOf(property, card)
  if (text !== '') making.notes.push(text)
  return true
}

const categories: Field = (making, property, card) => {
  for (const item of splitUnescaped(property.text, ',', card.parts)) {
    const text = cleanText(unescapeText(item, card.version))
    if (text !== '' && !making.categories.includes(text)) making.categories.push(text)
  }
  return true
}

function mediaTypeOf(property: Property, base64: string): string {
  const told = parameter(property, 'MEDIATYPE') || property.types.find((type) => type !== 'pref') || ''
  if (told.includes('/')) return told.toLowerCase()
  if (/^[a-z0-9.+-]+$/.test(told)) return `image/${told === 'jpg' ? 'jpeg' : told.replace(/^x-/, '')}`
  if (base64.startsWith('/9j/')) return 'image/jpeg'
  if (base64.startsWith('iVBORw0K')) return 'image/png'
  if (base64.startsWith('R0lGOD')) return 'image/gif'
  return base64.startsWith('UklGR') ? 'image/webp' : 'application/octet-stream'
}

function photoOf(property: Property, card: Card): PhotoDraft | undefined {
  if (property.isBase64) {
    const base64 = cleanBase64(property.raw)
    return base64 === undefined ? undefined : { mediaType: mediaTypeOf(property, base64), base64 }
  }
  const text = textOf(property, card)
  const data = /^data:([^;,]*)(?:;[^,]*)?;base64,([\s\S]*)$/i.exec(text)
  if (data !== null) {
    const base64 = cleanBase64(data[2] ?? '')
    return base64 === undefined ? undefined : { mediaType: data[1]?.toLowerCase() || mediaTypeOf(property, base64), base64 }
  }
  return /^https?:\/\/\S+$/i.test(text) ? { url: text } : undefined
}

const photo: Field = (making, property, card) => {
  if (property.raw.trim() === '') return true
  if (making.photo !== undefined) return false
  const found = photoOf(property, card)
  if (found !== undefined) making.photo = found
  return found !== undefined
}

const sexes = new Set(['M', 'F', 'O', 'N', 'U'])

/** The words when there are some, else the letter; a letter with words stays whole where unknown things are as well. */
const gender: Field = (making, property, card) => {
  const [letter, words] = componentsOf(property, card).map((part) => cleanText(unescapeText(part, card.version)))
  if (making.gender !== undefined) return false
  const found = words || letter
  if (found) making.gender = found
  return !words || !letter || !sexes.has(letter.toUpperCase())
}

const microsoftGender: Field = (making, property, card) => {
  const text = textOf(property, card)
  if (text !== '' && text !== '0') making.gender ??= text === '1' ? 'F' : text === '2' ? 'M' : text
  return true
}

const language: Field = (making, property, card) => {
  const text = textOf(property, card)
  if (text !== '' && making.language === undefined) making.language = text
  else if (text !== making.language) return text === ''
  return true
}

const kind: Field = (making, property, card) => {
  const word = textOf(property, card).toLowerCase()
  if (word === 'org' || word === 'organization') making.kind = 'company'
  else if (word === 'group') making.kind = 'group'
  else if (word !== '' && word !== 'individual' && !word.startsWith('x-')) making.isThing = true
  return word === '' || word === 'individual' || making.kind !== 'person'
}

const showAs: Field = (making, property, card) => {
  const isCompany = textOf(property, card).toUpperCase() === 'COMPANY'
  if (isCompany && making.kind === 'person') making.kind = 'company'
  return isCompany
}

const uid: Field = (making, property, card) => {
  const text = textOf(property, card)
  if (text !== '' && making.uid === undefined) making.uid = text
  return text === making.uid || text === ''
}

/** The address book's own id serves when there is no UID, and stays besides. */
const appleUid: Field = (making, property, card) => {
  const hasUid = card.properties.some(({ name, text }) => name === 'UID' && text !== '')
  if (!hasUid) making.uid ??= textOf(property, card).replace(/:ABPerson$/, '')
  return false
}

export const personFields: readonly (readonly [name: string, field: Field])[] = [
  ['N', structuredName],
  ['FN', wholeName],
  ['NICKNAME', namePart('nickname')],
  ['X-NICKNAME', namePart('nickname')],
  ['X-MAIDENNAME', namePart('maiden')],
  ['X-PHONETIC-FIRST-NAME', namePart('phoneticGiven')],
  ['X-PHONETIC-LAST-NAME', namePart('phoneticFamily')],
  ['ORG', organization],
  ['TITLE', organizationPart('title')],
  ['ROLE', organizationPart('role')],
  ['X-ENTREGENT-WORKPLACE', organizationPart('location')],
  ['BDAY', birthday],
  ['X-ENTREGENT-BDAY', birthday],
  ['ANNIVERSARY', anniversary],
  ['X-ANNIVERSARY', anniversary],
  ['X-EVOLUTION-ANNIVERSARY', anniversary],
  ['X-KADDRESSBOOK-X-ANNIVERSARY', anniversary],
  ['X-MS-ANNIVERSARY', anniversary],
  ['X-ABDATE', labelledDate],
  ['X-ENTREGENT-CONNECTED-ON', connectedOn],
  ['RELATED', related],
  ['X-ABRELATEDNAMES', related],
  ['X-SPOUSE', relationOf('spouse')],
  ['X-KADDRESSBOOK-X-SPOUSENAME', relationOf('spouse')],
  ['X-EVOLUTION-SPOUSE', relationOf('spouse')],
  ['X-KADDRESSBOOK-X-SPOUSESNAME', relationOf('spouse')],
  ['X-MS-SPOUSE', relationOf('spouse')],
  ['X-MANAGER', relationOf('manager')],
  ['X-EVOLUTION-MANAGER', relationOf('manager')],
  ['X-KADDRESSBOOK-X-MANAGERSNAME', relationOf('manager')],
  ['X-MS-MANAGER', relationOf('manager')],
  ['X-ASSISTANT', relationOf('assistant')],
  ['X-EVOLUTION-ASSISTANT', relationOf('assistant')],
  ['X-KADDRESSBOOK-X-ASSISTANTSNAME', relationOf('assistant')],
  ['X-MS-ASSISTANT', relationOf('assistant')],
  ['X-CHILDREN', relationOf('child')],
  ['X-MS-CHILD', relationOf('child')],
  ['X-ANDROID-CUSTOM', androidField],
  ['NOTE', note],
  ['CATEGORIES', categories],
  ['PHOTO', photo],
  ['GENDER', gender],
  ['X-GENDER', gender],
  ['X-WAB-GENDER', microsoftGender],
  ['LANG', language],
  ['KIND', kind],
  ['X-ADDRESSBOOKSERVER-KIND', kind],
  ['X-KIND', kind],
  ['X-ABSHOWAS', showAs],
  ['UID', uid],
  ['X-ABUID', appleUid],
]
