// Introductions against a real database: the course of a request, who sees what of it, that a no and silence are one, and its deadline.
import { describe, expect, it } from 'vitest'
import { accessConversation } from '../conversations/conversations.ts'
import { startConversation } from '../conversations/messages.ts'
import type { Db } from '../db/connect.ts'
import { connect } from '../db/connect.ts'
import { addConnection, addMember } from '../db/testing/people.ts'
import { createTestDatabase, useTestDatabase } from '../db/testing/test-database.ts'
import { viewerOf } from '../members/testing/viewer-of.ts'
import type { Viewer } from '../members/viewer.ts'
import { accessAskedIntroduction, accessIntroduction, accessIntroductionToForward, accessOfferedIntroduction } from './access.ts'
import { bringBackIntroduction, closeIntroductionAtDeadline, closeOverdueIntroductions, setAsideIntroduction } from './answer.ts'
import {
  countAwaitingIntroductions,
  findOpenRequest,
  listAskedIntroductions,
  listIntroductionsToForward,
  listOfferedIntroductions,
  listRestingIntroductions,
} from './lists.ts'
import { accept, addCast, ask, type Cast, forward, kinds, passDeadline, race, withdraw } from './testing/cast.ts'

describe('an introduction', () => {
  const test = useTestDatabase()
  let casts = 0
  const cast = () => addCast(test.db, `-${++casts}`)

  it('goes from hand to hand to the person, and becomes a conversation that begins with the note', async () => {
    const { db } = test
    const { asker, first, second, target } = await cast()
    const id = await ask(db, asker, target, [first, second])
    await expect(accessIntroduction(db, second, id)).rejects.toMatchObject({ code: 'not_found' })
    await expect(accessIntroduction(db, target, id)).rejects.toMatchObject({ code: 'not_found' })
    expect(await accessIntroduction(db, first, id)).toMatchObject({
      role: 'connector',
      noteToConnector: 'Could you?',
      acts: ['forward', 'set_aside'],
    })
    await forward(db, first, id, 'A serious person.')
    expect(await accessIntroduction(db, second, id)).toMatchObject({
      role: 'connector',
      noteToConnector: 'A serious person.',
      from: { handle: first.handle },
    })
    expect(await accessIntroduction(db, asker, id)).toMatchObject({
      state: 'forwarded',
      connectors: [{ forwarded: true }, { forwarded: false }],
    })
    await expect(accessIntroduction(db, target, id)).rejects.toMatchObject({ code: 'not_found' })
    await forward(db, second, id, 'Worth your time.')
    expect(await accessIntroduction(db, target, id)).toMatchObject({
      role: 'target',
      connectorNote: 'Worth your time.',
      acts: ['accept', 'set_aside'],
    })
    expect(await accept(db, target, id)).toBe(asker.handle)
    expect(await accessIntroduction(db, asker, id)).toMatchObject({ state: 'accepted', conversationWith: target.handle, acts: [] })
    const message = await db.selectFrom('message').select(['senderId', 'seq', 'body']).executeTakeFirstOrThrow()
    expect(message).toEqual({ senderId: asker.id, seq: 1, body: 'May I ask you something?' })
    expect(await db.selectFrom('conversation').select(['lastSeq', 'lowReadSeq', 'highReadSeq']).executeTakeFirst()).toEqual({
      lastSeq: 1,
      lowReadSeq: 1,
      highReadSeq: 1,
    })
    expect(await kinds(db)).toEqual([
      'mail.introduction_asked',
      'mail.introduction_asked',
      'mail.introduction_offered',
      'mail.introduction_accepted',
    ])
  })

  it('goes straight where the person takes the purpose directly, and only there', async () => {
    const { db } = test
    const { asker, target } = await cast()
    await db
      .insertInto('reachPreference')
      .values([
        { memberId: target.id, purpose: 'expertise', way: 'direct' },
        { memberId: target.id, purpose: 'contract', way: 'never' },
      ])
      .execute()
    await expect(ask(db, asker, target, [], { purpose: 'reconnect' })).rejects.toMatchObject({ code: 'purpose_closed' })
    await expect(ask(db, asker, target, [], { purpose: 'contract' })).rejects.toMatchObject({ code: 'purpose_closed' })
    const id = await ask(db, asker, target, [], { noteToConnector: null })
    expect(await accessIntroduction(db, target, id)).toMatchObject({ role: 'target', state: 'offered', connectors: [] })
  })

  it('refuses a way that is not there, a person whom the asker may not find, and notes left blank', async () => {
    const { db } = test
    const { asker, first, second, target } = await cast()
    const stranger = await viewerOf(db, await addMember(db, 'Stranger'))
    for (const way of [[second], [stranger], [second, first], [first, first], [first, stranger], [target]]) {
      await expect(ask(db, asker, target, way)).rejects.toMatchObject({ code: 'introduction_no_way' })
    }
    await expect(ask(db, asker, first, [second])).rejects.toMatchObject({ code: 'already_connected' })
    await expect(ask(db, asker, target, [first], { noteToConnector: ' ' })).rejects.toMatchObject({
      details: { fields: { noteToConnector: { code: 'required' } } },
    })
    await expect(ask(db, asker, target, [first], { noteToTarget: '' })).rejects.toMatchObject({
      details: { fields: { noteToTarget: { code: 'required' } } },
    })
    await db.updateTable('member').set({ findableBy: 'nobody' }).where('id', '=', target.id).execute()
    await expect(ask(db, asker, target, [first])).rejects.toMatchObject({ code: 'not_found' })
  })

  it('is one at a time for a person and five in all; the pair then rests, whichever way was taken', async () => {
    const { db } = test
    const { asker, first, second, target } = await cast()
    const id = await ask(db, asker, target, [first])
    await expect(ask(db, asker, target, [first, second])).rejects.toMatchObject({ code: 'introduction_open' })
    const others = await Promise.all(Array.from({ length: 5 }, async (_, at) => viewerOf(db, await addMember(db, `Other${at} L`))))
    await Promise.all(others.map((other) => addConnection(db, first.id, other.id)))
    await Promise.all(others.slice(0, 4).map((other) => ask(db, asker, other, [first])))
    await expect(ask(db, asker, others[4] as Viewer, [first])).rejects.toMatchObject({ code: 'introduction_limit', details: { limit: 5 } })
    await withdraw(db, asker, id)
    const again = await ask(db, asker, target, [first])
    await passDeadline(db, again)
    await expect(ask(db, asker, target, [first, second])).rejects.toMatchObject({ code: 'introduction_cooling_down' })
  })

  it('is only for those in it, each in their own part', async () => {
    const { db } = test
    const { asker, first, target } = await cast()
    const stranger = await viewerOf(db, await addMember(db, 'Outside'))
    const id = await ask(db, asker, target, [first])
    for (const [who, access] of [
      [stranger, accessIntroduction],
      [asker, accessIntroductionToForward],
      [asker, accessOfferedIntroduction],
      [first, accessAskedIntroduction],
      [first, accessOfferedIntroduction],
      [target, accessOfferedIntroduction],
    ] as const) {
      await expect(access(db, who, id)).rejects.toMatchObject({ code: 'not_found' })
    }
    await expect(accessIntroduction(db, asker, 'not-a-number')).rejects.toMatchObject({ code: 'not_found' })
  })

  it('can be let rest and brought back until it closes', async () => {
    const { db } = test
    const { asker, first, target } = await cast()
    const id = await ask(db, asker, target, [first])
    await setAsideIntroduction(db, await accessIntroductionToForward(db, first, id))
    expect(await countAwaitingIntroductions(db, first)).toEqual({ toForward: 0, offered: 0 })
    expect((await listRestingIntroductions(db, first)).rows.map((row) => row.id)).toEqual([id])
    await bringBackIntroduction(db, await accessIntroductionToForward(db, first, id))
    expect((await listIntroductionsToForward(db, first)).rows.map((row) => row.id)).toEqual([id])
    await forward(db, first, id)
    await setAsideIntroduction(db, await accessOfferedIntroduction(db, target, id))
    expect((await listOfferedIntroductions(db, target)).rows).toEqual([])
    await accept(db, target, id)
    await expect(setAsideIntroduction(db, await accessOfferedIntroduction(db, target, id))).rejects.toMatchObject({
      code: 'introduction_closed',
    })
  })

  it('cannot be passed on to somebody whom the connector no longer knows', async () => {
    const { db } = test
    const { asker, first, target } = await cast()
    const id = await ask(db, asker, target, [first])
    await db
      .deleteFrom('connection')
      .where('lowId', '=', Math.min(first.id, target.id))
      .where('highId', '=', Math.max(first.id, target.id))
      .execute()
    await expect(forward(db, first, id)).rejects.toMatchObject({ code: 'introduction_no_way' })
  })

  it('cannot be passed on to somebody who takes nothing of the kind any more', async () => {
    const { db } = test
    const { asker, first, target } = await cast()
    const id = await ask(db, asker, target, [first])
    await db.insertInto('reachPreference').values({ memberId: target.id, purpose: 'expertise', way: 'never' }).execute()
    await expect(forward(db, first, id)).rejects.toMatchObject({ code: 'purpose_closed' })
    await db.deleteFrom('reachPreference').where('memberId', '=', target.id).execute()
    await forward(db, first, id)
    expect(await accessIntroduction(db, asker, id)).toMatchObject({ state: 'offered' })
  })

  it('accepted into a conversation of old, leaves unread what the asker had not read', async () => {
    const { db } = test
    const { asker, first, target } = await cast()
    await addConnection(db, asker.id, target.id)
    const conversationId = await startConversation(db, target, asker.handle, { body: 'One.', clientKey: crypto.randomUUID() })
    await db
      .deleteFrom('connection')
      .where('lowId', '=', Math.min(asker.id, target.id))
      .where('highId', '=', Math.max(asker.id, target.id))
      .execute()
    const id = await ask(db, asker, target, [first])
    await forward(db, first, id)
    await accept(db, target, id)
    const read = await accessConversation(db, asker, conversationId)
    expect(read).toMatchObject({ lastSeq: 2, readSeq: 0 })
    expect(await accessConversation(db, target, conversationId)).toMatchObject({ lastSeq: 2, readSeq: 1 })
  })

  it('is listed page by page, newest first', async () => {
    const { db } = test
    const { asker, first } = await cast()
    const targets = await Promise.all(Array.from({ length: 5 }, async (_, at) => viewerOf(db, await addMember(db, `Listed${at} L`))))
    await Promise.all(targets.map((other) => addConnection(db, first.id, other.id)))
    const ids: string[] = []
    for (const target of targets) ids.unshift(await ask(db, asker, target, [first]))
    const one = await listAskedIntroductions(db, asker, null, 2)
    const two = await listAskedIntroductions(db, asker, one.next, 2)
    const three = await listAskedIntroductions(db, asker, two.next, 2)
    expect([one, two, three].flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual(ids)
    expect(three.next).toBeUndefined()
  })
})

describe('a no and silence', () => {
  /** All that the asker can fetch, and the mails that left, with ids and moments taken out. */
  async function whatTheAskerKnows(db: Db, { asker, target, first }: Cast, id: string): Promise<string> {
    const asked = await Promise.allSettled([
      accessIntroduction(db, asker, id),
      listAskedIntroductions(db, asker),
      findOpenRequest(db, asker, target),
      countAwaitingIntroductions(db, asker),
      db.selectFrom('message').selectAll().execute(),
    ])
    const again = await race([() => ask(db, asker, target, [first])])
    const known = JSON.stringify([asked, again, await kinds(db)])
    return known.replaceAll(id, 'ID').replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/gu, 'MOMENT')
  }

  type World = (db: Db, cast: Cast, id: string) => Promise<void>
  const worlds: Record<string, [World, World][]> = {
    'of the connector': [
      [async (db, { first }, id) => setAsideIntroduction(db, await accessIntroductionToForward(db, first, id)), async () => {}],
    ],
    'of the person': [
      [
        async (db, { first, target }, id) => {
          await forward(db, first, id)
          await setAsideIntroduction(db, await accessOfferedIntroduction(db, target, id))
        },
        async (db, { first }, id) => forward(db, first, id),
      ],
    ],
  }

  it.each(Object.entries(worlds))('%s are the same to the asker, before and after the deadline', async (_, [pair]) => {
    const told = await Promise.all(
      (pair as [World, World]).map(async (world) => {
        const { url, drop } = await createTestDatabase()
        const database = connect(url)
        const cast = await addCast(database.db)
        const id = await ask(database.db, cast.asker, cast.target, [cast.first])
        await world(database.db, cast, id)
        const before = await whatTheAskerKnows(database.db, cast, id)
        await passDeadline(database.db, id)
        const after = await whatTheAskerKnows(database.db, cast, id)
        const closed = await database.db.selectFrom('introduction').select(['closedAt', 'expiresAt']).executeTakeFirstOrThrow()
        await database.close()
        await drop()
        return { before, after, atItsDeadline: closed.closedAt?.getTime() === closed.expiresAt.getTime() }
      }),
    )
    expect(told[0]).toEqual(told[1])
    expect(told[0]?.after).toContain('mail.introduction_closed')
    expect(told[0]?.before).not.toContain('mail.introduction_closed')
    expect(told[0]?.atItsDeadline).toBe(true)
  })
})

