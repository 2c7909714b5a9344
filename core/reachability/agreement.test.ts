// The network index and plain SQL over the rows, on a small dense network in which ties are hidden and people do not show theirs.
import { describe, expect, it } from 'vitest'
import { useTestDatabase } from '../db/testing/test-database.ts'
import { startNetworkIndex } from '../network/network-index.ts'
import { answerBySql, disagreements, type Pair } from './testing/sql-oracle.ts'

// Numbers that are the same at each run (mulberry32).
let state = 20_250
function below(limit: number): number {
  state = (state + 0x6d2b79f5) | 0
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
}

describe('the network index', () => {
  const database = useTestDatabase()

  it('says of 500 pairs among 300 members what plain SQL says', async () => {
    const { db, url } = database
    const members = await db
      .insertInto('member')
      .values(
        Array.from({ length: 300 }, (_, place) => ({
          handle: `m${place}`,
          email: `m${place}@example.org`,
          emailKey: `m${place}@example.org`,
          givenName: 'Member',
          familyName: String(place),
          locale: 'en' as const,
          findableBy: 'members' as const,
          showsConnections: [true, true, true, true, false, null][below(6)] ?? null,
        })),
      )
      .returning('id')
      .execute()
    const someone = () => members[below(members.length)]?.id ?? 0
    const ties = new Map<string, { lowId: number; highId: number }>()
    while (ties.size < 600) {
      const [a, b] = [someone(), someone()]
      if (a !== b) ties.set(`${Math.min(a, b)}-${Math.max(a, b)}`, { lowId: Math.min(a, b), highId: Math.max(a, b) })
    }
    await db
      .insertInto('connection')
      .values(
        [...ties.values()].map((tie) => ({
          ...tie,
          relationship: 'other' as const,
          statedBy: tie.lowId,
          sharedStrength: 1 + below(15),
          lowStrength: below(4) || null,
          highStrength: below(4) || null,
          hiddenByLow: below(8) === 0,
          hiddenByHigh: below(8) === 0,
        })),
      )
      .execute()
    const pairs: Pair[] = Array.from({ length: 500 }, () => ({ viewer: someone(), target: someone() }))

    const index = startNetworkIndex(url)
    try {
      await index.caughtUp()
      const answers = await answerBySql(db, pairs)
      expect(answers.map(({ viewer, target }) => ({ viewer, target }))).toEqual(pairs)
      // The pairs try every case, or the agreement would say little.
      expect(new Set(answers.map(({ degree }) => degree))).toEqual(new Set([0, 1, 2, 3, null]))
      expect(index.questions && disagreements(index.questions, answers)).toEqual([])

      // And it is seen when they differ.
      const tied = answers.find(({ degree }) => degree === 1)
      const [lowId, highId] = [tied?.viewer ?? 0, tied?.target ?? 0].sort((a, b) => a - b) as [number, number]
      await db.deleteFrom('connection').where('lowId', '=', lowId).where('highId', '=', highId).execute()
      await index.caughtUp()
      expect(index.questions && disagreements(index.questions, answers)).not.toEqual([])
    } finally {
      await index.stop()
    }
  })
})
