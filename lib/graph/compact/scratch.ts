// What one thread needs to answer: marks per member, cleared after each query by the list of what was marked, never by a sweep.
// Invariant: between two queries every mark is zero.
import { findEntry, HEADER, isShown, type Store } from './store.ts'

export interface Scratch {
  /** One bit a member. */
  readonly near: Uint32Array
  readonly second: Uint32Array
  /** A strength or a running count a member. */
  readonly counts: Uint32Array
  readonly scores: Uint32Array
  /** Members touched by the query under way, each once. */
  readonly list: Uint32Array
}

export function createScratch(members: number): Scratch {
  const bitWords = (members + 31) >>> 5
  return {
    near: new Uint32Array(bitWords),
    second: new Uint32Array(bitWords),
    counts: new Uint32Array(members),
    scores: new Uint32Array(members),
    list: new Uint32Array(members),
  }
}

export function hasBit(bits: Uint32Array, at: number): boolean {
  return (((bits[at >>> 5] as number) >>> (at & 31)) & 1) !== 0
}

export function setBit(bits: Uint32Array, at: number): void {
  bits[at >>> 5] = (bits[at >>> 5] as number) | (1 << (at & 31))
}

export function clearBit(bits: Uint32Array, at: number): void {
  bits[at >>> 5] = (bits[at >>> 5] as number) & ~(1 << (at & 31))
}

/** First index in [low, high) whose entry is not below the inner number: steps that double, then binary search. */
export function gallop(pool: Uint32Array, low: number, high: number, inner: number): number {
  let step = 1
  let from = low
  while (from + step < high && (pool[from + step] as number) >>> 1 < inner) {
    from += step
    step *= 2
  }
  let to = Math.min(high, from + step + 1)
  while (from < to) {
    const middle = (from + to) >>> 1
    if ((pool[middle] as number) >>> 1 < inner) from = middle + 1
    else to = middle
  }
  return from
}

/**
 * Calls with the pool indexes of each common neighbour's entries, in the viewer's row and in the other's, where the connector is shown and
 * the other's tie is not hidden; stops when told `true`. Merges, or gallops through the longer row when it is 16 times the shorter.
 */
export function eachConnector(store: Store, viewer: number, other: number, found: (mine: number, theirs: number) => boolean): boolean {
  const { pool } = store
  if (!isShown(store, other)) return false
  const mine = store.rows[viewer] as number
  const theirs = store.rows[other] as number
  let i = mine + HEADER
  let j = theirs + HEADER
  const iEnd = i + (pool[mine] as number)
  const jEnd = j + (pool[theirs] as number)
  const skipI = iEnd - i > 16 * (jEnd - j)
  const skipJ = jEnd - j > 16 * (iEnd - i)
  while (i < iEnd && j < jEnd) {
    const a = (pool[i] as number) >>> 1
    const entry = pool[j] as number
    const b = entry >>> 1
    if (a < b) i = skipI ? gallop(pool, i, iEnd, b) : i + 1
    else if (a > b) j = skipJ ? gallop(pool, j, jEnd, a) : j + 1
    else {
      if ((entry & 1) === 0 && isShown(store, a) && found(i, j)) return true
      i++
      j++
    }
  }
  return false
}

/** Whether the tie is there and not hidden; whether its ends are shown is the caller's to know. */
export function isOpen(store: Store, from: number, to: number): boolean {
  const at = findEntry(store.pool, store.rows[from] as number, to)
  return at >= 0 && ((store.pool[at] as number) & 1) === 0
}
