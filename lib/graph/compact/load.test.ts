// A load in pieces, in any order, by one thread or with another's help, gives the network that its ties make one by one.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createCompactNetwork } from '../compact.ts'
import { createNaiveNetwork } from '../naive.ts'
import { allAnswers, caseIds, start } from '../network.cases.ts'
import type { NetworkLoader, Tie } from '../network.ts'
import { makePages } from './load.ts'

function addTies(loader: NetworkLoader, ties: readonly Tie[]): void {
  const bytes = (of: (tie: Tie) => number) => Uint8Array.from(ties, of)
  loader.addTies({
    count: ties.length,
    lowIds: Uint32Array.from(ties, ({ lowId }) => lowId),
    highIds: Uint32Array.from(ties, ({ highId }) => highId),
    lowOwn: bytes(({ lowOwn }) => lowOwn),
    highOwn: bytes(({ highOwn }) => highOwn),
    shared: bytes(({ shared }) => shared),
    hidden: bytes(({ hidden }) => (hidden ? 1 : 0)),
  })
}

test('A load with another thread’s help is the load by one, for sparse ids and dense ones.', async () => {
  await fc.assert(
    fc.asyncProperty(start, fc.nat(30), async ({ ties, members }, cut) => {
      const [alone, helped, obvious] = [createCompactNetwork(), createCompactNetwork(), createNaiveNetwork()]
      let asked = 0
      const failures: unknown[] = []
      for (const network of [alone, helped]) {
        const loader = network.startLoad()
        // Members come before, between or after the ties.
        addTies(loader, ties.slice(0, cut))
        loader.addMembers(
          Uint32Array.from(members, ({ id }) => id),
          Uint8Array.from(members, ({ shown }) => (shown ? 1 : 0)),
        )
        addTies(loader, ties.slice(cut))
        if (network === alone) loader.finish()
        else {
          await loader.finishWith(
            async (work) => {
              asked++
              await Promise.resolve()
              // Not every helper is of help.
              if (cut % 3 === 0) throw new Error('no memory')
              return makePages(work)
            },
            (error) => failures.push(error),
            0,
          )
        }
      }
      obvious.load(ties, members)
      expect(asked).toBeLessThanOrEqual(1)
      expect(failures).toHaveLength(cut % 3 === 0 ? asked : 0)
      for (const network of [alone, helped]) {
        expect([network.memberCount, network.tieCount]).toEqual([obvious.memberCount, obvious.tieCount])
        for (const viewer of caseIds) expect(allAnswers(network, viewer)).toEqual(allAnswers(obvious, viewer))
      }
    }),
    { numRuns: 200 },
  )
})

test('A million halves in many runs, pieces and slabs come back to their owners.', async () => {
  const members = 30_000
  let state = 9
  const below = (bound: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * bound)
  }
  const seen = new Set<number>()
  const ties: Tie[] = []
  while (ties.length < 400_000) {
    const [a, b] = [below(members), below(below(members) + 1)]
    const [lowId, highId] = [Math.min(a, b), Math.max(a, b)]
    if (a === b || seen.has(lowId * members + highId)) continue
    seen.add(lowId * members + highId)
    ties.push({ lowId, highId, lowOwn: below(16), highOwn: below(16), shared: below(16), hidden: below(9) === 0 })
  }
  const network = createCompactNetwork()
  const loader = network.startLoad()
  for (let at = 0; at < ties.length; at += 5_000) addTies(loader, ties.slice(at, at + 5_000))
  let helped = 0
  await loader.finishWith(
    async (work) => {
      helped = work.pages.length
      return makePages(work)
    },
    undefined,
    1,
  )
  expect(helped).toBeGreaterThan(0)
  expect(network.tieCount).toBe(ties.length)
  const sizes = new Uint32Array(members)
  for (const { lowId, highId } of ties) for (const id of [lowId, highId]) sizes[id] = (sizes[id] as number) + 1
  expect(ties.filter(({ lowId, highId }) => !network.hasTie(lowId, highId) || !network.hasTie(highId, lowId))).toEqual([])
  expect(Array.from({ length: members }, (_, id) => id).filter((id) => network.countByDegree(id).first !== sizes[id])).toEqual([])
})
