// Ways in of three steps: the best few, exactly. One end's neighbours are marked with the strength of their step; those of the end with fewer
// ties behind them are walked, strongest first, and a neighbour from whom no better way can come is passed over.
import type { WayIn } from '../network.ts'
import type { Store } from './layout.ts'
import { meetAll } from './meet.ts'
import { isCheaper } from './pair.ts'
import { firstStep, HEAD, INNER, laterStep, lowerBound } from './row.ts'
import { clearBit, type Scratch, setBit } from './scratch.ts'

/** A row so many times longer than the marks are many is searched for each mark instead of read through. */
const RATIO = 24

interface Search {
  readonly limit: number
  readonly best: Way[]
  /** Whether the walk goes from the viewer's end. */
  readonly fromViewer: boolean
}

interface Way {
  readonly product: number
  readonly b: number
  readonly c: number
  readonly steps: readonly [number, number, number]
}

/** The best three-step ways, at most `limit`, best first; none through a two-step connector. */
export function threeStepWays(store: Store, scratch: Scratch, viewer: number, target: number, limit: number): WayIn[] {
  const { pool, rows } = store
  if (viewer === target || limit <= 0) return []
  const mine = rows[viewer] as number
  const theirs = rows[target] as number
  const [myCount, theirCount] = [pool[mine + 1] as number, pool[theirs] as number]
  if (theirCount === 0) return []
  const fromViewer = isCheaper(store, mine, myCount, theirs, theirCount)
  const search: Search = { limit, best: [], fromViewer }
  const directs = meetAll(pool, mine, theirs, scratch)
  if (fromViewer)
    walk(store, scratch, search, { from: mine, count: myCount, self: viewer }, { from: theirs, count: theirCount, self: target }, directs)
  else
    walk(store, scratch, search, { from: theirs, count: theirCount, self: target }, { from: mine, count: myCount, self: viewer }, directs)
  return search.best.map(({ product, b, c, steps }) => ({ connectors: [b, c], score: product / 3375, steps }))
}

interface End {
  readonly from: number
  readonly count: number
  readonly self: number
}

function walk(store: Store, scratch: Scratch, search: Search, walked: End, marked: End, directs: number): void {
  const { pool, strengths, rows } = store
  const { marks, sums, list, spare } = scratch
  const { fromViewer } = search
  const markedEnd = marked.from + HEAD + marked.count
  let strongest = 0
  for (let at = marked.from + HEAD; at < markedEnd; at++) {
    const inner = (pool[at] as number) & INNER
    const step = fromViewer ? laterStep(strengths[at] as number) : firstStep(strengths[at] as number)
    sums[inner] = step
    setBit(marks, inner)
    if (step > strongest) strongest = step
  }
  // Who can introduce directly serves neither as first nor as second, nor do the two ends.
  clearBit(marks, walked.self)
  for (let i = 0; i < directs; i++) clearBit(marks, (pool[spare[i * 2] as number] as number) & INNER)
  const order = byStrength(store, walked, fromViewer, list)
  for (let i = 0; i < walked.count; i++) {
    const at = order[i] as number
    const near = (pool[at] as number) & INNER
    const step = fromViewer ? firstStep(strengths[at] as number) : laterStep(strengths[at] as number)
    const worst = search.best.length === search.limit ? (search.best[search.limit - 1] as Way).product : 0
    if (step * 15 * strongest < worst) break
    if (near === marked.self || isDirect(store, scratch, directs, near)) continue
    const row = rows[near] as number
    const visible = pool[row] as number
    if (visible > RATIO * marked.count) {
      const rowEnd = row + HEAD + visible
      for (let mark = marked.from + HEAD; mark < markedEnd; mark++) {
        const far = (pool[mark] as number) & INNER
        if ((((marks[far >>> 5] as number) >>> (far & 31)) & 1) === 0) continue
        const middle = lowerBound(pool, row + HEAD, rowEnd, far)
        if (middle < rowEnd && pool[middle] === far)
          offer(store, search, near, far, step, laterStep(strengths[middle] as number), sums[far] as number)
      }
      continue
    }
    const rowEnd = row + HEAD + visible
    for (let middle = row + HEAD; middle < rowEnd; middle++) {
      const far = pool[middle] as number
      if (((marks[far >>> 5] as number) >>> (far & 31)) & 1) {
        offer(store, search, near, far, step, laterStep(strengths[middle] as number), sums[far] as number)
      }
    }
  }
  for (let at = marked.from + HEAD; at < markedEnd; at++) {
    const inner = (pool[at] as number) & INNER
    sums[inner] = 0
    marks[inner >>> 5] = 0
  }
}

/** Whether this one is a two-step connector, whom the spare list names. */
function isDirect({ pool }: Store, { spare }: Scratch, directs: number, inner: number): boolean {
  for (let i = 0; i < directs; i++) if (((pool[spare[i * 2] as number] as number) & INNER) === inner) return true
  return false
}

/** Places of the row's entries, strongest step first, in `list`. */
function byStrength({ strengths }: Store, { from, count }: End, fromViewer: boolean, list: Uint32Array): Uint32Array {
  let filled = 0
  const starts = new Uint32Array(17)
  const step = (at: number) => (fromViewer ? firstStep(strengths[at] as number) : laterStep(strengths[at] as number))
  for (let at = from + HEAD; at < from + HEAD + count; at++) starts[16 - step(at)] = (starts[16 - step(at)] as number) + 1
  for (let i = 0; i < 17; i++) {
    const many = starts[i] as number
    starts[i] = filled
    filled += many
  }
  for (let at = from + HEAD; at < from + HEAD + count; at++) {
    const place = starts[16 - step(at)] as number
    list[place] = at
    starts[16 - step(at)] = place + 1
  }
  return list
}

function offer(
  { ids }: Store,
  { best, limit, fromViewer }: Search,
  near: number,
  far: number,
  step: number,
  middle: number,
  last: number,
): void {
  const product = step * middle * last
  if (best.length === limit && product < (best[limit - 1] as Way).product) return
  const b = ids[fromViewer ? near : far] as number
  const c = ids[fromViewer ? far : near] as number
  let at = best.length
  while (at > 0 && isBefore(product, b, c, best[at - 1] as Way)) at--
  if (at === limit) return
  best.splice(at, 0, { product, b, c, steps: fromViewer ? [step, middle, last] : [last, middle, step] })
  if (best.length > limit) best.pop()
}

function isBefore(product: number, b: number, c: number, way: Way): boolean {
  return product !== way.product ? product > way.product : b !== way.b ? b < way.b : c < way.c
}
