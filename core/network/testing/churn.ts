// Members who connect, hide, show and part at random: what the tests of the network index follow.
import type { Db } from '../../db/connect.ts'
import { addMember } from '../../db/testing/people.ts'

export async function addPeople(db: Db, count: number): Promise<number[]> {
  const people: number[] = []
  for (let i = 0; i < count; i++) people.push(await addMember(db))
  return people
}

/** So many acts, the same at each run for the same writer. */
export async function churn(db: Db, people: readonly number[], writer: number, rounds: number): Promise<void> {
  let state = writer * 7_919 + 1
  const next = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
  for (let round = 0; round < rounds; round++) {
    const [a, b] = [people[next(people.length)] as number, people[next(people.length)] as number]
    const [low, high] = [Math.min(a, b), Math.max(a, b)]
    const act = next(10)
    if (act === 0)
      await db
        .updateTable('member')
        .set({ showsConnections: next(3) > 0 })
        .where('id', '=', a)
        .execute()
    else if (a === b) continue
    else if (act < 4) await db.deleteFrom('connection').where('lowId', '=', low).where('highId', '=', high).execute()
    else if (act < 6)
      await db
        .updateTable('connection')
        .set({ hiddenByHigh: next(2) === 0 })
        .where('lowId', '=', low)
        .where('highId', '=', high)
        .execute()
    else
      await db
        .insertInto('connection')
        .values({ lowId: low, highId: high, relationship: 'colleague', statedBy: low, sharedStrength: 1 + next(15) })
        .onConflict((conflict) => conflict.columns(['lowId', 'highId']).doUpdateSet({ sharedStrength: 1 + next(15) }))
        .execute()
  }
}
