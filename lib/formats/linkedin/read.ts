// LinkedIn's archive, whole or one file of it: the member's profile out of many files, and the contacts of the others. Files are known by their
// header rows; what holds neither is told as a warning and left.
import { AppError } from '../../base/errors.ts'
import { asBytes, gatherBytes } from '../bytes.ts'
import { restore } from '../csv/formula.ts'
import { foldHeader } from '../csv/headers.ts'
import { readCsv } from '../csv/read.ts'
import { csvRows } from '../csv/rows.ts'
import { type ContactDraft, emptyContact } from '../draft.ts'
import { eventOf } from '../events.ts'
import { cleanText } from '../people/clean.ts'
import { comparableName } from '../people/comparable-name.ts'
import { parsePartialDate } from '../people/dates.ts'
import { linkedInIdentity } from '../people/linkedin-identity.ts'
import { parseName } from '../people/names.ts'
import { type Bytes, defaultLimits, type FileFacts, type ReadEvent, type ReadLimits, type ReadOptions } from '../reading.ts'
import { decodeBytes } from '../text/decode.ts'
import { type Watch, watchReading } from '../watch.ts'
import { createUnpacker } from '../zip/content.ts'
import { readDirectory } from '../zip/directory.ts'
import { fileOfHeader, type LinkedInFile } from './files.ts'
import { addProfileRow, type Cells, type ProfileMaking, startProfile } from './profile.ts'

interface Opened {
  readonly path: string
  readonly content: Uint8Array
  readonly file: LinkedInFile
  readonly facts: FileFacts
  /** Line of the header row. */
  readonly headerLine: number
}

/**
 * Reads the archive: `facts` for each file that holds records (variant: what it holds), a `contact` or `skip` for each of their rows, and one
 * `profile` at the end when there was one. Recommendations that are hidden or pending are skipped as `withheld`. Files that hold neither, and
 * entries that cannot be opened (encrypted, an archive within), give an `entry_ignored` warning. Where no file is one of LinkedIn's, each
 * that `readerOf` knows is read by its reader, as in an archive of cards.
 * Fails with `file_broken` and `import_limit` as zip/ does, and with `format_unknown` when there is nothing to read.
 */
export async function* readLinkedInArchive(
  bytes: Bytes,
  options: ReadOptions,
  readerOf: (head: Uint8Array) => EntryReader | undefined = () => undefined,
): AsyncGenerator<ReadEvent> {
  const watch = watchReading(options)
  const whole = await gatherBytes(bytes, watch)
  yield { type: 'progress', bytesRead: whole.length }
  const unpack = createUnpacker(whole, watch.limits)
  const opened: Opened[] = []
  const others: Other[] = []
  for (const entry of readDirectory(whole, watch.limits)) {
    watch.check()
    if (entry.name === 'xl/workbook.xml') throw new AppError('file_broken', { format: 'workbook', reason: 'workbook' })
    const ignored = (detail: string): ReadEvent => ({
      type: 'warning',
      warning: { code: 'entry_ignored', entry: entry.name, line: 0, detail },
    })
    if (entry.isEncrypted) {
      yield ignored('encrypted')
      continue
    }
    const content = unpack(entry)
    if (content[0] === 0x50 && content[1] === 0x4b && (content[2] === 3 || content[2] === 5)) {
      yield ignored('archive')
      continue
    }
    const found = await openFile(entry.name, content, options)
    const reader = found === undefined ? readerOf(content) : undefined
    if (reader !== undefined) others.push({ path: entry.name, content, reader, ignored: ignored('unknown') })
    else if (found === undefined || !found.file.isRead) yield ignored(found?.file.kind ?? 'unknown')
    else opened.push(found)
  }
  if (opened.length === 0 && others.length === 0) throw new AppError('format_unknown')
  if (opened.length === 0) return yield* readOthers(others, options)
  for (const other of others) yield other.ignored
  yield* readFiles(inOrder(opened), options, watch)
}

type EntryReader = (bytes: Bytes, options: ReadOptions) => AsyncIterable<ReadEvent>

interface Other {
  readonly path: string
  readonly content: Uint8Array
  readonly reader: EntryReader
  readonly ignored: ReadEvent
}

/** Files of other programs, one after another; all of them together keep to the limits. */
async function* readOthers(others: readonly Other[], options: ReadOptions): AsyncGenerator<ReadEvent> {
  let records = options.limits?.records ?? defaultLimits.records
  for (const { path, content, reader } of others) {
    for await (const event of reader(asBytes(content), { ...options, limits: { ...options.limits, records } })) {
      if (event.type === 'progress') continue
      if (event.type !== 'facts' && event.type !== 'warning') records--
      yield inEntry(event, path)
    }
  }
}

function inEntry(event: ReadEvent, entry: string): ReadEvent {
  switch (event.type) {
    case 'facts':
      return { ...event, entry }
    case 'contact':
      return { ...event, draft: { ...event.draft, source: { ...event.draft.source, entry } } }
    case 'profile':
      return { ...event, draft: { ...event.draft, source: { ...event.draft.source, entry } } }
    case 'skip':
      return { ...event, skip: { ...event.skip, entry } }
    case 'warning':
      return { ...event, warning: { ...event.warning, entry } }
    case 'progress':
      return event
  }
}

