// The questions that index and peers are asked, and how an answer becomes a checksum that any engine can reach.
import { suggestionBudget } from '@entregent/core/network/heavy-questions.ts'
import type { Degree, Suggestions, WayIn } from '@entregent/lib/graph/network.ts'
import { postingOf } from '@entregent/lib/graph/posting.ts'
import { createChance } from './exact.ts'
import type { PairSet, SetName } from './pairs.ts'
import type { Subject } from './subject.ts'
import { digestOf, type Question, setDigest } from './timing.ts'

export const queryNames = [
  'degree',
  'degrees-100',
  'ways-2',
  'ways-3',
  'mutual',
  'nearest-20',
  'nearest-20-kept',
  'nearest-20-ranked',
  'suggestions-20',
  'suggestions-budget',
  'second',
  'third',
] as const
export type QueryName = (typeof queryNames)[number]

/** How many of a way's best, of the nearest, of the suggested. */
export const WAYS = 10
export const NEAREST = 20
export const SUGGESTED = 20
/** With each of the nearest at the second degree, so many who can introduce; the peers are not asked for them. */
const CONNECTORS = 3
const TARGETS = 100
/** Candidates at most, where they come in an order of their own. */
const RANKED = 100_000
const EVERYBODY = 0x7fffffff
const nobody = postingOf(new Uint32Array())

/** 0 to 3, and 4 for further. */
export function degreeNumber(degree: Degree): number {
  return degree === 'further' ? 4 : degree
}

export const digests = {
  degree: (degree: number) => degree,
  degrees: (degrees: readonly Degree[]) => digestOf(degrees.map(degreeNumber)),
  /** Ways best first, each its connectors and the product of its steps' strengths. */
  ways: (ways: readonly (readonly number[])[]) => digestOf(ways.flat()),
  set: (ids: Iterable<number>) => setDigest(ids),
  nearest: (rows: readonly { readonly id: number; readonly degree: number }[]) => digestOf(rows.flatMap(({ id, degree }) => [id, degree])),
  suggestions: (rows: readonly { readonly id: number; readonly mutualCount: number; readonly points: number }[]) =>
    digestOf(rows.flatMap(({ id, mutualCount, points }) => [id, mutualCount, points])),
  count: (count: number) => count,
} as const

