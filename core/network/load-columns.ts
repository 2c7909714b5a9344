// The whole network from the tables, as columns of numbers: PostgreSQL copies them out in its binary format, of which every row here has the same
// length.
import type { NetworkLoader, TieColumns } from '@entregent/lib/graph/network.ts'
import { ownStrength } from '@entregent/lib/policy/tie-strength.ts'
import type { Client } from 'pg'
import { copyRows } from './copy-out.ts'
import { defaultSilentMs } from './follow-log.ts'

// Low end's strength, high end's (0 for not said), shared strength and hidden, in one number: a field costs more than its bytes.
const ties = (where: string) => `copy (
  select low_id, high_id,
    coalesce(low_strength, 0) + coalesce(high_strength, 0) * 4 + shared_strength * 16 + case when hidden_by_low or hidden_by_high then 256 else 0 end
  from connection where ${where}
) to stdout (format binary)`
const members = 'copy (select id, coalesce(shows_connections, false)::int from member) to stdout (format binary)'

const own = [null, 1, 2, 3].map((strength) => ownStrength(strength as 1 | 2 | 3 | null))
const piece = 16_384

/**
 * Hands everything to the loader: one half of the connections by each of the two clients, whose transactions have the same picture of the
 * tables, since one such reading keeps one processor busy. Fails as the connections do, and when one says nothing for `silentMs`.
 */
export async function loadColumns(
  [one, other]: readonly [Client, Client],
  loader: NetworkLoader,
  silentMs = defaultSilentMs,
): Promise<void> {
  const { rows } = await one.query<{ middle: string }>(
    `select format('(%s,0)', pg_relation_size('connection') / current_setting('block_size')::int / 2) as middle`,
  )
  const middle = `'${rows[0]?.middle ?? '(0,0)'}'::tid`
  await Promise.all([
    copyTies(one, `ctid < ${middle}`, loader, silentMs),
    copyMembers(other, loader, silentMs).then(() => copyTies(other, `ctid >= ${middle}`, loader, silentMs)),
  ])
}

async function copyMembers(client: Client, loader: NetworkLoader, silentMs: number): Promise<void> {
  const ids = new Uint32Array(piece)
  const shown = new Uint8Array(piece)
  let count = 0
  const flush = () => {
    loader.addMembers(ids.subarray(0, count), shown.subarray(0, count))
    count = 0
  }
  await copyRows(client, members, 2, silentMs, (bytes, at) => {
    ids[count] = int4(bytes, at + 6)
    shown[count] = bytes[at + 17] as number
    if (++count === piece) flush()
  })
  flush()
}

async function copyTies(client: Client, where: string, loader: NetworkLoader, silentMs: number): Promise<void> {
  const columns = {
    count: 0,
    lowIds: new Uint32Array(piece),
    highIds: new Uint32Array(piece),
    lowOwn: new Uint8Array(piece),
    highOwn: new Uint8Array(piece),
    shared: new Uint8Array(piece),
    hidden: new Uint8Array(piece),
  } satisfies TieColumns
  let count = 0
  const flush = () => {
    columns.count = count
    loader.addTies(columns)
    count = 0
  }
  await copyRows(client, ties(where), 3, silentMs, (bytes, at) => {
    const marks = int4(bytes, at + 22)
    columns.lowIds[count] = int4(bytes, at + 6)
    columns.highIds[count] = int4(bytes, at + 14)
    columns.lowOwn[count] = own[marks & 3] as number
    columns.highOwn[count] = own[(marks >> 2) & 3] as number
    columns.shared[count] = (marks >> 4) & 15
    columns.hidden[count] = marks >> 8
    if (++count === piece) flush()
  })
  flush()
}

function int4(bytes: Uint8Array, at: number): number {
  return (
    (((bytes[at] as number) << 24) | ((bytes[at + 1] as number) << 16) | ((bytes[at + 2] as number) << 8) | (bytes[at + 3] as number)) >>> 0
  )
}
