// The rows of a CSV file, as it streams by. Held in memory: the row that is being read and one piece of text. A row that is broken or too
// large is given with its fault, and the reading goes on with the next line that looks like a row.
import { AppError } from '../../base/errors.ts'
import { defaultLimits, type Delimiter, type ReadLimits } from '../reading.ts'
import { firstLineEnd, isRow, type RowFault, type Scan, scanRecord } from './record.ts'

/** Beyond the longest cell, what the rest of its row may hold, in UTF-16 units. */
const rowRoom = 1024 * 1024

export interface CsvRow {
  /** Line on which the row begins, from 1. */
  readonly line: number
  /** As written, without the quotes around them. */
  readonly cells: readonly string[]
  /**
   * `bad_quote`: a quote was not doubled, or never closed, and the row was cut at its line's end. `unfinished`: the file ends inside a
   * quoted cell. `too_large`: a cell is longer than `cellBytes` (counted in UTF-16 units); the cells before it are there.
   */
  readonly fault?: RowFault
}

/**
 * Every row that is not an empty line, in order. A quote that was never closed costs its own row only: it is known by the next row that
 * opens a cell of its own, or has the header's number of cells when nothing closes the quote.
 * Linear in the text's length, whatever the text. Fails with `import_limit` (parts) at a row of more cells than that.
 */
export async function* csvRows(
  text: AsyncIterable<string>,
  options: {
    readonly delimiter: Delimiter
    readonly limits?: Partial<ReadLimits> | undefined
    readonly signal?: AbortSignal | undefined
  },
): AsyncGenerator<CsvRow> {
  const limits = { ...defaultLimits, ...options.limits }
  const reading = rowReading(options.delimiter, limits)
  for await (const piece of text) {
    options.signal?.throwIfAborted()
    yield* reading.take(piece, false)
  }
  yield* reading.take('', true)
}

function rowReading(delimiter: Delimiter, limits: ReadLimits) {
  let buffer = ''
  let line = 1
  let columns = 0
  let closedBefore = 0
  /** The buffer must have grown to this before another attempt at its first row: keeps long rows linear. */
  let enough = 0
  let isSkipping = false
  const settings = (isLast: boolean): Scan => ({
    delimiter: delimiter.charCodeAt(0),
    isLast,
    parts: limits.parts,
    cellLength: limits.cellBytes,
    columns,
    closedBefore,
  })

  function* take(piece: string, isLast: boolean): Generator<CsvRow> {
    buffer += piece
    if (!isLast && buffer.length < enough) return
    enough = 0
    let at = 0
    if (isSkipping) at = skipTo(isLast)
    while (at < buffer.length && !isSkipping) {
      const found = scanRecord(buffer, at, settings(isLast))
      if (found === undefined) {
        if (buffer.length - at <= limits.cellBytes + rowRoom) break
        const [row, next] = tooLarge(at)
        yield row
        at = next
        continue
      }
      if (found.cells.length > limits.parts) throw new AppError('import_limit', { limit: 'parts', allowed: limits.parts })
      if (found.lostUntil !== undefined) closedBefore = Math.max(closedBefore, found.lostUntil)
      const row = { line, cells: found.cells, ...(found.fault === undefined ? {} : { fault: found.fault }) }
      line += linesIn(buffer, at, found.next)
      at = found.next
      if (row.cells.length === 1 && row.cells[0] === '' && row.fault === undefined) continue
      if (columns === 0 && row.cells.length > 1 && row.fault === undefined) columns = row.cells.length
      yield row
    }
    buffer = buffer.slice(at)
    closedBefore = Math.max(0, closedBefore - at)
    if (buffer.length > 65_536) enough = Math.min(buffer.length * 2, limits.cellBytes + rowRoom + 1)
  }

  /** The buffer's row will not end within the limit: its first cells, and where the reading goes on. */
  function tooLarge(at: number): [CsvRow, number] {
    const settled = { ...settings(true), parts: Math.min(limits.parts, 64) }
    const { cells } = scanRecord(buffer.slice(at, at + 65_536), 0, settled) ?? { cells: [] }
    const row: CsvRow = { line, cells: cells.slice(0, -1), fault: 'too_large' }
    isSkipping = true
    return [row, at + nextRow(at, false)]
  }

  function skipTo(isLast: boolean): number {
    return nextRow(0, isLast)
  }

  /** Drops the rest of the line and all lines that are no rows; the place, after `from`, where the reading goes on. */
  function nextRow(from: number, isLast: boolean): number {
    let at = from
    while (at < buffer.length) {
      const next = firstLineEnd(buffer, at)
      const hasEnd = next < buffer.length
      line += linesIn(buffer, at, next)
      at = next
      if (!hasEnd) break
      if (firstLineEnd(buffer, at) >= buffer.length && !isLast) break
      if (isRow(buffer, at, settings(isLast))) {
        isSkipping = false
        break
      }
    }
    return at - from
  }
  return { take }
}

/** Line ends between the two places: what a row, multi-line or not, takes of the file. */
function linesIn(text: string, from: number, to: number): number {
  let count = 0
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) count++
  }
  return count
}
