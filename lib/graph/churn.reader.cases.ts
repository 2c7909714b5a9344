// The reading thread of churn.test.ts: asks without a pause while another thread writes, and says what it saw that cannot be.
import { parentPort, workerData } from 'node:worker_threads'
import { steadyOf } from './churn.steady.cases.ts'
import { postingOf } from './posting.ts'
import { openNetwork } from './reader.ts'

const { shared, members, seed } = workerData as { shared: SharedArrayBuffer; members: number; seed: number }
// Whatever changes, they know the same three, and those three all of them; see churn.test.ts.
const steady = steadyOf(members)
const theSteady = postingOf(Uint32Array.from([...steady.hubs, ...steady.people]))
let network = openNetwork(shared)
let state = seed
let asked = 0
let generations = 1
let stopping = false
const faults: string[] = []

function below(bound: number): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
  return Math.floor((state / 2 ** 32) * bound)
}

// Of those whose own ties never change every answer is known, however much changes around them.
function askTheSteady(): void {
  const [viewer, target] = [steady.people[below(steady.people.length)] as number, steady.people[below(steady.people.length)] as number]
  if (viewer === target) return
  const told = {
    degree: network.degree(viewer, target),
    degrees: network.degrees(viewer, steady.people).filter((degree) => degree !== 2).length,
    mutual: network.mutual(viewer, target, 5).ids.join(' '),
    twoSteps: network.waysIn(viewer, target, 3).twoStepCount,
    nearest: network.nearest(viewer, Uint32Array.from([...steady.hubs, ...steady.people]), 50).map(({ degree }) => degree),
    listed: network.nearest(viewer, [...steady.people, ...steady.hubs], 50).map(({ degree }) => degree),
    posted: network.nearest(viewer, theSteady, 50).map(({ degree }) => degree),
  }
  const nearest = [0, 1, 1, 1, ...steady.people.slice(1).map(() => 2)]
  const expected = { degree: 2, degrees: 1, mutual: steady.hubs.join(' '), twoSteps: 3, nearest, listed: nearest, posted: nearest }
  if (JSON.stringify(told) !== JSON.stringify(expected)) faults.push(`of the steady: ${JSON.stringify(told)}`)
}

// Answers may be of a moment ago, half a tie older at one end; but each must be possible in itself.
function ask(): void {
  askTheSteady()
  const [viewer, target] = [below(members), below(members)]
  const degree = network.degree(viewer, target)
  if (degree !== 'further' && ![0, 1, 2, 3].includes(degree)) faults.push(`degree ${degree}`)
  const { twoStep, threeStep, twoStepCount } = network.waysIn(viewer, target, 5)
  if (twoStep.length > twoStepCount) faults.push(`${twoStep.length} ways of ${twoStepCount}`)
  for (const { connectors, steps, score } of [...twoStep, ...threeStep]) {
    if (connectors.some((id) => id > steady.last) || connectors.includes(target)) faults.push(`connectors ${connectors.join(' ')}`)
    if (!(score > 0 && score <= 1) || steps.some((step) => step < 1 || step > 15)) faults.push(`score ${score} of ${steps.join(' ')}`)
  }
  const targets = Array.from({ length: 20 }, () => below(members))
  if (network.degrees(viewer, targets).length !== 20) faults.push('degrees')
  const candidates = Uint32Array.from(new Set(targets)).sort()
  for (const given of [candidates, Array.from(candidates), postingOf(candidates)]) {
    const near = network.nearest(viewer, given, 7)
    if (near.length !== Math.min(7, candidates.length)) faults.push(`${near.length} of ${candidates.length} nearest`)
    if (new Set(near.map(({ id }) => id)).size !== near.length) faults.push('somebody twice among the nearest')
  }
  // See churn.test.ts: their only tie comes and goes. With one half of it seen alone they may seem to be at the third degree, but never at the second.
  const single = members
  const told = [
    network.degrees(5, [...targets, single]).at(-1),
    network.nearest(5, Uint32Array.of(single), 1)[0]?.degree,
    network.nearest(5, [single], 1)[0]?.degree,
    network.nearest(5, postingOf(Uint32Array.of(single)), 1)[0]?.degree,
  ]
  if (told.includes(2)) faults.push(`a single tie told as ${told.join(', ')}`)
  const { second, third } = network.countByDegree(viewer)
  if (second + third > steady.last) faults.push(`${second} and ${third} of ${members}`)
  const { people } = network.suggestions(viewer, 5)
  if (people.some(({ id, score }) => id > steady.last || id === viewer || !(score > 0))) faults.push('suggestions')
  asked++
}

parentPort?.on('message', (message: { shared?: SharedArrayBuffer; stop?: boolean }) => {
  if (message.stop) stopping = true
  if (!message.shared) return
  network.close()
  network = openNetwork(message.shared)
  generations++
})

function turn(): void {
  const end = performance.now() + 20
  try {
    while (performance.now() < end && faults.length < 10) ask()
  } catch (error) {
    faults.push(String((error as Error).stack))
  }
  if (!stopping && faults.length === 0) setImmediate(turn)
  else parentPort?.postMessage({ asked, generations, faults })
}
turn()
parentPort?.postMessage('ready')
