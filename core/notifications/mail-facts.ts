// What the mails need to know of the rows they are about, read when they are written: a request that was withdrawn meanwhile gives nothing,
// and then no mail leaves.
import type { Locale } from '@entregent/lib/base/locale.ts'
import type { Purpose } from '@entregent/lib/base/words.ts'
import { sql } from 'kysely'
import type { Db } from '../db/connect.ts'

/** The member a mail goes to. */
export interface Addressee {
  readonly id: number
  readonly email: string
  readonly locale: Locale
  readonly givenName: string
  readonly mailPaused: boolean
}

export interface InvitationFacts {
  readonly from: Addressee
  readonly to: Addressee
  readonly fromName: string
  readonly toName: string
  readonly fromHandle: string
  readonly toHandle: string
  readonly note: string | null
  readonly state: 'open' | 'accepted' | 'withdrawn'
  readonly setAside: boolean
}

/** An invitation with its two people; undefined when it is gone. */
export async function findInvitationFacts(db: Db, invitationId: string): Promise<InvitationFacts | undefined> {
  const row = await db.selectFrom('invitation').selectAll().where('id', '=', invitationId).executeTakeFirst()
  if (!row) return undefined
  const people = await peopleOf(db, [row.fromId, row.toId])
  const [from, to] = [people.get(row.fromId), people.get(row.toId)]
  if (!from || !to) return undefined
  return {
    from,
    to,
    fromName: from.name,
    toName: to.name,
    fromHandle: from.handle,
    toHandle: to.handle,
    note: row.note,
    state: row.state,
    setAside: row.setAsideAs !== null,
  }
}

export interface IntroductionFacts {
  readonly asker: Addressee & Named
  readonly target: Addressee & Named
  readonly purpose: Purpose
  readonly noteToTarget: string
  readonly connectorNote: string | null
  readonly state: 'asked' | 'forwarded' | 'offered' | 'accepted' | 'closed'
  readonly closedAs: 'withdrawn' | 'expired' | null
  readonly expiresAt: Date
  readonly steps: readonly {
    readonly position: number
    readonly connector: Addressee & Named
    readonly note: string | null
    readonly forwarded: boolean
  }[]
}

export interface Named {
  readonly name: string
  readonly handle: string
}

/** An introduction with all its people; undefined when it is gone. */
export async function findIntroductionFacts(db: Db, introductionId: string): Promise<IntroductionFacts | undefined> {
  const row = await db.selectFrom('introduction').selectAll().where('id', '=', introductionId).executeTakeFirst()
  if (!row) return undefined
  const steps = await db
    .selectFrom('introductionStep')
    .selectAll()
    .where('introductionId', '=', introductionId)
    .orderBy('position')
    .execute()
  const people = await peopleOf(db, [row.askerId, row.targetId, ...steps.map(({ connectorId }) => connectorId)])
  const [asker, target] = [people.get(row.askerId), people.get(row.targetId)]
  if (!asker || !target) return undefined
  return {
    asker,
    target,
    purpose: row.purpose,
    noteToTarget: row.noteToTarget,
    connectorNote: row.connectorNote,
    state: row.state,
    closedAs: row.closedAs,
    expiresAt: row.expiresAt,
    steps: steps.flatMap(({ position, connectorId, noteToConnector, forwardedAt }) => {
      const connector = people.get(connectorId)
      return connector ? [{ position, connector, note: noteToConnector, forwarded: forwardedAt !== null }] : []
    }),
  }
}

async function peopleOf(db: Db, ids: readonly number[]): Promise<Map<number, Addressee & Named>> {
  const rows = await db
    .selectFrom('member')
    .select(['id', 'email', 'locale', 'givenName', 'mailPaused', 'handle', sql<string>`given_name || ' ' || family_name`.as('name')])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}
