import { describe, expect, it } from 'vitest'
import { decodeCursor, encodeCursor, pageOf } from './cursor.ts'

describe('cursors', () => {
  it('come back as they were, accents and all', () => {
    expect(decodeCursor(encodeCursor(['Œuvrard', 12, null]), 3)).toEqual(['Œuvrard', 12, null])
  })

  it('are ignored when somebody mangled them', () => {
    for (const text of [null, '', '%%%', 'bm9wZQ', encodeCursor(['one']), btoa('{"a":1}')]) expect(decodeCursor(text, 2)).toBeUndefined()
  })

  it('end where the rows end', () => {
    expect(pageOf([1, 2, 3], 2, (row) => [row])).toEqual({ rows: [1, 2], next: encodeCursor([2]) })
    expect(pageOf([1, 2], 2, (row) => [row]).next).toBeUndefined()
  })
})
