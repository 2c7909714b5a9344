// A file's bytes as text, in pieces: the encoding is found in the first bytes, the limits and the signal are watched on the way, and a byte
// that is wrong costs a warning, not the file. Memory is one piece of 64 kB, whatever the file's length.
import { AppError } from '../../base/errors.ts'
import { type Bytes, defaultLimits, type Encoding, type ReadLimits, type Warning } from '../reading.ts'
import { encodingByEvidence } from './evidence.ts'
import { pieceDecoder } from './pieces.ts'

const headBytes = 64 * 1024

export interface DecodeOptions {
  /** Taken for granted: bytes that contradict it throw `encoding_wrong`. */
  readonly encoding?: Encoding | undefined
  readonly limits?: Partial<ReadLimits> | undefined
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((bytesRead: number) => void) | undefined
  /** Told at most 100 times: lines whose bytes were not in the encoding found. */
  readonly onWarning?: ((warning: Warning) => void) | undefined
}

export interface DecodedText {
  readonly encoding: Encoding
  readonly hasByteOrderMark: boolean
  /** Pieces of the text, without the byte order mark; a piece ends anywhere but inside a character. */
  readonly text: AsyncIterable<string>
}

/**
 * The encoding of a file by its first bytes (64 kB or the whole of it): the byte order mark, else zero bytes (UTF-16), else the rules of
 * UTF-8, which a few wrong bytes among many right ones do not refute, else the letters that each eight-bit encoding would give.
 */
export function detectEncoding(head: Uint8Array): { readonly encoding: Encoding; readonly hasByteOrderMark: boolean } {
  const mark = markOf(head)
  if (mark !== undefined) return { encoding: mark, hasByteOrderMark: true }
  return { encoding: encodingByEvidence(head.subarray(0, headBytes)), hasByteOrderMark: false }
}

function markOf(head: Uint8Array): Encoding | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : undefined
}

/**
 * Reads the head, tells the encoding, and gives the text as it is asked for. UTF-8 that turns out wrong further on has the wrong bytes read
 * as windows-1252, with a `bad_encoding` warning for the line.
 * The text fails with `import_limit` (bytesIn, milliseconds) after everything within the limit was given, with `encoding_wrong` when
 * `options.encoding` is contradicted by the bytes, and with the signal's reason.
 */
export async function decodeBytes(bytes: Bytes, options: DecodeOptions): Promise<DecodedText> {
  const limits = { ...defaultLimits, ...options.limits }
  const started = Date.now()
  const source = bytes[Symbol.asyncIterator]()
  const check = () => {
    options.signal?.throwIfAborted()
    if (Date.now() - started > limits.milliseconds)
      throw new AppError('import_limit', { limit: 'milliseconds', allowed: limits.milliseconds })
  }
  const { head, chunks } = await readHead(source, check)
  const found = detectEncoding(head.subarray(0, headBytes))
  const encoding = options.encoding ?? found.encoding
  const markLength = found.hasByteOrderMark ? (found.encoding === 'utf-8' ? 3 : 2) : 0

  async function* text(): AsyncGenerator<string> {
    const decoder = pieceDecoder(encoding, options.encoding !== undefined, options.onWarning)
    let skip = markLength
    let bytesRead = 0
    try {
      for await (const chunk of following(chunks, source)) {
        for (let at = 0; at < chunk.length; at += headBytes) {
          check()
          const piece = chunk.subarray(at, at + headBytes)
          const allowed = piece.subarray(0, Math.max(0, limits.bytesIn - bytesRead))
          bytesRead += piece.length
          const dropped = Math.min(skip, allowed.length)
          skip -= dropped
          const decoded = decoder.piece(allowed.subarray(dropped))
          options.onProgress?.(Math.min(bytesRead, limits.bytesIn))
          if (decoded !== '') yield decoded
          if (bytesRead > limits.bytesIn) throw new AppError('import_limit', { limit: 'bytesIn', allowed: limits.bytesIn })
        }
      }
      const rest = decoder.end()
      if (rest !== '') yield rest
    } finally {
      await source.return?.()
    }
  }
  return { encoding, hasByteOrderMark: found.hasByteOrderMark, text: text() }
}

/** The first chunks, until they hold 64 kB; `head` is a copy of them in one piece. */
async function readHead(source: AsyncIterator<Uint8Array>, check: () => void): Promise<{ head: Uint8Array; chunks: Uint8Array[] }> {
  const chunks: Uint8Array[] = []
  let length = 0
  while (length < headBytes) {
    check()
    const { done, value } = await source.next()
    if (done === true) break
    chunks.push(value)
    length += value.length
  }
  const first = chunks[0]
  if (chunks.length === 1 && first !== undefined) return { head: first, chunks }
  const head = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    head.set(chunk, at)
    at += chunk.length
  }
  return { head, chunks }
}

async function* following(first: Uint8Array[], source: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  for (let chunk = first.shift(); chunk !== undefined; chunk = first.shift()) yield chunk
  while (true) {
    const { done, value } = await source.next()
    if (done === true) return
    yield value
  }
}
