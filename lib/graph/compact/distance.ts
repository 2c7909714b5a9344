// Degree questions over the compact store, on inner numbers. Each stops at the third step. Nothing here reads a tie that the viewer may not
// see, but the viewer's own.
import type { Degree } from '../network.ts'
import { clearBit, eachConnector, hasBit, isOpen, type Scratch, setBit } from './scratch.ts'
import { findEntry, HEADER, isShown, type Store } from './store.ts'

/** A row this many times longer than the marked side is searched for each mark instead of read through. */
const GALLOP_RATIO = 24

/**
 * Degree of one pair: the tie by binary search, the second step by intersection of the two rows, the third from whichever end has the
 * fewer ties behind its neighbours, against marks of the other end.
 */
export function pairDegree(store: Store, scratch: Scratch, viewer: number, target: number): Degree {
  if (viewer === target) return 0
  if (findEntry(store.pool, store.rows[viewer] as number, target) >= 0) return 1
  if (!isShown(store, target)) return 'further'
  if (eachConnector(store, viewer, target, () => true)) return 2
  const fromViewer = weigh(store, viewer, true) <= weigh(store, target, false)
  return fromViewer ? meet(store, scratch, viewer, true, target) : meet(store, scratch, target, false, viewer)
}

/** Ties behind the neighbours that a search from here may pass through. */
function weigh(store: Store, from: number, isViewer: boolean): number {
  let sum = 0
  eachStep(store, from, isViewer, (next) => {
    sum += store.pool[store.rows[next] as number] as number
    return false
  })
  return sum
}

/** Calls with each shown neighbour over a usable tie (the viewer may use hidden ones); stops when told `true`. */
function eachStep(store: Store, from: number, isViewer: boolean, visit: (next: number) => boolean): boolean {
  const { pool } = store
  const row = store.rows[from] as number
  const end = row + HEADER + (pool[row] as number)
  for (let at = row + HEADER; at < end; at++) {
    const entry = pool[at] as number
    if ((isViewer || (entry & 1) === 0) && isShown(store, entry >>> 1) && visit(entry >>> 1)) return true
  }
  return false
}

function meet(store: Store, { near, list }: Scratch, from: number, fromIsViewer: boolean, to: number): 3 | 'further' {
  const { pool } = store
  let count = 0
  eachStep(store, to, !fromIsViewer, (next) => {
    setBit(near, next)
    list[count++] = next
    return false
  })
  const met = eachStep(store, from, fromIsViewer, (next) => {
    const row = store.rows[next] as number
    const length = pool[row] as number
    if (length > GALLOP_RATIO * count) {
      for (let i = 0; i < count; i++) if (isOpen(store, next, list[i] as number)) return true
      return false
    }
    for (let at = row + HEADER; at < row + HEADER + length; at++) {
      const entry = pool[at] as number
      if ((entry & 1) === 0 && hasBit(near, entry >>> 1)) return true
    }
    return false
  })
  for (let i = 0; i < count; i++) clearBit(near, list[i] as number)
  return met ? 3 : 'further'
}

/** Marks the viewer and all within two steps in `near`, lists them, and gives where the second and third parts of the list begin and end. */
function spread(store: Store, { near, list }: Scratch, viewer: number): { first: number; end: number } {
  const { pool } = store
  let end = 0
  setBit(near, viewer)
  list[end++] = viewer
  const row = store.rows[viewer] as number
  for (let at = row + HEADER; at < row + HEADER + (pool[row] as number); at++) {
    setBit(near, (pool[at] as number) >>> 1)
    list[end++] = (pool[at] as number) >>> 1
  }
  const first = end
  for (let i = 1; i < first; i++) end = grow(store, near, list, list[i] as number, end)
  return { first, end }
}

function grow(store: Store, near: Uint32Array, list: Uint32Array, from: number, end: number): number {
  if (!isShown(store, from)) return end
  let last = end
  eachStep(store, from, false, (next) => {
    if (!hasBit(near, next)) {
      setBit(near, next)
      list[last++] = next
    }
    return false
  })
  return last
}

/** How many stand at each degree: a breadth-first walk of three steps. */
export function countDegrees(store: Store, scratch: Scratch, viewer: number): { first: number; second: number; third: number } {
  const { near, list } = scratch
  const { first, end } = spread(store, scratch, viewer)
  let last = end
  for (let i = first; i < end; i++) last = grow(store, near, list, list[i] as number, last)
  for (let i = 0; i < last; i++) clearBit(near, list[i] as number)
  return { first: first - 1, second: end - first, third: last - end }
}

/** Degrees of many targets of one viewer: the viewer's two steps are marked once, then each target looks for a neighbour among them. */
export function manyDegrees(store: Store, scratch: Scratch, viewer: number, targets: readonly number[]): Degree[] {
  const { near, second, list } = scratch
  const { first, end } = spread(store, scratch, viewer)
  for (let i = first; i < end; i++) setBit(second, list[i] as number)
  const degrees = targets.map((target): Degree => {
    if (target < 0) return 'further'
    if (target === viewer) return 0
    if (hasBit(second, target)) return 2
    if (hasBit(near, target)) return 1
    if (!isShown(store, target)) return 'further'
    return eachStep(store, target, false, (next) => hasBit(second, next)) ? 3 : 'further'
  })
  for (let i = 0; i < end; i++) clearBit(near, list[i] as number)
  for (let i = first; i < end; i++) clearBit(second, list[i] as number)
  return degrees
}
