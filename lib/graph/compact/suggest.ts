// Those at degree 2 by the sum of their ways' scores. Each visible tie of each connector counts; within a budget, those of the connectors who
// say most.
import type { Suggestions } from '../network.ts'
import { findInner } from './ids.ts'
import type { Store } from './layout.ts'
import { walkCost } from './pair.ts'
import { findEntry, firstStep, HEAD, INNER, laterStep } from './row.ts'
import type { Scratch } from './scratch.ts'

/** Connectors with more visible ties than this are left out when the budget does not suffice: they say the least of whom one may know. */
const HUB = 1000
/** Within a budget, so many of those who may be among the best are looked at. */
const TOLD_APART = 100
/** Up to so many connectors, sum and count fit one word: 225 × 4095 below 2^20, and 2^12. */
const PACKED = 4095
const STRONGEST = 15
const IDS = 2 ** 32

/** See `Network.suggestions`. Leaves the scratch as it was. */
export function suggest(store: Store, scratch: Scratch, viewer: number, limit: number, budget: number): Suggestions {
  const { pool, rows, ids } = store
  const { sums, list } = scratch
  const mine = rows[viewer] as number
  const degree = pool[mine + 1] as number
  const isPacked = degree <= PACKED
  const end = mine + HEAD + degree
  const { places, partial } = choosePlaces(store, mine, degree, budget)
  let count = 0
  for (let i = 0; i < (places?.length ?? degree); i++) {
    const at = places ? (places[i] as number) : mine + HEAD + i
    const first = firstStep(store.strengths[at] as number)
    count = addTies(
      store,
      sums,
      list,
      count,
      rows[(pool[at] as number) & INNER] as number,
      isPacked ? first << 12 : first,
      isPacked ? 1 : 0,
    )
  }
  // The viewer and the first degree were summed like all; now they are taken out.
  sums[viewer] = 0
  for (let at = mine + HEAD; at < end; at++) sums[(pool[at] as number) & INNER] = 0
  const best =
    isPacked && !partial ? pickPacked(store, scratch, count, limit) : pickSums(store, scratch, viewer, count, limit, isPacked, partial)
  for (let i = 0; i < count; i++) sums[list[i] as number] = 0
  return {
    people: best.map(({ inner, points, mutual }) => ({ id: ids[inner] as number, mutualCount: mutual, score: points / 225 })),
    partial,
  }
}

interface Best {
  readonly inner: number
  readonly points: number
  readonly mutual: number
}

/** Adds `weight` times the strength, and `one`, to everyone the row shows; lists those met for the first time. */
function addTies(
  { pool, strengths }: Store,
  sums: Uint32Array,
  list: Uint32Array,
  before: number,
  row: number,
  weight: number,
  one: number,
): number {
  let count = before
  const end = row + HEAD + (pool[row] as number)
  for (let at = row + HEAD; at < end; at++) {
    const next = pool[at] as number
    const sum = sums[next] as number
    if (sum === 0) list[count++] = next
    sums[next] = sum + weight * laterStep(strengths[at] as number) + one
  }
  return count
}

/** Places of the connectors to walk: undefined for all; else the strongest first, no hubs, until the budget is spent. */
function choosePlaces(store: Store, mine: number, degree: number, budget: number): { places: number[] | undefined; partial: boolean } {
  if (budget === Number.POSITIVE_INFINITY || walkCost(store, mine, degree) <= budget) return { places: undefined, partial: false }
  const { pool, rows, strengths, ids } = store
  const ties = (at: number) => pool[rows[(pool[at] as number) & INNER] as number] as number
  // Strongest first, then by id, in one number each.
  const keys = new Float64Array(degree)
  let count = 0
  for (let at = mine + HEAD; at < mine + HEAD + degree; at++) {
    if (ties(at) > HUB) continue
    keys[count++] = (STRONGEST - firstStep(strengths[at] as number)) * IDS + (ids[(pool[at] as number) & INNER] as number)
  }
  const places: number[] = []
  let left = budget
  for (const key of keys.subarray(0, count).sort()) {
    const at = findEntry(pool, mine, findInner(store, key % IDS))
    left -= ties(at)
    if (left < 0) break
    places.push(at)
  }
  return { places, partial: true }
}

