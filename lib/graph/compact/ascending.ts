// Ascending lists of ids: sorting one, looking for the ids of one in another, and looking through a list in any order for those of one. Ids lie about evenly in a posting list, so the place of one is
// guessed from its value, the guess is mended by what stands there, and only the rest is searched (interpolation search, after Perl, Itai and
// Avni 1978).
import type { MemberId } from '../network.ts'

/** About the guessed place so many are searched at once. A power of two. */
const WINDOW = 16
/** The guess is mended so often. */
const MENDED = 2
/** So many are looked for side by side. */
const BLOCK = 32
/** So many are held against a filter before those that pass are looked for. */
const SCANNED = 256
/** From so many on they are sorted by their digits. */
const MANY = 128
/** And from so many on by longer digits, since there are as many counters as digits. */
const LONG = 2_048

/** The first of `wanted`, in its order, that are in the ascending `list`; at most `limit`. */
export function firstCommon(list: Uint32Array, wanted: Uint32Array, limit: number): MemberId[] {
  const found: MemberId[] = []
  if (limit <= 0) return found
  const search = searchIn(list)
  for (let start = 0; start < wanted.length && found.length < limit; start += BLOCK) {
    search(wanted.subarray(start, Math.min(wanted.length, start + BLOCK)), found, limit)
  }
  return found
}

/** A search in this ascending list: adds to `found`, up to `limit` there, those of the ids that are in it. At most `BLOCK` at once. */
function searchIn(list: Uint32Array): (wanted: Uint32Array, found: MemberId[], limit: number) => void {
  const end = list.length
  const [least, most] = end === 0 ? [1, 0] : [list[0] as number, list[end - 1] as number]
  // Places to a step of one in value.
  const slope = (end - 1) / Math.max(1, most - least)
  const isGuessed = end >= WINDOW && most - least < 2 ** 31
  const ids = new Uint32Array(BLOCK)
  const places = new Int32Array(BLOCK)
  return (wanted, found, limit) => {
    let within = 0
    for (let i = 0; i < wanted.length; i++) {
      const id = wanted[i] as number
      if (id >= least && id <= most) ids[within++] = id
    }
    if (isGuessed) guess(list, least, slope, ids, places, within)
    for (let i = 0; i < within && found.length < limit; i++) {
      const id = ids[i] as number
      if (isGuessed ? isNear(list, id, places[i] as number) : isIn(list, id)) found.push(id)
    }
  }
}

/** Guesses where the ids stand. Far memory is read for all of them at once, none waits for another. */
function guess(list: Uint32Array, least: number, slope: number, ids: Uint32Array, places: Int32Array, count: number): void {
  const last = list.length - 1
  for (let i = 0; i < count; i++) places[i] = ((ids[i] as number) - least) * slope
  for (let turn = 0; turn < MENDED; turn++) {
    for (let i = 0; i < count; i++) {
      const place = places[i] as number
      const mended = place + ((((ids[i] as number) - (list[place] as number)) * slope) | 0)
      places[i] = mended < 0 ? 0 : mended > last ? last : mended
    }
  }
}

/** Whether the id is in the list, as a rule near this place. Which half it is in cannot be foreseen: its sign moves on, not a branch. */
function isNear(list: Uint32Array, id: number, place: number): boolean {
  let from = place - WINDOW / 2
  from = from < 0 ? 0 : from > list.length - WINDOW ? list.length - WINDOW : from
  if ((list[from] as number) > id || id > (list[from + WINDOW - 1] as number)) return isIn(list, id)
  for (let half = WINDOW / 2; half > 0; half >>>= 1) from += half & (((list[from + half - 1] as number) - id) >> 31)
  return list[from] === id
}

/** Few bits that say of most ids not in a list that they are not (a Bloom filter of one hash): they lie in the processor's own memory. */
export interface IdFilter {
  readonly bits: Uint32Array
  readonly shift: number
}

/** Two to four bytes an id; 64 at least. */
export function filterOf(ids: Uint32Array): IdFilter {
  const log = Math.min(31, Math.max(9, 36 - Math.clz32(ids.length)))
  const [bits, shift] = [new Uint32Array(2 ** (log - 5)), 32 - log]
  for (let at = 0; at < ids.length; at++) {
    const hash = Math.imul(ids[at] as number, 0x9e3779b1) >>> shift
    bits[hash >>> 5] = (bits[hash >>> 5] as number) | (1 << (hash & 31))
  }
  return { bits, shift }
}

/** The first of the candidates, in their order, that are in the ascending list which the filter is of; at most `limit`. */
export function firstPassing(
  candidates: readonly MemberId[] | Uint32Array,
  list: Uint32Array,
  { bits, shift }: IdFilter,
  limit: number,
): MemberId[] {
  const found: MemberId[] = []
  const search = searchIn(list)
  const [places, passed] = [new Uint32Array(SCANNED), new Uint32Array(SCANNED)]
  for (let start = 0; start < candidates.length && found.length < limit; start += SCANNED) {
    const stop = Math.min(candidates.length, start + SCANNED)
    let count = 0
    for (let at = start; at < stop; at++) {
      const hash = Math.imul(candidates[at] as number, 0x9e3779b1) >>> shift
      places[count] = at
      count += ((bits[hash >>> 5] as number) >>> (hash & 31)) & 1
    }
    // A number beyond 32 bits is nobody's.
    let ids = 0
    for (let i = 0; i < count; i++) {
      const id = candidates[places[i] as number] as number
      if (id >>> 0 === id) passed[ids++] = id
    }
    for (let from = 0; from < ids; from += BLOCK) search(passed.subarray(from, Math.min(ids, from + BLOCK)), found, limit)
  }
  return found
}

function isIn(list: Uint32Array, id: number): boolean {
  let [from, to] = [0, list.length]
  while (from < to) {
    const middle = (from + to) >>> 1
    if ((list[middle] as number) < id) from = middle + 1
    else to = middle
  }
  return from < list.length && list[from] === id
}

/** Sorts the ids, ascending; gives them where they then stand, which may be another array. Many go by their digits, the last first, as few as will do. */
export function sortIds(ids: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  if (ids.length < MANY) return ids.sort()
  let all = 0
  for (let i = 0; i < ids.length; i++) all |= ids[i] as number
  const bits = 32 - Math.clz32(all)
  const most = ids.length < LONG ? 8 : 12
  const digitBits = Math.ceil(bits / Math.max(1, Math.ceil(bits / most)))
  const mask = 2 ** digitBits - 1
  let [from, to] = [ids, new Uint32Array(ids.length)]
  const starts = new Uint32Array(mask + 1)
  for (let shift = 0; shift < bits; shift += digitBits) {
    starts.fill(0)
    for (let i = 0; i < from.length; i++) {
      const digit = ((from[i] as number) >>> shift) & mask
      starts[digit] = (starts[digit] as number) + 1
    }
    for (let digit = 0, end = 0; digit <= mask; digit++) {
      const count = starts[digit] as number
      starts[digit] = end
      end += count
    }
    for (let i = 0; i < from.length; i++) {
      const id = from[i] as number
      const digit = (id >>> shift) & mask
      const place = starts[digit] as number
      to[place] = id
      starts[digit] = place + 1
    }
    ;[from, to] = [to, from]
  }
  return from
}
