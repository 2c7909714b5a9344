// An entry's bytes, inflated with an eye on how many come out: a bomb is stopped at the limit, never by the memory.
import { Inflate } from 'fflate'
import { AppError, type FileFault } from '../../base/errors.ts'
import { joinBytes } from '../bytes.ts'
import type { ReadLimits } from '../reading.ts'
import type { DirectoryEntry } from './directory.ts'

/** Compressed bytes given to the inflater at once: it makes at most a thousand times as many of them. */
const sliceBytes = 2_048

const broken = (reason: FileFault, entry: string) => new AppError('file_broken', { format: 'zip', reason, entry: entry.slice(0, 200) })

/** Counts what all entries of one archive inflate to. */
export function createUnpacker(bytes: Uint8Array, limits: Pick<ReadLimits, 'bytesOut' | 'entryBytes'>) {
  let total = 0

  /**
   * The whole content of an entry. Fails with `import_limit` (entryBytes, bytesOut) before more than that is held, and with `file_broken`:
   * encrypted, compression (neither stored nor deflated), syntax, lying_size, checksum.
   */
  return function unpack(entry: DirectoryEntry): Uint8Array {
    const { name, method, dataStart, compressedSize, size, crc } = entry
    if (entry.isEncrypted) throw broken('encrypted', name)
    if (method !== 0 && method !== 8) throw broken('compression', name)
    const packed = bytes.subarray(dataStart, dataStart + compressedSize)
    const pieces: Uint8Array[] = []
    let length = 0
    const take = (piece: Uint8Array) => {
      length += piece.length
      total += piece.length
      if (length > limits.entryBytes) throw new AppError('import_limit', { limit: 'entryBytes', allowed: limits.entryBytes })
      if (total > limits.bytesOut) throw new AppError('import_limit', { limit: 'bytesOut', allowed: limits.bytesOut })
      if (length > size) throw broken('lying_size', name)
      pieces.push(piece)
    }
    if (method === 0) take(packed)
    else inflate(packed, take, name)
    if (length !== size) throw broken('lying_size', name)
    const whole = joinBytes(pieces)
    if (crc32(whole) !== crc) throw broken('checksum', name)
    return whole
  }
}

function inflate(packed: Uint8Array, take: (piece: Uint8Array) => void, name: string): void {
  let failure: unknown
  const inflater = new Inflate((piece) => {
    try {
      take(piece)
    } catch (error) {
      failure = error
    }
  })
  for (let at = 0; failure === undefined && (at < packed.length || at === 0); at += sliceBytes) {
    try {
      inflater.push(packed.subarray(at, at + sliceBytes), at + sliceBytes >= packed.length)
    } catch {
      throw failure === undefined ? broken('syntax', name) : (failure as Error)
    }
  }
  if (failure !== undefined) throw failure as Error
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  return crc
})

/** CRC-32 of zip (ISO 3309), as an unsigned number. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 255] as number) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}
