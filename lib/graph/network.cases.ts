// The same named cases and random properties for every network: `networkCases(name, create)` runs them on the one it is given. Random
// graphs come with sparse ids, invisible ties and members not shown; what may not be seen must not show.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LoadableNetwork, MemberId, Network, Tie } from './network.ts'
import { postingOf } from './posting.ts'

/** Ids far apart, at both ends of the range and close to one another. */
export const caseIds: readonly MemberId[] = [1, 2, 3, 17, 1000, 65_536, 65_537, 9_999_991, 2 ** 31, 2 ** 32 - 2, 2 ** 32 - 1]

export const memberId = fc.constantFrom(...caseIds)
const strength = fc.integer({ min: 0, max: 15 })

const tie: fc.Arbitrary<Tie> = fc
  .record({
    ends: fc.uniqueArray(memberId, { minLength: 2, maxLength: 2 }),
    lowOwn: strength,
    highOwn: strength,
    shared: strength,
    hidden: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
  })
  .map(({ ends, ...rest }) => ({ lowId: Math.min(...ends), highId: Math.max(...ends), ...rest }))

const member = fc.record({ id: memberId, shown: fc.integer({ min: 0, max: 4 }).map((n) => n > 0) })

/** A start to load: up to 30 ties over eleven people, most of them shown. */
export const start = fc.record({
  ties: fc.array(tie, { maxLength: 30, size: 'max' }),
  members: fc.tuple(...caseIds.map((id) => member.map(({ shown }) => ({ id, shown })))).chain((all) => fc.subarray(all, { minLength: 8 })),
})

type Change = (network: Network) => void

export const change: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 4,
    arbitrary: tie.map(
      (one): Change =>
        (network) =>
          network.setTie(one),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(memberId, memberId).map(
      ([a, b]): Change =>
        (network) =>
          network.removeTie(a, b),
    ),
  },
  {
    weight: 2,
    arbitrary: member.map(
      ({ id, shown }): Change =>
        (network) =>
          network.setMember(id, { shown }),
    ),
  },
  {
    weight: 1,
    arbitrary: memberId.map(
      (id): Change =>
        (network) =>
          network.removeMember(id),
    ),
  },
)

/** Every answer that this viewer can get about these people. */
export function allAnswers(network: Network, viewer: MemberId, others: readonly MemberId[] = caseIds, limit = 3) {
  const many = [...others, ...others]
  const ascending = Uint32Array.from(new Set(others)).sort()
  const posting = postingOf(ascending)
  return {
    degree: others.map((other) => network.degree(viewer, other)),
    degrees: network.degrees(viewer, many),
    mutual: others.map((other) => network.mutual(viewer, other, limit)),
    waysIn: others.map((other) => network.waysIn(viewer, other, limit)),
    direct: others.map((other) => network.waysIn(viewer, other, limit, { steps: 2 })),
    second: network.countSecond(viewer),
    count: network.countByDegree(viewer),
    nearest: network.nearest(viewer, many, limit * 4),
    connected: network.nearest(viewer, others, limit * 2, { connectors: limit }),
    ascending: [1, limit, limit * 2].map((most) => network.nearest(viewer, ascending, most)),
    posted: [1, limit, limit * 2].map((most) => network.nearest(viewer, posting, most)),
    suggestions: network.suggestions(viewer, limit),
    affordable: network.suggestions(viewer, limit, { budget: limit * 3 }),
    connections: network.connectionCount(viewer),
    cost: network.cost(viewer),
    costs: others.map((other) => [network.visibleCount(other), network.costTowards(other)]),
  }
}

function strongTie(a: MemberId, b: MemberId, more: Partial<Tie> = {}): Tie {
  return { lowId: Math.min(a, b), highId: Math.max(a, b), lowOwn: 0, highOwn: 0, shared: 15, hidden: false, ...more }
}

