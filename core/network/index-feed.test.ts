// The network index follows the database: changes in order and once, bulk loads, restarts, and two at a time.
import type { Questions } from '@entregent/lib/graph/network.ts'
import { sql } from 'kysely'
import { afterEach, describe, expect, it } from 'vitest'
import { addConnection, addMember } from '../db/testing/people.ts'
import { useTestDatabase } from '../db/testing/test-database.ts'
import { type HostedIndex, startNetworkIndex } from './network-index.ts'
import { addPeople, churn } from './testing/churn.ts'

describe('the network index', () => {
  const test = useTestDatabase()
  const feeds: HostedIndex[] = []
  const start = () => {
    const feed = startNetworkIndex(test.url)
    feeds.push(feed)
    return feed
  }
  afterEach(async () => {
    await Promise.all(feeds.splice(0).map((feed) => feed.stop()))
  })

  it('is not there until it has loaded, and then holds what the tables hold', async () => {
    const [a, b] = [await addMember(test.db), await addMember(test.db)]
    await addConnection(test.db, a, b)
    const feed = start()
    expect([feed.network, feed.figures.state]).toEqual([undefined, 'loading'])
    await feed.caughtUp()
    expect(feed.questions?.degree(a, b)).toBe(1)
  })

  it('follows connecting, disconnecting, hiding, and what members let be seen', async () => {
    const { db } = test
    const feed = start()
    const [a, b, c] = [await addMember(db), await addMember(db), await addMember(db)]
    await addConnection(db, a, b)
    await addConnection(db, b, c)
    await feed.caughtUp()
    expect(feed.questions?.degree(a, c)).toBe(2)
    await db.updateTable('connection').set({ hiddenByLow: true }).where('lowId', '=', b).where('highId', '=', c).execute()
    await feed.caughtUp()
    expect(feed.questions?.degree(a, c)).toBe('further')
    await db.updateTable('connection').set({ hiddenByLow: false }).where('lowId', '=', b).where('highId', '=', c).execute()
    await db.updateTable('member').set({ showsConnections: false }).where('id', '=', c).execute()
    await feed.caughtUp()
    expect(feed.questions?.degree(a, c)).toBe('further')
    await db.updateTable('member').set({ showsConnections: true }).where('id', '=', c).execute()
    await db.deleteFrom('connection').where('lowId', '=', a).execute()
    await feed.caughtUp()
    expect(feed.questions?.degree(a, c)).toBe('further')
    expect(feed.questions?.degree(b, c)).toBe(1)
  })

  it('applies thousands of changes by many writers as a rebuild would, and two indexes agree', async () => {
    const { db } = test
    const [one, two] = [start(), start()]
    const people = await addPeople(db, 40)
    await Promise.all(Array.from({ length: 8 }, (_, writer) => churn(db, people, writer, 500)))
    await Promise.all([one.caughtUp(20_000), two.caughtUp(20_000)])
    const fresh = start()
    await fresh.caughtUp()
    const picture = (network: Questions | undefined) => people.map((viewer) => network?.degrees(viewer, people))
    expect(picture(one.questions)).toEqual(picture(fresh.questions))
    expect(picture(two.questions)).toEqual(picture(fresh.questions))
    expect(one.appliedSeq).toBe(fresh.appliedSeq)
  })

  it('numbers the log without gaps in the order of commits', async () => {
    const { rows } = await sql<{
      count: number
      last: number
      first: number
    }>`select count(*)::int as count, max(seq)::int as last, min(seq)::int as first from network_change`.execute(test.db)
    expect(rows[0]?.count).toBeGreaterThan(2_000)
    expect(rows[0]).toMatchObject({ first: 1, last: rows[0]?.count })
  })

  it('reads everything anew after a bulk load, and when the log was cut before it had read it', async () => {
    const { db } = test
    const feed = start()
    await feed.caughtUp()
    const [a, b] = [await addMember(db), await addMember(db)]
    await feed.caughtUp()
    await db.transaction().execute(async (tx) => {
      await sql`alter table connection disable trigger user`.execute(tx)
      await addConnection(tx, a, b)
      await sql`alter table connection enable trigger user`.execute(tx)
      await sql`update network_clock set generation = generation + 1`.execute(tx)
    })
    await feed.caughtUp()
    expect(feed.questions?.degree(a, b)).toBe(1)
    await db.transaction().execute(async (tx) => {
      await tx.deleteFrom('connection').where('lowId', '=', a).where('highId', '=', b).execute()
      await sql`set constraints all immediate`.execute(tx)
      await sql`delete from network_change`.execute(tx)
    })
    await feed.caughtUp()
    expect(feed.questions?.degree(a, b)).toBe('further')
  })

  it('goes on after the database has thrown it out', async () => {
    const { db } = test
    const feed = start()
    await feed.caughtUp()
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'entregent-index' and datname = current_database()`.execute(
      db,
    )
    const [a, b] = [await addMember(db), await addMember(db)]
    await addConnection(db, a, b)
    await feed.caughtUp(10_000)
    expect(feed.questions?.degree(a, b)).toBe(1)
  })
})
