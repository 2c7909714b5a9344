// Loads a whole network from columns: keeps them compactly while they come (10 bytes a tie), counts each member's ties, then deals the ties
// out to the rows and brings each row into order.
import type { MemberId, NetworkLoader, Tie, TieColumns } from '../network.ts'
import { layOut, orderByTies } from './generation.ts'
import { placeOf } from './ids.ts'
import { At, KNOWN, SHOWN, type Store } from './layout.ts'
import { HEAD } from './row.ts'
import { createHeap, makeRoom, settle } from './settle.ts'

interface Piece {
  readonly low: Uint32Array
  readonly high: Uint32Array
  /** Low end's feeling, high end's, shared strength, hidden: 4 bits each. */
  readonly marks: Uint16Array
}

/** Collects members by arrival. Grows by itself. */
function createRegister() {
  let slotBits = 10
  let slots = new Uint32Array(1 << slotBits)
  let ids = new Uint32Array(512)
  let flags = new Uint8Array(512)
  let ties = new Uint32Array(512)
  let size = 0

  function place(number: number): void {
    const mask = slots.length - 1
    let at = placeOf(ids[number] as number, slotBits)
    while (slots[at] !== 0) at = (at + 1) & mask
    slots[at] = number + 1
  }
  function grow(): void {
    const room = ids.length * 2
    const wider = <T extends Uint32Array | Uint8Array>(old: T, fresh: T): T => {
      fresh.set(old)
      return fresh
    }
    ids = wider(ids, new Uint32Array(room))
    flags = wider(flags, new Uint8Array(room))
    ties = wider(ties, new Uint32Array(room))
    slots = new Uint32Array(1 << ++slotBits)
    for (let number = 0; number < size; number++) place(number)
  }
  return {
    claim(id: MemberId): number {
      const mask = slots.length - 1
      for (let at = placeOf(id, slotBits); ; at = (at + 1) & mask) {
        const slot = slots[at] as number
        if (slot === 0) break
        if (ids[slot - 1] === id) return slot - 1
      }
      if (size === ids.length) grow()
      ids[size] = id
      flags[size] = KNOWN
      place(size)
      return size++
    },
    show(number: number, shown: boolean): void {
      flags[number] = shown ? KNOWN | SHOWN : KNOWN
    },
    count(number: number): void {
      ties[number] = (ties[number] as number) + 1
    },
    columns: () => ({ ids, flags, ties, size }),
  }
}

/** Gives the finished store to `done`; see `NetworkLoader`. */
export function createLoader(generation: number, done: (store: Store) => void): NetworkLoader {
  const register = createRegister()
  const pieces: (Piece | undefined)[] = []
  return {
    addMembers(ids, shown) {
      for (let i = 0; i < ids.length; i++) register.show(register.claim(ids[i] as number), shown[i] === 1)
    },
    addTies({ count, lowIds, highIds, lowOwn, highOwn, shared, hidden }) {
      const piece = { low: new Uint32Array(count), high: new Uint32Array(count), marks: new Uint16Array(count) }
      let [lastId, last] = [-1, -1]
      for (let i = 0; i < count; i++) {
        const lowId = lowIds[i] as number
        if (lowId !== lastId) [lastId, last] = [lowId, register.claim(lowId)]
        const high = register.claim(highIds[i] as number)
        piece.low[i] = last
        piece.high[i] = high
        register.count(last)
        register.count(high)
        piece.marks[i] =
          ((lowOwn[i] as number) << 12) | ((highOwn[i] as number) << 8) | ((shared[i] as number) << 4) | (hidden[i] === 0 ? 0 : 1)
      }
      pieces.push(piece)
    },
    finish() {
      done(dealOut(register.columns(), pieces, generation))
    },
  }
}

function dealOut(
  columns: { ids: Uint32Array; flags: Uint8Array; ties: Uint32Array; size: number },
  pieces: (Piece | undefined)[],
  generation: number,
): Store {
  const { ids, flags, ties, size } = columns
  const order = orderByTies(
    size,
    (at) => ties[at] as number,
    () => true,
  )
  const renamed = new Uint32Array(size)
  for (let inner = 0; inner < size; inner++) renamed[order[inner] as number] = inner
  const store = layOut({
    generation,
    sequence: 0,
    members: size,
    id: (inner) => ids[order[inner] as number] as number,
    flag: (inner) => flags[order[inner] as number] as number,
    entries: (inner) => ties[order[inner] as number] as number,
  })
  for (let i = 0; i < pieces.length; i++) {
    deal(store, renamed, pieces[i] as Piece)
    pieces[i] = undefined
  }
  settleAll(store)
  return store
}

/** Until a row is settled, its second word says how many have come. */
function deal({ rows, pool, strengths }: Store, renamed: Uint32Array, { low, high, marks }: Piece): void {
  for (let i = 0; i < low.length; i++) {
    const from = renamed[low[i] as number] as number
    const to = renamed[high[i] as number] as number
    const mark = marks[i] as number
    const hidden = (mark & 1) << 31
    const lowRow = rows[from] as number
    const lowCount = pool[lowRow + 1] as number
    pool[lowRow + 1] = lowCount + 1
    pool[lowRow + HEAD + lowCount] = to | hidden
    strengths[lowRow + HEAD + lowCount] = ((mark >>> 8) & 0xf0) | ((mark >>> 4) & 15)
    const highRow = rows[to] as number
    const highCount = pool[highRow + 1] as number
    pool[highRow + 1] = highCount + 1
    pool[highRow + HEAD + highCount] = from | hidden
    strengths[highRow + HEAD + highCount] = ((mark >>> 4) & 0xf0) | ((mark >>> 4) & 15)
  }
}

function settleAll(store: Store): void {
  const { rows, pool, strengths, header } = store
  const heap = createHeap()
  let halfTies = 0
  for (let inner = 0; inner < (header[At.size] as number); inner++) {
    const row = rows[inner] as number
    const length = pool[row + 1] as number
    if (length === 0) continue
    makeRoom(heap, length)
    for (let i = 0; i < length; i++) {
      heap.words[i] = pool[row + HEAD + i] as number
      heap.marks[i] = strengths[row + HEAD + i] as number
    }
    halfTies += settle(store, inner, row, heap, length)
  }
  header[At.halfTies] = halfTies
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
