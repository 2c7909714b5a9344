// The whole network from the tables, as columns of numbers: PostgreSQL copies them out in its binary format (documentation, "COPY", "Binary
// Format"), of which every row here has the same length.
import type { NetworkLoader, TieColumns } from '@entregent/lib/graph/network.ts'
import { ownStrength } from '@entregent/lib/policy/tie-strength.ts'
import type { Client } from 'pg'
import { to as copyTo } from 'pg-copy-streams'

// Low end's strength, high end's (0 for not said), shared strength and hidden, in one number: a field costs more than its bytes.
const ties = (where: string) => `copy (
  select low_id, high_id,
    (coalesce(low_strength, 0) + coalesce(high_strength, 0) * 4 + shared_strength * 16 + (hidden_by_low or hidden_by_high)::int * 256)::int2
  from connection where ${where}
) to stdout (format binary)`
const members = 'copy (select id, coalesce(shows_connections, false)::int::int2 from member) to stdout (format binary)'

const signature = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1')
const headBytes = signature.length + 8
const own = [null, 1, 2, 3].map((strength) => ownStrength(strength as 1 | 2 | 3 | null))
const piece = 16_384

/**
 * Hands everything to the loader: one half of the connections by each of the two clients, whose transactions have the same picture of the
 * tables, since one such reading keeps one processor busy. Fails as the connections do.
 */
export async function loadColumns([one, other]: readonly [Client, Client], loader: NetworkLoader): Promise<void> {
  const { rows } = await one.query<{ middle: string }>(
    `select format('(%s,0)', pg_relation_size('connection') / current_setting('block_size')::int / 2) as middle`,
  )
  const middle = `'${rows[0]?.middle ?? '(0,0)'}'::tid`
  await Promise.all([
    copyTies(one, `ctid < ${middle}`, loader),
    copyMembers(other, loader).then(() => copyTies(other, `ctid >= ${middle}`, loader)),
  ])
}

async function copyMembers(client: Client, loader: NetworkLoader): Promise<void> {
  const ids = new Uint32Array(piece)
  const shown = new Uint8Array(piece)
  await copyRows(client, members, 1, (bytes, at, count) => {
    for (let i = 0; i < count; i++, at += 16) {
      ids[i] = int4(bytes, at + 6)
      shown[i] = bytes[at + 15] as number
    }
    loader.addMembers(ids.subarray(0, count), shown.subarray(0, count))
  })
}

async function copyTies(client: Client, where: string, loader: NetworkLoader): Promise<void> {
  const columns = {
    count: 0,
    lowIds: new Uint32Array(piece),
    highIds: new Uint32Array(piece),
    lowOwn: new Uint8Array(piece),
    highOwn: new Uint8Array(piece),
    shared: new Uint8Array(piece),
    hidden: new Uint8Array(piece),
  } satisfies TieColumns
  await copyRows(client, ties(where), 2, (bytes, at, count) => {
    for (let i = 0; i < count; i++, at += 24) {
      const marks = ((bytes[at + 22] as number) << 8) | (bytes[at + 23] as number)
      columns.lowIds[i] = int4(bytes, at + 6)
      columns.highIds[i] = int4(bytes, at + 14)
      columns.lowOwn[i] = own[marks & 3] as number
      columns.highOwn[i] = own[(marks >> 2) & 3] as number
      columns.shared[i] = (marks >> 4) & 15
      columns.hidden[i] = marks >> 8
    }
    columns.count = count
    loader.addTies(columns)
  })
}

function int4(bytes: Uint8Array, at: number): number {
  return (
    (((bytes[at] as number) << 24) | ((bytes[at + 1] as number) << 16) | ((bytes[at + 2] as number) << 8) | (bytes[at + 3] as number)) >>> 0
  )
}

/** Rows of `ints` four-byte integers and a two-byte one, at most `piece` at a time, each from its count of fields on. */
async function copyRows(client: Client, statement: string, ints: number, take: (bytes: Uint8Array, at: number, count: number) => void) {
  const rowBytes = 2 + ints * 8 + 6
  const fields = ints + 1
  let rest: Buffer = Buffer.alloc(0)
  let begun = false
  for await (const chunk of client.query(copyTo(statement)) as AsyncIterable<Buffer>) {
    let bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    if (!begun) {
      if (bytes.length < headBytes) {
        rest = bytes
        continue
      }
      if (!bytes.subarray(0, signature.length).equals(signature)) throw new Error('the database copies in another format')
      bytes = bytes.subarray(headBytes + bytes.readUInt32BE(headBytes - 4))
      begun = true
    }
    let at = 0
    while (at + rowBytes <= bytes.length) {
      const count = Math.min(piece, Math.floor((bytes.length - at) / rowBytes))
      if (bytes.readInt16BE(at) !== fields || bytes.readInt16BE(at + (count - 1) * rowBytes) !== fields)
        throw new Error('the database copies other rows than were asked for')
      take(bytes, at, count)
      at += count * rowBytes
    }
    rest = bytes.subarray(at)
  }
  // The end is told by a count of fields of -1.
  if (rest.length !== 2 || rest.readInt16BE(0) !== -1) throw new Error('the copy ended early')
}
