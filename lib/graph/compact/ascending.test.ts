import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstCommon, sortIds } from './ascending.ts'

const id = fc.oneof(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.constantFrom(0, 2 ** 31, 2 ** 32 - 1))
const ascending = (most: number) => fc.uniqueArray(id, { maxLength: most, size: 'max' }).map((ids) => Uint32Array.from(ids).sort())

test('The first of some ids that are in a list are found wherever they stand, however uneven the list.', () => {
  fc.assert(
    fc.property(ascending(400), ascending(120), fc.integer({ min: 0, max: 40 }), (list, wanted, limit) => {
      const among = new Set(list)
      const expected = Array.from(wanted).filter((one) => among.has(one))
      expect(firstCommon(list, wanted, limit)).toEqual(expected.slice(0, limit))
    }),
    { numRuns: 400 },
  )
})

test('A list that is dense at one end and sparse at the other is searched to the end.', () => {
  const list = Uint32Array.from([...Array.from({ length: 5_000 }, (_, i) => i * 2), 2 ** 30, 2 ** 30 + 7, 2 ** 31 - 2])
  const wanted = Uint32Array.from([3, 4, 9_998, 9_999, 10_000, 2 ** 30 + 6, 2 ** 30 + 7, 2 ** 31 - 2, 2 ** 31 + 5])
  expect(firstCommon(list, wanted, 99)).toEqual([4, 9_998, 2 ** 30 + 7, 2 ** 31 - 2])
})

test('Many ids are sorted by their digits as few are by comparing.', () => {
  fc.assert(
    fc.property(fc.array(id, { maxLength: 900, size: 'max' }), (ids) => {
      expect(Array.from(sortIds(Uint32Array.from(ids)))).toEqual(ids.toSorted((a, b) => a - b))
    }),
    { numRuns: 200 },
  )
})
