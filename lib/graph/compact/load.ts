// Loads a whole network from columns. Ties come in any order, and both what is known of their ends and the rows they go to lie all over memory;
// so each half of a tie is put, as it comes, with the others of the same page of ids (radix partitioning, as in hash joins), and the rows are then
// made page by page, from memory that is near. 14 bytes a tie until they are.
import type { MemberId, NetworkLoader, Tie, TieColumns } from '../network.ts'
import { layOut, orderByTies } from './generation.ts'
import { At, KNOWN, SHOWN, type Store } from './layout.ts'
import { createSorter, type Sorter } from './settle.ts'

/** Ids of a page: those that differ in their last 13 bits only. */
const PAGE_BITS = 13
const PAGE = 1 << PAGE_BITS
const WITHIN = PAGE - 1
const HIDDEN_HALF = 1 << 15

/** Halves of ties as they came. */
interface Chunk {
  /** The owner's place in the page, and whether the tie is hidden. */
  readonly owners: Uint16Array
  /** Neighbours' ids. */
  readonly others: Uint32Array
  /** As in a row. */
  readonly marks: Uint8Array
}

interface Page {
  readonly number: number
  readonly flags: Uint8Array
  readonly full: Chunk[]
  chunk: Chunk
  /** Of `chunk`. */
  used: number
  halves: number
}

const LEAST_CHUNK = 16
const MOST_CHUNK = 8192

function createChunk(room: number): Chunk {
  return { owners: new Uint16Array(room), others: new Uint32Array(room), marks: new Uint8Array(room) }
}

function put(page: Page, owner: number, other: number, mark: number): void {
  if (page.used === page.chunk.marks.length) {
    page.full.push(page.chunk)
    page.chunk = createChunk(Math.min(MOST_CHUNK, page.used * 4))
    page.used = 0
  }
  const { chunk, used } = page
  chunk.owners[used] = owner
  chunk.others[used] = other
  chunk.marks[used] = mark
  page.used = used + 1
  page.halves++
}

/** Gives the finished store to `done`; see `NetworkLoader`. */
export function createLoader(generation: number, done: (store: Store) => void): NetworkLoader {
  const pages: Page[] = []
  const byNumber = new Map<number, Page>()
  let last: Page | undefined

  function pageOf(id: MemberId): Page {
    const number = id >>> PAGE_BITS
    if (last?.number === number) return last
    return (last = byNumber.get(number) ?? addPage(number))
  }
  function addPage(number: number): Page {
    const page = { number, flags: new Uint8Array(PAGE), full: [], chunk: createChunk(LEAST_CHUNK), used: 0, halves: 0 }
    byNumber.set(number, page)
    pages.push(page)
    return page
  }

  return {
    addMembers(ids, shown) {
      for (let i = 0; i < ids.length; i++) {
        const id = ids[i] as number
        pageOf(id).flags[id & WITHIN] = shown[i] === 1 ? KNOWN | SHOWN : KNOWN
      }
    },
    addTies({ count, lowIds, highIds, lowOwn, highOwn, shared, hidden }) {
      for (let i = 0; i < count; i++) {
        const low = lowIds[i] as number
        const high = highIds[i] as number
        const isHidden = hidden[i] === 0 ? 0 : HIDDEN_HALF
        put(pageOf(low), (low & WITHIN) | isHidden, high, ((lowOwn[i] as number) << 4) | (shared[i] as number))
        put(pageOf(high), (high & WITHIN) | isHidden, low, ((highOwn[i] as number) << 4) | (shared[i] as number))
      }
    },
    finish() {
      done(makeRows(pages, byNumber, generation))
      pages.length = 0
      byNumber.clear()
    },
  }
}

