// Single-use links that prove a mailbox. Looking at one changes nothing (mail scanners look); using one is a single update that only one
// request can win.
import { AppError } from '@entregent/lib/base/errors.ts'
import type { Db } from '../db/connect.ts'
import { newToken, tokenHash } from './tokens.ts'

export type MailLinkPurpose = 'join' | 'sign_in' | 'reset_password' | 'change_email'

export interface MailLink {
  readonly email: string
  /** Null for joining. */
  readonly memberId: number | null
}

/** How long each kind of link lives. */
export const mailLinkTtlSeconds: Readonly<Record<MailLinkPurpose, number>> = {
  join: 24 * 3600,
  sign_in: 3600,
  reset_password: 3600,
  change_email: 24 * 3600,
}

/** Makes a link; gives its token, which is kept nowhere. */
export async function mintMailLink(db: Db, purpose: MailLinkPurpose, { email, memberId }: MailLink): Promise<string> {
  const { token, hash } = await newToken()
  const expiresAt = new Date(Date.now() + mailLinkTtlSeconds[purpose] * 1000)
  await db.insertInto('mailLink').values({ tokenHash: hash, purpose, email, memberId, expiresAt }).execute()
  return token
}

/** The link, when it can still be used; it stays so. */
export async function findMailLink(db: Db, purpose: MailLinkPurpose, token: string): Promise<MailLink | undefined> {
  return db
    .selectFrom('mailLink')
    .select(['email', 'memberId'])
    .where('tokenHash', '=', await tokenHash(token))
    .where('purpose', '=', purpose)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', new Date())
    .executeTakeFirst()
}

/** Uses the link up. Fails with `link_spent` when it was used, has expired or never was. */
export async function spendMailLink(db: Db, purpose: MailLinkPurpose, token: string): Promise<MailLink> {
  const link = await db
    .updateTable('mailLink')
    .set({ usedAt: new Date() })
    .where('tokenHash', '=', await tokenHash(token))
    .where('purpose', '=', purpose)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', new Date())
    .returning(['email', 'memberId'])
    .executeTakeFirst()
  if (!link) throw new AppError('link_spent')
  return link
}

/** Uses up a link that belongs to a member. Fails with `link_spent`. */
export async function spendMemberLink(db: Db, purpose: Exclude<MailLinkPurpose, 'join'>, token: string) {
  const { email, memberId } = await spendMailLink(db, purpose, token)
  if (memberId === null) throw new AppError('link_spent')
  return { email, memberId }
}

/** Ends all links of a member that were not used: what they were sent for holds no longer. */
export async function endMailLinks(db: Db, memberId: number): Promise<void> {
  await db.deleteFrom('mailLink').where('memberId', '=', memberId).where('usedAt', 'is', null).execute()
  // Also those by which mails let one act without signing in: they lie in the mailbox that may no longer be theirs.
  await db.deleteFrom('actLink').where('memberId', '=', memberId).where('usedAt', 'is', null).execute()
}
