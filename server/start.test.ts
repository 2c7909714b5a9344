// Starting and stopping: a taken port is said by name and leaves nothing running; a stop answers what is under way.
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { useTestDatabase } from '@entregent/core/db/testing/test-database.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'
import { startServer } from './start.ts'

describe('a server', () => {
  const test = useTestDatabase()
  let folder = ''
  let taken: Server
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'start-'))
    taken = createServer()
    await new Promise<void>((resolve) => {
      taken.listen(0, '127.0.0.1', resolve)
    })
  })
  afterAll(async () => {
    taken.close()
    await rm(folder, { recursive: true, force: true })
  })
  const port = () => (taken.address() as { port: number }).port
  const config = (onPort: number) => readConfig({ DATABASE_URL: test.url, DATA_DIR: folder, PORT: String(onPort), LOG_LEVEL: 'silent' })
  const connections = async () => {
    const { rows } = await sql<{ count: number }>`
      select count(*) from pg_stat_activity where datname = current_database() and application_name like 'entregent-%'`.execute(test.db)
    return rows[0]?.count
  }

  it('says which port is taken, and leaves nothing running', async () => {
    await expect(startServer(config(port()))).rejects.toMatchObject({ code: 'port_in_use', details: { port: port() } })
    expect(await connections()).toBe(0)
  })

  it('answers the request under way when it is stopped, and closes everything', async () => {
    const free = port()
    await new Promise((resolve) => taken.close(resolve))
    let reached = () => {}
    const underWay = new Promise<void>((resolve) => {
      reached = resolve
    })
    const server = await startServer(config(free), {
      site: {
        assets: async () => undefined,
        async pages() {
          reached()
          await new Promise((resolve) => setTimeout(resolve, 100))
          return new Response('whole')
        },
      },
    })
    await server.settled()
    expect(await (await fetch(`${server.url}/health`)).json()).toMatchObject({ database: 'ok', network: { state: 'ready' } })
    const answer = fetch(`${server.url}/slow`)
    await underWay
    await server.stop()
    expect(await (await answer).text()).toBe('whole')
    await expect(fetch(`${server.url}/health`)).rejects.toThrow('fetch failed')
    expect(await connections()).toBe(0)
  })
})
