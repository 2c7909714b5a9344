// Where the compact network lies: typed arrays in shared memory. Members have dense inner numbers; each has one row of ties in a pool.
// A row is [length, capacity, entry…], entries ascending; an entry is the neighbour's inner number shifted left by one, its low bit the
// hidden flag. The byte at the entry's index in `strengths` holds own (high half) and shared (low half) as the row's owner sees them.
// Invariant: a row in use is never written; a change writes a new row and then swaps the member's pointer, so readers need no lock.
import type { MemberId } from '../network.ts'

export const HEADER = 2
const KNOWN = 1
const SHOWN = 2

export interface Store {
  pool: Uint32Array
  strengths: Uint8Array
  /** Next unused word of the pool; word 0 begins the empty row that all share. */
  end: number
  /** Retired rows by capacity, for reuse. One thread writes and reads, so a row retires at once; with more, after a grace period. */
  readonly free: Map<number, number[]>
  rows: Uint32Array
  flags: Uint8Array
  ids: Uint32Array
  /** Open addressing: inner number + 1, or 0; its size is a power of two and at least twice the members'. */
  slots: Uint32Array
  size: number
  memberCount: number
  halfTies: number
}

/** Room for so many members and ties before anything must be moved. */
export function createStore(members: number, ties: number): Store {
  const room = Math.max(16, members)
  return {
    pool: words(HEADER + Math.max(64, ties * 2 + members * (HEADER + 8))),
    strengths: bytes(HEADER + Math.max(64, ties * 2 + members * (HEADER + 8))),
    end: HEADER,
    free: new Map(),
    rows: words(room),
    flags: bytes(room),
    ids: words(room),
    slots: words(2 ** Math.ceil(Math.log2(room * 2))),
    size: 0,
    memberCount: 0,
    halfTies: 0,
  }
}

export function words(length: number): Uint32Array {
  return new Uint32Array(new SharedArrayBuffer(length * 4))
}

export function bytes(length: number): Uint8Array {
  return new Uint8Array(new SharedArrayBuffer(length))
}

/** The inner number of a member, or -1. */
export function findInner(store: Store, id: MemberId): number {
  const { slots, ids } = store
  const mask = slots.length - 1
  for (let at = scatter(id) & mask; ; at = (at + 1) & mask) {
    const slot = slots[at] as number
    if (slot === 0) return -1
    if (ids[slot - 1] === id) return slot - 1
  }
}

/** The inner number of a member, given one if new; marks the member as known. A removed member keeps the number. */
export function claimInner(store: Store, id: MemberId): number {
  let inner = findInner(store, id)
  if (inner < 0) {
    if (store.size === store.ids.length) growMembers(store)
    inner = store.size++
    store.ids[inner] = id
    place(store, inner)
  }
  if (((store.flags[inner] as number) & KNOWN) === 0) {
    store.flags[inner] = KNOWN
    store.memberCount++
  }
  return inner
}

export function isShown(store: Store, inner: number): boolean {
  return ((store.flags[inner] as number) & SHOWN) !== 0
}

export function setShown(store: Store, inner: number, shown: boolean): void {
  store.flags[inner] = shown ? KNOWN | SHOWN : KNOWN
}

/** Forgets a member who has no ties left. */
export function forget(store: Store, inner: number): void {
  if (((store.flags[inner] as number) & KNOWN) === 0) return
  store.flags[inner] = 0
  store.memberCount--
}

/** Index in the pool of the row's entry for this neighbour, or of where it would stand, as `-1 - index`. Binary search. */
export function findEntry(pool: Uint32Array, row: number, inner: number): number {
  let low = row + HEADER
  let high = low + (pool[row] as number)
  while (low < high) {
    const middle = (low + high) >>> 1
    const at = (pool[middle] as number) >>> 1
    if (at < inner) low = middle + 1
    else if (at > inner) high = middle
    else return middle
  }
  return -1 - low
}

