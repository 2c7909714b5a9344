import fc from 'fast-check'
import { expect, test } from 'vitest'
import { filterOf, firstCommon, firstPassing, sortIds } from './ascending.ts'

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

test('Of candidates in any order, some of them twice or nobody, the first that are in a list are found by its filter.', () => {
  const candidate = fc.oneof(id, fc.constantFrom(-1, 2 ** 32, 2 ** 32 + 5, 0.5))
  const given = fc.tuple(ascending(300), fc.array(candidate, { maxLength: 900, size: 'max' }), fc.integer({ min: 1, max: 60 }))
  fc.assert(
    fc.property(given, ([list, candidates, limit]) => {
      const among = new Set(list)
      const expected = candidates.filter((one) => among.has(one)).slice(0, limit)
      expect(firstPassing(candidates, list, filterOf(list), limit)).toEqual(expected)
      const whole = Uint32Array.from(candidates.filter((one) => one >>> 0 === one))
      expect(firstPassing(whole, list, filterOf(list), limit)).toEqual(expected)
    }),
    { numRuns: 400 },
  )
  const list = Uint32Array.from({ length: 3_000 }, (_, at) => at * 11)
  const many = Uint32Array.from({ length: 40_000 }, (_, at) => (at * 7_919) % 40_009)
  const expected = Array.from(many).filter((one) => one % 11 === 0 && one < 33_000)
  expect(firstPassing(many, list, filterOf(list), 1e9)).toEqual(expected)
  expect(firstPassing(many, list, filterOf(list), 500)).toEqual(expected.slice(0, 500))
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
  for (const most of [1, 7, 2 ** 12, 5_000_000, 2 ** 32]) {
    const ids = Uint32Array.from({ length: 5_000 }, (_, at) => ((at * 2_654_435_761) % 4_294_967_291) % most)
    expect(sortIds(ids.slice())).toEqual(ids.toSorted())
  }
})
