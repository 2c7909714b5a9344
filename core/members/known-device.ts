// A browser that has signed in to an account before counts its failures for itself: an attacker who uses up the account's attempts never
// shuts the owner out of their own device. The cookie's value is worthless for anything else.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { emailKey } from '@entregent/lib/base/email-address.ts'
import type { Db } from '../db/connect.ts'
import { instanceSecret } from '../db/instance-secret.ts'

const shape = /^([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})$/u

/** A value for the cookie of a browser that has just signed in to this account. */
export async function knownDevice(db: Db, email: string): Promise<string> {
  const id = randomBytes(16).toString('base64url')
  return `${id}.${(await mark(db, id, email)).toString('base64url')}`
}

/** The device's id when the value was made by `knownDevice` for this address. */
export async function knownDeviceId(db: Db, value: string | undefined, email: string): Promise<string | undefined> {
  const [, id, given] = shape.exec(value ?? '') ?? []
  if (!id || !given) return undefined
  const expected = await mark(db, id, email)
  const bytes = Buffer.from(given, 'base64url')
  return bytes.length === expected.length && timingSafeEqual(bytes, expected) ? id : undefined
}

async function mark(db: Db, id: string, email: string): Promise<Buffer> {
  return createHmac('sha256', await instanceSecret(db, 'known_device'))
    .update(`${id}\n${emailKey(email)}`)
    .digest()
}
