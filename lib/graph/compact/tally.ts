// Sums over a walk: for everybody whom the rows of some connectors show, the points of all ways to them. Most of those met are met once; they take up
// neither a sum nor a place in a list.
import type { MemberId } from '../network.ts'
import type { Store } from './layout.ts'
import { findEntry, HEAD, INNER, laterStep } from './row.ts'
import { hasBit, type Scratch } from './scratch.ts'

/** A sum holds points above and how often somebody was met below, for up to so many connectors: 225 × 4095 is below 2^20, and 2^12. */
export const PACKED = 4095
/** Points of a single way at most. */
const STRONGEST = 225
/** Marks for each tie walked, and how many at least, as a power of two: 2 kB. */
const MARKS_EACH = 16
const LEAST_BITS = 14

/** Rows are held by where they were found once: the writer may give somebody another meanwhile, never write in one. */
export interface Walk {
  readonly viewer: number
  /** Of the viewer. */
  readonly row: number
  /** The connectors' rows. */
  readonly rows: Uint32Array
  /** The strength of the viewer's step to each. */
  readonly firsts: Uint8Array
  /** Ties that third persons may see, of all connectors together. */
  readonly ties: number
}

/**
 * Told of people met beyond the viewer's first degree, each with a sum, packed where there are at most 4095 connectors. Gives the least sum, 1 or
 * more, that it still wants to hear of.
 */
export type Told = (inner: number, sum: number) => number

/**
 * Tells of everybody met twice or more, of those met once of at least `limit` with the most points, equal ones by id, and of some others. Leaves the
 * scratch as it was.
 */
export function tally(store: Store, scratch: Scratch, walk: Walk, limit: number, tell: Told): void {
  // A first walk finds out who is met twice, without a branch; a second sums their points; a third finds the best met once.
  const { pool } = store
  const { marks, twice, sums, list } = scratch
  const { viewer, row: mine, rows, firsts } = walk
  const mask = maskFor(walk.ties, marks.length * 32)
  const [shift, one] = rows.length <= PACKED ? [12, 1] : [0, 0]
  markTwice(store, scratch, rows, mask)
  let count = 0
  for (let i = 0; i < rows.length; i++) {
    count = sumRow(store, scratch, rows[i] as number, mask, (firsts[i] as number) << shift, one, count)
  }
  // The viewer and the first degree were summed like all; now they are taken out.
  sums[viewer] = 0
  const end = mine + HEAD + (pool[mine + 1] as number)
  for (let at = mine + HEAD; at < end; at++) sums[(pool[at] as number) & INNER] = 0
  let least = 1
  for (let i = 0; i < count; i++) {
    const inner = list[i] as number
    const sum = sums[inner] as number
    sums[inner] = 0
    if (sum >= least) least = tell(inner, sum)
  }
  if (least >>> shift <= STRONGEST) {
    bestSingles(store, scratch, walk, mask, limit, least >>> shift, (inner, points) => tell(inner, (points << shift) + one))
  }
  const words = Math.min(marks.length, (mask >>> 5) + 1)
  marks.fill(0, 0, words)
  twice.fill(0, 0, words)
}

/**
 * The low digits of inner numbers by which they are marked. For short walks they are few, so that the marks stay in the processor's own memory: then some
 * of those met once share their mark with another, and are summed as if met twice.
 */
function maskFor(ties: number, room: number): number {
  const log = Math.max(LEAST_BITS, 32 - Math.clz32(ties * MARKS_EACH))
  return log < 31 && 2 ** log < room ? 2 ** log - 1 : INNER
}

/** Adds to the sums of those whom the row shows and who are met twice; lists those met here first, from `before` on. Gives the list's new end. */
function sumRow(
  { pool, strengths }: Store,
  { twice, sums, list }: Scratch,
  row: number,
  mask: number,
  weight: number,
  one: number,
  before: number,
): number {
  let count = before
  const end = row + HEAD + (pool[row] as number)
  for (let at = row + HEAD; at < end; at++) {
    const next = pool[at] as number
    if (!hasBit(twice, next & mask)) continue
    const sum = sums[next] as number
    if (sum === 0) list[count++] = next
    sums[next] = sum + weight * laterStep(strengths[at] as number) + one
  }
  return count
}

function markTwice({ pool }: Store, { marks, twice }: Scratch, rows: Uint32Array, mask: number): void {
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number
    const end = row + HEAD + (pool[row] as number)
    for (let at = row + HEAD; at < end; at++) {
      const next = (pool[at] as number) & mask
      const word = next >>> 5
      const bit = 1 << (next & 31)
      const once = marks[word] as number
      twice[word] = (twice[word] as number) | (once & bit)
      marks[word] = once | bit
    }
  }
}

/** Visits the best `limit` of those met once with at least so many points, who are neither the viewer nor of the first degree. */
function bestSingles(
  { pool, strengths, ids }: Store,
  { twice }: Scratch,
  { viewer, row: mine, rows, firsts }: Walk,
  mask: number,
  limit: number,
  least: number,
  visit: (inner: number, points: number) => void,
): void {
  const best: { readonly inner: number; readonly points: number; readonly id: MemberId }[] = []
  let wanted = least
  for (let i = 0; i < rows.length; i++) {
    const first = firsts[i] as number
    const row = rows[i] as number
    const end = row + HEAD + (pool[row] as number)
    for (let at = row + HEAD; at < end; at++) {
      const points = first * laterStep(strengths[at] as number)
      if (points < wanted) continue
      const inner = pool[at] as number
      if (hasBit(twice, inner & mask)) continue
      const id = ids[inner] as number
      let place = best.length
      for (; place > 0; place--) {
        const before = best[place - 1] as (typeof best)[number]
        if (points < before.points || (points === before.points && id > before.id)) break
      }
      if (place >= limit || inner === viewer || findEntry(pool, mine, inner) >= 0) continue
      best.splice(place, 0, { inner, points, id })
      if (best.length > limit) best.pop()
      if (best.length === limit) wanted = best[limit - 1]?.points ?? wanted
    }
  }
  for (const { inner, points } of best) visit(inner, points)
}
