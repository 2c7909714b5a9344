// Keeps a network index in step with the database: begins with the snapshot file or from one consistent picture of the tables, then follows the
// change log. A notification only wakes it; the log's numbers, which have no gaps and rise in commit order, decide what it reads. A raised
// generation means a bulk load: then everything is read anew, while the old index goes on answering until it has
// been stale for too long (network-index.ts). It runs in a thread of its own (index-writer.ts).

import type { PageWork } from '@entregent/lib/graph/compact/load.ts'
import { type CompactNetwork, createCompactNetwork } from '@entregent/lib/graph/compact.ts'
import { isNearlyFull, orderRebuild, type RebuildOrder, takeOver } from '@entregent/lib/graph/rebuild.ts'
import type pg from 'pg'
import { createAlarm } from '../db/alarm.ts'
import { applyChanges, type Clock, connectFor, follow, readChanges, readClock } from './follow-log.ts'
import { loadColumns } from './load-columns.ts'
import { readSnapshot, removeUnfinished, type SnapshotOrigin, writeSnapshot } from './snapshot-file.ts'

export interface FeedOptions {
  /** Where the snapshot lies; undefined: none is read or written. */
  readonly snapshotFile?: string | undefined
  /** How long after the last snapshot the next is written, if anything has changed: 15 min. */
  readonly snapshotEveryMs?: number | undefined
  /** How often the log is looked at without being woken: 1 s. */
  readonly pollMs?: number | undefined
  /** From so many ties on (a million), the next generation is made by `rebuild` when less than this part (0.04) of the present one is free. */
  readonly rebuildFrom?: number | undefined
  readonly rebuildAt?: number | undefined
  /** After a failure it is tried again so much later: 1 min. */
  readonly rebuildAgainMs?: number | undefined
  /** Makes the next generation in another thread. */
  readonly rebuild?: ((order: RebuildOrder) => Promise<SharedArrayBuffer>) | undefined
  /** Does half of the work of a load in another thread. */
  readonly help?: ((work: PageWork) => Promise<number>) | undefined
  /** Told of the first network and of each generation that takes its place, with the database's generation it stands for. */
  readonly onNetwork: (network: CompactNetwork, databaseGeneration: number, from: 'snapshot' | 'tables' | 'rebuild') => void
  /** After each look at the log: how many changes are still to be applied. */
  readonly onLook?: ((behind: number) => void) | undefined
  readonly onSnapshot?: ((told: { readonly bytes: number; readonly sequence: number; readonly ms: number }) => void) | undefined
  /** So long the database may say nothing when asked, before another connection is made: 15 s. */
  readonly silentMs?: number | undefined
  /** Told when reading or writing fails; the feed goes on trying. */
  readonly onError?: ((error: unknown) => void) | undefined
}

export interface Feed {
  /** Looks at the log now. */
  ring(): void
  /** Ends it, after a last snapshot if something has changed since the one before. */
  stop(): Promise<void>
}

interface Held {
  readonly network: CompactNetwork
  /** The shared buffer as it was told last. */
  readonly shared: SharedArrayBuffer
  readonly origin: { readonly instance: string; readonly generation: number }
  /** The log's entry at the network's number: a database that was restored and has gone on differently has another there, or none. */
  readonly entry: string | null
}

