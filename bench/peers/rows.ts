// The made network as rows of both directions, ascending by member and then by neighbour: what every peer is loaded from. 7 bytes a half.
import { shownOf, tiePieces, type View } from '../graph/ties.ts'

export interface Rows {
  readonly members: number
  /** The halves of member m (id less 1) are at starts[m] to starts[m + 1]. */
  readonly starts: Uint32Array
  readonly to: Uint32Array
  /** Strength as a viewer's own first step, and as any later one; 1 to 15. */
  readonly first: Uint8Array
  readonly later: Uint8Array
  /** 1 when third persons may see it: not hidden, and both ends shown. */
  readonly open: Uint8Array
}

/** Each row comes out ascending: the pieces ascend by low end, and a member's lower neighbours are all met before the higher ones. */
export function rowsOf(view: View): Rows {
  const { members, ties } = view.made
  const starts = new Uint32Array(members + 1)
  const count = (id: number) => {
    starts[id] = (starts[id] as number) + 1
  }
  for (const { count: length, lowIds, highIds } of tiePieces(view)) {
    for (let at = 0; at < length; at++) {
      count(lowIds[at] as number)
      count(highIds[at] as number)
    }
  }
  for (let member = 0; member < members; member++) starts[member + 1] = (starts[member + 1] as number) + (starts[member] as number)
  const next = starts.slice()
  const to = new Uint32Array(ties * 2)
  const [first, later, open] = [new Uint8Array(ties * 2), new Uint8Array(ties * 2), new Uint8Array(ties * 2)]
  const put = (from: number, other: number, own: number, shared: number, isOpen: number) => {
    const at = next[from - 1] as number
    next[from - 1] = at + 1
    to[at] = other
    later[at] = Math.max(1, shared)
    first[at] = own || Math.max(1, shared)
    open[at] = isOpen
  }
  const shown = shownOf(view)
  for (const { count: length, lowIds, highIds, lowOwn, highOwn, shared, hidden } of tiePieces(view)) {
    for (let at = 0; at < length; at++) {
      const low = lowIds[at] as number
      const high = highIds[at] as number
      const isOpen = hidden[at] === 0 && shown[low - 1] === 1 && shown[high - 1] === 1 ? 1 : 0
      put(low, high, lowOwn[at] as number, shared[at] as number, isOpen)
      put(high, low, highOwn[at] as number, shared[at] as number, isOpen)
    }
  }
  return { members, starts, to, first, later, open }
}

/** Lines `from,to,first,later,open` (open as true or false), about a megabyte at a time. */
export function* tieLines({ members, starts, to, first, later, open }: Rows): Generator<Buffer> {
  let lines: string[] = []
  for (let member = 0; member < members; member++) {
    for (let at = starts[member] as number; at < (starts[member + 1] as number); at++) {
      lines.push(`${member + 1},${to[at]},${first[at]},${later[at]},${open[at] === 1}\n`)
    }
    if (lines.length > 40_000) {
      yield Buffer.from(lines.join(''))
      lines = []
    }
  }
  if (lines.length > 0) yield Buffer.from(lines.join(''))
}

/** Lines `skill,member`. */
export function* skillLines({ made }: View): Generator<Buffer> {
  const starts = made.words('skillStarts')
  for (let skill = 0; skill + 1 < starts.length; skill++) {
    const members = made.words('skillMembers', starts[skill], (starts[skill + 1] as number) - (starts[skill] as number))
    yield Buffer.from(Array.from(members, (member) => `${skill},${member + 1}\n`).join(''))
  }
}
