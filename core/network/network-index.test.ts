// The index as a server hosts it: its snapshot, its threads, and what it says when it cannot keep step.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CompactNetwork } from '@entregent/lib/graph/compact.ts'
import type { Questions } from '@entregent/lib/graph/network.ts'
import { carryOut } from '@entregent/lib/graph/rebuild.ts'
import { sql } from 'kysely'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { addConnection, addMember } from '../db/testing/people.ts'
import { useTestDatabase } from '../db/testing/test-database.ts'
import { startFeed } from './index-feed.ts'
import { type HostedIndex, type HostOptions, startNetworkIndex } from './network-index.ts'
import { addPeople, churn } from './testing/churn.ts'

const folder = mkdtempSync(join(tmpdir(), 'entregent-index-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const picture = (network: Questions | undefined, people: readonly number[]) => people.map((viewer) => network?.degrees(viewer, people))

describe('the hosted network index', () => {
  const test = useTestDatabase()
  const hosted: HostedIndex[] = []
  const errors: string[] = []
  let files = 0
  const newFile = () => join(folder, `network-${++files}.snapshot`)
  const start = (options: HostOptions = {}) => {
    const index = startNetworkIndex(test.url, { onError: (error) => errors.push((error as Error).message), ...options })
    hosted.push(index)
    return index
  }
  /** Starts it, waits until it holds what is committed, and gives how it began. */
  async function beginning(options: HostOptions) {
    const index = start(options)
    await index.caughtUp()
    return { index, from: index.figures.from }
  }
  afterEach(async () => {
    await Promise.all(hosted.splice(0).map((index) => index.stop()))
    errors.length = 0
  })

  it('begins with its snapshot, and what changed while it was away is there', async () => {
    const { db } = test
    const snapshotFile = newFile()
    const people = await addPeople(db, 30)
    await churn(db, people, 1, 200)
    const first = await beginning({ snapshotFile })
    expect(first.from).toBe('tables')
    await first.index.stop()
    expect(statSync(snapshotFile).mode & 0o777).toBe(0o600)
    await churn(db, people, 2, 200)
    // Nobody reads it before it holds what is committed.
    const { seq } = await db.selectFrom('networkClock').select('seq').executeTakeFirstOrThrow()
    const told: [string, number][] = []
    const feed = startFeed(test.url, { snapshotFile, onNetwork: ({ sequence }, _, from) => told.push([from, sequence]) })
    await expect.poll(() => told, { timeout: 5_000 }).toEqual([['snapshot', Number(seq)]])
    await feed.stop()
    const [second, fresh] = [await beginning({ snapshotFile }), await beginning({})]
    expect([second.from, fresh.from, errors]).toEqual(['snapshot', 'tables', []])
    expect(picture(second.index.questions, people)).toEqual(picture(fresh.index.questions, people))
    expect(second.index.appliedSeq).toBe(fresh.index.appliedSeq)
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  it('throws a snapshot away that is damaged anywhere, cut short, of another version, database or past', { timeout: 60_000 }, async () => {
    const { db } = test
    const snapshotFile = newFile()
    const people = await addPeople(db, 12)
    await churn(db, people, 3, 60)
    await (await beginning({ snapshotFile })).index.stop()
    const good = readFileSync(snapshotFile)
    const flipped = (at: number) => {
      const bytes = Buffer.from(good)
      bytes[at] = (bytes[at] as number) ^ 1
      return bytes
    }
    const retold = (from: string, to: string) => {
      const head = good.subarray(0, 4096).toString('latin1')
      expect(head).toContain(from)
      return Buffer.concat([Buffer.from(head.replace(from, to).slice(0, 4096).padEnd(4096), 'latin1'), good.subarray(4096)])
    }
    const bad: [string, Buffer][] = [
      ['a bit of the head', flipped(4095)],
      ['a bit of the body', flipped(5000)],
      ['a bit in the middle', flipped(4096 + Math.floor((good.length - 4096) / 2))],
      ['a bit of the sums', flipped(good.length - 1)],
      ['cut short', good.subarray(0, good.length - 1)],
      ['longer', Buffer.concat([good, Buffer.alloc(1)])],
      ['nothing', Buffer.alloc(0)],
      ['something else', Buffer.from('{}'.padEnd(8192))],
      ['another version', retold('snapshot 1', 'snapshot 9')],
      ['another scale of strengths', retold('strengths 3', 'strengths 4')],
      ['another layout', retold('"layout":', '"layout":7')],
    ]
    const fresh = await beginning({})
    for (const [name, bytes] of bad) {
      writeFileSync(snapshotFile, bytes)
      const { index, from } = await beginning({ snapshotFile })
      expect([from, errors.splice(0).length], name).toEqual(['tables', 1])
      expect(picture(index.questions, people), name).toEqual(picture(fresh.index.questions, people))
      await index.stop()
    }
    const restored = async (change: () => Promise<unknown>) => {
      writeFileSync(snapshotFile, good)
      await change()
      const { index, from } = await beginning({ snapshotFile })
      await index.stop()
      return [from, ...errors.splice(0)]
    }
    const refused = 'the snapshot of the network index is not used: it is of something else'
    expect(await restored(async () => {})).toEqual(['snapshot'])
    // A database that was restored and went on differently has another entry at the same number.
    expect(await restored(() => sql`update network_change set changed_at = changed_at + interval '1 second'`.execute(db))).toEqual([
      'tables',
      refused,
    ])
    expect(await restored(() => sql`update network_clock set instance = gen_random_uuid()`.execute(db))).toEqual(['tables', refused])
    expect(await restored(() => sql`update network_clock set generation = generation + 1`.execute(db))).toEqual(['tables', refused])
  })

  it('begins with the tables when the snapshot cannot be read', async () => {
    const { db } = test
    const [a, b] = [await addMember(db), await addMember(db)]
    await addConnection(db, a, b)
    const snapshotFile = newFile()
    mkdirSync(snapshotFile)
    const { index, from } = await beginning({ snapshotFile })
    expect([from, index.questions?.degree(a, b)]).toEqual(['tables', 1])
    expect(errors.join('\n')).toMatch(/EISDIR[\s\S]*unreadable/u)
  })

  it('reads everything anew when the database goes on from a past of its own', async () => {
    const { db } = test
    const [a, b, c, d] = [await addMember(db), await addMember(db), await addMember(db), await addMember(db)]
    await addConnection(db, a, b)
    const { index } = await beginning({})
    expect(index.questions?.degree(a, b)).toBe(1)
    // As after a failover that lost the last commits: other ones have taken their numbers, and more have come.
    await db.transaction().execute(async (tx) => {
      await sql`alter table connection disable trigger user`.execute(tx)
      await tx.deleteFrom('connection').where('lowId', '=', a).where('highId', '=', b).execute()
      await sql`alter table connection enable trigger user`.execute(tx)
      await sql`update network_change set low_id = ${c}, high_id = ${c} where seq = (select seq from network_clock)`.execute(tx)
      await addConnection(tx, c, d)
    })
    await expect.poll(() => index.questions?.degree(c, d), { timeout: 5_000 }).toBe(1)
    await expect.poll(() => index.questions?.degree(a, b), { timeout: 5_000 }).toBe('further')
  })

  it('ends at once, whatever it is doing: connecting, loading, waiting', { timeout: 60_000 }, async () => {
    for (const ms of [0, 10, 30, 60, 100, 150, 200, 300]) {
      const index = start()
      await new Promise((resolve) => setTimeout(resolve, ms))
      const ended = await Promise.race([
        index.stop().then(() => 'ended'),
        new Promise((resolve) => setTimeout(() => resolve('hangs'), 5_000)),
      ])
      expect([ms, ended]).toEqual([ms, 'ended'])
    }
  })

  it('never shows what was hidden before it came', { timeout: 60_000 }, async () => {
    const { db } = test
    const [outsider, shy] = [await addMember(db), await addMember(db)]
    const others = await addPeople(db, 600)
    const tieTo = (id: number, on: typeof db) =>
      sql`
      insert into connection (low_id, high_id, relationship, stated_by, shared_strength)
      select least(${id}::int, other), greatest(${id}::int, other), 'other', other, 5 from unnest(${others}::int[]) other`.execute(on)
    await tieTo(outsider, db)
    const { index } = await beginning({})
    for (let round = 0; round < 3; round++) {
      await db.transaction().execute(async (tx) => {
        await tx.updateTable('member').set({ showsConnections: false }).where('id', '=', shy).execute()
        await tieTo(shy, tx)
      })
      const caughtUp = index.caughtUp(20_000).then(() => true)
      const seen: unknown[] = []
      for (
        let isThere = false;
        !isThere;
        isThere = await Promise.race([caughtUp, new Promise<false>((resolve) => setImmediate(() => resolve(false)))])
      ) {
        const degree = index.questions?.degree(outsider, shy)
        if (degree !== 'further') seen.push(degree)
      }
      expect(seen).toEqual([])
      expect(index.questions?.degree(shy, others[0] as number)).toBe(1)
      await sql`delete from connection where ${shy} in (low_id, high_id)`.execute(db)
      await index.caughtUp(20_000)
      await db.updateTable('member').set({ showsConnections: true }).where('id', '=', shy).execute()
      await index.caughtUp(20_000)
    }
  })

  it.each([
    ['rejects', () => Promise.reject(new Error('no memory'))],
    [
      'throws',
      () => {
        throw new Error('no memory')
      },
    ],
  ] as const)('tries a generation that could not be made (%s) again later, and not at once', async (_, rebuild) => {
    const { db } = test
    const [a, b] = [await addMember(db), await addMember(db)]
    let tries = 0
    const feed = startFeed(test.url, {
      rebuildFrom: 0,
      rebuildAt: 2,
      rebuildAgainMs: 200,
      pollMs: 10,
      rebuild() {
        tries++
        return rebuild()
      },
      onNetwork: () => {},
      onError: (error) => errors.push((error as Error).message),
    })
    try {
      await addConnection(db, a, b)
      await expect.poll(() => tries, { timeout: 5_000 }).toBeGreaterThanOrEqual(3)
      expect(tries).toBeLessThan(20)
      expect(new Set(errors)).toEqual(new Set(['no memory']))
    } finally {
      await feed.stop()
    }
  })

  it('is taken out of use while it cannot keep step, and says so', async () => {
    const { db } = test
    const [a, b] = [await addMember(db), await addMember(db)]
    await addConnection(db, a, b)
    const { index } = await beginning({ staleMs: 400, pollMs: 20 })
    expect([index.figures.state, await index.network?.degree(a, b)]).toEqual(['ready', 1])
    await db.transaction().execute(async (tx) => {
      await sql`lock table network_clock in access exclusive mode`.execute(tx)
      await expect.poll(() => index.figures.state, { timeout: 5_000 }).toBe('behind')
      expect(index.network).toBeUndefined()
      expect(index.figures.lagMs).toBeGreaterThan(400)
    })
    await expect.poll(() => index.figures.state, { timeout: 5_000 }).toBe('ready')
    expect(await index.network?.degree(a, b)).toBe(1)
  })

  it('answers heavy questions in another thread, and in part when there is no time', async () => {
    const { db } = test
    const people = await addPeople(db, 330)
    const [viewer, target] = [people[0] as number, people[1] as number]
    await db.transaction().execute(async (tx) => {
      await sql`alter table connection disable trigger user`.execute(tx)
      await sql`
        insert into connection (low_id, high_id, relationship, stated_by, shared_strength)
        select a, b, 'other', a, 5 from unnest(${people}::int[]) a, unnest(${people}::int[]) b
        where a < b and (a, b) <> (${viewer}, ${target})`.execute(tx)
      await sql`alter table connection enable trigger user`.execute(tx)
      await sql`update network_clock set generation = generation + 1`.execute(tx)
    })
    const { index } = await beginning({ deadlineMs: 5_000 })
    expect(index.questions?.cost(viewer)).toBeGreaterThan(100_000)
    const [ways, again, nearest, suggested] = await Promise.all([
      index.network?.waysIn(viewer, target, 3),
      index.network?.waysIn(viewer, target, 3),
      index.network?.nearest(viewer, people, 500),
      index.network?.suggestions(viewer, 5),
    ])
    expect(ways).toEqual({ ...index.questions?.waysIn(viewer, target, 3), partial: false })
    expect(again).toEqual(ways)
    expect(nearest).toEqual({ people: index.questions?.nearest(viewer, people, 500), partial: false })
    expect(suggested).toEqual(index.questions?.suggestions(viewer, 5))
    expect(index.figures).toMatchObject({ heavyAsked: 3, heavyLate: 0 })
    const page = people.slice(0, 6)
    expect(await index.network?.waysInEach(viewer, page, 1)).toEqual(
      page.map((id) => ({ ...index.questions?.waysIn(viewer, id, 1), partial: false })),
    )
    expect(await index.network?.degree(viewer, target)).toBe(2)
    expect(index.figures).toMatchObject({ heavyAsked: 5, heavyLate: 0 })

    const { index: hasty } = await beginning({ deadlineMs: 0 })
    expect(await hasty.network?.waysIn(viewer, target, 400)).toEqual({
      ...hasty.questions?.waysIn(viewer, target, 400, { steps: 2 }),
      partial: true,
    })
    const partly = await hasty.network?.nearest(viewer, [target, ...people.slice(2, 5)], 9)
    expect(partly).toEqual({
      people: [...people.slice(2, 5).map((id) => ({ id, degree: 1 })), { id: target, degree: undefined }],
      partial: true,
    })
    expect(await hasty.network?.suggestions(viewer, 5)).toEqual({ people: [], partial: true })
    expect(await hasty.network?.degree(viewer, target)).toBeUndefined()
    expect(await hasty.network?.waysInEach(viewer, [target, people[2] as number], 1)).toEqual(
      [target, people[2] as number].map((id) => ({ ...hasty.questions?.waysIn(viewer, id, 1, { steps: 2 }), partial: true })),
    )
    expect(hasty.figures.heavyLate).toBe(5)
  })

  it('makes its next generation aside while changes go on, and loses none', async () => {
    const { db } = test
    const people = await addPeople(db, 60)
    let made = 0
    const steps: number[] = []
    let network: CompactNetwork | undefined
    const feed = startFeed(test.url, {
      rebuildFrom: 0,
      rebuildAt: 2,
      async rebuild(order) {
        made++
        // As long as another thread may take: changes come meanwhile.
        await new Promise((resolve) => setTimeout(resolve, 30))
        return carryOut(order)
      },
      onNetwork: (held) => {
        steps.push(held.sequence - (network?.sequence ?? 0))
        network = held
      },
      onError: (error) => errors.push(String(error)),
    })
    try {
      await Promise.all([churn(db, people, 5, 400), churn(db, people, 6, 400)])
      expect(made).toBeGreaterThanOrEqual(5)
      // Nobody who reads is led back to the past.
      expect(Math.min(...steps)).toBeGreaterThanOrEqual(0)
      const fresh = await beginning({})
      await expect.poll(() => network?.sequence, { timeout: 5_000 }).toBe(fresh.index.appliedSeq)
      expect(picture(network, people)).toEqual(picture(fresh.index.questions, people))
      expect(errors).toEqual([])
    } finally {
      await feed.stop()
    }
  })

  it('survives being killed while it writes its snapshot and makes generations', { timeout: 120_000 }, async () => {
    const { db } = test
    const snapshotFile = newFile()
    const people = await addPeople(db, 60)
    await churn(db, people, 99, 300)
    const from: (string | undefined)[] = []
    for (let life = 0; life < 8; life++) {
      const child = spawn(process.execPath, [new URL('testing/index-child.ts', import.meta.url).pathname, test.url, snapshotFile], {
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      let output = ''
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (output += text.toString()))
      const ended = new Promise((resolve) => child.once('exit', resolve))
      await expect.poll(() => output, { timeout: 20_000 }).toBe('held\n')
      await Promise.all([churn(db, people, 100 + life * 2, 40 + life * 7), churn(db, people, 101 + life * 2, 40)])
      child.kill('SIGKILL')
      await ended
      const { index, from: began } = await beginning({ snapshotFile })
      from.push(began)
      const fresh = await beginning({})
      expect(picture(index.questions, people)).toEqual(picture(fresh.index.questions, people))
      expect(errors).toEqual([])
      await Promise.all([index.stop(), fresh.index.stop()])
    }
    expect(from).toContain('snapshot')
  })
})
