// Fills a compact network in one go, in time linear in the ties and without sorting: two passes of scattering leave each row ascending,
// because the second walks the members in ascending order and appends each to its neighbours' rows (a transposition, as of sparse matrices).
import type { MemberId, Tie } from '../network.ts'
import { allocate, bytes, claimInner, createStore, HEADER, type Store, setShown, words } from './store.ts'

/** A store of these ties and members; of two rows for one tie the later counts. */
export function loadStore(ties: Iterable<Tie>, members: Iterable<{ readonly id: MemberId; readonly shown: boolean }>): Store {
  let store = createStore(1024, 0)
  for (const { id, shown } of members) setShown(store, claimInner(store, id), shown)

  // Half-ties in the order given, two by two: an end, and the byte that its row shall hold.
  let ends = words(4096)
  let marks = bytes(4096)
  let count = 0
  for (const tie of ties) {
    if (count + 2 > ends.length) {
      const moreEnds = words(ends.length * 2)
      moreEnds.set(ends)
      ends = moreEnds
      const moreMarks = bytes(marks.length * 2)
      moreMarks.set(marks)
      marks = moreMarks
    }
    const hidden = tie.hidden ? 1 : 0
    ends[count] = ((claimInner(store, tie.lowId) << 1) | hidden) >>> 0
    marks[count++] = (tie.lowOwn << 4) | tie.shared
    ends[count] = ((claimInner(store, tie.highId) << 1) | hidden) >>> 0
    marks[count++] = (tie.highOwn << 4) | tie.shared
  }

  const starts = words(store.size + 1)
  for (let i = 0; i < count; i++) bump(starts, ((ends[i] as number) >>> 1) + 1)
  for (let i = 0; i < store.size; i++) starts[i + 1] = (starts[i + 1] as number) + (starts[i] as number)
  const next = starts.slice()
  const halves = words(count)
  const halfMarks = bytes(count)
  for (let i = 0; i < count; i++) {
    const other = i ^ 1
    const at = bump(next, (ends[i] as number) >>> 1)
    halves[at] = ends[other] as number
    halfMarks[at] = marks[other] as number
  }

  store = withRoom(store, count)
  for (let i = 0; i < store.size; i++) {
    const length = (starts[i + 1] as number) - (starts[i] as number)
    if (length === 0) continue
    const row = allocate(store, length)
    store.pool[row] = 0
    store.rows[i] = row
  }
  for (let from = 0; from < store.size; from++) {
    for (let at = starts[from] as number; at < (starts[from + 1] as number); at++)
      append(store, from, halves[at] as number, halfMarks[at] as number)
  }
  return store
}

function append(store: Store, from: number, half: number, mark: number): void {
  const row = store.rows[half >>> 1] as number
  let length = store.pool[row] as number
  const isAgain = length > 0 && (store.pool[row + HEADER + length - 1] as number) >>> 1 === from
  if (!isAgain) {
    length++
    store.pool[row] = length
    store.halfTies++
  }
  store.pool[row + HEADER + length - 1] = ((from << 1) | (half & 1)) >>> 0
  store.strengths[row + HEADER + length - 1] = mark
}

/** The same members over a pool large enough for the halves with their head-room, and some. */
function withRoom(store: Store, halves: number): Store {
  const length = HEADER + Math.ceil(halves * 1.125) + store.size * (HEADER + 12)
  return { ...store, pool: words(length), strengths: bytes(length) }
}

/** Adds one, and gives what was there. */
function bump(counts: Uint32Array, at: number): number {
  const value = counts[at] as number
  counts[at] = value + 1
  return value
}
