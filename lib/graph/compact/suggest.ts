// Those at degree 2 by the sum of their ways' scores. Each visible tie of each connector counts; within a budget, those of the connectors who
// say most.
import type { Suggestions } from '../network.ts'
import { sortIds } from './ascending.ts'
import { findInner } from './ids.ts'
import type { Store } from './layout.ts'
import { firstStep, HEAD, INNER, laterStep } from './row.ts'
import { hasBit, type Scratch, setBit } from './scratch.ts'
import { PACKED, tally, type Walk } from './tally.ts'

/** Connectors with more visible ties than this are left out when the budget does not suffice: they say the least of whom one may know. */
const HUB = 1000
/** Within a budget, so many times the limit who may be among the best are looked at. */
const TOLD_APART = 2
const STRONGEST = 15

interface Best {
  readonly inner: number
  readonly points: number
  readonly mutual: number
}

/** See `Network.suggestions`. Leaves the scratch as it was. */
export function suggest(store: Store, scratch: Scratch, viewer: number, limit: number, budget: number): Suggestions {
  const all = wholeWalk(store, viewer, budget)
  if (limit <= 0) return { people: [], partial: all === undefined }
  const walk = all ?? walkWithin(store, viewer, budget)
  const best =
    all && walk.rows.length <= PACKED ? pickPacked(store, scratch, walk, limit) : pickSums(store, scratch, walk, limit, all === undefined)
  return {
    people: best.map(({ inner, points, mutual }) => ({ id: store.ids[inner] as number, mutualCount: mutual, score: points / 225 })),
    partial: all === undefined,
  }
}

/** Every connector; undefined when they have more ties than the budget. */
function wholeWalk({ pool, rows, strengths }: Store, viewer: number, budget: number): Walk | undefined {
  const row = rows[viewer] as number
  const degree = pool[row + 1] as number
  const theirs = new Uint32Array(degree)
  const firsts = new Uint8Array(degree)
  let ties = 0
  for (let i = 0; i < degree; i++) {
    const at = row + HEAD + i
    theirs[i] = rows[(pool[at] as number) & INNER] as number
    firsts[i] = firstStep(strengths[at] as number)
    ties += pool[theirs[i] as number] as number
    if (ties > budget) return undefined
  }
  return { viewer, row, rows: theirs, firsts, ties }
}

/** The connectors with the strongest ties to the viewer, equal ones by id, no hubs, until the budget is spent. */
function walkWithin(store: Store, viewer: number, budget: number): Walk {
  const { pool, rows } = store
  const row = rows[viewer] as number
  const theirs: number[] = []
  const firsts: number[] = []
  let ties = 0
  for (const [strength, ids] of byStrength(store, row)) {
    for (const id of sortIds(ids)) {
      const his = rows[findInner(store, id)] as number
      const more = pool[his] as number
      if (more > HUB) continue
      ties += more
      if (ties > budget) return { viewer, row, rows: Uint32Array.from(theirs), firsts: Uint8Array.from(firsts), ties }
      theirs.push(his)
      firsts.push(strength)
    }
  }
  return { viewer, row, rows: Uint32Array.from(theirs), firsts: Uint8Array.from(firsts), ties }
}

/** The ids of the row's entries by the strength of the step, strongest first; each strength's are found out only when it is their turn. */
function* byStrength({ pool, strengths, ids }: Store, row: number): Generator<readonly [number, Uint32Array<ArrayBuffer>]> {
  const start = row + HEAD
  const end = start + (pool[row + 1] as number)
  const counts = new Uint32Array(STRONGEST + 1)
  for (let at = start; at < end; at++) {
    const strength = firstStep(strengths[at] as number)
    counts[strength] = (counts[strength] as number) + 1
  }
  for (let strength = STRONGEST; strength > 0; strength--) {
    const those = new Uint32Array(counts[strength] as number)
    let held = 0
    for (let at = start; at < end && held < those.length; at++) {
      if (firstStep(strengths[at] as number) === strength) those[held++] = ids[(pool[at] as number) & INNER] as number
    }
    yield [strength, those]
  }
}

