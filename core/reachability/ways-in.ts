// The ways in from a member to a person, with why each is good. The network index proposes; the rows decide: a tie that is gone, or
// that third persons may not see, shows nothing. Private strengths stay private: only the viewer's own bears on the first step.
import { AppError } from '@entregent/lib/base/errors.ts'
import { type Relationship, reversed } from '@entregent/lib/base/words.ts'
import type { Degree, WayIn as IndexWay } from '@entregent/lib/graph/network.ts'
import { sql } from 'kysely'
import type { Db } from '../db/connect.ts'
import type { NetworkIndex } from '../services/services.ts'

/** What is said of a tie on the way, as its two people stated it. */
export interface TieFacts {
  /** What the further person is to the nearer one: their colleague, client, supplier … */
  readonly relationship: Relationship
  readonly context: string | null
  readonly startedOn: string | null
  readonly endedOn: string | null
  /** Drawn as a thick line; else dashed. */
  readonly strong: boolean
}

export interface Connector {
  readonly handle: string
  readonly givenName: string
  readonly familyName: string
  readonly photoVersion: number
  readonly headlineEn: string | null
  readonly headlineFr: string | null
}

export interface WayIn {
  /** One or two people between the viewer and the person. Null: one whom the viewer may not find; only the last can be. */
  readonly connectors: readonly (Connector | null)[]
  /** One a step, from the viewer to the person. */
  readonly ties: readonly TieFacts[]
  /** How the way is named in a form: handles, `~` for a connector without a name. */
  readonly key: string
}

export interface WaysIn {
  /** Undefined while the network index loads, and when it had no time to look for ways. */
  readonly degree: Degree | undefined
  /** Best first, those of two steps before those of three. */
  readonly ways: readonly WayIn[]
  /** All people who can introduce the viewer in two steps, or else the ways of three steps listed. */
  readonly total: number
}

/** In place of the handle of a connector whom the asker may not find. */
export const unnamedConnector = '~'
/** A step of this strength (1 to 15) or more is a strong tie. */
const strongFrom = 8

/**
 * The degree between the viewer and the person, and the best `limit` ways in (none between oneself or one's connections: they need
 * no introduction). One query after the index's answer.
 */
export async function listWaysIn(
  db: Db,
  networkIndex: NetworkIndex,
  viewer: { readonly id: number },
  target: { readonly id: number },
  limit = 10,
): Promise<WaysIn> {
  const resolved = await resolveWays(db, networkIndex, viewer, target, limit)
  return { degree: resolved.degree, ways: resolved.ways.map(({ view }) => view), total: resolved.total }
}

/** A way with the ids of its connectors, for the one who asks along it. Never leaves the server. */
export interface ResolvedWay {
  readonly connectorIds: readonly number[]
  readonly view: WayIn
}

/** As `listWaysIn`, with ids. */
export async function resolveWays(
  db: Db,
  networkIndex: NetworkIndex,
  viewer: { readonly id: number },
  target: { readonly id: number },
  limit = 10,
): Promise<{ degree: Degree | undefined; ways: ResolvedWay[]; total: number }> {
  const { network } = networkIndex
  if (!network) return { degree: undefined, ways: [], total: 0 }
  if (viewer.id === target.id) return { degree: 0, ways: [], total: 0 }
  if (network.hasTie(viewer.id, target.id)) return { degree: 1, ways: [], total: 0 }
  const degree = await network.degree(viewer.id, target.id)
  const found = await network.waysIn(viewer.id, target.id, limit)
  const proposed = [...found.twoStep, ...found.threeStep].slice(0, limit)
  // That none was found in time does not say that there is none.
  if (found.partial && proposed.length === 0) return { degree: undefined, ways: [], total: 0 }
  const rows = await readWays(
    db,
    viewer.id,
    proposed.map((way) => ({ way, targetId: target.id })),
  )
  const ways = proposed.flatMap((way) => checkedWay(way, viewer.id, target.id, rows) ?? [])
  const direct = ways.filter(({ connectorIds }) => connectorIds.length === 1).length
  // The index counts two-step ways beyond the limit; those that the rows refused are taken off.
  const total = found.twoStepCount > 0 ? found.twoStepCount - (found.twoStep.length - direct) : ways.length
  return { degree, ways, total: Math.max(total, ways.length > 0 ? 1 : 0) }
}

/**
 * The way that a form named by its key's parts (handles, or `unnamedConnector` in the second place), each tie
 * checked on the rows. Undefined when there is no such way for this viewer, for whatever reason. Fails with `network_loading` when
 * only the index can tell.
 */
