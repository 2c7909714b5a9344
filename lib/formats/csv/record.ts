// One record out of a buffer, after RFC 4180 and what programs make of it: blanks around quotes, quotes inside a cell that nobody doubled.
// A quote that was never closed must not swallow the file: it is told by the quotes and rows that follow it (see `scanQuoted`).

const quote = 34
const lineFeed = 10
const carriageReturn = 13
const blank = 32

export type RowFault = 'bad_quote' | 'unfinished' | 'too_large'

export interface Scan {
  /** UTF-16 unit of the delimiter. */
  readonly delimiter: number
  /** No more text follows the buffer. */
  readonly isLast: boolean
  /** Most cells of a record; what is beyond is counted as one more. */
  readonly parts: number
  /** Most UTF-16 units of a cell. */
  readonly cellLength: number
  /** Cells of the rows before, by which a row is known as one; 0 when none was read yet. */
  readonly columns: number
  /** No quote that opens before this place closes on another line; known from an earlier attempt. */
  readonly closedBefore: number
}

export interface Found {
  readonly cells: string[]
  /** Where the next record begins. */
  readonly next: number
  readonly fault?: RowFault
  /** Up to here no quote closes: for the next scan's `closedBefore`. */
  readonly lostUntil?: number
}

/** The record that begins at `start`, or undefined when the buffer ends before it can be told. */
export function scanRecord(buffer: string, start: number, scan: Scan): Found | undefined {
  const cells: string[] = []
  let fault: RowFault | undefined
  let at = start
  for (;;) {
    if (cells.length > scan.parts) return { cells, next: at, ...(fault === undefined ? {} : { fault }) }
    let open = at
    while (buffer.charCodeAt(open) === blank && scan.delimiter !== blank) open++
    if (buffer.charCodeAt(open) === quote) {
      const cell = scanQuoted(buffer, start, open, scan)
      if (cell === undefined) return undefined
      if (cell === 'lost' || cell === 'lost at the end') return lostRecord(buffer, start, scan, cell === 'lost' ? 0 : buffer.length)
      if (cell.fault === 'unfinished') return { cells: [...cells, cell.text], next: buffer.length, fault: 'unfinished' }
      cells.push(cell.text)
      at = cell.end
      fault ??= cell.fault
    } else {
      const end = plainEnd(buffer, at, scan.delimiter)
      if (end === buffer.length && !scan.isLast) return undefined
      cells.push(buffer.slice(at, end))
      at = end
    }
    if ((cells.at(-1) ?? '').length > scan.cellLength) fault = 'too_large'
    if (buffer.charCodeAt(at) === scan.delimiter && at < buffer.length) {
      at++
      continue
    }
    const next = afterLineEnd(buffer, at, scan.isLast)
    return next === undefined ? undefined : { cells, next, ...(fault === undefined ? {} : { fault }) }
  }
}

/** Where an unquoted cell ends: at a delimiter, a line end, or the buffer's end. */
function plainEnd(buffer: string, from: number, delimiter: number): number {
  let at = from
  for (; at < buffer.length; at++) {
    const code = buffer.charCodeAt(at)
    if (code === delimiter || code === lineFeed || code === carriageReturn) return at
  }
  return at
}

function afterLineEnd(buffer: string, at: number, isLast: boolean): number | undefined {
  if (buffer.charCodeAt(at) !== carriageReturn) return Math.min(at + 1, buffer.length)
  if (at + 1 >= buffer.length && !isLast) return undefined
  return buffer.charCodeAt(at + 1) === lineFeed ? at + 2 : at + 1
}

interface QuotedCell {
  readonly text: string
  readonly end: number
  readonly fault?: 'bad_quote' | 'unfinished'
}

/**
 * A cell in quotes that opens at `open`. A run of an odd number of quotes before a delimiter or a line end closes it; another odd run is a
 * quote that nobody doubled, unless it opens a cell of its own, by which one sees that this cell was never closed.
 */
function scanQuoted(buffer: string, start: number, open: number, scan: Scan): QuotedCell | undefined | 'lost' | 'lost at the end' {
  let text = ''
  let from = open + 1
  let hasStray = false
  let judgedUntil = 0
  let isOwnRow: boolean | undefined
  const ownRow = () => {
    isOwnRow ??= isRow(buffer, start, scan)
    return isOwnRow
  }
  for (let at = buffer.indexOf('"', from); at >= 0; at = buffer.indexOf('"', from)) {
    let after = at + 1
    while (buffer.charCodeAt(after) === quote) after++
    if (after === buffer.length && !scan.isLast) return undefined
    if (open < scan.closedBefore && hasLineEnd(buffer, from, at)) return 'lost'
    const run = after - at
    if (run % 2 === 0) {
      text += buffer.slice(from, at) + '"'.repeat(run / 2)
      from = after
      continue
    }
    let end = after
    while (buffer.charCodeAt(end) === blank && scan.delimiter !== blank) end++
    if (end === buffer.length && !scan.isLast) return undefined
    if (end === buffer.length || isEnd(buffer.charCodeAt(end), scan.delimiter))
      return { text: text + buffer.slice(from, at) + '"'.repeat((run - 1) / 2), end, ...(hasStray ? { fault: 'bad_quote' } : {}) }
    if (at >= judgedUntil && at - 1 > open && isEnd(buffer.charCodeAt(at - 1), scan.delimiter)) {
      const line = lineStart(buffer, at, start)
      judgedUntil = firstLineEnd(buffer, line)
      if (!scan.isLast && judgedUntil >= buffer.length) return undefined
      if (line === start ? ownRow() : isRow(buffer, line, scan) || (ownRow() && hasSeveralCells(buffer, line, scan))) return 'lost'
    }
    hasStray = true
    text += buffer.slice(from, at) + '"'.repeat((run + 1) / 2)
    from = after
  }
  if (!scan.isLast) return undefined
  if (open < scan.closedBefore || isRowSoon(buffer, start, scan)) return 'lost at the end'
  return { text: text + buffer.slice(from), end: buffer.length, fault: 'unfinished' }
}

