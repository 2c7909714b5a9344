// The circles that people of the city move in: who was at the same employer or school in the same years, who lives in the same town.
import type { Random } from '../random.ts'
import type { Past } from './acquaintance.ts'
import { cityToday } from './months.ts'
import type { Community } from './ties.ts'

const eraMonths = 48

/** Gives the number of a circle for one tie of this person's: one of their employers or schools at some time of their stay, or their town. */
export function circles(random: Random, pasts: readonly Past[]): (kind: Community, index: number) => number | undefined {
  const numbers = new Map<string, number>()
  const numberOf = (name: string) => {
    const known = numbers.get(name)
    if (known !== undefined) return known
    numbers.set(name, numbers.size)
    return numbers.size - 1
  }
  return (kind, index) => {
    const past = pasts[index] as Past
    if (kind === 'town') return numberOf(past.town)
    const stays = past.stays.filter(({ school }) => school === (kind === 'school'))
    if (stays.length === 0) return undefined
    const stay = random.pick(stays)
    const month = random.between(stay.from, stay.to ?? cityToday)
    return numberOf(`${stay.at}/${Math.floor(month / eraMonths)}`)
  }
}
