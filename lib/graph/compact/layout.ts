// How a generation of the index lies in one SharedArrayBuffer: a header, the table from members' ids to inner numbers, each member's id, row
// and flags, and the pool of rows with a byte of strength beside each word. One thread writes; any number read, without a lock.
// Invariant: what a reader can reach is never written but by single words (a row's pointer, a slot, a counter).
import { blockWords } from './row.ts'

export const MAGIC = 0x47_52_46_31
export const LAYOUT_VERSION = 2
/** Threads that may read at once beside the writer. */
export const READERS = 64
/** Rows changed lately, so that a reader knows what of its cache still holds. A power of two. */
export const RECENT = 1024
const SPACING = 16
const READERS_AT = 32
const RECENT_AT = READERS_AT + READERS * SPACING
const HEADER_WORDS = RECENT_AT + RECENT

/** Words of the header. */
export const At = {
  magic: 0,
  version: 1,
  generation: 2,
  /** 1 when a newer generation has taken this one's place. */
  moved: 3,
  room: 4,
  slotBits: 5,
  poolWords: 6,
  /** Inner numbers given out, to members known or removed. */
  size: 7,
  members: 8,
  halfTies: 9,
  poolEnd: 10,
  /** Words of retired rows, waiting or free. */
  spareWords: 11,
  sequenceLow: 12,
  sequenceHigh: 13,
  /** Rows swapped since the generation began, modulo 2^32. */
  changes: 14,
} as const

export const KNOWN = 1
export const SHOWN = 2

export interface Store {
  readonly shared: SharedArrayBuffer
  readonly header: Int32Array
  /** Inner numbers of the rows changed lately; change n is at n modulo its length. */
  readonly recent: Uint32Array
  /** Open addressing: inner number + 1, or 0; the top bit where the id is the slot's own number (ids.ts). */
  readonly slots: Uint32Array
  readonly slotBits: number
  readonly ids: Uint32Array
  /** Where in the pool a member's row begins. */
  readonly rows: Uint32Array
  readonly pool: Uint32Array
  readonly flags: Uint8Array
  /** At the entry's index: own feeling (high half) and shared strength (low half), as the row's owner sees them. */
  readonly strengths: Uint8Array
}

/** The table from ids to inner numbers has 2 to the power of so many slots. */
export function slotBitsFor(room: number): number {
  return Math.max(4, Math.ceil(Math.log2(room * 1.4)))
}

/** Room for so many members and so many words of rows. Fails with `RangeError` for more words than a pointer tells apart (17 GB of rows). */
export function createStore(room: number, poolWords: number, generation: number): Store {
  if (poolWords >= 2 ** 32) throw new RangeError(`a network index has fewer than 2^32 words of rows, not ${poolWords}`)
  const slotBits = slotBitsFor(room)
  const words = HEADER_WORDS + 2 ** slotBits + room * 2 + poolWords
  const shared = new SharedArrayBuffer(words * 4 + room + poolWords)
  const header = new Int32Array(shared, 0, HEADER_WORDS)
  header[At.magic] = MAGIC
  header[At.version] = LAYOUT_VERSION
  header[At.generation] = generation
  header[At.room] = room
  header[At.slotBits] = slotBits
  header[At.poolWords] = poolWords
  header[At.poolEnd] = blockWords(0)
  return openStore(shared)
}

/** The same store seen from any thread. */
export function openStore(shared: SharedArrayBuffer): Store {
  const header = new Int32Array(shared, 0, HEADER_WORDS)
  if (header[At.magic] !== MAGIC || header[At.version] !== LAYOUT_VERSION) throw new Error('not a network index of this version')
  const room = header[At.room] as number
  const slotBits = header[At.slotBits] as number
  const poolWords = (header[At.poolWords] as number) >>> 0
  let at = HEADER_WORDS * 4
  const words = (length: number) => {
    const array = new Uint32Array(shared, at, length)
    at += length * 4
    return array
  }
  const recent = new Uint32Array(shared, RECENT_AT * 4, RECENT)
  const [slots, ids, rows, pool] = [words(2 ** slotBits), words(room), words(room), words(poolWords)] as const
  const flags = new Uint8Array(shared, at, room)
  return { shared, header, recent, slots, slotBits, ids, rows, pool, flags, strengths: new Uint8Array(shared, at + room, poolWords) }
}

export function readCount(store: Store, at: number): number {
  return (store.header[at] as number) >>> 0
}

/** The place in the change log that the data stands for. */
export function readSequence({ header }: Store): number {
  return (header[At.sequenceHigh] as number) * 2 ** 32 + ((header[At.sequenceLow] as number) >>> 0)
}

export function writeSequence({ header }: Store, sequence: number): void {
  header[At.sequenceHigh] = Math.floor(sequence / 2 ** 32)
  header[At.sequenceLow] = sequence >>> 0
}

/** Word of the header in which a reader says whether it is within a query. */
export function readerWord(reader: number): number {
  return READERS_AT + reader * SPACING
}

/** A reader's place of its own: the word of the header in which it says so. Fails with `RangeError` when all are taken. */
export function takePlace(header: Int32Array): number {
  for (let reader = 0; reader < READERS; reader++) {
    if (Atomics.compareExchange(header, readerWord(reader), 0, 2) === 0) return readerWord(reader)
  }
  throw new RangeError(`all ${READERS} places for readers are taken`)
}
