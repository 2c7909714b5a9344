// A reader's place: taken when it can read, and given back when it is closed.
import { expect, test } from 'vitest'
import { createCompactNetwork } from './compact.ts'
import { openNetwork } from './reader.ts'

function networkOfTwo() {
  const network = createCompactNetwork()
  network.setTie({ lowId: 1, highId: 2, lowOwn: 0, highOwn: 0, shared: 5, hidden: false })
  return network
}

test('There are 64 places; one that is given back is taken again.', () => {
  const { shared } = networkOfTwo()
  const readers = Array.from({ length: 64 }, () => openNetwork(shared))
  expect(() => openNetwork(shared)).toThrow(RangeError)
  readers[40]?.close()
  expect(openNetwork(shared).hasTie(1, 2)).toBe(true)
})

test('A reader that cannot be made for want of memory takes no place.', () => {
  const { shared } = networkOfTwo()
  const real = globalThis.Float64Array
  globalThis.Float64Array = class {
    constructor() {
      throw new RangeError('Array buffer allocation failed')
    }
  } as never
  try {
    for (let time = 0; time < 70; time++) expect(() => openNetwork(shared)).toThrow('allocation failed')
  } finally {
    globalThis.Float64Array = real
  }
  expect(openNetwork(shared).hasTie(1, 2)).toBe(true)
})
