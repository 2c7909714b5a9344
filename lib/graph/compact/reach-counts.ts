// How many are at each degree. The third is counted from the second's ties, or, where those are many, by asking everybody whether they are
// tied to the second (direction-optimising breadth-first search, after Beamer et al. 2012), or estimated from a sample.
import type { ReachCounts } from '../network.ts'
import { At, readCount, type Store } from './layout.ts'
import type { Scratch } from './scratch.ts'
import { touches } from './second.ts'
import { countMarks, markOn, spread, unmark, walkOn } from './spread.ts'

/** Asking everybody is cheaper when the second degree has more than this part of all ties behind it. */
const MANY = 1 / 6
/** Found in the sample, so many keep the standard error below 0.8 %. */
const ENOUGH = 16_384
/** So many times as many parts as should do are asked, since the first may have found more than its share. */
const MARGIN = 1.1
/** Members asked at least: one for each so many of the first sample. */
const SAMPLE = 1 << 17

/** How many are at degree 2. Leaves the scratch as it was. */
export function countSecond(store: Store, { marks, list }: Scratch, viewer: number): number {
  const { first, end } = spread(store, viewer, store.rows[viewer] as number, marks, list)
  unmark(marks, list, end)
  return end - first
}

/** Degrees and their sizes; see `Network.countByDegree`. Leaves the scratch as it was. */
export function countReach(store: Store, scratch: Scratch, viewer: number, budget: number): ReachCounts {
  const { pool, rows } = store
  const { marks, list } = scratch
  const { first, end } = spread(store, viewer, rows[viewer] as number, marks, list)
  let behind = 0
  for (let i = first; i < end; i++) behind += pool[rows[list[i] as number] as number] as number
  const everybody = readCount(store, At.size)
  const halfTies = readCount(store, At.halfTies)
  let third: number
  let isExact = true
  if (behind > budget && everybody > SAMPLE) {
    const estimate = sampleThird(store, marks, everybody, Math.max(1, Math.floor(everybody / SAMPLE)))
    third = estimate.third
    isExact = estimate.isExact
    unmark(marks, list, end)
  } else if (behind > halfTies * MANY) {
    third = 0
    for (let inner = 0; inner < everybody; inner++) if (isThird(store, marks, inner)) third++
    unmark(marks, list, end)
  } else if (behind < marks.length / 4) {
    const all = walkOn(store, marks, list, first, end, end)
    third = all - end
    unmark(marks, list, all)
  } else {
    markOn(store, marks, list, first, end)
    third = countMarks(marks) - end
    marks.fill(0)
  }
  return { first: first - 1, second: end - first, third, exact: { second: true, third: isExact } }
}

function isThird({ pool, rows }: Store, marks: Uint32Array, inner: number): boolean {
  return (((marks[inner >>> 5] as number) >>> (inner & 31)) & 1) === 0 && touches(pool, rows[inner] as number, marks)
}

/**
 * Asks one of `parts` parts of the members, and then as many more as make it likely that enough are found to be at the third degree: all of them where
 * few are. The parts go by a hash of the id: inner numbers go by all ties, so that a sample by them would hang on hidden ones.
 */
function sampleThird(store: Store, marks: Uint32Array, everybody: number, parts: number): { third: number; isExact: boolean } {
  const { ids } = store
  const share = parts / 2 ** 32
  let [asked, found] = [0, 0]
  const ask = (from: number, to: number) => {
    for (let inner = 0; inner < everybody; inner++) {
      const part = Math.floor((Math.imul(ids[inner] as number, 0x9e3779b1) >>> 0) * share)
      if (part < from || part >= to) continue
      asked++
      if (isThird(store, marks, inner)) found++
    }
  }
  ask(0, 1)
  if (found < ENOUGH) ask(1, Math.min(parts, Math.ceil((ENOUGH * MARGIN) / Math.max(1, found))))
  return { third: asked === 0 ? 0 : Math.round((found / asked) * everybody), isExact: asked === everybody }
}
