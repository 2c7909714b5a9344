// One row of a table as a contact: each cell to its place by its column's meaning. What has no place, and is not empty, stays in `unknown`
// under its header, as it was written.
import { type AddressDraft, type ContactDraft, emptyContact, type OrganizationDraft, type Place } from '../draft.ts'
import { cleanLine, cleanText } from '../people/clean.ts'
import { parsePartialDate } from '../people/dates.ts'
import { parseName } from '../people/names.ts'
import type { SkipReason, Warning } from '../reading.ts'
import { restore } from './formula.ts'
import { joinedValues } from './google-columns.ts'
import { type Groups, gatherGroups } from './groups.ts'
import type { Meaning } from './headers.ts'
import { addDate, addEmails, addPhones, addUrls, defaults, emptyMaking, foldedValue, type Making, type RowFacts } from './making.ts'
import type { Column } from './plan.ts'
import { isoDate } from './values.ts'

/** The contact of a row, with the warnings to tell after it. Cells beyond the columns go to `unknown`. */
export function contactOfRow(
  cells: readonly string[],
  columns: readonly Column[],
  facts: RowFacts,
): { draft: ContactDraft; warnings: readonly Warning[]; aside: SkipReason | undefined } {
  const making = emptyMaking()
  const groups: Groups = new Map()
  const spares: { readonly meaning: Meaning; readonly header: string; readonly cell: string; readonly text: string }[] = []
  for (let at = 0; at < cells.length; at++) {
    const raw = cells[at]
    if (raw === undefined || raw === '') continue
    const cell = restore(raw)
    const text = cleanText(cell)
    if (text === '') continue
    const column = columns[at]
    if (column !== undefined && column.numbered === undefined && isNoValue(text, facts)) {
      making.unknown.push({ name: column.header, value: cell })
      continue
    }
    if (column === undefined) {
      making.unknown.push({ name: '', value: cell })
      making.warnings.push({ code: 'extra_cells', line: facts.line, detail: text.slice(0, 80) })
    } else if (column.numbered !== undefined) {
      const { kind, number } = column.numbered
      const key = `${kind} ${number}`
      const group = groups.get(key) ?? []
      if (group.length === 0) groups.set(key, group)
      group.push({ ...column.numbered, header: column.header, text })
    } else if (column.isSpare) spares.push({ meaning: column.meaning, header: column.header, cell, text })
    else if (!put(making, column.meaning, text, facts)) making.unknown.push({ name: column.header, value: cell })
  }
  for (const { meaning, header, cell, text } of spares) {
    const held = heldIn(making, meaning)
    if (held === undefined ? !put(making, meaning, text, facts) : held !== cleanLine(text))
      making.unknown.push({ name: header, value: cell })
  }
  gatherGroups(groups, making, facts)
  const draft = finished(making, facts)
  const isOutOfReach = making.isExchange && making.emails.length === 0 && making.phones.length === 0 && draft.linkedIn === undefined
  return { draft, warnings: making.warnings, aside: isOutOfReach ? 'exchange_only' : undefined }
}

/** What a spreadsheet writes where it could not calculate, and in hand-made lists people where there is nothing. */
const isNoValue = (text: string, { format }: RowFacts) =>
  /^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!)$/u.test(text) || (format === 'unknown-csv' && /^(?:n\/a|[-–—.]+)$/iu.test(text))

/** Puts one cell in its place; false when it has none. */
function put(making: Making, meaning: Meaning, text: string, facts: RowFacts): boolean {
  const simple = fields.get(meaning)
  if (simple !== undefined) return simple(making, text, facts)
  const dot = meaning.indexOf('.')
  if (dot < 0) return false
  const [head, tail] = [meaning.slice(0, dot), meaning.slice(dot + 1)]
  if (head === 'email') return addEmails(making, text, tail as Place, facts)
  if (head === 'phone') return addPhones(making, text, { place: tail as Place, kind: 'voice' }, facts)
  if (head === 'fax') return addPhones(making, text, { place: tail as Place, kind: 'fax' }, facts)
  if (head === 'labelled')
    return addPhones(making, text, { place: tail === 'company' ? 'work' : 'other', kind: 'voice', label: tail }, facts)
  if (head === 'url') return addUrls(making, text, tail === 'work' || tail === 'home' ? tail : 'other')
  if (head === 'work' || head === 'home' || head === 'other') {
    const address = making.addresses.get(head) ?? {}
    making.addresses.set(head, address)
    address[tail] = text
    return true
  }
  return false
}

