// What a reader keeps of a viewer: for how long, and what makes it fall.
import { expect, test } from 'vitest'
import { createCompactNetwork } from '../compact.ts'
import { findInner } from './ids.ts'
import { RECENT } from './layout.ts'
import { findNearest } from './nearest.ts'
import { createScratch } from './scratch.ts'
import { createSecondDegrees } from './second.ts'

const viewer = 1

/** The viewer knows 2 to 40, each of whom knows two more; 5,000 others know one another. */
function networkOfTwoCircles() {
  const network = createCompactNetwork()
  const tie = (lowId: number, highId: number) => ({ lowId, highId, lowOwn: 0, highOwn: 0, shared: 5, hidden: false })
  const ties = Array.from({ length: 39 }, (_, at) => at + 2).flatMap((id) => [tie(viewer, id), tie(id, id * 100), tie(id, id * 100 + 1)])
  for (let id = 10_000; id < 15_000; id++) ties.push(tie(id, id + 1), tie(id, id + 2))
  const ids = new Set(ties.flatMap(({ lowId, highId }) => [lowId, highId]))
  network.load(
    ties,
    Array.from(ids, (id) => ({ id, shown: true })),
  )
  return { network, tie }
}

test('What is kept of a viewer holds through thousands of changes elsewhere, and falls with one that bears on it.', () => {
  const { network, tie } = networkOfTwoCircles()
  const { store } = network
  const second = createSecondDegrees(store, createScratch(store.ids.length))
  const inner = findInner(store, viewer)
  const kept = () => second.of(inner, store.rows[inner] as number)
  const first = kept()
  for (let change = 0; change < RECENT * 3; change++) {
    const low = 10_000 + ((change >>> 1) % 4_000)
    if (change % 2 === 0) network.setTie(tie(low, low + 500))
    else network.removeTie(low, low + 500)
    if (change % 50 === 0) expect(kept()).toBe(first)
  }
  expect(network.store).toBe(store)
  expect(kept()).toBe(first)
  network.setTie(tie(2, 12_000))
  const after = kept()
  expect(after).not.toBe(first)
  expect(after.end - after.first).toBe(first.end - first.first + 1)
  // More changes at once than are told one by one: it cannot be known whether they bear on it.
  for (let change = 0; change < RECENT; change++) network.setTie(tie(10_000, 12_000 + (change % 40)))
  expect(kept()).not.toBe(after)
})

test('Whoever is asked about again has their second degree sorted for good, where that costs but little more than another way.', () => {
  const { network } = networkOfTwoCircles()
  const { store } = network
  const scratch = createScratch(store.ids.length)
  const second = createSecondDegrees(store, scratch)
  const inner = findInner(store, viewer)
  const reach = () => second.of(inner, store.rows[inner] as number)
  // 78 people at the second degree, and few more candidates than that, who are nearly all looked at: nobody of them is there.
  const candidates = Array.from({ length: 88 }, (_, at) => 10_000 + at)
  expect(findNearest(store, scratch, second, inner, candidates, 5)).toHaveLength(5)
  expect(reach().sortedIds).toBeUndefined()
  expect(findNearest(store, scratch, second, inner, candidates, 5)).toHaveLength(5)
  const { sortedIds } = reach()
  expect(sortedIds).toHaveLength(78)
  expect(sortedIds).toEqual(sortedIds?.toSorted())
})
