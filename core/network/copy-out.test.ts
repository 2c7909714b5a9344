import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { useTestDatabase } from '../db/testing/test-database.ts'
import { copyRows } from './copy-out.ts'

describe('copying rows out', () => {
  const test = useTestDatabase()
  const patience = 20_000
  const copy = (from: string) => `copy (${from}) to stdout (format binary)`

  async function connected<T>(use: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = new pg.Client({ connectionString: test.url })
    await client.connect()
    try {
      return await use(client)
    } finally {
      await client.end()
    }
  }

  it('gives every row of many, whatever pieces they come in, and leaves the connection as it was', () =>
    connected(async (client) => {
      for (const count of [0, 1, 2_000, 300_000]) {
        const seen: number[] = []
        await copyRows(
          client,
          copy(`select n::int, (n * 7)::int, n % 9 from generate_series(1, ${count}) as n`),
          3,
          patience,
          (bytes, at) => {
            expect(bytes.readInt16BE(at)).toBe(3)
            if (bytes.readInt32BE(at + 14) !== bytes.readInt32BE(at + 6) * 7) throw new Error('a row was read askew')
            seen.push(bytes.readInt32BE(at + 6))
          },
        )
        expect(seen.length).toBe(count)
        expect(seen.every((n, at) => n === at + 1)).toBe(true)
        expect((await client.query('select 1 + 1 as two')).rows).toEqual([{ two: 2 }])
      }
    }))

  it('fails for a statement that is wrong, for rows of another shape, and when a row is refused; the connection goes on', () =>
    connected(async (client) => {
      await expect(copyRows(client, copy('select nothing from nowhere'), 2, patience, () => {})).rejects.toThrow('nowhere')
      await expect(copyRows(client, copy('select 1::int8, 2'), 2, patience, () => {})).rejects.toThrow('other rows')
      const refused = copyRows(client, copy('select n::int, 1 from generate_series(1, 50000) as n'), 2, patience, () => {
        throw new Error('not this one')
      })
      await expect(refused).rejects.toThrow('not this one')
      // Half of the rows are there before the error is.
      const late = copyRows(client, copy('select n::int, 1 / (90000 - n) from generate_series(1, 100000) as n'), 2, patience, () => {})
      await expect(late).rejects.toThrow('division by zero')
      expect((await client.query('select 1 + 1 as two')).rows).toEqual([{ two: 2 }])
    }))

  it('fails when the database says nothing for too long, however long it may take as a whole', async () => {
    const client = new pg.Client({ connectionString: test.url, query_timeout: 300 })
    await client.connect()
    const slow = copy('select n::int, 1 from generate_series(1, 60000) as n where n % 6000 <> 0 or pg_sleep(0.1) is not null')
    let rows = 0
    await copyRows(client, slow, 2, 600, () => rows++)
    expect(rows).toBe(60_000)
    const silent = copyRows(client, copy('select n::int, 1 from generate_series(1, 3) as n, pg_sleep(30)'), 2, 300, () => {})
    await expect(silent).rejects.toThrow('has copied nothing for 300 ms')
    await client.end()
  })

  it('hears of notifications meanwhile, and fails when the connection is lost', async () => {
    await connected(async (client) => {
      const heard: string[] = []
      client.on('notification', ({ payload }) => heard.push(payload ?? ''))
      await client.query('listen here')
      await client.query("notify here, 'before'")
      await copyRows(client, copy('select n::int, 1 from generate_series(1, 1000) as n'), 2, patience, () => {})
      await client.query("notify here, 'after'")
      expect(heard).toEqual(['before', 'after'])
    })
    const client = new pg.Client({ connectionString: test.url })
    client.on('error', () => {})
    await client.connect()
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
    const lost = copyRows(client, copy('select n::int, 1 from generate_series(1, 3) as n, pg_sleep(30)'), 2, patience, () => {})
    await Promise.all([
      expect(lost).rejects.toThrow(/terminat/),
      connected((other) => other.query('select pg_terminate_backend($1)', [rows[0]?.pid])),
    ])
    await client.end().catch(() => {})
  })
})
