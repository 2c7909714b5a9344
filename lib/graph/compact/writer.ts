// Room for rows in the pool, and its return. A row that was replaced may still be under a reader's eyes: it waits until every reader has been
// between two queries since, and only then is written again (epoch-based reclamation). One thread, the writer's, calls what is here.
import { At, READERS, RECENT, readCount, readerWord, type Store } from './layout.ts'
import { blockWords } from './row.ts'

/** Retired rows are looked after in heaps of at least so many. */
const HEAP = 64

export interface Writer {
  readonly store: Store
  /** Rows ready for use, by their words. */
  readonly free: Map<number, number[]>
  /** Retired since the readers were last looked at; and before, with what each reader's word was then. */
  retired: { row: number; words: number }[]
  waiting: { row: number; words: number }[]
  readonly seen: Int32Array
}

export function createWriter(store: Store): Writer {
  return { store, free: new Map(), retired: [], waiting: [], seen: new Int32Array(READERS) }
}

/**
 * Whether a row for each of these numbers of entries is to be had without a new generation; of those to come in the place of others exactly so
 * many, for freed rows are of one size.
 */
export function hasRoom({ store, free }: Writer, entries: readonly number[]): boolean {
  const left = store.pool.length - readCount(store, At.poolEnd)
  if (entries.reduce((sum, length) => sum + blockWords(length), 0) <= left) return true
  return entries.length <= 2 && entries.every((length) => (free.get(blockWords(length))?.length ?? 0) >= entries.length)
}

/** A row for so many entries, both counts in its head set; its entries are whatever was there. */
export function allocate(writer: Writer, visible: number, total: number): number {
  if (total === 0) return 0
  const { store, free } = writer
  const words = blockWords(total)
  let row = free.get(words)?.pop()
  if (row === undefined) {
    release(writer)
    row = free.get(words)?.pop()
  }
  if (row === undefined) {
    row = readCount(store, At.poolEnd)
    if (row + words > store.pool.length) throw new RangeError('a row was written for which there was no room')
    store.header[At.poolEnd] = row + words
  } else store.header[At.spareWords] = readCount(store, At.spareWords) - words
  store.pool[row] = visible
  store.pool[row + 1] = total
  return row
}

/** Makes the fresh row the member's, tells readers' caches, and retires the old one. */
export function swapRow(writer: Writer, inner: number, fresh: number): void {
  const { store } = writer
  const { rows, header, recent, pool } = store
  const old = rows[inner] as number
  recent[(header[At.changes] as number) & (RECENT - 1)] = inner
  Atomics.store(rows, inner, fresh)
  Atomics.add(header, At.changes, 1)
  if (old === 0) return
  const words = blockWords(pool[old + 1] as number)
  header[At.spareWords] = readCount(store, At.spareWords) + words
  writer.retired.push({ row: old, words })
  if (writer.retired.length >= HEAP) release(writer)
}

/** Frees what no reader can still see. */
function release(writer: Writer): void {
  const { store, seen, free } = writer
  for (let reader = 0; reader < READERS && writer.waiting.length > 0; reader++) {
    const now = Atomics.load(store.header, readerWord(reader))
    if (isWithin(now) && now === seen[reader]) return
  }
  for (const { row, words } of writer.waiting) {
    const same = free.get(words)
    if (same) same.push(row)
    else free.set(words, [row])
  }
  writer.waiting = writer.retired
  writer.retired = []
  for (let reader = 0; reader < READERS; reader++) seen[reader] = Atomics.load(store.header, readerWord(reader))
  if (writer.waiting.length > 0 && !seen.some(isWithin)) release(writer)
}

/** A reader's word: 0 for none, else a number that is odd within a query and even between two. */
export function isWithin(word: number): boolean {
  return (word & 1) === 1
}
