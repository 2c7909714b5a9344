// Brings the entries of a new row into order: sorted, of two for one neighbour the later, those that third persons may see in front.
import { SHOWN, type Store } from './layout.ts'
import { HEAD, HIDDEN, INNER } from './row.ts'

/** Entries in the order in which they came, and what sorts them. */
export interface Heap {
  words: Uint32Array
  marks: Uint8Array
  keys: Float64Array
}

/** Up to so many entries are sorted by insertion. */
const FEW = 40

export function createHeap(): Heap {
  return { words: new Uint32Array(256), marks: new Uint8Array(256), keys: new Float64Array(256) }
}

export function makeRoom(heap: Heap, length: number): void {
  if (heap.words.length >= length) return
  heap.words = new Uint32Array(length * 2)
  heap.marks = new Uint8Array(length * 2)
  heap.keys = new Float64Array(length * 2)
}

/** Writes the heap's first `length` entries as the row of `inner`, and its head. The row has room for as many. Gives how many were left. */
export function settle(
  { pool, strengths, flags }: Store,
  inner: number,
  row: number,
  { words, marks, keys }: Heap,
  length: number,
): number {
  // Neighbour and place of arrival in one number: below 2^53 as long as the row is shorter than the network.
  for (let i = 0; i < length; i++) keys[i] = ((words[i] as number) & INNER) * length + i
  if (length <= FEW) {
    for (let i = 1; i < length; i++) {
      const key = keys[i] as number
      let at = i
      while (at > 0 && (keys[at - 1] as number) > key) {
        keys[at] = keys[at - 1] as number
        at--
      }
      keys[at] = key
    }
  } else keys.subarray(0, length).sort()
  let kept = 0
  for (let i = 0; i < length; i++) {
    const key = keys[i] as number
    const neighbour = Math.floor(key / length)
    if (i + 1 < length && Math.floor((keys[i + 1] as number) / length) === neighbour) continue
    keys[kept++] = key - neighbour * length
  }
  const seesAny = ((flags[inner] as number) & SHOWN) !== 0
  let visible = 0
  let to = row + HEAD
  for (let i = 0; i < kept && seesAny; i++) {
    const from = keys[i] as number
    const word = words[from] as number
    if (word >= HIDDEN || ((flags[word] as number) & SHOWN) === 0) continue
    pool[to] = word
    strengths[to++] = marks[from] as number
    keys[i] = -1
    visible++
  }
  for (let i = 0; i < kept; i++) {
    const from = keys[i] as number
    if (from < 0) continue
    pool[to] = words[from] as number
    strengths[to++] = marks[from] as number
  }
  pool[row] = visible
  pool[row + 1] = kept
  return kept
}
