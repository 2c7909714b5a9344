// What becomes of an introduction: forwarded, let rest, accepted, withdrawn, closed at its deadline. Every verb takes the row's lock
// first, so of two that race one finds it closed. Letting it rest changes nothing that anyone else can see.
import { AppError } from '@entregent/lib/base/errors.ts'
import type { Granted } from '@entregent/lib/base/granted.ts'
import { optionalParagraph, parseInput } from '@entregent/lib/base/input.ts'
import { introductionNoteLimit } from '@entregent/lib/base/limits.ts'
import { shownState, stateAfterForward } from '@entregent/lib/policy/introduction.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { conversationOf } from '../conversations/messages.ts'
import { type Db, type Tx, transaction } from '../db/connect.ts'
import { notifyLive } from '../db/live.ts'
import { areConnected } from '../network/connections.ts'
import { enqueue } from '../outbox/outbox.ts'
import { readReachWay } from '../reachability/reach.ts'
import type { AskedView, ForwardView, OfferedView } from './access.ts'

export const forwardInput = z.strictObject({ ownWords: optionalParagraph(introductionNoteLimit) })

/**
 * Passes the request on to the next connector, or offers it to the person, with the connector's own words. Fails with
 * `introduction_closed` (forwarded already, withdrawn, past its deadline), `introduction_no_way` (the connector no longer knows the
 * next one), `purpose_closed` (the person takes nothing of the kind any more), `invalid_input`.
 */
export async function forwardIntroduction(db: Db, view: Granted<ForwardView, 'forward'>, raw: unknown): Promise<void> {
  const { ownWords } = parseInput(forwardInput, raw)
  await transaction(db, async (tx) => {
    const introduction = await lockOpen(tx, view.id)
    const steps = await tx
      .selectFrom('introductionStep')
      .select(['position', 'connectorId', 'reachedAt', 'forwardedAt'])
      .where('introductionId', '=', view.id)
      .orderBy('position')
      .execute()
    const own = steps.find(({ connectorId }) => connectorId === view.memberId)
    if (!own?.reachedAt || own.forwardedAt) throw new AppError('introduction_closed')
    const next = steps.find(({ position }) => position === own.position + 1)
    const nextId = next?.connectorId ?? introduction.targetId
    if (!(await areConnected(tx, view.memberId, nextId))) throw new AppError('introduction_no_way')
    if ((await readReachWay(tx, introduction.targetId, view.purpose)) === 'never') throw new AppError('purpose_closed')
    const now = new Date()
    await stepOf(tx, view.id, own.position).set({ forwardedAt: now, setAsideAt: null }).execute()
    if (next) await stepOf(tx, view.id, next.position).set({ reachedAt: now, noteToConnector: ownWords }).execute()
    await tx
      .updateTable('introduction')
      .set({ state: stateAfterForward(own.position, steps.length), ...(next ? {} : { connectorNote: ownWords }) })
      .where('id', '=', view.id)
      .execute()
    if (next) await enqueue(tx, 'mail.introduction_asked', { introductionId: view.id, position: next.position })
    else await enqueue(tx, 'mail.introduction_offered', { introductionId: view.id })
    await notifyLive(tx, nextId, 'today')
  })
}

/** Lets the request rest, quietly. It can be brought back until the deadline. Fails with `introduction_closed`. */
export async function setAsideIntroduction(db: Db, view: Granted<ForwardView, 'forward'> | Granted<OfferedView, 'answer'>): Promise<void> {
  await rest(db, view, new Date())
}

/** Undoes `setAsideIntroduction`. Fails with `introduction_closed`. */
export async function bringBackIntroduction(db: Db, view: Granted<ForwardView, 'forward'> | Granted<OfferedView, 'answer'>): Promise<void> {
  await rest(db, view, null)
}

/**
 * Accepts: opens the conversation of the two (or takes the one they had) and puts the asker's note into it as their message. Does not
 * connect them. Gives the asker's handle. Fails with `introduction_closed` when it was withdrawn or accepted meanwhile, or is past its
 * deadline.
 */
export async function acceptIntroduction(db: Db, view: Granted<OfferedView, 'answer'>): Promise<string> {
  await transaction(db, async (tx) => {
    const introduction = await lockOpen(tx, view.id)
    if (introduction.state !== 'offered') throw new AppError('introduction_closed')
    const conversationId = await openConversation(tx, introduction)
    await tx
      .updateTable('introduction')
      .set({ state: 'accepted', closedAt: new Date(), setAsideAt: null, conversationId })
      .where('id', '=', view.id)
      .execute()
    await enqueue(tx, 'mail.introduction_accepted', { introductionId: view.id })
    await notifyLive(tx, introduction.askerId, 'today')
  })
  return view.asker.handle
}

