// Live updates through the database, so that every server hears them: whoever has a page open asks again for what changed. A
// notification tells only whom and what kind of thing, never the thing; it leaves with the caller's transaction.
import { sql } from 'kysely'
import type { Db } from './connect.ts'

/** `session`: one of the member's sessions has ended, and its pages hear no more (server/live.ts looks which). */
export type LiveTopic = 'today' | 'conversation' | 'session'

/** Tells the open pages of a member that something of this kind changed. */
export async function notifyLive(db: Db, memberId: number, topic: LiveTopic): Promise<void> {
  await sql`select pg_notify('live', ${JSON.stringify({ memberId, topic })})`.execute(db)
}
