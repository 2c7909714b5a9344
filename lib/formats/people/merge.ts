// Two records of one person as one: every list holds both, the first one's values come first, and where the two contradict each other on
// what a draft holds only once (a name's part, the sex, an id) the second one's word is kept among the unknown fields. Nothing is lost,
// nothing is there twice, and merging again changes nothing.
import type { ContactDraft, PartialDate, PersonName, PhotoDraft, UnknownField } from '../draft.ts'
import {
  foldedText,
  mergeAddresses,
  mergeCategories,
  mergeDates,
  mergeEmails,
  mergeHandles,
  mergeNotes,
  mergeOrganizations,
  mergePhones,
  mergeRelations,
  mergeUrls,
} from './merge-lists.ts'
import { generations, wordKey } from './name-words.ts'

/** Begins the name of an unknown field that keeps the other record's word: "merged.uid", "merged.name.given". */
export const mergedPrefix = 'merged.'

const nameParts = [
  'full',
  'given',
  'middle',
  'family',
  'prefix',
  'suffix',
  'nickname',
  'maiden',
  'phoneticGiven',
  'phoneticFamily',
] as const
const texts = ['gender', 'language', 'uid', 'linkedIn'] as const

/**
 * Both records as one. `a`'s values come first; a value that only repeats another (compared folded: case, accents, writing of numbers) or
 * tells less than another is not there twice. Where `b` contradicts a value that is held once, it stays as an unknown field with the
 * prefix `merged.`. Place, label and preference of a value are `a`'s, filled by `b`'s. `kind` and `source` are `a`'s.
 * merge(merge(a, b), b) equals merge(a, b); merge(b, a) holds the same values in another order.
 */
export function mergeDrafts(a: ContactDraft, b: ContactDraft): ContactDraft {
  const others: UnknownField[] = []
  const keep = (name: string, value: string) => others.push({ name: mergedPrefix + name, value })
  const name = mergeNames(a.name, b.name, keep)
  const held: { [key in (typeof texts)[number]]?: string } = {}
  for (const key of texts) {
    const [first, second] = [a[key], b[key]]
    const value = first ?? second
    if (value !== undefined) held[key] = value
    if (first !== undefined && second !== undefined && !isSameText(key, first, second)) keep(key, second)
  }
  const photo = a.photo ?? b.photo
  if (a.photo !== undefined && b.photo !== undefined && photoText(a.photo) !== photoText(b.photo)) keep('photo', photoText(b.photo))
  const connectedOn = mergeConnectedOn(a, b, keep)
  const merged: ContactDraft = {
    kind: a.kind,
    name,
    emails: mergeEmails([...a.emails, ...b.emails]),
    phones: mergePhones([...a.phones, ...b.phones]),
    addresses: mergeAddresses([...a.addresses, ...b.addresses]),
    organizations: mergeOrganizations([...a.organizations, ...b.organizations]),
    urls: mergeUrls([...a.urls, ...b.urls]),
    handles: mergeHandles([...a.handles, ...b.handles]),
    dates: mergeDates([...a.dates, ...b.dates]),
    relations: mergeRelations([...a.relations, ...b.relations]),
    notes: mergeNotes([...a.notes, ...b.notes]),
    categories: mergeCategories([...a.categories, ...b.categories]),
    ...(photo === undefined ? {} : { photo }),
    ...held,
    ...(connectedOn === undefined ? {} : { connectedOn }),
    unknown: [],
    source: a.source,
  }
  return { ...merged, unknown: mergeUnknown(merged, [...a.unknown, ...b.unknown].filter(isNotConnectedOn).concat(others)) }
}

/** The record with what it holds twice held once; merging it with itself changes nothing any more. */
export function withoutDoubles(draft: ContactDraft): ContactDraft {
  return mergeDrafts(draft, draft)
}

