// A member's row in the pool: [visible, total, entry…]. First the ties that third persons may see, then those for the owner's own eyes only
// (hidden, or with an end that is not shown); each part ascends by inner number. So whoever walks as a third person reads the first part and
// tests nothing. In the second part the top bit says that the tie is hidden of itself, and not for an end's sake.

export const HEAD = 2
export const HIDDEN = 0x80000000
export const INNER = 0x7fffffff

/** Words that a row of so many entries takes: whole quads, and above 32 words at most an eighth too much, so that freed rows fit others. */
export function blockWords(entries: number): number {
  const words = entries + HEAD
  if (words <= 32) return (words + 3) & ~3
  const step = 1 << (28 - Math.clz32(words - 1))
  return Math.ceil(words / step) * step
}

/** First index from `low` to `high` whose entry is at least `inner`; for either part. Binary search. */
export function lowerBound(pool: Uint32Array, low: number, high: number, inner: number): number {
  let from = low
  let to = high
  while (from < to) {
    const middle = from + ((to - from) >>> 1)
    if (((pool[middle] as number) & INNER) < inner) from = middle + 1
    else to = middle
  }
  return from
}

/** As `lowerBound`, for one near `low`: steps that double, then binary search. */
export function gallop(pool: Uint32Array, low: number, high: number, inner: number): number {
  let from = low
  let step = 1
  while (from + step < high && ((pool[from + step] as number) & INNER) < inner) {
    from += step
    step *= 2
  }
  return lowerBound(pool, from, Math.min(high, from + step + 1), inner)
}

/** Whether third persons may see a tie to this neighbour. */
export function isVisibleIn(pool: Uint32Array, row: number, inner: number): boolean {
  const end = row + HEAD + (pool[row] as number)
  const at = lowerBound(pool, row + HEAD, end, inner)
  return at < end && pool[at] === inner
}

/** Index of the row's entry for this neighbour in either part, or -1. */
export function findEntry(pool: Uint32Array, row: number, inner: number): number {
  const middle = row + HEAD + (pool[row] as number)
  const end = row + HEAD + (pool[row + 1] as number)
  const seen = lowerBound(pool, row + HEAD, middle, inner)
  if (seen < middle && pool[seen] === inner) return seen
  if (middle === end) return -1
  const own = lowerBound(pool, middle, end, inner)
  return own < end && ((pool[own] as number) & INNER) === inner ? own : -1
}

/** Strength of a first step over this tie, as the owner says or else as shared; 1 to 15. */
export function firstStep(mark: number): number {
  return Math.max(1, mark >>> 4 || mark & 15)
}

/** Strength of a later step; 1 to 15. */
export function laterStep(mark: number): number {
  return Math.max(1, mark & 15)
}