export async function findWay(
  db: Db,
  networkIndex: NetworkIndex,
  viewer: { readonly id: number },
  target: { readonly id: number },
  key: readonly string[],
): Promise<ResolvedWay | undefined> {
  if (key.length === 0 || key.length > 2) return undefined
  if (key.includes(unnamedConnector)) {
    if (!networkIndex.network) throw new AppError('network_loading')
    const { ways } = await resolveWays(db, networkIndex, viewer, target)
    return ways.find(({ view }) => view.key === key.join(','))
  }
  const named = await db.selectFrom('member').select(['id', 'handle']).where('handle', 'in', key).execute()
  const connectors = key.map((handle) => named.find((member) => member.handle === handle)?.id ?? viewer.id)
  if (new Set([viewer.id, target.id, ...connectors]).size !== connectors.length + 2) return undefined
  const way = { connectors, steps: [], score: 0 }
  const checked = checkedWay(way, viewer.id, target.id, await readWays(db, viewer.id, [{ way, targetId: target.id }]))
  return checked?.view.connectors.includes(null) ? undefined : checked
}

export interface WayRows {
  readonly people: ReadonlyMap<number, Connector & { readonly findable: boolean }>
  readonly ties: ReadonlyMap<string, TieRow>
}

interface TieRow {
  readonly relationship: Relationship
  readonly statedBy: number
  readonly context: string | null
  readonly startedOn: string | null
  readonly endedOn: string | null
  readonly shown: boolean
}

/** The way as it may be shown, or undefined when the rows no longer carry it. */
export function checkedWay(way: IndexWay, viewerId: number, targetId: number, rows: WayRows): ResolvedWay | undefined {
  const chain = [viewerId, ...way.connectors, targetId]
  const ties: TieFacts[] = []
  for (let step = 0; step + 1 < chain.length; step++) {
    const near = chain[step] as number
    const row = rows.ties.get(pairKey(near, chain[step + 1] as number))
    if (!row || (step > 0 && !row.shown)) return undefined
    const { relationship, context, startedOn, endedOn } = row
    ties.push({
      relationship: row.statedBy === near ? relationship : reversed(relationship),
      context,
      startedOn,
      endedOn,
      strong: (way.steps[step] ?? 0) >= strongFrom,
    })
  }
  const connectors: (Connector | null)[] = []
  for (const [index, id] of way.connectors.entries()) {
    const person = rows.people.get(id)
    if (!person) return undefined
    const { findable, ...connector } = person
    connectors.push(index === 0 || findable ? connector : null)
  }
  const key = connectors.map((connector) => connector?.handle ?? unnamedConnector).join(',')
  return { connectorIds: way.connectors, view: { connectors, ties, key } }
}

/** All that the rows say of these ways, in two queries. */
export async function readWays(db: Db, viewerId: number, ways: readonly { way: IndexWay; targetId: number }[]): Promise<WayRows> {
  const pairs = new Map<string, { low: number; high: number }>()
  const connectorIds = new Set<number>()
  for (const { way, targetId } of ways) {
    const chain = [viewerId, ...way.connectors, targetId]
    for (const id of way.connectors) connectorIds.add(id)
    for (let step = 0; step + 1 < chain.length; step++) {
      const [a, b] = [chain[step] as number, chain[step + 1] as number]
      pairs.set(pairKey(a, b), { low: Math.min(a, b), high: Math.max(a, b) })
    }
  }
  // One after the other: inside a transaction they share one connection.
  return { ties: await readTies(db, [...pairs.values()]), people: await readConnectors(db, viewerId, [...connectorIds]) }
}

async function readTies(db: Db, pairs: readonly { low: number; high: number }[]): Promise<Map<string, TieRow>> {
  if (pairs.length === 0) return new Map()
  const { rows } = await sql<TieRow & { lowId: number; highId: number }>`
    select c.low_id, c.high_id, c.relationship, c.stated_by, c.context, c.started_on, c.ended_on,
           not c.hidden_by_low and not c.hidden_by_high
             and coalesce(low.shows_connections, false) and coalesce(high.shows_connections, false) as shown
    from unnest(${pairs.map(({ low }) => low)}::int[], ${pairs.map(({ high }) => high)}::int[]) as pair (low_id, high_id)
    join connection c using (low_id, high_id)
    join member low on low.id = c.low_id
    join member high on high.id = c.high_id`.execute(db)
  return new Map(rows.map(({ lowId, highId, ...row }) => [pairKey(lowId, highId), row]))
}

// A connector in the second place is two steps from the viewer: whoever lets more than their own connections find them is named.
async function readConnectors(db: Db, viewerId: number, ids: readonly number[]): Promise<WayRows['people']> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Connector & { id: number; findable: boolean }>`
    select m.id, m.handle, m.given_name, m.family_name, m.photo_version, p.headline_en, p.headline_fr,
           coalesce(m.findable_by, 'nobody') <> 'nobody' or exists (
             select from connection c where c.low_id = least(m.id, ${viewerId}::int) and c.high_id = greatest(m.id, ${viewerId}::int)
           ) as findable
    from member m left join profile p on p.member_id = m.id
    where m.id = any (${ids}::int[])`.execute(db)
  return new Map(rows.map(({ id, ...row }) => [id, row]))
}

function pairKey(a: number, b: number): string {
  return a < b ? `${a}-${b}` : `${b}-${a}`
}
