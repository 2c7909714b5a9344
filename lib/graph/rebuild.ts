// A new generation made by another thread while the writer goes on: the writer orders it, the other thread carries it out, and the writer
// takes it over once it has applied what changed since (`sequence` of the new network says since when).

import { freeze } from './compact/freeze.ts'
import { regenerate } from './compact/generation.ts'
import { At, openStore, readCount } from './compact/layout.ts'
import { type CompactNetwork, networkOver } from './compact.ts'

/** What the other thread needs; may be sent by a message. */
export interface RebuildOrder {
  readonly shared: SharedArrayBuffer
  readonly header: Int32Array
  readonly rows: Uint32Array
  readonly flags: Uint8Array
}

/** The network as it is now, as an order. `release` when it is carried out or given up: till then no retired row is used again. */
export function orderRebuild(network: CompactNetwork): { readonly order: RebuildOrder; release(): void } {
  const { store, release } = freeze(network.store)
  return { order: { shared: store.shared, header: store.header, rows: store.rows, flags: store.flags }, release }
}

/** Makes the next generation, hubs first and without spare words; some 110 ns a tie. For any thread. */
export function carryOut({ shared, header, rows, flags }: RebuildOrder): SharedArrayBuffer {
  return regenerate({ ...openStore(shared), header, rows, flags }, { members: 0, words: 0 }).shared
}

/** The network that was carried out, its one writer from now on the calling thread. */
export function takeOver(shared: SharedArrayBuffer): CompactNetwork {
  return networkOver(openStore(shared))
}

/**
 * Whether less than this part of the pool of rows, or a quarter of it of the members' places, is left before the writer must make the next
 * generation itself. A fresh one has 8 % of its pool left.
 */
export function isNearlyFull({ store }: CompactNetwork, part = 0.04): boolean {
  const free = store.pool.length - readCount(store, At.poolEnd)
  const places = store.ids.length - readCount(store, At.size)
  return free < store.pool.length * part || places < (store.ids.length * part) / 4
}
