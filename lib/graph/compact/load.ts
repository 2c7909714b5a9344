// Loads a whole network from columns. Ties come in any order, and both what is known of their ends and the rows they go to lie all over memory;
// so each half of a tie is put, as it comes, with the others of the same page of ids (radix partitioning, as in hash joins), and the rows are then
// made page by page, from memory that is near; by two threads, if there is another. 14 bytes a tie until they are; and since a page
// takes room for all its ids, ids should follow one another: 20,000 of them, each in a page of its own, would take more than a gigabyte.
import type { MemberId, NetworkLoader, Tie, TieColumns } from '../network.ts'
import { layOut, orderByTies } from './generation.ts'
import { createHalves, type Halves, openSlab, piecesOf, type Run, type Slab } from './halves.ts'
import { At, KNOWN, openStore, SHOWN, type Store } from './layout.ts'
import { createSorter } from './settle.ts'

/** Ids of a page: those that differ in their last 13 bits only. */
const PAGE_BITS = 13
const PAGE = 1 << PAGE_BITS
const WITHIN = PAGE - 1
/** Beside the owner's place in the page. */
const HIDDEN_HALF = 1 << 15

interface Page {
  readonly number: number
  readonly flags: Uint8Array
  readonly run: Run
}

/** Pages whose rows are still to be made, and what it takes; may be sent to another thread. Members by slot: the page's place, then theirs in it. */
export interface PageWork {
  readonly shared: SharedArrayBuffer
  readonly slabs: readonly SharedArrayBuffer[]
  readonly inner: Uint32Array
  readonly ties: Uint32Array
  /** The first slot of a page, by its number. */
  readonly bases: Int32Array
  readonly pages: readonly { readonly number: number; readonly pieces: readonly number[]; readonly halves: number }[]
}

/** Gives the finished store to `done`; see `NetworkLoader`. */
export function createLoader(generation: number, done: (store: Store) => void): NetworkLoader {
  const pages: Page[] = []
  const halves = createHalves()
  let places = new Int32Array(64).fill(-1)

  function pageOf(id: MemberId): Page {
    const number = id >>> PAGE_BITS
    const place = number < places.length ? (places[number] as number) : -1
    return place < 0 ? addPage(number) : (pages[place] as Page)
  }
  function addPage(number: number): Page {
    if (number >= places.length) {
      const wider = new Int32Array(Math.min(2 ** (32 - PAGE_BITS), number * 2)).fill(-1)
      wider.set(places)
      places = wider
    }
    places[number] = pages.length
    const page = { number, flags: new Uint8Array(PAGE), run: halves.begin() }
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
        halves.put(pageOf(low).run, (low & WITHIN) | isHidden, high, ((lowOwn[i] as number) << 4) | (shared[i] as number))
        halves.put(pageOf(high).run, (high & WITHIN) | isHidden, low, ((highOwn[i] as number) << 4) | (shared[i] as number))
      }
    },
    finish() {
      const { store, work } = layPages(pages, halves, generation)
      store.header[At.halfTies] = makePages(work)
      done(store)
    },
    async finishWith(help, onError, leastHalves = 2_000_000) {
      const { store, work } = layPages(pages, halves, generation)
      const middle = middleOf(work.pages, leastHalves)
      const second = { ...work, pages: work.pages.slice(middle) }
      const theirs =
        second.pages.length === 0
          ? 0
          : Promise.try(() => help(second)).catch((error: unknown) => {
              onError?.(error)
              return makePages(second)
            })
      const made = makePages({ ...work, pages: work.pages.slice(0, middle) })
      store.header[At.halfTies] = made + (await theirs)
      done(store)
    },
  }
}

/** The first page of the second half; beyond the last where there are not so many halves. */
function middleOf(pages: PageWork['pages'], leastHalves: number): number {
  const all = pages.reduce((sum, { halves }) => sum + halves, 0)
  if (all < leastHalves) return pages.length
  let [middle, passed] = [0, 0]
  while (passed < all / 2) passed += (pages[middle++] as PageWork['pages'][number]).halves
  return middle
}

