// Joining: an address is asked for, a link is mailed to it, and only who holds the link makes the account. Nothing of a member exists before
// the mailbox is proven, so nobody can prepare an account for somebody else's address.
import { emailKey } from '@entregent/lib/base/email-address.ts'
import { AppError } from '@entregent/lib/base/errors.ts'
import { line, parseInput } from '@entregent/lib/base/input.ts'
import type { Locale } from '@entregent/lib/base/locale.ts'
import { slug } from '@entregent/lib/base/text.ts'
import { z } from 'zod'
import { type Db, type Tx, transaction } from '../db/connect.ts'
import { answerQuestions, findableByAnswer, showsConnectionsAnswer } from './consent.ts'
import { findMailLink, mintMailLink, spendMailLink } from './mail-links.ts'
import { findMemberByEmail } from './mail-requests.ts'
import { hashPassword, refuseWeakPassword } from './password.ts'
import { knownTimeZone } from './time-zone.ts'

/** What to write to the mailbox: `join` with a link `/join/<token>`, or `already_member` with a link `/sign-in/<token>`. */
export type JoinMail =
  | { readonly kind: 'join'; readonly token: string }
  | { readonly kind: 'already_member'; readonly token: string; readonly givenName: string; readonly locale: Locale }

/** Decides what the mailbox gets of whom somebody said that it wants to join, and mints the link. */
export async function mailForJoin(db: Db, { email }: { email: string }): Promise<JoinMail> {
  const member = await findMemberByEmail(db, email)
  if (!member) return { kind: 'join', token: await mintMailLink(db, 'join', { email, memberId: null }) }
  const token = await mintMailLink(db, 'sign_in', { email: member.email, memberId: member.id })
  return { kind: 'already_member', token, givenName: member.givenName, locale: member.locale }
}

const input = z.object({
  givenName: line(80),
  familyName: line(80),
  password: z.string().optional(),
  findableBy: findableByAnswer,
  showsConnections: showsConnectionsAnswer,
  timeZone: z.string().optional(),
})

/**
 * Makes the member whose mailbox the link proved; gives the id. Without a password they sign in by link. Fails with `link_spent`, and with
 * `invalid_input` (the link stays good).
 */
export async function join(db: Db, token: string, raw: unknown, locale: Locale): Promise<{ memberId: number; email: string }> {
  const { password = '', timeZone = '', ...given } = parseInput(input, raw)
  const link = await findMailLink(db, 'join', token)
  if (!link) throw new AppError('link_spent')
  if (password !== '') refuseWeakPassword('password', password, [link.email, given.givenName, given.familyName])
  const passwordHash = password === '' ? null : await hashPassword(password)
  return transaction(db, async (tx) => {
    const { email } = await spendMailLink(tx, 'join', token)
    const memberId = await addMember(tx, {
      email,
      emailKey: emailKey(email),
      passwordHash,
      givenName: given.givenName,
      familyName: given.familyName,
      locale,
      timeZone: knownTimeZone(timeZone) ?? 'UTC',
    })
    await tx.insertInto('profile').values({ memberId }).execute()
    await answerQuestions(tx, memberId, given, locale)
    return { memberId, email }
  })
}

interface NewMember {
  readonly email: string
  readonly emailKey: string
  readonly passwordHash: string | null
  readonly givenName: string
  readonly familyName: string
  readonly locale: Locale
  readonly timeZone: string
}

// The handle is the name; the constraint says whether it was free, and then a number follows it: a small one, later a random one.
async function addMember(tx: Tx, member: NewMember): Promise<number> {
  const name = slug(`${member.givenName} ${member.familyName}`) || 'member'
  for (let attempt = 1; attempt <= 12; attempt++) {
    const number = attempt <= 3 ? attempt : 1000 + ((crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % 10 ** Math.min(attempt, 9))
    const added = await tx
      .insertInto('member')
      .values({ ...member, handle: attempt === 1 ? name : `${name}-${number}` })
      .onConflict((conflict) => conflict.constraint('member_handle_key').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (added) return added.id
  }
  throw new AppError('handle_taken')
}
