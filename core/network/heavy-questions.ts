// The questions that may take long for members with many connections: where each is answered, and what is said when there is no time. By cost,
// not by who asks: some 10 ns a tie.
import type { Degree, MutualConnections, Questions, ReachCounts, Suggestions, WaysIn } from '@entregent/lib/graph/network.ts'
import type { NearestPeople, ServedNetwork, ServedWaysIn } from '../services/services.ts'

/** May be sent to another thread. */
export type HeavyQuestion =
  | { readonly ask: 'degree'; readonly viewer: number; readonly target: number }
  | { readonly ask: 'mutual'; readonly viewer: number; readonly other: number; readonly limit: number }
  | { readonly ask: 'waysInEach'; readonly viewer: number; readonly targets: readonly number[]; readonly limit: number }
  | { readonly ask: 'waysIn'; readonly viewer: number; readonly target: number; readonly limit: number }
  /** The candidates in whatever order they were given; so many are sent in an instant as whole numbers of one width. */
  | { readonly ask: 'nearest'; readonly viewer: number; readonly candidates: Uint32Array; readonly limit: number }
  | { readonly ask: 'suggestions'; readonly viewer: number; readonly limit: number }
  | { readonly ask: 'countByDegree'; readonly viewer: number }

export interface HeavyAnswers {
  readonly degree: Degree
  readonly mutual: MutualConnections
  readonly waysInEach: readonly WaysIn[]
  readonly waysIn: WaysIn
  readonly nearest: NearestPeople['people']
  readonly suggestions: Suggestions
  readonly countByDegree: ReachCounts
}

/** Ties that may be walked while nobody else is answered: half a millisecond. */
const inPassing = 50_000
/** Ties that suggestions may walk; each adds to somebody's sum, far away in memory. */
export const suggestionBudget = 200_000
/** Ties behind the second degree up to which the third is counted exactly: a tenth of a second. */
const countBudget = 5_000_000
/** A candidate costs as much as so many ties, and their own besides: whoever is further than two steps away has their row read. */
const perCandidate = 10

/** Where there was no time, so many candidates are held against the viewer's connections: a millisecond for the longest row. */
const lookedAtLate = 2_000

/** Whoever has more connections is not asked in passing what a walk from them costs. */
const fewConnections = 2_000

/** Whether it costs so little that the thread which answers pages may answer it. */
export function isCheap(network: Questions, question: HeavyQuestion): boolean {
  switch (question.ask) {
    case 'degree':
    case 'waysIn':
      return pairCost(network, question.viewer, question.target) <= inPassing
    case 'mutual':
      return rowsOf(network, question.viewer, question.other) <= inPassing
    case 'waysInEach': {
      let left = inPassing
      for (const target of question.targets) {
        left -= pairCost(network, question.viewer, target)
        if (left < 0) return false
      }
      return true
    }
    case 'countByDegree':
      return network.tieCount <= inPassing * 2
    case 'nearest': {
      let left = inPassing - walkCost(network, question.viewer) - question.candidates.length * perCandidate
      for (let at = 0; at < question.candidates.length && left >= 0; at++) left -= network.visibleCount(question.candidates[at] as number)
      return left >= 0
    }
    case 'suggestions':
      return walkCost(network, question.viewer) <= inPassing
  }
}

function walkCost(network: Questions, viewer: number): number {
  return network.connectionCount(viewer) > fewConnections ? Number.POSITIVE_INFINITY : network.cost(viewer)
}

/** What is read of both rows for what they have in common. Of the target's only what anyone may see: what is told in time must not hang on the rest. */
function rowsOf(network: Questions, viewer: number, target: number): number {
  return network.connectionCount(viewer) + network.visibleCount(target)
}

/** Both rows are read, and the lesser walk is made. */
function pairCost(network: Questions, viewer: number, target: number): number {
  const rows = rowsOf(network, viewer, target)
  if (rows > inPassing) return rows
  const back = network.visibleCount(target) > fewConnections ? Number.POSITIVE_INFINITY : network.costTowards(target)
  return rows * 2 + Math.min(walkCost(network, viewer), back)
}

