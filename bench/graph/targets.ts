// What the index should reach at five million members on two cores, in microseconds, and whether the figures of a run do: what a prototype reached that
// was measured before, or the aim that was set for the index.
import { Console } from 'node:console'
import type { Line } from './steps.ts'

export const FIVE_MILLION = 5_000_000

export interface Target {
  readonly query: string
  readonly set: string
  readonly p50?: number
  readonly p99?: number
}

const AT_FIVE_MILLION: readonly Target[] = [
  { query: 'degree', set: 'U', p50: 12, p99: 60 },
  { query: 'degree', set: 'L', p99: 500 },
  { query: 'degrees-100', set: 'U', p50: 75, p99: 300 },
  { query: 'degrees-100', set: 'L', p99: 300 },
  { query: 'ways-2', set: 'N', p50: 2, p99: 8 },
  { query: 'ways-2', set: 'L', p99: 200 },
  { query: 'ways-3', set: 'U', p50: 25, p99: 250 },
  { query: 'ways-3', set: 'L', p99: 35_000 },
  { query: 'mutual', set: 'U', p50: 1.2, p99: 4 },
  { query: 'mutual', set: 'L', p99: 200 },
  // The prototype's figures, which these targets come from, are of a viewer whose second degree is kept; here both are held to them.
  { query: 'nearest-20', set: 'U', p50: 60, p99: 1_000 },
  { query: 'nearest-20', set: 'L', p99: 2_000 },
  { query: 'nearest-20-kept', set: 'U', p50: 60, p99: 1_000 },
  { query: 'nearest-20-kept', set: 'L', p99: 2_000 },
  { query: 'suggestions-20', set: 'U', p50: 100, p99: 4_000 },
  { query: 'suggestions-budget', set: 'L', p99: 10_000 },
  { query: 'second', set: 'U', p50: 60, p99: 12_000 },
  { query: 'second', set: 'L', p99: 70_000 },
  { query: 'third', set: 'U', p50: 10_000, p99: 300_000 },
  { query: 'third', set: 'L', p99: 400_000 },
  { query: 'change', set: 'U', p50: 4, p99: 25 },
  { query: 'visible', set: 'U', p99: 50_000 },
]
const SINGLE: readonly { readonly query: string; readonly field: string; readonly unit: string; readonly most: number }[] = [
  { query: 'load', field: 'bytesPerTie', unit: 'bytes', most: 14 },
  { query: 'snapshot read', field: 'rss', unit: 'bytes', most: 1.8e9 },
  { query: 'snapshot read', field: 'ms', unit: 'ms', most: 5_000 },
  { query: 'start from tables', field: 'ms', unit: 'ms', most: 60_000 },
]

type Verdict = 'reached' | 'missed' | 'not measured'

export interface Comparison {
  /** Microseconds; without a slash where there is no target. */
  readonly queries: readonly { readonly what: string; readonly p50: string; readonly p99: string; readonly verdict: Verdict }[]
  /** Each with its own unit. */
  readonly singles: readonly { readonly what: string; readonly 'measured / target': string; readonly verdict: Verdict }[]
}

/** Each target beside its figure, `measured / target`. */
export function compareWithTargets(lines: readonly Line[]): Comparison {
  const queries = AT_FIVE_MILLION.map(({ query, set, p50, p99 }) => {
    const line = lines.find((one) => one['query'] === query && one['set'] === set)
    const verdict: Verdict = !line ? 'not measured' : within(line['p50'], p50) && within(line['p99'], p99) ? 'reached' : 'missed'
    return { what: `${query} ${set}`, p50: beside(line?.['p50'], p50), p99: beside(line?.['p99'], p99), verdict }
  })
  const singles = SINGLE.map(({ query, field, unit, most }) => {
    const value = lines.find((one) => one['query'] === query)?.[field]
    const verdict: Verdict = value === undefined ? 'not measured' : within(value, most) ? 'reached' : 'missed'
    return { what: `${query}: ${field}`, 'measured / target': `${beside(value, most)} ${unit}`, verdict }
  })
  return { queries, singles }
}

/** Tells the comparison to people: on standard error, since standard output is for lines of JSON. */
export function tellTargets(members: number, lines: readonly Line[]): void {
  const { queries, singles } = compareWithTargets(lines)
  const { error, table } = new Console(process.stderr, process.stderr)
  error('Measured / target; a figure without a slash has no target.')
  if (members !== FIVE_MILLION) {
    const [aim, here] = [FIVE_MILLION, members].map((count) => count.toLocaleString('en'))
    error(`The targets are meant for ${aim} members: at ${here} they say little.`)
  }
  table(queries.map(({ what, p50, p99, verdict }) => ({ what, 'p50 µs': p50, 'p99 µs': p99, verdict })))
  table(singles)
}

function within(value: Line[string] | undefined, most: number | undefined): boolean {
  return most === undefined || (typeof value === 'number' && value <= most)
}

function beside(value: Line[string] | undefined, most: number | undefined): string {
  const figure = typeof value === 'number' ? value.toLocaleString('en', { maximumFractionDigits: 2 }) : '–'
  return most === undefined ? figure : `${figure} / ${most.toLocaleString('en')}`
}