/** A store with every member in place and room for their rows. */
function layPages(pages: readonly Page[], halves: Halves, generation: number): { store: Store; work: PageWork } {
  const slots = pages.length << PAGE_BITS
  const ties = new Uint32Array(new SharedArrayBuffer(slots * 4))
  const flags = new Uint8Array(slots)
  const slabs = halves.slabs.map(openSlab)
  const bases = new Int32Array(pages.reduce((most, { number }) => Math.max(most, number + 1), 0))
  for (const [place, { number, flags: known, run }] of pages.entries()) {
    const base = place << PAGE_BITS
    bases[number] = base
    halves.end(run)
    for (const { slab, from, to } of piecesOf(slabs, run.pieces)) countTies(slab, from, to, ties, base)
    for (let at = 0; at < PAGE; at++) flags[base | at] = (known[at] as number) | (ties[base | at] === 0 ? 0 : KNOWN)
  }
  const order = orderByTies(
    slots,
    (slot) => ties[slot] as number,
    (slot) => flags[slot] !== 0,
  )
  const inner = new Uint32Array(new SharedArrayBuffer(slots * 4))
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
  const told = pages.map(({ number, run: { pieces, count } }) => ({ number, pieces, halves: count }))
  return { store, work: { shared: store.shared, slabs: halves.slabs, inner, ties, bases, pages: told } }
}

function countTies({ owners }: Slab, from: number, to: number, ties: Uint32Array, base: number): void {
  for (let i = from; i < to; i++) {
    const slot = base | ((owners[i] as number) & WITHIN)
    ties[slot] = (ties[slot] as number) + 1
  }
}

/** Makes the rows of the members of these pages. Gives how many entries they have. For any thread. */
export function makePages({ shared, slabs: given, inner, ties, bases, pages }: PageWork): number {
  const store = openStore(shared)
  const slabs = given.map(openSlab)
  const sorter = createSorter()
  const ends = new Uint32Array(PAGE)
  let words = new Uint32Array(0)
  let marks = new Uint8Array(0)
  let kept = 0
  for (const { number, pieces, halves } of pages) {
    const base = bases[number] as number
    if (words.length < halves) {
      words = new Uint32Array(halves * 2)
      marks = new Uint8Array(halves * 2)
    }
    let end = 0
    for (let at = 0; at < PAGE; at++) {
      ends[at] = end
      end += ties[base | at] as number
    }
    for (const { slab, from, to } of piecesOf(slabs, pieces)) {
      const { owners, others, marks: theirs } = slab
      gather(owners, others, theirs, from, to, ends, inner, bases, words, marks)
    }
    let from = 0
    for (let at = 0; at < PAGE; at++) {
      const count = ties[base | at] as number
      if (count === 0) continue
      const owner = inner[base | at] as number
      kept += sorter.settle(store, owner, store.rows[owner] as number, words, marks, from, count)
      from += count
    }
  }
  return kept
}

/** Puts halves beside the others of their owner, neighbours by their inner numbers. */
function gather(
  owners: Uint16Array,
  others: Uint32Array,
  theirs: Uint8Array,
  from: number,
  to: number,
  ends: Uint32Array,
  inner: Uint32Array,
  bases: Int32Array,
  words: Uint32Array,
  marks: Uint8Array,
): void {
  for (let i = from; i < to; i++) {
    const owner = owners[i] as number
    const other = others[i] as number
    const at = ends[owner & WITHIN] as number
    ends[owner & WITHIN] = at + 1
    words[at] = (inner[(bases[other >>> PAGE_BITS] as number) | (other & WITHIN)] as number) | ((owner & HIDDEN_HALF) << 16)
    marks[at] = theirs[i] as number
  }
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
