// Sessions: a row a browser. The cookie's token is kept hashed; a row that is gone is a session that is over, on every server at once.
import { AppError } from '@entregent/lib/base/errors.ts'
import { isUuid } from '@entregent/lib/base/uuid.ts'
import type { Db } from '../db/connect.ts'
import { notifyLive } from '../db/live.ts'
import { newToken, tokenHash } from './tokens.ts'
import type { Viewer } from './viewer.ts'

/** How long a session lives without being used. */
export const sessionTtlSeconds = 30 * 24 * 3600

/** Opens a session after a credential was given; gives the token for the cookie, shown once. */
export async function startSession(db: Db, memberId: number, userAgent: string): Promise<string> {
  const { token, hash } = await newToken()
  await db
    .insertInto('session')
    .values({ tokenHash: hash, memberId, expiresAt: new Date(Date.now() + sessionTtlSeconds * 1000), userAgent: userAgent.slice(0, 300) })
    .execute()
  return token
}

/** Who holds this token: one query on a primary key. Undefined when the session is over. */
export async function findViewer(db: Db, token: string): Promise<Viewer | undefined> {
  const row = await db
    .selectFrom('session')
    .innerJoin('member', 'member.id', 'session.memberId')
    .select([
      'member.id',
      'handle',
      'givenName',
      'familyName',
      'email',
      'locale',
      'timeZone',
      'photoVersion',
      'findableBy',
      'showsConnections',
      'session.id as sessionId',
      'authenticatedAt',
      'seenAt',
    ])
    .where('tokenHash', '=', await tokenHash(token))
    .where('expiresAt', '>', new Date())
    .executeTakeFirst()
  if (!row) return undefined
  const { seenAt, ...viewer } = row
  if (Date.now() - seenAt.getTime() > 3_600_000) await touchSession(db, viewer.sessionId)
  return viewer
}

async function touchSession(db: Db, sessionId: string): Promise<void> {
  const now = Date.now()
  await db
    .updateTable('session')
    .set({ seenAt: new Date(now), expiresAt: new Date(now + sessionTtlSeconds * 1000) })
    .where('id', '=', sessionId)
    .execute()
}

/** Ends the session of this token; nothing happens when it is over already. */
export async function endSession(db: Db, token: string): Promise<void> {
  const ended = await db
    .deleteFrom('session')
    .where('tokenHash', '=', await tokenHash(token))
    .returning('memberId')
    .executeTakeFirst()
  if (ended) await notifyLive(db, ended.memberId, 'session')
}

/** Ends all sessions of a member, save the one named. Gives how many ended. */
export async function endSessions(db: Db, memberId: number, exceptSessionId?: string): Promise<number> {
  let ending = db.deleteFrom('session').where('memberId', '=', memberId)
  if (exceptSessionId !== undefined) ending = ending.where('id', '!=', exceptSessionId)
  const { numDeletedRows } = await ending.executeTakeFirst()
  if (numDeletedRows > 0n) await notifyLive(db, memberId, 'session')
  return Number(numDeletedRows)
}

/** The member's sessions, the last used first; at most 100. */
export async function listSessions(db: Db, viewer: Viewer) {
  const rows = await db
    .selectFrom('session')
    .select(['id', 'userAgent', 'createdAt', 'seenAt'])
    .where('memberId', '=', viewer.id)
    .where('expiresAt', '>', new Date())
    .orderBy('seenAt', 'desc')
    .orderBy('id')
    .limit(100)
    .execute()
  return rows.map((row) => ({ ...row, present: row.id === viewer.sessionId }))
}

/** Ends one of the viewer's own sessions by its public id. Fails with `not_found`. */
export async function endOwnSession(db: Db, viewer: Viewer, sessionId: string): Promise<void> {
  if (!isUuid(sessionId)) throw new AppError('not_found')
  const ended = await db.deleteFrom('session').where('id', '=', sessionId).where('memberId', '=', viewer.id).executeTakeFirst()
  if (ended.numDeletedRows === 0n) throw new AppError('not_found')
  await notifyLive(db, viewer.id, 'session')
}
