// The moment two people become connected: the invitation closes, the tie is born, the sender hears of it. In the caller's transaction.
import { AppError } from '@entregent/lib/base/errors.ts'
import type { Strength } from '@entregent/lib/base/words.ts'
import { sharedStrength } from '@entregent/lib/policy/tie-strength.ts'
import type { Selectable } from 'kysely'
import type { Tx } from '../db/connect.ts'
import { notifyLive } from '../db/live.ts'
import type { InvitationTable } from '../db/schema.generated.ts'
import { enqueue } from '../outbox/outbox.ts'

export type OpenInvitation = Pick<
  Selectable<InvitationTable>,
  'id' | 'fromId' | 'toId' | 'relationship' | 'context' | 'startedOn' | 'endedOn' | 'fromStrength'
>

/** Closes the invitation and connects its two people. Fails with `invitation_closed` when somebody was faster. */
export async function join(tx: Tx, invitation: OpenInvitation, strengthOfGuest: Strength | null): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('invitation')
    .set({ state: 'accepted', closedAt: new Date(), setAsideAs: null, setAsideAt: null })
    .where('id', '=', invitation.id)
    .where('state', '=', 'open')
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new AppError('invitation_closed')
  const senderIsLow = invitation.fromId < invitation.toId
  await tx
    .insertInto('connection')
    .values({
      lowId: Math.min(invitation.fromId, invitation.toId),
      highId: Math.max(invitation.fromId, invitation.toId),
      relationship: invitation.relationship,
      statedBy: invitation.fromId,
      context: invitation.context,
      startedOn: invitation.startedOn,
      endedOn: invitation.endedOn,
      lowStrength: senderIsLow ? invitation.fromStrength : strengthOfGuest,
      highStrength: senderIsLow ? strengthOfGuest : invitation.fromStrength,
      sharedStrength: sharedStrength({ ...invitation, at: new Date() }),
    })
    .execute()
  await enqueue(tx, 'mail.invitation_accepted', { invitationId: invitation.id })
  await notifyLive(tx, invitation.fromId, 'today')
}