/** Members by slot: the page's place among the pages, then the member's in the page. */
function makeRows(pages: readonly Page[], byNumber: ReadonlyMap<number, Page>, generation: number): Store {
  const slots = pages.length << PAGE_BITS
  const ties = new Uint32Array(slots)
  const flags = new Uint8Array(slots)
  const bases = new Map<Page, number>(pages.map((page, place) => [page, place << PAGE_BITS]))
  for (const page of pages) {
    const base = bases.get(page) as number
    for (const { owners } of chunksOf(page)) {
      for (let i = 0; i < owners.length; i++) {
        const slot = base | ((owners[i] as number) & WITHIN)
        ties[slot] = (ties[slot] as number) + 1
      }
    }
    for (let at = 0; at < PAGE; at++) flags[base | at] = (page.flags[at] as number) | (ties[base | at] === 0 ? 0 : KNOWN)
  }
  const order = orderByTies(
    slots,
    (slot) => ties[slot] as number,
    (slot) => flags[slot] !== 0,
  )
  const inner = new Uint32Array(slots)
  for (let at = 0; at < order.length; at++) inner[order[at] as number] = at
  const store = layOut({
    generation,
    sequence: 0,
    members: order.length,
    id: (at) => {
      const slot = order[at] as number
      return (((pages[slot >>> PAGE_BITS] as Page).number << PAGE_BITS) | (slot & WITHIN)) >>> 0
    },
    flag: (at) => flags[order[at] as number] as number,
    entries: (at) => ties[order[at] as number] as number,
  })
  const innerOf = innerNumbers(inner, bases, byNumber)
  const sorter = createSorter()
  let halfTies = 0
  for (const page of pages) halfTies += makePage(store, page, bases.get(page) as number, ties, inner, innerOf, sorter)
  store.header[At.halfTies] = halfTies
  return store
}

/** Turns ids, in place, into inner numbers. */
function innerNumbers(inner: Uint32Array, bases: ReadonlyMap<Page, number>, byNumber: ReadonlyMap<number, Page>) {
  const highest = Math.max(0, ...byNumber.keys())
  const baseOf = new Int32Array(highest + 1)
  for (const [number, page] of byNumber) baseOf[number] = bases.get(page) as number
  return (ids: Uint32Array) => {
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i] as number
      ids[i] = inner[(baseOf[id >>> PAGE_BITS] as number) | (id & WITHIN)] as number
    }
  }
}

function chunksOf(page: Page): Chunk[] {
  const { owners, others, marks } = page.chunk
  const part = { owners: owners.subarray(0, page.used), others: others.subarray(0, page.used), marks: marks.subarray(0, page.used) }
  return [...page.full, part]
}

/** Makes the rows of a page's members; lets go of what came for them. Gives how many entries they have. */
function makePage(
  store: Store,
  page: Page,
  base: number,
  ties: Uint32Array,
  inner: Uint32Array,
  innerOf: (ids: Uint32Array) => void,
  sorter: Sorter,
): number {
  const ends = new Uint32Array(PAGE)
  for (let at = 1; at < PAGE; at++) ends[at] = (ends[at - 1] as number) + (ties[base | (at - 1)] as number)
  const words = new Uint32Array(page.halves)
  const marks = new Uint8Array(page.halves)
  for (const chunk of chunksOf(page)) {
    innerOf(chunk.others)
    for (let i = 0; i < chunk.owners.length; i++) {
      const owner = chunk.owners[i] as number
      const at = ends[owner & WITHIN] as number
      ends[owner & WITHIN] = at + 1
      words[at] = (chunk.others[i] as number) | ((owner & HIDDEN_HALF) << 16)
      marks[at] = chunk.marks[i] as number
    }
  }
  page.full.length = 0
  page.chunk = createChunk(0)
  let [kept, from] = [0, 0]
  for (let at = 0; at < PAGE; at++) {
    const count = ties[base | at] as number
    if (count === 0) continue
    const owner = inner[base | at] as number
    kept += sorter.settle(store, owner, store.rows[owner] as number, words, marks, from, count)
    from += count
  }
  return kept
}

const PIECE = 4096

/** Feeds a loader from rows. */
export function loadRows(
  loader: NetworkLoader,
  ties: Iterable<Tie>,
  members: Iterable<{ readonly id: MemberId; readonly shown: boolean }>,
): void {
  for (const { id, shown } of members) loader.addMembers(Uint32Array.of(id), Uint8Array.of(shown ? 1 : 0))
  const rows = ties[Symbol.iterator]()
  const bytes = () => new Uint8Array(PIECE)
  let columns: (TieColumns & { count: number }) | undefined
  for (let next = rows.next(); !next.done; next = rows.next()) {
    columns ??= {
      count: 0,
      lowIds: new Uint32Array(PIECE),
      highIds: new Uint32Array(PIECE),
      lowOwn: bytes(),
      highOwn: bytes(),
      shared: bytes(),
      hidden: bytes(),
    }
    const { count } = columns
    columns.lowIds[count] = next.value.lowId
    columns.highIds[count] = next.value.highId
    columns.lowOwn[count] = next.value.lowOwn
    columns.highOwn[count] = next.value.highOwn
    columns.shared[count] = next.value.shared
    columns.hidden[count] = next.value.hidden ? 1 : 0
    columns.count = count + 1
    if (columns.count < PIECE) continue
    loader.addTies(columns)
    columns.count = 0
  }
  if (columns && columns.count > 0) loader.addTies(columns)
}
