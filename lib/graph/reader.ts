// A thread's eyes on a network that another thread writes: all the questions, none of the changes.
import { createAnswers } from './compact/answers.ts'
import { At, openStore, readCount, readSequence, takePlace } from './compact/layout.ts'
import type { MemberId, Questions } from './network.ts'

export interface NetworkReader extends Questions {
  /** Its place among the readers; see `giveBackPlace`. */
  readonly place: number
  readonly generation: number
  /** The change that the data stand for at least. */
  readonly sequence: number
  /** Members by their place, from 0: those with most ties first. Undefined beyond the last; some may have been removed. */
  memberAt(place: number): MemberId | undefined
  /** Whether a newer generation has taken this one's place; then this one stays as it is, and the writer's `shared` is to be opened. */
  moved(): boolean
  /** Gives its place among the readers back. It must not be asked afterwards. */
  close(): void
}

/**
 * Opens the network in this buffer (`CompactNetwork.shared`, sent over by a message). Takes one of 64 places for readers; fails with
 * `RangeError` when all are taken. Answers see each change within the query after it; a tie's two halves may be seen one after the other.
 */
export function openNetwork(shared: SharedArrayBuffer): NetworkReader {
  const store = openStore(shared)
  const { header } = store
  // Needs memory, and may fail for want of it: then no place was taken.
  const answers = createAnswers(store)
  const word = takePlace(header)
  let state = 2

  function within<T>(ask: () => T): T {
    Atomics.store(header, word, state + 1)
    // What is read from here on is read after the store: an atomic load is not moved before it, as plain ones are on some machines.
    Atomics.load(header, At.moved)
    try {
      return ask()
    } finally {
      state = (state + 2) & 0x3ffffffe || 2
      Atomics.store(header, word, state)
    }
  }

  return {
    place: word,
    get memberCount() {
      return answers.memberCount
    },
    get tieCount() {
      return answers.tieCount
    },
    get generation() {
      return readCount(store, At.generation)
    },
    get sequence() {
      return readSequence(store)
    },
    hasTie: (a, b) => within(() => answers.hasTie(a, b)),
    degree: (viewer, target) => within(() => answers.degree(viewer, target)),
    degrees: (viewer, targets) => within(() => answers.degrees(viewer, targets)),
    mutual: (viewer, other, limit) => within(() => answers.mutual(viewer, other, limit)),
    waysIn: (viewer, target, limit, options) => within(() => answers.waysIn(viewer, target, limit, options)),
    countSecond: (viewer) => within(() => answers.countSecond(viewer)),
    countByDegree: (viewer, options) => within(() => answers.countByDegree(viewer, options)),
    nearest: (viewer, candidates, limit, options) => within(() => answers.nearest(viewer, candidates, limit, options)),
    suggestions: (viewer, limit, options) => within(() => answers.suggestions(viewer, limit, options)),
    connectionCount: (member) => within(() => answers.connectionCount(member)),
    visibleCount: (member) => within(() => answers.visibleCount(member)),
    cost: (viewer) => within(() => answers.cost(viewer)),
    costTowards: (target) => within(() => answers.costTowards(target)),
    memberAt: (place) => (place < readCount(store, At.size) ? store.ids[place] : undefined),
    moved: () => Atomics.load(header, At.moved) === 1,
    close: () => {
      Atomics.store(header, word, 0)
    },
  }
}

/** Gives back the place of a reader whose thread has ended, within a query perhaps: else rows that it may have read would never be used again. */
export function giveBackPlace(shared: SharedArrayBuffer, place: number): void {
  Atomics.store(openStore(shared).header, place, 0)
}
