// What must hold whatever the network: checked on the whole index at sizes that no oracle reaches. The file that the network was made from says
// which ties there are and which are hidden.
import type { Degree, MemberId } from '@entregent/lib/graph/network.ts'
import { createChance } from './exact.ts'
import type { Made } from './file.ts'
import { choosePairs, setNames } from './pairs.ts'
import type { Line } from './steps.ts'
import { loadSubject, type Subject } from './subject.ts'
import { shownOf, tiePieces } from './ties.ts'

const SAMPLED = 2_000_000
const STEPS = 200_000

/** One line for each invariant: how often it was looked at, and how often it did not hold. */
export function checkInvariants({ made, tell }: { readonly made: Made; readonly tell: (line: Line) => void }): void {
  const subject = loadSubject({ made, isPrivate: true })
  const common = { members: made.members, ties: made.ties, seed: made.seed }
  for (const check of [symmetry, triangle, realWays, nearerFirst]) {
    const { looked, broken } = check(subject, made)
    tell({ query: 'invariant', what: check.name, looked, broken, ...common })
  }
}

interface Found {
  readonly looked: number
  readonly broken: number
}

/** Every so many of the ties is there from both ends, and as many ties as were loaded are there at all. */
function symmetry({ network }: Subject, made: Made): Found {
  let [looked, broken] = [0, network.tieCount === made.ties ? 0 : 1]
  const stride = Math.max(1, Math.floor(made.ties / SAMPLED))
  for (const { count, lowIds, highIds } of tiePieces({ made, isPrivate: true })) {
    for (let i = 0; i < count; i += stride) {
      looked++
      const [low, high] = [lowIds[i] as number, highIds[i] as number]
      if (!network.hasTie(low, high) || !network.hasTie(high, low)) broken++
    }
  }
  return { looked, broken }
}

const far = (degree: Degree) => (degree === 'further' ? 4 : degree)

/** Over a tie that third persons may see, nobody is more than one step further than the one before. */
function triangle({ network }: Subject, made: Made): Found {
  const ties = tiesOf(made)
  const chance = createChance(made.seed, 'triangle')
  let [looked, broken] = [0, 0]
  while (looked < STEPS) {
    const near = 1 + chance.below(made.members)
    const target = ties.neighbour(near, chance.below(1 << 30))
    const viewer = ties.neighbour(ties.neighbour(near, chance.below(1 << 30)) ?? near, chance.below(1 << 30))
    if (target === undefined || viewer === undefined || viewer === target || !ties.visible(near, target)) continue
    looked++
    const [first, second] = [far(network.degree(viewer, near)), far(network.degree(viewer, target))]
    if (second > first + 1 && first <= 2) broken++
  }
  return { looked, broken }
}

/** Every way is made of ties that are there; after its first step none is hidden or touches somebody who is not shown; its length is the degree. */
function realWays({ network }: Subject, made: Made): Found {
  const ties = tiesOf(made)
  const sets = choosePairs(made, made.seed, 2_000, 1)
  let [looked, broken] = [0, 0]
  for (const set of setNames) {
    const { viewers, targets } = sets[set].pairs
    for (let at = 0; at < viewers.length; at++) {
      const [viewer, target] = [viewers[at] as number, targets[at] as number]
      const { twoStep, threeStep, twoStepCount } = network.waysIn(viewer, target, 10)
      const degree = network.degree(viewer, target)
      if (degree === 2 && twoStepCount === 0) broken++
      if ((degree === 3 || degree === 'further') && twoStepCount > 0) broken++
      if (degree === 3 && threeStep.length === 0) broken++
      for (const { connectors } of [...twoStep, ...threeStep]) {
        looked++
        const chain = [viewer, ...connectors, target]
        const isReal = chain.slice(1).every((next, step) => {
          const from = chain[step] as MemberId
          return step === 0 ? network.hasTie(from, next) : ties.visible(from, next)
        })
        if (!isReal || new Set(chain).size !== chain.length) broken++
      }
    }
  }
  return { looked, broken }
}

/** Candidates come nearest first, each at the degree that it has when asked alone. */
function nearerFirst({ network, postings }: Subject, made: Made): Found {
  const { viewers, skills } = choosePairs(made, made.seed, 500, 1).U.pairs
  let [looked, broken] = [0, 0]
  for (let at = 0; at < viewers.length; at++) {
    const viewer = viewers[at] as number
    const people = network.nearest(viewer, postings[skills[at] as number] ?? new Uint32Array(), 20)
    for (const [place, { id, degree }] of people.entries()) {
      looked++
      if (network.degree(viewer, id) !== degree || far(people[place - 1]?.degree ?? 0) > far(degree)) broken++
    }
  }
  return { looked, broken }
}

/** The ties as the file has them, by their ends. */
function tiesOf(made: Made) {
  const [starts, highs, marks] = [made.words('starts'), made.words('highs'), made.bytes('highMarks')]
  const shown = shownOf({ made, isPrivate: true })
  const place = (low: number, high: number) => {
    let [from, to] = [starts[low - 1] as number, starts[low] as number]
    while (from < to) {
      const middle = (from + to) >>> 1
      if ((highs[middle] as number) + 1 < high) from = middle + 1
      else to = middle
    }
    return from < (starts[low] as number) && (highs[from] as number) + 1 === high ? from : -1
  }
  return {
    /** One of those above the member; undefined for none. */
    neighbour(id: MemberId, draw: number): MemberId | undefined {
      const [from, to] = [starts[id - 1] as number, starts[id] as number]
      return from === to ? undefined : (highs[from + (draw % (to - from))] as number) + 1
    },
    visible(a: MemberId, b: MemberId): boolean {
      const at = place(Math.min(a, b), Math.max(a, b))
      return at >= 0 && ((marks[at] as number) & 1) === 0 && shown[a - 1] === 1 && shown[b - 1] === 1
    },
  }
}
