// What only a network of some size does: the plans for hubs and for long lists of candidates, and sums over long walks. Each answer beside one
// reached the plain way: pair by pair, or by a map.
import { expect, test } from 'vitest'
import { createCompactNetwork } from '../compact.ts'
import type { Degree, MemberId, Questions, Tie } from '../network.ts'
import { postingOf } from '../posting.ts'
import { openNetwork } from '../reader.ts'

const MEMBERS = 30_000
const HUBS = 8
/** Knows the largest hub alone. */
const LEAF = MEMBERS

function chance(seed: number) {
  let state = seed
  return (bound: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * bound)
  }
}

/** Hubs of thousands, a crowd with a few ties each, and a last tenth of small circles that keep to themselves; ids in no order. */
const { network, ties, shown, idOf } = make()

function make() {
  const below = chance(5)
  const idOf = (n: number): MemberId => (n % 7 === 0 ? n * 91 + 2 ** 31 : n * 3 + 1)
  const ties = new Map<string, Tie>()
  const add = (a: number, b: number) => {
    if (a === b) return
    const [lowId = 0, highId = 0] = [idOf(a), idOf(b)].sort((one, other) => one - other)
    const strengths = { lowOwn: below(16), highOwn: below(16), shared: below(16) }
    ties.set(`${lowId} ${highId}`, { lowId, highId, ...strengths, hidden: below(20) === 0 })
  }
  const crowd = Math.floor(MEMBERS * 0.9)
  for (let hub = 0; hub < HUBS; hub++) for (let i = 0; i < 3_000 + hub * 1_500; i++) add(hub, HUBS + below(crowd - HUBS))
  for (let n = HUBS; n < crowd; n++) for (let i = below(4); i > 0; i--) add(n, HUBS + ((n + below(200)) % (crowd - HUBS)))
  for (let n = crowd; n < MEMBERS; n++) for (let i = below(9); i > 0; i--) add(n, crowd + ((n - crowd + below(60)) % (MEMBERS - crowd)))
  add(LEAF, HUBS - 1)
  const shown = new Set(Array.from({ length: LEAF + 1 }, (_, n) => n).flatMap((n) => (below(12) > 0 || n < HUBS ? [idOf(n)] : [])))
  const network = createCompactNetwork({ members: MEMBERS, ties: ties.size })
  network.load(
    ties.values(),
    Array.from({ length: LEAF + 1 }, (_, n) => ({ id: idOf(n), shown: shown.has(idOf(n)) })),
  )
  return { network, ties, shown, idOf }
}

const rank = (degree: Degree) => (degree === 'further' ? 4 : degree)

/** The plain way: each candidate's degree by itself. */
function nearestByPairs(of: Questions, viewer: MemberId, candidates: Iterable<MemberId>, limit: number) {
  const all = Array.from(candidates, (id) => ({ id, degree: of.degree(viewer, id) }))
  return all.sort((a, b) => rank(a.degree) - rank(b.degree)).slice(0, limit)
}

function viewers(): readonly MemberId[] {
  const below = chance(9)
  return [0, 3, HUBS - 1, LEAF, ...Array.from({ length: 9 }, () => below(MEMBERS)), ...[1, 2, 3, 40, 90, 700].map((n) => MEMBERS - n)].map(
    idOf,
  )
}

test('The nearest of many candidates are those found pair by pair, the first time and once more is known of the viewer.', () => {
  const below = chance(3)
  for (const viewer of viewers()) {
    const reader = openNetwork(network.shared)
    for (const one of [4, 60, 900, 14_000]) {
      const candidates = Uint32Array.from(new Set(Array.from({ length: one }, () => idOf(below(MEMBERS + 50))))).sort()
      const limits = [1, 20, 400]
      const posting = postingOf(candidates)
      const expected = nearestByPairs(network, viewer, candidates, 400)
      // In an order of their own, some of them twice.
      const listed = [viewer, ...candidates, ...candidates.slice(0, 30), viewer].sort(
        (a, b) => ((a * 7_919) % 10_007) - ((b * 7_919) % 10_007),
      )
      const expectedOfListed = nearestByPairs(network, viewer, listed, 400)
      for (const limit of limits) {
        const fresh = openNetwork(network.shared)
        const what = `${viewer}: ${limit} of ${one}`
        expect(fresh.nearest(viewer, candidates, limit), `${what}, asked first`).toEqual(expected.slice(0, limit))
        fresh.close()
        const freshToo = openNetwork(network.shared)
        expect(freshToo.nearest(viewer, listed, limit), `${what}, in any order, asked first`).toEqual(expectedOfListed.slice(0, limit))
        freshToo.close()
        const freshAgain = openNetwork(network.shared)
        for (const time of ['first', 'again', 'once more']) {
          expect(freshAgain.nearest(viewer, posting, limit), `${what}, a posting, asked ${time}`).toEqual(expected.slice(0, limit))
        }
        freshAgain.close()
        expect(reader.nearest(viewer, candidates, limit), `${what}, asked again`).toEqual(expected.slice(0, limit))
        expect(reader.nearest(viewer, listed, limit), `${what}, in any order`).toEqual(expectedOfListed.slice(0, limit))
      }
    }
    reader.close()
  }
})

