// The directory of a zip (APPNOTE 6.3.10), read with distrust: what it says of an entry is held against the entry's own header, and no byte of the
// file may belong to two entries.
import { AppError, type FileFault } from '../../base/errors.ts'
import type { ReadLimits } from '../reading.ts'

export interface DirectoryEntry {
  readonly name: string
  readonly isEncrypted: boolean
  /** 0 stored, 8 deflated; others are not read. */
  readonly method: number
  readonly crc: number
  readonly compressedSize: number
  readonly size: number
  /** Where its bytes begin in the file. */
  readonly dataStart: number
}

const endSignature = 0x06054b50
const end64Signature = 0x06064b50
const locatorSignature = 0x07064b50
const centralSignature = 0x02014b50
const localSignature = 0x04034b50
const endLength = 22

/** The code page of names in old archives. */
const codePage437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0'

const broken = (reason: FileFault, entry?: string) =>
  new AppError('file_broken', { format: 'zip', reason, ...(entry === undefined ? {} : { entry: entry.slice(0, 200) }) })

/**
 * The entries in the order of the directory, folders left out. Fails with `file_broken`: truncated (no directory), syntax, lying_size (a
 * header that disagrees with the directory), overlapping, unsafe_path (`../`, a root, a drive, a backslash, NUL); with `import_limit`
 * (entries) when the directory says or holds more than that.
 */
export function readDirectory(bytes: Uint8Array, limits: Pick<ReadLimits, 'entries'>): DirectoryEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { count, start, end, shift } = findDirectory(view)
  if (count > limits.entries) throw new AppError('import_limit', { limit: 'entries', allowed: limits.entries })
  const found: (DirectoryEntry & { readonly from: number })[] = []
  let at = start
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== centralSignature) throw broken('syntax')
    const nameLength = view.getUint16(at + 28, true)
    const extraLength = view.getUint16(at + 30, true)
    const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true)
    if (next > end) throw broken('truncated')
    const entry = entryAt(bytes, view, at, { nameLength, extraLength, shift })
    if (entry !== undefined) found.push(entry)
    at = next
  }
  refuseOverlaps(found, start)
  return found
}

function findDirectory(view: DataView): { count: number; start: number; end: number; shift: number } {
  const last = view.byteLength - endLength
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) {
    if (view.getUint32(at, true) !== endSignature) continue
    if (at + endLength + view.getUint16(at + 20, true) > view.byteLength) continue
    if (view.getUint16(at + 4, true) !== view.getUint16(at + 6, true) && view.getUint16(at + 6, true) !== 0xffff) throw broken('syntax')
    let count = view.getUint16(at + 10, true)
    let size = view.getUint32(at + 12, true)
    let offset = view.getUint32(at + 16, true)
    let end = at
    if (count === 0xffff || size === 0xffffffff || offset === 0xffffffff) {
      const wide = findWide(view, at)
      if (wide !== undefined) ({ count, size, offset, end } = wide)
    }
    // What lies before the first entry (a program that unpacks itself) moves everything by as much.
    const start = end - size
    if (start < 0 || offset > start) throw broken('truncated')
    return { count, start, end, shift: start - offset }
  }
  throw broken('truncated')
}

function findWide(view: DataView, end: number): { count: number; size: number; offset: number; end: number } | undefined {
  const locator = end - 20
  if (locator < 0 || view.getUint32(locator, true) !== locatorSignature) return undefined
  for (let at = locator - 56; at >= Math.max(0, locator - 4096); at--) {
    if (view.getUint32(at, true) !== end64Signature) continue
    return { count: wideNumber(view, at + 32), size: wideNumber(view, at + 40), offset: wideNumber(view, at + 48), end: at }
  }
  throw broken('truncated')
}

function wideNumber(view: DataView, at: number): number {
  if (at + 8 > view.byteLength) throw broken('truncated')
  const value = Number(view.getBigUint64(at, true))
  if (!Number.isSafeInteger(value)) throw broken('lying_size')
  return value
}

interface Lengths {
  readonly nameLength: number
  readonly extraLength: number
  readonly shift: number
}

function entryAt(bytes: Uint8Array, view: DataView, at: number, { nameLength, extraLength, shift }: Lengths) {
  const flags = view.getUint16(at + 8, true)
  const method = view.getUint16(at + 10, true)
  const extra = at + 46 + nameLength
  const name = nameOf(bytes.subarray(at + 46, extra), (flags & 0x800) !== 0)
  if (name.endsWith('/')) return undefined
  if (/\0|\\|^\/|^[a-z]:|(?:^|\/)\.\.(?:\/|$)/iu.test(name)) throw broken('unsafe_path', name)
  // A link's content is a path to somewhere else.
  if (view.getUint16(at + 4, true) >>> 8 === 3 && ((view.getUint32(at + 38, true) >>> 28) & 15) === 10) return undefined
  let size = view.getUint32(at + 24, true)
  let compressedSize = view.getUint32(at + 20, true)
  let from = view.getUint32(at + 42, true)
  const wide = wideField(view, extra, extraLength)
  if (wide !== undefined) {
    let field = wide
    const next = () => {
      field += 8
      return wideNumber(view, field - 8)
    }
    if (size === 0xffffffff) size = next()
    if (compressedSize === 0xffffffff) compressedSize = next()
    if (from === 0xffffffff) from = next()
  }
  from += shift
  if (from + 30 > bytes.length || view.getUint32(from, true) !== localSignature) throw broken('lying_size', name)
  const dataStart = from + 30 + view.getUint16(from + 26, true) + view.getUint16(from + 28, true)
  const localName = nameOf(bytes.subarray(from + 30, from + 30 + view.getUint16(from + 26, true)), (flags & 0x800) !== 0)
  const saysLater = (view.getUint16(from + 6, true) & 8) !== 0
  const localSize = view.getUint32(from + 22, true)
  const agrees = view.getUint16(from + 8, true) === method && localName === name
  if (!agrees || (!saysLater && localSize !== 0xffffffff && localSize !== size)) throw broken('lying_size', name)
  if (dataStart + compressedSize > bytes.length) throw broken('truncated', name)
  return { name, isEncrypted: (flags & 1) !== 0, method, crc: view.getUint32(at + 16, true), compressedSize, size, dataStart, from }
}

/** Where the values of the zip64 extra field begin. */
function wideField(view: DataView, start: number, length: number): number | undefined {
  for (let at = start; at + 4 <= start + length; at += 4 + view.getUint16(at + 2, true)) if (view.getUint16(at, true) === 1) return at + 4
  return undefined
}

function nameOf(raw: Uint8Array, isUtf8: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: !isUtf8 }).decode(raw)
  } catch {
    return Array.from(raw, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : (codePage437[byte - 0x80] ?? ''))).join('')
  }
}

function refuseOverlaps(entries: readonly (DirectoryEntry & { readonly from: number })[], directoryStart: number): void {
  let free = 0
  for (const { name, from, dataStart, compressedSize } of entries.toSorted((a, b) => a.from - b.from)) {
    if (from < free || dataStart + compressedSize > directoryStart) throw broken('overlapping', name)
    free = dataStart + compressedSize
  }
}
