// Any table of contacts as a stream of events: recognised by its header, each row a contact or a skip with its line. Memory is the head (64 kB),
// then one piece and one row.
import { AppError, isAppError } from '../../base/errors.ts'
import { eventOf } from '../events.ts'
import type { DateHint } from '../people/dates.ts'
import { type Bytes, defaultLimits, type FileFacts, type ReadEvent, type ReadOptions, type Warning } from '../reading.ts'
import { decodeBytes } from '../text/decode.ts'
import { watchReading } from '../watch.ts'
import { contactOfRow } from './contact.ts'
import { guessColumns } from './guess.ts'
import { type Column, planColumns, settleColumns } from './plan.ts'
import { type RecognisedTable, recogniseCsv } from './recognise.ts'
import { type CsvRow, csvRows, rowReading } from './rows.ts'

const headLength = 64 * 1024
/** Rows whose cells are looked at for what an unknown column is. */
const sampleRows = 50

/**
 * Reads a table: `facts` (variant: the language of the headers or the age of the file; for an unknown table each column's guess), then one
 * `contact` or `skip` for each row under the header, its warnings after it.
 * Fails with `format_unknown` for a text that is no table of contacts, with `import_limit` and `encoding_wrong`, after everything before
 * was told.
 */
export async function* readCsv(bytes: Bytes, options: ReadOptions): AsyncGenerator<ReadEvent> {
  const watch = watchReading(options)
  const pending: Warning[] = []
  let bytesRead = 0
  let told = 0
  const { encoding, hasByteOrderMark, text } = await decodeBytes(bytes, {
    ...options,
    onProgress: (count) => {
      bytesRead = count
    },
    onWarning: (warning) => pending.push(warning),
  })
  const { head, pieces, failure } = await readHeadText(text)
  const table = recogniseCsv(head, options.delimiter)
  if (table === undefined) throw failure ?? new AppError('format_unknown')
  const { columns, dates } = plan(table, head, options)
  yield { type: 'facts', facts: factsOf(table, columns, { encoding, hasByteOrderMark }) }
  let records = 0
  for await (const row of csvRows(pieces, { delimiter: table.delimiter, limits: options.limits, signal: options.signal })) {
    if (row.line <= table.headerLine) continue
    if (table.headerLine === 0 && row.line === 1 && /^sep=/iu.test(row.cells[0] ?? '')) continue
    watch.allow('records', ++records)
    if (records % 256 === 0) watch.check()
    yield* eventsOf(row, columns, table, dates, options)
    for (const warning of pending.splice(0)) yield { type: 'warning', warning }
    if (bytesRead - told >= 65_536) {
      told = bytesRead
      yield { type: 'progress', bytesRead }
    }
  }
  for (const warning of pending) yield { type: 'warning', warning }
  yield { type: 'progress', bytesRead }
}

/** The first text, and all of it again from the beginning. A failure after some text is told when the pieces come to it. */
async function readHeadText(text: AsyncIterable<string>) {
  const source = text[Symbol.asyncIterator]()
  let head = ''
  let failure: Error | undefined
  try {
    while (head.length < headLength) {
      const { done, value } = await source.next()
      if (done === true) break
      head += value
    }
  } catch (error) {
    failure = error as Error
  }
  async function* pieces() {
    try {
      yield head
      if (failure !== undefined) throw failure
      for (;;) {
        const { done, value } = await source.next()
        if (done === true) return
        yield value
      }
    } finally {
      await source.return?.()
    }
  }
  return { head: head.slice(0, headLength), pieces: pieces(), failure }
}

function plan(table: RecognisedTable, head: string, options: ReadOptions): { columns: Column[]; dates: DateHint } {
  const rows = headRows(head, table)
  const header = rows.find(({ line }) => line === table.headerLine)?.cells
  const below = rows.filter(({ line }) => line > table.headerLine)
  const width = Math.max(0, ...below.slice(0, sampleRows).map(({ cells }) => cells.length))
  const names = header ?? Array.from({ length: width }, (_, at) => `column ${at + 1}`)
  const planned = planColumns(names, table.language, options.columns)
  const cells = below.map((row) => row.cells)
  const sample = cells.slice(0, sampleRows)
  const columns = settleColumns(table.format === 'unknown-csv' ? guessColumns(planned, sample) : planned, sample)
  return { columns, dates: { order: dateOrder(table, columns, cells) } }
}

/** The rows to plan by. A row of too many cells ends them; it is told when the reading comes to it. */
function headRows(head: string, table: RecognisedTable): CsvRow[] {
  const rows: CsvRow[] = []
  try {
    for (const row of rowReading(table.delimiter, defaultLimits).take(head, true)) rows.push(row)
  } catch (error) {
    if (!isAppError(error)) throw error
  }
  return rows
}

/** Month first only in English tables of Outlook and Yahoo, and only when no cell says otherwise. */
function dateOrder({ format, language, variant }: RecognisedTable, columns: readonly Column[], rows: readonly (readonly string[])[]) {
  const places = columns.flatMap(({ meaning }, at) => (meaning === 'birthday' || meaning === 'anniversary' ? [at] : []))
  for (const row of rows) {
    for (const at of places) {
      const [first = 0, second = 0] = (/^\s*(\d{1,2})[/-](\d{1,2})[/-]\d{2,4}/u.exec(row[at] ?? '') ?? []).slice(1).map(Number)
      if (first > 12) return 'dmy'
      if (second > 12) return 'mdy'
    }
  }
  return language === 'en' && variant !== 'gb' && format !== 'unknown-csv' ? 'mdy' : 'dmy'
}

function factsOf(table: RecognisedTable, columns: readonly Column[], found: Pick<FileFacts, 'encoding' | 'hasByteOrderMark'>): FileFacts {
  const { format, variant, delimiter } = table
  return {
    format,
    ...(variant === undefined ? {} : { variant }),
    ...found,
    delimiter,
    ...(format === 'unknown-csv' && { columns: columns.map(({ header, meaning, certainty }) => ({ header, meaning, certainty })) }),
  }
}

function* eventsOf(
  row: CsvRow,
  columns: readonly Column[],
  table: RecognisedTable,
  dates: DateHint,
  options: ReadOptions,
): Generator<ReadEvent> {
  const { line, cells, fault } = row
  if (fault === 'too_large' || fault === 'unfinished') {
    const hint = cells.find((cell) => cell.trim() !== '') ?? ''
    yield { type: 'skip', skip: { reason: fault === 'too_large' ? 'too_large' : 'broken', line, hint: hint.trim().slice(0, 80) } }
    if (fault === 'unfinished') yield { type: 'warning', warning: { code: 'unfinished_file', line, detail: '"' } }
    return
  }
  const { draft, warnings, aside } = contactOfRow(cells, columns, { format: table.format, line, country: options.country, dates })
  yield eventOf(draft, options, aside)
  if (fault === 'bad_quote') yield { type: 'warning', warning: { code: 'bad_quote', line, detail: (cells[0] ?? '').slice(0, 80) } }
  for (const warning of warnings) yield { type: 'warning', warning }
  if (cells.length < columns.length && cells.length > 0 && columns.slice(cells.length).some(({ header }) => header !== ''))
    yield { type: 'warning', warning: { code: 'missing_cells', line, detail: `${cells.length}/${columns.length}` } }
}