/** The question of this name about each pair in turn. */
export function indexQuestion({ network, postings }: Subject, name: QueryName, { viewers, targets, skills }: PairSet): Question {
  const viewer = (at: number) => viewers[at] as number
  const target = (at: number) => targets[at] as number
  const hundred = (at: number) => Array.from({ length: TARGETS }, (_, step) => targets[(at + step) % targets.length] as number)
  let list: readonly number[] = []
  let posting = nobody
  let ranked: readonly number[] = []
  let limit = WAYS
  const questions: Record<QueryName, Question> = {
    degree: { ask: (at) => network.degree(viewer(at), target(at)), digest: (degree: Degree) => digests.degree(degreeNumber(degree)) },
    // Asked once before, so that the viewer's second degree is where the index keeps it.
    'degrees-100': {
      ready: (at) => {
        list = hundred(at)
        network.degrees(viewer(at), list)
      },
      ask: (at) => network.degrees(viewer(at), list),
      digest: digests.degrees,
    },
    // With as many asked for as there are, up to ten, no search of three steps follows.
    'ways-2': {
      ready: (at) => {
        limit = Math.max(1, Math.min(WAYS, network.mutual(viewer(at), target(at), 0).count))
      },
      ask: (at) => network.waysIn(viewer(at), target(at), limit),
      digest: ({ twoStep }: { twoStep: readonly WayIn[] }) => digests.ways(twoStep.map(wayNumbers)),
    },
    'ways-3': {
      ask: (at) => network.waysIn(viewer(at), target(at), WAYS),
      digest: ({ threeStep }: { threeStep: readonly WayIn[] }) => digests.ways(threeStep.map(wayNumbers)),
    },
    mutual: {
      ask: (at) => network.mutual(viewer(at), target(at), EVERYBODY),
      digest: ({ ids }: { ids: readonly number[] }) => digests.set(ids),
    },
    'nearest-20': {
      ready: (at) => {
        posting = postings[skills[at] as number] ?? nobody
      },
      ask: (at) => network.nearest(viewer(at), posting, NEAREST, { connectors: CONNECTORS }),
      digest: (rows: readonly { id: number; degree: Degree }[]) =>
        digests.nearest(rows.map(({ id, degree }) => ({ id, degree: degreeNumber(degree) }))),
    },
    // As from the third search of a viewer on: their second degree is where the index keeps it. Nobody has asked for this skill.
    'nearest-20-kept': {
      ready: (at) => {
        const others = postings[skills[(at + 1) % skills.length] as number] ?? nobody
        for (let before = 0; before < 3; before++) network.nearest(viewer(at), others, NEAREST)
        posting = postings[skills[at] as number] ?? nobody
      },
      ask: (at) => network.nearest(viewer(at), posting, NEAREST, { connectors: CONNECTORS }),
      digest: (rows: readonly { id: number; degree: Degree }[]) =>
        digests.nearest(rows.map(({ id, degree }) => ({ id, degree: degreeNumber(degree) }))),
    },
    // As pages ask, who list equally near people by how well they match: in an order that has nothing to do with ids.
    'nearest-20-ranked': {
      ready: (at) => {
        ranked = shuffled((postings[skills[at] as number] ?? nobody).ids)
      },
      ask: (at) => network.nearest(viewer(at), ranked, NEAREST),
      digest: (rows: readonly { id: number; degree: Degree }[]) => digests.degrees(rows.map(({ degree }) => degree)),
    },
    'suggestions-20': {
      ask: (at) => network.suggestions(viewer(at), SUGGESTED),
      digest: ({ people }: Suggestions) =>
        digests.suggestions(people.map(({ id, mutualCount, score }) => ({ id, mutualCount, points: Math.round(score * 225) }))),
    },
    // As the server asks them.
    'suggestions-budget': {
      ask: (at) => network.suggestions(viewer(at), SUGGESTED, { budget: suggestionBudget }),
      digest: ({ people }: Suggestions) => people.length,
    },
    second: { ask: (at) => network.countSecond(viewer(at)), digest: digests.count },
    third: { ask: (at) => network.countByDegree(viewer(at)), digest: ({ third }: { third: number }) => digests.count(third) },
  }
  return questions[name]
}

/** A sample of the ids in an order of chance; no more than a search hands over. */
function shuffled(ids: Uint32Array): number[] {
  const chance = createChance(1, 'ranks')
  const list = Array.from(ids)
  const count = Math.min(list.length, RANKED)
  for (let at = 0; at < count; at++) {
    const other = at + chance.below(list.length - at)
    ;[list[at], list[other]] = [list[other] as number, list[at] as number]
  }
  return list.slice(0, count)
}

function wayNumbers({ connectors, steps }: WayIn): number[] {
  return [...connectors, steps.reduce((product, step) => product * step, 1)]
}

/** The pairs of a set that the question is meant for: three steps are looked for where fewer than ten ways of two steps are. */
export function pairsFor(name: QueryName, pairs: PairSet, { network }: Subject): PairSet {
  const keep = (wanted: (at: number) => boolean): PairSet => {
    const places = Array.from(pairs.viewers.keys()).filter(wanted)
    const pick = (column: Uint32Array) => Uint32Array.from(places, (at) => column[at] as number)
    return { viewers: pick(pairs.viewers), targets: pick(pairs.targets), skills: pick(pairs.skills) }
  }
  const mutual = (at: number) => network.mutual(pairs.viewers[at] as number, pairs.targets[at] as number, 0).count
  if (name === 'ways-2') return keep((at) => mutual(at) > 0)
  if (name === 'ways-3')
    return keep((at) => mutual(at) === 0 && network.degree(pairs.viewers[at] as number, pairs.targets[at] as number) !== 1)
  return pairs
}

/** The sets a question is asked about. */
export function setsFor(name: QueryName): readonly SetName[] {
  if (name === 'ways-2') return ['N', 'L']
  if (name === 'ways-3') return ['U', 'L']
  return name === 'degree' || name === 'degrees-100' || name === 'mutual' ? ['U', 'L', 'N'] : ['U', 'L']
}
