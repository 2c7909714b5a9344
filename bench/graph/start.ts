// `npm run bench -- graph-start --members N`: how long the hosted index takes to be there, from the tables and from its snapshot, how long to catch
// up after an hour apart, and how long a change takes from its commit until every thread sees it. On the product's own tables.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { type HostedIndex, type HostOptions, startNetworkIndex } from '@entregent/core/network/network-index.ts'
import pg from 'pg'
import { createChance } from './exact.ts'
import { openMade } from './file.ts'
import { type GraphOptions, madeFile } from './graph.ts'
import { watchLoop } from './loop.ts'
import { choosePairs } from './pairs.ts'
import { openProduct } from './product.ts'
import { folderOf, runStep } from './steps.ts'
import { figuresOf, round } from './timing.ts'

/** Ten a second for an hour. */
const APART = 36_000
const CHANGES = 1_000
/** Pages asked for by and about members with many connections. */
const PAGES = 400

/** One line for each; true when the index held what the tables hold at the end of each. */
export async function measureStart(options: GraphOptions): Promise<boolean> {
  const folder = folderOf(options.members, options.seed)
  await runStep(folder, 'start', options.again, async (tell) => {
    // Before there is an index that might wait for this thread.
    const made = openMade(madeFile(options))
    const { L } = choosePairs(made, made.seed, PAGES, 0)
    made.close()
    const product = await openProduct(madeFile(options), join(folder, 'product'))
    const client = new pg.Client({ connectionString: product.url })
    await client.connect()
    const snapshotFile = join(folder, 'network.snapshot')
    try {
      rmSync(snapshotFile, { force: true })
      const common = { seed: options.seed, members: options.members }
      for (const query of ['start from tables', 'snapshot read'] as const) {
        const { from, snapshot, ms, ties, indexBytes, rss, peakRss } = await startedAside(product.url, snapshotFile)
        if ((from === 'snapshot') !== (query === 'snapshot read')) throw new Error(`the index began with ${from}`)
        tell({ query, ms, ties, bytesPerTie: round(indexBytes / ties), rss, peakRss, ...common })
        if (snapshot) tell({ query: 'snapshot write', ms: snapshot.ms, bytes: snapshot.bytes, ...common })
      }

      await change(client, options, APART, 100)
      const apart = performance.now()
      const back = await start(product.url, { snapshotFile })
      await back.caughtUp(120_000)
      tell({ query: 'catch up', changes: APART, ms: round(performance.now() - apart), ...common })

      const visible = await timeVisible(client, back, options)
      tell({ query: 'visible', set: 'U', unit: 'µs', ...figuresOf(visible), ...common, rss: process.memoryUsage.rss() })
      tell({ query: 'loop', set: 'L', unit: 'ms', ...(await watchLoop(back, L.pairs)), ...common })
      await back.stop()
    } finally {
      await client.end()
      await product.close()
    }
  })
  return true
}

interface Started {
  readonly from: string
  readonly ms: number
  readonly ties: number
  readonly indexBytes: number
  readonly rss: number
  readonly peakRss: number
  readonly snapshot?: { readonly ms: number; readonly bytes: number }
}

async function startedAside(url: string, snapshotFile: string): Promise<Started> {
  const child = fork(join(import.meta.dirname, 'started.ts'), [url, snapshotFile])
  const ended = once(child, 'exit')
  const [told] = (await once(child, 'message')) as [Started]
  await ended
  return told
}

async function start(url: string, options: HostOptions): Promise<HostedIndex> {
  const index = startNetworkIndex(url, { ...options, onError: (error) => console.error(error) })
  await until(() => index.network !== undefined)
  return index
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5))
}

/** Ties made between any two, `each` to a transaction; those that are there already change their strength. */
async function change(client: pg.Client, { members, seed }: GraphOptions, count: number, each: number): Promise<void> {
  const chance = createChance(seed, 'apart')
  for (let done = 0; done < count; done += each) {
    const pairs = new Map<string, readonly [number, number]>()
    while (pairs.size < each) {
      const [a, b] = [1 + chance.below(members), 1 + chance.below(members)]
      if (a !== b) pairs.set(`${Math.min(a, b)}-${Math.max(a, b)}`, [Math.min(a, b), Math.max(a, b)])
    }
    const all = [...pairs.values()]
    await client.query(
      `insert into connection (low_id, high_id, relationship, stated_by, shared_strength)
       select low, high, 'friend', low, 9 from unnest($1::int[], $2::int[]) as pair (low, high)
       on conflict (low_id, high_id) do update set shared_strength = 1 + connection.shared_strength % 15`,
      [all.map(([low]) => low), all.map(([, high]) => high)],
    )
  }
}

/** Microseconds from a tie's commit until the index has it, in the memory that all threads share. */
async function timeVisible(client: pg.Client, index: HostedIndex, { members, seed }: GraphOptions): Promise<Float64Array> {
  const chance = createChance(seed, 'visible')
  const micros: number[] = []
  while (micros.length < CHANGES) {
    const [a, b] = [1 + chance.below(members), 1 + chance.below(members)]
    if (a === b || index.questions?.hasTie(a, b)) continue
    await client.query(
      "insert into connection (low_id, high_id, relationship, stated_by, shared_strength) values ($1, $2, 'friend', $1, 9)",
      [Math.min(a, b), Math.max(a, b)],
    )
    const committed = performance.now()
    while (!index.questions?.hasTie(a, b)) await new Promise((resolve) => setImmediate(resolve))
    micros.push((performance.now() - committed) * 1000)
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  return Float64Array.from(micros)
}
