// Stopping notification mails by the link in each of them: no account, no cookie; the link is the member's number signed by the instance.
import { AppError } from '@entregent/lib/base/errors.ts'
import type { Db } from '../db/connect.ts'
import { keyedHash } from '../db/instance-secret.ts'

/** The token of a member's link; always the same one. */
export async function unsubscribeToken(db: Db, memberId: number): Promise<string> {
  return `${memberId.toString(36)}.${await keyedHash(db, 'unsubscribe', String(memberId))}`
}

/** Whether the token is a good one. Fails with `link_spent` when not. */
export async function checkUnsubscribeToken(db: Db, token: string): Promise<number> {
  const memberId = Number.parseInt(token.split('.')[0] ?? '', 36)
  if (!Number.isSafeInteger(memberId) || token !== (await unsubscribeToken(db, memberId))) throw new AppError('link_spent')
  return memberId
}

/** Pauses the notification mails of the token's member. Fails with `link_spent`. Doing it again changes nothing. */
export async function unsubscribe(db: Db, token: string): Promise<void> {
  const memberId = await checkUnsubscribeToken(db, token)
  await db.updateTable('member').set({ mailPaused: true }).where('id', '=', memberId).execute()
}
