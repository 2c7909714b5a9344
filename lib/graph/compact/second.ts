// The viewers' first and second degree, kept from one query to the next: as a list where they are few, as a bit for everybody where they are
// many. What changed since is read from the header's recent changes: a changed row bears on the viewer when it is theirs or a neighbour's.
import type { IdFilter } from './ascending.ts'
import { At, RECENT, type Store } from './layout.ts'
import { findEntry, HEAD } from './row.ts'
import type { Scratch } from './scratch.ts'
import { spread, unmark } from './spread.ts'

/** What a reader keeps of all viewers together. */
const KEPT_BYTES = 64 * 2 ** 20

export interface Reach {
  readonly viewer: number
  /** The viewer's row that it was made from: it alone says who of those within two steps is at the first. */
  readonly row: number
  /** Of those within two steps: the viewer and the first degree; and all. */
  readonly first: number
  readonly end: number
  /** All of them, viewer and first degree in front. Undefined where `bits` says it. */
  readonly list: Uint32Array | undefined
  readonly bits: Uint32Array | undefined
  /** Ids of the second degree ascending, once somebody asked. */
  sortedIds: Uint32Array | undefined
  /** Of those. */
  filter: IdFilter | undefined
  /** Changes up to which it is known to hold. */
  changes: number
}

export interface SecondDegrees {
  /**
   * This viewer's, as from this row of theirs: a query reads the pointer to it once, since the writer may change it meanwhile. Costs a walk over the second
   * degree, or nothing where it is kept.
   */
  of(viewer: number, row: number): Reach
  /** A bit for each inner number within two steps; valid until the next call. Costs two writes for each of them, unless they were shown last. */
  show(reach: Reach): Uint32Array
  isShown(reach: Reach): boolean
  /** Whether it is kept and still true. */
  has(viewer: number, row: number): boolean
}

/** A cache for one reader of one generation. */
export function createSecondDegrees(store: Store, scratch: Scratch): SecondDegrees {
  const { header, recent, pool, ids } = store
  const within = new Uint32Array((ids.length + 31) >>> 5)
  const kept = new Map<number, Reach>()
  let bytes = 0
  let current: Reach | undefined

  function holds(reach: Reach, row: number): boolean {
    if (reach.row !== row) return false
    const now = Atomics.load(header, At.changes)
    const missed = (now - reach.changes) | 0
    if (missed === 0) return true
    if (missed < 0 || missed > RECENT - 8) return false
    for (let change = reach.changes; change !== now; change = (change + 1) | 0) {
      const changed = recent[change & (RECENT - 1)] as number
      if (changed === reach.viewer || findEntry(pool, row, changed) >= 0) return false
    }
    // While it was read, the writer may have gone round.
    if (((Atomics.load(header, At.changes) - reach.changes) | 0) > RECENT - 8) return false
    reach.changes = now
    return true
  }

  function drop(reach: Reach): void {
    kept.delete(reach.viewer)
    bytes -= sizeOf(reach)
    if (current === reach) clear()
  }

  function clear(): void {
    if (current?.list) unmark(within, current.list, current.end)
    else within.fill(0)
    current = undefined
  }

  function show(reach: Reach): Uint32Array {
    if (current === reach) return within
    clear()
    if (reach.bits) within.set(reach.bits)
    else if (reach.list) for (const inner of reach.list) within[inner >>> 5] = (within[inner >>> 5] as number) | (1 << (inner & 31))
    current = reach
    return within
  }

  function fresh(viewer: number, row: number): Reach {
    clear()
    const changes = Atomics.load(header, At.changes)
    const { first, end } = spread(store, viewer, row, within, scratch.list)
    const isLong = end > ids.length >>> 5 && end > 64
    const [list, bits] = isLong ? [undefined, within.slice()] : [scratch.list.slice(0, end), undefined]
    const reach: Reach = { viewer, row, first, end, list, bits, sortedIds: undefined, filter: undefined, changes }
    current = reach
    kept.set(viewer, reach)
    bytes += sizeOf(reach)
    for (const oldest of kept.values()) {
      if (bytes <= KEPT_BYTES || oldest === reach) break
      drop(oldest)
    }
    return reach
  }

  return {
    show,
    isShown: (reach) => reach === current,
    of(viewer, row) {
      const reach = kept.get(viewer)
      if (!reach) return fresh(viewer, row)
      if (!holds(reach, row)) {
        drop(reach)
        return fresh(viewer, row)
      }
      kept.delete(viewer)
      kept.set(viewer, reach)
      return reach
    },
    has(viewer, row) {
      const reach = kept.get(viewer)
      return reach !== undefined && holds(reach, row)
    },
  }
}

function sizeOf({ list, bits, end }: Reach): number {
  return 256 + (list ? end * 12 : (bits?.byteLength ?? 0))
}

/** Whether any visible neighbour of the row's owner has its bit. */
export function touches(pool: Uint32Array, row: number, within: Uint32Array): boolean {
  const end = row + HEAD + (pool[row] as number)
  for (let at = row + HEAD; at < end; at++) {
    const next = pool[at] as number
    if (((within[next >>> 5] as number) >>> (next & 31)) & 1) return true
  }
  return false
}
