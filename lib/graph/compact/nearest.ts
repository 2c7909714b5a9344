// The candidates nearest to the viewer. Five ways lead to those within two steps, and the cheapest is taken: where the candidates ascend, each of
// the viewer's people is looked for among them, or only those who pass a posting's filter; the candidates are looked through by a filter of the
// viewer's people; each is looked up and its mark looked at; or, before the viewer's second degree is known and where that is large, each candidate's
// own row is read. The third degree is searched only as far as the answer needs it.
import type { Degree, MemberId } from '../network.ts'
import { filterOf, firstCommon, firstPassing, type IdFilter, sortIds } from './ascending.ts'
import { findInner } from './ids.ts'
import { At, readCount, type Store } from './layout.ts'
import { findEntry, HEAD, INNER } from './row.ts'
import { hasBit, type Scratch, setBit } from './scratch.ts'
import { type Reach, type SecondDegrees, touches } from './second.ts'
import { unmark, walkOn } from './spread.ts'

interface Found {
  readonly id: MemberId
  readonly degree: Degree
}

type Candidates = readonly MemberId[] | Uint32Array

/**
 * Nanoseconds, or what they are to one another where memory is far away: a tie walked; an id found out and sorted; a sorted id looked for among
 * the candidates; an id put in a filter; a candidate held against a filter just made; a sorted id held against a posting's; a mark set; a step of a
 * search in a row; a candidate's number found and its mark looked at; a candidate's row read.
 */
const WALK = 8
const SORT = 30
const SEARCH = 30
const FILTER = 3
const SCAN = 3
const PASS = 10
const MARK = 2
const STEP = 10
const LOOK_UP = 25
const READ_ROW = 300
/** So many neighbours say how many ties are behind all. */
const SAMPLE = 64
const BLOCK = 16

/** See `Network.nearest`. A `Uint32Array` ascends, and may have a filter made for it; another list may have any order. */
export function findNearest(
  store: Store,
  scratch: Scratch,
  second: SecondDegrees,
  viewer: number,
  candidates: Candidates,
  limit: number,
  filter?: IdFilter,
): Found[] {
  if (limit <= 0 || candidates.length === 0) return []
  const { pool, rows, ids } = store
  // Read once: the writer may give the viewer another row meanwhile.
  const mine = rows[viewer] as number
  const degree = pool[mine + 1] as number
  const isKept = second.has(viewer, mine)
  const found: Found[] = []
  const add = (more: readonly MemberId[], degree: Degree) => {
    for (const id of more) found.push({ id, degree })
  }
  add(occurrencesOf(candidates, ids[viewer] as number, limit), 0)
  add(firstOfRow(store, scratch, mine, candidates, limit - found.length), 1)
  let missing = limit - found.length
  if (missing <= 0) return found
  const looks = isKept ? 0 : looksAtRows(store, mine, degree, candidates.length, missing)
  if (looks > 0) {
    const seconds = readRows(store, scratch, viewer, mine, candidates, looks, missing)
    if (seconds.length === missing) {
      add(seconds, 2)
      return found
    }
  }
  const reach = second.of(viewer, mine)
  add(firstOfSecond(store, second, { reach, isKept }, { candidates, filter }, missing), 2)
  missing = limit - found.length
  if (missing > 0) addFarther(store, scratch, second, reach, candidates, limit, found)
  return found
}

function occurrencesOf(candidates: Candidates, id: MemberId, limit: number): MemberId[] {
  if (candidates instanceof Uint32Array) return firstCommon(candidates, Uint32Array.of(id), limit)
  return candidates.filter((one) => one === id).slice(0, limit)
}

/** The first of the candidates who are in the row; at most `limit`. */
function firstOfRow(store: Store, { marks }: Scratch, row: number, candidates: Candidates, limit: number): MemberId[] {
  if (limit <= 0) return []
  const { pool } = store
  const [from, count] = [row + HEAD, pool[row + 1] as number]
  const looks = shareLooked(store, count, candidates.length, limit) * candidates.length
  const ascending = candidates instanceof Uint32Array ? candidates : undefined
  const search = ascending ? count * (SORT + (looks / ascending.length) * SEARCH) : Number.POSITIVE_INFINITY
  const scan = count * (SORT + FILTER) + looks * SCAN
  const mark = count * MARK + looks * LOOK_UP
  const step = looks * (LOOK_UP + STEP * Math.log2(count + 1))
  const least = Math.min(search, scan, mark, step)
  if (least === search && ascending) return firstCommon(ascending, sortedIdsOf(store, pool, from, from + count), limit)
  if (least === scan) {
    const theirs = sortedIdsOf(store, pool, from, from + count)
    return firstPassing(candidates, theirs, filterOf(theirs), limit)
  }
  const found: MemberId[] = []
  const isMarked = mark < step
  if (isMarked) for (let at = from; at < from + count; at++) setBit(marks, (pool[at] as number) & INNER)
  eachInner(store, candidates, (inner, id) => {
    if (inner >= 0 && (isMarked ? hasBit(marks, inner) : findEntry(pool, row, inner) >= 0)) found.push(id)
    return found.length < limit
  })
  if (isMarked) for (let at = from; at < from + count; at++) marks[((pool[at] as number) & INNER) >>> 5] = 0
  return found
}

