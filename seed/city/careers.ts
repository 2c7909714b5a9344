// A working life that could have been: studies, then one post after another in time, each a step up, aside or away. Posts never overlap and
// never lie in the future; who studies longer starts later.
import type { Seniority } from '@entregent/lib/base/words.ts'
import type { Random } from '../random.ts'
import { type Field, fields, fieldWeights } from '../words/fields.ts'
import type { Form } from '../words/names.ts'
import type { Pair } from '../words/occasions.ts'
import { degrees, type Organizations, studies, type WorkLanguage } from '../words/organizations.ts'
import { titles } from '../words/titles.ts'
import { cityToday, type Month } from './months.ts'

export interface Post {
  readonly organization: string
  readonly field: Field
  readonly title: Pair
  readonly seniority: Seniority
  readonly from: Month
  /** The last month; null = present. */
  readonly to: Month | null
}

export interface Study {
  readonly school: string
  readonly degree: Pair
  readonly subject: Pair
  readonly from: Month
  readonly to: Month
}

export interface Life {
  /** In the order of time. */
  readonly posts: readonly Post[]
  readonly studies: readonly Study[]
}

export interface Circumstances {
  readonly form: Form
  readonly language: WorkLanguage | 'both'
  readonly organizations: Organizations
}

const ladder = ['junior', 'professional', 'senior', 'lead', 'manager', 'director', 'executive'] as const
const peakWeights = [2, 30, 30, 14, 13, 8, 3] as const
const mostPosts = 5

export function generateLife(random: Random, circumstances: Circumstances): Life {
  const field = random.weighted(fields, fieldWeights)
  const workedMonths = Math.floor(38 * 12 * random.next() ** 1.4) + 3
  const started = cityToday - workedMonths
  return {
    posts: generatePosts(random, circumstances, field, started),
    studies: generateStudies(random, circumstances, field, started),
  }
}

function generatePosts(random: Random, circumstances: Circumstances, firstField: Field, started: Month): Post[] {
  const peak = random.weighted([0, 1, 2, 3, 4, 5, 6], peakWeights)
  const pace = Math.max(1, (cityToday - started) / 12 / mostPosts) // a long life has longer posts
  const posts: Post[] = []
  let field = firstField
  let organization = pickEmployer(random, circumstances, field)
  let step = random.chance(0.15) ? 1 : 0
  let from = started
  let owner = false
  while (posts.length < mostPosts) {
    const lasts = Math.round(Math.max(6, random.logNormal(34 * Math.min(pace, 2), 0.6)))
    const last = from + lasts >= cityToday || posts.length === mostPosts - 1
    const stopped = last && random.chance(0.06)
    const to = last ? (stopped ? Math.max(from, cityToday - random.between(1, 8)) : null) : from + lasts - 1
    const intern = posts.length === 0 && step === 0 && random.chance(0.2)
    const seniority: Seniority = owner ? 'owner' : intern ? 'intern' : (ladder[step] ?? 'professional')
    posts.push({ organization, field, ...pickTitle(random, field, seniority, circumstances.form), from, to })
    if (last) break
    from += lasts + (random.chance(0.75) ? 0 : random.chance(0.7) ? random.between(1, 3) : random.between(4, 14))
    if (from >= cityToday) break
    if (step < peak && random.chance(0.65)) step++
    const stays = !owner && random.chance(0.3)
    if (!stays) {
      owner = step >= 2 && random.chance(0.08)
      if (random.chance(0.08)) field = random.weighted(fields, fieldWeights)
      organization = pickEmployer(random, circumstances, field)
    }
  }
  return posts
}

function pickEmployer(random: Random, { language, organizations }: Circumstances, field: Field): string {
  const list = organizations.employers[field][workLanguage(random, language)]
  return list[random.zipf(list.length)] as string
}

function workLanguage(random: Random, language: WorkLanguage | 'both'): WorkLanguage {
  if (language === 'both') return random.chance(0.5) ? 'fr' : 'en'
  return random.chance(0.95) ? language : language === 'fr' ? 'en' : 'fr'
}

function pickTitle(random: Random, field: Field, wanted: Seniority, form: Form): Pick<Post, 'title' | 'seniority'> {
  const known = titles[field].filter(({ seniority }) => seniority === wanted)
  const title = random.pick(known.length > 0 ? known : titles[field].filter(({ seniority }) => seniority === 'professional'))
  return { title: [title.en, title[form]], seniority: title.seniority }
}

function generateStudies(random: Random, { language, organizations }: Circumstances, field: Field, started: Month): Study[] {
  const pattern = random.weighted([[], [0], [1], [0, 1], [1, 2], [1, 2, 3]], [8, 22, 30, 12, 22, 4])
  // Studies end in May or June before the first post, and are told here from the last to the first.
  let to = Math.floor((started - 5) / 12) * 12 + random.between(4, 5)
  if (to >= started) to -= 12
  const found: Study[] = []
  for (const place of [...pattern].reverse()) {
    const [en, fr, years] = degrees[place] ?? ['', '', 3]
    const list = organizations.schools[workLanguage(random, language)]
    const from = Math.floor(to / 12) * 12 - years * 12 + 8 // September
    found.unshift({ school: list[random.zipf(list.length)] as string, degree: [en, fr], subject: studies[field], from, to })
    to = from - random.pick([3, 3, 15]) - 1
    to = Math.floor(to / 12) * 12 + 4
  }
  return found
}
