// Do the network index and plain SQL over the rows agree on random pairs of the city? Beside any two members, a fifth as many lie within two
// steps of each other, since any two are seldom that near.

import { startNetworkIndex } from '@entregent/core/network/network-index.ts'
import { answerBySql, disagreements, type Pair } from '@entregent/core/reachability/testing/sql-oracle.ts'
import { sql } from 'kysely'
import { createRandom } from '../seed/random.ts'
import type { City, Measure } from './city.ts'

/** Compares `count` (5,000) random pairs and a fifth as many near ones, prints what was found; true when the two agree on all. */
export async function measureAgreement({ db, url, memberIds, tieCount, ties }: City, { seed, count = 5_000 }: Measure): Promise<boolean> {
  const random = createRandom(seed)
  const anyTwo: Pair[] = Array.from({ length: count }, () => ({ viewer: random.pick(memberIds), target: random.pick(memberIds) }))
  const pairs = [...anyTwo, ...(await nearPairs(db, random, memberIds, Math.ceil(count / 5)))]
  const index = startNetworkIndex(url)
  try {
    await index.caughtUp(60_000)
    if (!index.questions) throw new Error('the network index did not load')
    const answers = await answerBySql(db, pairs)
    const found = disagreements(index.questions, answers)
    for (const line of found.slice(0, 20)) console.error(line)
    const byDegree = Object.groupBy(answers, ({ degree }) => String(degree ?? 'further'))
    const degrees = Object.fromEntries(Object.entries(byDegree).map(([degree, rows]) => [degree, rows?.length ?? 0]))
    const result = { bench: 'agreement', randomPairs: count, nearPairs: pairs.length - count, degrees, disagreements: found.length }
    console.log(JSON.stringify({ ...result, members: memberIds.length, ties: tieCount, tiesFrom: ties, seed }))
    return found.length === 0
  } finally {
    await index.stop()
  }
}

// Two steps at random from somebody who has ties: over every tie there is, visible or not.
async function nearPairs(db: City['db'], random: ReturnType<typeof createRandom>, memberIds: readonly number[], count: number) {
  const { rows } = await sql<{ near: number; far: number }>`
    select low_id as near, high_id as far from connection union all select high_id, low_id from connection order by 1, 2`.execute(db)
  const neighbours = new Map<number, number[]>()
  for (const { near, far } of rows) {
    const known = neighbours.get(near)
    if (known) known.push(far)
    else neighbours.set(near, [far])
  }
  const tied = memberIds.filter((id) => neighbours.has(id))
  const step = (from: number) => random.pick(neighbours.get(from) ?? [from])
  return Array.from({ length: tied.length > 0 ? count : 0 }, (): Pair => {
    const viewer = random.pick(tied)
    return { viewer, target: random.chance(0.2) ? step(viewer) : step(step(viewer)) }
  })
}
