// Asking for a mail without being signed in. What is done here is the same for every address: whether it is a member's is looked up later,
// by the job that writes the mail, so neither the answer nor its time can tell.
import { emailKey, mailboxKey, parseEmailAddress } from '@entregent/lib/base/email-address.ts'
import { parseInput } from '@entregent/lib/base/input.ts'
import type { Locale } from '@entregent/lib/base/locale.ts'
import { z } from 'zod'
import type { Db } from '../db/connect.ts'
import { keyedHash } from '../db/instance-secret.ts'
import { enqueue } from '../outbox/outbox.ts'
import { knownDeviceId } from './known-device.ts'
import { allowAttempt, countAttempt } from './throttle.ts'

/** An address as it will stand on the envelope. */
export const emailAddress = z.string().transform((text, context) => {
  if (text.trim() === '') context.addIssue('required')
  const address = parseEmailAddress(text)
  if (address === undefined) context.addIssue('invalid_email')
  return address ?? ''
})

const input = z.object({ email: emailAddress })

export interface Asker {
  readonly networkPrefix: string
  readonly locale: Locale
  /** The value of the cookie that marks a browser that has signed in before. */
  readonly device?: string | undefined
}

/**
 * Asks for the mail of this kind to `email`; gives the address as it was understood. A network may ask for 20 an hour and then fails
 * with `too_many_requests`; a mailbox gets 3 an hour and 5 a day, and beyond that nothing, in silence. A browser that has signed in to the
 * address before has a share of its own: nobody can use up the links that its owner signs in by.
 */
export async function requestMail(
  db: Db,
  asker: Asker,
  kind: 'mail.join' | 'mail.sign_in' | 'mail.reset_password',
  raw: unknown,
): Promise<{ email: string }> {
  const { email } = parseInput(input, raw)
  if (await mayMail(db, asker, email)) await enqueue(db, kind, { email, locale: asker.locale })
  return { email }
}

/** Counts a mail to this address. Fails with `too_many_requests` for the network; false when the mailbox has had its share. */
export async function mayMail(db: Db, { networkPrefix, device }: Omit<Asker, 'locale'>, email: string): Promise<boolean> {
  await allowAttempt(db, [{ key: `mail:net:${networkPrefix}`, max: 20, windowSeconds: 3600 }])
  const deviceId = await knownDeviceId(db, device, email)
  const key = deviceId === undefined ? `mail:box:${await keyedHash(db, 'throttle', mailboxKey(email))}` : `mail:device:${deviceId}`
  const wait = await countAttempt(db, [
    { key, max: 3, windowSeconds: 3600 },
    { key, max: 5, windowSeconds: 86_400 },
  ])
  return wait === undefined
}

/** The member who has this address, as mails to them need it. */
export async function findMemberByEmail(db: Db, email: string) {
  return db.selectFrom('member').select(['id', 'email', 'givenName', 'locale']).where('emailKey', '=', emailKey(email)).executeTakeFirst()
}
