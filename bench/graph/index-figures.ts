// The index by itself: load and memory, every question on every set of pairs, and one change applied.
import { createChance } from './exact.ts'
import type { Made } from './file.ts'
import { choosePairs, type PairSet, type SetName } from './pairs.ts'
import { indexQuestion, pairsFor, type QueryName, queryNames, setsFor } from './queries.ts'
import type { Line } from './steps.ts'
import { loadSubject, rss, type Subject } from './subject.ts'
import { figuresOf, round, type Timed, timeQuestions } from './timing.ts'

export interface Measuring {
  readonly made: Made
  readonly folder: string
  readonly count: number
  readonly warmCount: number
  /** A set that is not done by then is given up: the pairs come in random order, so those asked stand for all. */
  readonly budgetMs: number
  readonly tell: (line: Line) => void
}

export function measureIndex({ made, count, warmCount, budgetMs, tell }: Measuring): void {
  const subject = loadSubject({ made, isPrivate: true })
  const { network } = subject
  const common = { members: network.memberCount, ties: network.tieCount, memoryBytes: subject.memoryBytes, seed: made.seed }
  const bytesPerTie = round(subject.memoryBytes / network.tieCount)
  tell({ query: 'load', ms: round(subject.loadMs), bytesPerTie, rss: subject.rss, ...common })
  const sets = choosePairs(made, made.seed, count, warmCount)
  for (const name of queryNames) {
    for (const set of setsFor(name)) {
      const { timed } = timeIndex(subject, name, sets[set], budgetMs)
      tell({ query: name, set, unit: 'µs', ...figuresOf(timed.micros), ...common, rss: rss() })
    }
  }
  tell({ query: 'change', set: 'U', unit: 'µs', ...figuresOf(timeChanges(subject, made, count)), ...common, rss: rss() })
}

export type Sets = Record<SetName, { pairs: PairSet; warm: PairSet }>

/** Asks the index about the pairs after it has been asked about others; gives those pairs that the question is meant for. */
export function timeIndex(
  subject: Subject,
  name: QueryName,
  { pairs, warm }: Sets[SetName],
  budgetMs: number,
): { asked: PairSet; timed: Timed } {
  const others = pairsFor(name, warm, subject)
  timeQuestions(indexQuestion(subject, name, others), others.viewers.length, budgetMs / 4)
  const asked = pairsFor(name, pairs, subject)
  return { asked, timed: timeQuestions(indexQuestion(subject, name, asked), asked.viewers.length, budgetMs) }
}

/** One tie made or undone, between two at random: half of each. The network is as before when it is done. */
function timeChanges({ network }: Subject, made: Made, count: number): Float64Array {
  const chance = createChance(made.seed, 'changes')
  const run = (times: number) => {
    const micros = new Float64Array(times * 2)
    const ties = Array.from({ length: times * 2 }, () => ({ a: 1 + chance.below(made.members), b: 1 + chance.below(made.members) }))
      .filter(({ a, b }) => a !== b && !network.hasTie(a, b))
      .slice(0, times)
      .map(({ a, b }) => ({ lowId: Math.min(a, b), highId: Math.max(a, b), lowOwn: 0, highOwn: 5, shared: 3, hidden: false }))
    let at = 0
    const time = (change: () => void) => {
      const started = performance.now()
      change()
      micros[at++] = (performance.now() - started) * 1000
    }
    for (const tie of ties) time(() => network.setTie(tie))
    for (const { lowId, highId } of ties) time(() => network.removeTie(lowId, highId))
    return micros.subarray(0, at)
  }
  run(count)
  return run(count)
}