const isEnd = (code: number, delimiter: number) => code === delimiter || code === lineFeed || code === carriageReturn

function hasLineEnd(buffer: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = buffer.charCodeAt(at)
    if (code === lineFeed || code === carriageReturn) return true
  }
  return false
}

function lineStart(buffer: string, at: number, least: number): number {
  let start = at
  while (start > least && buffer.charCodeAt(start - 1) !== lineFeed && buffer.charCodeAt(start - 1) !== carriageReturn) start--
  return start
}

/** Where the line after the one at `start` begins, or the buffer's end. */
export function firstLineEnd(buffer: string, start: number): number {
  let at = start
  while (at < buffer.length && buffer.charCodeAt(at) !== lineFeed && buffer.charCodeAt(at) !== carriageReturn) at++
  return afterLineEnd(buffer, at, true) ?? buffer.length
}

/** Whether the one line at `start`, if any, has as many cells as the rows before; where one column is all, every line is a row. */
export function isRow(buffer: string, start: number, scan: Scan): boolean {
  if (start >= buffer.length) return false
  const { cells } = cutLine(buffer.slice(start, firstLineEnd(buffer, start)), scan)
  return scan.columns > 1 ? cells.length === scan.columns : cells.length > 1 || cells[0] !== ''
}

/** Whether one of the five lines after this one is a row. */
function isRowSoon(buffer: string, start: number, scan: Scan): boolean {
  let line = start
  for (let count = 0; count < 5; count++) {
    line = firstLineEnd(buffer, line)
    if (isRow(buffer, line, scan)) return true
  }
  return false
}

const hasSeveralCells = (buffer: string, start: number, scan: Scan) =>
  cutLine(buffer.slice(start, firstLineEnd(buffer, start)), scan).cells.length > 1

/** The record of a quote that was never closed: its first line alone, quotes that do not close on it taken as text. */
function lostRecord(buffer: string, start: number, scan: Scan, lostUntil: number): Found {
  const next = firstLineEnd(buffer, start)
  const { cells } = cutLine(buffer.slice(start, next), scan)
  return { cells, next, fault: cells.some((cell) => cell.length > scan.cellLength) ? 'too_large' : 'bad_quote', lostUntil }
}

/** One line by itself: quotes that close on it are quotes, one that does not is dropped and its cell ends at the delimiter. */
function cutLine(line: string, scan: Scan): { readonly cells: string[] } {
  const cells: string[] = []
  const end = plainLineEnd(line)
  let at = 0
  let hasClosing = true
  while (cells.length <= scan.parts) {
    let close = -1
    if (line.charCodeAt(at) === quote) {
      if (hasClosing) close = closingQuote(line, at + 1, end, scan.delimiter)
      if (close < 0) at++
      if (close === noneLeft) hasClosing = false
    }
    if (close >= 0) {
      cells.push(line.slice(at + 1, close).replaceAll('""', '"'))
      at = close + 1
    } else {
      const stop = Math.min(plainEnd(line, at, scan.delimiter), end)
      cells.push(line.slice(at, stop))
      at = stop
    }
    if (at >= end) break
    at++
  }
  return { cells }
}

function plainLineEnd(line: string): number {
  let end = line.length
  while (end > 0 && (line.charCodeAt(end - 1) === lineFeed || line.charCodeAt(end - 1) === carriageReturn)) end--
  return end
}

/** No quote closes a cell on the rest of the line; -1 says so only of the cell, because another one opens before. */
const noneLeft = -2

/** The quote that closes a cell on its own line: the last of an odd run before a delimiter or the end. */
function closingQuote(line: string, from: number, end: number, delimiter: number): number {
  for (let at = line.indexOf('"', from); at >= 0; ) {
    let after = at + 1
    while (line.charCodeAt(after) === quote) after++
    if ((after - at) % 2 === 1) {
      if (after >= end || line.charCodeAt(after) === delimiter) return after - 1
      if (line.charCodeAt(at - 1) === delimiter) return -1
    }
    at = line.indexOf('"', after)
  }
  return noneLeft
}
