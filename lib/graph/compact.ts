// The network that production runs: typed arrays in shared memory (compact/layout.ts), one writer, any number of reading threads (reader.ts).
// When a buffer is full the next generation takes its place by itself; `rebuild` does it before, in a quiet hour.
import { createAnswers } from './compact/answers.ts'
import { dropAll, dropHalf, placeAnew, putHalf } from './compact/change.ts'
import { regenerate } from './compact/generation.ts'
import { claimInner, findInner } from './compact/ids.ts'
import { At, createStore, KNOWN, readCount, readSequence, SHOWN, type Store, writeSequence } from './compact/layout.ts'
import { createLoader, loadRows } from './compact/load.ts'
import { INNER } from './compact/row.ts'
import { createWriter, hasRoom } from './compact/writer.ts'
import type { LoadableNetwork, NetworkLoader, Questions } from './network.ts'

/** A network in shared memory; see `openNetwork` for its readers. All of it belongs to the one thread that made it. */
export interface CompactNetwork extends LoadableNetwork {
  /** The present generation; another one after `load`, `finish`, `rebuild` and whatever change found it full. */
  readonly shared: SharedArrayBuffer
  /** The arrays that lie in it; for snapshots. */
  readonly store: Store
  /** Rises by one with each. */
  readonly generation: number
  /** The place in the change log that the data stands for; kept in the buffer and in a snapshot. 0 after a load. Below 2^53. */
  sequence: number
  /** What the index takes: in use, lost to retired rows until the next generation, and the whole buffer. */
  readonly bytes: { readonly used: number; readonly spare: number; readonly reserved: number }
  /** Begins a load from columns. The old network goes on answering till `finish`. */
  startLoad(): NetworkLoader
  /** Makes the next generation now: no spare bytes, members with many ties first. Costs some 110 ns a tie; readers go on in the old one. */
  rebuild(): void
  /** Tells readers that another network has taken its place. It goes on answering. */
  retire(): void
}

/** An empty network. Sizes are first guesses. About 12 bytes a tie when loaded, and 8.5 a member of scratch for each thread that reads. */
export function createCompactNetwork(options: { readonly members?: number; readonly ties?: number } = {}): CompactNetwork {
  const members = options.members ?? 0
  return networkOver(createStore(Math.max(48, members), 1024 + (options.ties ?? 0) * 2 + members * 4, 1))
}

/** The network whose data lie in this store, from now on its one writer. */
export function networkOver(first: Store): CompactNetwork {
  let store = first
  let writer = createWriter(store)
  let answers: Questions = createAnswers(store)

  function moveTo(next: Store): void {
    const old = store
    store = next
    writer = createWriter(store)
    answers = createAnswers(store)
    Atomics.store(old.header, At.moved, 1)
  }

  function grow(entries: readonly number[]): void {
    const words = entries.reduce((sum, length) => sum + length * 2 + 16, 0)
    moveTo(regenerate(store, { members: 2, words }))
  }

  function length(inner: number): number {
    return inner < 0 ? 0 : (store.pool[(store.rows[inner] as number) + 1] as number)
  }

  /** Makes sure that so many members more, and rows of these lengths, find room. Inner numbers may be others afterwards. */
  function makeRoom(newMembers: number, entries: readonly number[]): void {
    if (readCount(store, At.size) + newMembers > store.ids.length || !hasRoom(writer, entries)) grow(entries)
  }

  /** Rows that a change of this member's row and of all their neighbours' takes. */
  function roundAbout(inner: number): number[] {
    const row = store.rows[inner] as number
    const entries = [length(inner)]
    for (let i = 0; i < length(inner); i++) entries.push(length((store.pool[row + 2 + i] as number) & INNER))
    return entries
  }

  return {
    get shared() {
      return store.shared
    },
    get store() {
      return store
    },
    get generation() {
      return readCount(store, At.generation)
    },
    get sequence() {
      return readSequence(store)
    },
    set sequence(sequence) {
      writeSequence(store, sequence)
    },
    get bytes() {
      const spare = readCount(store, At.spareWords) * 5
      const free = (store.pool.length - readCount(store, At.poolEnd)) * 5
      return { used: store.shared.byteLength - spare - free, spare, reserved: store.shared.byteLength }
    },
    get memberCount() {
      return answers.memberCount
    },
    get tieCount() {
      return answers.tieCount
    },
    hasTie: (a, b) => answers.hasTie(a, b),
    degree: (viewer, target) => answers.degree(viewer, target),
    degrees: (viewer, targets) => answers.degrees(viewer, targets),
    mutual: (viewer, other, limit) => answers.mutual(viewer, other, limit),
    waysIn: (viewer, target, limit, more) => answers.waysIn(viewer, target, limit, more),
    countSecond: (viewer) => answers.countSecond(viewer),
    countByDegree: (viewer, more) => answers.countByDegree(viewer, more),
    nearest: (viewer, candidates, limit, more) => answers.nearest(viewer, candidates, limit, more),
    suggestions: (viewer, limit, more) => answers.suggestions(viewer, limit, more),
    connectionCount: (member) => answers.connectionCount(member),
    visibleCount: (member) => answers.visibleCount(member),
    cost: (viewer) => answers.cost(viewer),
    costTowards: (target) => answers.costTowards(target),
    setTie({ lowId, highId, lowOwn, highOwn, shared, hidden }) {
      const [lowKnown, highKnown] = [findInner(store, lowId), findInner(store, highId)]
      const more = answers.hasTie(lowId, highId) ? 0 : 1
      makeRoom((lowKnown < 0 ? 1 : 0) + (highKnown < 0 ? 1 : 0), [length(lowKnown) + more, length(highKnown) + more])
      const low = claimInner(store, lowId)
      const high = claimInner(store, highId)
      putHalf(writer, low, high, hidden, (lowOwn << 4) | shared)
      putHalf(writer, high, low, hidden, (highOwn << 4) | shared)
    },
    removeTie(a, b) {
      if (!answers.hasTie(a, b)) return
      makeRoom(0, [length(findInner(store, a)) - 1, length(findInner(store, b)) - 1])
      const [one, other] = [findInner(store, a), findInner(store, b)]
      dropHalf(writer, one, other)
      dropHalf(writer, other, one)
    },
    setMember(id, { shown }) {
      const known = findInner(store, id)
      const flags = shown ? KNOWN | SHOWN : KNOWN
      // Said again of everybody whose ties change, so that nothing may be made ready for what is so already.
      if (known >= 0 && store.flags[known] === flags) return
      makeRoom(known < 0 ? 1 : 0, known < 0 ? [] : roundAbout(known))
      const inner = claimInner(store, id)
      if (store.flags[inner] === flags) return
      store.flags[inner] = flags
      placeAnew(writer, inner)
    },
    removeMember(id) {
      const known = findInner(store, id)
      if (known < 0) return
      makeRoom(0, roundAbout(known))
      const inner = findInner(store, id)
      if (((store.flags[inner] as number) & KNOWN) === 0) return
      dropAll(writer, inner)
      store.flags[inner] = 0
      store.header[At.members] = readCount(store, At.members) - 1
    },
    startLoad: () => createLoader(readCount(store, At.generation) + 1, moveTo),
    load(ties, them) {
      const loader = createLoader(readCount(store, At.generation) + 1, moveTo)
      loadRows(loader, ties, them)
      loader.finish()
    },
    rebuild() {
      moveTo(regenerate(store, { members: 0, words: 0 }))
    },
    retire() {
      Atomics.store(store.header, At.moved, 1)
    },
  }
}
