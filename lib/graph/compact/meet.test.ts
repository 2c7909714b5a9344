// What two have in common, by every way that rows of their lengths are met, beside what sets have in common.
import { expect, test } from 'vitest'
import { createCompactNetwork } from '../compact.ts'
import type { MemberId, Tie } from '../network.ts'

const [viewer, other] = [1, 2]
const EVERYBODY = 1_000_000

function chance(seed: number) {
  let state = seed
  return (bound: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * bound)
  }
}

test.each([
  [3, 3, 20],
  [40, 60, 200],
  [40, 5_000, 8_000],
  [5_000, 40, 8_000],
  [300, 2_000, 2_600],
  [2_000, 300, 2_600],
  [900, 900, 1_000],
  [1_500, 1_700, 100_000],
])('One of %i and one of %i ties, among %i, have in common whom sets of them have.', (mine, theirs, among) => {
  const below = chance(mine * 7 + theirs)
  const id = () => 10 + below(among)
  const ties = new Map<string, Tie>()
  const add = (lowId: MemberId, highId: MemberId) =>
    ties.set(`${lowId} ${highId}`, { lowId, highId, lowOwn: below(16), highOwn: 0, shared: below(16), hidden: below(6) === 0 })
  for (let at = 0; at < mine; at++) add(viewer, id())
  for (let at = 0; at < theirs; at++) add(other, id())
  const network = createCompactNetwork()
  network.load(
    ties.values(),
    Array.from({ length: among + 10 }, (_, at) => ({ id: at, shown: at % 11 !== 0 })),
  )
  const common: { readonly id: MemberId; readonly points: number }[] = []
  for (const { highId, lowId, lowOwn, shared } of ties.values()) {
    const last = ties.get(`${other} ${highId}`)
    if (lowId !== viewer || !last || last.hidden || highId % 11 === 0) continue
    common.push({ id: highId, points: Math.max(1, lowOwn || shared) * Math.max(1, last.shared) })
  }
  common.sort((a, b) => b.points - a.points || a.id - b.id)
  expect(common.length).toBeGreaterThan(0)
  expect(network.degree(viewer, other)).toBe(2)
  for (const limit of [1, 10, EVERYBODY]) {
    const expected = { count: common.length, ids: common.slice(0, limit).map((one) => one.id) }
    expect(network.mutual(viewer, other, limit)).toEqual(expected)
    // What was marked for one question does not show in the next.
    expect(network.mutual(viewer, other, limit)).toEqual(expected)
    const { twoStep, twoStepCount } = network.waysIn(viewer, other, limit, { steps: 2 })
    expect([twoStepCount, twoStep.map(({ connectors }) => connectors[0])]).toEqual([expected.count, expected.ids])
  }
})
