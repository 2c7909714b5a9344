// What privacy costs: the same graph with nobody unshown and no tie hidden, asked the same in turns, so that both meet the same machine.
import type { Measuring } from './index-figures.ts'
import { timeIndex } from './index-figures.ts'
import { choosePairs } from './pairs.ts'
import type { QueryName } from './queries.ts'
import { loadSubject } from './subject.ts'
import { type Figures, figuresOf, round } from './timing.ts'

const ASKED: readonly QueryName[] = ['degree', 'degrees-100', 'mutual', 'suggestions-20', 'second']
const ROUNDS = 3

/** One line for each question: the best of three rounds with and without, and what privacy adds to each in per cent (below 0: it has less to walk). */
export function measurePrivacy({ made, count, warmCount, budgetMs, tell }: Measuring): void {
  const subjects = [loadSubject({ made, isPrivate: true }), loadSubject({ made, isPrivate: false })] as const
  const [{ memoryBytes, network }] = subjects
  const common = { members: made.members, ties: network.tieCount, memoryBytes, seed: made.seed }
  const sets = choosePairs(made, made.seed, count, warmCount)
  for (const query of ASKED) {
    const rounds: [Figures[], Figures[]] = [[], []]
    for (let turn = 0; turn < ROUNDS; turn++) {
      for (const [place, subject] of subjects.entries()) {
        rounds[place as 0 | 1].push(figuresOf(timeIndex(subject, query, sets.U, budgetMs).timed.micros))
      }
    }
    const [withIt, without] = rounds.map(bestOf) as [Best, Best]
    const cost = (key: keyof Best) => round((withIt[key] / without[key] - 1) * 100)
    tell({
      step: 'privacy',
      query,
      set: 'U',
      unit: 'µs',
      ...withIt,
      p50Without: without.p50,
      p95Without: without.p95,
      p99Without: without.p99,
      meanWithout: without.mean,
      p50CostPercent: cost('p50'),
      meanCostPercent: cost('mean'),
      ...common,
    })
  }
}

type Best = Omit<Figures, 'asked'>

/** Each figure where it was least: what a round has more is the machine's noise. */
function bestOf(rounds: readonly Figures[]): Best {
  const least = (key: keyof Best) => Math.min(...rounds.map((figures) => figures[key]))
  return { p50: least('p50'), p95: least('p95'), p99: least('p99'), mean: least('mean') }
}
