// Two servers on one database: what one knows the other knows, and when one is killed nothing that was acknowledged is lost.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addConnection, addMember } from '@entregent/core/db/testing/people.ts'
import { useTestDatabase } from '@entregent/core/db/testing/test-database.ts'
import { startSession } from '@entregent/core/members/sessions.ts'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ChildServer, startChildServer } from './testing/child-server.ts'

describe('two servers on one database', () => {
  const test = useTestDatabase()
  const recipients: string[] = []
  let folder = ''
  let mailServer: SMTPServer
  let one: ChildServer
  let two: ChildServer

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'two-'))
    mailServer = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, session, done) {
        stream.resume()
        stream.on('end', () => {
          recipients.push(...session.envelope.rcptTo.map(({ address }) => address))
          done()
        })
      },
    })
    await new Promise<void>((resolve) => {
      mailServer.listen(0, '127.0.0.1', resolve)
    })
    const env = {
      DATABASE_URL: test.url,
      DATA_DIR: folder,
      SMTP_URL: `smtp://127.0.0.1:${(mailServer.server.address() as { port: number }).port}`,
    }
    ;[one, two] = await Promise.all([startChildServer(env), startChildServer(env)])
  })
  afterAll(async () => {
    await Promise.all([one?.stop('SIGKILL'), two?.stop('SIGKILL')])
    await new Promise<void>((resolve) => mailServer.close(resolve))
    await rm(folder, { recursive: true, force: true })
  })

  const post = (server: ChildServer, path: string, cookie: string, form: Record<string, string>) =>
    fetch(server.url + path, {
      method: 'POST',
      headers: { cookie, origin: server.url },
      body: new URLSearchParams(form),
      redirect: 'manual',
    })

  async function member(name: string) {
    const id = await addMember(test.db, name)
    const { handle } = await test.db.selectFrom('member').select('handle').where('id', '=', id).executeTakeFirstOrThrow()
    return { id, handle, cookie: `__Host-session=${await startSession(test.db, id, 'test')}` }
  }

  it('share sessions: signing out at one signs out at the other at once', async () => {
    const anne = await member('Anne Session')
    expect((await fetch(`${two.url}/network`, { headers: { cookie: anne.cookie } })).status).toBe(200)
    expect((await post(one, '/sign-out', anne.cookie, {})).status).toBeLessThan(400)
    expect((await fetch(`${two.url}/network`, { headers: { cookie: anne.cookie }, redirect: 'manual' })).status).toBe(302)
  })

  it('share limits: attempts at one count at the other', async () => {
    const statuses: number[] = []
    for (let i = 0; i < 26; i++) {
      const server = i % 2 ? one : two
      statuses.push((await post(server, '/join', '', { email: `somebody-${i}@example.org` })).status)
    }
    expect(statuses.slice(0, 20).every((status) => status < 400)).toBe(true)
    expect(statuses.slice(20)).toEqual(Array(6).fill(429))
  })

  it('tell the pages of one what happened at the other', async () => {
    const [anne, bruno] = [await member('Anne Live'), await member('Bruno Live')]
    await addConnection(test.db, anne.id, bruno.id)
    const abort = new AbortController()
    const stream = await fetch(`${two.url}/live`, { headers: { cookie: bruno.cookie }, signal: abort.signal })
    expect(stream.headers.get('content-type')).toBe('text/event-stream')
    const reader = (stream.body as ReadableStream<Uint8Array>).getReader()
    const sent = await post(one, `/conversations/with/${bruno.handle}`, anne.cookie, { body: 'Bonjour', clientKey: crypto.randomUUID() })
    expect(sent.status).toBe(302)
    let heard = ''
    while (!heard.includes('event: conversation')) heard += new TextDecoder().decode((await reader.read()).value)
    expect(heard).not.toContain('Bonjour')
    abort.abort()
  })

  it('do each job once, see each other’s connections, and lose nothing when one is killed in the middle of writes', async () => {
    const anne = await member('Anne Writer')
    const guests = await Promise.all(Array.from({ length: 40 }, (_, i) => member(`Guest ${i}`)))
    const acknowledged: string[] = []
    const writes = guests.map(async (guest, i) => {
      const answer = await post(i % 2 ? one : two, `/p/${guest.handle}/connect`, anne.cookie, { relationship: 'friend' }).catch(
        () => undefined,
      )
      if (answer?.status === 302) acknowledged.push(guest.handle)
      if (acknowledged.length === 8) one.process.kill('SIGKILL')
    })
    await Promise.all(writes)
    expect(acknowledged.length).toBeGreaterThanOrEqual(20)
    const rows = await test.db
      .selectFrom('invitation')
      .innerJoin('member', 'member.id', 'toId')
      .select(['handle', 'invitation.id'])
      .where('fromId', '=', anne.id)
      .execute()
    expect(rows.map(({ handle }) => handle)).toEqual(expect.arrayContaining(acknowledged))

    await waitUntil(async () => (await test.db.selectFrom('outbox').select('id').where('kind', 'like', 'mail.%').execute()).length === 0)
    const mailed = recipients.filter((address) => address.startsWith('guest-'))
    const expected = await test.db
      .selectFrom('invitation')
      .innerJoin('member', 'member.id', 'toId')
      .select('email')
      .where('fromId', '=', anne.id)
      .execute()
    // The one that was being mailed when the process died may have left twice; none is missing.
    expect(new Set(mailed)).toEqual(new Set(expected.map(({ email }) => email)))
    expect(mailed.length - new Set(mailed).size).toBeLessThanOrEqual(1)

    const [first] = guests
    const invitation = rows.find(({ handle }) => handle === acknowledged[0])
    const guest = guests.find(({ handle }) => handle === acknowledged[0]) ?? first
    expect((await post(two, '/invitations', guest?.cookie ?? '', { id: invitation?.id ?? '', act: 'accept' })).status).toBe(302)
    await waitUntil(async () =>
      (await (await fetch(`${two.url}/network`, { headers: { cookie: anne.cookie } })).text()).includes('1 connection'),
    )
  })
})

async function waitUntil(holds: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 15_000; ; ) {
    if (await holds()) return
    if (Date.now() > deadline) throw new Error('waited 15 s in vain')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
