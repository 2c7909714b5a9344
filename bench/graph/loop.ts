// What the members with most connections do to everybody else: the hosted index is asked about them without a pause, as pages would ask, while the
// delay of the thread that answers pages is watched.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { HostedIndex } from '@entregent/core/network/network-index.ts'
import type { PairSet } from './pairs.ts'
import { round } from './timing.ts'

/** So many are asked at once. */
const AT_ONCE = 8
const CANDIDATES = 100_000

export interface LoopFigures {
  /** Milliseconds that a turn of the loop was late: p50, p99, and the most. */
  readonly p50: number
  readonly p99: number
  readonly most: number
  readonly asked: number
  /** Answers that said that they are not whole, or that there was no time for one. */
  readonly partial: number
  /** The most time that one question took of this thread, by the clock and by the processor's time, whichever is less; in milliseconds. And which it was. */
  readonly busiest: number
  readonly busiestAt: string
  /** The longest that a question took from asking to answer, in milliseconds. */
  readonly slowest: number
}

/** Asks every question that pages ask about each pair in turn. */
export async function watchLoop(index: HostedIndex, { viewers, targets }: PairSet): Promise<LoopFigures> {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  const everybody = Array.from({ length: CANDIDATES }, (_, at) => targets[at % targets.length] as number).map((id, at) => id + (at % 97))
  let [asked, partial, busiest, slowest, next] = [0, 0, 0, 0, 0]
  let busiestAt = ''
  const ask = async (name: string, question: () => unknown, isWhole: (answer: never) => boolean) => {
    const started = performance.now()
    const before = process.threadCpuUsage()
    const asking = question()
    const { user, system } = process.threadCpuUsage(before)
    // The processor's time comes in ticks of some milliseconds, the clock's with what others did meanwhile: it was neither more than the one nor the other.
    const took = Math.min((user + system) / 1000, performance.now() - started)
    if (took > busiest) [busiest, busiestAt] = [took, name]
    const answer = await asking
    slowest = Math.max(slowest, performance.now() - started)
    asked++
    if (!isWhole(answer as never)) partial++
    // A page does other things between two questions, and others are answered.
    await new Promise((resolve) => setImmediate(resolve))
  }
  const said = ({ partial: isPartial }: { partial: boolean }) => !isPartial
  const known = (answer: unknown) => answer !== undefined
  async function page(at: number): Promise<void> {
    const network = index.network
    if (!network) throw new Error('the index is not in use')
    const [viewer, target] = [viewers[at] as number, targets[at] as number]
    const others = Array.from({ length: 20 }, (_, step) => targets[(at + step) % targets.length] as number)
    await ask('degree', () => network.degree(viewer, target), known)
    await ask('mutual', () => network.mutual(viewer, target, 20), known)
    await ask('waysIn', () => network.waysIn(viewer, target, 10), said)
    await ask(
      'waysInEach',
      () => network.waysInEach(viewer, others, 3),
      (answers: { partial: boolean }[]) => answers.every(said),
    )
    await ask('nearest of few', () => network.nearest(viewer, others, 20), said)
    await ask('nearest of many', () => network.nearest(viewer, everybody, 20), said)
    await ask('suggestions', () => network.suggestions(viewer, 20), said)
    await ask(
      'countByDegree',
      () => network.countByDegree(viewer),
      (counts: { exact: { third: boolean } } | undefined) => counts?.exact.third === true,
    )
  }
  const visitor = async () => {
    while (next < viewers.length) await page(next++)
  }
  delay.enable()
  await Promise.all(Array.from({ length: AT_ONCE }, visitor))
  delay.disable()
  const ms = (nanoseconds: number) => round(nanoseconds / 1e6)
  const late = { p50: ms(delay.percentile(50)), p99: ms(delay.percentile(99)), most: ms(delay.max) }
  return { ...late, asked, partial, busiest: round(busiest), busiestAt, slowest: round(slowest) }
}
