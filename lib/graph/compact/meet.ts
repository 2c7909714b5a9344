// What two rows have in common: all of the viewer's with what third persons may see of the other's. Plain merging of the two; where one is over
// sixteen times the longer, a galloping search for each of the shorter; where both are long, marks of the shorter.
import { gallop, HEAD, INNER } from './row.ts'
import { type Scratch, setBit, spareOf } from './scratch.ts'

const RATIO = 16
/** Entries of two rows together from which on the shorter is marked. */
const LONG = 512

/** Whether anyone stands between the owners of the two rows. */
export function meetAtAll(pool: Uint32Array, mine: number, theirs: number): boolean {
  const seen = mine + HEAD + (pool[mine] as number)
  const end = mine + HEAD + (pool[mine + 1] as number)
  const theirEnd = theirs + HEAD + (pool[theirs] as number)
  if (theirEnd === theirs + HEAD) return false
  return (
    meetWithin(pool, mine + HEAD, seen, theirs + HEAD, theirEnd) || (seen < end && meetWithin(pool, seen, end, theirs + HEAD, theirEnd))
  )
}

function meetWithin(pool: Uint32Array, i0: number, iEnd: number, j0: number, jEnd: number): boolean {
  let i = i0
  let j = j0
  const mine = iEnd - i
  const theirs = jEnd - j
  if (mine > RATIO * theirs) {
    for (; j < jEnd; j++) {
      const wanted = pool[j] as number
      i = gallop(pool, i, iEnd, wanted)
      if (i === iEnd) return false
      if (((pool[i] as number) & INNER) === wanted) return true
    }
    return false
  }
  if (theirs > RATIO * mine) {
    for (; i < iEnd; i++) {
      const wanted = (pool[i] as number) & INNER
      j = gallop(pool, j, jEnd, wanted)
      if (j === jEnd) return false
      if (pool[j] === wanted) return true
    }
    return false
  }
  while (i < iEnd && j < jEnd) {
    const step = (((pool[i] as number) & INNER) - (pool[j] as number)) | 0
    if (step === 0) return true
    i += step >>> 31
    j += -step >>> 31
  }
  return false
}

/** Puts the places of all that they have in common into the spare list, in pairs (mine, theirs), and gives how many pairs. */
export function meetAll(pool: Uint32Array, mine: number, theirs: number, scratch: Scratch): number {
  const seen = mine + HEAD + (pool[mine] as number)
  const end = mine + HEAD + (pool[mine + 1] as number)
  const theirEnd = theirs + HEAD + (pool[theirs] as number)
  spareOf(scratch, 2 * Math.min(end - mine, theirEnd - theirs) + 2)
  const count = collect(pool, mine + HEAD, seen, theirs + HEAD, theirEnd, scratch, 0)
  return seen < end ? collect(pool, seen, end, theirs + HEAD, theirEnd, scratch, count) : count
}

function collect(pool: Uint32Array, i0: number, iEnd: number, j0: number, jEnd: number, scratch: Scratch, before: number): number {
  const found = scratch.spare
  if (iEnd - i0 > RATIO * (jEnd - j0) || jEnd - j0 > RATIO * (iEnd - i0)) return collectFew(pool, i0, iEnd, j0, jEnd, found, before)
  if (iEnd - i0 + jEnd - j0 > LONG) {
    return iEnd - i0 < jEnd - j0
      ? collectMarked(pool, i0, iEnd, j0, jEnd, scratch, before, 0)
      : collectMarked(pool, j0, jEnd, i0, iEnd, scratch, before, 1)
  }
  let i = i0
  let j = j0
  let count = before
  // Which of two is the lesser cannot be foreseen: its sign moves on, not a branch.
  while (i < iEnd && j < jEnd) {
    const step = (((pool[i] as number) & INNER) - (pool[j] as number)) | 0
    if (step === 0) {
      found[count * 2] = i++
      found[count * 2 + 1] = j++
      count++
      continue
    }
    i += step >>> 31
    j += -step >>> 31
  }
  return count
}

/**
 * As `collect`, where both rows are long: the shorter is marked, and the longer looked through for the marks without a branch that could be foreseen
 * wrongly. Where in the shorter those few stand is searched afterwards.
 */
function collectMarked(
  pool: Uint32Array,
  from: number,
  end: number,
  longFrom: number,
  longEnd: number,
  { marks, spare: found }: Scratch,
  before: number,
  side: 0 | 1,
): number {
  for (let at = from; at < end; at++) setBit(marks, (pool[at] as number) & INNER)
  const start = before * 2 + 1 - side
  let to = start
  for (let at = longFrom; at < longEnd; at++) {
    const inner = (pool[at] as number) & INNER
    found[to] = at
    to += (((marks[inner >>> 5] as number) >>> (inner & 31)) & 1) << 1
  }
  for (let at = from; at < end; at++) marks[((pool[at] as number) & INNER) >>> 5] = 0
  let near = from
  for (let at = start; at < to; at += 2) {
    near = gallop(pool, near, end, (pool[found[at] as number] as number) & INNER)
    found[at + 2 * side - 1] = near
  }
  return before + ((to - start) >>> 1)
}

/** As `collect`, where one row is much the longer. */
function collectFew(pool: Uint32Array, i0: number, iEnd: number, j0: number, jEnd: number, found: Uint32Array, before: number): number {
  let i = i0
  let j = j0
  let count = before
  const skipI = iEnd - i > jEnd - j
  while (i < iEnd && j < jEnd) {
    const a = (pool[i] as number) & INNER
    const b = pool[j] as number
    if (a < b) i = skipI ? gallop(pool, i, iEnd, b) : i + 1
    else if (a > b) j = skipI ? j + 1 : gallop(pool, j, jEnd, a)
    else {
      found[count * 2] = i++
      found[count * 2 + 1] = j++
      count++
    }
  }
  return count
}