/** Puts one half of a tie into a member's row, or replaces it. */
export function putEntry(store: Store, inner: number, neighbour: number, hidden: boolean, strength: number): void {
  const old = store.rows[inner] as number
  const found = findEntry(store.pool, old, neighbour)
  const isNew = found < 0
  const length = store.pool[old] as number
  const before = (isNew ? -1 - found : found) - old - HEADER
  const fresh = allocate(store, length + (isNew ? 1 : 0))
  copy(store, old, 0, fresh, 0, before)
  copy(store, old, before + (isNew ? 0 : 1), fresh, before + 1, length - before - (isNew ? 0 : 1))
  store.pool[fresh + HEADER + before] = ((neighbour << 1) | (hidden ? 1 : 0)) >>> 0
  store.strengths[fresh + HEADER + before] = strength
  swap(store, inner, old, fresh)
  if (isNew) store.halfTies++
}

/** Takes one half of a tie out of a member's row, if it is there. */
export function dropEntry(store: Store, inner: number, neighbour: number): void {
  const old = store.rows[inner] as number
  const found = findEntry(store.pool, old, neighbour)
  if (found < 0) return
  const length = store.pool[old] as number
  const before = found - old - HEADER
  const fresh = length === 1 ? 0 : allocate(store, length - 1)
  if (fresh !== 0) {
    copy(store, old, 0, fresh, 0, before)
    copy(store, old, before + 1, fresh, before, length - before - 1)
  }
  swap(store, inner, old, fresh)
  store.halfTies--
}

/** A row with room for so many entries and some to come; its length is set, its entries are not. */
export function allocate(store: Store, length: number): number {
  const capacity = (length + (length >>> 3) + 4 + 7) & ~7
  let row = store.free.get(capacity)?.pop()
  if (row === undefined) {
    if (store.end + HEADER + capacity > store.pool.length) growPool(store, HEADER + capacity)
    row = store.end
    store.end += HEADER + capacity
  }
  store.pool[row] = length
  store.pool[row + 1] = capacity
  return row
}

function copy(store: Store, from: number, skip: number, to: number, at: number, count: number): void {
  const start = from + HEADER + skip
  store.pool.copyWithin(to + HEADER + at, start, start + count)
  store.strengths.copyWithin(to + HEADER + at, start, start + count)
}

function swap(store: Store, inner: number, old: number, fresh: number): void {
  Atomics.store(store.rows, inner, fresh)
  if (old === 0) return
  const capacity = store.pool[old + 1] as number
  const retired = store.free.get(capacity)
  if (retired) retired.push(old)
  else store.free.set(capacity, [old])
}

function growPool(store: Store, needed: number): void {
  const length = Math.ceil(store.pool.length * 1.25) + needed
  const pool = words(length)
  pool.set(store.pool)
  const strengths = bytes(length)
  strengths.set(store.strengths)
  store.pool = pool
  store.strengths = strengths
}

function growMembers(store: Store): void {
  const room = store.ids.length * 2
  const { rows, flags, ids } = store
  store.rows = words(room)
  store.rows.set(rows)
  store.flags = bytes(room)
  store.flags.set(flags)
  store.ids = words(room)
  store.ids.set(ids)
  store.slots = words(2 ** Math.ceil(Math.log2(room * 2)))
  for (let inner = 0; inner < store.size; inner++) place(store, inner)
}

function place(store: Store, inner: number): void {
  const mask = store.slots.length - 1
  let at = scatter(store.ids[inner] as number) & mask
  while (store.slots[at] !== 0) at = (at + 1) & mask
  store.slots[at] = inner + 1
}

/** Fibonacci hashing: ids that follow one another or share a stride spread over the table. */
function scatter(id: number): number {
  const mixed = Math.imul(id, 0x9e3779b1)
  return (mixed ^ (mixed >>> 15)) >>> 0
}
