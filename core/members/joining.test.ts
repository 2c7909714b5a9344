// Joining: only who holds the link makes the account, once; races end with one member; nothing is assumed about the two questions.
import { describe, expect, it } from 'vitest'
import { addMember } from '../db/testing/people.ts'
import { useTestDatabase } from '../db/testing/test-database.ts'
import { join, mailForJoin } from './joining.ts'
import { passwordMatches } from './password.ts'

const answers = { givenName: 'Zoé', familyName: 'Lebrun', findableBy: 'second_degree', showsConnections: 'no' }

describe('joining', () => {
  const test = useTestDatabase()
  const linkFor = async (email: string) => {
    const mail = await mailForJoin(test.db, { email })
    if (mail.kind !== 'join') throw new Error(`no link to join for ${email}`)
    return mail.token
  }
  const memberOf = (email: string) =>
    test.db.selectFrom('member').selectAll().where('emailKey', '=', email.toLowerCase()).executeTakeFirstOrThrow()

  it('makes the member with what was answered, and records the consents', async () => {
    const token = await linkFor('Zoe@example.org')
    const { memberId } = await join(test.db, token, { ...answers, password: 'grenouille verte à midi', timeZone: 'America/Toronto' }, 'fr')
    expect(await memberOf('zoe@example.org')).toMatchObject({
      id: memberId,
      email: 'Zoe@example.org',
      handle: 'zoe-lebrun',
      locale: 'fr',
      timeZone: 'America/Toronto',
      findableBy: 'second_degree',
      showsConnections: false,
    })
    const consents = await test.db.selectFrom('consent').select(['subject', 'answer', 'locale']).where('memberId', '=', memberId).execute()
    expect(consents).toEqual([
      { subject: 'findable_by', answer: 'second_degree', locale: 'fr' },
      { subject: 'shows_connections', answer: 'no', locale: 'fr' },
    ])
  })

  it('keeps the password as argon2id only, and takes it in any Unicode form', async () => {
    const { memberId } = await join(test.db, await linkFor('nfc@example.org'), { ...answers, password: 'forêt d’hêtres en été' }, 'fr')
    const { passwordHash } = await test.db.selectFrom('member').select('passwordHash').where('id', '=', memberId).executeTakeFirstOrThrow()
    expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/u)
    expect(await passwordMatches('forêt d’hêtres en été'.normalize('NFD'), passwordHash)).toBe(true)
    expect(await passwordMatches('foret d’hetres en ete', passwordHash)).toBe(false)
  })

  it('with one link, twenty at once, makes exactly one member', async () => {
    const token = await linkFor('race@example.org')
    const tries = await Promise.allSettled(Array.from({ length: 20 }, () => join(test.db, token, answers, 'en')))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const result of tries) if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'link_spent' })
  })

  it('with two links to one address, at once, makes exactly one member', async () => {
    const tokens = await Promise.all(Array.from({ length: 8 }, () => linkFor('two@example.org')))
    const tries = await Promise.allSettled(tokens.map((token) => join(test.db, token, answers, 'en')))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const result of tries) if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'link_spent' })
  })

  it('gives each of many namesakes at once a handle of their own', async () => {
    const tokens = await Promise.all(Array.from({ length: 12 }, (_, n) => linkFor(`same${n}@example.org`)))
    const named = { ...answers, givenName: '李', familyName: 'Same' }
    const joined = await Promise.all(tokens.map((token) => join(test.db, token, named, 'en')))
    const handles = await test.db
      .selectFrom('member')
      .select('handle')
      .where(
        'id',
        'in',
        joined.map(({ memberId }) => memberId),
      )
      .execute()
    expect(new Set(handles.map(({ handle }) => handle)).size).toBe(12)
  })

  it.each([
    [{ ...answers, findableBy: undefined }, 'findableBy'],
    [{ ...answers, findableBy: 'everyone' }, 'findableBy'],
    [{ ...answers, showsConnections: '' }, 'showsConnections'],
    [{ ...answers, givenName: ' ' }, 'givenName'],
    [{ ...answers, password: 'short' }, 'password'],
    [{ ...answers, password: 'Lebrun2026!' }, 'password'],
  ])('refuses what is missing or wrong, and the link stays good', async (input, field) => {
    const token = await linkFor('again@example.org')
    await expect(join(test.db, token, input, 'en')).rejects.toMatchObject({ code: 'invalid_input', details: { fields: { [field]: {} } } })
    await test.db.deleteFrom('member').where('emailKey', '=', 'again@example.org').execute()
    await expect(join(test.db, token, answers, 'en')).resolves.toBeDefined()
    await test.db.deleteFrom('member').where('emailKey', '=', 'again@example.org').execute()
  })

  it('refuses a link that has expired, was never, or is for something else', async () => {
    const token = await linkFor('late@example.org')
    await test.db
      .updateTable('mailLink')
      .set({ expiresAt: new Date(0) })
      .where('email', '=', 'late@example.org')
      .execute()
    await addMember(test.db, 'Here Already', { email: 'here@example.org' })
    const other = await mailForJoin(test.db, { email: 'HERE@example.org' })
    expect(other.kind).toBe('already_member')
    for (const bad of [token, 'x'.repeat(43), '', other.token])
      await expect(join(test.db, bad, answers, 'en')).rejects.toMatchObject({ code: 'link_spent' })
  })

  it('keeps no token in clear', async () => {
    const token = await linkFor('hash@example.org')
    const rows = await test.db.selectFrom('mailLink').selectAll().execute()
    expect(JSON.stringify(rows.map((row) => ({ ...row, tokenHash: Buffer.from(row.tokenHash).toString('base64url') })))).not.toContain(
      token,
    )
    expect(rows.some(({ tokenHash }) => tokenHash.length === 32)).toBe(true)
  })
})