function pickPacked(store: Store, { sums, list }: Scratch, count: number, limit: number): Best[] {
  const best: Best[] = []
  let least = 0
  for (let i = 0; i < count; i++) {
    const sum = sums[list[i] as number] as number
    if (sum === 0 || sum < least) continue
    keep(store, best, limit, { inner: list[i] as number, points: sum >>> 12, mutual: sum & PACKED })
    if (best.length === limit) {
      const last = best[limit - 1]
      least = last ? ((last.points << 12) | last.mutual) >>> 0 : Number.POSITIVE_INFINITY
    }
  }
  return best
}

/** Where counts are not at hand, or not all were walked: whoever may be among the best by points is told exactly. */
function pickSums(
  store: Store,
  scratch: Scratch,
  viewer: number,
  count: number,
  limit: number,
  isPacked: boolean,
  partial: boolean,
): Best[] {
  const { sums, list } = scratch
  const best: Best[] = []
  if (limit <= 0) return best
  const points = (inner: number) => (isPacked ? (sums[inner] as number) >>> 12 : (sums[inner] as number))
  const { least, above } = leastOfBest(list, count, limit, points)
  // Of many who are equally far behind, only some are told apart where the answer is partial anyway.
  let equal = partial ? Math.max(0, TOLD_APART - above) : count
  const chosen: number[] = []
  for (let i = 0; i < count; i++) {
    const inner = list[i] as number
    const mine = points(inner)
    if (mine > least || (mine === least && equal-- > 0)) chosen.push(inner)
  }
  // The sums have told who; now they hold the first steps of the viewer's own row, for all the chosen.
  for (let i = 0; i < count; i++) sums[list[i] as number] = 0
  const { pool, rows, strengths } = store
  const start = (rows[viewer] as number) + HEAD
  const end = start + (pool[start - HEAD + 1] as number)
  for (let at = start; at < end; at++) sums[(pool[at] as number) & INNER] = firstStep(strengths[at] as number)
  for (const inner of chosen) keep(store, best, limit, exactly(store, sums, inner))
  for (let at = start; at < end; at++) sums[(pool[at] as number) & INNER] = 0
  return best
}

/** The points of the last of the best `limit`, at least 1, and how many have more. */
function leastOfBest(list: Uint32Array, count: number, limit: number, points: (inner: number) => number): { least: number; above: number } {
  const highest = new Float64Array(Math.min(limit, count))
  let [held, above] = [0, 0]
  for (let i = 0; i < count; i++) {
    const mine = points(list[i] as number)
    if (held === highest.length && mine <= (highest[held - 1] as number)) continue
    let at = held < highest.length ? held++ : held - 1
    while (at > 0 && (highest[at - 1] as number) < mine) {
      highest[at] = highest[at - 1] as number
      at--
    }
    highest[at] = mine
  }
  const least = Math.max(1, held === 0 ? 1 : (highest[held - 1] as number))
  while (above < held && (highest[above] as number) > least) above++
  return { least, above }
}

/** Whom the viewer has in common with somebody: all that third persons may see of theirs against the first steps. */
function exactly({ pool, strengths, rows }: Store, firstSteps: Uint32Array, inner: number): Best {
  const start = (rows[inner] as number) + HEAD
  const end = start + (pool[start - HEAD] as number)
  let [points, mutual] = [0, 0]
  for (let at = start; at < end; at++) {
    const first = firstSteps[pool[at] as number] as number
    if (first === 0) continue
    points += first * laterStep(strengths[at] as number)
    mutual++
  }
  return { inner, points, mutual }
}

function keep({ ids }: Store, best: Best[], limit: number, one: Best): void {
  const isBefore = (other: Best) =>
    one.points !== other.points
      ? one.points > other.points
      : one.mutual !== other.mutual
        ? one.mutual > other.mutual
        : (ids[one.inner] as number) < (ids[other.inner] as number)
  let at = best.length
  while (at > 0 && isBefore(best[at - 1] as Best)) at--
  if (at >= limit) return
  best.splice(at, 0, one)
  if (best.length > limit) best.pop()
}
