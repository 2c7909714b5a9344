// What befalls a server between itself and its database, and on its disk: the network index goes on, or says that it does not.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CompactNetwork, createCompactNetwork } from '@entregent/lib/graph/compact.ts'
import { type NetworkReader, openNetwork } from '@entregent/lib/graph/reader.ts'
import { carryOut } from '@entregent/lib/graph/rebuild.ts'
import { sql } from 'kysely'
import { afterEach, describe, expect, it } from 'vitest'
import { addConnection, addMember } from '../db/testing/people.ts'
import { useTestDatabase } from '../db/testing/test-database.ts'
import { applyChanges, connectFor, readChanges } from './follow-log.ts'
import { type Feed, type FeedOptions, startFeed } from './index-feed.ts'
import { addPeople } from './testing/churn.ts'
import { type DatabaseProxy, startProxy } from './testing/proxy.ts'

describe('the network index on bad days', () => {
  const test = useTestDatabase()
  const feeds: Feed[] = []
  const proxies: DatabaseProxy[] = []
  const errors: string[] = []
  let held: CompactNetwork | undefined
  function follow(url: string, options: Partial<FeedOptions> = {}): void {
    feeds.push(
      startFeed(url, {
        pollMs: 20,
        onNetwork: (network) => {
          held = network
        },
        onError: (error) => errors.push((error as Error).message),
        ...options,
      }),
    )
  }
  async function proxy(): Promise<DatabaseProxy> {
    const made = await startProxy(test.url)
    proxies.push(made)
    return made
  }
  afterEach(async () => {
    await Promise.all(feeds.splice(0).map((feed) => feed.stop()))
    await Promise.all(proxies.splice(0).map((one) => one.close()))
    errors.length = 0
    held = undefined
  })

  it.each(['isolation level repeatable read', 'from network_change as change where seq >', 'copy ('])(
    'makes another connection when the one it has dies without a word (%s)',
    async (text) => {
      const { db } = test
      const [a, b] = [await addMember(db), await addMember(db)]
      const between = await proxy()
      if (text === 'copy (') between.swallowFrom(text)
      follow(between.url, { silentMs: 400 })
      if (text !== 'copy (') {
        await expect.poll(() => held).toBeDefined()
        between.swallowFrom(text)
      }
      await addConnection(db, a, b)
      await expect.poll(() => errors.length, { timeout: 5_000 }).toBeGreaterThan(0)
      expect(held?.degree(a, b) ?? 'further').toBe('further')
      between.mend()
      await expect.poll(() => held?.degree(a, b), { timeout: 5_000 }).toBe(1)
    },
  )

  it('keeps no connection that cannot listen', async () => {
    const { db } = test
    const between = await proxy()
    between.replace('listen network_change', 'listen network-change')
    follow(between.url)
    await expect.poll(() => errors.length, { timeout: 10_000 }).toBeGreaterThan(2)
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from pg_stat_activity where application_name = 'entregent-index' and datname = current_database()`.execute(
      db,
    )
    expect(rows[0]?.count).toBeLessThanOrEqual(1)
    between.mend()
    await expect.poll(() => held, { timeout: 5_000 }).toBeDefined()
  })

  it('begins though what a killed writer left on the disk cannot be removed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'entregent-bad-days-'))
    const snapshotFile = join(folder, 'network.snapshot')
    mkdirSync(`${snapshotFile}.1-1.part`)
    follow(test.url, { snapshotFile })
    await expect.poll(() => held, { timeout: 5_000 }).toBeDefined()
    expect(errors.length).toBe(1)
    await feeds.pop()?.stop()
    rmSync(folder, { recursive: true })
  })

  it('orders its next generation again when there was no place to read for it', async () => {
    const { db } = test
    const readers: NetworkReader[] = []
    let rebuilt = 0
    follow(test.url, {
      rebuildFrom: 0,
      rebuildAt: 2,
      rebuildAgainMs: 50,
      rebuild: async (order) => {
        rebuilt++
        return carryOut(order)
      },
      onNetwork: (network) => {
        held = network
        while (readers.length < 64) readers.push(openNetwork(network.shared))
      },
    })
    await expect.poll(() => errors.length, { timeout: 5_000 }).toBeGreaterThan(0)
    expect([rebuilt, errors[0]]).toEqual([0, 'all 64 places for readers are taken'])
    for (const reader of readers) reader.close()
    const [a, b] = [await addMember(db), await addMember(db)]
    await addConnection(db, a, b)
    await expect.poll(() => rebuilt, { timeout: 5_000 }).toBeGreaterThan(0)
    await expect.poll(() => held?.degree(a, b)).toBe(1)
  })

  it('shows between two batches of the log no tie that was never to be seen', async () => {
    const { db } = test
    const [outsider, between, shy, friend] = [await addMember(db), await addMember(db), await addMember(db), await addMember(db)]
    await db.updateTable('member').set({ showsConnections: false }).where('id', '=', shy).execute()
    await addConnection(db, outsider, between)
    await addConnection(db, between, shy)
    const people = await addPeople(db, 70)
    const client = await connectFor(test.url)
    const network = createCompactNetwork()
    const seen = new Set<unknown>()
    const followOn = async () => {
      const next = () => readChanges(client, network.sequence, true)
      for (let batch = await next(); batch; batch = await next()) {
        applyChanges(network, batch)
        seen.add(network.degree(outsider, shy))
        expect([network.degree(between, shy), network.degree(shy, between)]).toEqual([1, 1])
      }
    }
    try {
      await followOn()
      const before = network.sequence
      await addConnection(db, shy, friend)
      // More than a batch lies between.
      await sql`
        insert into connection (low_id, high_id, relationship, stated_by, shared_strength)
        select a, b, 'other', a, 5 from unnest(${people}::int[]) a, unnest(${people}::int[]) b where a < b`.execute(db)
      const [low, high] = [Math.min(between, shy), Math.max(between, shy)]
      await db.updateTable('connection').set({ hiddenByLow: true }).where('lowId', '=', low).where('highId', '=', high).execute()
      await db.updateTable('member').set({ showsConnections: true }).where('id', '=', shy).execute()
      await followOn()
      expect(network.sequence - before).toBeGreaterThan(2_000)
      expect([...seen]).toEqual(['further'])
      // In the end they are shown as they wish.
      expect(network.degree(friend, between)).toBe('further')
      await db.updateTable('connection').set({ hiddenByLow: false }).where('lowId', '=', low).where('highId', '=', high).execute()
      await followOn()
      expect(network.degree(outsider, shy)).toBe(2)
    } finally {
      await client.end()
    }
  })
})
