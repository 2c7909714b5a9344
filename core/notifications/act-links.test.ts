import { describe, expect, it } from 'vitest'
import { addMember } from '../db/testing/people.ts'
import { useTestDatabase } from '../db/testing/test-database.ts'
import { createActLink, findActLink, spendActLink } from './act-links.ts'

describe('links of mails', () => {
  const test = useTestDatabase()
  const link = async (ttlMs = 60_000) => {
    const made = { memberId: await addMember(test.db), act: 'introduction_answer' as const, subjectId: crypto.randomUUID() }
    return { made, token: await createActLink(test.db, { ...made, expiresAt: new Date(Date.now() + ttlMs) }) }
  }

  it('are opened as often as one likes, and change nothing by it', async () => {
    const { made, token } = await link()
    expect(await findActLink(test.db, token)).toEqual(made)
    expect(await findActLink(test.db, token)).toEqual(made)
  })

  it('are spent once, however many try at the same moment', async () => {
    const { token } = await link()
    const results = await Promise.allSettled(Array.from({ length: 10 }, () => spendActLink(test.db, token)))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(findActLink(test.db, token)).rejects.toMatchObject({ code: 'link_spent' })
  })

  it('end with their time, and are nowhere in the database', async () => {
    const { token } = await link(-1)
    await expect(spendActLink(test.db, token)).rejects.toMatchObject({ code: 'link_spent' })
    const rows = await test.db.selectFrom('actLink').selectAll().execute()
    expect(JSON.stringify(rows.map((row) => row.tokenHash.toString('base64url')))).not.toContain(token)
  })
})
