// Letters about an account: joining, signing in, a new password, a new address. They go out even when a member has paused notifications.

import type { Db } from '@entregent/core/db/connect.ts'
import { mailForEmailChange } from '@entregent/core/members/credentials.ts'
import { mailForJoin } from '@entregent/core/members/joining.ts'
import { mailForReset, mailForSignIn } from '@entregent/core/members/sign-in.ts'
import type { JobPayloads } from '@entregent/core/outbox/outbox.ts'
import { mail } from '@entregent/lib/i18n/mail.ts'
import type { Letter } from './letter.ts'

/** To somebody who wants to join, or who has joined already. */
export async function joinLetter(db: Db, { email, locale }: JobPayloads['mail.join'], publicUrl: string): Promise<Letter> {
  const found = await mailForJoin(db, { email })
  if (found.kind === 'join') {
    const { subject, text, act } = mail[locale].join
    return {
      to: email,
      locale,
      subject,
      paragraphs: [text],
      act: { label: act, url: `${publicUrl}/join/${found.token}` },
      after: mail[locale].ifNotYou,
    }
  }
  const { subject, text, act } = mail[found.locale].alreadyMember
  const url = `${publicUrl}/sign-in/${found.token}`
  return {
    to: email,
    locale: found.locale,
    subject,
    greeting: found.givenName,
    paragraphs: [text],
    act: { label: act, url },
    after: mail[found.locale].ifNotYou,
  }
}

/** A link to sign in, or to choose a new password; where the address has no account it says so to its owner alone. */
export async function signInLetter(
  db: Db,
  kind: 'mail.sign_in' | 'mail.reset_password',
  { email, locale }: JobPayloads['mail.sign_in'],
  publicUrl: string,
): Promise<Letter> {
  const found = kind === 'mail.sign_in' ? await mailForSignIn(db, { email }) : await mailForReset(db, { email })
  if (found.kind === 'no_account') {
    const { subject, text, act } = mail[locale].noAccount
    return { to: email, locale, subject, paragraphs: [text], act: { label: act, url: `${publicUrl}/join` } }
  }
  const t = mail[found.locale]
  const { subject, text, act } = kind === 'mail.sign_in' ? t.signIn : t.reset
  const url = `${publicUrl}/${kind === 'mail.sign_in' ? 'sign-in' : 'reset'}/${found.token}`
  return {
    to: email,
    locale: found.locale,
    subject,
    greeting: found.givenName,
    paragraphs: [text],
    act: { label: act, url },
    after: t.ifNotYou,
  }
}

/** To the address that a member wants as theirs. */
export async function emailChangeLetter(db: Db, payload: JobPayloads['mail.change_email'], publicUrl: string): Promise<Letter | undefined> {
  const found = await mailForEmailChange(db, payload)
  if (!found) return undefined
  const t = mail[found.locale]
  if (found.kind === 'address_in_use') {
    return { to: payload.email, locale: found.locale, subject: t.addressInUse.subject, paragraphs: [t.addressInUse.text] }
  }
  const { subject, text, act } = t.changeEmail
  const url = `${publicUrl}/settings/email/${found.token}`
  return {
    to: payload.email,
    locale: found.locale,
    subject,
    greeting: found.givenName,
    paragraphs: [text],
    act: { label: act, url },
    after: t.ifNotYou,
  }
}
