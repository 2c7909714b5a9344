// The hourly round: what is over goes, what still counts stays, and two servers do not do it at once.
import { addConnection, addMember } from '@entregent/core/db/testing/people.ts'
import { useTestDatabase } from '@entregent/core/db/testing/test-database.ts'
import { findViewer, startSession } from '@entregent/core/members/sessions.ts'
import { createActLink, findActLink } from '@entregent/core/notifications/act-links.ts'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { cleanUp } from './clean-up.ts'

describe('cleaning up', () => {
  const test = useTestDatabase()

  it('takes away what is over and leaves the rest', async () => {
    const { db } = test
    const memberId = await addMember(db)
    const [valid, over] = [await startSession(db, memberId, 'test'), await startSession(db, memberId, 'test')]
    const link = { memberId, act: 'invitation' as const, subjectId: crypto.randomUUID() }
    const good = await createActLink(db, { ...link, expiresAt: new Date(Date.now() + 60_000) })
    await createActLink(db, { ...link, expiresAt: new Date(Date.now() - 1) })
    await sql`update session set expires_at = now() - interval '1 second' where created_at = (select max(created_at) from session)`.execute(
      db,
    )
    await addConnection(db, memberId, await addMember(db))
    await sql`update network_change set changed_at = now() - interval '8 days'`.execute(db)

    expect(await cleanUp(db)).toBe(true)
    expect(await db.selectFrom('session').select('memberId').execute()).toHaveLength(1)
    expect(await findViewer(db, valid)).toMatchObject({ id: memberId })
    expect(await findViewer(db, over)).toBeUndefined()
    expect(await findActLink(db, good)).toMatchObject(link)
    expect(await db.selectFrom('actLink').select('memberId').execute()).toHaveLength(1)
    // The last change stays, for the log goes on from its number.
    const { seq } = await db.selectFrom('networkClock').select('seq').executeTakeFirstOrThrow()
    expect(await db.selectFrom('networkChange').select('seq').execute()).toEqual([{ seq }])
  })

  it('is left to the server that is at it', async () => {
    await test.db.transaction().execute(async (tx) => {
      await sql`select pg_advisory_xact_lock(7310442003)`.execute(tx)
      expect(await cleanUp(test.db)).toBe(false)
    })
    expect(await cleanUp(test.db)).toBe(true)
  })
})
