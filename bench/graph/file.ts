// The made network as a file of columns (little-endian): a header of 64 bytes, then where each member's ties start, who is shown, the skills'
// members, and the ties: high end, and two bytes of strengths. A low mark is the low end's own strength in the high half and the shared one
// in the low half; a high mark the high end's own strength, and 1 in the low half when the tie is hidden.
import { closeSync, fstatSync, openSync, readSync, renameSync, writeSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import { mix } from './exact.ts'
import { skillsOf } from './people.ts'
import { type Rows, wireTies } from './wire.ts'

export const SKILLS = 2_000
const MAGIC = 0x31474e45 // "ENG1"
const HEADER_BYTES = 64
const PIECE = 1 << 26
const SHOWN_SHARE = 0.9
const HIDDEN_SHARE = 0.03
/** By layer: the weakest and the strongest shared strength of a tie made there. */
const STRENGTHS = [
  [5, 15],
  [2, 11],
  [2, 9],
  [1, 7],
  [0, 4],
] as const

type WordColumn = 'starts' | 'skillStarts' | 'skillMembers' | 'highs'
type ByteColumn = 'shown' | 'lowMarks' | 'highMarks'

export interface Made {
  readonly members: number
  readonly ties: number
  readonly seed: number
  /** Of all columns. */
  readonly checksum: number
  /** Reads a column, or `count` values of it from `from` on. */
  words(name: WordColumn, from?: number, count?: number): Uint32Array
  bytes(name: ByteColumn, from?: number, count?: number): Uint8Array
  close(): void
}

/** Makes the network and writes it; half a file never stands under the name. */
export function writeMade(file: string, members: number, seed: number): void {
  const rows = wireTies(members, seed)
  const skills = skillsOf(members, SKILLS, seed)
  const shown = Uint8Array.from({ length: members }, (_, member) => (part(mix(member, seed ^ 0x51)) < SHOWN_SHARE ? 1 : 0))
  const { lowMarks, highMarks } = markTies(rows, seed)

  const unfinished = `${file}.unfinished`
  const out = openSync(unfinished, 'w')
  let checksum = 0
  writeSync(out, new Uint8Array(HEADER_BYTES))
  for (const column of [rows.starts, shown, skills.starts, skills.members, rows.highs, lowMarks, highMarks]) {
    checksum = writeColumn(out, column, checksum)
  }
  const header = new Uint32Array(HEADER_BYTES / 4)
  header.set([MAGIC, members, rows.highs.length, skills.members.length, seed >>> 0, checksum, SKILLS])
  writeSync(out, header, 0, HEADER_BYTES, 0)
  closeSync(out)
  renameSync(unfinished, file)
}

/** Opens what `writeMade` wrote; throws on another file, or one that is cut short. */
export function openMade(file: string): Made {
  const from = openSync(file, 'r')
  const header = new Uint32Array(HEADER_BYTES / 4)
  readSync(from, header, 0, HEADER_BYTES, 0)
  const [magic, members = 0, ties = 0, postings = 0, seed = 0, checksum = 0, skills = 0] = header
  if (magic !== MAGIC) throw new Error(`${file} is not a made network`)
  const places = new Map<WordColumn | ByteColumn, { at: number; count: number }>()
  let end = HEADER_BYTES
  const place = (name: WordColumn | ByteColumn, count: number, width: number) => {
    places.set(name, { at: end, count })
    end += count * width
  }
  place('starts', members + 1, 4)
  place('shown', members, 1)
  place('skillStarts', skills + 1, 4)
  place('skillMembers', postings, 4)
  place('highs', ties, 4)
  place('lowMarks', ties, 1)
  place('highMarks', ties, 1)
  if (fstatSync(from).size !== end) throw new Error(`${file} is not as long as its header says`)

  function read<Column extends Uint32Array | Uint8Array>(
    name: WordColumn | ByteColumn,
    skip: number,
    into: (count: number) => Column,
    count?: number,
  ) {
    const { at, count: all } = places.get(name) ?? { at: 0, count: 0 }
    const column = into(Math.min(count ?? all, all - skip))
    readInto(from, column, at + skip * column.BYTES_PER_ELEMENT)
    return column
  }
  return {
    members,
    ties,
    seed,
    checksum,
    words: (name, skip = 0, count) => read(name, skip, (length) => new Uint32Array(length), count),
    bytes: (name, skip = 0, count) => read(name, skip, (length) => new Uint8Array(length), count),
    close: () => closeSync(from),
  }
}

/** Strengths by a hash of the two ends, so that they hang on nothing else; takes the layer out of the rows on the way. */
function markTies({ starts, highs }: Rows, seed: number) {
  const lowMarks = new Uint8Array(highs.length)
  const highMarks = new Uint8Array(highs.length)
  for (let low = 0; low + 1 < starts.length; low++) {
    const salt = mix(low, seed)
    for (let at = starts[low] as number; at < (starts[low + 1] as number); at++) {
      const entry = highs[at] as number
      const high = entry >>> 3
      const [weakest, strongest] = STRENGTHS[entry & 7] as readonly [number, number]
      const bits = mix(high, salt)
      const shared = weakest + ((bits & 0xff) % (strongest - weakest + 1))
      lowMarks[at] = (own((bits >>> 8) & 0xff, shared) << 4) | shared
      highMarks[at] = (own((bits >>> 16) & 0xff, shared) << 4) | (part(mix(bits, 7)) < HIDDEN_SHARE ? 1 : 0)
      highs[at] = high
    }
  }
  return { lowMarks, highMarks }
}

/** Two in five say nothing of how strong a tie is; the others are up to three off the shared strength. */
function own(bits: number, shared: number): number {
  return bits < 102 ? 0 : Math.max(1, Math.min(15, shared + (bits % 7) - 3))
}

function part(bits: number): number {
  return bits / 4_294_967_296
}

function bytesOf(column: Uint32Array | Uint8Array): Uint8Array {
  return new Uint8Array(column.buffer, column.byteOffset, column.byteLength)
}

function writeColumn(file: number, column: Uint32Array | Uint8Array, before: number): number {
  const bytes = bytesOf(column)
  let checksum = before
  for (let at = 0; at < bytes.length; ) {
    const piece = bytes.subarray(at, at + PIECE)
    const written = writeSync(file, piece)
    checksum = crc32(piece.subarray(0, written), checksum)
    at += written
  }
  return checksum
}

function readInto(file: number, into: Uint32Array | Uint8Array, from: number): void {
  const bytes = bytesOf(into)
  for (let at = 0; at < bytes.length; ) {
    const read = readSync(file, bytes, at, Math.min(PIECE, bytes.length - at), from + at)
    if (read === 0) throw new Error('the file of the made network is cut short')
    at += read
  }
}
