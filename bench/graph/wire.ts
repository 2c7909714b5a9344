// Makes the ties: in each group of each layer the members' wanted ends are shuffled and joined two by two (the configuration model), loops and
// doubles dropped. Gives them as rows of the lower end, ascending, each with its layer. Peak memory about 13 bytes a tie.
import { type Chance, createChance } from './exact.ts'
import { type Layer, layersOf, wantedTies } from './people.ts'

/** Ties by their lower end: those of member m are highs[starts[m]] to highs[starts[m + 1]], each `high * 8 + layer`, high ascending. */
export interface Rows {
  readonly starts: Uint32Array
  readonly highs: Uint32Array
}

const CHUNK = 1 << 20

/** The ties of a network of so many members, at most 2^28; the same for the same seed. */
export function wireTies(members: number, seed: number): Rows {
  const wanted = wantedTies(members, seed)
  const used = new Float64Array(members)
  const pairs = createPairs(members)
  let share = 0
  const layers = layersOf(members, seed)
  for (const [number, layer] of layers.entries()) {
    share = number === layers.length - 1 ? 1 : share + layer.share
    wireLayer({ layer, number, share, wanted, used, pairs, chance: createChance(seed, `wire ${layer.name}`) })
  }
  return withoutDoubles(scatter(pairs))
}

interface Wiring {
  readonly layer: Layer
  readonly number: number
  /** Share of the wanted ties that should be made when this layer is done. */
  readonly share: number
  readonly wanted: Uint32Array
  readonly used: Float64Array
  readonly pairs: Pairs
  readonly chance: Chance
}

function wireLayer({ layer, number, share, wanted, used, pairs, chance }: Wiring): void {
  const members = wanted.length
  const { starts, order } = sortByGroup(layer.groupOf(), layer.groupCount)
  let ends = new Uint32Array(1 << 16)
  for (let group = 0; group < layer.groupCount; group++) {
    const from = starts[group] as number
    const to = starts[group + 1] as number
    const most = (to - from - 1) * layer.density
    let count = 0
    for (let at = from; at < to; at++) {
      const member = order[at] as number
      const due = Math.floor((wanted[member] as number) * share + chance.share()) - (used[member] as number)
      const here = Math.max(0, Math.floor(Math.min(due, most)))
      used[member] = (used[member] as number) + here
      if (count + here > ends.length) ends = enlarged(ends, count + here)
      ends.fill(member, count, count + here)
      count += here
    }
    for (let last = count - 1; last > 0; last--) {
      const other = chance.below(last + 1)
      const kept = ends[last] as number
      ends[last] = ends[other] as number
      ends[other] = kept
    }
    for (let at = 0; at + 1 < count; at += 2) {
      const a = ends[at] as number
      const b = ends[at + 1] as number
      if (a !== b) pairs.add(Math.min(a, b), Math.max(a, b) * 8 + number)
    }
  }
  if (members > CHUNK) console.error(`  ${layer.name}: ${pairs.count.toLocaleString('en')} ties, doubles included`)
}

/** Members in the order of their groups, ascending within one. */
function sortByGroup(groupOf: Uint32Array, groupCount: number): { starts: Uint32Array; order: Uint32Array } {
  const starts = new Uint32Array(groupCount + 1)
  for (const group of groupOf) starts[group + 1] = (starts[group + 1] as number) + 1
  for (let group = 0; group < groupCount; group++) starts[group + 1] = (starts[group + 1] as number) + (starts[group] as number)
  const next = starts.slice()
  const order = new Uint32Array(groupOf.length)
  for (let member = 0; member < groupOf.length; member++) {
    const group = groupOf[member] as number
    const at = next[group] as number
    order[at] = member
    next[group] = at + 1
  }
  return { starts, order }
}

interface Pairs {
  readonly chunks: Uint32Array[]
  readonly perLow: Uint32Array
  readonly count: number
  add(low: number, high: number): void
}

/** A list of pairs that grows by chunks, so that it never moves, and is given back chunk by chunk. */
function createPairs(members: number): Pairs {
  const chunks: Uint32Array[] = []
  const perLow = new Uint32Array(members + 1)
  let chunk = new Uint32Array(0)
  let at = 0
  let count = 0
  return {
    chunks,
    perLow,
    get count() {
      return count
    },
    add(low, high) {
      if (at === chunk.length) {
        chunk = new Uint32Array(CHUNK * 2)
        chunks.push(chunk)
        at = 0
      }
      chunk[at++] = low
      chunk[at++] = high
      perLow[low + 1] = (perLow[low + 1] as number) + 1
      count++
    },
  }
}

function scatter({ chunks, perLow: starts, count }: Pairs): Rows {
  for (let low = 0; low + 1 < starts.length; low++) starts[low + 1] = (starts[low + 1] as number) + (starts[low] as number)
  const next = starts.slice()
  const highs = new Uint32Array(count)
  let left = count
  for (let chunk = chunks.shift(); chunk; chunk = chunks.shift()) {
    for (let at = 0; at < chunk.length && left > 0; at += 2, left--) {
      const low = chunk[at] as number
      const to = next[low] as number
      highs[to] = chunk[at + 1] as number
      next[low] = to + 1
    }
  }
  return { starts, highs }
}

/** Sorts each row in its place and keeps each tie once, in the first layer that made it. */
function withoutDoubles({ starts, highs }: Rows): Rows {
  const members = starts.length - 1
  let kept = 0
  let from = 0
  for (let low = 0; low < members; low++) {
    const to = starts[low + 1] as number
    const row = highs.subarray(from, to)
    if (row.length > 24) row.sort()
    else insertionSort(row)
    let last = -1
    starts[low] = kept
    for (const entry of row) {
      if (entry >>> 3 !== last) highs[kept++] = entry
      last = entry >>> 3
    }
    from = to
  }
  starts[members] = kept
  return { starts, highs: highs.subarray(0, kept) }
}

function insertionSort(row: Uint32Array): void {
  for (let at = 1; at < row.length; at++) {
    const value = row[at] as number
    let to = at
    for (; to > 0 && (row[to - 1] as number) > value; to--) row[to] = row[to - 1] as number
    row[to] = value
  }
}

function enlarged(list: Uint32Array, needed: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(needed, Math.ceil(list.length * 1.5)))
  larger.set(list)
  return larger
}