/** One file of the archive by itself, such as Positions.csv. Fails with `format_unknown` when it is none of them. */
export async function* readLinkedInFile(bytes: Bytes, options: ReadOptions): AsyncGenerator<ReadEvent> {
  const watch = watchReading(options)
  const content = await gatherBytes(bytes, watch)
  const opened = await openFile('', content, options)
  if (opened === undefined || !opened.file.isRead) throw new AppError('format_unknown')
  yield* readFiles([opened], options, watch)
}

/** What a file is, by the first of its rows that is one of LinkedIn's headers. */
async function openFile(path: string, content: Uint8Array, options: ReadOptions): Promise<Opened | undefined> {
  const head = content.subarray(0, 65_536)
  if (head.subarray(0, 1024).includes(0) && !(head[0] === 0xff || head[0] === 0xfe)) return undefined
  const { encoding, hasByteOrderMark, text } = await decodeBytes(asBytes(head), { encoding: options.encoding })
  let rows = 0
  for await (const { cells, line } of csvRows(text, { delimiter: ',' })) {
    const file = fileOfHeader(cells, path)
    if (file !== undefined)
      return {
        path,
        content,
        file,
        headerLine: line,
        facts: { format: 'linkedin-archive', variant: file.kind, encoding, hasByteOrderMark, delimiter: ',' },
      }
    if (++rows > 10) return undefined
  }
  return undefined
}

/** Columns of days, of whatever file. */
const dayHeaders = ['Started On', 'Finished On', 'Start Date', 'End Date', 'Issued On', 'Published On', 'Birth Date', 'Creation Date']
const isDay = (text: string) =>
  parsePartialDate(text, { order: 'mdy' }) !== undefined ||
  /^(?:present|now|today|aujourd.hui|heute|heden|oggi|actualidad|presente|atual)$/iu.test(text)

const localeFolder = /(?:^|\/)([a-z]{2}_[A-Z]{2})\//u

/** Notes before the connections they belong to; a profile at the root before those in a language's folder. */
function inOrder(files: readonly Opened[]): Opened[] {
  const rank = ({ file, path }: Opened) => (file.kind === 'notes' ? 0 : file.kind === 'profile' ? (localeFolder.test(path) ? 2 : 1) : 3)
  return files.toSorted((a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : 1))
}

interface Note {
  readonly key: string
  readonly identity: string | undefined
  readonly given: string
  readonly family: string
  readonly path: string
  readonly line: number
  text: readonly string[]
}

interface Reading {
  readonly options: ReadOptions
  readonly watch: Watch
  /** By identity, or by name where there is none: notes not yet joined to a contact. An archive may hold one for each of the connections, so no more is kept than is needed. */
  readonly notes: Map<string, Note>
  readonly notesByName: Map<string, Note[]>
  /** How many contacts bear each name; empty where there are no notes. */
  namesakes: ReadonlyMap<string, number>
  profile: ProfileMaking | undefined
  records: number
}

async function* readFiles(files: readonly Opened[], options: ReadOptions, watch: Watch): AsyncGenerator<ReadEvent> {
  const reading: Reading = {
    options,
    watch,
    notes: new Map(),
    notesByName: new Map(),
    namesakes: new Map(),
    profile: undefined,
    records: 0,
  }
  for (const opened of files) {
    const entry = opened.path === '' ? {} : { entry: opened.path }
    yield { type: 'facts', facts: opened.facts, ...entry }
    const isOfContacts = opened.file.kind === 'connections' || opened.file.kind === 'imported'
    // Notes were read first.
    if (isOfContacts && reading.namesakes.size === 0 && reading.notes.size > 0) reading.namesakes = await countNames(files, options)
    if (isOfContacts) yield* contactsOf(opened, reading)
    else yield* rowsOf(opened, reading)
  }
  for (const note of reading.notes.values()) yield eventOf(draftOf(note), options)
  if (reading.profile !== undefined) yield { type: 'profile', draft: reading.profile }
}

/** Read as a table; its events carry the entry, its notes are put to it. */
async function* contactsOf({ path, content }: Opened, reading: Reading): AsyncGenerator<ReadEvent> {
  const limits: Partial<ReadLimits> = { ...reading.options.limits, records: reading.watch.limits.records - reading.records }
  for await (const event of readCsv(asBytes(content), { ...reading.options, limits })) {
    if (event.type === 'facts' || event.type === 'progress') continue
    if (event.type !== 'warning') reading.records++
    const note = event.type === 'contact' ? takeNote(event.draft, reading) : undefined
    const whole =
      event.type === 'contact' && note ? { ...event, draft: { ...event.draft, notes: [...event.draft.notes, ...note.text] } } : event
    yield path === '' ? whole : inEntry(whole, path)
  }
}

/**
 * The note of a contact: of the same identity; or, where one of the two tells none, of the same name, as long as nobody else bears it: a note is
 * not for other eyes.
 */
