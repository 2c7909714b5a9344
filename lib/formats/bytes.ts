// Pieces of bytes put together, where a reader needs a whole: a head, an entry, an archive.
import type { Bytes } from './reading.ts'
import type { Watch } from './watch.ts'

/** All pieces in one; the piece itself when it is the only one. */
export function joinBytes(pieces: readonly Uint8Array[]): Uint8Array {
  const [first] = pieces
  if (pieces.length === 1 && first !== undefined) return first
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

/** Everything there is to read. Fails with `import_limit` (bytesIn, milliseconds) and with the signal's reason. */
export async function gatherBytes(bytes: Bytes, watch: Watch): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of bytes) {
    watch.check()
    length += piece.length
    watch.allow('bytesIn', length)
    pieces.push(piece)
  }
  return joinBytes(pieces)
}

const pieceBytes = 64 * 1024

/** What is at hand already, as a reader wants it: by pieces, that it need not hold its text as well. */
export async function* asBytes(whole: Uint8Array): Bytes {
  for (let at = 0; at < whole.length; at += pieceBytes) yield whole.subarray(at, at + pieceBytes)
}
