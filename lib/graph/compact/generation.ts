// A new generation: members numbered by falling number of ties, so that those whom queries meet most lie side by side; rows one after another
// with some room behind. Made from the old one, or from what was loaded.
import { placeId } from './ids.ts'
import { At, createStore, KNOWN, readCount, readSequence, type Store, writeSequence } from './layout.ts'
import { blockWords, HEAD, HIDDEN, INNER } from './row.ts'
import { createSorter } from './settle.ts'

/** Inner numbers by falling number of ties, equal ones in the old order. `isIn` leaves some out. */
export function orderByTies(count: number, ties: (at: number) => number, isIn: (at: number) => boolean): Uint32Array {
  let most = 0
  let members = 0
  for (let at = 0; at < count; at++) {
    if (!isIn(at)) continue
    members++
    if (ties(at) > most) most = ties(at)
  }
  const starts = new Uint32Array(most + 2)
  for (let at = 0; at < count; at++) if (isIn(at)) starts[most - ties(at) + 1] = (starts[most - ties(at) + 1] as number) + 1
  for (let i = 1; i < starts.length; i++) starts[i] = (starts[i] as number) + (starts[i - 1] as number)
  const order = new Uint32Array(members)
  for (let at = 0; at < count; at++) {
    if (!isIn(at)) continue
    const place = starts[most - ties(at)] as number
    order[place] = at
    starts[most - ties(at)] = place + 1
  }
  return order
}

/** What the members of a generation are: their ids, flags and how many entries their rows get. */
export interface Plan {
  readonly generation: number
  readonly sequence: number
  readonly members: number
  id(inner: number): number
  flag(inner: number): number
  entries(inner: number): number
  /** Members and words of rows to come, beside some that are always left. */
  readonly more?: { readonly members: number; readonly words: number }
}

/** A store with the members in place, and for each an empty row that has room for its entries. */
export function layOut(plan: Plan): Store {
  let words = blockWords(0)
  for (let inner = 0; inner < plan.members; inner++) words += plan.entries(inner) === 0 ? 0 : blockWords(plan.entries(inner))
  const room = plan.members + Math.max(48, plan.members >>> 4) + (plan.more?.members ?? 0)
  const store = createStore(room, words + Math.max(1024, Math.floor(words / 12)) + (plan.more?.words ?? 0), plan.generation)
  let row = blockWords(0)
  for (let inner = 0; inner < plan.members; inner++) {
    placeId(store, inner, plan.id(inner))
    store.flags[inner] = plan.flag(inner)
    if (plan.entries(inner) === 0) continue
    store.rows[inner] = row
    row += blockWords(plan.entries(inner))
  }
  store.header[At.poolEnd] = row
  store.header[At.size] = plan.members
  store.header[At.members] = plan.members
  writeSequence(store, plan.sequence)
  return store
}

/** The same network in a new buffer, without the removed members and the retired rows; the old one is marked as moved by its owner. */
export function regenerate(old: Store, more: { readonly members: number; readonly words: number }): Store {
  const length = (inner: number) => old.pool[(old.rows[inner] as number) + 1] as number
  const isKnown = (inner: number) => ((old.flags[inner] as number) & KNOWN) !== 0
  const size = readCount(old, At.size)
  const order = orderByTies(size, length, isKnown)
  const renamed = new Uint32Array(size)
  for (let inner = 0; inner < order.length; inner++) renamed[order[inner] as number] = inner
  const store = layOut({
    generation: readCount(old, At.generation) + 1,
    sequence: readSequence(old),
    members: order.length,
    id: (inner) => old.ids[order[inner] as number] as number,
    flag: (inner) => old.flags[order[inner] as number] as number,
    entries: (inner) => length(order[inner] as number),
    more,
  })
  const sorter = createSorter()
  let words = new Uint32Array(256)
  let marks = new Uint8Array(256)
  for (let inner = 0; inner < order.length; inner++) {
    const from = (old.rows[order[inner] as number] as number) + HEAD
    const entries = length(order[inner] as number)
    if (entries === 0) continue
    if (words.length < entries) {
      words = new Uint32Array(entries * 2)
      marks = new Uint8Array(entries * 2)
    }
    for (let i = 0; i < entries; i++) {
      const entry = old.pool[from + i] as number
      words[i] = (renamed[entry & INNER] as number) | (entry & HIDDEN)
      marks[i] = old.strengths[from + i] as number
    }
    sorter.settle(store, inner, store.rows[inner] as number, words, marks, 0, entries)
  }
  store.header[At.halfTies] = readCount(old, At.halfTies)
  return store
}