export function networkCases(name: string, create: () => LoadableNetwork): void {
  /** The given pairs tied, everyone shown but those named. */
  function among(ties: Tie[], notShown: MemberId[] = []): LoadableNetwork {
    const network = create()
    const ids = new Set(ties.flatMap(({ lowId, highId }) => [lowId, highId]))
    network.load(
      ties,
      Array.from(ids, (id) => ({ id, shown: !notShown.includes(id) })),
    )
    return network
  }
  const chain = () => [strongTie(1, 2), strongTie(2, 3), strongTie(3, 4), strongTie(4, 5)]

  describe(name, () => {
    test('An empty network knows nobody and answers all the same.', () => {
      const network = create()
      expect([network.memberCount, network.tieCount, network.degree(1, 1), network.degree(1, 2)]).toEqual([0, 0, 0, 'further'])
      expect(network.waysIn(1, 2, 5)).toEqual({ twoStep: [], threeStep: [], twoStepCount: 0 })
      expect(network.countByDegree(1)).toEqual({ first: 0, second: 0, third: 0, exact: { second: true, third: true } })
    })

    test('Degrees along a chain are 0, 1, 2, 3 and further.', () => {
      const network = among(chain())
      expect(network.degrees(1, [1, 2, 3, 4, 5, 99])).toEqual([0, 1, 2, 3, 'further', 'further'])
      expect(network.countByDegree(1)).toMatchObject({ first: 1, second: 1, third: 1 })
    })

    test('A hidden tie serves its own ends as first step, and nobody else.', () => {
      const network = among([strongTie(1, 2, { hidden: true }), strongTie(2, 3)])
      expect([network.degree(1, 2), network.degree(2, 1), network.degree(1, 3), network.degree(3, 1)]).toEqual([1, 1, 2, 'further'])
    })

    test('A member who is not shown connects nobody and is found by direct connections only.', () => {
      const network = among(chain(), [3])
      expect(network.degrees(1, [2, 3, 4])).toEqual([1, 'further', 'further'])
      expect(network.degrees(3, [2, 1, 4, 5])).toEqual([1, 2, 1, 2])
    })

    test('Members named by a tie alone are not shown until said.', () => {
      const network = create()
      for (const one of chain()) network.setTie(one)
      expect(network.degree(1, 3)).toBe('further')
      network.setMember(2, { shown: true })
      network.setMember(3, { shown: true })
      expect(network.degree(1, 3)).toBe(2)
    })

    test('Ways in are ranked by strength, the first step as the viewer says it, and ties by id.', () => {
      const network = among([
        strongTie(1, 10, { lowOwn: 3 }),
        strongTie(1, 11, { highOwn: 15, shared: 6 }),
        strongTie(1, 12, { shared: 6 }),
        ...[10, 11, 12].map((b) => strongTie(b, 20, { lowOwn: 1, highOwn: 1, shared: 10 })),
      ])
      const { twoStep, twoStepCount } = network.waysIn(1, 20, 2)
      expect(twoStep).toEqual([11, 12].map((b) => ({ connectors: [b], steps: [6, 10], score: 60 / 225 })))
      expect(twoStepCount).toBe(3)
      expect(network.mutual(1, 20, 5)).toEqual({ count: 3, ids: [11, 12, 10] })
    })

    test('Three-step ways fill up, never through someone who can introduce directly.', () => {
      const network = among([
        strongTie(1, 2),
        strongTie(2, 9),
        strongTie(1, 3),
        strongTie(3, 4),
        strongTie(4, 9),
        strongTie(2, 3),
        strongTie(2, 4),
      ])
      expect(network.waysIn(1, 9, 1).threeStep).toEqual([])
      expect(network.waysIn(1, 9, 3).threeStep.map((way) => way.connectors)).toEqual([[3, 4]])
    })

    test('A step of which nothing is said counts as 1.', () => {
      const network = among([strongTie(1, 2, { shared: 0 }), strongTie(2, 3, { shared: 0 })])
      expect(network.waysIn(1, 3, 1).twoStep).toEqual([{ connectors: [2], steps: [1, 1], score: 1 / 225 }])
    })

    test('The nearest come first, in the given order within a degree.', () => {
      const found = among(chain()).nearest(1, [99, 4, 5, 3, 2, 1], 5)
      expect(found.map(({ id }) => id)).toEqual([1, 2, 3, 4, 99])
    })

    test('Suggestions add up the ways in, and leave out those already connected.', () => {
      const network = among([strongTie(1, 2), strongTie(1, 3), strongTie(2, 3), strongTie(2, 8), strongTie(3, 8), strongTie(2, 7)])
      expect(network.suggestions(1, 9).people).toEqual([
        { id: 8, mutualCount: 2, score: 2 },
        { id: 7, mutualCount: 1, score: 1 },
      ])
    })

    test('A removed tie and a removed member are gone, and may come back.', () => {
      const network = among(chain())
      network.removeTie(3, 2)
      expect([network.hasTie(2, 3), network.tieCount, network.degree(1, 3)]).toEqual([false, 3, 'further'])
      network.setTie(strongTie(2, 3))
      network.removeMember(4)
      expect([network.memberCount, network.tieCount, network.degree(1, 3), network.degree(3, 4)]).toEqual([4, 2, 2, 'further'])
      network.setTie(strongTie(3, 4))
      expect([network.memberCount, network.degree(3, 4), network.degree(2, 4)]).toEqual([5, 1, 'further'])
    })

    test('Loading replaces what was there, and the later of two rows for one tie counts.', () => {
      const network = among(chain())
      network.load(
        [strongTie(7, 8, { shared: 2 }), strongTie(8, 9), strongTie(7, 8, { shared: 5 })],
        [7, 8, 9].map((id) => ({ id, shown: true })),
      )
      expect([network.memberCount, network.tieCount, network.hasTie(1, 2)]).toEqual([3, 2, false])
      expect(network.waysIn(7, 9, 1).twoStep[0]?.steps).toEqual([5, 15])
    })

    test('A hub of many hundreds is met from either side, and its row survives growing and shrinking.', () => {
      const spokes = Array.from({ length: 900 }, (_, i) => 1000 + i * 7)
      const network = among([...spokes.map((id) => strongTie(1, id)), strongTie(1000, 5), strongTie(5, 6)])
      expect([network.degree(5, 7286), network.degree(6, 1007), network.degree(6, 1), network.degree(1, 6)]).toEqual([3, 'further', 3, 3])
      expect([network.degree(1007, 5), network.waysIn(1007, 5, 2).threeStep[0]?.connectors]).toEqual([3, [1, 1000]])
      for (const id of spokes.slice(1)) network.removeTie(id, 1)
      expect([network.tieCount, network.degree(1000, 1), network.hasTie(1, 1007)]).toEqual([3, 1, false])
    })

    test('Flipping a tie that third persons may not see changes no answer of theirs.', () => {
      const given = fc.tuple(start, fc.array(change, { maxLength: 4 }), tie)
      fc.assert(
        fc.property(given, ([{ ties, members }, changes, one]) => {
          const [network, other] = [create(), create()]
          for (const each of [network, other]) {
            each.load(ties, members)
            for (const apply of changes) apply(each)
            each.removeTie(one.lowId, one.highId)
          }
          const secret = { ...one, hidden: one.hidden || one.shared > 7 }
          if (!secret.hidden) for (const each of [network, other]) each.setMember(one.shared > 3 ? one.lowId : one.highId, { shown: false })
          other.setTie(secret)
          for (const viewer of caseIds) {
            if (viewer !== one.lowId && viewer !== one.highId) expect(allAnswers(other, viewer)).toEqual(allAnswers(network, viewer))
          }
        }),
        { numRuns: 150 },
      )
    })

    test('What each side feels privately changes no answer of anyone else.', () => {
      fc.assert(
        fc.property(start, tie, strength, ({ ties, members }, one, felt) => {
          const [network, other] = [create(), create()]
          network.load([...ties, one], members)
          other.load([...ties, { ...one, lowOwn: felt }], members)
          for (const viewer of caseIds) if (viewer !== one.lowId) expect(allAnswers(other, viewer)).toEqual(allAnswers(network, viewer))
        }),
        { numRuns: 80 },
      )
    })

    test('Degrees, ways and counts agree with one another.', () => {
      fc.assert(
        fc.property(start, memberId, ({ ties, members }, viewer) => {
          const network = create()
          network.load(ties, members)
          const degrees = network.degrees(viewer, caseIds)
          const counts = network.countByDegree(viewer)
          expect([1, 2, 3].map((degree) => degrees.filter((one) => one === degree).length)).toEqual([
            counts.first,
            counts.second,
            counts.third,
          ])
          for (const [i, target] of caseIds.entries()) {
            const { twoStepCount, threeStep } = network.waysIn(viewer, target, 50)
            const degree = degrees[i]
            if (degree === 2) expect(twoStepCount).toBeGreaterThan(0)
            if (degree === 3) expect([twoStepCount, threeStep.length > 0]).toEqual([0, true])
            if (degree === 'further' || degree === 0) expect([twoStepCount, threeStep.length]).toEqual([0, 0])
          }
          expect(network.suggestions(viewer, 50).people).toHaveLength(counts.second)
        }),
        { numRuns: 150 },
      )
    })
  })
}
