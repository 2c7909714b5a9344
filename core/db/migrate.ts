// Migrations: plain SQL files, forward only, each in a transaction of its own, applied once in the order of their names.
// Several servers may start at once: an advisory lock lets one work while the others wait.
import { readdir, readFile } from 'node:fs/promises'
import pg from 'pg'

const folder = new URL('./migrations/', import.meta.url)
const lockKey = 7_310_442_001 // any number of our own; the same in every version

/** Brings the database at `url` to this version. Gives the names of the migrations applied now; empty when it was up to date. */
export async function migrate(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'entregent-migrate' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey])
    await client.query('create table if not exists migration (name text primary key, applied_at timestamptz not null default now())')
    const done = new Set((await client.query<{ name: string }>('select name from migration')).rows.map(({ name }) => name))
    const applied: string[] = []
    for (const name of await migrationNames()) {
      if (done.has(name)) continue
      await client.query('begin')
      await client.query(await readFile(new URL(name, folder), 'utf8'))
      await client.query('insert into migration (name) values ($1)', [name])
      await client.query('commit')
      applied.push(name)
    }
    return applied
  } finally {
    await client.end() // releases the lock, and rolls back what failed half way
  }
}

/** The file names of all migrations of this version, in order. */
export async function migrationNames(): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
}
