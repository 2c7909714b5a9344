// Which program wrote a table, by its header row: found within the first lines (LinkedIn puts a note before it, Excel a `sep=` line), in
// whatever language and with whatever delimiter. A file's name says nothing.
import { isAppError } from '../../base/errors.ts'
import type { ContactFormat } from '../draft.ts'
import { isEmail } from '../people/emails.ts'
import type { Delimiter } from '../reading.ts'
import { defaultLimits } from '../reading.ts'
import { numberedColumn } from './google-columns.ts'
import { dictionaries, foldHeader } from './headers.ts'
import { meaningOf } from './plan.ts'
import { rowReading } from './rows.ts'

export interface RecognisedTable {
  readonly format: ContactFormat
  /** The language of the headers, Google's and LinkedIn's age of the file. */
  readonly variant?: string
  readonly delimiter: Delimiter
  /** Line of the header row, from 1; 0 when the table has none. */
  readonly headerLine: number
  readonly columns: number
  /** Language whose words are looked up first. */
  readonly language: string
}

const delimiters: readonly Delimiter[] = [',', ';', '\t', '|']
/** Rows before which a header must stand. */
const headerWithin = 10

/** What a table is by its first 64 kB (or the whole); undefined for a text that is no table. `forced` is a delimiter that is known. */
export function recogniseCsv(head: string, forced?: Delimiter): RecognisedTable | undefined {
  const declared = /^\ufeff?sep=([,;\t|])\r?\n/iu.exec(head)?.[1] as Delimiter | undefined
  const known = forced ?? declared
  const attempts = (known === undefined ? delimiters : [known]).map((delimiter) => attempt(head, delimiter, declared !== undefined))
  const best = attempts.filter((one) => one.score > 0).sort((a, b) => b.score - a.score)[0]
  if (best !== undefined && (best.known >= 2 || best.cells.length === 1)) return named(best)
  return withoutKnownHeader(attempts)
}

interface Attempt {
  readonly delimiter: Delimiter
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[]
  readonly cells: readonly string[]
  readonly line: number
  readonly known: number
  readonly score: number
}

/** The rows of the head; the last may be cut and is left out when there are others. */
function attempt(head: string, delimiter: Delimiter, hasSeparatorLine: boolean): Attempt {
  const rows = []
  try {
    for (const row of rowReading(delimiter, { ...defaultLimits, parts: 4_096 }).take(head, true)) {
      rows.push(row)
      if (rows.length > 60) break
    }
  } catch (error) {
    if (!isAppError(error)) throw error
    // More cells than any header has: what came before is enough to judge by.
  }
  if (hasSeparatorLine) rows.shift()
  let best = { cells: rows[0]?.cells ?? [], line: rows[0]?.line ?? 0, known: 0, score: 0 }
  for (const { cells, line } of rows.slice(0, headerWithin)) {
    const filled = cells.filter((cell) => cell.trim() !== '')
    if (filled.length === 0 || cells.some((cell) => cell.length > 200)) continue
    // A row that holds somebody's address or number is somebody's row, though it may say "Mobile" and "Work".
    if (cells.some(isData)) continue
    const known = filled.filter((cell) => isKnown(foldHeader(cell))).length
    // A column alone must be known and have something below it; else a sentence with one of our words would be a header.
    if (filled.length === 1 && rows.length < 2) continue
    const score = (known * known) / filled.length
    if (score > best.score) best = { cells, line, known, score }
  }
  return { delimiter, rows, ...best }
}

