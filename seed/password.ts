// The password that all members of a city share, hashed once: argon2id in PHC form, as sign-in reads it.
import { argon2, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'

const memoryKib = 19_456
const passes = 2

export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const hash = await promisify(argon2)('argon2id', {
    message: password.normalize('NFC'),
    nonce,
    parallelism: 1,
    tagLength: 32,
    memory: memoryKib,
    passes,
  })
  const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/u, '')
  return `$argon2id$v=19$m=${memoryKib},t=${passes},p=1$${base64(nonce)}$${base64(hash)}`
}
