// The network index on disk, so that a start needs no more than the file and what changed since. The file is a head of 4 kB in JSON, the
// snapshot's parts in blocks of 4 MiB, and the CRC-32 of each block and of the head. Whatever is not exactly as it was written is thrown away.
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { crc32 } from 'node:zlib'
import type { CompactNetwork } from '@entregent/lib/graph/compact.ts'
import { restoreSnapshot, type SnapshotShape, snapshotBytes, takeSnapshot } from '@entregent/lib/graph/snapshot.ts'
import { ownStrength } from '@entregent/lib/policy/tie-strength.ts'

/** With what the strengths in it mean, so that a file from before another scale is not taken. */
const format = `entregent network snapshot 1, strengths ${([1, 2, 3] as const).map(ownStrength).join(' ')}`
const headBytes = 4096
const blockBytes = 4 * 1024 * 1024

/** What a snapshot was made from; only then may it be followed by this database's change log. */
export interface SnapshotOrigin {
  /** `network_clock.instance`. */
  readonly instance: string
  /** `network_clock.generation`. */
  readonly generation: number
  readonly sequence: number
  /** The entry of the change log at `sequence`, as text: a database restored and gone on differently has another. Null for none. */
  readonly entry: string | null
}

export type SnapshotRefusal = 'missing' | 'not a snapshot' | 'damaged' | 'of something else'

/**
 * Writes the network as it is at the call, which may be changed meanwhile, and puts it in the place of `file` once it lies safely on the
 * disk. Gives the file's size in bytes. Fails as the file system does; then the old file stands.
 */
export async function writeSnapshot(file: string, network: CompactNetwork, origin: SnapshotOrigin): Promise<number> {
  const snapshot = takeSnapshot(network)
  const temporary = `${file}.${process.pid}-${Date.now()}.part`
  let sizeBytes = 0
  try {
    await mkdir(dirname(file), { recursive: true })
    const handle = await open(temporary, 'wx', 0o600)
    try {
      const head = headOf(snapshot.shape, origin)
      await handle.writeFile(head)
      const sums = [crc32(head)]
      for (const block of blocksOf(snapshot.parts)) {
        sums.push(crc32(block))
        await handle.writeFile(block)
      }
      await handle.writeFile(new Uint8Array(Uint32Array.from(sums).buffer))
      await handle.sync()
      sizeBytes = (await handle.stat()).size
    } finally {
      await handle.close()
    }
    await rename(temporary, file)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  } finally {
    snapshot.release()
  }
  return sizeBytes
}

/** Reads the file back, when `accepts` takes its origin. Gives the reason when there is no using it. */
export async function readSnapshot(
  file: string,
  accepts: (origin: SnapshotOrigin) => boolean | Promise<boolean>,
): Promise<{ readonly network: CompactNetwork; readonly origin: SnapshotOrigin } | SnapshotRefusal> {
  const handle = await open(file, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (!handle) return 'missing'
  try {
    const head = Buffer.alloc(headBytes)
    const { bytesRead } = await handle.read(head, 0, headBytes, 0)
    const told = bytesRead === headBytes ? readHead(head) : undefined
    if (!told) return 'not a snapshot'
    const bytes = snapshotBytes(told.shape)
    if (bytes === undefined) return 'not a snapshot'
    const blocks = Math.ceil(bytes / blockBytes)
    const { size } = await handle.stat()
    if (size !== headBytes + bytes + (blocks + 1) * 4) return 'damaged'
    const sums = new Uint32Array(blocks + 1)
    await handle.read(new Uint8Array(sums.buffer), 0, sums.byteLength, headBytes + bytes)
    if (crc32(head) !== sums[0]) return 'damaged'
    if (!(await accepts(told.origin))) return 'of something else'
    const { parts, open: openNetwork } = restoreSnapshot(told.shape)
    let at = headBytes
    let block = 1
    let [sum, left] = [0, blockBytes]
    for (const part of parts) {
      for (let from = 0; from < part.length; ) {
        const { bytesRead: count } = await handle.read(part, from, Math.min(left, part.length - from), at)
        if (count === 0) return 'damaged'
        sum = crc32(part.subarray(from, from + count), sum)
        from += count
        at += count
        left -= count
        if (left > 0 && at < headBytes + bytes) continue
        if (sum !== sums[block++]) return 'damaged'
        ;[sum, left] = [0, blockBytes]
      }
    }
    const network = openNetwork()
    return network ? { network, origin: told.origin } : 'damaged'
  } finally {
    await handle.close()
  }
}

/** Removes what a writer that was killed left behind. */
export async function removeUnfinished(file: string): Promise<void> {
  const names = await readdir(dirname(file)).catch(() => [])
  for (const name of names) {
    if (name.startsWith(`${basename(file)}.`) && name.endsWith('.part')) await rm(join(dirname(file), name), { force: true })
  }
}

function headOf(shape: SnapshotShape, origin: SnapshotOrigin): Buffer {
  const text = JSON.stringify({ format, shape, origin })
  if (text.length >= headBytes) throw new RangeError('the head of the snapshot is too long')
  return Buffer.from(`${text.padEnd(headBytes - 1)}\n`, 'latin1')
}

function readHead(bytes: Buffer): { shape: SnapshotShape; origin: SnapshotOrigin } | undefined {
  try {
    const head = JSON.parse(bytes.toString('latin1')) as { format: unknown; shape: SnapshotShape; origin: SnapshotOrigin }
    return head.format === format && head.shape && head.origin ? head : undefined
  } catch {
    return undefined
  }
}

/** The parts in blocks, each a copy of its own until the next is asked for: what lies in the network's memory may change under our eyes. */
function* blocksOf(parts: readonly Uint8Array[]): Generator<Uint8Array> {
  const block = new Uint8Array(blockBytes)
  let filled = 0
  for (const part of parts) {
    for (let from = 0; from < part.length; ) {
      const count = Math.min(blockBytes - filled, part.length - from)
      block.set(part.subarray(from, from + count), filled)
      from += count
      filled += count
      if (filled < blockBytes) continue
      yield block
      filled = 0
    }
  }
  if (filled > 0) yield block.subarray(0, filled)
}