/** Takes the request back, from whoever it lies before. Fails with `introduction_closed` when the person was faster. */
export async function withdrawIntroduction(db: Db, view: Granted<AskedView, 'withdraw'>): Promise<void> {
  await transaction(db, async (tx) => {
    const { state, targetId } = await lockOpen(tx, view.id)
    await tx
      .updateTable('introduction')
      .set({ state: 'closed', closedAs: 'withdrawn', closedAt: new Date() })
      .where('id', '=', view.id)
      .execute()
    // A person to whom nothing was offered yet hears nothing.
    if (state === 'offered') await notifyLive(tx, targetId, 'today')
  })
}

/**
 * Closes a request whose deadline has passed, and tells the asker: at the same moment and in the same words whether somebody let it
 * rest or nobody looked. Nothing happens when it is closed already, or when the deadline lies ahead.
 */
export async function closeIntroductionAtDeadline(db: Db, introductionId: string): Promise<void> {
  await transaction(db, async (tx) => {
    const closed = await tx
      .updateTable('introduction')
      .set({ state: 'closed', closedAs: 'expired', closedAt: sql`expires_at` })
      .where('id', '=', introductionId)
      .where('closedAt', 'is', null)
      .where('expiresAt', '<=', new Date())
      .returning('askerId')
      .executeTakeFirst()
    if (!closed) return
    await enqueue(tx, 'mail.introduction_closed', { introductionId })
    await notifyLive(tx, closed.askerId, 'today')
  })
}

/** Closes what is long past its deadline and still open, because the job that should have done it came to nothing; at most 200 at a time. */
export async function closeOverdueIntroductions(db: Db, now = new Date()): Promise<void> {
  const overdue = await db
    .selectFrom('introduction')
    .select('id')
    .where('closedAt', 'is', null)
    .where('expiresAt', '<', new Date(now.getTime() - 3_600_000))
    .orderBy('expiresAt')
    .limit(200)
    .execute()
  for (const { id } of overdue) await closeIntroductionAtDeadline(db, id)
}

interface Locked {
  readonly id: string
  readonly askerId: number
  readonly targetId: number
  readonly state: string
  readonly noteToTarget: string
  readonly askedAt: Date
}

async function lockOpen(tx: Tx, id: string): Promise<Locked> {
  const row = await tx
    .selectFrom('introduction')
    .select(['id', 'askerId', 'targetId', 'state', 'noteToTarget', 'askedAt', 'expiresAt'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new AppError('not_found')
  const state = shownState(row, new Date())
  if (state === 'accepted' || state === 'closed') throw new AppError('introduction_closed')
  return row
}

function stepOf(tx: Tx, introductionId: string, position: number) {
  return tx.updateTable('introductionStep').where('introductionId', '=', introductionId).where('position', '=', position)
}

async function rest(db: Db, view: ForwardView | OfferedView, setAsideAt: Date | null): Promise<void> {
  await transaction(db, async (tx) => {
    await lockOpen(tx, view.id)
    const { numUpdatedRows } =
      view.role === 'target'
        ? await tx
            .updateTable('introduction')
            .set({ setAsideAt })
            .where('id', '=', view.id)
            .where('state', '=', 'offered')
            .executeTakeFirst()
        : await tx
            .updateTable('introductionStep')
            .set({ setAsideAt })
            .where('introductionId', '=', view.id)
            .where('connectorId', '=', view.memberId)
            .where('reachedAt', 'is not', null)
            .where('forwardedAt', 'is', null)
            .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new AppError('introduction_closed')
  })
}

// The introduction's id is the message's idempotency key. In a new conversation both have read the note: one wrote it, the other
// accepted it. In an old one the asker has read their own note, but nothing that came before and that they had not read.
async function openConversation(tx: Tx, introduction: Locked): Promise<string> {
  const { askerId, targetId } = introduction
  const id = await conversationOf(tx, askerId, targetId)
  const conversation = await tx
    .updateTable('conversation')
    .set({
      lastSeq: sql`last_seq + 1`,
      lastAt: sql`now()`,
      lowReadSeq: sql`case when last_seq = 0 or (low_id = ${askerId} and low_read_seq = last_seq) then last_seq + 1 else low_read_seq end`,
      highReadSeq: sql`case when last_seq = 0 or (high_id = ${askerId} and high_read_seq = last_seq) then last_seq + 1 else high_read_seq end`,
    })
    .where('id', '=', id)
    .returning('lastSeq')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('message')
    .values({
      conversationId: id,
      seq: conversation.lastSeq,
      senderId: askerId,
      body: introduction.noteToTarget,
      clientKey: introduction.id,
    })
    .execute()
  return id
}
