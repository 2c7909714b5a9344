// Decoding one piece after another: a character cut between two pieces is kept back, wrong bytes are repaired and told by their line.
import { AppError } from '../../base/errors.ts'
import type { Encoding, Warning } from '../reading.ts'
import { decoderOf } from './decoders.ts'
import { sequenceLength } from './evidence.ts'

const mostWarnings = 100
const lineFeed = 10
const carriageReturn = 13

export interface PieceDecoder {
  piece(bytes: Uint8Array): string
  /** What was kept back. */
  end(): string
}

/** `forced` bytes that are not in the encoding throw `encoding_wrong` with their line; others are repaired. */
export function pieceDecoder(encoding: Encoding, forced: boolean, onWarning?: (warning: Warning) => void): PieceDecoder {
  let told = 0
  const tell = (line: number, detail: string) => {
    if (forced) throw new AppError('encoding_wrong', { encoding, line })
    if (told++ < mostWarnings) onWarning?.({ code: 'bad_encoding', line, detail })
  }
  if (encoding === 'utf-8') return utf8Decoder(tell)
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return utf16Decoder(encoding, tell)
  return { piece: decoderOf(encoding), end: () => '' }
}

function utf8Decoder(tell: (line: number, detail: string) => void): PieceDecoder {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const counter = lineCounter()
  let kept: Uint8Array = new Uint8Array()
  const decode = (bytes: Uint8Array): string => {
    try {
      const text = strict.decode(bytes)
      counter.count(bytes)
      return text
    } catch {
      return repaired(bytes, strict, counter, tell)
    }
  }
  return {
    piece(bytes) {
      const whole = kept.length === 0 ? bytes : joined(kept, bytes)
      const end = whole.length - cutLength(whole)
      kept = whole.slice(end)
      return end === 0 ? '' : decode(whole.subarray(0, end))
    },
    end() {
      const rest = kept
      kept = new Uint8Array()
      return rest.length === 0 ? '' : decode(rest)
    },
  }
}

/** How many bytes at the end begin a character that goes on in the next piece. */
function cutLength(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return sequenceLength(bytes, bytes.length - back) < 0 ? back : 0
  }
  return 0
}

/** Good sequences as UTF-8, the bytes between them as windows-1252; one warning for each line with such bytes. */
function repaired(bytes: Uint8Array, strict: TextDecoder, counter: LineCounter, tell: (line: number, detail: string) => void): string {
  const western = new TextDecoder('windows-1252')
  let text = ''
  let start = 0
  let toldLine = 0
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at)
    if (length > 0) {
      at += length
      continue
    }
    const good = bytes.subarray(start, at)
    text += strict.decode(good)
    counter.count(good)
    const character = western.decode(bytes.subarray(at, at + 1))
    if (counter.line() !== toldLine) {
      toldLine = counter.line()
      tell(toldLine, `0x${(bytes[at] ?? 0).toString(16)} = ${character}`)
    }
    text += character
    at++
    start = at
  }
  const rest = bytes.subarray(start)
  counter.count(rest)
  return text + strict.decode(rest)
}

/** Lone surrogates and an odd byte at the end become U+FFFD. */
function utf16Decoder(encoding: 'utf-16le' | 'utf-16be', tell: (line: number, detail: string) => void): PieceDecoder {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true })
  let line = 1
  const watch = (text: string) => {
    if (text.includes('\ufffd')) tell(line + linesIn(text.slice(0, text.indexOf('\ufffd'))), 'U+FFFD')
    line += linesIn(text)
    return text
  }
  return { piece: (bytes) => watch(decoder.decode(bytes, { stream: true })), end: () => watch(decoder.decode()) }
}

const linesIn = (text: string) => text.match(/\r\n?|\n/g)?.length ?? 0

interface LineCounter {
  count(bytes: Uint8Array): void
  line(): number
}

/** The number, from 1, of the line that the counted bytes end in. */
function lineCounter(): LineCounter {
  let line = 1
  let last = 0
  return {
    count(bytes) {
      for (const byte of bytes) {
        if (byte === lineFeed ? last !== carriageReturn : byte === carriageReturn) line++
        last = byte
      }
    },
    line: () => line,
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const whole = new Uint8Array(a.length + b.length)
  whole.set(a)
  whole.set(b, a.length)
  return whole
}
