// From members' ids to inner numbers and back: open addressing. Ids that follow one another, as a database gives them, lie side by side in the table.
// Whoever finds the place taken goes on by a way of their own over the whole table, so that two ranges of ids which meet do not stand in each
// other's way.
import type { MemberId } from '../network.ts'
import { At, KNOWN, type Store } from './layout.ts'

/** In a slot: the member's id is the slot's own number, so that the id need not be read from far memory to be known. */
const OWN = 0x80000000
const SLOT = 0x7fffffff

/** The inner number of a member, or -1. For ids below the table's size one read of far memory, as a rule; else two. */
export function findInner({ slots, slotBits, ids }: Store, id: MemberId): number {
  const mask = (1 << slotBits) - 1
  const first = placeOf(id, slotBits)
  const there = slots[first] as number
  if ((there | 0) < 0 && first === id) return (there & SLOT) - 1
  const own = stepOf(id)
  for (let at = first; ; at = (Math.imul(at, 5) + own) & mask) {
    const slot = (slots[at] as number) & SLOT
    if (slot === 0) return -1
    if (ids[slot - 1] === id) return slot - 1
  }
}

/** Inner numbers that the table leads to, none beyond `size`, and no slot that says of another's id that it is its own. */
export function slotsAreWhole({ slots, ids }: Pick<Store, 'slots' | 'ids'>, size: number): boolean {
  return slots.every((slot, at) => (slot & SLOT) <= size && (slot < OWN || ids[(slot & SLOT) - 1] === at))
}

/** The inner number of a member, given one if new; marks the member as known. A removed member keeps the number till the next generation. */
export function claimInner(store: Store, id: MemberId): number {
  const { header, flags } = store
  let inner = findInner(store, id)
  if (inner < 0) {
    inner = header[At.size] as number
    placeId(store, inner, id)
    header[At.size] = inner + 1
  }
  if (((flags[inner] as number) & KNOWN) === 0) {
    flags[inner] = KNOWN
    header[At.members] = (header[At.members] as number) + 1
  }
  return inner
}

/** Gives an inner number to an id that has none. */
export function placeId({ slots, slotBits, ids }: Store, inner: number, id: MemberId): void {
  const mask = (1 << slotBits) - 1
  let at = placeOf(id, slotBits)
  const own = stepOf(id)
  while (slots[at] !== 0) at = (Math.imul(at, 5) + own) & mask
  ids[inner] = id
  Atomics.store(slots, at, at === id ? (inner + 1) | OWN : inner + 1)
}

/** The slot at which the search for an id begins. */
export function placeOf(id: MemberId, slotBits: number): number {
  const above = Math.imul(id >>> slotBits, 0x9e3779b1) >>> (32 - slotBits)
  return (id ^ above) & ((1 << slotBits) - 1)
}

/**
 * What makes this id's way from slot to slot its own: five times the last and this is a linear congruential generator, which comes by every slot
 * since this is odd (Hull and Dobell 1962). Its bits are mixed by the finish of MurmurHash3.
 */
function stepOf(id: MemberId): number {
  let mixed = Math.imul(id ^ (id >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return ((mixed ^ (mixed >>> 16)) & 0x3fffffff) | 1
}
