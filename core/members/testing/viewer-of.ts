// A member as a viewer, for tests that call features without a session.
import type { Db } from '../../db/connect.ts'
import type { Viewer } from '../viewer.ts'

export async function viewerOf(db: Db, memberId: number): Promise<Viewer> {
  const row = await db
    .selectFrom('member')
    .select(['id', 'handle', 'givenName', 'familyName', 'email', 'locale', 'timeZone', 'photoVersion', 'findableBy', 'showsConnections'])
    .where('id', '=', memberId)
    .executeTakeFirstOrThrow()
  return { ...row, sessionId: crypto.randomUUID(), authenticatedAt: new Date() }
}
