// How two people of the city know each other: by a time they spent at one employer or school, when there is one; or else they met somewhere.
import type { Relationship, Strength } from '@entregent/lib/base/words.ts'
import type { Random } from '../random.ts'
import { events } from '../words/occasions.ts'
import { cityToday, type Month } from './months.ts'
import type { Person } from './people.ts'

/** What is kept of a person to relate them to others: the times spent somewhere. */
export interface Past {
  readonly stays: readonly Stay[]
  readonly town: string
  readonly joinedDaysAgo: number
  readonly french: boolean
}

interface Stay {
  readonly at: string
  readonly school: boolean
  readonly from: Month
  /** The last month; null = present. */
  readonly to: Month | null
}

export interface Acquaintance {
  readonly relationship: Relationship
  readonly context: string | null
  readonly from: Month | null
  readonly to: Month | null
  readonly strengthOfFirst: Strength | null
  readonly strengthOfSecond: Strength | null
}

/** Keeps of a person what relates them to others. */
export function pastOf(person: Person): Past {
  const posts = person.posts.map(({ organization, from, to }) => ({ at: organization, school: false, from, to }))
  const studies = person.studies.map(({ school, from, to }) => ({ at: school, school: true, from, to }))
  return {
    stays: [...posts, ...studies],
    town: person.town.name,
    joinedDaysAgo: person.joinedDaysAgo,
    french: person.locale === 'fr',
  }
}

/** What the first of the two states about the second. */
export function acquaintanceOf(random: Random, first: Past, second: Past): Acquaintance {
  const overlap = longestOverlap(first, second)
  const known = overlap
    ? {
        relationship: overlap.school ? ('classmate' as const) : ('colleague' as const),
        context: overlap.at,
        from: overlap.from,
        to: overlap.to,
      }
    : met(random, first)
  return { ...known, strengthOfFirst: strength(random, overlap), strengthOfSecond: strength(random, overlap) }
}

function met(random: Random, first: Past) {
  const relationship = random.weighted(['met_at', 'friend', 'client', 'supplier', 'colleague', 'other'] as const, [40, 20, 13, 13, 8, 6])
  const from = cityToday - random.between(1, 96)
  const lasting = relationship === 'client' || relationship === 'supplier'
  return {
    relationship,
    context: relationship === 'met_at' ? random.pick(events)[first.french ? 1 : 0] : null,
    from: relationship === 'met_at' || lasting ? from : null,
    to: relationship === 'met_at' ? from : lasting && random.chance(0.5) ? Math.min(cityToday, from + random.between(3, 60)) : null,
  }
}

/** The longest time that both spent at one place; undefined when there is none. */
function longestOverlap(first: Past, second: Past): Stay | undefined {
  let best: Stay | undefined
  for (const a of first.stays) {
    for (const b of second.stays) {
      if (a.at !== b.at) continue
      const from = Math.max(a.from, b.from)
      const to = a.to === null ? b.to : b.to === null ? a.to : Math.min(a.to, b.to)
      if ((to ?? cityToday) < from) continue
      if (!best || (to ?? cityToday) - from > (best.to ?? cityToday) - best.from) best = { at: a.at, school: a.school, from, to }
    }
  }
  return best
}

function strength(random: Random, overlap: Stay | undefined): Strength | null {
  if (random.chance(0.5)) return null
  const long = overlap !== undefined && (overlap.to ?? cityToday) - overlap.from >= 24
  return random.weighted([1, 2, 3] as const, long ? [10, 45, 45] : [40, 45, 15])
}
