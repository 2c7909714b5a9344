// Links in mails that open a page with the act's buttons, without signing in: for one member, one act, one subject. Kept hashed; opening
// one changes nothing; the act that it was for spends it.
import { AppError } from '@entregent/lib/base/errors.ts'
import type { Db } from '../db/connect.ts'
import { newToken, tokenHash } from '../members/tokens.ts'

export type LinkedAct = 'invitation' | 'introduction_forward' | 'introduction_answer'

export interface ActLink {
  readonly memberId: number
  readonly act: LinkedAct
  readonly subjectId: string
}

/** Makes a link; gives the token for the mail, shown once. */
export async function createActLink(db: Db, link: ActLink & { readonly expiresAt: Date }): Promise<string> {
  const { token, hash } = await newToken()
  const { memberId, act, subjectId, expiresAt } = link
  await db.insertInto('actLink').values({ tokenHash: hash, memberId, act, subjectId, expiresAt }).execute()
  return token
}

/** What a link is for. Fails with `link_spent` when it was used, has expired, or never was. Changes nothing. */
export async function findActLink(db: Db, token: string): Promise<ActLink> {
  const row = await db
    .selectFrom('actLink')
    .select(['memberId', 'act', 'subjectId'])
    .where('tokenHash', '=', await tokenHash(token))
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', new Date())
    .executeTakeFirst()
  if (!row) throw new AppError('link_spent')
  return row
}

/** Spends the link, in the transaction of its act: of two at once one gets `link_spent`. */
export async function spendActLink(db: Db, token: string): Promise<ActLink> {
  const row = await db
    .updateTable('actLink')
    .set({ usedAt: new Date() })
    .where('tokenHash', '=', await tokenHash(token))
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', new Date())
    .returning(['memberId', 'act', 'subjectId'])
    .executeTakeFirst()
  if (!row) throw new AppError('link_spent')
  return row
}

/** Deletes the links that nobody can use any more. */
export async function deleteSpentActLinks(db: Db): Promise<void> {
  await db
    .deleteFrom('actLink')
    .where((eb) => eb.or([eb('usedAt', 'is not', null), eb('expiresAt', '<', new Date())]))
    .execute()
}
