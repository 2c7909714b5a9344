// Where a question is answered: by what it costs, for members with tens of thousands of connections too.
import { createCompactNetwork } from '@entregent/lib/graph/compact.ts'
import type { Tie } from '@entregent/lib/graph/network.ts'
import { describe, expect, it } from 'vitest'
import { answerHeavy, type HeavyQuestion, isCheap, serve } from './heavy-questions.ts'

const [hub, other, ordinary] = [1, 2, 3]

/** Two with 30,000 connections each, all of them in common, and one with two; and more ties, if any. */
function networkOfHubs(more: readonly Tie[] = []) {
  const network = createCompactNetwork()
  const ties = Array.from({ length: 30_000 }, (_, at) => at + 10).flatMap((id) => [hub, other].map((one) => tied(one, id)))
  ties.push(tied(ordinary, 10), tied(ordinary, 11), ...more)
  const ids = new Set(ties.flatMap(({ lowId, highId }) => [lowId, highId]))
  network.load(
    ties,
    Array.from(ids, (id) => ({ id, shown: true })),
  )
  return network
}

function tied(a: number, b: number, hidden = false): Tie {
  return { lowId: Math.min(a, b), highId: Math.max(a, b), lowOwn: 0, highOwn: 0, shared: 5, hidden }
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
      longRows: answered({ ask: 'nearest', viewer: ordinary, candidates: Uint32Array.of(hub, other), limit }),
      beyondHubs: answered({ ask: 'nearest', viewer: 12, candidates: new Uint32Array(50), limit }),
      suggestionsOfHub: answered({ ask: 'suggestions', viewer: hub, limit }),
    }).toEqual({
      mutualOfHubs: 'aside',
      mutual: 'here',
      degreeOfHubs: 'aside',
      degree: 'here',
      many: 'aside',
      few: 'here',
      longRows: 'aside',
      beyondHubs: 'aside',
      suggestionsOfHub: 'aside',
    })
  })

  it('are not told in part for what a target hides', async () => {
    const [viewer, target, friend] = [40_001, 40_002, 40_003]
    // The viewer's walk is long; back from the target it is short, but for what they hide.
    const open = [tied(hub, viewer), tied(other, viewer), tied(target, friend)]
    const secrets = [tied(hub, target, true), tied(other, target, true)]
    for (let id = 10; id < 1_010; id++) secrets.push(tied(id, target, true))
    const told = [open, [...open, ...secrets]].map(async (ties) => {
      const network = networkOfHubs(ties)
      const busy = serve(network, (question) => Promise.resolve(isCheap(network, question) ? answerHeavy(network, question) : undefined))
      return [
        await busy.degree(viewer, target),
        await busy.waysIn(viewer, target, 3),
        await busy.waysInEach(viewer, [target, friend], 3),
        await busy.mutual(viewer, target, 3),
      ]
    })
    const [ofOpen, ofSecretive] = await Promise.all(told)
    expect(ofSecretive).toEqual(ofOpen)
    expect(ofOpen?.[0]).toBe('further')
  })

  it('leave a page of people their ways, however many one of them hides', async () => {
    const [viewer, target, secretive] = [10, 12, 40_002]
    const network = networkOfHubs(Array.from({ length: 60_000 }, (_, at) => tied(secretive, at + 50_000, true)))
    const late = serve(network, () => Promise.resolve(undefined))
    const [, second] = await late.waysInEach(viewer, [secretive, target], 1)
    expect(second).toMatchObject({ twoStepCount: 2 })
  })

  it('say so where there was no time', async () => {
    const network = networkOfHubs()
    const late = serve(network, () => Promise.resolve(undefined))
    expect(await late.mutual(hub, other, 3)).toBeUndefined()
    expect(await late.degree(hub, other)).toBeUndefined()
    expect(await late.suggestions(hub, 3)).toEqual({ people: [], partial: true })
    const whole = serve(network, (question) => Promise.resolve(answerHeavy(network, question)))
    const candidates = [10, 40_000, 40_000, ordinary, 11, 10]
    const { people } = await late.nearest(ordinary, candidates, 6)
    expect(people.map(({ id }) => id)).toEqual((await whole.nearest(ordinary, candidates, 6)).people.map(({ id }) => id))
    expect(people.map(({ degree }) => degree)).toEqual([0, 1, 1, 1, undefined, undefined])
    expect((await late.nearest(ordinary, candidates, -1)).people).toEqual([])
    expect(await late.waysIn(ordinary, hub, 3)).toEqual({ ...network.waysIn(ordinary, hub, 3, { steps: 2 }), partial: true })
  })
})
