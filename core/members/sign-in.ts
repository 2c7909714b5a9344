// Signing in, by password or by a mailed link. Whether the address is a member's shows in nothing: the same queries, one argon2 computation,
// the same refusal.
import { emailKey } from '@entregent/lib/base/email-address.ts'
import { AppError } from '@entregent/lib/base/errors.ts'
import { parseInput } from '@entregent/lib/base/input.ts'
import type { Locale } from '@entregent/lib/base/locale.ts'
import { z } from 'zod'
import type { Db } from '../db/connect.ts'
import { keyedHash } from '../db/instance-secret.ts'
import { knownDeviceId } from './known-device.ts'
import { mintMailLink, spendMemberLink } from './mail-links.ts'
import { emailAddress, findMemberByEmail } from './mail-requests.ts'
import { passwordMatches } from './password.ts'
import { allowAttempt, forgetAttempts, type Limit } from './throttle.ts'

const input = z.object({ email: emailAddress, password: z.string().min(1).max(1_000) })

export interface SignedIn {
  readonly memberId: number
  readonly email: string
}

/**
 * The member of this address and password. Fails with `wrong_credentials`; with `too_many_requests` after 10 failures for an account (or,
 * from a browser that has signed in to it before, in that browser) in 15 minutes, or 100 from a network.
 */
export async function signInWithPassword(
  db: Db,
  { networkPrefix, device }: { networkPrefix: string; device: string | undefined },
  raw: unknown,
): Promise<SignedIn> {
  const { email, password } = parseInput(input, raw)
  const byAccount = await accountLimit(db, email, await knownDeviceId(db, device, email))
  await allowAttempt(db, [byAccount, networkLimit(networkPrefix)])
  const member = await db
    .selectFrom('member')
    .select(['id', 'email', 'passwordHash'])
    .where('emailKey', '=', emailKey(email))
    .executeTakeFirst()
  if (!(await passwordMatches(password, member?.passwordHash)) || !member) throw new AppError('wrong_credentials')
  await forgetAttempts(db, [byAccount])
  return { memberId: member.id, email: member.email }
}

/** The limit of failures by which an account's password is guessed at: of the known device, or of everybody else together. */
export async function accountLimit(db: Db, email: string, deviceId: string | undefined): Promise<Limit> {
  const subject = deviceId === undefined ? `account:${await keyedHash(db, 'throttle', emailKey(email))}` : `device:${deviceId}`
  return { key: `sign-in:${subject}`, max: 10, windowSeconds: 900 }
}

/** The limit of attempts from one network, at any accounts. */
export function networkLimit(networkPrefix: string): Limit {
  return { key: `sign-in:net:${networkPrefix}`, max: 100, windowSeconds: 900 }
}

/** What to write to a mailbox: a link `/<purpose's page>/<token>`, or that no account has this address. */
export type AccountMail =
  | { readonly kind: 'link'; readonly token: string; readonly givenName: string; readonly locale: Locale }
  | { readonly kind: 'no_account' }

/** Decides what a mailbox gets for which a sign-in link was asked: `/sign-in/<token>`. */
export async function mailForSignIn(db: Db, { email }: { email: string }): Promise<AccountMail> {
  return accountMail(db, 'sign_in', email)
}

/** Decides what a mailbox gets for which a new password was asked: `/reset/<token>`. */
export async function mailForReset(db: Db, { email }: { email: string }): Promise<AccountMail> {
  return accountMail(db, 'reset_password', email)
}

/** Uses a sign-in link up. Fails with `link_spent`. */
export async function signInWithLink(db: Db, token: string): Promise<SignedIn> {
  return spendMemberLink(db, 'sign_in', token)
}

async function accountMail(db: Db, purpose: 'sign_in' | 'reset_password', email: string): Promise<AccountMail> {
  const member = await findMemberByEmail(db, email)
  if (!member) return { kind: 'no_account' }
  const token = await mintMailLink(db, purpose, { email: member.email, memberId: member.id })
  return { kind: 'link', token, givenName: member.givenName, locale: member.locale }
}
