// From statements to questions: the same for every engine that speaks SQL, since the rows they give have the same columns.
import { digests, type QueryName } from '../graph/queries.ts'
import type { Ask, Asked } from './peer.ts'

type Row = Readonly<Record<string, unknown>>
/** Runs a statement with two values, the second left out where it names one only. */
export type Run = (statement: string, values: readonly number[]) => Promise<readonly Row[]> | readonly Row[]

export interface Statements {
  readonly degree?: string
  readonly ways2?: string
  readonly ways3?: string
  readonly mutual?: string
  readonly nearest?: string
  readonly suggestions?: string
  readonly second?: string
  readonly third?: string
}

const pair = ({ viewer, target }: Asked) => [viewer, target]
const search = ({ viewer, skill }: Asked) => [viewer, skill]
const alone = ({ viewer }: Asked) => [viewer]
const numbers = (row: Row, ...names: readonly string[]) => names.map((name) => Number(row[name]))
const number = (row: Row | undefined, name: string) => Number(row?.[name])

const known: Readonly<
  Record<keyof Statements, { name: QueryName; values: (asked: Asked) => number[]; digest: (rows: readonly Row[]) => number }>
> = {
  degree: { name: 'degree', values: pair, digest: (rows) => digests.degree(number(rows[0], 'degree')) },
  ways2: { name: 'ways-2', values: pair, digest: (rows) => digests.ways(rows.map((row) => numbers(row, 'b', 'product'))) },
  ways3: { name: 'ways-3', values: pair, digest: (rows) => digests.ways(rows.map((row) => numbers(row, 'b', 'c', 'product'))) },
  mutual: { name: 'mutual', values: pair, digest: (rows) => digests.set(rows.map((row) => number(row, 'b'))) },
  nearest: {
    name: 'nearest-20',
    values: search,
    digest: (rows) => digests.nearest(rows.map((row) => ({ id: number(row, 'member'), degree: number(row, 'degree') }))),
  },
  suggestions: {
    name: 'suggestions-20',
    values: alone,
    digest: (rows) =>
      digests.suggestions(
        rows.map((row) => ({ id: number(row, 'id'), mutualCount: number(row, 'mutual'), points: number(row, 'points') })),
      ),
  },
  second: { name: 'second', values: alone, digest: (rows) => digests.count(number(rows[0], 'count')) },
  third: { name: 'third', values: alone, digest: (rows) => digests.count(number(rows[0], 'count')) },
}

/** The questions that the statements answer. */
export function sqlQuestions(statements: Statements, run: Run): Partial<Record<QueryName, Ask>> {
  const questions: Partial<Record<QueryName, Ask>> = {}
  for (const [key, statement] of Object.entries(statements) as [keyof Statements, string][]) {
    const { name, values, digest } = known[key]
    questions[name] = (asked) => {
      const rows = run(statement, values(asked))
      return rows instanceof Promise ? rows.then(digest) : digest(rows)
    }
  }
  return questions
}
