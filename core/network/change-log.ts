// The network's change log is kept for a week: an index that slept longer reads everything anew.
import type pg from 'pg'
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

/**
 * The number of the log's last change; undefined when the database does not tell it within `deadlineMs`, a free connection included. PostgreSQL's own
 * limit on a statement does not help against one that hangs, so the deadline is kept here, and a connection that missed it is not used again.
 */
export async function findLastChange(pool: pg.Pool, deadlineMs: number): Promise<number | undefined> {
  const end = performance.now() + deadlineMs
  const connecting = pool.connect().catch(() => undefined)
  const client = await Promise.race([connecting, new Promise<undefined>((resolve) => setTimeout(resolve, deadlineMs))])
  if (!client) {
    void connecting.then((late) => late?.release())
    return undefined
  }
  try {
    const left = Math.max(1, Math.ceil(end - performance.now()))
    const asked = { text: 'select seq from network_clock', query_timeout: left } as pg.QueryConfig
    const { rows } = await client.query<{ seq: number }>(asked)
    client.release()
    return rows[0]?.seq
  } catch {
    client.release(true)
    return undefined
  }
}
