// Asking a member to connect. One open invitation at most between two people, whoever sent it: a unique index says so, and when two
// people invite each other at the same moment the second insert finds the first one and accepts it.
import { AppError } from '@entregent/lib/base/errors.ts'
import { optionalLine, optionalMonth, optionalParagraph, parseInput, refuseField } from '@entregent/lib/base/input.ts'
import { relationships, type Strength } from '@entregent/lib/base/words.ts'
import { z } from 'zod'
import { type Db, type Tx, transaction } from '../db/connect.ts'
import { notifyLive } from '../db/live.ts'
import type { Viewer } from '../members/viewer.ts'
import { areConnected } from '../network/connections.ts'
import { enqueue } from '../outbox/outbox.ts'
import { accessProfile } from '../profiles/access.ts'
import { join, type OpenInvitation } from './join.ts'

/** Open invitations that one member may have at a time. */
export const openInvitationLimit = 100
/** For so long an invitation that was set aside is set aside again, unseen, when it is sent anew. */
const settledDays = 90

export const invitationInput = z.strictObject({
  relationship: z.enum(relationships),
  context: optionalLine(200),
  startedOn: optionalMonth,
  endedOn: optionalMonth,
  note: optionalParagraph(600),
  strength: z
    .union([z.literal(''), z.enum(['1', '2', '3'])])
    .nullish()
    .transform((value) => (value ? (Number(value) as Strength) : null)),
})

/**
 * Invites the member of this handle to connect, or accepts their own open invitation. Gives which of the two happened.
 * Fails with `not_found` (no such member, or not visible to the viewer), `invitation_to_self`, `already_connected`,
 * `invitation_open` (the viewer has invited them already), `invitation_limit`, `invalid_input`.
 */
export async function inviteMember(db: Db, viewer: Viewer, handle: string, raw: unknown): Promise<'sent' | 'connected'> {
  const guest = await accessProfile(db, viewer, handle)
  if (guest.id === viewer.id) throw new AppError('invitation_to_self')
  const input = parseInput(invitationInput, raw)
  if (input.startedOn && input.endedOn && input.endedOn < input.startedOn) refuseField('endedOn', 'ends_before_start')
  return transaction(db, async (tx) => {
    const mailedBefore = await invitedLately(tx, viewer.id, guest.id)
    const sent = await insertInvitation(tx, viewer.id, guest.id, input)
    // Read after the insert: an acceptance that was under way is over by now, for it held the unique index.
    if (await areConnected(tx, viewer.id, guest.id)) throw new AppError('already_connected')
    if (!sent) return joinCrossing(tx, viewer.id, guest.id, input.strength)
    await refuseAboveLimit(tx, viewer.id)
    if (sent.setAsideAs === null) {
      if (!mailedBefore) await enqueue(tx, 'mail.invitation_received', { invitationId: sent.id })
      await notifyLive(tx, guest.id, 'today')
    }
    return 'sent'
  })
}

// Withdrawn and sent anew, an invitation is there again, but no second mail goes out for it.
async function invitedLately(tx: Tx, fromId: number, toId: number): Promise<boolean> {
  const since = new Date(Date.now() - settledDays * 86_400_000)
  const row = await tx
    .selectFrom('invitation')
    .select('id')
    .where('fromId', '=', fromId)
    .where('toId', '=', toId)
    .where('sentAt', '>', since)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

async function insertInvitation(tx: Tx, fromId: number, toId: number, input: z.output<typeof invitationInput>) {
  const earlier = await tx
    .selectFrom('invitation')
    .select(['setAsideAs', 'setAsideAt'])
    .where('fromId', '=', fromId)
    .where('toId', '=', toId)
    .where('setAsideAt', '>', new Date(Date.now() - settledDays * 86_400_000))
    .orderBy('setAsideAt', 'desc')
    .executeTakeFirst()
  return tx
    .insertInto('invitation')
    .values({
      fromId,
      toId,
      relationship: input.relationship,
      context: input.context,
      startedOn: input.startedOn && `${input.startedOn}-01`,
      endedOn: input.endedOn && `${input.endedOn}-01`,
      note: input.note,
      fromStrength: input.strength,
      setAsideAs: earlier?.setAsideAs ?? null,
      setAsideAt: earlier?.setAsideAt ?? null,
    })
    .onConflict((conflict) => conflict.columns(['lowId', 'highId']).where('state', '=', 'open').doNothing())
    .returning(['id', 'setAsideAs'])
    .executeTakeFirst()
}

async function joinCrossing(tx: Tx, viewerId: number, guestId: number, strength: Strength | null): Promise<'connected'> {
  const open: OpenInvitation | undefined = await tx
    .selectFrom('invitation')
    .select(['id', 'fromId', 'toId', 'relationship', 'context', 'startedOn', 'endedOn', 'fromStrength'])
    .where('state', '=', 'open')
    .where('lowId', '=', Math.min(viewerId, guestId))
    .where('highId', '=', Math.max(viewerId, guestId))
    .forUpdate()
    .executeTakeFirst()
  // Ours already; or closed a moment ago, and then the sender may simply try again.
  if (open?.fromId !== guestId) throw new AppError('invitation_open')
  await join(tx, open, strength)
  return 'connected'
}

async function refuseAboveLimit(tx: Tx, viewerId: number): Promise<void> {
  const { count } = await tx
    .selectFrom('invitation')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('fromId', '=', viewerId)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow()
  if (Number(count) > openInvitationLimit) throw new AppError('invitation_limit', { limit: openInvitationLimit })
}
