// Nothing that was acknowledged may be lost, whoever is killed while people write.
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { expect, it, onTestFinished } from 'vitest'
import { type Owner, postmasterPid, query, startOwner, temporaryFolder } from './testing/processes.ts'

const ROUNDS = 10
const WRITERS = 4
const ACKNOWLEDGED_PER_ROUND = 200

it('loses no acknowledged row when the database or its owner is killed, ten times, under concurrent writes', async () => {
  const dataDir = await temporaryFolder()
  let owner = await startOwner(dataDir)
  await query(owner.said.url, 'create table entry (id bigint primary key)')
  const writing = startWriters(owner.said.url)
  for (let round = 0; round < ROUNDS; round++) {
    await writing.reached(writing.acknowledged.size + ACKNOWLEDGED_PER_ROUND)
    if (round % 2 === 0) {
      killDatabase(dataDir)
    } else {
      // The last round takes both at once: the machine lost all its processes.
      await owner.end('SIGKILL')
      if (round === ROUNDS - 1) killDatabase(dataDir)
      owner = await startOwner(dataDir)
    }
    await expectAllThere(owner, new Set(writing.acknowledged))
  }
  await writing.stop()
  await expectAllThere(owner, writing.acknowledged)
  expect(writing.acknowledged.size).toBeGreaterThan(ROUNDS * ACKNOWLEDGED_PER_ROUND)
}, 60_000)

async function expectAllThere(owner: Owner, acknowledged: ReadonlySet<number>): Promise<void> {
  const present = new Set(await readIds(owner.said.url))
  expect([...acknowledged].filter((id) => !present.has(id))).toEqual([])
}

async function readIds(url: string): Promise<number[]> {
  const client = await connectWhenReady(url)
  const { rows } = await client.query<{ id: string }>('select id from entry').finally(() => client.end())
  return rows.map(({ id }) => Number(id))
}

async function connectWhenReady(url: string): Promise<pg.Client> {
  for (;;) {
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => {})
    try {
      await client.connect()
      return client
    } catch {
      await pause(10)
    }
  }
}

/** Writers that insert one row after the other, each a transaction, and connect again when they are cut off. */
function startWriters(url: string): { acknowledged: Set<number>; reached(count: number): Promise<void>; stop(): Promise<void> } {
  const acknowledged = new Set<number>()
  let next = 1
  let open = true
  const write = async () => {
    while (open) {
      const client = new pg.Client({ connectionString: url })
      client.on('error', () => {})
      try {
        await client.connect()
        while (open) {
          const id = next++
          await client.query('insert into entry (id) values ($1)', [id])
          acknowledged.add(id)
        }
      } catch {
        await pause(10)
      } finally {
        await client.end().catch(() => {})
      }
    }
  }
  const writers = Promise.all(Array.from({ length: WRITERS }, write))
  const stop = async () => {
    open = false
    await writers
  }
  onTestFinished(stop)
  return {
    acknowledged,
    stop,
    async reached(count) {
      while (acknowledged.size < count) await pause(5)
    },
  }
}

/** Kills the postmaster and every process of its database at once. */
function killDatabase(dataDir: string): void {
  const postmaster = postmasterPid(dataDir)
  for (const pid of [postmaster, ...children(postmaster)]) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It ended by itself in between.
    }
  }
}

function children(pid: number): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)
  } catch {
    // Elsewhere than on Linux they end by themselves when the postmaster is gone.
    return []
  }
}