/**
 * The first of the candidates who are at the second degree; at most `limit`. A second degree that was kept will be asked about again: then it is
 * sorted for good even where another way costs but half of that.
 */
function firstOfSecond(
  store: Store,
  second: SecondDegrees,
  { reach, isKept }: { reach: Reach; isKept: boolean },
  { candidates, filter }: { candidates: Candidates; filter: IdFilter | undefined },
  limit: number,
): MemberId[] {
  const seconds = reach.end - reach.first
  const share = shareLooked(store, seconds, candidates.length, limit)
  const looks = share * candidates.length
  const ascending = candidates instanceof Uint32Array ? candidates : undefined
  if (reach.list) {
    const sort = reach.sortedIds ? 0 : (seconds * SORT) / (isKept ? 2 : 1)
    const search = ascending ? sort + seconds * share * (filter ? PASS : SEARCH) : Number.POSITIVE_INFINITY
    const scan = sort + (reach.filter ? 0 : seconds * FILTER) + looks * SCAN
    const look = (second.isShown(reach) ? 0 : seconds * MARK * 2) + looks * LOOK_UP
    if (Math.min(search, scan) < look) {
      reach.sortedIds ??= sortedIdsOf(store, reach.list, reach.first, reach.end)
      if (ascending && search <= scan) {
        return filter ? firstPassing(reach.sortedIds, ascending, filter, limit) : firstCommon(ascending, reach.sortedIds, limit)
      }
      reach.filter ??= filterOf(reach.sortedIds)
      return firstPassing(candidates, reach.sortedIds, reach.filter, limit)
    }
  }
  const { pool } = store
  const within = second.show(reach)
  const found: MemberId[] = []
  eachInner(store, candidates, (inner, id) => {
    if (inner >= 0 && hasBit(within, inner) && inner !== reach.viewer && findEntry(pool, reach.row, inner) < 0) found.push(id)
    return found.length < limit
  })
  return found
}

function sortedIdsOf({ ids }: Store, entries: Uint32Array, from: number, to: number): Uint32Array {
  const theirs = new Uint32Array(to - from)
  for (let at = from; at < to; at++) theirs[at - from] = ids[(entries[at] as number) & INNER] as number
  return sortIds(theirs)
}

/** The part of the candidates to look at till enough are of the second degree, were they spread evenly. */
function shareLooked(store: Store, seconds: number, candidates: number, missing: number): number {
  return Math.min(1, (missing * readCount(store, At.size)) / (Math.max(1, seconds) * Math.max(1, candidates)))
}

/** How many ties so many members have together, from a sample of them in their order. */
function tiesBehind(count: number, ties: (at: number) => number): number {
  const step = Math.max(1, Math.floor(count / SAMPLE))
  let [behind, looked] = [0, 0]
  for (let i = 0; i < count; i += step, looked++) behind += ties(i)
  return (behind * count) / Math.max(1, looked)
}

/** How many members so many ties lead to, were they thrown at random. */
function spreadOver(store: Store, ties: number): number {
  const size = readCount(store, At.size)
  return size * -Math.expm1(-ties / size)
}

/**
 * How many candidates' rows to read, rather than walk to the second degree first; 0 where the walk costs less. Some more than are expected to do: then
 * the candidates are not spread as was guessed, and the walk is made after all.
 */
function looksAtRows(store: Store, mine: number, degree: number, candidates: number, missing: number): number {
  const { pool, rows } = store
  const behind = tiesBehind(degree, (i) => pool[rows[(pool[mine + HEAD + i] as number) & INNER] as number] as number)
  const share = shareLooked(store, spreadOver(store, behind), candidates, missing)
  const isLess = share < 0.5 && share * candidates * READ_ROW + degree * MARK < behind * WALK
  return isLess ? Math.ceil(share * candidates * 3) + BLOCK : 0
}

/** The first `limit` candidates at degree 2 of the first so many, each found by its own row: whoever is tied visibly to one of the viewer's neighbours. */
function readRows(
  store: Store,
  { marks }: Scratch,
  viewer: number,
  mine: number,
  candidates: Candidates,
  looks: number,
  limit: number,
): MemberId[] {
  const { pool } = store
  const end = mine + HEAD + (pool[mine + 1] as number)
  for (let at = mine + HEAD; at < end; at++) setBit(marks, (pool[at] as number) & INNER)
  const found: MemberId[] = []
  eachRow(store, candidates.slice(0, looks), (inner, id, row) => {
    if (inner < 0 || inner === viewer || hasBit(marks, inner)) return true
    if (touches(pool, row, marks)) found.push(id)
    return found.length < limit
  })
  for (let at = mine + HEAD; at < end; at++) marks[((pool[at] as number) & INNER) >>> 5] = 0
  return found
}

