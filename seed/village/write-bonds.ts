// One tie, invitation, introduction or conversation of the village.
import { randomUUID } from 'node:crypto'
import type { Tx } from '@entregent/core/db/connect.ts'
import { deadlineOf } from '@entregent/lib/policy/introduction.ts'
import { sharedStrength } from '@entregent/lib/policy/tie-strength.ts'
import type { Conversation, Introduction, Invitation, Tie } from './bonds.ts'

/** The members' ids by the first part of their handles. */
export type Ids = Map<string, number>

const dayMs = 86_400_000
const daysAgo = (days: number) => new Date(Date.now() - days * dayMs)
const idOf = (ids: Ids, name: string) => {
  const id = ids.get(name)
  if (id === undefined) throw new Error(`nobody in the village is called ${name}`)
  return id
}

export async function addTie(tx: Tx, ids: Ids, tie: Tie): Promise<void> {
  const [stated, other] = [idOf(ids, tie.between[0]), idOf(ids, tie.between[1])]
  const statedIsLow = stated < other
  const [own, theirs] = tie.strengths ?? [null, null]
  const [startedOn, endedOn] = tie.months ?? [null, null]
  await tx
    .insertInto('connection')
    .values({
      lowId: Math.min(stated, other),
      highId: Math.max(stated, other),
      relationship: tie.relationship,
      statedBy: stated,
      context: tie.context ?? null,
      startedOn,
      endedOn,
      lowStrength: statedIsLow ? own : theirs,
      highStrength: statedIsLow ? theirs : own,
      hiddenByLow: statedIsLow && (tie.hidden ?? false),
      hiddenByHigh: !statedIsLow && (tie.hidden ?? false),
      sharedStrength: sharedStrength({ relationship: tie.relationship, startedOn, endedOn, at: new Date() }),
      // Each on a day of its own in the year before, the same at every seeding.
      connectedAt: daysAgo(20 + ((stated * 131 + other * 37) % 340)),
    })
    .execute()
}

export async function addInvitation(tx: Tx, ids: Ids, invitation: Invitation): Promise<void> {
  const { sentDaysAgo, setAsideAs, state } = invitation
  await tx
    .insertInto('invitation')
    .values({
      fromId: idOf(ids, invitation.from),
      toId: idOf(ids, invitation.to),
      relationship: invitation.relationship,
      context: invitation.context ?? null,
      note: invitation.note ?? null,
      state,
      setAsideAs: setAsideAs ?? null,
      setAsideAt: setAsideAs ? daysAgo(sentDaysAgo - 1) : null,
      sentAt: daysAgo(sentDaysAgo),
      closedAt: state === 'open' ? null : daysAgo(sentDaysAgo - 1),
    })
    .execute()
}

export async function addConversation(tx: Tx, ids: Ids, { between, messages, read, lastDaysAgo }: Conversation): Promise<void> {
  const [first, second] = [idOf(ids, between[0]), idOf(ids, between[1])]
  const firstIsLow = first < second
  const last = daysAgo(lastDaysAgo).getTime() - 600_000 // ten minutes, for today's to lie in the past
  const sentAt = (seq: number) => new Date(last - (messages.length - seq) * 3_600_000)
  const { id } = await tx
    .insertInto('conversation')
    .values({
      lowId: Math.min(first, second),
      highId: Math.max(first, second),
      lastSeq: messages.length,
      lastAt: sentAt(messages.length),
      lowReadSeq: read[firstIsLow ? 0 : 1],
      highReadSeq: read[firstIsLow ? 1 : 0],
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const rows = messages.map(([sender, body], place) => ({
    conversationId: id,
    seq: place + 1,
    senderId: idOf(ids, sender),
    body,
    clientKey: randomUUID(),
    sentAt: sentAt(place + 1),
  }))
  await tx.insertInto('message').values(rows).execute()
}

/** An accepted one finds the conversation of its two people, which has been added before. */
export async function addIntroduction(tx: Tx, ids: Ids, introduction: Introduction): Promise<void> {
  const { state, steps, askedDaysAgo } = introduction
  const [asker, target] = [idOf(ids, introduction.asker), idOf(ids, introduction.target)]
  const askedAt = daysAgo(askedDaysAgo)
  const expiresAt = deadlineOf(askedAt)
  const after = (days: number) => new Date(askedAt.getTime() + days * dayMs)
  const closedAt = introduction.closedAs === 'expired' ? expiresAt : state === 'accepted' || state === 'closed' ? after(2) : null
  const conversation = await tx
    .selectFrom('conversation')
    .select('id')
    .where('lowId', '=', Math.min(asker, target))
    .where('highId', '=', Math.max(asker, target))
    .executeTakeFirst()
  const { id } = await tx
    .insertInto('introduction')
    .values({
      askerId: asker,
      targetId: target,
      purpose: introduction.purpose,
      noteToTarget: introduction.noteToTarget,
      state,
      closedAs: introduction.closedAs ?? null,
      setAsideAt: introduction.targetSetAside ? after(1.5) : null,
      conversationId: state === 'accepted' ? (conversation?.id ?? null) : null,
      askedAt,
      expiresAt,
      closedAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const rows = steps.map((step, place) => ({
    introductionId: id,
    position: place + 1,
    connectorId: idOf(ids, step.connector),
    noteToConnector: step.note,
    reachedAt: place === 0 ? askedAt : steps[place - 1]?.forwarded ? after(place * 0.5) : null,
    forwardedAt: step.forwarded ? after((place + 1) * 0.5) : null,
    setAsideAt: step.setAside ? after(1) : null,
  }))
  if (rows.length > 0) await tx.insertInto('introductionStep').values(rows).execute()
}
