// Signing in and what an account is held by: the same work for every address, bounded guesses, sessions that end when they should.
import { describe, expect, it } from 'vitest'
import { addMember } from '../db/testing/people.ts'
import { useTestDatabase } from '../db/testing/test-database.ts'
import { changeEmail, changePassword, mailForEmailChange, requestEmailChange, resetPassword } from './credentials.ts'
import { knownDevice } from './known-device.ts'
import { requestMail } from './mail-requests.ts'
import { hashPassword } from './password.ts'
import { endOwnSession, endSessions, findViewer, listSessions, startSession } from './sessions.ts'
import { mailForReset, mailForSignIn, networkLimit, signInWithLink, signInWithPassword } from './sign-in.ts'
import { viewerOf } from './testing/viewer-of.ts'
import { countAttempt } from './throttle.ts'

const password = 'grenouille verte à midi'

describe('signing in', () => {
  const test = useTestDatabase()
  let prefixes = 0
  const elsewhere = () => ({ networkPrefix: `192.0.${++prefixes}.0/24`, device: undefined as string | undefined })
  const memberWith = async (email: string, secret: string | null = password) => {
    const id = await addMember(test.db, 'Ada Byron', { email })
    if (secret !== null)
      await test.db
        .updateTable('member')
        .set({ passwordHash: await hashPassword(secret) })
        .where('id', '=', id)
        .execute()
    return id
  }
  const viewer = async (id: number, authenticatedAt = new Date()) => ({ ...(await viewerOf(test.db, id)), authenticatedAt })
  const tokenOf = (mail: object | undefined) => (mail as { token: string }).token

  it('gives the member of the address and password, whatever its capitals', async () => {
    const id = await memberWith('ada@example.org')
    expect(await signInWithPassword(test.db, elsewhere(), { email: ' ADA@Example.org', password })).toEqual({
      memberId: id,
      email: 'ada@example.org',
    })
  })

  it('refuses a wrong password, a member without one and an unknown address alike', async () => {
    await memberWith('known@example.org')
    await memberWith('linkonly@example.org', null)
    for (const email of ['known@example.org', 'linkonly@example.org', 'unknown@example.org'])
      await expect(signInWithPassword(test.db, elsewhere(), { email, password: 'wrong' })).rejects.toMatchObject({
        code: 'wrong_credentials',
      })
  })

  it('lets ten guesses at an account through, from however many networks, and never its owner’s known device be shut out', async () => {
    await memberWith('guessed@example.org')
    const device = await knownDevice(test.db, 'guessed@example.org')
    const tries = await Promise.allSettled(
      Array.from({ length: 200 }, () => signInWithPassword(test.db, elsewhere(), { email: 'guessed@example.org', password: 'a guess' })),
    )
    const codes = tries.map((result) => (result.status === 'rejected' ? result.reason.code : 'in'))
    expect(codes.filter((code) => code === 'wrong_credentials')).toHaveLength(10)
    expect(codes.filter((code) => code === 'too_many_requests')).toHaveLength(190)
    const owner = { email: 'guessed@example.org', password }
    await expect(signInWithPassword(test.db, elsewhere(), owner)).rejects.toMatchObject({ code: 'too_many_requests' })
    await expect(signInWithPassword(test.db, { ...elsewhere(), device }, owner)).resolves.toBeDefined()
    const forged = await knownDevice(test.db, 'somebody-else@example.org')
    await expect(signInWithPassword(test.db, { ...elsewhere(), device: forged }, owner)).rejects.toMatchObject({
      code: 'too_many_requests',
    })
  })

  it('guards an address that is nobody’s just as well', async () => {
    const tries = await Promise.allSettled(
      Array.from({ length: 30 }, () => signInWithPassword(test.db, elsewhere(), { email: 'nobody@example.org', password: 'a guess' })),
    )
    const codes = tries.map((result) => (result.status === 'rejected' ? result.reason.code : 'in'))
    expect(codes.filter((code) => code === 'wrong_credentials')).toHaveLength(10)
  })

  it('stops a network that tries many accounts', async () => {
    const place = elsewhere()
    await Promise.all(Array.from({ length: 97 }, () => countAttempt(test.db, [networkLimit(place.networkPrefix)])))
    const tries = await Promise.allSettled(
      Array.from({ length: 6 }, (_, n) => signInWithPassword(test.db, place, { email: `spray${n}@example.org`, password: 'a guess' })),
    )
    expect(tries.filter((result) => result.status === 'rejected' && result.reason.code === 'too_many_requests')).toHaveLength(3)
  })

  it('by link works once, and for the member whose mailbox it went to', async () => {
    const id = await memberWith('link@example.org')
    const token = tokenOf(await mailForSignIn(test.db, { email: 'LINK@example.org' }))
    const tries = await Promise.allSettled(Array.from({ length: 10 }, () => signInWithLink(test.db, token)))
    expect(tries.filter(({ status }) => status === 'fulfilled').map((result) => (result as { value: object }).value)).toEqual([
      { memberId: id, email: 'link@example.org' },
    ])
    expect(await mailForSignIn(test.db, { email: 'nobody@example.org' })).toEqual({ kind: 'no_account' })
  })

  it('sends one mailbox three mails an hour whatever its spelling, and is silent about the rest', async () => {
    for (const email of ['b.ob@example.org', 'bob+1@example.org', 'BOB@example.org', 'bo.b+2@example.org', 'bob@example.org'])
      await requestMail(test.db, { networkPrefix: elsewhere().networkPrefix, locale: 'en' }, 'mail.join', { email })
    const sent = async () => (await test.db.selectFrom('outbox').select('id').execute()).length
    expect(await sent()).toBe(3)
    const owner = { ...elsewhere(), locale: 'en' as const, device: await knownDevice(test.db, 'bob@example.org') }
    await requestMail(test.db, owner, 'mail.sign_in', { email: 'bob@example.org' })
    expect(await sent()).toBe(4)
  })

  it('lets one network ask for twenty mails an hour, and says so', async () => {
    const place = { networkPrefix: '198.51.100.0/24', locale: 'en' as const }
    const ask = (n: number) => requestMail(test.db, place, 'mail.reset_password', { email: `m${n}@example.org` })
    for (let n = 0; n < 20; n++) await ask(n)
    await expect(ask(20)).rejects.toMatchObject({ code: 'too_many_requests' })
  })

  it('a new password by reset ends every session and every other link', async () => {
    const id = await memberWith('reset@example.org')
    const sessions = [await startSession(test.db, id, 'a'), await startSession(test.db, id, 'b')]
    const link = tokenOf(await mailForSignIn(test.db, { email: 'reset@example.org' }))
    const token = tokenOf(await mailForReset(test.db, { email: 'reset@example.org' }))
    await expect(resetPassword(test.db, token, { password: 'short' })).rejects.toMatchObject({ code: 'invalid_input' })
    await resetPassword(test.db, token, { password: 'une autre phrase assez longue' })
    for (const session of sessions) expect(await findViewer(test.db, session)).toBeUndefined()
    await expect(signInWithLink(test.db, link)).rejects.toMatchObject({ code: 'link_spent' })
    await expect(resetPassword(test.db, token, { password: 'encore une phrase bien longue' })).rejects.toMatchObject({ code: 'link_spent' })
    await expect(signInWithPassword(test.db, elsewhere(), { email: 'reset@example.org', password })).rejects.toMatchObject({
      code: 'wrong_credentials',
    })
  })

  it('changing the password wants the present one when the sign-in is not recent, and bounds the guesses', async () => {
    const id = await memberWith('change@example.org')
    const stale = await viewer(id, new Date(Date.now() - 700_000))
    const wanted = { password: 'une autre phrase assez longue' }
    await expect(changePassword(test.db, stale, wanted)).rejects.toMatchObject({
      details: { fields: { presentPassword: { code: 'required' } } },
    })
    for (let guess = 0; guess < 10; guess++)
      await expect(changePassword(test.db, stale, { ...wanted, presentPassword: 'a guess' })).rejects.toMatchObject({
        details: { fields: { presentPassword: { code: 'wrong_password' } } },
      })
    await expect(changePassword(test.db, stale, { ...wanted, presentPassword: password })).rejects.toMatchObject({
      code: 'too_many_requests',
    })
    await changePassword(test.db, await viewer(id), wanted)
    await expect(signInWithPassword(test.db, elsewhere(), { email: 'change@example.org', ...wanted })).resolves.toBeDefined()
  })

  it('a member without a password signs in again before setting one', async () => {
    const id = await memberWith('none@example.org', null)
    const stale = await viewer(id, new Date(Date.now() - 700_000))
    await expect(changePassword(test.db, stale, { password })).rejects.toMatchObject({ code: 'recent_sign_in_needed' })
  })

  it('a new address counts once its mailbox has answered, and for the member who asked only', async () => {
    const id = await memberWith('old@example.org')
    const stranger = await viewer(await memberWith('stranger@example.org'))
    await requestEmailChange(test.db, await viewer(id), elsewhere().networkPrefix, { email: 'new@example.org' })
    const token = tokenOf(await mailForEmailChange(test.db, { memberId: id, email: 'new@example.org' }))
    await expect(changeEmail(test.db, stranger, token)).rejects.toMatchObject({ code: 'link_spent' })
    expect(await changeEmail(test.db, await viewer(id), token)).toEqual({ memberId: id, email: 'new@example.org' })
    expect(await mailForEmailChange(test.db, { memberId: stranger.id, email: 'New@example.org' })).toMatchObject({ kind: 'address_in_use' })
  })

  it('two members who claim one new address at once: one gets it', async () => {
    const members = [await memberWith('claim1@example.org'), await memberWith('claim2@example.org')]
    const claims = await Promise.all(
      members.map(async (id) => ({
        viewer: await viewer(id),
        token: tokenOf(await mailForEmailChange(test.db, { memberId: id, email: 'claimed@example.org' })),
      })),
    )
    const tries = await Promise.allSettled(claims.map((claim) => changeEmail(test.db, claim.viewer, claim.token)))
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    for (const result of tries) if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'link_spent' })
  })

  it('lists one’s own sessions, ends one, and signs out everywhere', async () => {
    const [mine, other] = [await memberWith('mine@example.org'), await memberWith('other@example.org')]
    const token = await startSession(test.db, mine, 'Firefox')
    await startSession(test.db, mine, 'Safari')
    const theirs = await startSession(test.db, other, 'Chrome')
    const me = await findViewer(test.db, token)
    if (!me) throw new Error('not signed in')
    const listed = await listSessions(test.db, me)
    expect(listed.map(({ userAgent, present }) => ({ userAgent, present })).sort((a, b) => a.userAgent.localeCompare(b.userAgent))).toEqual(
      [
        { userAgent: 'Firefox', present: true },
        { userAgent: 'Safari', present: false },
      ],
    )
    const them = await findViewer(test.db, theirs)
    for (const id of [them?.sessionId ?? '', 'not-an-id', crypto.randomUUID()])
      await expect(endOwnSession(test.db, me, id)).rejects.toMatchObject({ code: 'not_found' })
    await endOwnSession(test.db, me, listed.find(({ present }) => !present)?.id ?? '')
    expect(await listSessions(test.db, me)).toHaveLength(1)
    expect(await endSessions(test.db, mine)).toBe(1)
    expect(await findViewer(test.db, token)).toBeUndefined()
    expect(await findViewer(test.db, theirs)).toBeDefined()
  })
})
