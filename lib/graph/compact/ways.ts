// Ways in and suggestions over the compact store. Scores are whole numbers (products of strengths from 1 to 15) until they are given out,
// so that the order never hangs on rounding; ties are broken by the members' ids, never by inner numbers.
import type { WayIn } from '../network.ts'
import { clearBit, eachConnector, hasBit, type Scratch, setBit } from './scratch.ts'
import { findEntry, HEADER, isShown, type Store } from './store.ts'

/** All two-step ways, best first. */
export function twoStepWays(store: Store, viewer: number, target: number): WayIn[] {
  const ways: WayIn[] = []
  if (viewer === target) return ways
  eachConnector(store, viewer, target, (mine, theirs) => {
    const steps = [firstStep(store, mine), laterStep(store, theirs)] as const
    ways.push({ connectors: [store.ids[(store.pool[mine] as number) >>> 1] as number], score: (steps[0] * steps[1]) / 225, steps })
    return false
  })
  return ways.sort(byStrength)
}

/**
 * The best three-step ways, at most `limit`, none through a two-step connector. The target's open side is marked with its strengths; the
 * viewer's connectors are expanded against the marks.
 */
export function threeStepWays(store: Store, { near, counts, list }: Scratch, viewer: number, target: number, limit: number): WayIn[] {
  const best: WayIn[] = []
  if (viewer === target || limit <= 0 || !isShown(store, target)) return best
  const { pool } = store
  const mine = store.rows[viewer] as number
  const theirs = store.rows[target] as number
  let count = 0
  for (let at = theirs + HEADER; at < theirs + HEADER + (pool[theirs] as number); at++) {
    const entry = pool[at] as number
    const c = entry >>> 1
    if ((entry & 1) !== 0 || c === viewer || !isShown(store, c)) continue
    counts[c] = laterStep(store, at)
    setBit(near, c)
    list[count++] = c
  }
  // Those tied to the viewer are two-step connectors: they serve neither as second nor as first.
  const direct = new Set<number>()
  eachConnector(store, viewer, target, (at) => {
    const b = (pool[at] as number) >>> 1
    direct.add(b)
    clearBit(near, b)
    return false
  })
  for (let at = mine + HEADER; at < mine + HEADER + (pool[mine] as number); at++) {
    const b = (pool[at] as number) >>> 1
    if (b === target || !isShown(store, b) || direct.has(b)) continue
    const first = firstStep(store, at)
    eachMarked(store, near, list, count, b, (c, middle) => {
      const last = counts[c] as number
      const score = (first * laterStep(store, middle) * last) / 3375
      if (best.length === limit && score < (best[limit - 1] as WayIn).score) return
      keep(best, limit, {
        connectors: [store.ids[b] as number, store.ids[c] as number],
        score,
        steps: [first, laterStep(store, middle), last],
      })
    })
  }
  for (let i = 0; i < count; i++) {
    counts[list[i] as number] = 0
    clearBit(near, list[i] as number)
  }
  return best
}

/** Calls with each marked neighbour over a tie that is not hidden; a long row is searched for each mark instead of read through. */
function eachMarked(
  store: Store,
  near: Uint32Array,
  list: Uint32Array,
  count: number,
  from: number,
  visit: (to: number, at: number) => void,
): void {
  const { pool } = store
  const row = store.rows[from] as number
  const length = pool[row] as number
  if (length > 24 * count) {
    for (let i = 0; i < count; i++) {
      const to = list[i] as number
      if (!hasBit(near, to)) continue
      const at = findEntry(pool, row, to)
      if (at >= 0 && ((pool[at] as number) & 1) === 0) visit(to, at)
    }
    return
  }
  for (let at = row + HEADER; at < row + HEADER + length; at++) {
    const entry = pool[at] as number
    if ((entry & 1) === 0 && hasBit(near, entry >>> 1)) visit(entry >>> 1, at)
  }
}

/** Those at degree 2 by the sum of their ways' scores. Every visible tie of every connector counts: a cut-off by row length would tell of hidden ties. */
export function rankSuggestions(store: Store, { near, counts, scores, list }: Scratch, viewer: number, limit: number) {
  const { pool } = store
  const mine = store.rows[viewer] as number
  const end = mine + HEADER + (pool[mine] as number)
  setBit(near, viewer)
  for (let at = mine + HEADER; at < end; at++) setBit(near, (pool[at] as number) >>> 1)
  let count = 0
  for (let at = mine + HEADER; at < end; at++) {
    const b = (pool[at] as number) >>> 1
    if (!isShown(store, b)) continue
    const first = firstStep(store, at)
    const row = store.rows[b] as number
    for (let to = row + HEADER; to < row + HEADER + (pool[row] as number); to++) {
      const entry = pool[to] as number
      const x = entry >>> 1
      if ((entry & 1) !== 0 || hasBit(near, x) || !isShown(store, x)) continue
      if (counts[x] === 0) list[count++] = x
      counts[x] = (counts[x] as number) + 1
      scores[x] = (scores[x] as number) + first * laterStep(store, to)
    }
  }
  const found = Array.from(list.subarray(0, count), (x) => ({
    id: store.ids[x] as number,
    mutualCount: counts[x] as number,
    score: (scores[x] as number) / 225,
  }))
  for (let i = 0; i < count; i++) {
    counts[list[i] as number] = 0
    scores[list[i] as number] = 0
  }
  clearBit(near, viewer)
  for (let at = mine + HEADER; at < end; at++) clearBit(near, (pool[at] as number) >>> 1)
  return found.sort((a, b) => b.score - a.score || b.mutualCount - a.mutualCount || a.id - b.id).slice(0, limit)
}

function firstStep(store: Store, at: number): number {
  const strength = store.strengths[at] as number
  return Math.max(1, strength >>> 4 || strength & 15)
}

function laterStep(store: Store, at: number): number {
  return Math.max(1, (store.strengths[at] as number) & 15)
}

function keep(best: WayIn[], limit: number, way: WayIn): void {
  let low = 0
  let high = best.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (byStrength(best[middle] as WayIn, way) < 0) low = middle + 1
    else high = middle
  }
  if (low === limit) return
  best.splice(low, 0, way)
  if (best.length > limit) best.pop()
}

function byStrength(a: WayIn, b: WayIn): number {
  const [a0 = 0, a1 = 0] = a.connectors
  const [b0 = 0, b1 = 0] = b.connectors
  return b.score - a.score || a0 - b0 || a1 - b1
}
