import { describe, expect, it } from 'vitest'
import { decodeCursor, encodeCursor, pageOf } from './cursor.ts'

describe('cursors', () => {
  it('come back as they were, accents and all', () => {
    expect(decodeCursor(encodeCursor(['Œuvrard', 12, -0.5]), ['text', 'id', 'number'])).toEqual(['Œuvrard', 12, -0.5])
  })

  it('are ignored when somebody mangled them', () => {
    for (const text of [null, '', '%%%', 'bm9wZQ', encodeCursor(['one']), btoa('{"a":1}')]) {
      expect(decodeCursor(text, ['text', 'text'])).toBeUndefined()
    }
  })

  it('hold only what their columns can take', () => {
    const time = '2026-05-04 10:11:12.123456+00'
    const id = '0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b'
    expect(decodeCursor(encodeCursor([time, id]), ['time', 'uuid'])).toEqual([time, id])
    for (const keys of [
      ['x', id],
      [time, 'y'],
      ['2026-13-04 10:11:12+00', id],
      ['2026-02-30 10:11:12+00', id],
      ['2026-05-04 25:11:12+00', id],
      [1, id],
    ]) {
      expect(decodeCursor(encodeCursor(keys), ['time', 'uuid']), String(keys)).toBeUndefined()
    }
    for (const key of ['1', 0, -1, 1.5, 2 ** 31]) expect(decodeCursor(encodeCursor([key]), ['id'])).toBeUndefined()
    expect(decodeCursor(encodeCursor(['a\u0000']), ['text'])).toBeUndefined()
  })

  it('end where the rows end', () => {
    expect(pageOf([1, 2, 3], 2, (row) => [row])).toEqual({ rows: [1, 2], next: encodeCursor([2]) })
    expect(pageOf([1, 2], 2, (row) => [row]).next).toBeUndefined()
  })
})
