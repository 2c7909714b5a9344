import { expect, test } from 'vitest'
import { findInner, placeId } from './ids.ts'
import { createStore } from './layout.ts'

/** How many slots it takes to find each of these ids, on average and at most. */
function slotsRead(ids: readonly number[], asked: readonly number[]) {
  const store = createStore(ids.length, 64, 1)
  for (const [inner, id] of ids.entries()) placeId(store, inner, id)
  let reads = 0
  const slots = new Proxy(store.slots, {
    get(target, key) {
      reads++
      return Reflect.get(target, key) as unknown
    },
  })
  let most = 0
  for (const id of asked) {
    const before = reads
    const inner = findInner({ ...store, slots }, id)
    expect(inner).toBe(ids.indexOf(id))
    most = Math.max(most, reads - before)
  }
  return { mean: reads / asked.length, most }
}

test('Two ranges of ids that meet in the table are found by a few slots each, and so is that somebody is not there.', () => {
  const dense = (from: number, count: number) => Array.from({ length: count }, (_, n) => from + n)
  for (const base of [3_001, 65_536, 1_000_000, 2 ** 21 + 5, 20_000_000, 2 ** 31, 2 ** 32 - 3_000]) {
    const ids = [...dense(1, 3_000), ...dense(base, 2_000)]
    const some = ids.filter((_, at) => at % 17 === 0)
    const { mean, most } = slotsRead(ids, some)
    expect(mean, `from ${base}`).toBeLessThan(4)
    expect(most, `from ${base}`).toBeLessThan(64)
    expect(slotsRead(ids, dense(500_000_000, 200)).mean, `nobody, from ${base}`).toBeLessThan(6)
  }
})