describe('at the deadline', () => {
  const test = useTestDatabase()

  it('a request closes once, tells the asker once, and takes no more acts', async () => {
    const { db } = test
    const cast = await addCast(db)
    const id = await ask(db, cast.asker, cast.target, [cast.first])
    await closeIntroductionAtDeadline(db, id)
    expect(await accessIntroduction(db, cast.asker, id)).toMatchObject({ state: 'asked' })
    await db
      .updateTable('introduction')
      .set({ expiresAt: new Date(Date.now() - 1000) })
      .where('id', '=', id)
      .execute()
    // Before the job has run it is told closed already.
    expect(await accessIntroduction(db, cast.asker, id)).toMatchObject({ state: 'closed', closedAs: 'expired', acts: [] })
    await expect(forward(db, cast.first, id)).rejects.toMatchObject({ code: 'introduction_closed' })
    await Promise.all(Array.from({ length: 4 }, () => closeIntroductionAtDeadline(db, id)))
    expect((await kinds(db)).filter((kind) => kind === 'mail.introduction_closed')).toHaveLength(1)
  })

  it('a request whose job was lost is closed by the sweep an hour later, and no other', async () => {
    const { db } = test
    const { asker, first, second, target } = await addCast(db, '-swept')
    const late = await ask(db, asker, target, [first])
    const open = await ask(db, asker, second, [first])
    const states = () =>
      Promise.all(
        [late, open].map(
          async (id) => (await db.selectFrom('introduction').select('state').where('id', '=', id).executeTakeFirst())?.state,
        ),
      )
    const inAnHour = new Date(Date.now() + 3_700_000)
    await closeOverdueIntroductions(db, inAnHour)
    expect(await states()).toEqual(['asked', 'asked'])
    await db
      .updateTable('introduction')
      .set({ expiresAt: new Date(Date.now() - 1000) })
      .where('id', '=', late)
      .execute()
    await closeOverdueIntroductions(db)
    expect(await states()).toEqual(['asked', 'asked'])
    await closeOverdueIntroductions(db, inAnHour)
    expect(await states()).toEqual(['closed', 'asked'])
  })
})
