// Brings the entries of a new row into order: sorted, of two for one neighbour the later, those that third persons may see in front.
import { SHOWN, type Store } from './layout.ts'
import { HEAD, HIDDEN, INNER } from './row.ts'

/** Up to so many entries are sorted by insertion. */
const FEW = 40

/** What sorts one row after another; grows by itself. */
export function createSorter() {
  let keys = new Float64Array(256)

  /** Keys of the entries in order: neighbour and place of arrival in one number, below 2^53 as long as the row is shorter than the network. */
  function sort(words: Uint32Array, from: number, length: number): void {
    if (keys.length < length) keys = new Float64Array(length * 2)
    if (length > FEW) {
      for (let i = 0; i < length; i++) keys[i] = ((words[from + i] as number) & INNER) * length + i
      keys.subarray(0, length).sort()
      return
    }
    for (let i = 0; i < length; i++) {
      const key = ((words[from + i] as number) & INNER) * length + i
      let at = i
      while (at > 0 && (keys[at - 1] as number) > key) {
        keys[at] = keys[at - 1] as number
        at--
      }
      keys[at] = key
    }
  }

  return {
    /** Writes `length` entries, from `from` on, as the row of `inner`, and its head. The row has room for as many. Gives how many were left. */
    settle(
      { pool, strengths, flags }: Store,
      inner: number,
      row: number,
      words: Uint32Array,
      marks: Uint8Array,
      from: number,
      length: number,
    ): number {
      sort(words, from, length)
      const seesAny = ((flags[inner] as number) & SHOWN) !== 0
      const start = row + HEAD
      let [to, own] = [start, 0]
      for (let i = 0; i < length; i++) {
        const key = keys[i] as number
        const neighbour = Math.floor(key / length)
        if (i + 1 < length && (keys[i + 1] as number) < (neighbour + 1) * length) continue
        const at = from + key - neighbour * length
        const word = words[at] as number
        if (seesAny && word < HIDDEN && ((flags[word] as number) & SHOWN) !== 0) {
          pool[to] = word
          strengths[to++] = marks[at] as number
        } else keys[own++] = at
      }
      pool[row] = to - start
      for (let i = 0; i < own; i++) {
        const at = keys[i] as number
        pool[to] = words[at] as number
        strengths[to++] = marks[at] as number
      }
      pool[row + 1] = to - start
      return to - start
    },
  }
}
