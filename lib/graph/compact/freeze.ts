// A store as it was at one moment, while its writer goes on. Rows are never written in place, so a copy of the pointers is enough, as long as
// no row they point to is used again: freezing takes a reader's place and stays within a query until it is released.
import { At, readCount, type Store, takePlace } from './layout.ts'

export interface Frozen {
  /** Its header, slots, rows and flags are copies; ids, pool and strengths are the live ones, beyond what the copies know. */
  readonly store: Store
  /** The live store's retired rows may be used again. Its place among the readers is free. */
  release(): void
}

/** To be called by the writer's thread between two changes. Copies some 14 bytes a member. */
export function freeze(live: Store): Frozen {
  const word = takePlace(live.header)
  Atomics.store(live.header, word, 3)
  const size = readCount(live, At.size)
  return {
    store: {
      ...live,
      header: live.header.slice(),
      recent: new Uint32Array(live.recent.length),
      slots: live.slots.slice(),
      rows: live.rows.slice(0, size),
      flags: live.flags.slice(0, size),
      ids: live.ids.subarray(0, size),
      pool: live.pool.subarray(0, readCount(live, At.poolEnd)),
      strengths: live.strengths.subarray(0, readCount(live, At.poolEnd)),
    },
    release: () => {
      Atomics.store(live.header, word, 0)
    },
  }
}
