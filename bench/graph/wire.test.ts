// The made network is the same to the bit on every machine, and has the shape that its makers say.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { exactExp, exactLog } from './exact.ts'
import { openMade, writeMade } from './file.ts'
import { choosePairs } from './pairs.ts'
import { shownOf, tiePieces } from './ties.ts'

const folder = mkdtempSync(join(tmpdir(), 'made-network-'))
afterAll(() => rmSync(folder, { recursive: true }))

function make(members: number, seed: number) {
  const file = join(folder, `${members}-${seed}`)
  writeMade(file, members, seed)
  return openMade(file)
}

describe('a made network', () => {
  const made = make(3_000, 1)
  const ties = [...tiePieces({ made, isPrivate: true })].flatMap(({ count, lowIds, highIds }) =>
    Array.from({ length: count }, (_, at) => ({ low: lowIds[at] as number, high: highIds[at] as number })),
  )

  it('is the same to the bit for the same seed, and another for another.', () => {
    expect({ ties: made.ties, checksum: made.checksum.toString(16) }).toEqual({ ties: 48_762, checksum: 'fc63c03' })
    expect(make(3_000, 2).checksum).not.toBe(made.checksum)
  })

  it('ties each two at most once, the lower end first, in ascending order.', () => {
    const keys = ties.map(({ low, high }) => low * 10_000 + high)
    expect(keys).toEqual([...new Set(keys)].sort((a, b) => a - b))
    expect(ties.every(({ low, high }) => low >= 1 && low < high && high <= 3_000)).toBe(true)
  })

  it('shows nine members in ten and hides three ties in a hundred.', () => {
    const shown = shownOf({ made, isPrivate: true }).reduce((sum, one) => sum + one, 0)
    const hidden = [...tiePieces({ made, isPrivate: true })].reduce(
      (sum, piece) => sum + piece.hidden.subarray(0, piece.count).reduce((all, one) => all + one, 0),
      0,
    )
    expect(shown / made.members).toBeCloseTo(0.9, 1)
    expect(hidden / made.ties).toBeCloseTo(0.03, 2)
    expect(shownOf({ made, isPrivate: false }).every((one) => one === 1)).toBe(true)
  })

  it('gives the members of a skill in ascending order, each once, and the commonest skill most.', () => {
    const starts = made.words('skillStarts')
    const sizes = Array.from({ length: starts.length - 1 }, (_, skill) => (starts[skill + 1] as number) - (starts[skill] as number))
    const first = [...made.words('skillMembers', 0, sizes[0])]
    expect(first).toEqual([...new Set(first)].sort((a, b) => a - b))
    expect(Math.max(...sizes)).toBe(sizes[0])
  })

  it('refuses a file that is not one.', () => {
    expect(() => openMade(import.meta.filename)).toThrow('is not a made network')
  })
})

describe('the pairs asked about', () => {
  const made = make(3_000, 1)
  const sets = choosePairs(made, 1, 200, 100)

  it('are as many as asked, of two different members each.', () => {
    for (const { pairs, warm } of Object.values(sets)) {
      expect([pairs.viewers.length, warm.viewers.length]).toEqual([200, 100])
      expect([...pairs.viewers].every((viewer, at) => viewer !== pairs.targets[at])).toBe(true)
    }
  })

  it('have more ties in the log-uniform set than in the uniform one.', () => {
    const degrees = new Uint32Array(made.members + 1)
    for (const { count, lowIds, highIds } of tiePieces({ made, isPrivate: true })) {
      for (const id of [...lowIds.subarray(0, count), ...highIds.subarray(0, count)]) degrees[id] = (degrees[id] as number) + 1
    }
    const most = (viewers: Uint32Array) => Math.max(...Array.from(viewers, (viewer) => degrees[viewer] as number))
    expect(most(sets.L.pairs.viewers)).toBeGreaterThan(0.9 * degrees.reduce((highest, one) => Math.max(highest, one), 0))
    expect(most(sets.L.pairs.viewers)).toBeGreaterThan(most(sets.U.pairs.viewers))
  })
})

describe('exact logarithms and powers', () => {
  it('are those of the engine to twelve digits.', () => {
    for (const value of [1e-9, 0.1, 0.5, 1, 1.5, 2, 10, 12_345.678]) {
      expect(exactLog(value)).toBeCloseTo(Math.log(value), 12)
      expect(exactExp(Math.log(value)) / value).toBeCloseTo(1, 12)
    }
  })
})
