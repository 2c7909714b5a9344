// Keeps a network index in step with the database: loads it from one consistent picture, then follows the change log. A notification only
// wakes it; the log's numbers, which have no gaps and rise in commit order, decide what it reads. A raised generation means a bulk load:
// then everything is read anew, while the old index goes on answering.
import type { LoadableNetwork, Tie } from '@entregent/lib/graph/network.ts'
import { ownStrength } from '@entregent/lib/policy/tie-strength.ts'
import pg from 'pg'
import { createAlarm } from '../db/alarm.ts'
import type { NetworkIndex } from '../services/services.ts'

export interface IndexFeed extends NetworkIndex {
  /** Resolves when the index holds what was committed before the call, or rejects after `timeoutMs` (5 s). */
  caughtUp(timeoutMs?: number): Promise<void>
  stop(): Promise<void>
}

export interface IndexFeedOptions {
  readonly create: () => LoadableNetwork
  /** Told when reading fails; the feed goes on trying. */
  readonly onError?: (error: unknown) => void
  /** How often the log is looked at without being woken. */
  readonly pollMs?: number
}

const batchSize = 2_000

/** Starts a feed on the database at `url`, on a connection of its own. Gives at once; `network` is undefined until the first load is done. */
export function startIndexFeed(url: string, options: IndexFeedOptions): IndexFeed {
  const state: { network: LoadableNetwork | undefined; appliedSeq: number; generation: number } = {
    network: undefined,
    appliedSeq: 0,
    generation: 0,
  }
  let client: pg.Client | undefined
  let stopping = false
  const alarm = createAlarm()

  async function follow(): Promise<void> {
    while (!stopping) {
      try {
        client ??= await listen(url, alarm.ring, (gone) => {
          if (client === gone) client = undefined
          alarm.ring()
        })
        const more = await step(client, state, options.create)
        if (!more && !stopping) await alarm.sleep(options.pollMs ?? 1_000)
      } catch (error) {
        if (stopping) return
        options.onError?.(error)
        const broken = client
        client = undefined
        await broken?.end().catch(() => {})
        await new Promise((resolve) => setTimeout(resolve, 500))
      }
    }
  }
  const following = follow()

  return {
    get network() {
      return state.network
    },
    get appliedSeq() {
      return state.appliedSeq
    },
    async caughtUp(timeoutMs = 5_000) {
      const asking = new pg.Client({ connectionString: url })
      await asking.connect()
      const { rows } = await asking
        .query<{ seq: string; generation: number }>('select seq, generation from network_clock')
        .finally(() => asking.end())
      const [seq, generation] = [Number(rows[0]?.seq ?? 0), rows[0]?.generation ?? 0]
      const deadline = Date.now() + timeoutMs
      while (!state.network || state.generation < generation || (state.generation === generation && state.appliedSeq < seq)) {
        if (Date.now() > deadline) throw new Error(`the network index is at ${state.appliedSeq} of ${seq} after ${timeoutMs} ms`)
        alarm.ring()
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
    },
    async stop() {
      stopping = true
      alarm.ring()
      await client?.end().catch(() => {})
      await following
    },
  }
}

async function listen(url: string, wake: () => void, lost: (client: pg.Client) => void): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'entregent-index',
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  })
  client.on('notification', wake)
  client.on('error', () => lost(client))
  client.on('end', () => lost(client))
  await client.connect()
  await client.query('listen network_change')
  return client
}

// One look at the log. Gives true when there may be more.
async function step(
  client: pg.Client,
  state: { network: LoadableNetwork | undefined; appliedSeq: number; generation: number },
  create: () => LoadableNetwork,
) {
  // A connection whose other end is gone without a word gives no answer: then the feed makes a new one.
  const { rows } = await client.query<{ seq: string; generation: number }, []>({
    text: 'select seq, generation from network_clock',
    query_timeout: 15_000,
  } as pg.QueryConfig<[]>)
  const clock = { seq: Number(rows[0]?.seq ?? 0), generation: rows[0]?.generation ?? 0 }
  if (!state.network || clock.generation !== state.generation || clock.seq < state.appliedSeq) {
    Object.assign(state, await load(client, create()))
    return true
  }
  if (clock.seq === state.appliedSeq) return false
  const applied = await applyChanges(client, state.network, state.appliedSeq)
  // Changes that the clean-up took away before we read them: only a whole load makes sure.
  if (applied === undefined) Object.assign(state, await load(client, create()))
  else state.appliedSeq = applied
  return true
}

interface TieRow {
  low_id: number
  high_id: number
  low_strength: 1 | 2 | 3 | null
  high_strength: 1 | 2 | 3 | null
  shared_strength: number
  hidden: boolean
}

const tieColumns = 'low_id, high_id, low_strength, high_strength, shared_strength, hidden_by_low or hidden_by_high as hidden'

function asTie(row: TieRow): Tie {
  return {
    lowId: row.low_id,
    highId: row.high_id,
    lowOwn: ownStrength(row.low_strength),
    highOwn: ownStrength(row.high_strength),
    shared: row.shared_strength,
    hidden: row.hidden,
  }
}

async function load(client: pg.Client, network: LoadableNetwork) {
  await client.query('begin isolation level repeatable read read only')
  try {
    const clock = await client.query<{ seq: string; generation: number }>('select seq, generation from network_clock')
    const members = await client.query<{ id: number; shown: boolean }>('select id, coalesce(shows_connections, false) as shown from member')
    const ties = await client.query<TieRow>(`select ${tieColumns} from connection`)
    network.load(ties.rows.map(asTie), members.rows)
    return { network, appliedSeq: Number(clock.rows[0]?.seq ?? 0), generation: clock.rows[0]?.generation ?? 0 }
  } finally {
    await client.query('commit')
  }
}

// Reads who changed after `from`, and what holds of them now; undefined when the log no longer begins there. Reading twice what has changed again is harmless: the later change leads here too.
async function applyChanges(client: pg.Client, network: LoadableNetwork, from: number): Promise<number | undefined> {
  const { rows: changes } = await client.query<{ seq: string; low_id: number; high_id: number }>(
    'select seq, low_id, high_id from network_change where seq > $1 order by seq limit $2',
    [from, batchSize],
  )
  const first = changes[0]
  const last = changes.at(-1)
  if (!first || !last || Number(first.seq) !== from + 1) return undefined
  const pairs = changes.filter(({ low_id, high_id }) => low_id !== high_id)
  const people = changes.filter(({ low_id, high_id }) => low_id === high_id).map(({ low_id }) => low_id)
  const ties = await client.query<TieRow>(
    `select ${tieColumns} from connection where (low_id, high_id) in (select * from unnest($1::int[], $2::int[]))`,
    [pairs.map(({ low_id }) => low_id), pairs.map(({ high_id }) => high_id)],
  )
  const members = await client.query<{ id: number; shown: boolean }>(
    'select id, coalesce(shows_connections, false) as shown from member where id = any ($1::int[])',
    [people],
  )
  const present = new Set(ties.rows.map(({ low_id, high_id }) => `${low_id}-${high_id}`))
  for (const { low_id, high_id } of pairs) if (!present.has(`${low_id}-${high_id}`)) network.removeTie(low_id, high_id)
  for (const row of ties.rows) network.setTie(asTie(row))
  const known = new Set(members.rows.map(({ id }) => id))
  for (const id of people) if (!known.has(id)) network.removeMember(id)
  for (const { id, shown } of members.rows) network.setMember(id, { shown })
  return Number(last.seq)
}
