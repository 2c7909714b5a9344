// What the rows say of degree and two-step ways, in plain SQL that shares nothing with the network index: the two must agree on every pair.
// A tie serves third persons when neither side hides it and both sides show their connections; the viewer's first step may use any of its own.
import type { Questions } from '@entregent/lib/graph/network.ts'
import { ownStrength } from '@entregent/lib/policy/tie-strength.ts'
import { sql } from 'kysely'
import type { Db } from '../../db/connect.ts'

export interface Pair {
  readonly viewer: number
  readonly target: number
}

export interface SqlAnswer extends Pair {
  /** Null: further than 3. */
  readonly degree: 0 | 1 | 2 | 3 | null
  /** Who can introduce in two steps: the strongest way first, then by id. */
  readonly connectors: readonly number[]
}

/** The answer for each pair, in their order. Copies the ties into a table of its own transaction: some seconds for a million. */
export function answerBySql(db: Db, pairs: readonly Pair[]): Promise<SqlAnswer[]> {
  const own = [1, 2, 3].map((said) => ownStrength(said as 1 | 2 | 3))
  return db.transaction().execute(async (tx) => {
    const open = sql`not c.hidden_by_low and not c.hidden_by_high
      and coalesce(low.shows_connections, false) and coalesce(high.shows_connections, false)`
    await sql`
      create temporary table half_tie on commit drop as
      with tie as (
        select c.*, ${open} as visible from connection c join member low on low.id = low_id join member high on high.id = high_id
      )
      select low_id as near, high_id as far, visible, shared_strength as shared,
             coalesce((${own}::int[])[low_strength], shared_strength) as felt from tie
      union all
      select high_id, low_id, visible, shared_strength, coalesce((${own}::int[])[high_strength], shared_strength) from tie`.execute(tx)
    await sql`create unique index on half_tie (near, far)`.execute(tx)
    await sql`analyze half_tie`.execute(tx)
    // The middle step is looked up for each pair of neighbours (hence `offset 0`): joined as a whole, the rows of hubs would be read again and again.
    await sql`set local enable_hashjoin = off`.execute(tx)
    await sql`set local enable_mergejoin = off`.execute(tx)
    const { rows } = await sql<SqlAnswer>`
      select viewer, target,
        case
          when viewer = target then 0
          when exists (select from half_tie where near = viewer and far = target) then 1
          when exists (
            select from half_tie a join half_tie b on b.near = a.far and b.far = target and b.visible where a.near = viewer
          ) then 2
          when exists (
            select from half_tie a cross join half_tie c
            where a.near = viewer and c.near = target and c.visible
              and exists (select from half_tie b where b.near = a.far and b.far = c.far and b.visible offset 0)
          ) then 3
        end as degree,
        coalesce((
          select array_agg(a.far order by a.felt * b.shared desc, a.far)
          from half_tie a join half_tie b on b.near = a.far and b.far = target and b.visible
          where a.near = viewer and viewer <> target
        ), '{}') as connectors
      from unnest(${pairs.map(({ viewer }) => viewer)}::int[], ${pairs.map(({ target }) => target)}::int[])
        with ordinality as pair (viewer, target, place)
      order by place`.execute(tx)
    return rows
  })
}

/** A line for each answer in which the index differs: degree alone, degree among many, connectors, and how many there are. */
export function disagreements(network: Questions, answers: readonly SqlAnswer[]): string[] {
  return answers.flatMap(({ viewer, target, degree, connectors }) => {
    const ways = network.waysIn(viewer, target, Number.MAX_SAFE_INTEGER)
    const rows = JSON.stringify([degree ?? 'further', degree ?? 'further', connectors.length, connectors])
    const many = network.degrees(viewer, Array<number>(20).fill(target)).at(-1)
    const index = JSON.stringify([network.degree(viewer, target), many, ways.twoStepCount, ways.twoStep.flatMap((way) => way.connectors)])
    return rows === index ? [] : [`${viewer} → ${target}: the rows say ${rows}, the index ${index}`]
  })
}