/** Starts a feed on the database at `url`, on a connection of its own. */
export function startFeed(url: string, options: FeedOptions): Feed {
  let held: Held | undefined
  let client: pg.Client | undefined
  let stopping = false
  let saveAt = 0
  let savedSequence = -1
  let saving: Promise<void> | undefined
  let rebuilding = false
  let rebuildAt = 0
  let next:
    | { readonly network: CompactNetwork; readonly of: CompactNetwork; readonly entry: string | null; readonly shared: SharedArrayBuffer }
    | undefined
  const alarm = createAlarm()
  const { snapshotFile, snapshotEveryMs = 900_000 } = options

  function hold(network: CompactNetwork, origin: Held['origin'], entry: Held['entry'], from: 'snapshot' | 'tables' | 'rebuild'): void {
    held = { network, shared: network.shared, origin, entry }
    options.onNetwork(network, origin.generation, from)
  }

  async function begin(on: pg.Client): Promise<void> {
    if (held === undefined && (await beginWithSnapshot(on))) return
    const old = held?.network
    const { network, clock } = await loadTables(on, url, options)
    hold(network, clock, clock.entry, 'tables')
    old?.retire()
    savedSequence = -1
    saveAt = 0
  }

  /** Nobody reads it before it holds what is committed now. Gives whether there was one to begin with. */
  async function beginWithSnapshot(on: pg.Client): Promise<boolean> {
    if (snapshotFile === undefined) return false
    await removeUnfinished(snapshotFile).catch((error: unknown) => options.onError?.(error))
    const read = await readSnapshot(snapshotFile, (origin) => isOurs(on, origin)).catch((error: unknown) => {
      options.onError?.(error)
      return 'unreadable' as const
    })
    if (typeof read === 'string') {
      if (read !== 'missing') options.onError?.(new Error(`the snapshot of the network index is not used: it is ${read}`))
      return false
    }
    const { network, origin } = read
    const last = await follow(on, network, { sequence: (await readClock(on, 0)).seq, entry: origin.entry })
    if (!last) return false
    savedSequence = origin.sequence
    saveAt = Date.now() + snapshotEveryMs
    hold(network, origin, last.entry, 'snapshot')
    return true
  }

  /** One look at the log. Gives true when there may be more. */
  async function look(on: pg.Client): Promise<boolean> {
    const present = held
    const clock = await readClock(on, present?.network.sequence ?? 0)
    if (
      !present ||
      clock.instance !== present.origin.instance ||
      clock.generation !== present.origin.generation ||
      clock.seq < present.network.sequence ||
      clock.entry !== present.entry
    ) {
      await begin(on)
      return true
    }
    const { network } = present
    options.onLook?.(clock.seq - network.sequence)
    if (clock.seq === network.sequence) return false
    const batch = await readChanges(on, network.sequence, true)
    // Changes that the clean-up took away before we read them: only a whole load makes sure.
    if (!batch) {
      await begin(on)
      return true
    }
    applyChanges(network, batch)
    if (network.shared !== present.shared) hold(network, present.origin, batch.entry, 'rebuild')
    else held = { ...present, entry: batch.entry }
    options.onLook?.(Math.max(0, clock.seq - network.sequence))
    return true
  }

  /** The next generation in good time, by another thread. One that could not be made is not tried again at once. */
  function rebuildAside(): void {
    const of = held
    const { rebuild } = options
    if (rebuilding || !of || !rebuild || Date.now() < rebuildAt) return
    if (of.network.tieCount < (options.rebuildFrom ?? 1_000_000) || !isNearlyFull(of.network, options.rebuildAt)) return
    rebuilding = true
    let release = () => {}
    Promise.try(() => {
      const ordered = orderRebuild(of.network)
      release = ordered.release
      return rebuild(ordered.order)
    })
      .then((made) => {
        next = { network: takeOver(made), of: of.network, entry: of.entry, shared: of.network.shared }
      })
      .catch((error: unknown) => {
        rebuilding = false
        rebuildAt = Date.now() + (options.rebuildAgainMs ?? 60_000)
        options.onError?.(error)
      })
      .finally(() => {
        release()
        alarm.ring()
      })
  }

  /** Applies to the next generation what changed while it was made, before anybody reads it. */
  async function takeNext(on: pg.Client): Promise<void> {
    if (!next) return
    const { network, of, entry, shared } = next
    next = undefined
    rebuilding = false
    const present = held
    // The old one was loaded anew, or had to grow by itself.
    if (present?.network !== of || of.shared !== shared) return
    const last = await follow(on, network, { sequence: of.sequence, entry })
    if (!last) return
    hold(network, present.origin, last.entry, 'rebuild')
    of.retire()
  }

  function save(): Promise<void> | undefined {
    if (saving || snapshotFile === undefined || !held || held.network.sequence === savedSequence) return saving
    saving = writeNow(held, snapshotFile)
      .catch((error: unknown) => options.onError?.(error))
      .finally(() => {
        saveAt = Date.now() + snapshotEveryMs
        saving = undefined
      })
    return saving
  }

  async function writeNow({ network, origin: { instance, generation }, entry }: Held, file: string): Promise<void> {
    const { sequence } = network
    // The log was emptied by hand: nothing would tell that the file belongs to it.
    if (sequence > 0 && entry === null) return
    const started = performance.now()
    const bytes = await writeSnapshot(file, network, { instance, generation, sequence, entry })
    // Another network may have been loaded meanwhile.
    if (held?.origin.instance === instance && held.origin.generation === generation) savedSequence = sequence
    options.onSnapshot?.({ bytes, sequence, ms: Math.round(performance.now() - started) })
  }

  async function run(): Promise<void> {
    while (!stopping) {
      try {
        client ??= await listen(url, options.silentMs, alarm.ring, (gone) => {
          if (client === gone) client = undefined
          alarm.ring()
        })
        if (stopping) break
        const more = await look(client)
        await takeNext(client)
        rebuildAside()
        if (Date.now() >= saveAt) void save()
        if (!more && !stopping) await alarm.sleep(options.pollMs ?? 1_000)
      } catch (error) {
        if (stopping) break
        options.onError?.(error)
        const broken = client
        client = undefined
        await broken?.end().catch(() => {})
        await new Promise((resolve) => setTimeout(resolve, 500))
      }
    }
    // One that was still being opened when the end was asked for.
    await client?.end().catch(() => {})
  }
  const running = run()

  return {
    ring: alarm.ring,
    async stop() {
      stopping = true
      alarm.ring()
      await client?.end().catch(() => {})
      await running
      await saving
      await save()
    },
  }
}

