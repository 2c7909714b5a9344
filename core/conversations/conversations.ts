// Conversations: two members, messages in one order without gaps. Writing needs a tie: connected, or an introduction that was accepted.
// Reading what was written needs none: an ended connection closes the pen, not the drawer.

import { decodeCursor, type Page, pageOf } from '@entregent/lib/base/cursor.ts'
import { AppError } from '@entregent/lib/base/errors.ts'
import { type Granted, grant } from '@entregent/lib/base/granted.ts'
import { isUuid } from '@entregent/lib/base/uuid.ts'
import { sql } from 'kysely'
import type { Db } from '../db/connect.ts'
import type { Viewer } from '../members/viewer.ts'

/** A conversation as one of its two members sees it. */
export interface ConversationView {
  readonly id: string
  /** The other member. */
  readonly memberId: number
  readonly handle: string
  readonly givenName: string
  readonly familyName: string
  readonly photoVersion: number
  /** The number of the last message; 0 when there is none yet. */
  readonly lastSeq: number
  readonly lastAt: Date
  /** The last message that the viewer has read. */
  readonly readSeq: number
  /** Connected, or introduced and accepted. */
  readonly mayWrite: boolean
}

/** A row of the list: with the beginning of the last message. */
export interface ConversationRow extends ConversationView {
  readonly lastBody: string | null
  readonly lastIsMine: boolean
}

/** One of the viewer's conversations. Fails with `not_found`. */
export async function accessConversation(db: Db, viewer: Viewer, id: string): Promise<Granted<ConversationView, 'read'>> {
  const row = isUuid(id) ? await conversationsOf(db, viewer).where('conversation.id', '=', id).executeTakeFirst() : undefined
  if (!row) throw new AppError('not_found')
  return grant<'read', ConversationView>(row)
}

/** The viewer's conversation with the member of this handle, if they have one. */
export async function findConversationWith(db: Db, viewer: Viewer, handle: string): Promise<ConversationView | undefined> {
  return conversationsOf(db, viewer).where('member.handle', '=', handle).executeTakeFirst()
}

/** The viewer's conversations, the last written in first; at most `limit` (20) a page. */
export async function listConversations(db: Db, viewer: Viewer, after?: string | null, limit = 20): Promise<Page<ConversationRow>> {
  const cursor = decodeCursor(after, ['time', 'uuid'])
  let query = conversationsOf(db, viewer)
    .leftJoin('message', (join) =>
      join.onRef('message.conversationId', '=', 'conversation.id').onRef('message.seq', '=', 'conversation.lastSeq'),
    )
    .select([
      sql<string | null>`left(message.body, 140)`.as('lastBody'),
      sql<boolean>`coalesce(message.sender_id = ${viewer.id}, false)`.as('lastIsMine'),
    ])
    .select(sql<string>`conversation.last_at::text`.as('lastKey')) // microseconds and all
    .where('lastSeq', '>', 0)
  if (cursor) query = query.where(sql<boolean>`(last_at, conversation.id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`)
  const rows = await query
    .orderBy('lastAt', 'desc')
    .orderBy('conversation.id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = pageOf(rows, limit, (row) => [row.lastKey, row.id])
  return { rows: page.rows.map(({ lastKey: _, ...row }) => row), next: page.next }
}

/** How many conversations hold something that the viewer has not read. */
export async function countUnreadConversations(db: Db, viewer: Viewer): Promise<number> {
  const { count } = await db
    .selectFrom('conversation')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where((eb) =>
      eb.or([
        eb.and([eb('lowId', '=', viewer.id), eb('lowReadSeq', '<', eb.ref('lastSeq'))]),
        eb.and([eb('highId', '=', viewer.id), eb('highReadSeq', '<', eb.ref('lastSeq'))]),
      ]),
    )
    .executeTakeFirstOrThrow()
  return Number(count)
}

function conversationsOf(db: Db, viewer: Viewer) {
  return db
    .selectFrom('conversation')
    .innerJoin('member', (join) => join.on(sql<boolean>`member.id = case when low_id = ${viewer.id} then high_id else low_id end`))
    .select([
      'conversation.id',
      'member.id as memberId',
      'handle',
      'givenName',
      'familyName',
      'photoVersion',
      'lastSeq',
      'lastAt',
      sql<number>`case when low_id = ${viewer.id} then low_read_seq else high_read_seq end`.as('readSeq'),
      mayWrite.as('mayWrite'),
    ])
    .where((eb) => eb.or([eb('lowId', '=', viewer.id), eb('highId', '=', viewer.id)]))
}

/** Connected, or one asked for an introduction to the other and it was accepted: over the columns of `conversation`. */
export const mayWrite = sql<boolean>`(
  exists (select from connection c where c.low_id = conversation.low_id and c.high_id = conversation.high_id)
  or exists (
    select from introduction i where i.state = 'accepted'
    and ((i.asker_id = conversation.low_id and i.target_id = conversation.high_id) or (i.asker_id = conversation.high_id and i.target_id = conversation.low_id))
  ))`