/** What a place for one value holds by now, on one line. */
function heldIn(making: Making, meaning: Meaning): string | undefined {
  const [head = '', tail] = meaning.split('.')
  const workPart = workParts.find(([one]) => one === meaning)?.[1]
  if (tail !== undefined) return making.addresses.get(head as Place)?.[tail]
  if (workPart !== undefined) return making.work[workPart]
  if (nameParts.includes(meaning)) return making.name[meaning]
  if (head.startsWith('birth')) return making.birth[meaning]
  if (meaning === 'photo') return making.once.photo?.url
  if (meaning === 'connectedOn') return making.once.connectedOn && isoDate(making.once.connectedOn)
  return making.once[meaning as 'gender' | 'language']
}

type Field = (making: Making, text: string, facts: RowFacts) => boolean
const kept =
  (write: (making: Making, text: string, facts: RowFacts) => void): Field =>
  (making, text, facts) => {
    write(making, text, facts)
    return true
  }
const nameParts = [
  'full',
  'salutation',
  'given',
  'middle',
  'family',
  'prefix',
  'suffix',
  'nickname',
  'maiden',
  'phoneticGiven',
  'phoneticFamily',
]
const workParts = [
  ['organization', 'name'],
  ['department', 'department'],
  ['title', 'title'],
  ['role', 'role'],
  ['orgLocation', 'location'],
] as const

