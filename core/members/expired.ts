// What is over is deleted: counters, links and sessions that nobody can use any more.
import type { Db } from '../db/connect.ts'

/** Deletes expired sessions, links a day after their end, and counters older than two days. Run it now and then, on any server. */
export async function deleteExpired(db: Db): Promise<void> {
  const now = Date.now()
  await db.deleteFrom('session').where('expiresAt', '<', new Date(now)).execute()
  await db
    .deleteFrom('mailLink')
    .where('expiresAt', '<', new Date(now - 86_400_000))
    .execute()
  await db
    .deleteFrom('throttle')
    .where('windowStart', '<', new Date(now - 2 * 86_400_000))
    .execute()
}
