// /health when PostgreSQL hangs: the program that asks has its answer within two seconds, whatever the database does. A PostgreSQL of this file's
// own, since it is stopped.
import { rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { type EmbeddedDatabase, startEmbedded } from '@entregent/core/db/embedded/supervisor.ts'
import { makeFolder, postmasterPid } from '@entregent/core/db/embedded/testing/processes.ts'
import pg from 'pg'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { readConfig } from './config.ts'
import { type RunningServer, startServer } from './start.ts'

let folder = ''
let database: EmbeddedDatabase
let server: RunningServer
beforeAll(async () => {
  folder = await makeFolder()
  database = await startEmbedded({ dataDir: join(folder, 'postgresql'), settings: { fsync: 'off', shared_buffers: '32MB' } })
  const config = { DATABASE_URL: database.url, DATA_DIR: folder, PORT: String(await freePort()), LOG_LEVEL: 'silent' }
  const site = { assets: async () => undefined, pages: async () => new Response('page') }
  server = await startServer(readConfig(config), { site })
  await server.settled()
})
afterAll(async () => {
  await server?.stop()
  await database?.stop()
  await rm(folder, { recursive: true, force: true })
})

it('says within two seconds, each time, that a database that hangs is unreachable, and is well again when it goes on', async () => {
  expect(await health()).toMatchObject({ status: 200, body: { database: 'ok', network: { state: 'ready' } } })
  const goOn = await halt()
  // First on a connection that is open, then on new ones, then by several at once.
  for (const askers of [1, 1, 15]) {
    for (const { status, body, ms } of await Promise.all(Array.from({ length: askers }, health))) {
      expect({ status, body }).toEqual({ status: 503, body: { database: 'unreachable', network: { state: 'behind' } } })
      expect(ms).toBeLessThan(2_000)
    }
  }
  goOn()
  await expect.poll(health, { timeout: 20_000 }).toMatchObject({ status: 200, body: { database: 'ok' } })
})

it('does not wait for a lock either', async () => {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  try {
    await client.query('begin; lock table network_clock in access exclusive mode')
    const { status, ms } = await health()
    expect(status).toBe(503)
    expect(ms).toBeLessThan(2_000)
  } finally {
    await client.end()
  }
  await expect.poll(health, { timeout: 20_000 }).toMatchObject({ status: 200 })
})

async function health(): Promise<{ status: number; body: unknown; ms: number }> {
  const started = performance.now()
  const response = await fetch(`${server.url}/health`, { signal: AbortSignal.timeout(5_000) })
  return { status: response.status, body: await response.json(), ms: performance.now() - started }
}

/** Stops every process of PostgreSQL where it is; gives what lets them go on, which the end of the test does too. */
async function halt(): Promise<() => void> {
  const client = new pg.Client({ connectionString: database.url })
  client.on('error', () => {})
  await client.connect()
  const first = postmasterPid(database.dataDir)
  process.kill(first, 'SIGSTOP')
  const { rows } = await client.query<{ pid: number }>('select pid from pg_stat_activity')
  const pids = [...rows.map(({ pid }) => pid), first]
  let isHalted = true
  const goOn = () => {
    if (isHalted) for (const pid of pids) process.kill(pid, 'SIGCONT')
    isHalted = false
    void client.end()
  }
  onTestFinished(goOn)
  for (const pid of pids) process.kill(pid, 'SIGSTOP')
  return goOn
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as { port: number }
  await new Promise((resolve) => probe.close(resolve))
  return port
}
