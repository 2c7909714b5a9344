// Ascending lists of ids: sorting one, and looking for the ids of one in another. Ids lie about evenly in a posting list, so the place of one is
// guessed from its value, the guess is mended by what stands there, and only the rest is searched (interpolation search, after Perl, Itai and
// Avni 1978).
import type { MemberId } from '../network.ts'

/** About the guessed place so many are searched at once. A power of two. */
const WINDOW = 16
/** The guess is mended so often. */
const MENDED = 2
/** So many are looked for side by side. */
const BLOCK = 32
/** From so many on they are sorted by their digits. */
const MANY = 256
const DIGIT_BITS = 11
const DIGITS = 2 ** DIGIT_BITS

/** The first of the ascending `wanted` that are in the ascending `list`; at most `limit`. */
export function firstCommon(list: Uint32Array, wanted: Uint32Array, limit: number): MemberId[] {
  const found: MemberId[] = []
  const end = list.length
  if (end === 0 || limit <= 0) return found
  const least = list[0] as number
  const most = list[end - 1] as number
  // Places to a step of one in value.
  const slope = (end - 1) / Math.max(1, most - least)
  const isGuessed = end >= WINDOW && most - least < 2 ** 31
  const ids = new Uint32Array(BLOCK)
  const places = new Int32Array(BLOCK)
  for (let start = 0; start < wanted.length; start += BLOCK) {
    const stop = Math.min(wanted.length, start + BLOCK)
    let count = 0
    for (let at = start; at < stop; at++) {
      const id = wanted[at] as number
      if (id >= least && id <= most) ids[count++] = id
    }
    if (isGuessed) guess(list, least, slope, ids, places, count)
    for (let i = 0; i < count; i++) {
      const id = ids[i] as number
      if (!(isGuessed ? isNear(list, id, places[i] as number) : isIn(list, id))) continue
      if (found.push(id) === limit) return found
    }
  }
  return found
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

function isIn(list: Uint32Array, id: number): boolean {
  let [from, to] = [0, list.length]
  while (from < to) {
    const middle = (from + to) >>> 1
    if ((list[middle] as number) < id) from = middle + 1
    else to = middle
  }
  return from < list.length && list[from] === id
}

/** Sorts the ids, ascending; gives them where they then stand, which may be another array. Many go by their digits, the last first. */
export function sortIds(ids: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  if (ids.length < MANY) return ids.sort()
  let most = 0
  for (let i = 0; i < ids.length; i++) most = Math.max(most, ids[i] as number)
  let [from, to] = [ids, new Uint32Array(ids.length)]
  const starts = new Uint32Array(DIGITS)
  for (let shift = 0; shift < 32 && most >>> shift > 0; shift += DIGIT_BITS) {
    starts.fill(0)
    for (let i = 0; i < from.length; i++) {
      const digit = ((from[i] as number) >>> shift) & (DIGITS - 1)
      starts[digit] = (starts[digit] as number) + 1
    }
    for (let digit = 0, end = 0; digit < DIGITS; digit++) {
      const count = starts[digit] as number
      starts[digit] = end
      end += count
    }
    for (let i = 0; i < from.length; i++) {
      const id = from[i] as number
      const digit = (id >>> shift) & (DIGITS - 1)
      const place = starts[digit] as number
      to[place] = id
      starts[digit] = place + 1
    }
    ;[from, to] = [to, from]
  }
  return from
}
