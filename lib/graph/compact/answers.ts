// Every question of the contract over one generation: turns members' ids into inner numbers and back, and asks the kernels. One such holds one
// reader's scratch and cache.
import type { Degree, MemberId, Questions, WaysIn } from '../network.ts'
import { findInner } from './ids.ts'
import { At, readCount, type Store } from './layout.ts'
import { threeStepWays } from './longer-ways.ts'
import { findNearest } from './nearest.ts'
import { pairDegree, walkCost } from './pair.ts'
import { countReach, countSecond } from './reach-counts.ts'
import { findEntry } from './row.ts'
import { createScratch, hasBit } from './scratch.ts'
import { createSecondDegrees, touches } from './second.ts'
import { suggest } from './suggest.ts'
import { connectorOf, rankTwoSteps, wayOf } from './ways.ts'

/** From so many targets on, the viewer's two steps are marked once for all of them. */
const MANY = 16

/** Answers for one thread; its cost in memory is about 8.5 bytes a member and the cache of second degrees. */
export function createAnswers(store: Store): Questions {
  const scratch = createScratch(store.ids.length)
  const second = createSecondDegrees(store, scratch)
  const { pool, rows } = store

  function degree(viewer: MemberId, target: MemberId): Degree {
    if (viewer === target) return 0
    const from = findInner(store, viewer)
    const to = findInner(store, target)
    return from < 0 || to < 0 ? 'further' : pairDegree(store, scratch, from, to)
  }

  function bestTwoSteps(from: number, to: number, limit: number): { count: number; listed: number } {
    const count = from < 0 || to < 0 ? 0 : rankTwoSteps(store, scratch, from, to, limit)
    return { count, listed: Math.max(0, Math.min(count, limit)) }
  }

  function bestConnectors(from: number, to: number, limit: number): { count: number; ids: MemberId[] } {
    const { count, listed } = bestTwoSteps(from, to, limit)
    const ids: MemberId[] = []
    for (let i = 0; i < listed; i++) ids.push(connectorOf(scratch.keys[i] as number))
    return { count, ids }
  }

  return {
    get memberCount() {
      return readCount(store, At.members)
    },
    get tieCount() {
      return readCount(store, At.halfTies) / 2
    },
    hasTie(a, b) {
      const from = findInner(store, a)
      const to = findInner(store, b)
      return from >= 0 && to >= 0 && findEntry(pool, rows[from] as number, to) >= 0
    },
    degree,
    degrees(viewer, targets) {
      const from = findInner(store, viewer)
      if (from < 0) return Array.from(targets, (target) => degree(viewer, target))
      // Read once: the writer may give the viewer another row meanwhile.
      const mine = rows[from] as number
      if (targets.length < MANY && !second.has(from, mine)) return Array.from(targets, (target) => degree(viewer, target))
      const within = second.show(second.of(from, mine))
      const found: Degree[] = []
      for (let i = 0; i < targets.length; i++) {
        const to = findInner(store, targets[i] as number)
        if (to === from) found.push(0)
        else if (to < 0) found.push('further')
        else if (hasBit(within, to)) found.push(findEntry(pool, mine, to) >= 0 ? 1 : 2)
        else found.push(touches(pool, rows[to] as number, within) ? 3 : 'further')
      }
      return found
    },
    mutual: (viewer, other, limit) => bestConnectors(findInner(store, viewer), findInner(store, other), limit),
    waysIn(viewer, target, limit, options = {}): WaysIn {
      const from = findInner(store, viewer)
      const to = findInner(store, target)
      const { count, listed } = bestTwoSteps(from, to, limit)
      const twoStep = Array.from({ length: listed }, (_, i) => wayOf(scratch.keys[i] as number))
      if (count >= limit || options.steps === 2) return { twoStep, threeStep: [], twoStepCount: count }
      const threeStep = from < 0 || to < 0 ? [] : threeStepWays(store, scratch, from, to, limit - count)
      return { twoStep, threeStep, twoStepCount: count }
    },
    countSecond(viewer) {
      const from = findInner(store, viewer)
      return from < 0 ? 0 : countSecond(store, scratch, from)
    },
    countByDegree(viewer, options = {}) {
      const from = findInner(store, viewer)
      if (from < 0) return { first: 0, second: 0, third: 0, exact: { second: true, third: true } }
      return countReach(store, scratch, from, options.budget ?? Number.POSITIVE_INFINITY)
    },
    nearest(viewer, asked, limit, options = {}) {
      const [candidates, filter] = 'ids' in asked ? [asked.ids, asked.filter] : [asked, undefined]
      const from = findInner(store, viewer)
      if (from < 0) {
        const all = Array.from(candidates, (id) => ({ id, degree: id === viewer ? (0 as const) : ('further' as const) }))
        return all.sort((a, b) => Number(a.degree === 'further') - Number(b.degree === 'further')).slice(0, Math.max(0, limit))
      }
      const found = findNearest(store, scratch, second, from, candidates, limit, filter)
      const most = options.connectors ?? 0
      if (most <= 0) return found
      // Their rows are asked for before the first is read, so that far memory is waited for once.
      const inners = found.map(({ id, degree: at }) => (at === 2 ? findInner(store, id) : -1))
      const lengths = inners.map((inner) => (inner < 0 ? 0 : (pool[rows[inner] as number] as number)))
      return found.map(({ id, degree: at }, i) => {
        if (at !== 2) return { id, degree: at }
        return { id, degree: at, connectors: lengths[i] === 0 ? [] : bestConnectors(from, inners[i] as number, most).ids }
      })
    },
    suggestions(viewer, limit, options = {}) {
      const from = findInner(store, viewer)
      if (from < 0) return { people: [], partial: false }
      return suggest(store, scratch, from, Math.min(limit, store.ids.length), options.budget ?? Number.POSITIVE_INFINITY)
    },
    connectionCount(member) {
      const inner = findInner(store, member)
      return inner < 0 ? 0 : (pool[(rows[inner] as number) + 1] as number)
    },
    visibleCount(member) {
      const inner = findInner(store, member)
      return inner < 0 ? 0 : (pool[rows[inner] as number] as number)
    },
    cost(viewer) {
      const from = findInner(store, viewer)
      if (from < 0) return 0
      const row = rows[from] as number
      return walkCost(store, row, pool[row + 1] as number)
    },
    costTowards(target) {
      const to = findInner(store, target)
      if (to < 0) return 0
      const row = rows[to] as number
      return walkCost(store, row, pool[row] as number)
    },
  }
}
