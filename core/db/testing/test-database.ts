// A database of one's own for a test file: a clone of the migrated template, dropped afterwards.
import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { connect, type Database, type Db } from '../connect.ts'
import { databaseUrl } from './database-url.ts'

/** Clones the template before the tests of this file or block; `database.db` is ready inside them. */
export function useTestDatabase(): { readonly db: Db; readonly url: string; readonly database: Database } {
  let database: Database | undefined
  let drop: (() => Promise<void>) | undefined
  beforeAll(async () => {
    const made = await createTestDatabase()
    database = connect(made.url, { poolSize: 20, statementTimeoutMs: 20_000 })
    drop = made.drop
  })
  afterAll(async () => {
    await database?.close()
    await drop?.()
  })
  const ready = () => {
    if (!database) throw new Error('the test database is there only inside tests')
    return database
  }
  return {
    get db() {
      return ready().db
    },
    get url() {
      return ready().url
    },
    get database() {
      return ready()
    },
  }
}

/** A fresh clone of the template, for tests that need several databases. The caller drops it. */
export async function createTestDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const serverUrl = inject('serverUrl')
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  // Two clones of one template cannot be made at the same moment: a lock makes the workers take turns.
  await client.query('select pg_advisory_lock(7310442002)')
  await client.query(`create database ${name} template ${inject('templateName')}`).finally(() => client.end())
  return {
    url: databaseUrl(serverUrl, name),
    async drop() {
      const admin = new pg.Client({ connectionString: serverUrl })
      await admin.connect()
      await admin.query(`drop database if exists ${name} with (force)`).finally(() => admin.end())
    },
  }
}