const fields: ReadonlyMap<Meaning, Field> = new Map<Meaning, Field>([
  ...nameParts.map(
    (part) =>
      [
        part,
        kept(({ name }, text) => {
          name[part] = cleanLine(text)
        }),
      ] as const,
  ),
  ...workParts.map(
    ([meaning, part]) =>
      [
        meaning,
        kept(({ work }, text) => {
          work[part] = cleanLine(text)
        }),
      ] as const,
  ),
  [
    'family-first',
    kept(({ name }, text) => {
      const words = cleanLine(text).split(' ')
      name['full'] = words.join(' ')
      // Two words and no comma: only the header tells which is which.
      if (words.length === 2 && !text.includes(',')) [name['family'] = '', name['given'] = ''] = words
    }),
  ],
  ['email', (making, text, facts) => addEmails(making, text, 'other', facts)],
  // "SMTP" says nothing, and "EX" only what the address shows itself.
  ['emailType', (_, text) => defaults.has(foldedValue(text)) || text === 'EX'],
  ['emailName', putEmailName],
  ['fileAs', putFileAs],
  ['mobile', (making, text, facts) => addPhones(making, text, { place: 'other', kind: 'mobile' }, facts)],
  ['pager', (making, text, facts) => addPhones(making, text, { place: 'other', kind: 'pager' }, facts)],
  ['car', (making, text, facts) => addPhones(making, text, { place: 'other', kind: 'car' }, facts)],
  ['telex', (making, text, facts) => addPhones(making, text, { place: 'work', kind: 'telex' }, facts)],
  ['tty', (making, text, facts) => addPhones(making, text, { place: 'other', kind: 'tty' }, facts)],
  ['birthday', (making, text, facts) => addDate(making, 'birthday', text, facts)],
  ['anniversary', (making, text, facts) => addDate(making, 'anniversary', text, facts)],
  ...['birthYear', 'birthMonth', 'birthDay'].map(
    (part) =>
      [
        part,
        kept(({ birth }, text) => {
          birth[part] = text
        }),
      ] as const,
  ),
  [
    'connectedOn',
    (making, text, facts) => {
      const date = parsePartialDate(text, facts.dates)
      if (date !== undefined) making.once.connectedOn = date
      return date !== undefined
    },
  ],
  ['linkedin', (making, text) => addUrls(making, text, 'profile')],
  ['notes', kept(({ notes }, text) => void notes.push(text))],
  ['categories', kept(({ categories }, text, facts) => void categories.push(...categoriesOf(text, facts)))],
  [
    'gender',
    kept(({ once }, text) => {
      if (!defaults.has(foldedValue(text))) once.gender = text
    }),
  ],
  [
    'language',
    kept(({ once }, text) => {
      once.language = text
    }),
  ],
  ['flag', (_, text) => defaults.has(foldedValue(text))],
  [
    'photo',
    ({ once }, text) => {
      if (!/^https?:\/\//iu.test(text)) return false
      once.photo = { url: text }
      return true
    },
  ],
  ['handle', kept(({ handles }, text) => void handles.push({ service: 'other', handle: cleanLine(text) }))],
  ['spouse', kept((making, text) => void making.relations.push({ kind: 'spouse', name: cleanLine(text) }))],
  [
    'children',
    kept((making, text) => {
      for (const name of text
        .split(/[;,\n]/u)
        .map(cleanLine)
        .filter(Boolean))
        making.relations.push({ kind: 'child', name })
    }),
  ],
  ['assistant', kept((making, text) => void making.relations.push({ kind: 'assistant', name: cleanLine(text) }))],
  ['manager', kept((making, text) => void making.relations.push({ kind: 'manager', name: cleanLine(text) }))],
  ['referredBy', kept((making, text) => void making.relations.push({ kind: 'referred-by', name: cleanLine(text) }))],
])

/** Outlook parts them by semicolons or, elsewhere, commas; Google by its own sign alone. */
const categoriesOf = (text: string, { format }: RowFacts) =>
  (text.includes(':::') || format === 'google-csv' ? joinedValues(text) : text.split(text.includes(';') ? /[;\n]/u : /[,\n]/u))
    .map((category) => category.trim().replace(/^(?:\*\s+)+/u, ''))
    .filter((category) => category !== '' && !/^my ?contacts$/iu.test(category))

/** The name in the ways that programs put it together, folded. */
function namesOf({ name: { full = '', given = '', family = '', middle = '', prefix = '', suffix = '' } }: Making): string[] {
  return [
    full,
    `${given} ${family}`,
    `${family} ${given}`,
    `${family}, ${given}`,
    `${given} ${middle} ${family}`,
    `${family}, ${given} ${middle}`,
    [prefix, given, middle, family, suffix].filter(Boolean).join(' '),
  ].map(foldedValue)
}

const isBlankName = (name: string) => /^[, ]*$/u.test(name)

/** A key to sort by says nothing new when it is the name; the name when there is no other. */
function putFileAs(making: Making, text: string): boolean {
  const names = namesOf(making)
  if (names.includes(foldedValue(text))) return true
  if (!names.every(isBlankName)) return false
  making.name['full'] = cleanLine(text)
  return true
}

/** The name shown beside an address: nothing new when it repeats the address; the person's name when there is no other. */
function putEmailName(making: Making, text: string): boolean {
  const shown = foldedValue(text.replace(/\s*[(<][^()<>]*@[^()<>]*[)>]\s*$/u, '').replace(/^['"]+|['"]+$/gu, ''))
  const names = namesOf(making)
  if (names.includes(shown) || making.emails.some(({ address }) => foldedValue(address) === shown)) return true
  if (names.every(isBlankName) && !shown.includes('@')) {
    making.name['full'] = cleanLine(text)
    return true
  }
  return false
}

function finished(making: Making, facts: RowFacts): ContactDraft {
  const { name, addresses, work, further, once, birth } = making
  addBirth(making, birth, facts)
  const organization = work as OrganizationDraft
  return {
    ...emptyContact({ format: facts.format, line: facts.line }),
    name: parseName({ ...name, ...prefixOf(name) }),
    emails: making.emails,
    phones: making.phones,
    addresses: [...[...addresses].map(([place, parts]) => addressOf(place, parts)), ...further.addresses],
    organizations: [...(Object.keys(work).length === 0 ? [] : [organization]), ...further.organizations],
    urls: making.urls,
    handles: making.handles,
    dates: making.dates,
    relations: making.relations,
    notes: making.notes,
    categories: making.categories,
    unknown: making.unknown,
    ...once,
  }
}

/** Thunderbird's birthday in three cells; parts that make no day stay as they are. */
function addBirth(making: Making, { birthYear, birthMonth, birthDay }: Making['birth'], facts: RowFacts): void {
  if (birthYear === undefined && birthMonth === undefined && birthDay === undefined) return
  const isDay = birthMonth !== undefined && birthDay !== undefined
  const text =
    birthYear === undefined ? `--${pad(birthMonth)}-${pad(birthDay)}` : [birthYear, birthMonth, birthDay].filter(Boolean).map(pad).join('-')
  const isTold = isDay || (birthYear !== undefined && birthDay === undefined)
  if (isTold && addDate(making, 'birthday', text, facts)) return
  const parts = { 'Birth Year': birthYear, 'Birth Month': birthMonth, 'Birth Day': birthDay }
  for (const [name, value] of Object.entries(parts)) if (value !== undefined) making.unknown.push({ name, value })
}

/** "Frau" and "Dr." of two columns are one prefix. */
function prefixOf({ salutation = '', prefix = '' }: Making['name']) {
  const isTwice = foldedValue(` ${prefix} `).includes(foldedValue(` ${salutation} `))
  return { prefix: isTwice ? prefix : [salutation, prefix].filter(Boolean).join(' ') }
}

const pad = (part: string | undefined) => (part ?? '').padStart(2, '0')

function addressOf(place: Place, { street2, street3, ...parts }: Record<string, string>): AddressDraft {
  const street = [parts['street'], street2, street3].filter((line) => line !== undefined).join('\n')
  return { place, ...parts, ...(street === '' ? {} : { street }) }
}