function pickPacked(store: Store, scratch: Scratch, walk: Walk, limit: number): Best[] {
  const best: Best[] = []
  tally(store, scratch, walk, limit, (inner, sum) => {
    keep(store, best, limit, { inner, points: sum >>> 12, mutual: sum & PACKED })
    const last = best[limit - 1]
    return last ? ((last.points << 12) | last.mutual) >>> 0 : 1
  })
  return best
}

/** Where counts are not at hand, or not all were walked: whoever may be among the best by points is told exactly. */
function pickSums(store: Store, scratch: Scratch, walk: Walk, limit: number, isPartial: boolean): Best[] {
  const chosen = chooseByPoints(store, scratch, walk, limit, isPartial)
  // The marks say who is in the viewer's row, the sums how strong the step to them is, for all the chosen.
  const { pool, strengths } = store
  const { marks, sums } = scratch
  const start = walk.row + HEAD
  const end = start + (pool[walk.row + 1] as number)
  for (let at = start; at < end; at++) {
    const inner = (pool[at] as number) & INNER
    sums[inner] = firstStep(strengths[at] as number)
    setBit(marks, inner)
  }
  const best: Best[] = []
  for (const inner of chosen) {
    const one = exactly(store, scratch, inner)
    // Who has lost their last tie to the first degree meanwhile is nobody to suggest.
    if (one.mutual > 0) keep(store, best, limit, one)
  }
  for (let at = start; at < end; at++) {
    const inner = (pool[at] as number) & INNER
    sums[inner] = 0
    marks[inner >>> 5] = 0
  }
  return best
}

/**
 * All with as many points as the last of the best `limit` has, but of those met once no more than may be listed. Of a partial walk the best twice the
 * limit by points, then by id: of many who are equally far behind only some need be told apart where somebody may be missing anyway.
 */
function chooseByPoints(store: Store, scratch: Scratch, walk: Walk, limit: number, isPartial: boolean): number[] {
  const most = isPartial ? limit * TOLD_APART : limit
  const shift = walk.rows.length <= PACKED ? 12 : 0
  const highest = new Float64Array(limit)
  let [held, least] = [0, 0]
  const wanted = () => Math.max(1, (least << shift) >>> 0)
  let candidates: { readonly inner: number; readonly points: number }[] = []
  tally(store, scratch, walk, most, (inner, sum) => {
    const points = sum >>> shift
    if (points < least) return wanted()
    candidates.push({ inner, points })
    if (held === limit && points === least) return wanted()
    let at = held < limit ? held++ : limit - 1
    for (; at > 0 && (highest[at - 1] as number) < points; at--) highest[at] = highest[at - 1] as number
    highest[at] = points
    if (held === limit) least = highest[limit - 1] as number
    return wanted()
  })
  candidates = candidates.filter(({ points }) => points >= least)
  if (!isPartial || candidates.length <= most) return candidates.map(({ inner }) => inner)
  const before = (a: { inner: number; points: number }, b: { inner: number; points: number }) =>
    b.points - a.points || (store.ids[a.inner] as number) - (store.ids[b.inner] as number)
  return candidates
    .sort(before)
    .slice(0, most)
    .map(({ inner }) => inner)
}

/** Whom the viewer has in common with somebody: all that third persons may see of theirs against the first steps. */
function exactly({ pool, strengths, rows }: Store, { marks, sums }: Scratch, inner: number): Best {
  const start = (rows[inner] as number) + HEAD
  const end = start + (pool[start - HEAD] as number)
  let [points, mutual] = [0, 0]
  for (let at = start; at < end; at++) {
    const next = pool[at] as number
    if (!hasBit(marks, next)) continue
    points += (sums[next] as number) * laterStep(strengths[at] as number)
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
