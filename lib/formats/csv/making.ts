// What is being made of one row, and how a cell of several values is put into it.
import type {
  AddressDraft,
  ContactFormat,
  DateDraft,
  EmailDraft,
  HandleDraft,
  OrganizationDraft,
  PartialDate,
  PhoneDraft,
  Place,
  RelationDraft,
  UnknownField,
  UrlDraft,
} from '../draft.ts'
import { isExchangeName } from '../people/address-kind.ts'
import { cleanLine } from '../people/clean.ts'
import { type DateHint, parsePartialDate } from '../people/dates.ts'
import { cleanEmail, isEmail } from '../people/emails.ts'
import { linkedInIdentity } from '../people/linkedin-identity.ts'
import { parsePhone, splitPhones } from '../people/phones.ts'
import type { Warning } from '../reading.ts'
import { joinedValues } from './google-columns.ts'

export interface RowFacts {
  readonly format: ContactFormat
  readonly line: number
  readonly country: string | undefined
  readonly dates: DateHint
}

/** What is being made of one row. */
export interface Making {
  readonly name: Record<string, string>
  readonly emails: EmailDraft[]
  readonly phones: PhoneDraft[]
  readonly addresses: Map<Place, Record<string, string>>
  readonly work: Record<string, string>
  readonly further: { addresses: AddressDraft[]; organizations: OrganizationDraft[] }
  readonly urls: UrlDraft[]
  readonly handles: HandleDraft[]
  readonly dates: DateDraft[]
  readonly relations: RelationDraft[]
  readonly notes: string[]
  readonly categories: string[]
  readonly unknown: UnknownField[]
  readonly warnings: Warning[]
  readonly once: {
    gender?: string
    language?: string
    linkedIn?: string
    connectedOn?: PartialDate
    photo?: { readonly url: string }
    uid?: string
  }
  /** An Exchange name stood where an address should. */
  isExchange: boolean
  readonly birth: Record<string, string>
}

/** What programs put into cells that nobody filled in. */
export const defaults = new Set(
  [
    '0/0/00 normal normale normaal false faux falsch falso onwaar smtp unspecified indetermine unbestimmt',
    'non precise|nicht angegeben|sin especificar|non specificato|nao especificado|niet opgegeven|non definito',
  ].flatMap((row, at) => row.split(at === 0 ? ' ' : '|')),
)
export const foldedValue = (cell: string) => cell.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()

export function emptyMaking(): Making {
  return {
    name: {},
    emails: [],
    phones: [],
    addresses: new Map(),
    work: {},
    further: { addresses: [], organizations: [] },
    urls: [],
    handles: [],
    dates: [],
    relations: [],
    notes: [],
    categories: [],
    unknown: [],
    warnings: [],
    once: {},
    isExchange: false,
    birth: {},
  }
}

/**
 * The addresses of a cell, parted by blanks, commas or semicolons where each part is one. False, so that the cell stays in `unknown` as well,
 * when something in it is no address; an Exchange name is of use only inside its company.
 */
export function addEmails(making: Making, text: string, place: Place, facts: RowFacts, label?: string): boolean {
  let isWhole = true
  let isTold = false
  for (const one of text.includes(':::') ? joinedValues(text) : [text]) {
    for (const piece of addressesIn(one)) {
      const address = cleanEmail(piece)
      if (isEmail(address)) {
        making.emails.push({ address, place, ...(label === undefined ? {} : { label }) })
        continue
      }
      isWhole = false
      if (isExchangeName(address)) making.isExchange = true
      else if (!isTold && /[\p{L}\p{N}]/u.test(address) && !noAddress.test(address)) {
        isTold = true
        making.warnings.push({ code: 'bad_email', line: facts.line, detail: piece.slice(0, 80) })
      }
    }
  }
  return isWhole
}

/** What people write where there is no address. */
const noAddress = /^(?:n\/?a|none|null|aucune?|néant|inconnue?|keine?)$/iu

/** The pieces of a cell of several addresses, with the names beside them; the cell itself when it is one, or none. */
function addressesIn(text: string): string[] {
  if (text.indexOf('@') === text.lastIndexOf('@') && !/^\S+[;,\s]+\S+$/u.test(text)) return [text]
  const parted = text.split(/[;,\n]+| \/ /u).filter((piece) => piece.trim() !== '')
  if (parted.length > 1 && parted.some(isEmail)) return parted.flatMap((piece) => (isEmail(piece) ? [piece] : allAddresses(piece)))
  return allAddresses(text)
}

function allAddresses(text: string): string[] {
  const words = text.split(/\s+/u).filter(Boolean)
  return words.length > 1 && words.every((word) => /^[^@<>]+@[^@<>]+$/u.test(word)) ? words : [text]
}

export function addPhones(making: Making, text: string, sort: Pick<PhoneDraft, 'place' | 'kind' | 'label'>, facts: RowFacts): boolean {
  // What a spreadsheet made of a long number: its last digits are gone.
  if (/^\d[.,]\d+E\+\d+$/u.test(text)) {
    making.warnings.push({ code: 'bad_phone', line: facts.line, detail: text })
    return false
  }
  for (const number of splitPhones(text)) making.phones.push({ ...parsePhone(number, facts.country), ...sort })
  return true
}

/** A longer cell is not looked through for several. */
const longestUrls = 4_000

function urlsIn(text: string): string[] {
  if (text.includes(':::')) return joinedValues(text)
  return text.length > longestUrls ? [text] : text.split(/[\s,;]+(?=https?:|www\.)/iu)
}

export function addUrls(making: Making, text: string, kind: UrlDraft['kind'], label?: string): boolean {
  for (const url of urlsIn(text)) {
    const identity = linkedInIdentity(url)
    if (identity !== undefined) making.once.linkedIn ??= identity
    making.urls.push({ url: cleanLine(url), kind: identity === undefined ? kind : 'profile', ...(label === undefined ? {} : { label }) })
  }
  return true
}

/** False, so that it stays in `unknown`, for a text that is no date; true and nothing for Outlook's empty one. */
export function addDate(making: Making, kind: DateDraft['kind'], text: string, facts: RowFacts, label?: string): boolean {
  if (defaults.has(text) || /^0*[/.-]0*[/.-]0*$/u.test(text)) return true
  const isBirthday = kind === 'birthday'
  // Nobody in an address book was born in the coming years.
  const date = parsePartialDate(text, isBirthday ? { ...facts.dates, twoDigitYearPivot: 20 } : facts.dates)
  const [first, second] = (/^\s*(\d{1,2})\/(\d{1,2})\/\d{2,4}/u.exec(text) ?? []).slice(1).map(Number)
  if (first !== undefined && second !== undefined && (facts.dates.order === 'mdy' ? first : second) > 12)
    making.warnings.push({ code: 'date_order', line: facts.line, detail: text.slice(0, 80) })
  if (date === undefined) {
    making.warnings.push({ code: 'bad_date', line: facts.line, detail: text.slice(0, 80) })
    return false
  }
  making.dates.push({ kind, date, ...(label === undefined ? {} : { label }) })
  return true
}
