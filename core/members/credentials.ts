// Changing what an account is held by: its password and its address. Each needs a credential given within ten minutes or the present
// password, ends every session and open link that the old one could have opened, and proves the new address before it counts.
import { emailKey } from '@entregent/lib/base/email-address.ts'
import { AppError } from '@entregent/lib/base/errors.ts'
import { parseInput, refuseField } from '@entregent/lib/base/input.ts'
import type { Locale } from '@entregent/lib/base/locale.ts'
import { z } from 'zod'
import { type Db, type Tx, transaction } from '../db/connect.ts'
import { enqueue } from '../outbox/outbox.ts'
import { endMailLinks, findMailLink, mintMailLink, spendMemberLink } from './mail-links.ts'
import { emailAddress, findMemberByEmail, mayMail } from './mail-requests.ts'
import { hashPassword, passwordMatches, refuseWeakPassword } from './password.ts'
import { endSessions } from './sessions.ts'
import { accountLimit, type SignedIn } from './sign-in.ts'
import { allowAttempt, forgetAttempts } from './throttle.ts'
import type { Viewer } from './viewer.ts'

/** A credential given within so many seconds counts as given now. */
export const recentSignInSeconds = 600

const present = { presentPassword: z.string().max(1_000).optional() }
const newPassword = z.object({ ...present, password: z.string().min(1) })
const newEmail = z.object({ ...present, email: emailAddress })
const resetInput = z.object({ password: z.string().min(1) })

/** True while the session's credential is fresh enough to change the account without giving it again. */
export function signedInRecently({ authenticatedAt }: Pick<Viewer, 'authenticatedAt'>): boolean {
  return Date.now() - authenticatedAt.getTime() < recentSignInSeconds * 1000
}

/** Whether the viewer has a password, or signs in by link only. */
export async function hasPassword(db: Db, viewer: Viewer): Promise<boolean> {
  const found = await db
    .selectFrom('member')
    .select('id')
    .where('id', '=', viewer.id)
    .where('passwordHash', 'is not', null)
    .executeTakeFirst()
  return found !== undefined
}

/**
 * Sets the viewer's password and ends all their sessions, this one too: the caller opens a new one. Fails with `recent_sign_in_needed`,
 * `too_many_requests` and `invalid_input`.
 */
export async function changePassword(db: Db, viewer: Viewer, raw: unknown): Promise<void> {
  const { password, presentPassword } = parseInput(newPassword, raw)
  refuseWeakPassword('password', password, [viewer.email, viewer.givenName, viewer.familyName])
  await confirm(db, viewer, presentPassword)
  const passwordHash = await hashPassword(password)
  await transaction(db, (tx) => setPassword(tx, viewer.id, passwordHash))
}

/** Uses a reset link: sets the password, ends all sessions and open links. Fails with `link_spent`; with `invalid_input` the link stays good. */
export async function resetPassword(db: Db, token: string, raw: unknown): Promise<SignedIn> {
  const { password } = parseInput(resetInput, raw)
  const link = await findMailLink(db, 'reset_password', token)
  if (!link) throw new AppError('link_spent')
  refuseWeakPassword('password', password, [link.email])
  const passwordHash = await hashPassword(password)
  return transaction(db, async (tx) => {
    const signedIn = await spendMemberLink(tx, 'reset_password', token)
    await setPassword(tx, signedIn.memberId, passwordHash)
    return signedIn
  })
}

/**
 * Asks for a mail to the new address. Whether that address is a member's shows in nothing. Fails with `recent_sign_in_needed`,
 * `too_many_requests` and `invalid_input`.
 */
export async function requestEmailChange(db: Db, viewer: Viewer, networkPrefix: string, raw: unknown): Promise<void> {
  const { email, presentPassword } = parseInput(newEmail, raw)
  await confirm(db, viewer, presentPassword)
  if (await mayMail(db, { networkPrefix }, email)) await enqueue(db, 'mail.change_email', { memberId: viewer.id, email })
}

/** What to write to the new address: a link `/settings/email/<token>`, or that it has an account already. Undefined: nothing, the member is gone. */
export type EmailChangeMail =
  | { readonly kind: 'link'; readonly token: string; readonly givenName: string; readonly locale: Locale }
  | { readonly kind: 'address_in_use'; readonly locale: Locale }

/** Decides what the mailbox gets that a member wants as theirs. */
export async function mailForEmailChange(
  db: Db,
  { memberId, email }: { memberId: number; email: string },
): Promise<EmailChangeMail | undefined> {
  const [member, holder] = await Promise.all([
    db.selectFrom('member').select(['id', 'givenName', 'locale']).where('id', '=', memberId).executeTakeFirst(),
    findMemberByEmail(db, email),
  ])
  if (!member) return undefined
  if (holder && holder.id !== member.id) return { kind: 'address_in_use', locale: holder.locale }
  const token = await mintMailLink(db, 'change_email', { email, memberId })
  return { kind: 'link', token, givenName: member.givenName, locale: member.locale }
}

/** The new address behind the viewer's own link; undefined when the link is spent or another member's. */
export async function findEmailChange(db: Db, viewer: Viewer, token: string): Promise<{ email: string } | undefined> {
  const link = await findMailLink(db, 'change_email', token)
  return link?.memberId === viewer.id ? { email: link.email } : undefined
}

/** Makes the proven address the viewer's, and ends all their sessions and open links: the caller opens a new one. Fails with `link_spent`. */
export async function changeEmail(db: Db, viewer: Viewer, token: string): Promise<SignedIn> {
  return transaction(db, async (tx) => {
    const { email, memberId } = await spendMemberLink(tx, 'change_email', token)
    if (memberId !== viewer.id) throw new AppError('link_spent')
    await tx
      .updateTable('member')
      .set({ email, emailKey: emailKey(email) })
      .where('id', '=', memberId)
      .execute()
    await endSessions(tx, memberId)
    await endMailLinks(tx, memberId)
    return { memberId, email }
  })
}

async function setPassword(tx: Tx, memberId: number, passwordHash: string): Promise<void> {
  await tx.updateTable('member').set({ passwordHash }).where('id', '=', memberId).execute()
  await endSessions(tx, memberId)
  await endMailLinks(tx, memberId)
}

// A stolen session must not guess at the password for ever: its failures count as the account's own, apart from those at the front door.
async function confirm(db: Db, viewer: Viewer, presentPassword: string | undefined): Promise<void> {
  if (signedInRecently(viewer)) return
  const { passwordHash } = await db.selectFrom('member').select('passwordHash').where('id', '=', viewer.id).executeTakeFirstOrThrow()
  if (passwordHash === null) throw new AppError('recent_sign_in_needed')
  if (!presentPassword) refuseField('presentPassword', 'required')
  const limit = await accountLimit(db, viewer.email, `member-${viewer.id}`)
  await allowAttempt(db, [limit])
  if (!(await passwordMatches(presentPassword, passwordHash))) refuseField('presentPassword', 'wrong_password')
  await forgetAttempts(db, [limit])
}
