// Both networks pass the same cases, and the fast one answers as the obvious one on 10,000 random networks that change.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createCompactNetwork } from './compact.ts'
import { createNaiveNetwork } from './naive.ts'
import { allAnswers, caseIds, change, memberId, networkCases, start } from './network.cases.ts'

networkCases('The obvious network', createNaiveNetwork)
networkCases('The compact network', createCompactNetwork)

test('The compact network answers as the obvious one on 10,000 random networks with random changes.', { timeout: 300_000 }, () => {
  const given = fc.tuple(start, fc.array(change, { maxLength: 6 }), memberId, memberId, fc.integer({ min: 0, max: 6 }))
  fc.assert(
    fc.property(given, ([{ ties, members }, changes, viewer, other, limit]) => {
      const [fast, obvious] = [createCompactNetwork(), createNaiveNetwork()]
      for (const network of [fast, obvious]) {
        network.load(ties, members)
        for (const apply of changes) apply(network)
      }
      expect([fast.memberCount, fast.tieCount, fast.hasTie(viewer, other)]).toEqual([
        obvious.memberCount,
        obvious.tieCount,
        obvious.hasTie(viewer, other),
      ])
      expect(allAnswers(fast, viewer, caseIds, limit)).toEqual(allAnswers(obvious, viewer, caseIds, limit))
    }),
    { numRuns: 10_000 },
  )
})

test('Suggestions within a budget are those that the obvious network gives.', () => {
  const given = fc.tuple(start, memberId, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 12 }))
  fc.assert(
    fc.property(given, ([{ ties, members }, viewer, limit, budget]) => {
      const [fast, obvious] = [createCompactNetwork(), createNaiveNetwork()]
      for (const network of [fast, obvious]) network.load(ties, members)
      expect(fast.suggestions(viewer, limit, { budget })).toEqual(obvious.suggestions(viewer, limit, { budget }))
    }),
    { numRuns: 2_000 },
  )
})

test('A network grown tie by tie, with hubs, answers as the obvious one and as one loaded at once.', () => {
  const [seed] = fc.sample(fc.integer({ min: 1 }), { numRuns: 1, seed: 7 })
  let state = seed ?? 1
  const below = (bound: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * bound)
  }
  const id = (n: number) => (n * 2_654_435 + 11) >>> 0
  const members = Array.from({ length: 400 }, (_, n) => ({ id: id(n), shown: below(10) > 0 }))
  const ties = Array.from({ length: 1200 }, () => {
    const [a, b] = [below(3) === 0 ? below(3) : below(400), below(400)]
    const ends = [id(a), id(a === b ? (b + 1) % 400 : b)]
    const strengths = { lowOwn: below(16), highOwn: below(16), shared: below(16), hidden: below(9) === 0 }
    return { lowId: Math.min(...ends), highId: Math.max(...ends), ...strengths }
  })
  const [grown, loaded, obvious] = [createCompactNetwork(), createCompactNetwork(), createNaiveNetwork()]
  for (const network of [grown, obvious]) {
    for (const tie of ties) network.setTie(tie)
    for (const { id: member, shown } of members) network.setMember(member, { shown })
  }
  loaded.load(ties, members)
  expect([grown.tieCount, loaded.tieCount]).toEqual([obvious.tieCount, obvious.tieCount])
  const others = Array.from({ length: 25 }, (_, n) => id(n < 4 ? n : below(400)))
  for (const viewer of others) {
    const answers = allAnswers(obvious, viewer, others, 10)
    expect(allAnswers(grown, viewer, others, 10)).toEqual(answers)
    expect(allAnswers(loaded, viewer, others, 10)).toEqual(answers)
  }
})
