// What a member may be reached for, and by which way. A purpose that they never spoke of takes introductions.
import { type Purpose, purposes, type ReachWay } from '@entregent/lib/base/words.ts'
import type { Db } from '../db/connect.ts'

export interface ReachChoice {
  readonly purpose: Purpose
  readonly way: ReachWay
}

/** Each purpose with the way that this member chose, in the order of the closed list. */
export async function listReach(db: Db, target: { readonly id: number }): Promise<ReachChoice[]> {
  const rows = await db.selectFrom('reachPreference').select(['purpose', 'way']).where('memberId', '=', target.id).execute()
  const chosen = new Map<Purpose, ReachWay>(rows.map(({ purpose, way }) => [purpose, way]))
  return purposes.map((purpose) => ({ purpose, way: chosen.get(purpose) ?? 'introduction' }))
}

/** The way that this member chose for one purpose. */
export async function readReachWay(db: Db, targetId: number, purpose: Purpose): Promise<ReachWay> {
  const row = await db
    .selectFrom('reachPreference')
    .select('way')
    .where('memberId', '=', targetId)
    .where('purpose', '=', purpose)
    .executeTakeFirst()
  return row?.way ?? 'introduction'
}