function mergeNames(a: PersonName, b: PersonName, keep: (name: string, value: string) => void): PersonName {
  const name: { -readonly [part in keyof PersonName]?: string } = {}
  for (const part of nameParts) {
    const [first, second] = [a[part] || undefined, b[part] || undefined]
    // "Jr" beside the name of one who may be the father would make him the son.
    const isOthers = part === 'suffix' && first === undefined && second !== undefined && a.full !== '' && isGeneration(second)
    const value = isOthers ? undefined : (first ?? second)
    if (value !== undefined) name[part] = value
    if (second === undefined) continue
    if (part === 'full') {
      if (first !== undefined && !isSameText('name.full', wholeOf(a), wholeOf(b))) keep('name.full', wholeOf(b))
    } else if (isOthers || (first !== undefined && !isSameText(`name.${part}`, first, second))) keep(`name.${part}`, second)
  }
  return { ...name, full: name.full ?? '' }
}

/** The whole name with the suffix that it may lack. */
const wholeOf = ({ full, suffix }: PersonName) => (suffix === undefined || full.includes(suffix) ? full : `${full} ${suffix}`)

const isGeneration = (suffix: string) => suffix.split(/[\s,]+/u).some((word) => generations.has(wordKey(word)))

/** Whole names are the same in any order of their words; ids to the letter; everything else folded. */
function isSameText(key: string, a: string, b: string): boolean {
  return comparableValue(key, a) === comparableValue(key, b)
}

function comparableValue(key: string, text: string): string {
  if (key === 'uid' || key === 'linkedIn' || key === 'photo' || key === 'connectedOn') return text
  const folded = foldedText(text)
  return key === 'name.full' ? folded.split(' ').sort().join(' ') : folded
}

const isNotConnectedOn = (field: UnknownField) => field.name !== `${mergedPrefix}connectedOn`

/** The days on which the two became connected, those kept aside among them: the first of the fullest ones is held, the others are kept. */
function mergeConnectedOn(a: ContactDraft, b: ContactDraft, keep: (name: string, value: string) => void): PartialDate | undefined {
  const told = [a.connectedOn, b.connectedOn].filter((date) => date !== undefined)
  const kept = [...a.unknown, ...b.unknown]
    .filter((field) => field.name === `${mergedPrefix}connectedOn`)
    .map((field) => dateOf(field.value))
  const [held, ...others] = mergeDates([...told, ...kept].map((date) => ({ kind: 'other', date })))
  for (const other of others) keep('connectedOn', dateText(other.date))
  return held?.date
}

const dateText = (date: PartialDate) => [date.year ?? '', date.month ?? '', date.day ?? ''].join('-')

function dateOf(text: string): PartialDate {
  const [year, month, day] = text.split('-').map((part) => (part === '' ? undefined : Number(part)))
  return { ...(year === undefined ? {} : { year }), ...(month === undefined ? {} : { month }), ...(day === undefined ? {} : { day }) }
}

const photoText = (photo: PhotoDraft) => ('url' in photo ? photo.url : `data:${photo.mediaType};base64,${photo.base64}`)

/** Unknown fields once each; a kept word that is, after all, the one the draft holds is not there. */
function mergeUnknown(merged: ContactDraft, fields: readonly UnknownField[]): UnknownField[] {
  const held = new Set<string>()
  const seen = new Set<string>()
  const entry = (key: string, value: string) => `${key}\n${comparableValue(key, value)}`
  for (const part of nameParts)
    if (merged.name[part]) held.add(entry(`name.${part}`, part === 'full' ? wholeOf(merged.name) : (merged.name[part] ?? '')))
  for (const key of texts) if (merged[key] !== undefined) held.add(entry(key, merged[key] ?? ''))
  if (merged.photo !== undefined) held.add(entry('photo', photoText(merged.photo)))
  return fields.filter((field) => {
    const isKept = field.name.startsWith(mergedPrefix)
    const key = isKept ? entry(field.name.slice(mergedPrefix.length), field.value) : ''
    if (isKept && held.has(key)) return false
    const whole = isKept ? mergedPrefix + key : `${field.name}\n\n${field.value}`
    return seen.has(whole) ? false : seen.add(whole) !== undefined
  })
}
