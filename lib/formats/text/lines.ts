// Physical lines of a text that comes in pieces, whatever ends them. A line longer than the limit is cut and says so: memory stays bounded.
import { defaultLimits, type ReadLimits } from '../reading.ts'

export interface Line {
  /** From 1. */
  readonly line: number
  readonly text: string
  /** The rest of it, beyond the limit, was dropped. */
  readonly isCut?: true
}

/**
 * Every line without its end (`\n`, `\r\n` or `\r`, mixed as they come), empty ones too; a last line only when it holds something.
 * Lines are cut at `limits.cellBytes` UTF-16 units.
 */
export async function* splitLines(
  text: AsyncIterable<string>,
  options: { readonly limits?: Partial<ReadLimits> | undefined } = {},
): AsyncGenerator<Line> {
  const most = options.limits?.cellBytes ?? defaultLimits.cellBytes
  const ends = /\r\n?|\n/g
  let line = 1
  let kept: string[] = []
  let keptLength = 0
  let afterReturn = false
  const keep = (part: string) => {
    if (keptLength <= most) kept.push(part.slice(0, most - keptLength + 1))
    keptLength += part.length
  }
  const take = (): Line => {
    const whole = kept.join('')
    const found: Line = keptLength > most ? { line, text: whole.slice(0, most), isCut: true } : { line, text: whole }
    kept = []
    keptLength = 0
    line++
    return found
  }
  for await (const piece of text) {
    let start = afterReturn && piece.startsWith('\n') ? 1 : 0
    if (piece !== '') afterReturn = piece.endsWith('\r')
    ends.lastIndex = start
    for (let found = ends.exec(piece); found !== null; found = ends.exec(piece)) {
      keep(piece.slice(start, found.index))
      start = found.index + found[0].length
      yield take()
    }
    if (start < piece.length) keep(piece.slice(start))
  }
  if (keptLength > 0) yield take()
}