test('Nobody whom third persons may not see is nearer by it.', () => {
  const candidates = Uint32Array.from({ length: MEMBERS }, (_, n) => idOf(n)).sort()
  const hidden = [...ties.values()].find((tie) => tie.hidden && tie.lowId === idOf(1))
  expect(hidden).toBeDefined()
  const { lowId = 0, highId = 0 } = hidden ?? {}
  expect(network.nearest(lowId, candidates, MEMBERS).find(({ id }) => id === highId)?.degree).toBe(1)
  // The same without that tie: nobody else is to notice.
  const without = createCompactNetwork()
  without.load(
    [...ties.values()].filter((tie) => tie.lowId !== lowId || tie.highId !== highId),
    Array.from({ length: LEAF + 1 }, (_, n) => ({ id: idOf(n), shown: shown.has(idOf(n)) })),
  )
  const others = [...ties.values()].filter((tie) => tie.lowId === lowId && !tie.hidden).slice(0, 3)
  expect(others).toHaveLength(3)
  for (const { highId: viewer } of others) {
    expect(network.nearest(viewer, candidates, MEMBERS)).toEqual(without.nearest(viewer, candidates, MEMBERS))
    expect(network.nearest(viewer, postingOf(candidates), MEMBERS)).toEqual(without.nearest(viewer, candidates, MEMBERS))
    const listed = Array.from(candidates).reverse()
    expect(openNetwork(network.shared).nearest(viewer, listed, 50)).toEqual(openNetwork(without.shared).nearest(viewer, listed, 50))
  }
})

test('Suggestions over long walks and short ones are what a map would add up.', () => {
  const rows = new Map<MemberId, { other: MemberId; first: number; last: number; seen: boolean }[]>()
  const put = (id: MemberId, other: MemberId, own: number, { shared, hidden }: Tie) => {
    const row = rows.get(id) ?? []
    row.push({
      other,
      first: Math.max(1, own || shared),
      last: Math.max(1, shared),
      seen: !hidden && shown.has(id) && shown.has(other),
    })
    rows.set(id, row)
  }
  for (const tie of ties.values()) {
    put(tie.lowId, tie.highId, tie.lowOwn, tie)
    put(tie.highId, tie.lowId, tie.highOwn, tie)
  }
  let told = 0
  for (const viewer of viewers()) {
    const mine = rows.get(viewer) ?? []
    const known = new Set([viewer, ...mine.map(({ other }) => other)])
    const met = new Map<MemberId, { points: number; mutualCount: number }>()
    for (const { other, first } of mine) {
      for (const { other: id, last, seen } of rows.get(other) ?? []) {
        if (!seen || known.has(id)) continue
        const { points, mutualCount } = met.get(id) ?? { points: 0, mutualCount: 0 }
        met.set(id, { points: points + first * last, mutualCount: mutualCount + 1 })
      }
    }
    const people = Array.from(met, ([id, { points, mutualCount }]) => ({ id, mutualCount, score: points / 225 }))
    people.sort((a, b) => b.score - a.score || b.mutualCount - a.mutualCount || a.id - b.id)
    for (const limit of [1, 20, 3_000]) {
      const found = network.suggestions(viewer, limit)
      expect(found.people.length, `${viewer}: ${limit}`).toBe(Math.min(limit, people.length))
      expect(found, `${viewer}: ${limit}`).toEqual({ people: people.slice(0, limit), partial: false })
    }
    const within = network.suggestions(viewer, 20, { budget: 2_000 })
    expect(within.partial).toBe(network.cost(viewer) > 2_000)
    const all = new Map(people.map((one) => [one.id, one]))
    if (within.partial) told += within.people.length
    for (const one of within.people) expect(one).toEqual(all.get(one.id))
  }
  expect(told).toBeGreaterThan(40)
})

test('The third degree of many is estimated within 2 % when there is no time to count it, and hidden ties do not move the estimate.', () => {
  const below = chance(21)
  const count = 300_000
  const tie = (a: number, b: number, isHidden = false): Tie => {
    const [lowId, highId] = [Math.min(a, b), Math.max(a, b)]
    return { lowId, highId, lowOwn: 0, highOwn: 0, shared: 5, hidden: isHidden }
  }
  const many = Array.from({ length: count * 3 }, () => [1 + below(count), 1 + below(count)] as const).filter(([a, b]) => a !== b)
  const everybody = Array.from({ length: count }, (_, n) => ({ id: n + 1, shown: true }))
  const [open, other] = [createCompactNetwork(), createCompactNetwork()]
  for (let at = 1; at <= 3_000; at++) many.push([1, 1 + at * 99])
  for (const one of [open, other])
    one.load(
      many.map(([a, b]) => tie(a, b)),
      everybody,
    )
  other.load([...many.map(([a, b]) => tie(a, b)), tie(250_000, 250_001, true), tie(250_000, 250_002, true)], everybody)
  const whole = open.countByDegree(1)
  const estimate = open.countByDegree(1, { budget: 10 })
  expect([whole.exact, estimate.exact]).toEqual([
    { second: true, third: true },
    { second: true, third: false },
  ])
  expect(estimate.second).toBe(whole.second)
  expect(whole.third).toBeGreaterThan(5_000)
  expect(Math.abs(estimate.third / whole.third - 1)).toBeLessThan(0.02)
  expect(other.countByDegree(1, { budget: 10 })).toEqual(estimate)
})

test('The third degree is as large by every way of counting it.', () => {
  for (const viewer of viewers()) {
    const { first, second, third } = network.countByDegree(viewer)
    const degrees = network.degrees(
      viewer,
      Uint32Array.from({ length: LEAF + 1 }, (_, n) => idOf(n)),
    )
    expect([first, second, third]).toEqual([1, 2, 3].map((degree) => degrees.filter((one) => one === degree).length))
  }
})
