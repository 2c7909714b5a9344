// What the index should reach at five million members, in microseconds, and whether the figures of a run do.
import type { Line } from './steps.ts'

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
const SINGLE: readonly { readonly query: string; readonly field: string; readonly most: number }[] = [
  { query: 'load', field: 'bytesPerTie', most: 14 },
  { query: 'snapshot read', field: 'rss', most: 1.8e9 },
  { query: 'snapshot read', field: 'ms', most: 5_000 },
  { query: 'start from tables', field: 'ms', most: 60_000 },
]

export interface Row {
  readonly what: string
  readonly p50: string
  readonly p99: string
  readonly verdict: 'reached' | 'missed' | 'not measured'
}

/** Each target beside its figure, `measured / target`. */
export function compareWithTargets(lines: readonly Line[]): Row[] {
  const rows = AT_FIVE_MILLION.map(({ query, set, p50, p99 }): Row => {
    const line = lines.find((one) => one['query'] === query && one['set'] === set)
    const name = `${query} ${set}`
    if (!line) return { what: name, p50: beside(undefined, p50), p99: beside(undefined, p99), verdict: 'not measured' }
    const reached = within(line['p50'], p50) && within(line['p99'], p99)
    return { what: name, p50: beside(line['p50'], p50), p99: beside(line['p99'], p99), verdict: reached ? 'reached' : 'missed' }
  })
  const single = SINGLE.map(({ query, field, most }): Row => {
    const value = lines.find((one) => one['query'] === query)?.[field]
    const verdict = value === undefined ? 'not measured' : within(value, most) ? 'reached' : 'missed'
    return { what: `${query}: ${field}`, p50: beside(value, most), p99: '', verdict }
  })
  return [...rows, ...single]
}

function within(value: Line[string] | undefined, most: number | undefined): boolean {
  return most === undefined || (typeof value === 'number' && value <= most)
}

function beside(value: Line[string] | undefined, most: number | undefined): string {
  const figure = typeof value === 'number' ? value.toLocaleString('en', { maximumFractionDigits: 2 }) : '–'
  return most === undefined ? figure : `${figure} / ${most.toLocaleString('en')}`
}
