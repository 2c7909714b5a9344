// Bytes as "binary texts" (one character per byte) and back. A card is cut and unfolded as bytes, because a fold may fall inside a
// character and each property may have its own CHARSET; only a whole value is decoded. Decoding never fails: what is no UTF-8 is taken for
// windows-1252.
import type { Encoding } from '../reading.ts'
import { decoderOf } from '../text/decoders.ts'

const nonAscii = /[^\x00-\x7f]/

// windows-1252 has a character for each byte (WHATWG Encoding), so decoding by it is one to one, and native code does it.
const oneToOne = new TextDecoder('windows-1252', { ignoreBOM: true })
const bytesOf = new Map(
  Array.from({ length: 32 }, (_, at) => [oneToOne.decode(new Uint8Array([128 + at])).charCodeAt(0), 128 + at] as const),
)

/** One character per byte: the byte's number, but for 128 to 159, whose characters are those of windows-1252. */
export function binaryText(bytes: Uint8Array): string {
  return oneToOne.decode(bytes)
}

/** The binary text of a text in UTF-8. */
export function binaryOf(text: string): string {
  return nonAscii.test(text) ? binaryText(new TextEncoder().encode(text)) : text
}

/** The bytes of a binary text. */
function binaryBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    bytes[at] = code < 128 || (code >= 160 && code < 256) ? code : (bytesOf.get(code) ?? code)
  }
  return bytes
}

/** What a value's bytes may be: `declared` is the property's CHARSET, `file` the file's encoding, `forced` when a person chose it. */
export interface Charset {
  readonly declared: string
  readonly file: Encoding
  readonly forced: boolean
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const decoders = new Map<string, TextDecoder | undefined>()

function decoder(label: string): TextDecoder | undefined {
  if (decoders.has(label)) return decoders.get(label)
  let found: TextDecoder | undefined
  try {
    found = new TextDecoder(label, { ignoreBOM: true })
  } catch {
    found = undefined
  }
  if (decoders.size < 64) decoders.set(label, found)
  return found
}

function asUtf8(bytes: Uint8Array): string | undefined {
  try {
    return strictUtf8.decode(bytes)
  } catch {
    return undefined
  }
}

/**
 * The text of a binary text. The property's own CHARSET wins; without one, bytes that are valid UTF-8 are UTF-8 whatever the rest of the
 * file looked like (unless a person forced an encoding), and others are the file's. `lossy` tells that the bytes were not what was
 * declared.
 */
export function decodeBinary(binary: string, charset: Charset): { readonly text: string; readonly lossy: boolean } {
  if (!nonAscii.test(binary) && (charset.declared === '' || !/2022|utf-?16|utf-?7/i.test(charset.declared)))
    return { text: binary, lossy: false }
  const bytes = binaryBytes(binary)
  const label = charset.declared.toLowerCase()
  const isUtf8 = label === 'utf-8' || label === 'utf8'
  if (label !== '' && !isUtf8) {
    const found = decoder(label)
    if (found !== undefined) return { text: found.decode(bytes), lossy: false }
  }
  if (charset.forced && !isUtf8 && charset.file !== 'utf-8') return { text: decoderOf(charset.file)(bytes), lossy: false }
  const text = asUtf8(bytes)
  if (text !== undefined) return { text, lossy: label !== '' && !isUtf8 }
  const eightBit =
    charset.file === 'iso-8859-15' || charset.file === 'macintosh' || charset.file === 'ibm850' ? charset.file : 'windows-1252'
  return { text: decoderOf(eightBit)(bytes), lossy: isUtf8 || charset.file === 'utf-8' }
}

/** Quoted-printable without its soft breaks, which unfolding took out. A `=` that begins no code stays as it is. */
export function decodeQuotedPrintable(text: string): string {
  if (!text.includes('=')) return text
  return text.replace(/=([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

const alphabet = /^[A-Za-z0-9+/]*={0,2}$/

/** Base64 without white space, in the plain alphabet, or undefined when it is none. */
export function cleanBase64(text: string): string | undefined {
  let clean = /\s/.test(text) ? text.replace(/\s+/g, '') : text
  if (/[-_]/.test(clean)) clean = clean.replaceAll('-', '+').replaceAll('_', '/')
  if (clean === '' || !alphabet.test(clean)) return undefined
  const bare = clean.replace(/=+$/, '')
  if (bare.length % 4 === 1) return undefined
  return bare + '='.repeat((4 - (bare.length % 4)) % 4)
}

/** The bytes, as a binary text, of base64; undefined when it is none. */
export function decodeBase64(text: string): string | undefined {
  const clean = cleanBase64(text)
  return clean === undefined ? undefined : atob(clean)
}
