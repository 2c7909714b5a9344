// The pool when the database throws a connection out: the transaction fails, the process goes on.
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { transaction } from './connect.ts'
import { useTestDatabase } from './testing/test-database.ts'

describe('a connection that dies under a transaction', () => {
  const test = useTestDatabase()

  it('fails that transaction at its next statement, and nothing else', async () => {
    const crashes: unknown[] = []
    const note = (error: unknown) => crashes.push(error)
    process.on('uncaughtException', note)
    const dying = transaction(test.db, async (tx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
      await sql`select pg_terminate_backend(${rows[0]?.pid}, 5000)`.execute(test.db)
      await new Promise((resolve) => setTimeout(resolve, 100))
      await sql`select 1`.execute(tx)
    })
    await expect(dying).rejects.toThrow('not queryable')
    expect((await sql<{ one: number }>`select 1 as one`.execute(test.db)).rows).toEqual([{ one: 1 }])
    process.off('uncaughtException', note)
    expect(crashes).toEqual([])
  })
})
