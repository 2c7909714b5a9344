// Halves of ties as they come, in many runs at once, 7 bytes each: in slabs so large that the operating system gets them back when they are let go of.

/** A run of halves is a list of pieces of slabs: where each begins and how many it holds, one after the other. */
export interface Run {
  readonly pieces: number[]
  count: number
  /** Of the piece that is filled now: where in its slab the next goes, and where it ends. */
  slab: Slab
  at: number
  end: number
  from: number
}

export interface Slab {
  readonly place: number
  /** The owner's place in the page, and whether the tie is hidden. */
  readonly owners: Uint16Array
  /** Neighbours' ids. */
  readonly others: Uint32Array
  /** As in a row. */
  readonly marks: Uint8Array
}

const SLAB_BITS = 23
const LEAST_SLAB = 1 << 10
const LEAST_PIECE = 16
const MOST_PIECE = 4096

export interface Halves {
  readonly slabs: readonly SharedArrayBuffer[]
  begin(): Run
  put(run: Run, owner: number, other: number, mark: number): void
  /** No more will come. */
  end(run: Run): void
}

/** The same slab, from any thread. */
export function openSlab(shared: SharedArrayBuffer, place: number): Slab {
  const room = shared.byteLength / 7
  return {
    place,
    others: new Uint32Array(shared, 0, room),
    owners: new Uint16Array(shared, room * 4, room),
    marks: new Uint8Array(shared, room * 6, room),
  }
}

export function createHalves(): Halves {
  const slabs: SharedArrayBuffer[] = []
  let slab = addSlab(LEAST_SLAB)
  let taken = 0

  function addSlab(room: number): Slab {
    const shared = new SharedArrayBuffer(room * 7)
    slabs.push(shared)
    return openSlab(shared, slabs.length - 1)
  }
  function close(run: Run): void {
    if (run.at > run.from) run.pieces.push(run.slab.place * 2 ** SLAB_BITS + run.from, run.at - run.from)
  }
  function widen(run: Run): void {
    close(run)
    const wanted = Math.min(MOST_PIECE, Math.max(LEAST_PIECE, (run.end - run.from) * 4))
    if (taken + wanted > slab.marks.length) {
      slab = addSlab(Math.min(1 << SLAB_BITS, slab.marks.length * 8))
      taken = 0
    }
    run.slab = slab
    run.from = run.at = taken
    run.end = taken += wanted
  }

  return {
    slabs,
    begin: () => ({ pieces: [], count: 0, slab, at: 0, end: 0, from: 0 }),
    put(run, owner, other, mark) {
      if (run.at === run.end) widen(run)
      const at = run.at++
      run.slab.owners[at] = owner
      run.slab.others[at] = other
      run.slab.marks[at] = mark
      run.count++
    },
    end(run) {
      close(run)
      run.from = run.at = run.end = 0
    },
  }
}

/** Where each piece of a run lies, in the order in which they came. */
export function* piecesOf(slabs: readonly Slab[], pieces: readonly number[]): Generator<{ slab: Slab; from: number; to: number }> {
  for (let i = 0; i < pieces.length; i += 2) {
    const start = pieces[i] as number
    const from = start % 2 ** SLAB_BITS
    yield { slab: slabs[Math.floor(start / 2 ** SLAB_BITS)] as Slab, from, to: from + (pieces[i + 1] as number) }
  }
}
