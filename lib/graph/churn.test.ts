// One thread changes the network without a pause while two others read it; afterwards it is what a network made at once would be, and what the
// obvious one is. A million changes: `CHURN=1000000 npx vitest run --project lib lib/graph/churn.test.ts`.
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { steadyOf } from './churn.steady.cases.ts'
import { createCompactNetwork } from './compact.ts'
import { createNaiveNetwork } from './naive.ts'
import { allAnswers } from './network.cases.ts'
import type { Tie } from './network.ts'
import { openNetwork } from './reader.ts'

const changes = Number(process.env['CHURN'] ?? 12_000)
/** So many that a change is to a row of some dozens, as in life; the hubs are a few. */
const members = Math.max(1_000, changes / 50)

function chance(seed: number) {
  let state = seed
  return (bound: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * bound)
  }
}

interface Outcome {
  readonly asked: number
  readonly generations: number
  readonly faults: readonly string[]
}

function startReader(shared: SharedArrayBuffer, seed: number) {
  const worker = new Worker(new URL('churn.reader.cases.ts', import.meta.url), { workerData: { shared, members, seed } })
  const ready = new Promise((resolve) => worker.once('message', resolve))
  const stop = () =>
    new Promise<Outcome>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.postMessage({ stop: true })
    })
  return { worker, ready, stop }
}

test(`A network stays right under ${changes} changes while two threads read it.`, { timeout: 1_800_000 }, async () => {
  const below = chance(7)
  const network = createCompactNetwork({ members })
  const truth = new Map<string, Tie>()
  const shown = new Map<number, boolean>()
  const [sociable, single] = [5, members]
  const steady = steadyOf(members)
  for (let id = 0; id <= steady.last; id++) {
    const isShown = id % 9 !== 0 || id > members
    network.setMember(id, { shown: isShown })
    shown.set(id, isShown)
  }
  for (const [at, lowId] of steady.hubs.entries()) {
    for (const highId of steady.people) {
      const tie = { lowId, highId, lowOwn: 0, highOwn: 0, shared: 15 - at, hidden: false }
      truth.set(`${lowId} ${highId}`, tie)
      network.setTie(tie)
    }
  }
  let generation = network.generation
  const readers = [startReader(network.shared, 11), startReader(network.shared, 13)]
  await Promise.all(readers.map(({ ready }) => ready))

  for (let change = 0; change < changes; change++) {
    // A few hubs, so that long rows are copied under readers' eyes as well.
    const hub = below(8) === 0 ? (steady.hubs[below(3)] as number) : below(5)
    const [a, b] = [below(3) === 0 ? hub : below(members), below(members)]
    if (a === b) continue
    const [lowId, highId] = [Math.min(a, b), Math.max(a, b)]
    // Somebody whose only tie, to somebody with many, comes and goes: never at the second degree.
    if (change % 3 === 0) {
      const tie = { lowId: sociable, highId: single, lowOwn: 0, highOwn: 0, shared: 5, hidden: false }
      if (truth.delete(`${sociable} ${single}`)) network.removeTie(single, sociable)
      else {
        truth.set(`${sociable} ${single}`, tie)
        network.setTie(tie)
      }
    }
    const act = below(100)
    if (act === 0) {
      // A hub but seldom: it gives a row to everybody anew.
      const who = below(20) === 0 && a < members ? a : below(members)
      shown.set(who, !shown.get(who))
      network.setMember(who, { shown: shown.get(who) ?? false })
    } else if (act < 45) {
      truth.delete(`${lowId} ${highId}`)
      network.removeTie(b, a)
    } else {
      const tie = { lowId, highId, lowOwn: below(16), highOwn: below(16), shared: below(16), hidden: below(8) === 0 }
      truth.set(`${lowId} ${highId}`, tie)
      network.setTie(tie)
    }
    if (change % 5_000 === 4_999) network.rebuild()
    if (network.generation !== generation) {
      generation = network.generation
      for (const { worker } of readers) worker.postMessage({ shared: network.shared })
    }
    if (change % 500 === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  const outcomes = await Promise.all(readers.map(({ stop }) => stop()))
  await Promise.all(readers.map(({ worker }) => worker.terminate()))
  for (const { asked, generations, faults } of outcomes) {
    expect(faults).toEqual([])
    expect(asked).toBeGreaterThan(100)
    expect(generations).toBeGreaterThan(1)
  }

  const [made, obvious] = [createCompactNetwork(), createNaiveNetwork()]
  const them = Array.from(shown, ([id, isShown]) => ({ id, shown: isShown }))
  for (const one of [made, obvious]) one.load(truth.values(), them)
  expect([network.memberCount, network.tieCount]).toEqual([steady.last + 1, truth.size])
  const reader = openNetwork(network.shared)
  const viewers = Array.from({ length: 12 }, (_, at) => (at < 3 ? at : below(members)))
  for (const viewer of viewers) {
    const answers = allAnswers(network, viewer, viewers, 10)
    expect(allAnswers(made, viewer, viewers, 10)).toEqual(answers)
    if (viewer === viewers[0] || viewer === viewers[5])
      expect(allAnswers(obvious, viewer, viewers.slice(0, 4), 10)).toEqual(allAnswers(network, viewer, viewers.slice(0, 4), 10))
    expect(reader.degrees(viewer, viewers)).toEqual(network.degrees(viewer, viewers))
  }
  reader.close()
  expect(reader.moved()).toBe(false)
  network.rebuild()
  expect(reader.moved()).toBe(true)
})

test('A network has 64 places for readers, each given back when it is closed.', () => {
  const network = createCompactNetwork()
  const readers = Array.from({ length: 64 }, () => openNetwork(network.shared))
  expect(() => openNetwork(network.shared)).toThrow(RangeError)
  readers[5]?.close()
  expect(openNetwork(network.shared).degree(1, 2)).toBe('further')
})
