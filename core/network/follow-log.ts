// What the change log of the network says, and how an index follows it: which ties and members changed, what holds of them now, and in which order
// that is applied.
import type { CompactNetwork } from '@entregent/lib/graph/compact.ts'
import type { Tie } from '@entregent/lib/graph/network.ts'
import { ownStrength } from '@entregent/lib/policy/tie-strength.ts'
import pg from 'pg'

export interface Clock {
  readonly instance: string
  readonly generation: number
  readonly seq: number
  /** The log's entry at the number asked for; null for none. */
  readonly entry: string | null
}

const batchSize = 2_000

/** So long a database may say nothing when asked, before its connection is given up. */
export const defaultSilentMs = 15_000

/**
 * A connection beside the pool's, that lives as long as its owner wants. One whose other end is gone without a word gives no answer: then a question
 * fails after `silentMs`, and the connection is of no more use.
 */
export async function connectFor(url: string, silentMs = defaultSilentMs): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'entregent-index',
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    connectionTimeoutMillis: 10_000,
    query_timeout: silentMs,
  })
  client.on('error', () => {})
  await client.connect()
  return client
}

/** What tells one entry of the log, `change`, from any other one. */
const entryText = `concat_ws(' ', change.low_id, change.high_id, extract(epoch from change.changed_at))`

/** The clock of the log, with its entry at number `at`. */
export async function readClock(client: pg.Client, at: number): Promise<Clock> {
  const { rows } = await client.query<{ instance: string; seq: string; generation: number; entry: string | null }>(
    `select instance, seq, generation, (select ${entryText} from network_change as change where seq = $1) as entry from network_clock`,
    [at],
  )
  const [row] = rows
  if (!row) throw new Error('the clock of the network is gone')
  return { ...row, seq: Number(row.seq) }
}

interface TieRow {
  low_id: number
  high_id: number
  low_strength: 1 | 2 | 3 | null
  high_strength: 1 | 2 | 3 | null
  shared_strength: number
  hidden: boolean
}

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

/** Who changed, up to `last`, and what holds of them now. */
interface Changes {
  readonly last: number
  /** The log's entry there. */
  readonly entry: string
  readonly pairs: readonly { readonly low_id: number; readonly high_id: number }[]
  readonly ties: readonly TieRow[]
  readonly people: readonly number[]
  /**
   * Those people, and where somebody reads meanwhile both ends of each pair, as far as they are there; whoever changes again later in the log is not
   * shown till then.
   */
  readonly members: readonly { readonly id: number; readonly shown: boolean }[]
}

/**
 * The changes after `from`; undefined when the log no longer begins there. `isRead`: somebody asks the index between this batch and the next. The
 * connection is of no more use when it fails.
 */
export async function readChanges(client: pg.Client, from: number, isRead: boolean): Promise<Changes | undefined> {
  // One picture of all three tables: else a tie might be taken from one moment and what its ends let be seen from another.
  await client.query('begin isolation level repeatable read read only')
  const changes = await readPicture(client, from, isRead)
  await client.query('commit')
  return changes
}

async function readPicture(client: pg.Client, from: number, isRead: boolean): Promise<Changes | undefined> {
  const { rows: changes } = await client.query<{ seq: string; low_id: number; high_id: number; entry: string }>(
    `select seq, low_id, high_id, ${entryText} as entry from network_change as change where seq > $1 order by seq limit $2`,
    [from, batchSize],
  )
  const first = changes[0]
  const last = changes.at(-1)
  if (!first || !last || Number(first.seq) !== from + 1) return undefined
  const pairs = changes.filter(({ low_id, high_id }) => low_id !== high_id)
  const people = changes.filter(({ low_id, high_id }) => low_id === high_id).map(({ low_id }) => low_id)
  const ties = await client.query<TieRow>(
    `select low_id, high_id, low_strength, high_strength, shared_strength, hidden_by_low or hidden_by_high as hidden
     from connection where (low_id, high_id) in (select * from unnest($1::int[], $2::int[]))`,
    [pairs.map(({ low_id }) => low_id), pairs.map(({ high_id }) => high_id)],
  )
  // Ties are read as they are now, so for a reader's sake their ends must be as well. And somebody may have hidden a tie and only then shown themselves,
  // both after this batch: the index still has the tie in the open.
  const ends = isRead ? pairs.flatMap(({ low_id, high_id }) => [low_id, high_id]) : []
  const members = await client.query<{ id: number; shown: boolean }>(
    `select member.id, coalesce(shows_connections, false) and later.id is null as shown
     from member left join (select distinct low_id as id from network_change where seq > $2 and low_id = high_id) as later on later.id = member.id
     where member.id = any ($1::int[])`,
    [[...people, ...ends], last.seq],
  )
  return { last: Number(last.seq), entry: last.entry, pairs, ties: ties.rows, people, members: members.rows }
}

interface Place {
  readonly sequence: number
  readonly entry: string | null
}

/**
 * Applies changes to a network that nobody reads yet until it holds number `to.sequence`; `to.entry` is the entry where it stands now. Gives where it
 * stands then, or undefined when the log no longer begins where it stood.
 */
export async function follow(client: pg.Client, network: CompactNetwork, to: Place): Promise<Place | undefined> {
  let { entry } = to
  while (network.sequence < to.sequence) {
    const batch = await readChanges(client, network.sequence, false)
    if (!batch) return undefined
    applyChanges(network, batch)
    entry = batch.entry
  }
  return { sequence: network.sequence, entry }
}

/**
 * What takes from people's sight comes first, what gives comes last: readers look on meanwhile, and at no moment see a tie that was not to be
 * seen before the batch nor after it.
 */
export function applyChanges(network: CompactNetwork, { last, pairs, ties, people, members }: Changes): void {
  for (const { id, shown } of members) if (!shown) network.setMember(id, { shown })
  const known = new Set(members.map(({ id }) => id))
  for (const id of people) if (!known.has(id)) network.removeMember(id)
  const present = new Set(ties.map(({ low_id, high_id }) => `${low_id}-${high_id}`))
  for (const { low_id, high_id } of pairs) if (!present.has(`${low_id}-${high_id}`)) network.removeTie(low_id, high_id)
  for (const row of ties) if (row.hidden) network.setTie(asTie(row))
  for (const row of ties) if (!row.hidden) network.setTie(asTie(row))
  for (const { id, shown } of members) if (shown) network.setMember(id, { shown })
  network.sequence = last
}
