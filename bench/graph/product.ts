// The made network as the product keeps it: its own tables, filled by COPY in no order, as they would be by years of use.
import { startEmbedded } from '@entregent/core/db/embedded/supervisor.ts'
import { migrate } from '@entregent/core/db/migrate.ts'
import pg from 'pg'
import { copyIn } from '../copy-in.ts'
import { type Made, openMade } from './file.ts'
import { shownOf, tiePieces, type View } from './ties.ts'

const settings = {
  shared_buffers: '2GB',
  maintenance_work_mem: '2GB',
  max_wal_size: '8GB',
  wal_level: 'minimal',
  max_wal_senders: '0',
}

export interface Product {
  readonly url: string
  close(): Promise<void>
}

/** Opens the database in this folder, and fills it first where it is not filled yet: a quarter of an hour for five million members. */
export async function openProduct(file: string, folder: string): Promise<Product> {
  const embedded = await startEmbedded({ dataDir: folder, settings })
  try {
    await migrate(embedded.url)
    const client = new pg.Client({ connectionString: embedded.url })
    await client.connect()
    try {
      const { rows } = await client.query<{ generation: number }>('select generation from network_clock')
      if (rows[0]?.generation === 1) await fill(client, openMade(file))
    } finally {
      await client.end()
    }
    return { url: embedded.url, close: () => embedded.stop() }
  } catch (error) {
    await embedded.stop()
    throw error
  }
}

async function fill(client: pg.Client, made: Made): Promise<void> {
  const view = { made, isPrivate: true }
  console.error(`Filling the product's tables with ${made.ties.toLocaleString('en')} connections, once …`)
  await client.query('begin')
  for (const table of ['member', 'connection']) await client.query(`alter table ${table} disable trigger user`)
  await client.query('truncate member cascade')
  await client.query(
    `alter table connection drop constraint connection_pkey, drop constraint connection_low_id_fkey, drop constraint connection_high_id_fkey`,
  )
  await client.query('drop index connection_high_idx')
  await copyIn(
    client,
    'member (id, handle, email, email_key, given_name, family_name, locale, findable_by, shows_connections) from stdin',
    memberLines(view),
  )
  await copyIn(
    client,
    'connection (low_id, high_id, relationship, stated_by, shared_strength, low_strength, high_strength, hidden_by_low) from stdin',
    tieLines(view),
  )
  await client.query('alter table connection add primary key (low_id, high_id)')
  await client.query('create index connection_high_idx on connection (high_id, low_id)')
  for (const table of ['member', 'connection']) await client.query(`alter table ${table} enable trigger user`)
  await client.query('update network_clock set generation = generation + 1, instance = gen_random_uuid()')
  await client.query(`select setval(pg_get_serial_sequence('member', 'id'), ${made.members})`)
  await client.query('commit')
  await client.query('vacuum (freeze, analyze) member')
  await client.query('vacuum (freeze, analyze) connection')
}

function* memberLines(view: View): Generator<Buffer> {
  const shown = shownOf(view)
  let lines = ''
  for (let id = 1; id <= shown.length; id++) {
    lines += `${id}\tm${id}\tm${id}@m.example\tm${id}@m.example\tM\t${id}\ten\tmembers\t${shown[id - 1] === 1 ? 't' : 'f'}\n`
    if (id % 20_000 !== 0 && id !== shown.length) continue
    yield Buffer.from(lines)
    lines = ''
  }
}

/** All ties, each somewhere else than where it was made: a step that has no divisor in common with their number goes through them all. */
function* tieLines(view: View): Generator<Buffer> {
  const { ties } = view.made
  const columns = { low: new Uint32Array(ties), high: new Uint32Array(ties), marks: new Uint16Array(ties) }
  let at = 0
  for (const { count, lowIds, highIds, lowOwn, highOwn, shared, hidden } of tiePieces(view)) {
    for (let i = 0; i < count; i++, at++) {
      columns.low[at] = lowIds[i] as number
      columns.high[at] = highIds[i] as number
      columns.marks[at] =
        (stated(lowOwn[i] as number) << 8) |
        (stated(highOwn[i] as number) << 6) |
        (Math.max(1, shared[i] as number) << 1) |
        (hidden[i] as number)
    }
  }
  let step = Math.floor(ties * 0.618_033_988_7) | 1
  while (divisor(step, ties) !== 1) step += 2
  let lines = ''
  for (let done = 0, place = 0; done < ties; done++, place = (place + step) % ties) {
    const [low, marks] = [columns.low[place] as number, columns.marks[place] as number]
    const own = (strength: number) => (strength === 0 ? '\\N' : strength)
    lines += `${low}\t${columns.high[place]}\tcolleague\t${low}\t${(marks >> 1) & 15}\t${own((marks >> 8) & 3)}\t${own((marks >> 6) & 3)}\t${marks & 1}\n`
    if (done % 20_000 !== 19_999 && done + 1 !== ties) continue
    yield Buffer.from(lines)
    lines = ''
  }
}

/** How well they know each other as members say it, of a strength from 0 to 15. */
const stated = (own: number) => (own === 0 ? 0 : Math.min(3, 1 + Math.floor(own / 6)))

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b)
}
