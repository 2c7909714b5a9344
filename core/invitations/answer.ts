// What happens to an invitation once it is there: accepted, set aside, withdrawn. Setting aside is quiet: to the sender it stays open.

import { decodeCursor, type Page, pageOf } from '@entregent/lib/base/cursor.ts'
import { AppError } from '@entregent/lib/base/errors.ts'
import { type Granted, grant } from '@entregent/lib/base/granted.ts'
import { isUuid } from '@entregent/lib/base/uuid.ts'
import { type Relationship, reversed, type SetAsideReason, type Strength } from '@entregent/lib/base/words.ts'
import { sql } from 'kysely'
import { type Db, transaction } from '../db/connect.ts'
import type { Viewer } from '../members/viewer.ts'
import { join, type OpenInvitation } from './join.ts'

/** An open invitation with the person at its other end, as the viewer sees them. */
export interface InvitationView {
  readonly id: string
  readonly handle: string
  readonly givenName: string
  readonly familyName: string
  readonly photoVersion: number
  readonly headlineEn: string | null
  readonly headlineFr: string | null
  /** From the viewer's side: the sender's client sees them as a supplier. */
  readonly relationship: Relationship
  readonly context: string | null
  readonly startedOn: string | null
  readonly endedOn: string | null
  readonly note: string | null
  readonly sentAt: Date
}

const columns = ['id', 'fromId', 'toId', 'relationship', 'context', 'startedOn', 'endedOn', 'fromStrength', 'note'] as const
type OpenInvitationWithNote = OpenInvitation & { readonly note: string | null }

/** An open invitation that the viewer received. Fails with `not_found`, or `invitation_closed` when it was theirs and is no more open. */
export async function accessReceivedInvitation(
  db: Db,
  viewer: Pick<Viewer, 'id'>,
  id: string,
): Promise<Granted<OpenInvitationWithNote, 'answer'>> {
  return grant<'answer', OpenInvitationWithNote>(await openInvitation(db, id, 'toId', viewer.id))
}

/** An open invitation that the viewer sent. Fails as `accessReceivedInvitation`. */
export async function accessSentInvitation(db: Db, viewer: Viewer, id: string): Promise<Granted<OpenInvitation, 'withdraw'>> {
  return grant<'withdraw', OpenInvitation>(await openInvitation(db, id, 'fromId', viewer.id))
}

/** Connects the two. `strength` is how well the guest knows the sender, private to the guest. Fails with `invitation_closed`. */
export async function acceptInvitation(
  db: Db,
  invitation: Granted<OpenInvitation, 'answer'>,
  strength: Strength | null = null,
): Promise<void> {
  await transaction(db, (tx) => join(tx, invitation, strength))
}

/** Puts it out of the guest's sight. The sender is not told and sees no difference. Fails with `invitation_closed`. */
export async function setAsideInvitation(db: Db, invitation: Granted<OpenInvitation, 'answer'>, reason: SetAsideReason): Promise<void> {
  await mark(db, invitation, { setAsideAs: reason, setAsideAt: new Date() })
}

/** Brings back what was set aside by mistake. Fails with `invitation_closed`. */
export async function bringBackInvitation(db: Db, invitation: Granted<OpenInvitation, 'answer'>): Promise<void> {
  await mark(db, invitation, { setAsideAs: null, setAsideAt: null })
}

/** Takes the invitation back; the guest no longer sees it. Fails with `invitation_closed` when the guest was faster. */
export async function withdrawInvitation(db: Db, invitation: Granted<OpenInvitation, 'withdraw'>): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('invitation')
    .set({ state: 'withdrawn', closedAt: new Date() })
    .where('id', '=', invitation.id)
    .where('state', '=', 'open')
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new AppError('invitation_closed')
}

/** Open invitations that await the viewer, newest first. */
export async function listReceivedInvitations(db: Db, viewer: Viewer, after?: string | null, limit = 20): Promise<Page<InvitationView>> {
  return listOpen(db, viewer, 'received', after, limit)
}

/** Open invitations that the viewer sent, newest first. What their guests did with them is not told. */
export async function listSentInvitations(db: Db, viewer: Viewer, after?: string | null, limit = 20): Promise<Page<InvitationView>> {
  return listOpen(db, viewer, 'sent', after, limit)
}

/** How many invitations await the viewer. */
export async function countReceivedInvitations(db: Db, viewer: Viewer): Promise<number> {
  const { count } = await db
    .selectFrom('invitation')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('toId', '=', viewer.id)
    .where('state', '=', 'open')
    .where('setAsideAs', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

async function openInvitation(db: Db, id: string, side: 'toId' | 'fromId', memberId: number): Promise<OpenInvitationWithNote> {
  if (!isUuid(id)) throw new AppError('not_found')
  const row = await db
    .selectFrom('invitation')
    .select([...columns, 'state'])
    .where('id', '=', id)
    .where(side, '=', memberId)
    .executeTakeFirst()
  if (!row) throw new AppError('not_found')
  if (row.state !== 'open') throw new AppError('invitation_closed')
  return row
}

async function mark(
  db: Db,
  invitation: OpenInvitation,
  set: { setAsideAs: SetAsideReason | null; setAsideAt: Date | null },
): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('invitation')
    .set(set)
    .where('id', '=', invitation.id)
    .where('state', '=', 'open')
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new AppError('invitation_closed')
}

async function listOpen(
  db: Db,
  viewer: Viewer,
  box: 'received' | 'sent',
  after: string | null | undefined,
  limit: number,
): Promise<Page<InvitationView>> {
  const cursor = decodeCursor(after, ['time', 'uuid'])
  const received = box === 'received'
  let query = db
    .selectFrom('invitation')
    .innerJoin('member', 'member.id', received ? 'invitation.fromId' : 'invitation.toId')
    .leftJoin('profile', 'profile.memberId', 'member.id')
    .select([
      'invitation.id',
      'handle',
      'givenName',
      'familyName',
      'photoVersion',
      'headlineEn',
      'headlineFr',
      'relationship',
      'context',
      'startedOn',
      'endedOn',
      'note',
      'sentAt',
      sql<string>`sent_at::text`.as('sentKey'), // microseconds and all: a JavaScript date would lose some
    ])
    .where('state', '=', 'open')
    .where(received ? 'toId' : 'fromId', '=', viewer.id)
  if (received) query = query.where('setAsideAs', 'is', null)
  if (cursor) query = query.where(sql<boolean>`(sent_at, invitation.id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`)
  const rows = await query
    .orderBy('sentAt', 'desc')
    .orderBy('invitation.id', 'desc')
    .limit(limit + 1)
    .execute()
  const { rows: shown, next } = pageOf(rows, limit, (row) => [row.sentKey, row.id])
  return {
    rows: shown.map(({ sentKey: _, ...row }) => ({ ...row, relationship: received ? reversed(row.relationship) : row.relationship })),
    next,
  }
}
