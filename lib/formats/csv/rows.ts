// The rows of a CSV file, as it streams by. Held in memory: the row that is being read and one piece of text. A row that is broken or too
// large is given with its fault, and the reading goes on with the next line that looks like a row.
import { AppError } from '../../base/errors.ts'
import { type Delimiter, defaultLimits, type ReadLimits } from '../reading.ts'
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

/** Cuts rows out of pieces of text as they come; `take` with `isLast` gives the rest. */
export function rowReading(delimiter: Delimiter, limits: ReadLimits) {
  let buffer = ''
  let line = 1
  let columns = 0
  let closedBefore = 0
  /** The buffer must have grown to this before another attempt at its first row: keeps long rows linear. */
  let enough = 0
  /** Within a row that is too large: in the middle of a line, or at the beginning of one that may be the next row. */
  let skipping: 'no' | 'line' | 'search' = 'no'
  const isSkipping = () => skipping !== 'no'
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
    while (at < buffer.length) {
      if (isSkipping()) {
        at = skipFrom(at, isLast)
        if (isSkipping()) break
        continue
      }
      let found = scanRecord(buffer, at, settings(isLast))
      if (found === undefined) {
        if (buffer.length - at <= limits.cellBytes + rowRoom) break
        found = scanRecord(buffer, at, settings(true))
        if (found?.lostUntil === undefined) {
          yield tooLarge(at)
          continue
        }
      }
      if (found.cells.length > limits.parts) throw new AppError('import_limit', { limit: 'parts', allowed: limits.parts })
      if (found.lostUntil !== undefined) closedBefore = Math.max(closedBefore, found.lostUntil)
      const row = { line, cells: found.cells, ...(found.fault === undefined ? {} : { fault: found.fault }) }
      line += linesIn(buffer, at, found.next)
      at = found.next
      if (row.cells.length === 1 && row.cells[0] === '' && row.fault === undefined) continue
      if (columns <= 1 && row.fault === undefined) columns = row.cells.length
      yield row
    }
    buffer = buffer.slice(at)
    closedBefore = Math.max(0, closedBefore - at)
    if (buffer.length > 65_536) enough = Math.min(buffer.length * 2, limits.cellBytes + rowRoom + 1)
  }

  /** The row at `at` will not end within the limit: its first whole cells. */
  function tooLarge(at: number): CsvRow {
    skipping = 'line'
    const head = { ...settings(true), parts: Math.min(limits.parts, 64) }
    const { cells } = scanRecord(buffer.slice(at, at + 65_536), 0, head) ?? { cells: [] }
    return { line, cells: cells.slice(0, -1), fault: 'too_large' }
  }

  /** Drops the rest of the line and all lines that are no rows; the place where the reading goes on. */
  function skipFrom(from: number, isLast: boolean): number {
    let at = from
    for (;;) {
      const next = firstLineEnd(buffer, at)
      const isWhole = isLast || next < buffer.length || buffer.charCodeAt(next - 1) === 10
      if (skipping === 'search' && !isWhole && buffer.length - at <= limits.cellBytes) return at
      if (skipping === 'search' && isWhole && isRow(buffer, at, settings(isLast))) {
        skipping = 'no'
        return at
      }
      // A carriage return at the buffer's end may be half of a line end.
      const stop = !isWhole && buffer.charCodeAt(next - 1) === 13 ? next - 1 : next
      line += linesIn(buffer, at, stop)
      skipping = isWhole ? 'search' : 'line'
      at = stop
      if (!isWhole || at >= buffer.length) return at
    }
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