function takeNote({ linkedIn, name }: ContactDraft, { notes, notesByName, namesakes }: Reading): Note | undefined {
  const own = linkedIn === undefined ? undefined : notes.get(linkedIn)
  const key = nameKey(name.given ?? name.full, name.family ?? '')
  const named = own === undefined && key !== '' && namesakes.get(key) === 1 ? notesByName.get(key) : undefined
  const [other] = named ?? []
  const isOthers = other?.identity !== undefined && linkedIn !== undefined
  const note = own ?? (named?.length === 1 && !isOthers ? other : undefined)
  if (note !== undefined) notes.delete(note.key)
  return note
}

const nameKey = (given: string, family: string) => comparableName(`${given} ${family}`)

/** How many contacts bear each name. */
async function countNames(files: readonly Opened[], options: ReadOptions): Promise<Map<string, number>> {
  const names = new Map<string, number>()
  for (const { content, file, headerLine } of files) {
    if (file.kind !== 'connections' && file.kind !== 'imported') continue
    const { text } = await decodeBytes(asBytes(content), options)
    let places: readonly number[] = []
    for await (const { cells, line } of csvRows(text, { delimiter: ',', limits: options.limits, signal: options.signal })) {
      if (line === headerLine) {
        const folded = cells.map(foldHeader)
        places = ['first name', 'last name'].map((header) => Math.max(folded.indexOf(header), folded.indexOf(header.replace(' ', ''))))
      } else if (line > headerLine) {
        const key = nameKey(cells[places[0] ?? -1] ?? '', cells[places[1] ?? -1] ?? '')
        names.set(key, (names.get(key) ?? 0) + 1)
      }
    }
  }
  return names
}

async function* rowsOf(opened: Opened, reading: Reading): AsyncGenerator<ReadEvent> {
  const { path, content, file, headerLine } = opened
  const { options, watch } = reading
  const pending: ReadEvent[] = []
  const entry = path === '' ? {} : { entry: path }
  const { text } = await decodeBytes(asBytes(content), {
    ...options,
    onWarning: (warning) => pending.push({ type: 'warning', warning: { ...warning, ...entry } }),
  })
  let columns = new Map<string, number>()
  for await (const { cells, line, fault } of csvRows(text, { delimiter: ',', limits: options.limits, signal: options.signal })) {
    if (line < headerLine) continue
    if (line === headerLine) {
      columns = new Map(cells.map((header, at) => [foldHeader(header), at]))
      continue
    }
    watch.allow('records', ++reading.records)
    if (reading.records % 256 === 0) watch.check()
    if (fault === 'too_large' || fault === 'unfinished') {
      yield {
        type: 'skip',
        skip: { reason: fault === 'unfinished' ? 'broken' : 'too_large', ...entry, line, hint: (cells[0] ?? '').slice(0, 80) },
      }
      continue
    }
    if (cells.every((one) => one.trim() === '')) {
      yield { type: 'skip', skip: { reason: 'empty', ...entry, line, hint: '' } }
      continue
    }
    const cell: Cells = (header) => restore(cells[columns.get(foldHeader(header)) ?? -1] ?? '')
    if (file.kind === 'notes') keepNote(cell, path, line, reading)
    else {
      reading.profile ??= startProfile(path)
      const aside = addProfileRow(reading.profile, file.kind as 'profile', {
        cells: cell,
        entry: path,
        line,
        locale: localeFolder.exec(path)?.[1],
        country: options.country,
      })
      for (const header of dayHeaders) {
        const value = cell(header).trim()
        if (value === '' || isDay(value)) continue
        reading.profile.unknown.push({ name: `${file.name} ${header}`, value })
        yield { type: 'warning', warning: { code: 'bad_date', ...entry, line, detail: value.slice(0, 80) } }
      }
      if (aside !== undefined) yield { type: 'skip', skip: { ...aside, ...entry, line } }
    }
    yield* pending.splice(0)
  }
  yield* pending
}

/** A note waits for its connection; one without becomes a contact of its own. */
function keepNote(cell: Cells, path: string, line: number, { notes, notesByName }: Reading): void {
  const identity = linkedInIdentity(cell('Connection Profile URL'))
  const [given, family] = [cell('Connection First Name'), cell('Connection Last Name')]
  const isNamed = /\p{L}/u.test(given + family)
  const name = nameKey(given, family)
  const key = identity ?? (isNamed ? `name ${name}` : `${path} ${line}`)
  const text = cleanText(cell('Note'))
  const before = notes.get(key)
  const note = before ?? { key, identity, given, family, path, line, text: [] }
  if (text !== '') note.text = [...note.text, text]
  if (before) return
  notes.set(key, note)
  if (!isNamed) return
  const same = notesByName.get(name)
  if (same === undefined) notesByName.set(name, [note])
  else same.push(note)
}

function draftOf({ identity, given, family, path, line, text }: Note): ContactDraft {
  return {
    ...emptyContact({ format: 'linkedin-archive', line, ...(path === '' ? {} : { entry: path }) }),
    name: parseName({ given, family }),
    notes: text,
    ...(identity === undefined ? {} : { linkedIn: identity }),
  }
}
