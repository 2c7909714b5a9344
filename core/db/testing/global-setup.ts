// Before the integration tests: one embedded PostgreSQL (or the server of DATABASE_URL) and a migrated template database.
// Each test file then clones the template in some 30 ms: see test-database.ts.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../embedded/supervisor.ts'
import { migrate } from '../migrate.ts'
import { databaseUrl } from './database-url.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A superuser-like URL of the server under test, pointing at its maintenance database. */
    serverUrl: string
    /** The name of the migrated database that every test clones. */
    templateName: string
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const external = process.env['DATABASE_URL']
  const folder = external ? undefined : await mkdtemp(join(tmpdir(), 'entregent-test-'))
  // A test database may be lost with the machine: not waiting for the disk makes the suite several times faster.
  const embedded = folder
    ? await startEmbedded({ dataDir: folder, settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } })
    : undefined
  const serverUrl = external ?? embedded?.url ?? ''
  const templateName = `entregent_template_${process.pid}_${Date.now().toString(36)}`
  await administer(serverUrl, `create database ${templateName}`)
  await migrate(databaseUrl(serverUrl, templateName))
  project.provide('serverUrl', serverUrl)
  project.provide('templateName', templateName)
  return async () => {
    await administer(serverUrl, `drop database if exists ${templateName} with (force)`)
    await embedded?.stop()
    if (folder) await rm(folder, { recursive: true, force: true })
  }
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}
