// The candidates nearest to the viewer. Those within two steps are found from the cheaper side: by looking at each candidate, or by looking for
// each of the viewer's people among the candidates. The third degree is searched only as far as the answer needs it.
import type { Degree, MemberId } from '../network.ts'
import { findInner } from './ids.ts'
import { At, readCount, type Store } from './layout.ts'
import { findEntry, HEAD, INNER } from './row.ts'
import { hasBit } from './scratch.ts'
import { type Reach, type SecondDegrees, touches } from './second.ts'

interface Found {
  readonly id: MemberId
  readonly degree: Degree
}

type Candidates = readonly MemberId[] | Uint32Array

/** What one look costs beside another: a candidate's inner number, an id to sort, an id to search for among the candidates. */
const LOOK_UP = 20
const SORT = 10
const SEARCH = 20

/** See `Network.nearest`. A `Uint32Array` ascends; another list may have any order. */
export function findNearest(store: Store, second: SecondDegrees, viewer: number, candidates: Candidates, limit: number): Found[] {
  if (limit <= 0) return []
  const reach = second.of(viewer)
  const found =
    candidates instanceof Uint32Array
      ? lookFromHere(store, second, reach, candidates, limit)
      : lookAtEach(store, second, reach, candidates, limit, 0).slice(0, limit)
  if (found.length < limit) addFarther(store, second, candidates, limit, found)
  return found
}

/** Those within two steps but at least so far away, by degree; up to `limit` of each. Stops when the nearest degree is full. */
function lookAtEach(
  store: Store,
  { within }: SecondDegrees,
  reach: Reach,
  candidates: Candidates,
  limit: number,
  from: 0 | 1 | 2,
): Found[] {
  const { pool, rows } = store
  const mine = rows[reach.viewer] as number
  const near: [Found[], Found[], Found[]] = [[], [], []]
  for (let i = 0; i < candidates.length && near[from].length < limit; i++) {
    const id = candidates[i] as number
    const inner = findInner(store, id)
    if (inner < 0 || !hasBit(within, inner)) continue
    const degree = inner === reach.viewer ? 0 : findEntry(pool, mine, inner) >= 0 ? 1 : 2
    if (degree >= from && near[degree].length < limit) near[degree].push({ id, degree })
  }
  return near.flat()
}

/** Those within two steps among candidates that ascend. */
function lookFromHere(store: Store, second: SecondDegrees, reach: Reach, candidates: Uint32Array, limit: number): Found[] {
  const { ids, rows, pool } = store
  const own = ids[reach.viewer] as number
  const found: Found[] = []
  addCommon(Uint32Array.of(own), candidates, 0, limit, found)
  const mine = rows[reach.viewer] as number
  const first = new Uint32Array(pool[mine + 1] as number)
  for (let i = 0; i < first.length; i++) first[i] = ids[(pool[mine + HEAD + i] as number) & INNER] as number
  addCommon(first.sort(), candidates, 1, limit, found)
  const missing = limit - found.length
  const seconds = reach.end - reach.first
  if (missing === 0 || seconds === 0) return found
  // As many candidates as must be looked at till enough are of the second degree, were they spread evenly.
  const looked = Math.min(1, (missing * readCount(store, At.size)) / (seconds * Math.max(1, candidates.length)))
  const sorting = reach.sortedIds ? 0 : seconds * SORT
  if (reach.list && sorting + looked * seconds * SEARCH < looked * candidates.length * LOOK_UP) {
    if (!reach.sortedIds) {
      const theirs = new Uint32Array(seconds)
      for (let i = 0; i < seconds; i++) theirs[i] = ids[reach.list[reach.first + i] as number] as number
      reach.sortedIds = theirs.sort()
    }
    addCommon(reach.sortedIds, candidates, 2, limit, found)
  } else {
    found.push(...lookAtEach(store, second, reach, candidates, missing, 2))
  }
  return found
}

/** Adds what two ascending lists have in common, galloping through the candidates. */
function addCommon(wanted: Uint32Array, candidates: Uint32Array, degree: Degree, limit: number, found: Found[]): void {
  let at = 0
  const end = candidates.length
  for (let i = 0; i < wanted.length && at < end && found.length < limit; i++) {
    const id = wanted[i] as number
    let step = 1
    while (at + step < end && (candidates[at + step] as number) < id) {
      at += step
      step *= 2
    }
    let to = Math.min(end, at + step + 1)
    while (at < to) {
      const middle = (at + to) >>> 1
      if ((candidates[middle] as number) < id) at = middle + 1
      else to = middle
    }
    if (at < end && candidates[at] === id) found.push({ id, degree })
  }
}

/** Fills up with the third degree in order, and then with those further. */
function addFarther(store: Store, { within }: SecondDegrees, candidates: Candidates, limit: number, found: Found[]): void {
  const { pool, rows } = store
  const further: MemberId[] = []
  for (let i = 0; i < candidates.length && found.length < limit; i++) {
    const id = candidates[i] as number
    const inner = findInner(store, id)
    if (inner >= 0 && hasBit(within, inner)) continue
    if (inner >= 0 && touches(pool, rows[inner] as number, within)) found.push({ id, degree: 3 })
    else if (found.length + further.length < limit) further.push(id)
  }
  for (const id of further) if (found.length < limit) found.push({ id, degree: 'further' })
}
