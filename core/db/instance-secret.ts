// Secrets that the instance makes for itself: made by whoever asks first, the same for every server on this database.
import { createHmac, randomBytes } from 'node:crypto'
import type { Db } from './connect.ts'

/** 256 random bits under `name`, made at the first call. */
export async function instanceSecret(db: Db, name: string): Promise<Buffer> {
  const read = () => db.selectFrom('instanceSecret').select('value').where('name', '=', name).executeTakeFirst()
  const found = await read()
  if (found) return found.value
  await db
    .insertInto('instanceSecret')
    .values({ name, value: randomBytes(32) })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute()
  const made = await read()
  if (!made) throw new Error(`the secret ${name} was not kept`)
  return made.value
}

/** HMAC-SHA-256 of `text` under the secret `name`, in base64url: who reads the database cannot test a guess of the text. */
export async function keyedHash(db: Db, name: string, text: string): Promise<string> {
  return createHmac('sha256', await instanceSecret(db, name))
    .update(text)
    .digest('base64url')
}
