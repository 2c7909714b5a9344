// Single changes to the rows: each writes the changed row anew beside the old one and swaps the member's pointer.
// Invariant: a tie lies in the visible part of both its rows when it is not hidden and both its ends are shown, else in neither.
import { At, readCount, SHOWN, type Store } from './layout.ts'
import { findEntry, HEAD, HIDDEN, INNER, lowerBound } from './row.ts'
import { allocate, swapRow, type Writer } from './writer.ts'

/** Puts one half of a tie into a member's row, or replaces it. */
export function putHalf(writer: Writer, inner: number, neighbour: number, hidden: boolean, mark: number): void {
  const { store } = writer
  const visible = !hidden && isShown(store, inner) && isShown(store, neighbour)
  if (rewrite(writer, inner, neighbour, visible ? 'visible' : 'own', hidden ? (neighbour | HIDDEN) >>> 0 : neighbour, mark))
    addHalves(store, 1)
}

/** Takes one half of a tie out of a member's row, if it is there. */
export function dropHalf(writer: Writer, inner: number, neighbour: number): void {
  const { store } = writer
  if (findEntry(store.pool, store.rows[inner] as number, neighbour) < 0) return
  rewrite(writer, inner, neighbour, 'nowhere', 0, 0)
  addHalves(store, -1)
}

/** Drops all ties of a member. */
export function dropAll(writer: Writer, inner: number): void {
  const { store } = writer
  const row = store.rows[inner] as number
  const neighbours = neighboursIn(store, row)
  for (const neighbour of neighbours) dropHalf(writer, neighbour, inner)
  swapRow(writer, inner, 0)
  addHalves(store, -neighbours.length)
}

/** After the member's flag has changed: moves each of their ties to the part where it now belongs, at both ends. Costs a row for each tie. */
export function placeAnew(writer: Writer, inner: number): void {
  const { store } = writer
  const { pool, strengths } = store
  const old = store.rows[inner] as number
  const total = pool[old + 1] as number
  if (total === 0) return
  const places = Array.from({ length: total }, (_, i) => old + HEAD + i)
  places.sort((a, b) => ((pool[a] as number) & INNER) - ((pool[b] as number) & INNER))
  const isSeen = (at: number) => (pool[at] as number) < HIDDEN && isShown(store, inner) && isShown(store, pool[at] as number)
  const seen = places.filter(isSeen)
  const fresh = allocate(writer, seen.length, total)
  let to = fresh + HEAD
  for (const at of [...seen, ...places.filter((place) => !isSeen(place))]) {
    pool[to] = pool[at] as number
    strengths[to++] = strengths[at] as number
  }
  swapRow(writer, inner, fresh)
  for (const neighbour of neighboursIn(store, fresh)) {
    const at = findEntry(pool, store.rows[neighbour] as number, inner)
    const entry = pool[at] as number
    const wasSeen = at < (store.rows[neighbour] as number) + HEAD + (pool[store.rows[neighbour] as number] as number)
    const seenNow = entry < HIDDEN && isShown(store, inner) && isShown(store, neighbour)
    if (wasSeen !== seenNow) rewrite(writer, neighbour, inner, seenNow ? 'visible' : 'own', entry, strengths[at] as number)
  }
}

export function neighboursIn({ pool }: Store, row: number): Uint32Array {
  return pool.slice(row + HEAD, row + HEAD + (pool[row + 1] as number)).map((entry) => entry & INNER)
}

export function isShown({ flags }: Store, inner: number): boolean {
  return ((flags[inner] as number) & SHOWN) !== 0
}

function addHalves(store: Store, count: number): void {
  store.header[At.halfTies] = readCount(store, At.halfTies) + count
}

/** The row anew, with the neighbour in this part of it only; gives whether it was nowhere before. */
function rewrite(
  writer: Writer,
  inner: number,
  neighbour: number,
  part: 'visible' | 'own' | 'nowhere',
  entry: number,
  mark: number,
): boolean {
  const { store } = writer
  const { pool } = store
  const old = store.rows[inner] as number
  const start = old + HEAD
  const middle = start + (pool[old] as number)
  const end = start + (pool[old + 1] as number)
  const seenAt = lowerBound(pool, start, middle, neighbour)
  const ownAt = lowerBound(pool, middle, end, neighbour)
  const wasSeen = seenAt < middle && pool[seenAt] === neighbour ? 1 : 0
  const wasOwn = ownAt < end && ((pool[ownAt] as number) & INNER) === neighbour ? 1 : 0
  const visible = middle - start - wasSeen + (part === 'visible' ? 1 : 0)
  const own = end - middle - wasOwn + (part === 'own' ? 1 : 0)
  const fresh = allocate(writer, visible, visible + own)
  if (fresh !== 0) {
    const from = fresh + HEAD
    copyPart(store, from, start, seenAt, seenAt + wasSeen, middle, part === 'visible', entry, mark)
    copyPart(store, from + visible, middle, ownAt, ownAt + wasOwn, end, part === 'own', entry, mark)
  }
  swapRow(writer, inner, fresh)
  return wasSeen + wasOwn === 0
}

/** Copies what stands before `left` and from `right` on, with the entry between them when it is wanted. */
function copyPart(
  { pool, strengths }: Store,
  to: number,
  start: number,
  left: number,
  right: number,
  end: number,
  isWanted: boolean,
  entry: number,
  mark: number,
): void {
  pool.copyWithin(to, start, left)
  strengths.copyWithin(to, start, left)
  let at = to + left - start
  if (isWanted) {
    pool[at] = entry
    strengths[at++] = mark
  }
  pool.copyWithin(at, right, end)
  strengths.copyWithin(at, right, end)
}
