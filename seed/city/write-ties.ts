// The ties of the city into the database, each with how its two people know each other.
import { sharedStrength } from '@entregent/lib/policy/tie-strength.ts'
import type pg from 'pg'
import { insertRows } from '../insert-rows.ts'
import type { Random } from '../random.ts'
import { acquaintanceOf, type Past } from './acquaintance.ts'
import { dateOf } from './months.ts'
import type { Ties } from './ties.ts'

const hiddenShare = 0.02
const batchTies = 20_000
const columns = {
  low_id: 'int',
  high_id: 'int',
  relationship: 'text',
  stated_by: 'int',
  context: 'text',
  started_on: 'date',
  ended_on: 'date',
  low_strength: 'int2',
  high_strength: 'int2',
  hidden_by_low: 'bool',
  hidden_by_high: 'bool',
  shared_strength: 'int2',
  connected_at: 'timestamptz',
} as const

/** Writes the ties; the member of index 0 is the one after `afterMember`. */
export async function writeTies(
  client: pg.ClientBase,
  random: Random,
  ties: Ties,
  pasts: readonly Past[],
  afterMember: number,
): Promise<void> {
  const at = new Date()
  for (let start = 0; start < ties.low.length; start += batchTies) {
    const count = Math.min(batchTies, ties.low.length - start)
    const rows = Array.from({ length: count }, (_, place) =>
      tieRow(random, ties.low[start + place] as number, ties.high[start + place] as number, pasts, afterMember, at),
    )
    await insertRows(client, 'connection', columns, rows)
  }
}

function tieRow(random: Random, low: number, high: number, pasts: readonly Past[], afterMember: number, at: Date) {
  const lowStates = random.chance(0.5)
  const [first, second] = (lowStates ? [pasts[low], pasts[high]] : [pasts[high], pasts[low]]) as [Past, Past]
  const { relationship, context, from, to, strengthOfFirst, strengthOfSecond } = acquaintanceOf(random, first, second)
  const startedOn = from === null ? null : dateOf(from)
  const endedOn = to === null ? null : dateOf(to)
  const connectedDaysAgo = random.next() * Math.min(first.joinedDaysAgo, second.joinedDaysAgo)
  return {
    low_id: afterMember + low + 1,
    high_id: afterMember + high + 1,
    relationship,
    stated_by: afterMember + (lowStates ? low : high) + 1,
    context,
    started_on: startedOn,
    ended_on: endedOn,
    low_strength: lowStates ? strengthOfFirst : strengthOfSecond,
    high_strength: lowStates ? strengthOfSecond : strengthOfFirst,
    hidden_by_low: random.chance(hiddenShare),
    hidden_by_high: random.chance(hiddenShare),
    shared_strength: sharedStrength({ relationship, startedOn, endedOn, at }),
    connected_at: new Date(at.getTime() - connectedDaysAgo * 86_400_000).toISOString(),
  }
}