const isData = (cell: string) => isEmail(cell) || /^\+?\(?\d[\d\s().-]{5,}$/u.test(cell.trim())
const isKnown = (folded: string) => numberedColumn(folded) !== undefined || meaningOf(folded, 'en') !== undefined

function named({ cells, line, delimiter }: Attempt): RecognisedTable {
  const folded = cells.map(foldHeader)
  const language = languageOf(folded)
  const has = (...headers: string[]) => headers.every((header) => folded.includes(foldHeader(header)))
  const found = (format: ContactFormat, variant?: string): RecognisedTable => ({
    format,
    ...(variant === undefined ? {} : { variant }),
    delimiter,
    headerLine: line,
    columns: cells.length,
    language,
  })
  if (has('First Name', 'Last Name', 'Connected On'))
    return found('linkedin-csv', has('URL') ? (has('Email Address') ? 'url-email' : 'url') : 'email')
  if (has('Source', 'FirstName', 'LastName') || has('Created At', 'Instant Message Handles')) return found('linkedin-csv', 'imported')
  if (folded.some((header) => numberedColumn(header) !== undefined))
    return found('google-csv', has('Given Name') || folded.some((header) => /^(?:e-mail|phone) 1 - type$/u.test(header)) ? 'old' : 'new')
  if (has('Labels', 'Organization Title') || has('Given Name', 'Group Membership'))
    return found('google-csv', has('Labels') ? 'new' : 'old')
  if (has('Given Yomi') || has('IMAddress', 'E-mail Address')) return found('outlook-com-csv', 'en')
  if (
    has('Primary Email', 'Display Name') ||
    has('Adresse électronique principale') ||
    has('Première adresse électronique', 'Nom à afficher')
  )
    return found('thunderbird-csv', language)
  if (has('Primäre E-Mail-Adresse')) return found('thunderbird-csv', language)
  if (has('Email', 'Messenger ID') || has('Alternate Email 1', 'Yahoo! Phone')) return found('yahoo-csv', has('Home Town') ? 'gb' : 'us')
  if (has('Nom complet', 'Surnom', 'Adresse de messagerie') || has('Full Name', 'Nickname', 'E-mail Address', 'Job Title'))
    return folded.some((header) => /^telephone (?:professionnel|personnel)$/u.test(header))
      ? found('outlook-express-csv', language)
      : found('windows-mail-csv', language)
  if (has('Téléphone professionnel', 'Téléphone personnel') || has('E-mail Address', 'Business Phone', 'Nickname'))
    return found('outlook-express-csv', language)
  return isOutlook(folded, language) ? found('outlook-csv', language) : found('unknown-csv', language)
}

/** A given and a family name, and two of the columns that Outlook alone names so. */
function isOutlook(folded: readonly string[], language: string): boolean {
  const dictionary = dictionaries.get(language)
  const meanings = new Set(folded.map((header) => dictionary?.get(header)))
  const signs = ['emailType', 'emailName', 'work.street', 'work.postalCode', 'fax.work', 'labelled.callback', 'other.street', 'phone.work']
  return folded.length >= 8 && meanings.has('given') && signs.filter((sign) => meanings.has(sign)).length >= 3
}

/** The language that knows most of the headers; English when several do. */
function languageOf(folded: readonly string[]): string {
  let best = { language: 'en', known: 0 }
  for (const [language, dictionary] of dictionaries) {
    const known = folded.filter((header) => dictionary.has(header)).length
    if (known > best.known) best = { language, known }
  }
  return best.language
}

/** A table all the same when its rows have as many cells, more than one, or when its one column is of addresses. */
function withoutKnownHeader(attempts: readonly Attempt[]): RecognisedTable | undefined {
  let best: { attempt: Attempt; columns: number } | undefined
  for (const one of attempts) {
    const rows = one.rows.length > 2 ? one.rows.slice(0, -1) : one.rows
    const columns = rows[0]?.cells.length ?? 0
    const isEven = rows.length >= 2 && rows.every(({ cells }) => cells.length === columns)
    const isAddresses =
      columns === 1 &&
      rows.some(({ cells }) => isEmail(cells[0] ?? '')) &&
      rows.every(({ cells }, at) => at === 0 || isEmail(cells[0] ?? ''))
    const holdsPeople = rows.some(({ cells }) => cells.some((cell) => isEmail(cell) || /linkedin\.com/iu.test(cell)))
    if (!(isAddresses || (isEven && columns > 1 && holdsPeople))) continue
    if (best === undefined || columns > best.columns) best = { attempt: one, columns }
  }
  if (best === undefined) return undefined
  const [first] = best.attempt.rows
  return {
    format: 'unknown-csv',
    delimiter: best.attempt.delimiter,
    headerLine: (first?.cells.some(isData) ?? false) ? 0 : (first?.line ?? 0),
    columns: best.columns,
    language: 'en',
  }
}
