// Asking to reach a person: along a way in, or straight where the person takes that purpose directly. The way is checked tie by tie on
// the rows, in the transaction that writes the request.
import { AppError } from '@entregent/lib/base/errors.ts'
import { optionalParagraph, paragraph, parseInput, refuseField } from '@entregent/lib/base/input.ts'
import { introductionNoteLimit } from '@entregent/lib/base/limits.ts'
import { type IntroductionState, purposes } from '@entregent/lib/base/words.ts'
import { deadlineOf, type EarlierRequest, firstState, mayAsk, openIntroductionLimit } from '@entregent/lib/policy/introduction.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { type Db, type Tx, transaction } from '../db/connect.ts'
import { notifyLive } from '../db/live.ts'
import type { Viewer } from '../members/viewer.ts'
import { areConnected } from '../network/connections.ts'
import { enqueue } from '../outbox/outbox.ts'
import { accessProfile } from '../profiles/access.ts'
import { readReachWay } from '../reachability/reach.ts'
import { findWay } from '../reachability/ways-in.ts'
import type { NetworkIndex } from '../services/services.ts'

export const askInput = z.strictObject({
  targetHandle: z.string(),
  /** The parts of a way's key, nearest first; none asks the person straight. */
  connectorHandles: z.array(z.string()).max(2),
  purpose: z.enum(purposes),
  noteToConnector: optionalParagraph(introductionNoteLimit),
  noteToTarget: paragraph(introductionNoteLimit),
})

/**
 * Asks, and gives the introduction's id. Fails with `not_found` (no such person, or not for this viewer), `introduction_no_way`
 * (the way is not, or no longer, the viewer's), `purpose_closed`, `already_connected`, `introduction_open`, `introduction_limit`,
 * `introduction_cooling_down`, `network_loading`, `invalid_input`.
 */
export async function askIntroduction(db: Db, networkIndex: NetworkIndex, viewer: Viewer, raw: unknown): Promise<string> {
  const input = parseInput(askInput, raw)
  if (input.connectorHandles.length > 0 && input.noteToConnector === null) refuseField('noteToConnector', 'required')
  const target = await accessProfile(db, viewer, input.targetHandle)
  if (target.id === viewer.id) throw new AppError('introduction_no_way')
  return transaction(db, async (tx) => {
    // The asker's requests are counted under their own row's lock: two at once cannot both be the fifth.
    await tx.selectFrom('member').select('id').where('id', '=', viewer.id).forNoKeyUpdate().executeTakeFirstOrThrow()
    await refuseUnlessAllowed(tx, viewer.id, target.id, input)
    const way = input.connectorHandles.length > 0 ? await findWay(tx, networkIndex, viewer, target, input.connectorHandles) : undefined
    if (input.connectorHandles.length > 0 && !way) throw new AppError('introduction_no_way')
    const connectorIds = way?.connectorIds ?? []
    return writeIntroduction(tx, viewer.id, target.id, connectorIds, input)
  })
}

async function refuseUnlessAllowed(tx: Tx, askerId: number, targetId: number, input: z.output<typeof askInput>): Promise<void> {
  const answer = mayAsk({
    connected: await areConnected(tx, askerId, targetId),
    way: await readReachWay(tx, targetId, input.purpose),
    connectors: input.connectorHandles.length,
    openCount: await countOpenRequests(tx, askerId),
    earlier: await listEarlierRequests(tx, askerId, targetId),
    now: new Date(),
  })
  if (answer.allowed) return
  if (answer.reason === 'introduction_cooling_down') throw new AppError(answer.reason, { until: answer.until.toISOString() })
  if (answer.reason === 'introduction_limit') throw new AppError(answer.reason, { limit: openIntroductionLimit })
  throw new AppError(answer.reason)
}

async function countOpenRequests(tx: Tx, askerId: number): Promise<number> {
  const { count } = await tx
    .selectFrom('introduction')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('askerId', '=', askerId)
    .where('closedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

async function listEarlierRequests(tx: Tx, askerId: number, targetId: number): Promise<EarlierRequest[]> {
  const { rows } = await sql<{ state: IntroductionState; closedAs: EarlierRequest['closedAs']; closedAt: Date | null; wentOn: boolean }>`
    select state, closed_as, closed_at,
           not exists (select from introduction_step s where s.introduction_id = i.id and s.position = 1 and s.forwarded_at is null) as went_on
    from introduction i
    where asker_id = ${askerId} and target_id = ${targetId}
    order by asked_at desc limit 50`.execute(tx)
  return rows
}

async function writeIntroduction(
  tx: Tx,
  askerId: number,
  targetId: number,
  connectorIds: readonly number[],
  input: z.output<typeof askInput>,
): Promise<string> {
  const askedAt = new Date()
  const expiresAt = deadlineOf(askedAt)
  const { id } = await tx
    .insertInto('introduction')
    .values({
      askerId,
      targetId,
      purpose: input.purpose,
      noteToTarget: input.noteToTarget,
      state: firstState(connectorIds.length),
      askedAt,
      expiresAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (connectorIds.length > 0) {
    await tx
      .insertInto('introductionStep')
      .values(
        connectorIds.map((connectorId, index) => ({
          introductionId: id,
          position: index + 1,
          connectorId,
          noteToConnector: index === 0 ? input.noteToConnector : null,
          reachedAt: index === 0 ? askedAt : null,
        })),
      )
      .execute()
    await enqueue(tx, 'mail.introduction_asked', { introductionId: id, position: 1 })
  } else {
    await enqueue(tx, 'mail.introduction_offered', { introductionId: id })
  }
  await enqueue(tx, 'introduction.deadline', { introductionId: id }, { key: `introduction.deadline:${id}`, runAt: expiresAt })
  await notifyLive(tx, connectorIds[0] ?? targetId, 'today')
  return id
}
