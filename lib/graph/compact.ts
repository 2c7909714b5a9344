// The network that production runs: typed arrays in shared memory (compact/store.ts), marks of its own to answer with (compact/scratch.ts).
// This file turns members' ids into inner numbers and back; the searches are in compact/distance.ts and compact/ways.ts.
import { countDegrees, manyDegrees, pairDegree } from './compact/distance.ts'
import { loadStore } from './compact/load.ts'
import { createScratch } from './compact/scratch.ts'
import { claimInner, createStore, dropEntry, findEntry, findInner, forget, HEADER, putEntry, setShown } from './compact/store.ts'
import { rankSuggestions, threeStepWays, twoStepWays } from './compact/ways.ts'
import type { Degree, LoadableNetwork, MemberId } from './network.ts'

/** From so many targets on, the viewer's two steps are marked once for all of them. */
const MANY = 16

/**
 * An empty network over typed arrays. Sizes are first guesses: it grows by itself. About 14 bytes a tie when loaded, and 21 a member with
 * 13 more of scratch. One thread both writes and reads; writes copy the rows they change.
 */
export function createCompactNetwork(options: { readonly members?: number; readonly ties?: number } = {}): LoadableNetwork {
  let store = createStore(options.members ?? 0, options.ties ?? 0)
  let marks = createScratch(store.ids.length)

  function scratch() {
    if (marks.list.length < store.ids.length) marks = createScratch(store.ids.length)
    return marks
  }

  function degree(viewer: MemberId, target: MemberId): Degree {
    if (viewer === target) return 0
    const from = findInner(store, viewer)
    const to = findInner(store, target)
    return from < 0 || to < 0 ? 'further' : pairDegree(store, scratch(), from, to)
  }

  function degrees(viewer: MemberId, targets: readonly MemberId[]): Degree[] {
    const from = findInner(store, viewer)
    if (targets.length < MANY || from < 0) return targets.map((target) => degree(viewer, target))
    const inner = targets.map((target) => findInner(store, target))
    return manyDegrees(store, scratch(), from, inner)
  }

  function ways(viewer: MemberId, target: MemberId) {
    const from = findInner(store, viewer)
    const to = findInner(store, target)
    return { from, to, two: from < 0 || to < 0 ? [] : twoStepWays(store, from, to) }
  }

  const network: LoadableNetwork = {
    get memberCount() {
      return store.memberCount
    },
    get tieCount() {
      return store.halfTies / 2
    },
    hasTie(a, b) {
      const from = findInner(store, a)
      const to = findInner(store, b)
      return from >= 0 && to >= 0 && findEntry(store.pool, store.rows[from] as number, to) >= 0
    },
    degree,
    degrees,
    mutual(viewer, other, limit) {
      const { two } = ways(viewer, other)
      return { count: two.length, ids: two.slice(0, limit).flatMap((way) => way.connectors) }
    },
    waysIn(viewer, target, limit) {
      const { from, to, two } = ways(viewer, target)
      const left = limit - two.length
      const threeStep = left > 0 && from >= 0 && to >= 0 ? threeStepWays(store, scratch(), from, to, left) : []
      return { twoStep: two.slice(0, limit), threeStep, twoStepCount: two.length }
    },
    countByDegree(viewer) {
      const from = findInner(store, viewer)
      return from < 0 ? { first: 0, second: 0, third: 0 } : countDegrees(store, scratch(), from)
    },
    nearest(viewer, candidates, limit) {
      const found = degrees(viewer, candidates)
      const nearestFirst: { id: MemberId; degree: Degree }[] = []
      for (const wanted of [0, 1, 2, 3, 'further'] as const) {
        for (let i = 0; i < candidates.length && nearestFirst.length < limit; i++) {
          if (found[i] === wanted) nearestFirst.push({ id: candidates[i] as MemberId, degree: wanted })
        }
      }
      return nearestFirst
    },
    suggestions(viewer, limit) {
      const from = findInner(store, viewer)
      return from < 0 ? [] : rankSuggestions(store, scratch(), from, limit)
    },
    setTie({ lowId, highId, lowOwn, highOwn, shared, hidden }) {
      const low = claimInner(store, lowId)
      const high = claimInner(store, highId)
      putEntry(store, low, high, hidden, (lowOwn << 4) | shared)
      putEntry(store, high, low, hidden, (highOwn << 4) | shared)
    },
    removeTie(a, b) {
      const from = findInner(store, a)
      const to = findInner(store, b)
      if (from < 0 || to < 0) return
      dropEntry(store, from, to)
      dropEntry(store, to, from)
    },
    setMember(id, { shown }) {
      setShown(store, claimInner(store, id), shown)
    },
    removeMember(id) {
      const inner = findInner(store, id)
      if (inner < 0) return
      const row = store.rows[inner] as number
      const length = store.pool[row] as number
      const neighbours = Array.from(store.pool.subarray(row + HEADER, row + HEADER + length), (entry) => entry >>> 1)
      for (const neighbour of neighbours) {
        dropEntry(store, inner, neighbour)
        dropEntry(store, neighbour, inner)
      }
      forget(store, inner)
    },
    load(ties, members) {
      store = loadStore(ties, members)
    },
  }
  return network
}
