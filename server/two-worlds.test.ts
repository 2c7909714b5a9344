// Two worlds that differ in one thing: whether victim@example.org is a member's address. Whoever is not signed in must not tell them apart:
// status, headers and body of every answer are equal once ids, nonces and dates are masked, and the work behind them is the same.
// Timing is not measured here: an answer's time is its work, so the queries and the argon2 computations are counted instead. To measure it,
// send each form 1,000 times in either world, interleaved, and compare the medians and the quartiles.
import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import { connect, type Database } from '@entregent/core/db/connect.ts'
import { addMember } from '@entregent/core/db/testing/people.ts'
import { createTestDatabase } from '@entregent/core/db/testing/test-database.ts'
import { mailForJoin } from '@entregent/core/members/joining.ts'
import { hashPassword } from '@entregent/core/members/password.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Answer, type Call, testServer } from './testing/harness.ts'

const victim = 'victim@example.org'
const secret = 'grenouille verte à midi'

interface World {
  readonly call: (path: string, call?: Call) => Promise<Answer>
  readonly database: Database
  readonly spentJoinLink: string
}

// What differs between any two answers of one world, and says nothing.
function masked({ status, headers, body }: Answer) {
  const mask = (text: string) =>
    text
      .replace(/nonce(-|="|&quot;:&quot;|":")[A-Za-z0-9+/=]+/gu, 'nonce$1…')
      .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gu, '…')
  return { status, headers: [...headers].map(([name, value]) => [name, mask(value)]).filter(([name]) => name !== 'date'), body: mask(body) }
}

describe('somebody who is not signed in', () => {
  const drops: (() => Promise<void>)[] = []
  const queries: string[] = []
  let computations = 0
  let worlds: { with: World; without: World }

  async function makeWorld(member: boolean): Promise<World> {
    const { url, drop } = await createTestDatabase()
    const database = connect(url)
    database.pool.on('connect', (client) => {
      const query = client.query.bind(client) as (...given: unknown[]) => unknown
      client.query = ((...given: unknown[]) => {
        queries.push(typeof given[0] === 'string' ? given[0] : (given[0] as { text: string }).text)
        return query(...given)
      }) as typeof client.query
    })
    drops.push(async () => {
      await database.close()
      await drop()
    })
    if (member) {
      const id = await addMember(database.db, 'Victim Test', { email: victim })
      const passwordHash = await hashPassword(secret)
      await database.db.updateTable('member').set({ passwordHash }).where('id', '=', id).execute()
    }
    const call = await testServer(database)
    const mail = await mailForJoin(database.db, { email: 'newcomer@example.org' })
    await call(`/join/${mail.token}`, {
      form: { givenName: 'New', familyName: 'Comer', findableBy: 'nobody', showsConnections: 'no' },
    })
    return { call, database, spentJoinLink: `/join/${mail.token}` }
  }

  beforeAll(async () => {
    worlds = { with: await makeWorld(true), without: await makeWorld(false) }
    const { argon2 } = crypto
    crypto.argon2 = (...given: Parameters<typeof argon2>) => {
      computations += 1
      return argon2(...given)
    }
    syncBuiltinESMExports()
    return () => {
      crypto.argon2 = argon2
      syncBuiltinESMExports()
    }
  })
  afterAll(async () => {
    for (const drop of drops) await drop()
  })

  async function both(path: (world: World) => string, call: Call) {
    const answers: { answer: ReturnType<typeof masked>; computations: number; queries: string[] }[] = []
    for (const world of [worlds.with, worlds.without]) {
      computations = 0
      queries.length = 0
      const answer = masked(await world.call(path(world), call))
      answers.push({ answer, computations, queries: [...queries] })
    }
    return answers as [(typeof answers)[0], (typeof answers)[0]]
  }

  it.each([
    ['asks to join', '/join', { email: victim }, 200, 0],
    ['signs in with a wrong password', '/sign-in', { email: victim, password: 'a guess', act: 'password', next: '/' }, 422, 1],
    ['signs in without a password', '/sign-in', { email: victim, password: '', act: 'password', next: '/' }, 422, 0],
    ['asks for a link to sign in', '/sign-in', { email: victim, password: '', act: 'link', next: '/' }, 200, 0],
    ['asks for a new password', '/reset', { email: victim }, 200, 0],
    ['gives no address', '/join', { email: 'nonsense' }, 422, 0],
    ['tries a link that never was', '/sign-in/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', { act: 'x' }, 410, 0],
    ['tries a reset link that never was', '/reset/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', { password: secret }, 410, 0],
  ])('who %s sees the same in both worlds', async (_, path, form, status, expected) => {
    const [known, unknown] = await both(() => path, { form })
    expect(known.answer.status).toBe(status)
    expect(known.answer).toEqual(unknown.answer)
    expect([known.computations, unknown.computations]).toEqual([expected, expected])
    expect(known.queries).toEqual(unknown.queries)
    if (status !== 422) expect(known.queries.length).toBeGreaterThan(0)
  })

  it('who uses a join link again sees the same in both worlds', async () => {
    const form = { givenName: 'Again', familyName: 'Comer', findableBy: 'nobody', showsConnections: 'no' }
    const [known, unknown] = await both(({ spentJoinLink }) => spentJoinLink, { form })
    const mask = (text: string) => text.replace(/\/join\/[\w-]{43}/gu, '/join/…')
    expect(known.answer.status).toBe(410)
    expect({ ...known.answer, body: mask(known.answer.body) }).toEqual({ ...unknown.answer, body: mask(unknown.answer.body) })
  })

  it('sees the same once the limits are reached', async () => {
    const form = { email: victim, password: 'a guess', act: 'password', next: '/' }
    const last = await Promise.all(
      [worlds.with, worlds.without].map(async ({ call }) => {
        const answers = await Promise.all(Array.from({ length: 14 }, (_, n) => call('/sign-in', { form, from: `203.0.${n}.9` })))
        return answers.map(({ status }) => status).sort((a, b) => a - b)
      }),
    )
    expect(last[0]).toEqual(last[1])
    expect(last[0]?.filter((status) => status === 422).length).toBeLessThanOrEqual(10)
  })

  it('leaves the same rows behind, up to the job that looks the address up', async () => {
    const rows = await Promise.all(
      [worlds.with, worlds.without].map(({ database: { db } }) =>
        db.selectFrom('outbox').select(['kind', 'payload']).orderBy('id').execute(),
      ),
    )
    expect(rows[0]).toEqual(rows[1])
    expect(rows[0]?.map(({ kind }) => kind)).toEqual(['mail.join', 'mail.sign_in', 'mail.reset_password'])
  })
})
