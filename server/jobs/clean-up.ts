// What time makes worthless goes: spent links, ended sessions, old counters, the part of the change log that every index has read.
import type { Db } from '@entregent/core/db/connect.ts'
import { deleteExpired } from '@entregent/core/members/expired.ts'
import { deleteOldChanges } from '@entregent/core/network/change-log.ts'
import { deleteSpentActLinks } from '@entregent/core/notifications/act-links.ts'
import { sql } from 'kysely'

const lockKey = 7_310_442_003

/** Cleans up once an hour, on one server at a time. Gives a function that stops it. */
export function startCleanUp(db: Db, onError: (error: unknown) => void, everyMs = 3_600_000): () => void {
  const timer = setInterval(() => void cleanUp(db).catch(onError), everyMs)
  return () => clearInterval(timer)
}

/** One round. Gives false when another server is at it. */
export async function cleanUp(db: Db): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${lockKey}) as mine`.execute(tx)
    if (!rows[0]?.mine) return false
    await deleteExpired(tx)
    await deleteSpentActLinks(tx)
    await deleteOldChanges(tx)
    return true
  })
}
