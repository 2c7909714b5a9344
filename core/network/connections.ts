// A member's connections: listed, marked with a private strength, hidden from third persons, ended. Each side keeps its own private
// half of the row; nobody is told when a connection ends.

import { decodeCursor, type Page, pageOf } from '@entregent/lib/base/cursor.ts'
import { AppError } from '@entregent/lib/base/errors.ts'
import { type Granted, grant } from '@entregent/lib/base/granted.ts'
import { fold } from '@entregent/lib/base/text.ts'
import { type Relationship, reversed, type Strength } from '@entregent/lib/base/words.ts'
import { sql } from 'kysely'
import type { Db } from '../db/connect.ts'
import type { Viewer } from '../members/viewer.ts'

/** One connection as its viewer sees it. */
export interface ConnectionView {
  readonly memberId: number
  readonly handle: string
  readonly givenName: string
  readonly familyName: string
  readonly photoVersion: number
  readonly headlineEn: string | null
  readonly headlineFr: string | null
  readonly relationship: Relationship
  readonly context: string | null
  readonly startedOn: string | null
  readonly endedOn: string | null
  /** The viewer's own; null = not said. */
  readonly strength: Strength | null
  /** The viewer hides this tie from third persons. */
  readonly hidden: boolean
  readonly connectedAt: Date
}

/** The viewer's connection to the member of this handle. Fails with `not_found` when there is none. */
export async function accessConnection(db: Db, viewer: Viewer, handle: string): Promise<Granted<ConnectionView, 'edit'>> {
  const row = await connectionsOf(db, viewer).where('member.handle', '=', handle).executeTakeFirst()
  if (!row) throw new AppError('not_found')
  return grant<'edit', ConnectionView>(asView(row))
}

/** How the list is narrowed and paged. `search` matches folded names. */
export interface ConnectionFilter {
  readonly search?: string | undefined
  readonly after?: string | null | undefined
  readonly limit?: number
}

/** The viewer's connections by family name, then given name; at most `limit` (20) a page. */
export async function listConnections(db: Db, viewer: Viewer, filter: ConnectionFilter = {}): Promise<Page<ConnectionView>> {
  const limit = filter.limit ?? 20
  const after = decodeCursor(filter.after, ['text', 'text', 'id'])
  let query = connectionsOf(db, viewer)
  for (const word of fold(filter.search ?? '')
    .split(' ')
    .filter(Boolean)) {
    query = query.where(sql<boolean>`fold_text(member.given_name || ' ' || member.family_name) like ${`%${word}%`}`)
  }
  if (after)
    query = query.where(sql<boolean>`(member.family_name, member.given_name, member.id) > (${after[0]}, ${after[1]}, ${after[2]}::int)`)
  const rows = await query
    .orderBy('member.familyName')
    .orderBy('member.givenName')
    .orderBy('member.id')
    .limit(limit + 1)
    .execute()
  return pageOf(rows.map(asView), limit, (row) => [row.familyName, row.givenName, row.memberId])
}

/** How many connections the viewer has. */
export async function countConnections(db: Db, viewer: Viewer): Promise<number> {
  const { count } = await db
    .selectFrom('connection')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where((eb) => eb.or([eb('lowId', '=', viewer.id), eb('highId', '=', viewer.id)]))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Keeps how well the viewer knows the other; null takes it back. Private: the other side never sees it. */
export async function setStrength(
  db: Db,
  viewer: Viewer,
  connection: Granted<ConnectionView, 'edit'>,
  strength: Strength | null,
): Promise<void> {
  await updateOwnHalf(db, viewer, connection, viewer.id < connection.memberId ? { lowStrength: strength } : { highStrength: strength })
}

/** Whether this tie may help third persons find a way. Hidden by either side is hidden. */
export async function setHidden(db: Db, viewer: Viewer, connection: Granted<ConnectionView, 'edit'>, hidden: boolean): Promise<void> {
  await updateOwnHalf(db, viewer, connection, viewer.id < connection.memberId ? { hiddenByLow: hidden } : { hiddenByHigh: hidden })
}

/** Ends the connection, quietly: no mail, no notice. What they wrote to each other stays readable. */
export async function disconnect(db: Db, viewer: Viewer, connection: Granted<ConnectionView, 'edit'>): Promise<void> {
  const { low, high } = pair(viewer.id, connection.memberId)
  const { numDeletedRows } = await db.deleteFrom('connection').where('lowId', '=', low).where('highId', '=', high).executeTakeFirst()
  if (numDeletedRows === 0n) throw new AppError('not_connected')
}

/** True when these two are connected. */
export async function areConnected(db: Db, a: number, b: number): Promise<boolean> {
  const { low, high } = pair(a, b)
  const row = await db.selectFrom('connection').select('lowId').where('lowId', '=', low).where('highId', '=', high).executeTakeFirst()
  return row !== undefined
}

function pair(a: number, b: number): { low: number; high: number } {
  return { low: Math.min(a, b), high: Math.max(a, b) }
}

async function updateOwnHalf(
  db: Db,
  viewer: Viewer,
  connection: Granted<ConnectionView, 'edit'>,
  half: { lowStrength?: Strength | null; highStrength?: Strength | null; hiddenByLow?: boolean; hiddenByHigh?: boolean },
): Promise<void> {
  const { low, high } = pair(viewer.id, connection.memberId)
  const { numUpdatedRows } = await db
    .updateTable('connection')
    .set(half)
    .where('lowId', '=', low)
    .where('highId', '=', high)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new AppError('not_connected')
}

// Both halves of the viewer's ties, with the other member. Each half uses its own index.
function connectionsOf(db: Db, viewer: Viewer) {
  const tie = db
    .selectFrom('connection')
    .select([
      'highId as otherId',
      'relationship',
      'statedBy',
      'context',
      'startedOn',
      'endedOn',
      'lowStrength as strength',
      'hiddenByLow as hidden',
      'connectedAt',
    ])
    .where('lowId', '=', viewer.id)
    .unionAll(
      db
        .selectFrom('connection')
        .select([
          'lowId as otherId',
          'relationship',
          'statedBy',
          'context',
          'startedOn',
          'endedOn',
          'highStrength as strength',
          'hiddenByHigh as hidden',
          'connectedAt',
        ])
        .where('highId', '=', viewer.id),
    )
    .as('tie')
  return db
    .selectFrom(tie)
    .innerJoin('member', 'member.id', 'tie.otherId')
    .leftJoin('profile', 'profile.memberId', 'member.id')
    .select([
      'member.id as memberId',
      'member.handle',
      'member.givenName',
      'member.familyName',
      'member.photoVersion',
      'profile.headlineEn',
      'profile.headlineFr',
      'tie.relationship',
      'tie.statedBy',
      'tie.context',
      'tie.startedOn',
      'tie.endedOn',
      'tie.strength',
      'tie.hidden',
      'tie.connectedAt',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof connectionsOf>['execute']>>[number]

function asView({ statedBy, relationship, strength, ...row }: Row): ConnectionView {
  return { ...row, strength: strength as Strength | null, relationship: statedBy === row.memberId ? reversed(relationship) : relationship }
}
