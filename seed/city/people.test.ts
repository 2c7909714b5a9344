import { expect, test } from 'vitest'
import { createRandom } from '../random.ts'
import { inventOrganizations } from '../words/organizations.ts'
import { acquaintanceOf, pastOf } from './acquaintance.ts'
import { cityToday } from './months.ts'
import { generatePerson } from './people.ts'

const organizations = inventOrganizations()
const people = Array.from({ length: 600 }, (_, index) => generatePerson('test', index, organizations))

test('a person follows from the seed and the index alone', () => {
  expect(generatePerson('test', 17, organizations)).toEqual(people[17])
  expect(generatePerson('other', 17, organizations)).not.toEqual(people[17])
})

test('careers go forward in time, without overlap, and end today at the latest', () => {
  for (const { posts, studies } of people) {
    expect(posts.length).toBeGreaterThan(0)
    for (const [place, { from, to }] of posts.entries()) {
      const next = posts[place + 1]
      expect(to ?? cityToday).toBeGreaterThanOrEqual(from)
      expect(to ?? cityToday).toBeLessThanOrEqual(cityToday)
      if (next) expect(next.from).toBeGreaterThan(to ?? cityToday)
    }
    for (const study of studies) {
      expect(study.to).toBeGreaterThan(study.from)
      expect(study.to).toBeLessThan(posts[0]?.from ?? 0)
    }
  }
})

test('a third write French, a third English, a third both, and their texts keep to it', () => {
  for (const language of ['fr', 'en', 'both'] as const) {
    const share = people.filter(({ writes }) => writes === language).length / people.length
    expect(share).toBeGreaterThan(0.25)
    expect(share).toBeLessThan(0.45)
  }
  for (const { writes, headline, summary } of people) {
    expect(headline.fr === null).toBe(writes === 'en')
    expect(headline.en === null).toBe(writes === 'fr')
    expect(`${headline.en} ${headline.fr} ${summary.en} ${summary.fr}`).not.toMatch(/undefined|[{}]/u)
  }
})

test('two people know each other by a time they spent at one place, when there is one', () => {
  const random = createRandom('acquaintance')
  const [first] = people.map(pastOf)
  const stay = { at: 'Brasserie des Essais', school: false, from: 24_000, to: 24_050 }
  const past = (from: number, to: number | null) => ({ ...first!, stays: [{ ...stay, from, to }] })
  expect(acquaintanceOf(random, past(24_000, 24_050), past(24_040, null))).toMatchObject({
    relationship: 'colleague',
    context: 'Brasserie des Essais',
    from: 24_040,
    to: 24_050,
  })
  expect(acquaintanceOf(random, past(24_000, 24_050), past(24_051, null)).context).not.toBe('Brasserie des Essais')
})
