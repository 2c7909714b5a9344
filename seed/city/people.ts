// The members of the city. A person follows from the seed and their index alone: a larger city has the same first members.
// A third write French only, a third English only, a third both.
import type { BilingualText, Locale } from '@entregent/lib/base/locale.ts'
import { slug } from '@entregent/lib/base/text.ts'
import type { FindableBy, LanguageLevel, Purpose, ReachWay } from '@entregent/lib/base/words.ts'
import { purposes } from '@entregent/lib/base/words.ts'
import { createRandom, type Random } from '../random.ts'
import { fieldNames } from '../words/fields.ts'
import { type Form, familyNames, givenNames, type Origin, origins } from '../words/names.ts'
import { type Pair, summaries, wishes } from '../words/occasions.ts'
import type { Organizations } from '../words/organizations.ts'
import { type Town, towns } from '../words/places.ts'
import { generalSkills, skills } from '../words/skills.ts'
import { generateLife, type Life, type Post } from './careers.ts'
import { cityToday } from './months.ts'

export interface Person extends Life {
  readonly handle: string
  readonly givenName: string
  readonly familyName: string
  readonly locale: Locale
  /** The languages that the profile is written in. */
  readonly writes: Locale | 'both'
  readonly headline: BilingualText
  readonly summary: BilingualText
  readonly town: Town
  readonly skills: readonly Pair[]
  readonly languages: readonly { readonly language: string; readonly level: LanguageLevel }[]
  readonly link: string | null
  readonly findableBy: FindableBy
  readonly showsConnections: boolean
  readonly reach: readonly { readonly purpose: Purpose; readonly way: ReachWay }[]
  readonly joinedDaysAgo: number
}

const townWeights = towns.map(({ weight }) => weight)
const originWeights = { fr: [70, 6, 9, 5, 6, 4], en: [8, 58, 6, 14, 7, 7], both: [44, 24, 10, 9, 7, 6] } as const
const writesWeights = { fr: [58, 8, 34], en: [5, 75, 20], both: [27, 28, 45] } as const // fr, en, both
const otherLanguages: Readonly<Record<Origin, readonly string[]>> = {
  french: ['es', 'de', 'it'],
  english: ['es', 'de', 'gd'],
  african: ['ar', 'wo', 'sw'],
  asian: ['zh', 'vi', 'hi', 'ja'],
  latin: ['es', 'pt', 'it'],
  eastern: ['ru', 'pl', 'ro', 'uk'],
}

/** The member of this index, from 0, in the city of this seed. */
export function generatePerson(seed: string, index: number, organizations: Organizations): Person {
  const random = createRandom(`${seed}/person/${index}`)
  const town = random.weighted(towns, townWeights)
  const origin = random.weighted(origins, originWeights[town.language])
  const form: Form = random.chance(0.5) ? 'feminine' : 'masculine'
  const writes = random.weighted(['fr', 'en', 'both'] as const, writesWeights[town.language])
  const locale: Locale = writes === 'both' ? (random.chance(town.language === 'en' ? 0.2 : 0.6) ? 'fr' : 'en') : writes
  const life = generateLife(random, { form, language: writes, organizations })
  const givenName = random.pick(givenNames[origin][form])
  const familyName = random.pick(familyNames[origin])
  const known = pickSkills(random, life.posts)
  const inBoth = (pair: Pair | undefined): BilingualText => ({
    en: pair && writes !== 'fr' ? pair[0] : null,
    fr: pair && writes !== 'en' ? pair[1] : null,
  })
  return {
    ...life,
    handle: `${slug(`${givenName} ${familyName}`)}-${index + 1}`,
    givenName,
    familyName,
    locale,
    writes,
    headline: inBoth(headlineOf(random, life.posts, known)),
    summary: inBoth(random.chance(0.25) ? summaryOf(random, life.posts, known) : undefined),
    town,
    skills: known,
    languages: pickLanguages(random, locale, writes === 'both', origin),
    link: random.chance(0.2) ? `https://${slug(`${givenName} ${familyName}`)}.example/` : null,
    findableBy: random.weighted(['members', 'anyone', 'second_degree', 'nobody'] as const, [55, 27, 14, 4]),
    showsConnections: random.chance(0.9),
    reach: random.chance(0.35) ? pickReach(random) : [],
    joinedDaysAgo: Math.floor(1000 * random.next() ** 1.5) + 1,
  }
}

function headlineOf(random: Random, posts: readonly Post[], known: readonly Pair[]): Pair {
  const last = posts.at(-1) as Post
  const [first, second] = known
  const style = random.below(10)
  if (style < 5 && last.to === null) return [`${last.title[0]}, ${last.organization}`, `${last.title[1]}, ${last.organization}`]
  if (style < 8 && first && second) {
    return [`${last.title[0]} · ${first[0]}, ${lowerFirst(second[0])}`, `${last.title[1]} · ${first[1]}, ${lowerFirst(second[1])}`]
  }
  const wish = random.pick(wishes)
  return style === 8 ? [`${last.title[0]} · ${wish[0]}`, `${last.title[1]} · ${wish[1]}`] : last.title
}

function summaryOf(random: Random, posts: readonly Post[], known: readonly Pair[]): Pair {
  const template = random.pick(summaries)
  const years = Math.max(2, Math.floor((cityToday - (posts[0] as Post).from) / 12))
  const fill = (place: 0 | 1) =>
    template[place]
      .replace('{years}', String(years))
      .replace('{field}', fieldNames[(posts.at(-1) as Post).field][place])
      .replace('{skill}', lowerFirst((known[0] as Pair)[place]))
      .replace('{other}', lowerFirst((known[1] as Pair)[place]))
  return [fill(0), fill(1)]
}

// "Python programming" keeps its capital, "Secure payments" does not.
function lowerFirst(text: string): string {
  return /^(?:TypeScript|Python|French)/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1)
}

function pickSkills(random: Random, posts: readonly Post[]): Pair[] {
  const now = skills[(posts.at(-1) as Post).field]
  const before = posts.flatMap(({ field }) => skills[field])
  const count = random.between(3, 5)
  return [
    ...new Set([...random.sample(now, count), ...random.sample(before, random.below(2)), ...random.sample(generalSkills, random.below(3))]),
  ]
}

function pickLanguages(random: Random, locale: Locale, both: boolean, origin: Origin): Person['languages'] {
  const found: { language: string; level: LanguageLevel }[] = [{ language: locale, level: random.chance(0.85) ? 'native' : 'fluent' }]
  const other = locale === 'fr' ? 'en' : 'fr'
  if (both) found.push({ language: other, level: random.chance(0.7) ? 'fluent' : 'working' })
  else if (random.chance(0.5)) found.push({ language: other, level: random.chance(0.5) ? 'basic' : 'working' })
  const third = origin === 'french' || origin === 'english' ? 0.12 : 0.6
  if (random.chance(third)) found.push({ language: random.pick(otherLanguages[origin]), level: third > 0.5 ? 'fluent' : 'basic' })
  return found
}

function pickReach(random: Random): Person['reach'] {
  return random.sample(purposes, random.between(1, 3)).map((purpose) => ({ purpose, way: random.chance(0.6) ? 'direct' : 'never' }))
}
