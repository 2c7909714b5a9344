// Joining, sessions and limits over HTTP: cookies, forged origins, forwarded headers, links that scanners open, several servers.
import { readFileSync } from 'node:fs'
import { connect, type Database } from '@entregent/core/db/connect.ts'
import { addMember } from '@entregent/core/db/testing/people.ts'
import { useTestDatabase } from '@entregent/core/db/testing/test-database.ts'
import { mailForJoin } from '@entregent/core/members/joining.ts'
import { hashPassword } from '@entregent/core/members/password.ts'
import { mailForReset, mailForSignIn } from '@entregent/core/members/sign-in.ts'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { testServer } from './testing/harness.ts'

const password = 'grenouille verte à midi'
const answers = { givenName: 'Zoé', familyName: 'Lebrun', findableBy: 'nobody', showsConnections: 'no' }

describe('the doors of an account', () => {
  const test = useTestDatabase()
  let call: Awaited<ReturnType<typeof testServer>>
  let secondServer: typeof call
  let other: Database
  beforeAll(async () => {
    other = connect(test.url)
    call = await testServer(test.database)
    secondServer = await testServer(other)
    return () => other.close()
  })

  const memberWith = async (email: string) => {
    const id = await addMember(test.db, 'Ada Byron', { email })
    await test.db
      .updateTable('member')
      .set({ passwordHash: await hashPassword(password) })
      .where('id', '=', id)
      .execute()
    return id
  }
  const signIn = (email: string, more: object = {}) => call('/sign-in', { form: { email, password, act: 'password' }, ...more })
  const sessionOf = (cookie: string) => /__Host-session=[\w-]+/u.exec(cookie)?.[0] ?? ''
  const tokenOf = (mail: object) => (mail as { token: string }).token
  // Everything but logs: each table's rows as one text.
  const everything = async () => {
    const { rows } = await sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public' order by 1`.execute(
      test.db,
    )
    const texts = await Promise.all(
      rows.map(({ name }) =>
        sql<{ text: string }>`select coalesce(string_agg(t::text, ${'\n'} order by t::text), '') as text from ${sql.table(name)} t`.execute(
          test.db,
        ),
      ),
    )
    return texts.map(({ rows: [row] }, index) => `${rows[index]?.name}: ${row?.text}`)
  }

  it('open with cookies that no script and no other site reads', async () => {
    await memberWith('cookies@example.org')
    const { headers, status } = await signIn('cookies@example.org')
    expect(status).toBe(302)
    const cookies = headers.getSetCookie()
    expect(cookies.map((cookie) => cookie.split('=')[0])).toEqual(['__Host-session', '__Host-known'])
    for (const cookie of cookies) {
      expect(cookie).toMatch(/; Path=\/;/u)
      for (const flag of ['HttpOnly', 'Secure', 'SameSite=Lax']) expect(cookie.split('; ')).toContain(flag)
      expect(cookie).not.toMatch(/Domain=/iu)
    }
  })

  it('lead from a mailed link to an account, in the language of the page', async () => {
    const token = tokenOf(await mailForJoin(test.db, { email: 'zoe@example.org' }))
    const page = await call(`/join/${token}`, { headers: { 'accept-language': 'fr' } })
    expect(page.status).toBe(200)
    expect(page.body).toContain('lang="fr"')
    expect(page.body).not.toMatch(/<script|checked/u)
    const joined = await call(`/join/${token}`, { form: answers, headers: { 'accept-language': 'fr' } })
    expect([joined.status, joined.headers.get('location')]).toEqual([302, '/'])
    const settings = await call('/settings', { cookie: joined.cookie })
    expect(settings.status).toBe(200)
    expect(settings.body).toContain('zoe@example.org')
    expect(settings.body).toContain('lang="fr"')
  })

  it('refuse what comes from elsewhere, and nothing changes', async () => {
    await memberWith('csrf@example.org')
    const { cookie } = await signIn('csrf@example.org')
    const join = tokenOf(await mailForJoin(test.db, { email: 'csrf-join@example.org' }))
    const link = tokenOf(await mailForSignIn(test.db, { email: 'csrf@example.org' }))
    const reset = tokenOf(await mailForReset(test.db, { email: 'csrf@example.org' }))
    // Every page of the table, and the links that would work.
    const table = readFileSync(new URL('../web/app/routes.ts', import.meta.url), 'utf8')
    const pages = [...table.matchAll(/route\('([^']+)'/gu)].map(([, path]) => `/${path?.replace(/:\w+/gu, 'x')}`)
    expect(pages).toContain('/settings')
    const exempt = new Set(['/unsubscribe/x']) // carries its own credential: one-click unsubscription
    const paths = ['/', ...pages.filter((path) => !exempt.has(path)), `/join/${join}`, `/sign-in/${link}`, `/reset/${reset}`]
    const before = await everything()
    for (const path of paths) {
      for (const origin of ['https://evil.example', 'null', 'http://network.example', 'https://network.example.evil.example', '']) {
        const form = { ...answers, email: 'csrf@example.org', password, locale: 'fr', act: 'sign-out-everywhere' }
        const { status, headers } = await call(path, { form, cookie, headers: { origin } })
        expect(status, `${path} from ${origin}`).toBe(403)
        expect(headers.getSetCookie()).toEqual([])
      }
    }
    expect(await everything()).toEqual(before)
  })

  it('are not opened by scanners that follow links', async () => {
    await memberWith('scanned@example.org')
    const paths = [
      `/join/${tokenOf(await mailForJoin(test.db, { email: 'scanned-join@example.org' }))}`,
      `/sign-in/${tokenOf(await mailForSignIn(test.db, { email: 'scanned@example.org' }))}`,
      `/reset/${tokenOf(await mailForReset(test.db, { email: 'scanned@example.org' }))}`,
    ]
    const before = await everything()
    for (const path of paths) {
      for (const method of ['GET', 'HEAD']) {
        const { status, headers } = await call(path, { method })
        expect([status, headers.getSetCookie()]).toEqual([200, []])
      }
    }
    expect(await everything()).toEqual(before)
    for (const path of paths.slice(1, 2)) expect((await call(path, { form: { act: 'sign-in' } })).status).toBe(302)
  })

  it('give a new session at each sign-in, and the old one is over on every server', async () => {
    await memberWith('fixed@example.org')
    const first = await signIn('fixed@example.org')
    const second = await signIn('fixed@example.org', { cookie: first.cookie })
    expect(sessionOf(second.cookie)).not.toBe(sessionOf(first.cookie))
    expect((await secondServer('/settings', { cookie: first.cookie })).status).toBe(302)
    expect((await secondServer('/settings', { cookie: second.cookie })).status).toBe(200)
    const planted = '__Host-session=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'
    const third = await signIn('fixed@example.org', { cookie: planted })
    expect(sessionOf(third.cookie)).not.toBe(planted)
    expect((await call('/settings', { cookie: planted })).status).toBe(302)
  })

  it('close everywhere at once', async () => {
    await memberWith('everywhere@example.org')
    const sessions = [
      await signIn('everywhere@example.org'),
      await signIn('everywhere@example.org'),
      await signIn('everywhere@example.org'),
    ]
    const { status, headers } = await call('/settings', { form: { act: 'sign-out-everywhere' }, cookie: sessions[0]?.cookie })
    expect([status, headers.get('location')]).toEqual([302, '/sign-in'])
    for (const { cookie } of sessions) expect((await secondServer('/settings', { cookie })).headers.get('location')).toMatch(/^\/sign-in/u)
  })

  it('change their lock: a new password opens a new session and ends the others', async () => {
    await memberWith('relock@example.org')
    const [here, there] = [await signIn('relock@example.org'), await signIn('relock@example.org')]
    const changed = await call('/settings', { form: { act: 'password', password: 'une autre phrase assez longue' }, cookie: here.cookie })
    expect(changed.status).toBe(302)
    expect(sessionOf(changed.cookie)).not.toBe(sessionOf(here.cookie))
    for (const { cookie } of [here, there]) expect((await call('/settings', { cookie })).status).toBe(302)
    expect((await call('/settings', { cookie: changed.cookie })).status).toBe(200)
  })

  it('lead to pages of ours only', async () => {
    await memberWith('next@example.org')
    const next = async (path: string) =>
      (await call('/sign-in', { form: { email: 'next@example.org', password, act: 'password', next: path } })).headers.get('location')
    expect(await next('/people?q=zoe')).toBe('/people?q=zoe')
    for (const path of ['//evil.example', 'https://evil.example', '/\\evil.example']) expect(await next(path)).toBe('/')
  })

  it('count by the socket’s network, whatever a header claims', async () => {
    const spoof = (n: number) => ({
      'x-forwarded-for': `203.0.${n}.7`,
      forwarded: `for=203.0.${n}.7`,
      'x-real-ip': `203.0.${n}.7`,
      'cf-connecting-ip': `203.0.${n}.7`,
    })
    const statuses: number[] = []
    for (let n = 0; n < 24; n++) {
      const from = n % 2 ? '192.0.2.44' : '::ffff:192.0.2.201'
      statuses.push((await call('/join', { form: { email: `m${n}@example.org` }, headers: spoof(n), from })).status)
    }
    expect(statuses).toEqual([...Array<number>(20).fill(200), ...Array<number>(4).fill(429)])
  })

  it('let few of many guesses from many networks reach the hash, on two servers together', async () => {
    await memberWith('stuffed@example.org')
    const guesses = Array.from({ length: 300 }, (_, n) =>
      (n % 2 ? call : secondServer)('/sign-in', {
        form: { email: 'stuffed@example.org', password: `a guess ${n}`, act: 'password' },
        from: `100.64.${n % 250}.9`,
      }),
    )
    const statuses = (await Promise.all(guesses)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 422)).toHaveLength(10)
    expect(statuses.filter((status) => status === 429)).toHaveLength(290)
  })

  it('switch the language for a visitor and go back to where they were', async () => {
    const { status, headers, cookie } = await call('/language', {
      form: { locale: 'fr' },
      headers: { referer: 'https://network.example/join?from=here' },
    })
    expect([status, headers.get('location')]).toEqual([302, '/join?from=here'])
    expect((await call('/join', { cookie })).body).toContain('lang="fr"')
  })

  it('keep each setting by its own form, and say so', async () => {
    const id = await memberWith('settings@example.org')
    const { cookie } = await signIn('settings@example.org')
    const set = async (form: Record<string, string>) => (await call('/settings', { form, cookie })).headers.get('location')
    expect(await set({ act: 'findable', findableBy: 'anyone' })).toBe('/settings?saved=findable#findable')
    expect(await set({ act: 'connections', showsConnections: 'no' })).toBe('/settings?saved=connections#connections')
    expect(await set({ act: 'time-zone', timeZone: 'Europe/Paris' })).toBe('/settings?saved=time-zone#time-zone')
    expect(await set({ act: 'mail', mail: 'paused' })).toBe('/settings?saved=mail#mail')
    const row = await test.db
      .selectFrom('member')
      .select(['findableBy', 'showsConnections', 'timeZone', 'mailPaused'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect(row).toEqual({ findableBy: 'anyone', showsConnections: false, timeZone: 'Europe/Paris', mailPaused: true })
    expect((await call('/settings?saved=mail', { cookie })).body).toContain('Saved.')
    const refused = await call('/settings', { form: { act: 'time-zone', timeZone: 'Mars/Olympus' }, cookie })
    expect([refused.status, refused.body.includes('Choose one of the answers.')]).toEqual([422, true])
  })
})
