import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparableName } from './comparable-name.ts'

describe('comparableName', () => {
  it.each([
    ['Zoé', 'ZOE'],
    ['Zoe\u0301', 'zoé'],
    ['Œuvrard', 'Oeuvrard'],
    ['Lætitia', 'Laetitia'],
    ['Weiß', 'WEISS'],
    ['Jean-Marie', 'Jean Marie'],
    ['Jean‑Marie', 'jean  marie'],
    ['O’Brien', "O'Brien"],
    ["O'Brien", 'OBrien'],
    ['d’Artois', "D'ARTOIS"],
    ['Łukasz', 'Lukasz'],
    ['Søren', 'Soren'],
    ['İbrahim', 'ibrahim'],
    ['Işık', 'Isik'],
    ['Þór', 'Thor'],
    ['Ｚｏｅ', 'zoe'],
    ['Фёдор', 'федор'],
    ['Γιώργος', 'ΓΙΩΡΓΟΣ'],
    ['أحمد', 'احمد'],
    ['مُحَمَّد', 'محمد'],
    ['דָּוִד', 'דוד'],
    ['Nguyễn', 'nguyen'],
    ['Dupont, Jean.', 'dupont jean'],
  ])('%s and %s are the same.', (a, b) => {
    expect(comparableName(a)).toBe(comparableName(b))
    expect(comparableName(a)).not.toBe('')
  })

  it.each([
    ['が', 'か'],
    ['कि', 'का'],
    ['Jean', 'Jeanne'],
    ['王', '玉'],
    ['각', '가'],
    ['Jean Marie', 'Jeanmarie'],
  ])('%s and %s are not.', (a, b) => {
    expect(comparableName(a)).not.toBe(comparableName(b))
  })

  it('leaves letters of other scripts whole.', () => {
    expect(comparableName('각 が कि')).toBe('각 が कि')
  })

  it('folds what is folded to itself, whatever the text.', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })), (text) => {
        const folded = comparableName(text)
        expect(comparableName(folded)).toBe(folded)
        expect(folded).toBe(folded.trim())
      }),
      { numRuns: 500 },
    )
  })
})
