// What privacy costs: the same graph with nobody unshown and no tie hidden, asked the same in turns, so that both meet the same machine.
import type { Measuring } from './index-figures.ts'
import { timeIndex } from './index-figures.ts'
import { choosePairs } from './pairs.ts'
import type { QueryName } from './queries.ts'
import { loadSubject } from './subject.ts'
import { figuresOf, round } from './timing.ts'

const ASKED: readonly QueryName[] = ['degree', 'degrees-100', 'mutual', 'suggestions-20', 'second']
const ROUNDS = 3

/** One line for each question: mean and middle with and without, and what privacy adds to each in per cent (below 0: it has less to walk). */
export function measurePrivacy({ made, count, warmCount, budgetMs, tell }: Measuring): void {
  const subjects = [loadSubject({ made, isPrivate: true }), loadSubject({ made, isPrivate: false })] as const
  const sets = choosePairs(made, made.seed, count, warmCount)
  for (const query of ASKED) {
    const best = [
      { p50: Number.POSITIVE_INFINITY, mean: Number.POSITIVE_INFINITY },
      { p50: Number.POSITIVE_INFINITY, mean: Number.POSITIVE_INFINITY },
    ]
    for (let turn = 0; turn < ROUNDS; turn++) {
      for (const [place, subject] of subjects.entries()) {
        const { p50, mean } = figuresOf(timeIndex(subject, query, sets.U, budgetMs).timed.micros)
        const before = best[place]
        best[place] = { p50: Math.min(p50, before?.p50 ?? p50), mean: Math.min(mean, before?.mean ?? mean) }
      }
    }
    const [withIt, without] = best as [{ p50: number; mean: number }, { p50: number; mean: number }]
    const cost = (key: 'p50' | 'mean') => round((withIt[key] / without[key] - 1) * 100)
    const figures = { p50: withIt.p50, p50Without: without.p50, mean: withIt.mean, meanWithout: without.mean }
    tell({
      query,
      set: 'U',
      ...figures,
      p50CostPercent: cost('p50'),
      meanCostPercent: cost('mean'),
      members: made.members,
      seed: made.seed,
    })
  }
}