async function listen(url: string, silentMs: number | undefined, wake: () => void, lost: (client: pg.Client) => void): Promise<pg.Client> {
  const client = await connectFor(url, silentMs)
  client.on('notification', wake)
  client.on('error', () => lost(client))
  client.on('end', () => lost(client))
  try {
    await client.query('listen network_change')
  } catch (error) {
    // A standby refuses it till it is promoted.
    await client.end().catch(() => {})
    throw error
  }
  return client
}

/** Whether the log goes on from there, and is the log it was made from. */
async function isOurs(client: pg.Client, origin: SnapshotOrigin): Promise<boolean> {
  const { instance, generation, seq, entry } = await readClock(client, origin.sequence)
  return instance === origin.instance && generation === origin.generation && seq >= origin.sequence && entry === origin.entry
}

const picture = 'begin isolation level repeatable read read only'

/** The connection is of no more use when it fails. */
async function loadTables(
  client: pg.Client,
  url: string,
  { help, silentMs, onError }: FeedOptions,
): Promise<{ network: CompactNetwork; clock: Clock }> {
  const network = createCompactNetwork()
  const second = await connectFor(url, silentMs)
  try {
    await client.query(picture)
    const { seq } = await readClock(client, 0)
    const clock = await readClock(client, seq)
    const { rows } = await client.query<{ id: string }>('select pg_export_snapshot() as id')
    await second.query(picture)
    await second.query(`set transaction snapshot '${rows[0]?.id}'`)
    const loader = network.startLoad()
    await loadColumns([client, second], loader, silentMs)
    await client.query('commit')
    if (help) await loader.finishWith(help, onError)
    else loader.finish()
    network.sequence = clock.seq
    return { network, clock }
  } finally {
    await second.end().catch(() => {})
  }
}
