// The degree of one pair, and what a walk over the second degree costs.
import type { Degree } from '../network.ts'
import type { Store } from './layout.ts'
import { meetAtAll } from './meet.ts'
import { findEntry, HEAD, INNER, isVisibleIn } from './row.ts'
import { type Scratch, setBit } from './scratch.ts'

/** A row so many times longer than the marks are many is searched for each mark instead of read through. */
const RATIO = 24

/**
 * The tie by binary search, the second step by what the rows have in common, the third from whichever end has fewer ties behind its
 * neighbours, against marks of the other end. So a hub costs no more than the lesser end does.
 */
export function pairDegree(store: Store, scratch: Scratch, viewer: number, target: number): Degree {
  if (viewer === target) return 0
  const { pool, rows } = store
  const mine = rows[viewer] as number
  const theirs = rows[target] as number
  if (findEntry(pool, mine, target) >= 0) return 1
  if (pool[theirs] === 0) return 'further'
  if (meetAtAll(pool, mine, theirs)) return 2
  const [myCount, theirCount] = [pool[mine + 1] as number, pool[theirs] as number]
  const isNear = isCheaper(store, mine, myCount, theirs, theirCount)
    ? isNextTo(store, scratch, mine, myCount, theirs, theirCount)
    : isNextTo(store, scratch, theirs, theirCount, mine, myCount)
  return isNear ? 3 : 'further'
}

/**
 * Whether the first so many neighbours of the one row have no more visible ties than those of the other. The shorter row is read whole, the longer only
 * until it has more.
 */
export function isCheaper(store: Store, one: number, count: number, other: number, otherCount: number): boolean {
  if (count > otherCount) return !isCheaper(store, other, otherCount, one, count)
  const cost = walkCost(store, one, count)
  return walkCost(store, other, otherCount, cost) >= cost
}

/** Visible ties of the first `length` neighbours of a row; when they are more than `most`, some number above it. */
export function walkCost({ pool, rows }: Store, row: number, length: number, most = Number.POSITIVE_INFINITY): number {
  let sum = 0
  for (let at = row + HEAD; at < row + HEAD + length && sum <= most; at++) {
    sum += pool[rows[(pool[at] as number) & INNER] as number] as number
  }
  return sum
}

/** Whether a neighbour in the one row has a visible tie to a neighbour in the other. */
function isNextTo({ pool, rows }: Store, { marks }: Scratch, walked: number, length: number, marked: number, count: number): boolean {
  const end = marked + HEAD + count
  for (let at = marked + HEAD; at < end; at++) setBit(marks, (pool[at] as number) & INNER)
  let found = false
  for (let at = walked + HEAD; at < walked + HEAD + length && !found; at++) {
    const row = rows[(pool[at] as number) & INNER] as number
    const visible = pool[row] as number
    if (visible > RATIO * count) {
      for (let mark = marked + HEAD; mark < end && !found; mark++) found = isVisibleIn(pool, row, (pool[mark] as number) & INNER)
      continue
    }
    const rowEnd = row + HEAD + visible
    for (let to = row + HEAD; to < rowEnd; to++) {
      const next = pool[to] as number
      if (((marks[next >>> 5] as number) >>> (next & 31)) & 1) {
        found = true
        break
      }
    }
  }
  for (let at = marked + HEAD; at < end; at++) marks[((pool[at] as number) & INNER) >>> 5] = 0
  return found
}
