import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createRandom } from '../random.ts'
import { generateTies, readTies, type Ties } from './ties.ts'

const members = 5_000
const make = (seed: string) => generateTies(createRandom(seed), members, (kind, index) => (kind === 'school' ? undefined : index % 40))

function degrees({ low, high }: Ties): number[] {
  const counts = new Array<number>(members).fill(0)
  for (const index of [...low, ...high]) counts[index] = (counts[index] ?? 0) + 1
  return counts.sort((a, b) => a - b)
}

test('ties follow from the seed; none is a loop, none is there twice, all ends exist', () => {
  const ties = make('ties')
  expect(ties).toEqual(make('ties'))
  const keys = Array.from(ties.low, (low, place) => `${low},${ties.high[place]}`)
  expect(new Set(keys).size).toBe(keys.length)
  expect(Array.from(ties.low).every((low, place) => low < (ties.high[place] ?? 0))).toBe(true)
  expect(Math.max(...ties.high)).toBeLessThan(members)
})

test('degrees are log-normal with hubs: mean about 15, median well below, a few far above', () => {
  const sorted = degrees(make('degrees'))
  const mean = sorted.reduce((sum, degree) => sum + degree, 0) / members
  expect(mean).toBeGreaterThan(12)
  expect(mean).toBeLessThan(20)
  expect(sorted[members / 2]).toBeLessThan(10)
  expect(sorted.at(-1)).toBeGreaterThan(200)
})

test('a file of ties is read whatever its line ends, order and doubles; strangers are left out', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'entregent-ties-'))
  const path = join(folder, 'ties.csv')
  await writeFile(path, '3,1\r\n0,2\r\n1,3\n2,2\n9,1\n\n1,2')
  const ties = await readTies(path, 4)
  await rm(folder, { recursive: true })
  expect(Array.from(ties.low, (low, place) => [low, ties.high[place]])).toEqual([
    [0, 2],
    [1, 2],
    [1, 3],
  ])
})
