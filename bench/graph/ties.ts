// The made network's ties as the index and the peers take them in: pieces of columns, in one order, members' ids from 1 on.
import type { Made } from './file.ts'

/** Without privacy every member is shown and no tie hidden: the same graph, to see what the checks cost. */
export interface View {
  readonly made: Made
  readonly isPrivate: boolean
}

/** The columns that `startLoad` takes; `count` of each are filled. */
export interface Piece {
  count: number
  readonly lowIds: Uint32Array
  readonly highIds: Uint32Array
  readonly lowOwn: Uint8Array
  readonly highOwn: Uint8Array
  readonly shared: Uint8Array
  readonly hidden: Uint8Array
}

const PIECE = 1 << 20

/** Every tie once, ascending by low end and then by high end, a million at a time; the piece given is filled anew for the next. */
export function* tiePieces({ made, isPrivate }: View): Generator<Piece> {
  const starts = made.words('starts')
  const columns = () => new Uint8Array(PIECE)
  const room = { lowOwn: columns(), highOwn: columns(), shared: columns(), hidden: columns() }
  const piece: Piece = { count: 0, lowIds: new Uint32Array(PIECE), highIds: new Uint32Array(PIECE), ...room }
  let low = 0
  for (let from = 0; from < made.ties; from += PIECE) {
    const highs = made.words('highs', from, PIECE)
    const lowMarks = made.bytes('lowMarks', from, PIECE)
    const highMarks = made.bytes('highMarks', from, PIECE)
    for (let at = 0; at < highs.length; at++) {
      while ((starts[low + 1] as number) <= from + at) low++
      piece.lowIds[at] = low + 1
      piece.highIds[at] = (highs[at] as number) + 1
      piece.lowOwn[at] = (lowMarks[at] as number) >>> 4
      piece.shared[at] = (lowMarks[at] as number) & 15
      piece.highOwn[at] = (highMarks[at] as number) >>> 4
      piece.hidden[at] = isPrivate ? (highMarks[at] as number) & 1 : 0
    }
    piece.count = highs.length
    yield piece
  }
}

/** Who is shown, by member number (id less 1). */
export function shownOf({ made, isPrivate }: View): Uint8Array {
  return isPrivate ? made.bytes('shown') : new Uint8Array(made.members).fill(1)
}
