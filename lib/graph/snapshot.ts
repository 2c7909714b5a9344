// A network as plain pieces of memory, to be written to a file and read back in no more time than the bytes take. What a file is called, and
// whether its bytes are still those that were written, is for whoever holds it.

import { freeze } from './compact/freeze.ts'
import { slotsAreWhole } from './compact/ids.ts'
import {
  At,
  createStore,
  KNOWN,
  LAYOUT_VERSION,
  readCount,
  readSequence,
  type Store,
  slotBitsFor,
  writeSequence,
} from './compact/layout.ts'
import { blockWords, HEAD } from './compact/row.ts'
import { type CompactNetwork, networkOver } from './compact.ts'

/** The sizes that tell how a snapshot's parts lie; plain numbers. */
export interface SnapshotShape {
  readonly layout: number
  /** Members and words of rows that the buffer has room for. */
  readonly room: number
  readonly poolWords: number
  /** Inner numbers and words of rows in use. */
  readonly size: number
  readonly poolEnd: number
  readonly spareWords: number
  readonly members: number
  readonly halfTies: number
  readonly generation: number
  /** The place in the change log. */
  readonly sequence: number
}

export interface Snapshot {
  readonly shape: SnapshotShape
  /** One after another they are the snapshot. Ids, pool and strengths are the network's own memory: copy a piece before anything is computed of it. */
  readonly parts: readonly Uint8Array[]
  /** To be called when the parts are read, or no longer wanted: till then no retired row is used again. */
  release(): void
}

/**
 * The network as it is now, at `network.sequence`; it may be changed while the parts are read. By the thread that owns it, between two
 * changes. Copies some 14 bytes a member; takes one of the 64 places for readers.
 */
export function takeSnapshot(network: CompactNetwork): Snapshot {
  const { store, release } = freeze(network.store)
  const at = (word: number) => readCount(store, word)
  return {
    shape: {
      layout: LAYOUT_VERSION,
      room: at(At.room),
      poolWords: at(At.poolWords),
      size: at(At.size),
      poolEnd: at(At.poolEnd),
      spareWords: at(At.spareWords),
      members: at(At.members),
      halfTies: at(At.halfTies),
      generation: at(At.generation),
      sequence: readSequence(store),
    },
    parts: partsOf(store),
    release,
  }
}

/** How many bytes the parts of this shape have; undefined when there is no such shape. */
export function snapshotBytes(shape: SnapshotShape): number | undefined {
  const { layout, room, poolWords, size, poolEnd, spareWords, members, halfTies, generation, sequence } = shape
  const counts = [room, poolWords, size, poolEnd, spareWords, members, halfTies, generation, sequence]
  if (layout !== LAYOUT_VERSION || !counts.every((count) => Number.isSafeInteger(count) && count >= 0)) return undefined
  if (size > room || members > size || poolEnd > poolWords || halfTies + spareWords > poolEnd || room >= 2 ** 31) return undefined
  return 2 ** slotBitsFor(room) * 4 + size * 9 + poolEnd * 5
}

/**
 * A network to be read back: fill `parts` in their order, then `open`. Fails with `RangeError` when there is no such shape; `open` gives
 * undefined when what was filled in is no network, which whole bytes of a true snapshot always are.
 */
export function restoreSnapshot(shape: SnapshotShape): { readonly parts: readonly Uint8Array[]; open(): CompactNetwork | undefined } {
  if (snapshotBytes(shape) === undefined) throw new RangeError('no such snapshot')
  const store = createStore(shape.room, shape.poolWords, shape.generation)
  const { size, poolEnd } = shape
  const filled: Store = {
    ...store,
    ids: store.ids.subarray(0, size),
    rows: store.rows.subarray(0, size),
    flags: store.flags.subarray(0, size),
    pool: store.pool.subarray(0, poolEnd),
    strengths: store.strengths.subarray(0, poolEnd),
  }
  return {
    parts: partsOf(filled),
    open() {
      if (!isWhole(filled, shape)) return undefined
      for (const [word, count] of [
        [At.size, size],
        [At.poolEnd, poolEnd],
        [At.spareWords, shape.spareWords],
        [At.members, shape.members],
        [At.halfTies, shape.halfTies],
      ] as const)
        store.header[word] = count
      writeSequence(store, shape.sequence)
      return networkOver(store)
    },
  }
}

function partsOf({ slots, ids, rows, flags, pool, strengths }: Store): Uint8Array[] {
  const bytes = (array: Uint32Array | Uint8Array) => new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
  return [slots, ids, rows, flags, pool, strengths].map(bytes)
}

/** Every row lies within the pool, and the counts are what the rows say. */
function isWhole({ rows, flags, pool, slots, ids }: Store, { size, poolEnd, members, halfTies }: SnapshotShape): boolean {
  let [known, ties] = [0, 0]
  for (let inner = 0; inner < size; inner++) {
    known += (flags[inner] as number) & KNOWN
    const row = rows[inner] as number
    if (row === 0) continue
    if (row + HEAD > poolEnd) return false
    const [visible, total] = [pool[row] as number, pool[row + 1] as number]
    if (visible > total || row + blockWords(total) > poolEnd) return false
    ties += total
  }
  return known === members && ties === halfTies && slotsAreWhole({ slots, ids }, size)
}
