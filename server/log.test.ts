// What the logs of a whole server hold at their most talkative: every request and every bug, and nothing of a person.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addMember } from '@entregent/core/db/testing/people.ts'
import { useTestDatabase } from '@entregent/core/db/testing/test-database.ts'
import { startSession } from '@entregent/core/members/sessions.ts'
import { enqueue } from '@entregent/core/outbox/outbox.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describeError } from './log.ts'
import { type ChildServer, startChildServer } from './testing/child-server.ts'

describe('the logs', () => {
  const test = useTestDatabase()
  let folder = ''
  let server: ChildServer
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'log-'))
    // A mail server that nobody answers for: sending fails, and that is logged.
    server = await startChildServer({ DATABASE_URL: test.url, DATA_DIR: folder, LOG_LEVEL: 'debug', SMTP_URL: 'smtp://127.0.0.1:9' })
  })
  afterAll(async () => {
    await server?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  it('hold no address, name, password, token, cookie or text that went through the server, and one line an event', async () => {
    const memberId = await addMember(test.db, 'Canaryname Canaryfamily', { email: 'canary-mail@example.org', handle: 'canary-handle' })
    const session = await startSession(test.db, memberId, 'canary-agent')
    const headers = { origin: server.url, cookie: `__Host-session=${session}` }
    const post = (path: string, form: Record<string, string>, more = {}) =>
      fetch(server.url + path, { method: 'POST', body: new URLSearchParams(form), headers: { ...headers, ...more }, redirect: 'manual' })
    const get = (path: string) => fetch(server.url + path, { headers, redirect: 'manual' })
    await get('/')
    await get('/people?q=canary-query')
    await get('/p/canary-handle')
    await get('/act/canary-token')
    await get('/sign-in/canary-token')
    await get('/unsubscribe/canary-token')
    await get('/canary-path%0d%0aforged')
    await post('/sign-in', { email: 'canary-mail@example.org', password: 'canary-password' }, { cookie: '' })
    await post('/join', { email: 'canary-mail@example.org' }, { cookie: '' })
    await post('/conversations/with/canary-handle', { body: 'canary-text', clientKey: 'canary-key' })
    await post('/sign-in', { email: 'canary-mail@example.org' }, { origin: 'https://canary-origin.example' })
    await enqueue(test.db, 'mail.sign_in', { email: 'canary-mail@example.org', locale: 'en' })
    for (const deadline = Date.now() + 10_000; !server.output().includes('"job":"mail.sign_in"') && Date.now() < deadline; ) {
      await new Promise((resolve) => setTimeout(resolve, 50))
    }

    const output = server.output()
    expect(output).toContain('"job":"mail.sign_in"')
    expect(output).toContain('"method":"POST"')
    expect(output).not.toMatch(/canary(?!-path)/iu)
    expect(output).not.toContain(session)
    const lines = output.split('\n').filter((line) => line.startsWith('{'))
    expect(lines.map((line) => typeof JSON.parse(line).level)).toEqual(lines.map(() => 'number'))
  })

  it('tell of a failed query neither its values nor its row', () => {
    const error = Object.assign(new Error('invalid input syntax for type integer: "canary"'), {
      code: '22P02',
      detail: 'Key (email)=(canary@example.org) already exists.',
      parameters: ['canary'],
      table: 'member',
    })
    const told = JSON.stringify(describeError(new Error('asking failed', { cause: error })))
    expect(told).not.toContain('canary')
    expect(told).toContain('22P02')
  })
})
