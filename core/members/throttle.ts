// Limits of attempts, kept in the database: every server counts the same, and a restart forgets nothing.
// A window is four buckets; the current bucket and the four before it count together, so no moment's window ever holds more than `max`.
// An attempt that is refused does not count: whoever keeps hammering does not lengthen anybody's wait.
import { AppError } from '@entregent/lib/base/errors.ts'
import { sql } from 'kysely'
import type { Db } from '../db/connect.ts'

export interface Limit {
  /** What is counted, e.g. `sign-in:net:203.0.113.0/24`. Never an address or a name in clear. */
  readonly key: string
  readonly max: number
  readonly windowSeconds: number
}

const bucketsPerWindow = 4

/**
 * Counts one attempt under each limit in one statement; gives undefined when all of them allow it, else the longest wait in seconds.
 * Racing attempts never get more than `max` through: the row of the current bucket is the lock.
 */
export async function countAttempt(db: Db, limits: readonly Limit[], now = Date.now()): Promise<number | undefined> {
  const asked = limits.map(({ key, max, windowSeconds }) => {
    const bucketMs = (windowSeconds * 1000) / bucketsPerWindow
    const start = Math.floor(now / bucketMs) * bucketMs
    return { key: `${key}:${windowSeconds}`, max, start, since: start - bucketsPerWindow * bucketMs, bucketMs }
  })
  const { rows } = await sql<{ key: string }>`
    with asked as (
      select * from unnest(
        ${asked.map(({ key }) => key)}::text[],
        ${asked.map(({ max }) => max)}::integer[],
        ${asked.map(({ start }) => new Date(start))}::timestamptz[],
        ${asked.map(({ since }) => new Date(since))}::timestamptz[]
      ) as asked (key, max, start, since)
    ),
    room as (
      select asked.key, asked.start, asked.max - coalesce(sum(throttle.hits), 0) as left_over
      from asked
      left join throttle on throttle.key = asked.key and throttle.window_start >= asked.since and throttle.window_start < asked.start
      group by asked.key, asked.start, asked.max
    )
    insert into throttle as counted (key, window_start, hits)
    select key, start, 1 from room where left_over > 0 order by key
    on conflict (key, window_start) do update set hits = counted.hits + 1
      where counted.hits < (select left_over from room where room.key = counted.key)
    returning key
  `.execute(db)
  const allowed = new Set(rows.map(({ key }) => key))
  const refused = asked.filter(({ key }) => !allowed.has(key))
  if (refused.length === 0) return undefined
  return Math.max(...refused.map(({ start, bucketMs }) => Math.ceil((start + bucketMs - now) / 1000)))
}

/** Counts one attempt; fails with `too_many_requests` when a limit is reached. */
export async function allowAttempt(db: Db, limits: readonly Limit[]): Promise<void> {
  const retryAfterSeconds = await countAttempt(db, limits)
  if (retryAfterSeconds !== undefined) throw new AppError('too_many_requests', { retryAfterSeconds })
}

/** Forgets what was counted under these limits: the attempt had a right to be made. */
export async function forgetAttempts(db: Db, limits: readonly Limit[]): Promise<void> {
  const keys = limits.map(({ key, windowSeconds }) => `${key}:${windowSeconds}`)
  await db.deleteFrom('throttle').where('key', 'in', keys).execute()
}
