// The network's change log is kept for a week: an index that slept longer reads everything anew.
import type { Db } from '../db/connect.ts'

const keptDays = 7

/** Deletes what is older, but never the last entry: the log must go on from there. */
export async function deleteOldChanges(db: Db, now = Date.now()): Promise<void> {
  await db
    .deleteFrom('networkChange')
    .where('changedAt', '<', new Date(now - keptDays * 86_400_000))
    .where('seq', '<', (eb) => eb.selectFrom('networkClock').select('seq'))
    .execute()
}
