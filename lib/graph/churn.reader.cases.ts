// The reading thread of churn.test.ts: asks without a pause while another thread writes, and says what it saw that cannot be.
import { parentPort, workerData } from 'node:worker_threads'
import { openNetwork } from './reader.ts'

const { shared, members, seed } = workerData as { shared: SharedArrayBuffer; members: number; seed: number }
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

// Answers may be of a moment ago, half a tie older at one end; but each must be possible in itself.
function ask(): void {
  const [viewer, target] = [below(members), below(members)]
  const degree = network.degree(viewer, target)
  if (degree !== 'further' && ![0, 1, 2, 3].includes(degree)) faults.push(`degree ${degree}`)
  const { twoStep, threeStep, twoStepCount } = network.waysIn(viewer, target, 5)
  if (twoStep.length > twoStepCount) faults.push(`${twoStep.length} ways of ${twoStepCount}`)
  for (const { connectors, steps, score } of [...twoStep, ...threeStep]) {
    if (connectors.some((id) => id > members) || connectors.includes(target)) faults.push(`connectors ${connectors.join(' ')}`)
    if (!(score > 0 && score <= 1) || steps.some((step) => step < 1 || step > 15)) faults.push(`score ${score} of ${steps.join(' ')}`)
  }
  const targets = Array.from({ length: 20 }, () => below(members))
  if (network.degrees(viewer, targets).length !== 20) faults.push('degrees')
  const candidates = Uint32Array.from(new Set(targets)).sort()
  for (const near of [network.nearest(viewer, candidates, 7), network.nearest(viewer, Array.from(candidates), 7)]) {
    if (near.length !== Math.min(7, candidates.length)) faults.push(`${near.length} of ${candidates.length} nearest`)
    if (new Set(near.map(({ id }) => id)).size !== near.length) faults.push('somebody twice among the nearest')
  }
  // See churn.test.ts: their only tie comes and goes. With one half of it seen alone they may seem to be at the third degree, but never at the second.
  const single = members
  const told = [
    network.degrees(5, [...targets, single]).at(-1),
    network.nearest(5, Uint32Array.of(single), 1)[0]?.degree,
    network.nearest(5, [single], 1)[0]?.degree,
  ]
  if (told.includes(2)) faults.push(`a single tie told as ${told.join(', ')}`)
  const { second, third } = network.countByDegree(viewer)
  if (second + third > members) faults.push(`${second} and ${third} of ${members}`)
  const { people } = network.suggestions(viewer, 5)
  if (people.some(({ id, score }) => id > members || id === viewer || !(score > 0))) faults.push('suggestions')
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
