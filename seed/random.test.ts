import { expect, test } from 'vitest'
import { createRandom } from './random.ts'

const many = <Item>(make: () => Item) => Array.from({ length: 20_000 }, make)
const mean = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length

test('the same seed gives the same numbers, another seed gives others', () => {
  const draw = (seed: string) => many(createRandom(seed).next).slice(0, 100)
  expect(draw('a')).toEqual(draw('a'))
  expect(draw('a')).not.toEqual(draw('b'))
})

test('numbers spread evenly over their range', () => {
  const random = createRandom('even')
  const numbers = many(random.next)
  expect(mean(numbers)).toBeCloseTo(0.5, 1)
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0)
  expect(Math.max(...numbers)).toBeLessThan(1)
  expect(new Set(many(() => random.between(3, 5)))).toEqual(new Set([3, 4, 5]))
})

test('a log-normal draw has the mean that was asked for, and its median lies below', () => {
  const random = createRandom('log-normal')
  const numbers = many(() => random.logNormal(15, 0.8)).sort((a, b) => a - b)
  expect(mean(numbers)).toBeGreaterThan(14)
  expect(mean(numbers)).toBeLessThan(16)
  expect(numbers[10_000]).toBeLessThan(12)
})

test('zipf prefers the first, and stays within its bound', () => {
  const random = createRandom('zipf')
  const ranks = many(() => random.zipf(48))
  expect(Math.max(...ranks)).toBeLessThan(48)
  expect(ranks.filter((rank) => rank === 0).length).toBeGreaterThan(ranks.filter((rank) => rank === 1).length)
})

test('weights decide how often, and a shuffle loses nobody', () => {
  const random = createRandom('weights')
  const picked = many(() => random.weighted(['often', 'seldom', 'never'], [9, 1, 0]))
  expect(picked.filter((word) => word === 'often').length / picked.length).toBeCloseTo(0.9, 1)
  expect(picked).not.toContain('never')
  expect(random.shuffle([1, 2, 3, 4, 5]).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5])
})