/** Fills up with the third degree in order, and then with those further. */
function addFarther(
  store: Store,
  scratch: Scratch,
  second: SecondDegrees,
  reach: Reach,
  candidates: Candidates,
  limit: number,
  found: Found[],
): void {
  const missing = limit - found.length
  const within = second.show(reach)
  const behind = tiesBehindSecond(store, reach)
  const looks = candidates.length * shareLooked(store, spreadOver(store, behind), candidates.length, missing)
  const further: MemberId[] = []
  // What the rows cost beyond looking the candidates up; a sample may have missed a hub.
  const most = (looks * (READ_ROW - LOOK_UP)) / WALK
  if (reach.list && behind < most && haveAtMost(store, reach.list, reach.first, reach.end, most)) {
    const { marks, list } = scratch
    list.set(reach.list)
    for (let i = 0; i < reach.end; i++) setBit(marks, list[i] as number)
    const end = walkOn(store, marks, list, reach.first, reach.end, reach.end)
    addThird(store, scratch, within, { from: reach.end, to: end }, candidates, looks, limit, found)
    for (let i = 0; i < candidates.length && found.length + further.length < limit; i++) {
      const inner = findInner(store, candidates[i] as number)
      if (inner < 0 || !hasBit(marks, inner)) further.push(candidates[i] as number)
    }
    unmark(marks, list, end)
  } else {
    eachRow(store, candidates, (inner, id, row) => {
      if (inner >= 0 && hasBit(within, inner)) return true
      if (touches(store.pool, row, within)) found.push({ id, degree: 3 })
      else if (found.length + further.length < limit) further.push(id)
      return found.length < limit
    })
  }
  for (const id of further) if (found.length < limit) found.push({ id, degree: 'further' })
}

/** Those of the third degree, who are listed and marked in the scratch: looked for among the candidates, or the other way about. */
function addThird(
  store: Store,
  { marks, list }: Scratch,
  within: Uint32Array,
  { from, to }: { from: number; to: number },
  candidates: Candidates,
  looks: number,
  limit: number,
  found: Found[],
): void {
  if (from === to) return
  if (candidates instanceof Uint32Array && (to - from) * (SORT + SEARCH) < looks * LOOK_UP) {
    for (const id of firstCommon(candidates, sortedIdsOf(store, list, from, to), limit - found.length)) found.push({ id, degree: 3 })
    return
  }
  eachInner(store, candidates, (inner, id) => {
    if (inner >= 0 && hasBit(marks, inner) && !hasBit(within, inner)) found.push({ id, degree: 3 })
    return found.length < limit
  })
}

/** Visits the candidates in order until told to stop. Memory that is far away is asked for some candidates ahead, all at once. */
function eachInner(store: Store, candidates: Candidates, visit: (inner: number, id: MemberId) => boolean): void {
  const inners = new Int32Array(BLOCK)
  for (let from = 0; from < candidates.length; from += BLOCK) {
    const count = Math.min(BLOCK, candidates.length - from)
    for (let i = 0; i < count; i++) inners[i] = findInner(store, candidates[from + i] as number)
    for (let i = 0; i < count; i++) if (!visit(inners[i] as number, candidates[from + i] as number)) return
  }
}

/** As `eachInner`, with each one's row as well: 0, the empty row, for nobody. */
function eachRow(store: Store, candidates: Candidates, visit: (inner: number, id: MemberId, row: number) => boolean): void {
  const { rows, pool } = store
  const inners = new Int32Array(BLOCK)
  const places = new Uint32Array(BLOCK)
  const lengths = new Uint32Array(BLOCK)
  for (let from = 0; from < candidates.length; from += BLOCK) {
    const count = Math.min(BLOCK, candidates.length - from)
    for (let i = 0; i < count; i++) inners[i] = findInner(store, candidates[from + i] as number)
    for (let i = 0; i < count; i++) places[i] = (inners[i] as number) < 0 ? 0 : (rows[inners[i] as number] as number)
    for (let i = 0; i < count; i++) lengths[i] = pool[places[i] as number] as number
    for (let i = 0; i < count; i++) if (!visit(inners[i] as number, candidates[from + i] as number, places[i] as number)) return
  }
}

function haveAtMost({ pool, rows }: Store, list: Uint32Array, from: number, to: number, ties: number): boolean {
  let left = ties
  for (let i = from; i < to && left >= 0; i++) left -= pool[rows[list[i] as number] as number] as number
  return left >= 0
}

function tiesBehindSecond({ pool, rows }: Store, { list, first, end }: Reach): number {
  return list ? tiesBehind(end - first, (i) => pool[rows[list[first + i] as number] as number] as number) : Number.POSITIVE_INFINITY
}
