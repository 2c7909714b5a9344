// The walk over the first and second degree: marks and lists everyone whom the viewer reaches in two steps.
import type { Store } from './layout.ts'
import { HEAD, INNER } from './row.ts'

/** How many of the list are the viewer and the first degree, and how many it has in all. */
export interface Spread {
  readonly first: number
  readonly end: number
}

/** From this row of the viewer's. The list begins with the viewer and the first degree in order. `marks` must be empty; `list` long enough for everybody. */
export function spread({ pool, rows }: Store, viewer: number, mine: number, marks: Uint32Array, list: Uint32Array): Spread {
  const first = 1 + (pool[mine + 1] as number)
  list[0] = viewer
  marks[viewer >>> 5] = (marks[viewer >>> 5] as number) | (1 << (viewer & 31))
  for (let i = 1; i < first; i++) {
    const next = (pool[mine + HEAD + i - 1] as number) & INNER
    list[i] = next
    marks[next >>> 5] = (marks[next >>> 5] as number) | (1 << (next & 31))
  }
  const end = walkOn({ pool, rows }, marks, list, 1, first, first)
  return { first, end }
}

/** Marks and lists, from `end` on, who is tied visibly to those listed from `from` to `to` and not marked yet; gives the new end. */
export function walkOn(
  { pool, rows }: Pick<Store, 'pool' | 'rows'>,
  marks: Uint32Array,
  list: Uint32Array,
  from: number,
  to: number,
  end: number,
): number {
  let all = end
  for (let i = from; i < to; i++) {
    const row = rows[list[i] as number] as number
    const rowEnd = row + HEAD + (pool[row] as number)
    for (let at = row + HEAD; at < rowEnd; at++) {
      const next = pool[at] as number
      const word = marks[next >>> 5] as number
      const bit = 1 << (next & 31)
      if ((word & bit) === 0) {
        marks[next >>> 5] = word | bit
        list[all++] = next
      }
    }
  }
  return all
}

/**
 * As `walkOn`, but only marks, without a list: the loop has no branch that could be foreseen wrongly, so that many ties are passed in a third
 * of the time. `countMarks` says how many there are afterwards.
 */
export function markOn(
  { pool, rows }: Pick<Store, 'pool' | 'rows'>,
  marks: Uint32Array,
  list: Uint32Array,
  from: number,
  to: number,
): void {
  for (let i = from; i < to; i++) {
    const row = rows[list[i] as number] as number
    const rowEnd = row + HEAD + (pool[row] as number)
    for (let at = row + HEAD; at < rowEnd; at++) {
      const next = pool[at] as number
      marks[next >>> 5] = (marks[next >>> 5] as number) | (1 << (next & 31))
    }
  }
}

/** How many bits are set; a word at a time, in parallel within it. */
export function countMarks(marks: Uint32Array): number {
  let count = 0
  for (let i = 0; i < marks.length; i++) {
    let word = marks[i] as number
    word -= (word >>> 1) & 0x55555555
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333)
    count += Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
  }
  return count
}

/** Takes back the marks of so many of the list. */
export function unmark(marks: Uint32Array, list: Uint32Array, end: number): void {
  if (end > marks.length) marks.fill(0)
  else for (let i = 0; i < end; i++) marks[(list[i] as number) >>> 5] = 0
}
