// What a reader may still look at is not written again: held to a reader that stands in the middle of a query for as long as the test wants.
import { expect, test } from 'vitest'
import { createStore, readerWord } from './layout.ts'
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

test('Rows come back at once where nobody reads, and never one that a member still has.', () => {
  const store = createStore(64, 65_536, 1)
  const writer = createWriter(store)
  const rows = swaps(writer, 5_000)
  expect(new Set(rows).size).toBeLessThan(400)
  for (let at = 1; at < rows.length; at++) expect(rows.slice(Math.max(0, at - members + 1), at)).not.toContain(rows[at])
})
