// Invitations against a real database: what they become, who sees what, and what happens when everything happens at once.
import { isAppError } from '@entregent/lib/base/errors.ts'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Db } from '../db/connect.ts'
import { addConnection, addMember } from '../db/testing/people.ts'
import { useTestDatabase } from '../db/testing/test-database.ts'
import { viewerOf } from '../members/testing/viewer-of.ts'
import { listConnections } from '../network/connections.ts'
import {
  acceptInvitation,
  accessReceivedInvitation,
  accessSentInvitation,
  bringBackInvitation,
  countReceivedInvitations,
  listReceivedInvitations,
  listSentInvitations,
  setAsideInvitation,
  withdrawInvitation,
} from './answer.ts'
import { inviteMember } from './invite.ts'

const colleague = {
  relationship: 'colleague',
  context: 'La Gazette',
  startedOn: '2001-03',
  endedOn: '2006-09',
  note: 'Bonjour !',
  strength: '3',
}

describe('invitations', () => {
  const test = useTestDatabase()

  async function twoMembers() {
    const { db } = test
    const [anne, bruno] = [await viewerOf(db, await addMember(db, 'Anne Roy')), await viewerOf(db, await addMember(db, 'Bruno Levy'))]
    return { db, anne, bruno }
  }

  it('connect the two with what the sender said, seen from each side, each strength kept private', async () => {
    const { db, anne, bruno } = await twoMembers()
    expect(await inviteMember(db, anne, bruno.handle, { ...colleague, relationship: 'client' })).toBe('sent')
    const received = await listReceivedInvitations(db, bruno)
    expect(received.rows).toHaveLength(1)
    expect(received.rows[0]).toMatchObject({ handle: anne.handle, relationship: 'supplier', context: 'La Gazette', note: 'Bonjour !' })
    await acceptInvitation(db, await accessReceivedInvitation(db, bruno, received.rows[0]?.id ?? ''), 1)
    const [ofAnne] = (await listConnections(db, anne)).rows
    const [ofBruno] = (await listConnections(db, bruno)).rows
    expect(ofAnne).toMatchObject({ handle: bruno.handle, relationship: 'client', startedOn: '2001-03-01', strength: 3 })
    expect(ofBruno).toMatchObject({ handle: anne.handle, relationship: 'supplier', strength: 1 })
    const jobs = await db.selectFrom('outbox').select('kind').where('kind', 'like', 'mail.invitation%').execute()
    expect(jobs.map(({ kind }) => kind).sort()).toEqual(['mail.invitation_accepted', 'mail.invitation_received'])
  })

  it('refuse oneself, a connection, a second time, and dates the wrong way round', async () => {
    const { db, anne, bruno } = await twoMembers()
    await expect(inviteMember(db, anne, anne.handle, colleague)).rejects.toMatchObject({ code: 'invitation_to_self' })
    await expect(inviteMember(db, anne, bruno.handle, { ...colleague, endedOn: '1999-01' })).rejects.toMatchObject({
      details: { fields: { endedOn: { code: 'ends_before_start' } } },
    })
    await inviteMember(db, anne, bruno.handle, colleague)
    await expect(inviteMember(db, anne, bruno.handle, colleague)).rejects.toMatchObject({ code: 'invitation_open' })
    const carla = await viewerOf(db, await addMember(db, 'Carla Diaz'))
    await addConnection(db, anne.id, carla.id)
    await expect(inviteMember(db, carla, anne.handle, colleague)).rejects.toMatchObject({ code: 'already_connected' })
  })

  it('are set aside in silence: the sender sees them open, and a new one after withdrawal is set aside unseen', async () => {
    const { db, anne, bruno } = await twoMembers()
    await inviteMember(db, anne, bruno.handle, colleague)
    const before = await listSentInvitations(db, anne)
    const id = before.rows[0]?.id ?? ''
    await setAsideInvitation(db, await accessReceivedInvitation(db, bruno, id), 'spam')
    expect(await listSentInvitations(db, anne)).toEqual(before)
    expect(await countReceivedInvitations(db, bruno)).toBe(0)
    await withdrawInvitation(db, await accessSentInvitation(db, anne, id))
    expect(await inviteMember(db, anne, bruno.handle, colleague)).toBe('sent')
    expect((await listSentInvitations(db, anne)).rows).toHaveLength(1)
    expect((await listReceivedInvitations(db, bruno)).rows).toHaveLength(0)
    const mails = await db
      .selectFrom('outbox')
      .select('id')
      .where('kind', '=', 'mail.invitation_received')
      .where('payload', '@>', JSON.stringify({ invitationId: id }))
      .execute()
    expect(mails).toHaveLength(1)
  })

  it('are mailed once in ninety days, however often they are withdrawn and sent again', async () => {
    const { db, anne, bruno } = await twoMembers()
    const mails = async () => {
      const ids = db.selectFrom('invitation').select(sql<string>`id::text`.as('id')).where('fromId', '=', anne.id)
      return (
        await db
          .selectFrom('outbox')
          .select('id')
          .where('kind', '=', 'mail.invitation_received')
          .where(sql<string>`payload->>'invitationId'`, 'in', ids)
          .execute()
      ).length
    }
    for (let round = 0; round < 3; round++) {
      expect(await inviteMember(db, anne, bruno.handle, colleague)).toBe('sent')
      const open = (await listSentInvitations(db, anne)).rows[0]?.id ?? ''
      await withdrawInvitation(db, await accessSentInvitation(db, anne, open))
    }
    expect(await mails()).toBe(1)
  })

  it('come back when they were set aside by mistake', async () => {
    const { db, anne, bruno } = await twoMembers()
    await inviteMember(db, anne, bruno.handle, colleague)
    const id = (await listReceivedInvitations(db, bruno)).rows[0]?.id ?? ''
    await setAsideInvitation(db, await accessReceivedInvitation(db, bruno, id), 'ignored')
    await bringBackInvitation(db, await accessReceivedInvitation(db, bruno, id))
    expect(await countReceivedInvitations(db, bruno)).toBe(1)
  })

  it('belong to their two people: anybody else finds nothing', async () => {
    const { db, anne, bruno } = await twoMembers()
    const stranger = await viewerOf(db, await addMember(db, 'Strange Person'))
    await inviteMember(db, anne, bruno.handle, colleague)
    const id = (await listReceivedInvitations(db, bruno)).rows[0]?.id ?? ''
    for (const access of [
      () => accessReceivedInvitation(db, stranger, id),
      () => accessReceivedInvitation(db, anne, id),
      () => accessSentInvitation(db, bruno, id),
      () => accessReceivedInvitation(db, bruno, 'no-id'),
    ]) {
      await expect(access()).rejects.toMatchObject({ code: 'not_found' })
    }
  })

  it('that cross at the same moment join the two, once', async () => {
    for (let round = 0; round < 10; round++) {
      const { db, anne, bruno } = await twoMembers()
      const outcomes = await settle([inviteMember(db, anne, bruno.handle, colleague), inviteMember(db, bruno, anne.handle, colleague)])
      expect(outcomes.sort()).toEqual(['connected', 'sent'])
      expect(await edges(db, anne.id, bruno.id)).toBe(1)
    }
  })

  it('are accepted once when ten accept at once, and either accepted or withdrawn, never both', async () => {
    const { db, anne, bruno } = await twoMembers()
    await inviteMember(db, anne, bruno.handle, colleague)
    const id = (await listReceivedInvitations(db, bruno)).rows[0]?.id ?? ''
    const granted = await accessReceivedInvitation(db, bruno, id)
    const outcomes = await settle(Array.from({ length: 10 }, () => acceptInvitation(db, granted).then(() => 'accepted')))
    expect(outcomes.filter((outcome) => outcome === 'accepted')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === 'invitation_closed')).toHaveLength(9)
    expect(await edges(db, anne.id, bruno.id)).toBe(1)
    for (let round = 0; round < 10; round++) {
      const people = await twoMembers()
      await inviteMember(db, people.anne, people.bruno.handle, colleague)
      const open = (await listReceivedInvitations(db, people.bruno)).rows[0]?.id ?? ''
      const [toAnswer, toWithdraw] = [
        await accessReceivedInvitation(db, people.bruno, open),
        await accessSentInvitation(db, people.anne, open),
      ]
      const ends = await settle([
        acceptInvitation(db, toAnswer).then(() => 'accepted'),
        withdrawInvitation(db, toWithdraw).then(() => 'withdrawn'),
      ])
      expect(ends.filter((end) => end === 'invitation_closed')).toHaveLength(1)
      expect(await edges(db, people.anne.id, people.bruno.id)).toBe(ends.includes('accepted') ? 1 : 0)
    }
  })
})

async function settle(works: readonly Promise<string>[]): Promise<string[]> {
  const results = await Promise.allSettled(works)
  return results.map((result) => {
    if (result.status === 'fulfilled') return result.value
    if (isAppError(result.reason)) return result.reason.code
    throw result.reason
  })
}

async function edges(db: Db, a: number, b: number): Promise<number> {
  return (
    await db.selectFrom('connection').select('lowId').where('lowId', '=', Math.min(a, b)).where('highId', '=', Math.max(a, b)).execute()
  ).length
}
