// A network written out and read back is the same network, whatever happened meanwhile; bytes that are no network open as none.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CompactNetwork, createCompactNetwork } from './compact.ts'
import { allAnswers, caseIds, change, start } from './network.cases.ts'
import { carryOut, isNearlyFull, orderRebuild, takeOver } from './rebuild.ts'
import { restoreSnapshot, type Snapshot, type SnapshotShape, snapshotBytes, takeSnapshot } from './snapshot.ts'

const changes = fc.array(change, { maxLength: 12 })

/** Reads the parts as a file would keep them, the shape by way of JSON. */
function written({ shape, parts }: Snapshot): { shape: SnapshotShape; bytes: Uint8Array } {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return { shape: JSON.parse(JSON.stringify(shape)) as SnapshotShape, bytes }
}

function read({ shape, bytes }: ReturnType<typeof written>): CompactNetwork | undefined {
  const { parts, open } = restoreSnapshot(shape)
  let at = 0
  for (const part of parts) {
    part.set(bytes.subarray(at, at + part.length))
    at += part.length
  }
  return open()
}

const picture = (network: CompactNetwork) => ({
  members: network.memberCount,
  ties: network.tieCount,
  answers: caseIds.map((viewer) => allAnswers(network, viewer)),
})

test('A snapshot is the network of its moment, though the network changes while it is read.', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(start, changes, changes, fc.nat(2 ** 40), ({ ties, members }, before, during, sequence) => {
      const network = createCompactNetwork()
      network.load(ties, members)
      for (const apply of before) apply(network)
      network.sequence = sequence
      const then = picture(network)
      const snapshot = takeSnapshot(network)
      for (const apply of [...during, ...during, ...during]) apply(network)
      network.sequence++
      const kept = written(snapshot)
      snapshot.release()
      expect(kept.bytes.length).toBe(snapshotBytes(kept.shape))
      const back = read(kept)
      expect(back && picture(back)).toEqual(then)
      expect(back?.sequence).toBe(sequence)
      // What is read back goes on as any other.
      for (const apply of [...during, ...during, ...during]) apply(back as CompactNetwork)
      expect(picture(back as CompactNetwork)).toEqual(picture(network))
    }),
    { numRuns: 150 },
  )
})

test('A rebuild carried out elsewhere is the network of its moment, and catches up by the same changes.', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(start, changes, changes, ({ ties, members }, before, during) => {
      const network = createCompactNetwork()
      network.load(ties, members)
      for (const apply of before) apply(network)
      network.sequence = 41
      const then = picture(network)
      const { order, release } = orderRebuild(network)
      for (const apply of during) apply(network)
      network.sequence = 42
      const next = takeOver(carryOut(structuredClone(order)))
      release()
      expect(picture(next)).toEqual(then)
      expect([next.sequence, next.bytes.spare]).toEqual([41, 0])
      for (const apply of during) apply(next)
      expect(picture(next)).toEqual(picture(network))
    }),
    { numRuns: 150 },
  )
})

test('A network says that it is nearly full before it is.', () => {
  const network = createCompactNetwork()
  network.load(
    Array.from({ length: 60_000 }, (_, at) => tie(at, at + 1)),
    [],
  )
  expect(isNearlyFull(network)).toBe(false)
  const { generation } = network
  let at = 0
  while (!isNearlyFull(network) && network.generation === generation) network.setTie(tie(at, ++at + 30_000))
  expect(network.generation).toBe(generation)
})

test('A network of many members and few ties is not nearly full of them.', () => {
  const network = createCompactNetwork()
  network.load(
    Array.from({ length: 5_000 }, (_, at) => tie(at * 2, at * 2 + 1)),
    Array.from({ length: 100_000 }, (_, id) => ({ id, shown: true })),
  )
  expect(isNearlyFull(network)).toBe(false)
})

test('A shape that is none is refused before anything is laid out.', () => {
  const network = createCompactNetwork()
  network.load([tie(1, 2), tie(2, 3)], [])
  const { shape, release } = takeSnapshot(network)
  release()
  for (const wrong of [
    { layout: shape.layout + 1 },
    { room: -1 },
    { room: 2 ** 31 },
    { size: shape.room + 1 },
    { members: shape.size + 1 },
    { poolEnd: shape.poolWords + 1 },
    { halfTies: shape.poolEnd + 1 },
    { sequence: Number.NaN },
    { sequence: 0.5 },
    { room: undefined as unknown as number },
  ]) {
    expect(snapshotBytes({ ...shape, ...wrong })).toBeUndefined()
    expect(() => restoreSnapshot({ ...shape, ...wrong })).toThrow(RangeError)
  }
})

test('Bytes that are no network open as none.', () => {
  const network = createCompactNetwork()
  network.load(
    Array.from({ length: 50 }, (_, at) => tie(at, at + 7)),
    [],
  )
  const snapshot = takeSnapshot(network)
  const { shape, bytes } = written(snapshot)
  snapshot.release()
  const slots = snapshot.parts[0]?.length ?? 0
  const rows = slots + (snapshot.parts[1]?.length ?? 0)
  const flags = rows + (snapshot.parts[2]?.length ?? 0)
  const pool = flags + (snapshot.parts[3]?.length ?? 0)
  for (const [at, byte] of [
    [rows + 3, 0x7f], // a row beyond the pool
    [flags, 0], // a member fewer
    [pool + 16 + 4, 0xff], // a longer row
    [slots - 1, 0x40], // a slot to nobody
    [slots - 1, 0x80], // a free slot that claims its own id
  ] as const) {
    const damaged = bytes.slice()
    damaged[at] = byte
    expect(read({ shape, bytes: damaged }), `byte ${at}`).toBeUndefined()
  }
  expect(read({ shape, bytes })?.tieCount).toBe(50)
})

function tie(a: number, b: number) {
  return { lowId: Math.min(a, b), highId: Math.max(a, b), lowOwn: 0, highOwn: 0, shared: 5, hidden: false }
}
