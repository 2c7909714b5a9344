// A file's bytes as binary texts (see charset.ts), with the limits, the signal and the clock watched on the way. UTF-16 is turned into the
// bytes of UTF-8, so that everything after it sees one kind of file. Nothing is kept but the first 64 kB, for finding the encoding.

import { joinBytes } from '../bytes.ts'
import type { Bytes, Encoding, ReadOptions } from '../reading.ts'
import { detectEncoding } from '../text/decode.ts'
import type { Watch } from '../watch.ts'
import { binaryOf, binaryText } from './charset.ts'

const headBytes = 64 * 1024

interface BinaryInput {
  readonly encoding: Encoding
  readonly hasByteOrderMark: boolean
  /** The first characters, for telling the version. */
  readonly head: string
  readonly chunks: AsyncIterable<{ readonly text: string; readonly bytesRead: number }>
}

/** The head without its folds: a fold inside a character would make honest UTF-8 look like something else. */
function unfoldHead(head: Uint8Array): Uint8Array {
  const out = new Uint8Array(head.length)
  let length = 0
  for (let at = 0; at < head.length; at++) {
    const lineFeed = head[at] === 13 && head[at + 1] === 10 ? at + 1 : at
    const isFold = head[lineFeed] === 10 && (head[lineFeed + 1] === 32 || head[lineFeed + 1] === 9)
    if (isFold) at = lineFeed + 1
    else out[length++] = head[at] ?? 0
  }
  return out.subarray(0, length)
}

/** Reads the head and tells the encoding; the chunks begin with the head again, without its byte order mark. */
export async function openBinary(bytes: Bytes, options: ReadOptions, watch: Watch): Promise<BinaryInput> {
  const source = bytes[Symbol.asyncIterator]()
  const parts: Uint8Array[] = []
  let length = 0
  while (length < headBytes) {
    watch.check()
    const { done, value } = await source.next()
    if (done === true) break
    parts.push(value)
    length += value.length
  }
  const head = joinBytes(parts)
  const found = detectEncoding(unfoldHead(head.subarray(0, headBytes)))
  const encoding = options.encoding ?? found.encoding
  const utf16 = encoding === 'utf-16le' || encoding === 'utf-16be' ? new TextDecoder(encoding) : undefined
  const markLength = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0
  const asBinary = (chunk: Uint8Array, stream: boolean) =>
    utf16 === undefined ? binaryText(chunk) : binaryOf(utf16.decode(chunk, { stream }))

  async function* chunks() {
    let bytesRead = 0
    const tell = (chunk: Uint8Array, from: number) => {
      bytesRead += chunk.length
      watch.check()
      return { text: asBinary(from === 0 ? chunk : chunk.subarray(from), true), bytesRead }
    }
    try {
      if (head.length > 0) yield* within(head, (chunk, from) => tell(chunk, from), markLength)
      while (true) {
        const { done, value } = await source.next()
        if (done === true) break
        yield* within(value, (chunk, from) => tell(chunk, from), 0)
      }
      if (utf16 !== undefined) yield { text: asBinary(new Uint8Array(), false), bytesRead }
    } finally {
      await source.return?.()
    }
  }

  /** In steps of 64 kB; what is within the limit is read before the limit is told. */
  function* within<T>(chunk: Uint8Array, tell: (part: Uint8Array, from: number) => T & { bytesRead: number }, from: number): Generator<T> {
    for (let at = 0; at < chunk.length; at += headBytes) {
      const part = chunk.subarray(at, at + headBytes)
      const before = read
      read += part.length
      if (read <= watch.limits.bytesIn) yield tell(part, at === 0 ? from : 0)
      else {
        yield tell(part.subarray(0, Math.max(0, watch.limits.bytesIn - before)), at === 0 ? from : 0)
        watch.allow('bytesIn', read)
      }
    }
  }
  let read = 0

  return {
    encoding,
    hasByteOrderMark: found.hasByteOrderMark,
    head: utf16 === undefined ? binaryText(head.subarray(markLength, 4096)) : asBinary(head.subarray(0, 4096), false),
    chunks: chunks(),
  }
}
