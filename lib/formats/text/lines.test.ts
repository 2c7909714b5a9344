// Lines are lines whatever ends them and wherever the pieces are cut.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitLines } from './lines.ts'

async function* pieces(text: string, size: number) {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size)
}

async function linesOf(text: string, size = 1000, cellBytes = 1000) {
  const lines: string[] = []
  for await (const { line, text: found, isCut } of splitLines(pieces(text, size), { limits: { cellBytes } })) {
    lines.push(`${line} ${found}${isCut ? '…' : ''}`)
  }
  return lines
}

test('The three line ends may be mixed.', async () => {
  expect(await linesOf('a\nb\r\nc\rd\r\r\n\ne')).toEqual(['1 a', '2 b', '3 c', '4 d', '5 ', '6 ', '7 e'])
  expect(await linesOf('')).toEqual([])
  expect(await linesOf('\n')).toEqual(['1 '])
})

test('Pieces of any size give the same lines.', async () => {
  const text = fc.string({ unit: fc.constantFrom('a', '\n', '\r', '\r\n'), maxLength: 30 })
  await fc.assert(
    fc.asyncProperty(text, fc.integer({ min: 1, max: 4 }), async (whole, size) => {
      expect(await linesOf(whole, size)).toEqual(await linesOf(whole))
    }),
  )
})

test('A line beyond the limit is cut and says so; the next one is whole.', async () => {
  expect(await linesOf(`${'x'.repeat(12)}\nab\n${'y'.repeat(10)}`, 3, 10)).toEqual([`1 ${'x'.repeat(10)}…`, '2 ab', `3 ${'y'.repeat(10)}`])
})
