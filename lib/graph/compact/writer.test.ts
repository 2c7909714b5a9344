// What a reader may still look at is not written again: held to a reader that stands in the middle of a query for as long as the test wants.
import { expect, test } from 'vitest'
import { createCompactNetwork } from '../compact.ts'
import { giveBackPlace, openNetwork } from '../reader.ts'
import { At, createStore, readCount, readerWord } from './layout.ts'
import { lowerBound } from './row.ts'
import { allocate, createWriter, swapRow } from './writer.ts'

const members = 8

/** Swaps a row of three entries again and again; gives where each new one lay. */
function swaps(writer: ReturnType<typeof createWriter>, times: number): number[] {
  return Array.from({ length: times }, (_, at) => {
    const row = allocate(writer, 0, 3)
    swapRow(writer, at % members, row)
    return row
  })
}

test('A row retired while a reader is within a query is not used again before that query has ended.', () => {
  const store = createStore(64, 65_536, 1)
  const writer = createWriter(store)
  const before = swaps(writer, members)
  Atomics.store(store.header, readerWord(0), 3)
  const during = swaps(writer, 2_000)
  expect(new Set([...before, ...during]).size).toBe(members + 2_000)
  // Another reader coming and going changes nothing.
  for (const word of [2, 5, 6, 0]) {
    Atomics.store(store.header, readerWord(1), word)
    const row = allocate(writer, 0, 3)
    expect([...before, ...during]).not.toContain(row)
    swapRow(writer, 0, row)
    during.push(row)
  }
  Atomics.store(store.header, readerWord(0), 4)
  const after = swaps(writer, 1_000)
  expect(after.some((row) => during.includes(row))).toBe(true)
})

test('A row retired while a reader is within a query comes back once the place of that reader, whose thread has ended, is given back.', () => {
  const store = createStore(64, 65_536, 1)
  const writer = createWriter(store)
  const before = swaps(writer, members)
  const reader = openNetwork(store.shared)
  Atomics.store(store.header, reader.place, 5)
  const during = swaps(writer, 1_000)
  expect(new Set([...before, ...during]).size).toBe(members + 1_000)
  giveBackPlace(store.shared, reader.place)
  expect(swaps(writer, 1_000).some((row) => during.includes(row))).toBe(true)
  expect(openNetwork(store.shared).place).toBe(reader.place)
})

test('Rows come back at once where nobody reads, and never one that a member still has.', () => {
  const store = createStore(64, 65_536, 1)
  const writer = createWriter(store)
  const rows = swaps(writer, 5_000)
  expect(new Set(rows).size).toBeLessThan(400)
  for (let at = 1; at < rows.length; at++) expect(rows.slice(Math.max(0, at - members + 1), at)).not.toContain(rows[at])
})

test('No row is written beyond the pool, however full it has run.', () => {
  const members = 60
  for (const seed of [9, 13, 15]) {
    let state = seed * 77
    const below = (count: number) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      return Math.floor((state / 2 ** 32) * count)
    }
    const network = createCompactNetwork()
    const ties = new Map<string, readonly [number, number]>()
    for (let id = 1; id <= members; id++) network.setMember(id, { shown: true })
    for (let step = 0; step < 40_000; step++) {
      const [a, b] = [1 + below(members), 1 + below(members)]
      if (a === b) continue
      const [lowId, highId] = [Math.min(a, b), Math.max(a, b)]
      if (below(100) < 52) {
        network.setTie({ lowId, highId, lowOwn: 0, highOwn: 0, shared: 5, hidden: false })
        ties.set(`${lowId} ${highId}`, [lowId, highId])
      } else {
        network.removeTie(a, b)
        ties.delete(`${lowId} ${highId}`)
      }
      if (readCount(network.store, At.poolEnd) > network.store.pool.length) throw new Error(`seed ${seed}, step ${step}`)
    }
    expect(network.tieCount).toBe(ties.size)
    for (const [low, high] of ties.values()) expect(network.hasTie(low, high)).toBe(true)
  }
})

test('What is said of a member again makes nothing ready, however full the network is.', () => {
  const network = createCompactNetwork()
  const neighbours = Array.from({ length: 2_000 }, (_, at) => at + 2)
  for (const id of [1, ...neighbours]) network.setMember(id, { shown: true })
  for (const highId of neighbours) network.setTie({ lowId: 1, highId, lowOwn: 0, highOwn: 0, shared: 5, hidden: false })
  network.rebuild()
  const { generation, bytes } = network
  network.setMember(1, { shown: true })
  expect([network.generation, network.bytes]).toEqual([generation, bytes])
  network.setMember(1, { shown: false })
  expect(network.degree(2, 3)).toBe('further')
  expect(network.generation).toBeGreaterThan(generation)
})

test('Places beyond 2^31 are found.', () => {
  const base = 2 ** 31 + 100
  const pool = new Proxy({}, { get: (_, at) => Number(at) - base }) as Uint32Array
  expect(lowerBound(pool, base, base + 8, 4)).toBe(base + 4)
  expect(() => createStore(48, 2 ** 32, 1)).toThrow(RangeError)
})
