// Lists of two records laid together: the first one's order stays, and of two entries of which one tells all that the other tells, only the
// fuller is kept. Comparing is done on folded copies. What is kept is the set of the fullest entries, so that order and repetition of the
// laying together do not change it.
import type { AddressDraft, ContactDraft, DateDraft, EmailDraft, OrganizationDraft, PartialDate, PhoneDraft, UrlDraft } from '../draft.ts'
import { comparableName } from './comparable-name.ts'
import { comparableEmail } from './emails.ts'
import { digitsOf, isSameNumber, tellsSomebody } from './phone-identity.ts'

/** The folded text, or the text itself when nothing is left of it ("—", an emoji). */
export const foldedText = (text: string) => comparableName(text) || text.trim()

/** Entries with one key are one; `fill` puts what the later one adds into the earlier one. */
function byKey<Entry>(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => string,
  fill: (kept: Entry, added: Entry) => Entry = (kept) => kept,
): Entry[] {
  const kept = new Map<string, Entry>()
  for (const entry of entries) {
    const key = keyOf(entry)
    const before = kept.get(key)
    kept.set(key, before === undefined ? entry : fill(before, entry))
  }
  return [...kept.values()]
}

/** The fullest entries: those that no other one contains. A fuller entry takes the place of the first one that it contains. */
function fullest<Entry, Key>(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => Key,
  contains: (a: Key, b: Key) => boolean,
  fill: (kept: Entry, added: Entry) => Entry,
): Entry[] {
  let kept: { entry: Entry; key: Key }[] = []
  for (const entry of entries) {
    const key = keyOf(entry)
    const fuller = kept.find((one) => contains(one.key, key))
    if (fuller !== undefined) {
      fuller.entry = fill(fuller.entry, entry)
      continue
    }
    const [first, ...others] = kept.filter((one) => contains(key, one.key))
    if (first === undefined) {
      kept.push({ entry, key })
      continue
    }
    first.entry = [first, ...others].reduce((whole, one) => fill(whole, one.entry), entry)
    first.key = key
    if (others.length > 0) kept = kept.filter((one) => !others.includes(one))
  }
  return kept.map((one) => one.entry)
}

interface Placed {
  readonly place: 'work' | 'home' | 'other'
  readonly label?: string
  readonly preferred?: boolean
}

/** The place, the label and the preference of the kept entry, filled where it does not tell them. */
function filledPlace<Entry extends Placed>(kept: Entry, added: Placed): Entry {
  const place = kept.place === 'other' && kept.label === undefined ? added.place : kept.place
  const label = kept.label ?? added.label
  const preferred = kept.preferred === true || added.preferred === true
  return { ...kept, place, ...(label === undefined ? {} : { label }), ...(preferred ? { preferred } : {}) }
}

export const mergeEmails = (entries: readonly EmailDraft[]) => byKey(entries, (email) => comparableEmail(email.address), filledPlace)

export function mergePhones(entries: readonly PhoneDraft[]): PhoneDraft[] {
  const fill = (kept: PhoneDraft, added: PhoneDraft): PhoneDraft => {
    const kind = kept.kind === 'voice' ? added.kind : kept.kind
    return { ...filledPlace(kept, added), kind }
  }
  return fullest(entries, (phone) => phone, containsPhone, fill)
}

/** A number with its country contains the same one without; extensions must be the same, and a fax is no telephone of that number. */
function containsPhone(a: PhoneDraft, b: PhoneDraft): boolean {
  if (tellsSomebody(a) !== tellsSomebody(b)) return false
  if (digitsOf(a.extension ?? '') !== digitsOf(b.extension ?? '')) return false
  if (a.e164 === undefined && b.e164 !== undefined) return false
  return isSameNumber(a, b)
}

const addressParts = ['street', 'extended', 'postBox', 'city', 'region', 'postalCode', 'country', 'formatted'] as const

export const mergeAddresses = (entries: readonly AddressDraft[]) =>
  fullest(entries, (address) => addressParts.map((part) => foldedPart(address[part])), containsParts, filledPlace)

const organizationParts = ['name', 'department', 'title', 'role', 'location'] as const

export const mergeOrganizations = (entries: readonly OrganizationDraft[]) =>
  fullest(
    entries,
    (organization) => organizationParts.map((part) => foldedPart(organization[part])),
    containsParts,
    (kept) => kept,
  )

const foldedPart = (text: string | undefined) => (text === undefined ? '' : foldedText(text))

const containsParts = (a: readonly string[], b: readonly string[]) => b.every((part, index) => part === '' || part === a[index])

export function mergeDates(entries: readonly DateDraft[]): DateDraft[] {
  const contains = (a: DateDraft, b: DateDraft) =>
    a.kind === b.kind && foldedPart(a.label) === foldedPart(b.label) && containsDate(a.date, b.date)
  return fullest(
    entries,
    (date) => date,
    contains,
    (kept) => kept,
  )
}

export const containsDate = (a: PartialDate, b: PartialDate) =>
  (['year', 'month', 'day'] as const).every((part) => b[part] === undefined || b[part] === a[part])

export function mergeUrls(entries: readonly UrlDraft[]): UrlDraft[] {
  return byKey(
    entries,
    (url) => comparableUrl(url.url),
    (kept, added) => {
      const kind = kept.kind === 'other' && kept.label === undefined ? added.kind : kept.kind
      const label = kept.label ?? added.label
      return { ...kept, kind, ...(label === undefined ? {} : { label }) }
    },
  )
}

/** Without scheme, `www.` and slash at the end; the host in lower case. */
function comparableUrl(url: string): string {
  if (url.length > 4096) return url
  const bare = url
    .trim()
    .replace(/^https?:\/\//iu, '')
    .replace(/^www\./iu, '')
    .replace(/\/+$/u, '')
  return bare.replace(/^[^/?#]*/u, (host) => host.toLowerCase())
}

export const mergeHandles = (entries: ContactDraft['handles']) =>
  byKey(entries, (one) => `${one.service}\n${one.handle.trim().toLowerCase()}`)
export const mergeRelations = (entries: ContactDraft['relations']) =>
  byKey(
    entries,
    (one) => `${one.kind}\n${foldedText(one.name)}`,
    (kept, added) => {
      const label = kept.label ?? added.label
      return label === undefined ? kept : { ...kept, label }
    },
  )
export const mergeNotes = (entries: readonly string[]) => byKey(entries, (note) => note.replace(/\s+/gu, ' ').trim())
export const mergeCategories = (entries: readonly string[]) => byKey(entries, foldedText)
