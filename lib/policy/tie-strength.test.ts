import { relationships } from '@entregent/lib/base/words.ts'
import { describe, expect, it } from 'vitest'
import { ownStrength, sharedStrength } from './tie-strength.ts'

const at = new Date('2026-01-15')

describe('the strength of a tie', () => {
  it('grows with the years that colleagues spent together, up to six', () => {
    const of = (startedOn: string | null, endedOn: string | null) => sharedStrength({ relationship: 'colleague', startedOn, endedOn, at })
    expect([
      of(null, null),
      of('2025-06-01', null),
      of('2001-03-01', '2006-09-01'),
      of('2024-01-01', null),
      of('1990-01-01', null),
    ]).toEqual([6, 6, 11, 8, 12])
    expect(of('2030-01-01', null)).toBe(6)
  })

  it('stays on the scale of the index for every relationship', () => {
    for (const relationship of relationships) {
      const strength = sharedStrength({ relationship, startedOn: '1950-01-01', endedOn: null, at })
      expect(strength).toBeGreaterThanOrEqual(1)
      expect(strength).toBeLessThanOrEqual(15)
    }
  })

  it('is one’s own only once it is said', () => {
    expect([null, 1, 2, 3].map((strength) => ownStrength(strength as 1 | 2 | 3 | null))).toEqual([0, 3, 8, 14])
  })
})