/** The whole answer. */
export function answerHeavy<Q extends HeavyQuestion>(network: Questions, question: Q): HeavyAnswers[Q['ask']]
export function answerHeavy(network: Questions, question: HeavyQuestion): HeavyAnswers[HeavyQuestion['ask']] {
  switch (question.ask) {
    case 'degree':
      return network.degree(question.viewer, question.target)
    case 'mutual':
      return network.mutual(question.viewer, question.other, question.limit)
    case 'waysInEach':
      return question.targets.map((target) => network.waysIn(question.viewer, target, question.limit))
    case 'waysIn':
      return network.waysIn(question.viewer, question.target, question.limit)
    case 'nearest':
      return network.nearest(question.viewer, Array.from(question.candidates), question.limit)
    case 'suggestions':
      return network.suggestions(question.viewer, question.limit, { budget: suggestionBudget })
    case 'countByDegree':
      return network.countByDegree(question.viewer, { budget: countBudget })
  }
}

/** Gives the whole answer, or undefined when it takes too long. */
export type AskHeavy = <Q extends HeavyQuestion>(question: Q) => Promise<HeavyAnswers[Q['ask']] | undefined>

/** The network as features get it; `ask` answers the heavy questions. */
export function serve(network: Questions, ask: AskHeavy): ServedNetwork {
  return {
    degree: (viewer, target) => ask({ ask: 'degree', viewer, target }),
    hasTie: (a, b) => network.hasTie(a, b),
    mutual: (viewer, other, limit) => ask({ ask: 'mutual', viewer, other, limit }),
    async waysIn(viewer, target, limit) {
      const answer = await ask({ ask: 'waysIn', viewer, target, limit })
      return answer ? { ...answer, partial: false } : directWays(network, viewer, target, limit)
    },
    async waysInEach(viewer, targets, limit) {
      const answers = await ask({ ask: 'waysInEach', viewer, targets, limit })
      if (answers) return answers.map((answer) => ({ ...answer, partial: false }))
      let left = inPassing
      return targets.map((target) => {
        left -= rowsOf(network, viewer, target)
        return left < 0 ? nothingLooked : directWays(network, viewer, target, limit)
      })
    },
    async nearest(viewer, candidates, limit) {
      const people = await ask({ ask: 'nearest', viewer, candidates: new Uint32Array(candidates), limit })
      return people ? { people, partial: false } : connectedFirst(network, viewer, candidates, limit)
    },
    async suggestions(viewer, limit) {
      return (await ask({ ask: 'suggestions', viewer, limit })) ?? { people: [], partial: true }
    },
    countByDegree: (viewer) => ask({ ask: 'countByDegree', viewer }),
  }
}

/** The network that answers all questions itself, whatever they cost. */
export function serveHere(network: Questions): ServedNetwork {
  return serve(network, (question) => Promise.resolve(answerHeavy(network, question)))
}

const nothingLooked: ServedWaysIn = { twoStep: [], threeStep: [], twoStepCount: 0, partial: true }

/** The ways of two steps, unless the two have so many connections that even these take long. */
function directWays(network: Questions, viewer: number, target: number, limit: number): ServedWaysIn {
  if (rowsOf(network, viewer, target) > inPassing * 2) return nothingLooked
  return { ...network.waysIn(viewer, target, limit, { steps: 2 }), partial: true }
}

/** The viewer's own connections among the first of them, then the others as they come, their degree not known. */
function connectedFirst(network: Questions, viewer: number, candidates: readonly number[], limit: number): NearestPeople {
  const looked = candidates.slice(0, lookedAtLate)
  const [self, connected] = [looked.filter((id) => id === viewer), looked.filter((id) => id !== viewer && network.hasTie(viewer, id))]
  const known = new Set([...self, ...connected])
  const people: NearestPeople['people'][number][] = [
    ...self.map((id) => ({ id, degree: 0 as const })),
    ...connected.map((id) => ({ id, degree: 1 as const })),
  ]
  for (const id of candidates) {
    if (people.length >= limit) break
    if (!known.has(id)) people.push({ id, degree: undefined })
  }
  return { people: people.slice(0, Math.max(0, limit)), partial: true }
}
