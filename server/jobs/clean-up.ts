// What time makes worthless goes: spent links, ended sessions, old counters, hopeless jobs, the part of the change log that every index has read.
import type { Db } from '@entregent/core/db/connect.ts'
import { closeOverdueIntroductions } from '@entregent/core/introductions/answer.ts'
import { deleteExpired } from '@entregent/core/members/expired.ts'
import { deleteOldChanges } from '@entregent/core/network/change-log.ts'
import { deleteSpentActLinks } from '@entregent/core/notifications/act-links.ts'
import { deleteOldMailLog } from '@entregent/core/notifications/mail-log.ts'
import { deleteDeadJobs } from '@entregent/core/outbox/runner.ts'
import { deleteUnusedWords } from '@entregent/core/search/unused-words.ts'
import { sql } from 'kysely'

const lockKey = 7_310_442_003
const deadJobDays = 30

/** Cleans up a minute after the start and then once an hour, on one server at a time. Gives a function that stops it, after the round under way. */
export function startCleanUp(db: Db, onError: (error: unknown) => void, everyMs = 3_600_000): () => Promise<void> {
  let round: Promise<unknown> = Promise.resolve()
  const start = () => {
    round = cleanUp(db).catch(onError)
  }
  const first = setTimeout(start, Math.min(60_000, everyMs))
  const timer = setInterval(start, everyMs)
  return async () => {
    clearTimeout(first)
    clearInterval(timer)
    await round
  }
}

/** One round. Gives false when another server is at it. */
export async function cleanUp(db: Db): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${lockKey}) as mine`.execute(tx)
    if (!rows[0]?.mine) return false
    await deleteExpired(tx)
    await deleteSpentActLinks(tx)
    await deleteOldMailLog(tx)
    await deleteDeadJobs(tx, new Date(Date.now() - deadJobDays * 86_400_000))
    await deleteOldChanges(tx)
    await deleteUnusedWords(tx)
    await closeOverdueIntroductions(tx)
    return true
  })
}
