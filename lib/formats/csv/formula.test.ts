// No cell of ours runs in a spreadsheet, and reading takes back exactly what writing put there.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { neutralise, restore } from './formula.ts'

test('What would run gets an apostrophe; telephone numbers and other texts do not.', () => {
  for (const cell of ['=1+1', '+cmd|x', '-2+A1', '@SUM(A1)', '\t=1', '\rx', "'=1", '+33 6 A1']) expect(neutralise(cell)).toBe(`'${cell}`)
  for (const cell of ['', 'Zoé', "'quoted'", '+33 6 12 34 56 78', '-5', '(+33) 1', "O'Neil", "L'=x"]) expect(neutralise(cell)).toBe(cell)
})

test('Reading undoes it, for every text.', () => {
  const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...Array.from("'=+-@\t\r1a")) }))
  fc.assert(fc.property(text, (cell) => restore(neutralise(cell)) === cell))
  fc.assert(fc.property(text, (cell) => !/^[=@\t\r]/.test(neutralise(cell))))
})
