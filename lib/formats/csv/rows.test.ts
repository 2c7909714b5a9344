// Rows as RFC 4180 has them, and as broken files have them: nothing after a broken quote is lost.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isAppError } from '../../base/errors.ts'
import { type Delimiter, defaultLimits, type ReadLimits } from '../reading.ts'
import { type CsvRow, csvRows } from './rows.ts'

async function* pieces(text: string, size: number) {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size)
}

async function rowsOf(
  text: string,
  { size = 65_536, delimiter = ',', limits = {} }: { size?: number; delimiter?: Delimiter; limits?: Partial<ReadLimits> } = {},
) {
  const rows: CsvRow[] = []
  for await (const row of csvRows(pieces(text, size), { delimiter, limits })) rows.push(row)
  return rows
}

const cellsOf = async (text: string, options = {}) => (await rowsOf(text, options)).map((row) => row.cells)

describe('Well-formed rows', () => {
  test('Quotes, doubled quotes, delimiters and line ends inside a cell are text.', async () => {
    expect(await cellsOf('a,b\n"x, ""y""","1\r\n2"\n')).toEqual([
      ['a', 'b'],
      ['x, "y"', '1\r\n2'],
    ])
  })
  test('Line ends may be mixed, and a row tells the line it begins on.', async () => {
    expect((await rowsOf('a,b\r1,2\r\n"3\n\n3",4\n\n\n5,6')).map((row) => [row.line, row.cells.length])).toEqual([
      [1, 2],
      [2, 2],
      [3, 2],
      [8, 2],
    ])
  })
  test('Empty cells and a trailing delimiter are cells.', async () => {
    expect(await cellsOf('a;b;\n;;\n"";"x";""', { delimiter: ';' })).toEqual([
      ['a', 'b', ''],
      ['', '', ''],
      ['', 'x', ''],
    ])
  })
  test('Blanks around quotes are not text; blanks around words are.', async () => {
    expect(await cellsOf('a,b\n "x,y" , z \n')).toEqual([
      ['a', 'b'],
      ['x,y', ' z '],
    ])
  })
  test('A quote in the middle of an unquoted cell is text.', async () => {
    expect(await rowsOf('a,b\n5" disk,"ok"\n')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['5" disk', 'ok'] },
    ])
  })
  test('Whatever was written is read back, in pieces of any size.', async () => {
    const cell = fc.oneof(fc.string({ unit: fc.constantFrom(...'ab",;\n\r\t é😀\0 '.split(/(?:)/u)), maxLength: 12 }), fc.string())
    const table = fc
      .integer({ min: 2, max: 5 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 6 }))
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom(1, 2, 3, 7, 65_536), fc.constantFrom('\n', '\r\n', '\r'), async (rows, size, end) => {
        const text = rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',') + end).join('')
        expect(await rowsOf(text, { size })).toMatchObject(rows.map((cells) => ({ cells })))
        expect((await rowsOf(text, { size })).every((row) => row.fault === undefined)).toBe(true)
      }),
      { numRuns: 400 },
    )
  })
})

