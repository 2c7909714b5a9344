// Which encoding bytes without a byte order mark are in, by what they would say in each. UTF-16 shows by its zero bytes, UTF-8 by its rules;
// of the eight-bit ones that one wins in which most letters stand where letters stand. In doubt it is windows-1252.
import type { Encoding } from '../reading.ts'
import { decoderOf } from './decoders.ts'

type EightBit = 'windows-1252' | 'iso-8859-15' | 'macintosh' | 'ibm850'

const candidates: readonly EightBit[] = ['windows-1252', 'iso-8859-15', 'macintosh', 'ibm850']
const small = new Set('àáâãäåæçèéêëìíîïñòóôõöøùúûüÿœßšž')
const capitals = new Set('ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜŸŒŠŽ')
const marks = new Set('’‘“”«»–—…€°·•\u00a0№ºª£§©®™¿¡')
const isSmall = (text: string) => /^[a-z]$/.test(text) || small.has(text)
const isLetter = (text: string) => /^[A-Za-z]$/.test(text) || small.has(text) || capitals.has(text)

/** The order of bytes in UTF-16 without a mark: Latin text has a zero in every other place. */
export function utf16Order(head: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const length = Math.min(head.length, 4096) & ~1
  if (length < 4) return undefined
  let even = 0
  let odd = 0
  for (let at = 0; at < length; at += 2) {
    if (head[at] === 0) even++
    if (head[at + 1] === 0) odd++
  }
  const half = length / 2
  if (odd > half * 0.4 && even < half * 0.05) return 'utf-16le'
  return even > half * 0.4 && odd < half * 0.05 ? 'utf-16be' : undefined
}

/** Bytes of the UTF-8 sequence that begins at `at`: 1 to 4; 0 when none does; -1 when the text ends inside one. */
export function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0
  if (first < 0x80) return 1
  const length = first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xf0 && first < 0xf5 ? 4 : 0
  if (length === 0) return 0
  for (let next = 1; next < length; next++) {
    if (at + next >= bytes.length) return -1
    const byte = bytes[at + next] ?? 0
    if (byte < 0x80 || byte > 0xbf) return 0
    if (next > 1) continue
    // Overlong forms, surrogates and what is beyond U+10FFFF (Unicode 17, table 3-7).
    if (
      (first === 0xe0 && byte < 0xa0) ||
      (first === 0xed && byte > 0x9f) ||
      (first === 0xf0 && byte < 0x90) ||
      (first === 0xf4 && byte > 0x8f)
    )
      return 0
  }
  return length
}

/** Whether it is UTF-8: all of it, but for a character cut at its end, or by far the most of its characters. */
export function looksUtf8(head: Uint8Array): boolean {
  let good = 0
  let bad = 0
  let cut = 0
  for (let at = 0; at < head.length; ) {
    const length = sequenceLength(head, at)
    if (length > 1) good++
    else if (length === 0) bad++
    else if (length < 0) cut++
    at += Math.max(1, length)
  }
  if (bad === 0 && cut === 0) return true
  // A lone high byte at the end of a short file is a character of an eight-bit one; at the end of a head it is one cut in two.
  if (bad === 0) return good > 0 || head.length > 60_000
  // A sequence of UTF-8 hardly ever stands in an eight-bit text by chance.
  return good >= bad + cut
}

/** The eight-bit encoding in which the text makes most sense. */
export function eightBitEncoding(head: Uint8Array): EightBit {
  let best: EightBit = 'windows-1252'
  let bestScore = Number.NEGATIVE_INFINITY
  for (const encoding of candidates) {
    const score = scoreOf(decoderOf(encoding)(head))
    if (score > bestScore) {
      best = encoding
      bestScore = score
    }
  }
  return best
}

function scoreOf(text: string): number {
  let score = 0
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) < 0x80) continue
    score += scoreAt(text[at] ?? '', text[at - 1] ?? '', text[at + 1] ?? '')
  }
  return score
}

/** What one character between its neighbours says for the encoding: a small letter among letters most, a control character the contrary. */
function scoreAt(character: string, before: string, after: string): number {
  if (character >= '\u0080' && character <= '\u009f') return -5
  if (small.has(character)) return isLetter(before) || isLetter(after) ? 2 : 0.5
  if (capitals.has(character)) return isSmall(before) ? -2 : isLetter(before) || isLetter(after) ? 1.5 : 0.5
  if (marks.has(character))
    return character === '’' && isLetter(before) && isLetter(after) ? 2 : isLetter(before) && isLetter(after) ? -1 : 0.5
  return isLetter(before) && isLetter(after) ? -3 : -0.5
}

/** The encoding of bytes that have no mark. */
export function encodingByEvidence(head: Uint8Array): Encoding {
  return utf16Order(head) ?? (looksUtf8(head) ? 'utf-8' : eightBitEncoding(head))
}
