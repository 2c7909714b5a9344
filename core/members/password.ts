// Passwords: argon2id with the parameters of OWASP (19 MiB, two passes), kept in PHC form. A check costs one computation whether or
// not there is a hash to check against, so its time tells nothing.
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { refuseField } from '@entregent/lib/base/input.ts'
import { passwordComplaint } from '@entregent/lib/policy/password.ts'

const memoryKib = 19_456
const passes = 2
const hashBytes = 32
const shape = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=1\$([A-Za-z0-9+/]{8,})\$([A-Za-z0-9+/]{16,})$/u

/** Fails with `invalid_input` for `field` when the password is too short, too long or too common; `own` are words that are the person's. */
export function refuseWeakPassword(field: string, password: string, own: readonly string[]): void {
  const complaint = passwordComplaint(password, own)
  if (complaint) refuseField(field, complaint.code, complaint.limit)
}

/** The hash to keep, `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`. Some 30 ms of one thread of the pool. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  return `$argon2id$v=19$m=${memoryKib},t=${passes},p=1$${base64(salt)}$${base64(await compute(password, salt, memoryKib, passes))}`
}

/** Whether the password is the one behind `kept`. Without `kept` the same work is done and the answer is no. */
export async function passwordMatches(password: string, kept: string | null | undefined): Promise<boolean> {
  const [, memory, time, salt, hash] = shape.exec(kept ?? '') ?? []
  if (!salt || !hash) {
    await compute(password, Buffer.alloc(16), memoryKib, passes)
    return false
  }
  const expected = Buffer.from(hash, 'base64')
  const given = await compute(password, Buffer.from(salt, 'base64'), Number(memory), Number(time), expected.length)
  return timingSafeEqual(given, expected)
}

async function compute(password: string, nonce: Buffer, memory: number, time: number, tagLength = hashBytes): Promise<Buffer> {
  return promisify(argon2)('argon2id', { message: password.normalize('NFC'), nonce, parallelism: 1, tagLength, memory, passes: time })
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/u, '')
}