describe('Broken quotes', () => {
  test('Quotes that nobody doubled stay in the cell and are told.', async () => {
    expect(await rowsOf('a,b\n"Jean "Jeannot" Dupont",x\n1,2\n')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['Jean "Jeannot" Dupont', 'x'], fault: 'bad_quote' },
      { line: 3, cells: ['1', '2'] },
    ])
  })
  test('A quote never closed costs its own row, not the rows after it.', async () => {
    expect(await rowsOf('a,b,c\n"x,y,z\n"1","2","3"\n4,5,6\n')).toEqual([
      { line: 1, cells: ['a', 'b', 'c'] },
      { line: 2, cells: ['x', 'y', 'z'], fault: 'bad_quote' },
      { line: 3, cells: ['1', '2', '3'] },
      { line: 4, cells: ['4', '5', '6'] },
    ])
  })
  test('It is found when no quote follows at all, and when the next ones are in the middle of a row.', async () => {
    expect((await rowsOf('a,b\n1,"2\n3,4\n5,6\n')).map((row) => row.cells.join())).toEqual(['a,b', '1,2', '3,4', '5,6'])
    expect((await rowsOf('a,b,c\n1,"2,3\n4,"5","6"\n7,8,9\n')).map((row) => row.cells.join())).toEqual(['a,b,c', '1,2,3', '4,5,6', '7,8,9'])
  })
  test('A file that ends inside a cell of several lines is told as unfinished.', async () => {
    expect(await rowsOf('a,b\n1,"half\na note')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1', 'half\na note'], fault: 'unfinished' },
    ])
  })
  test('The rows are the same in pieces of any size, whatever the text.', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '"', '""', ',', '\n', '\r\n', ' '), maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom(1, 2, 5), async (tail, size) => {
        const whole = await rowsOf(`x,y,z\n${tail}`)
        expect(await rowsOf(`x,y,z\n${tail}`, { size })).toEqual(whole)
        expect(whole[0]?.cells).toEqual(['x', 'y', 'z'])
      }),
      { numRuns: 2000 },
    )
  })
  test('A good row after any broken line but an open quote is read.', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '"', ',', '\n'), maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(text, async (broken) => {
        const rows = await rowsOf(`x,y,z\n${broken}\n"1","2","3"\n"4","5","6"\n"7","8","9"\n`)
        expect(rows.at(-1)?.cells).toEqual(['7', '8', '9'])
      }),
      { numRuns: 2000 },
    )
  })
})

describe('Hostile rows', () => {
  const limits = { cellBytes: 1000 }
  test('A cell that is too long is told with its row, and the reading goes on.', async () => {
    const rows = await rowsOf(`a,b\n1,${'x'.repeat(2000)}\n3,4\n"5","${'y\n'.repeat(1000)}"\n7,8\n`, { limits })
    expect(rows.map((row) => [row.line, row.cells[0], row.fault])).toEqual([
      [1, 'a', undefined],
      [2, '1', 'too_large'],
      [3, '3', undefined],
      [4, '5', 'too_large'],
      [1005, '7', undefined],
    ])
  })
  test('A row that outgrows the memory is dropped as it streams by.', async () => {
    const long = 'x'.repeat(3_000_000)
    for (const size of [1000, 65_536, 8_000_000]) {
      const rows = await rowsOf(`a,b\n1,${long}\r\n3,4\r\n"5","${long}"\r\n7,8\r\n9,"${'y\n'.repeat(1_500_000)}"\r\n1,2`, { limits, size })
      expect(rows.map((row) => [row.line, row.cells[0], row.fault])).toEqual([
        [1, 'a', undefined],
        [2, '1', 'too_large'],
        [3, '3', undefined],
        [4, '5', 'too_large'],
        [5, '7', undefined],
        [6, '9', 'too_large'],
        [1_500_007, '1', undefined],
      ])
    }
  })
  test('Too many columns end the reading after the rows before them.', async () => {
    const seen: CsvRow[] = []
    const failing = async () => {
      for await (const row of csvRows(pieces(`a,b\n1,2\n${','.repeat(100_000)}\n3,4\n`, 65_536), { delimiter: ',' })) seen.push(row)
    }
    const error = await failing().catch((caught: unknown) => caught)
    expect(isAppError(error) && error.details).toEqual({ limit: 'parts', allowed: defaultLimits.parts })
    expect(seen).toHaveLength(2)
  })
  test('Quotes arranged to be read again and again take no more than one look each.', async () => {
    const hostile = [',""a\n', 'x,"a\n', 'x,"""\n', '"a,"b c,\n', '"a\n,"b"" c\n', '"\n', ',"a ""', ',"a "b "" ']
    for (const part of hostile) {
      const rows = await rowsOf(`a,b,c\n${part.repeat(40_000)}\n1,2,3\n`, { limits: { parts: 1_000_000 } })
      expect(rows.length).toBeGreaterThan(1)
    }
  })
  test('The signal ends the reading.', async () => {
    const signal = AbortSignal.abort(new Error('enough'))
    await expect(csvRows(pieces('a,b\n', 10), { delimiter: ',', signal }).next()).rejects.toThrow('enough')
  })
})
