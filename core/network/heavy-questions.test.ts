// Where a question is answered: by what it costs, for members with tens of thousands of connections too.
import { createCompactNetwork } from '@entregent/lib/graph/compact.ts'
import { describe, expect, it } from 'vitest'
import { type HeavyQuestion, isCheap, serve } from './heavy-questions.ts'

const [hub, other, ordinary] = [1, 2, 3]

/** Two with 30,000 connections each, all of them in common, and one with two. */
function networkOfHubs() {
  const network = createCompactNetwork()
  const ties = Array.from({ length: 30_000 }, (_, at) => at + 10).flatMap((id) =>
    [hub, other].map((lowId) => ({ lowId, highId: id, lowOwn: 0, highOwn: 0, shared: 5, hidden: false })),
  )
  ties.push(...[10, 11].map((highId) => ({ lowId: ordinary, highId, lowOwn: 0, highOwn: 0, shared: 5, hidden: false })))
  network.load(
    ties,
    Array.from({ length: 30_010 }, (_, id) => ({ id, shown: true })),
  )
  return network
}

describe('The heavy questions of the network index', () => {
  it('are cheap for most, and not where long rows are read', () => {
    const network = networkOfHubs()
    const answered = (question: HeavyQuestion) => (isCheap(network, question) ? 'here' : 'aside')
    const limit = 20
    expect({
      mutualOfHubs: answered({ ask: 'mutual', viewer: hub, other, limit }),
      mutual: answered({ ask: 'mutual', viewer: ordinary, other, limit }),
      degreeOfHubs: answered({ ask: 'degree', viewer: hub, target: other }),
      degree: answered({ ask: 'degree', viewer: ordinary, target: 12 }),
      many: answered({ ask: 'nearest', viewer: ordinary, candidates: new Uint32Array(100_000), limit }),
      few: answered({ ask: 'nearest', viewer: ordinary, candidates: new Uint32Array(50), limit }),
      beyondHubs: answered({ ask: 'nearest', viewer: 12, candidates: new Uint32Array(50), limit }),
      suggestionsOfHub: answered({ ask: 'suggestions', viewer: hub, limit }),
    }).toEqual({
      mutualOfHubs: 'aside',
      mutual: 'here',
      degreeOfHubs: 'aside',
      degree: 'here',
      many: 'aside',
      few: 'here',
      beyondHubs: 'aside',
      suggestionsOfHub: 'aside',
    })
  })

  it('say so where there was no time', async () => {
    const network = networkOfHubs()
    const late = serve(network, () => Promise.resolve(undefined))
    expect(await late.mutual(hub, other, 3)).toBeUndefined()
    expect(await late.degree(hub, other)).toBeUndefined()
    expect(await late.suggestions(hub, 3)).toEqual({ people: [], partial: true })
    expect(await late.waysIn(ordinary, hub, 3)).toEqual({ ...network.waysIn(ordinary, hub, 3, { steps: 2 }), partial: true })
  })
})
