// Messages: numbered 1, 2, 3 … within their conversation under a lock on its row, so that their order is total; a retry with the same
// client key is the same message.
import { AppError } from '@entregent/lib/base/errors.ts'
import type { Granted } from '@entregent/lib/base/granted.ts'
import { paragraph, parseInput } from '@entregent/lib/base/input.ts'
import { messageLimit } from '@entregent/lib/base/limits.ts'
import { z } from 'zod'
import { type Db, type Tx, transaction } from '../db/connect.ts'
import { notifyLive } from '../db/live.ts'
import type { Viewer } from '../members/viewer.ts'
import { areConnected } from '../network/connections.ts'
import { accessProfile } from '../profiles/access.ts'
import { type ConversationView, mayWrite } from './conversations.ts'

export interface MessageView {
  readonly seq: number
  readonly isMine: boolean
  readonly body: string
  readonly sentAt: Date
}

export const messageInput = z.strictObject({ body: paragraph(messageLimit), clientKey: z.uuid() })

/** At most `limit` (50) messages before number `before` (the newest when not said), oldest first; `earlier` tells whether there are more. */
export async function listMessages(
  db: Db,
  viewer: Viewer,
  conversation: Granted<ConversationView, 'read'>,
  before?: number,
  limit = 50,
): Promise<{ messages: MessageView[]; earlier: boolean }> {
  let query = db.selectFrom('message').select(['seq', 'senderId', 'body', 'sentAt']).where('conversationId', '=', conversation.id)
  if (before !== undefined) query = query.where('seq', '<', before)
  const rows = await query
    .orderBy('seq', 'desc')
    .limit(limit + 1)
    .execute()
  const messages = rows.slice(0, limit).map(({ senderId, ...row }) => ({ ...row, isMine: senderId === viewer.id }))
  return { messages: messages.reverse(), earlier: rows.length > limit }
}

/**
 * Sends a message; gives its number. Sent again with the same `clientKey` it is not doubled. What came before counts as read.
 * Fails with `conversation_closed` (no longer connected nor introduced) and `invalid_input`.
 */
export async function sendMessage(db: Db, viewer: Viewer, conversation: Granted<ConversationView, 'read'>, raw: unknown): Promise<number> {
  const input = parseInput(messageInput, raw)
  return transaction(db, (tx) => append(tx, conversation.id, viewer.id, input))
}

/**
 * Writes to a connection for the first time: opens the conversation with the message. Gives the conversation's id.
 * Fails with `not_found` when the two are not connected and never were introduced, and as `sendMessage`.
 */
export async function startConversation(db: Db, viewer: Viewer, handle: string, raw: unknown): Promise<string> {
  const input = parseInput(messageInput, raw)
  const guest = await accessProfile(db, viewer, handle)
  return transaction(db, async (tx) => {
    if (guest.id === viewer.id || !(await areConnected(tx, viewer.id, guest.id))) throw new AppError('not_found')
    const id = await conversationOf(tx, viewer.id, guest.id)
    await append(tx, id, viewer.id, input)
    return id
  })
}

/** The conversation of these two, made when there is none. For features that have checked that they may write to each other. */
export async function conversationOf(tx: Tx, a: number, b: number): Promise<string> {
  const pair = { lowId: Math.min(a, b), highId: Math.max(a, b) }
  await tx
    .insertInto('conversation')
    .values(pair)
    .onConflict((conflict) => conflict.constraint('conversation_pair').doNothing())
    .execute()
  const { id } = await tx
    .selectFrom('conversation')
    .select('id')
    .where('lowId', '=', pair.lowId)
    .where('highId', '=', pair.highId)
    .executeTakeFirstOrThrow()
  return id
}

/** Remembers that the viewer has read up to message `seq`. Never goes back, never beyond the last message. */
export async function markRead(db: Db, viewer: Viewer, conversation: Granted<ConversationView, 'read'>, seq: number): Promise<void> {
  const mine = viewer.id < conversation.memberId ? 'lowReadSeq' : 'highReadSeq'
  await db
    .updateTable('conversation')
    .set((eb) => ({ [mine]: eb.fn('least', [eb.ref('lastSeq'), eb.fn('greatest', [eb.ref(mine), eb.val(seq)])]) }))
    .where('id', '=', conversation.id)
    .execute()
}

async function append(tx: Tx, conversationId: string, senderId: number, input: { body: string; clientKey: string }): Promise<number> {
  const conversation = await tx
    .selectFrom('conversation')
    .select(['lowId', 'highId', 'lastSeq', mayWrite.as('mayWrite')])
    .where('id', '=', conversationId)
    .forUpdate()
    .executeTakeFirst()
  if (!conversation) throw new AppError('not_found')
  const sent = await tx
    .selectFrom('message')
    .select('seq')
    .where('conversationId', '=', conversationId)
    .where('senderId', '=', senderId)
    .where('clientKey', '=', input.clientKey)
    .executeTakeFirst()
  if (sent) return sent.seq
  if (!conversation.mayWrite) throw new AppError('conversation_closed')
  const seq = conversation.lastSeq + 1
  await tx.insertInto('message').values({ conversationId, seq, senderId, body: input.body, clientKey: input.clientKey }).execute()
  const isLow = senderId === conversation.lowId
  await tx
    .updateTable('conversation')
    .set({ lastSeq: seq, lastAt: new Date(), ...(isLow ? { lowReadSeq: seq } : { highReadSeq: seq }) })
    .where('id', '=', conversationId)
    .execute()
  for (const memberId of [conversation.lowId, conversation.highId]) await notifyLive(tx, memberId, 'conversation')
  return seq
}
