// What any mailbox gets at most. A mailbox that no member proved theirs gets few mails, whoever asks for them and however its address is spelled:
// the instance cannot be made to bomb a stranger. Kept is a keyed hash of the mailbox and a kind, for as long as the caps look back.
import { emailKey, mailboxKey } from '@entregent/lib/base/email-address.ts'
import { sql } from 'kysely'
import type { Db, Tx } from '../db/connect.ts'
import { keyedHash } from '../db/instance-secret.ts'

const perHour = 3
const perDay = 5
const keptHours = 24

/**
 * Records that a mail of this kind leaves for `address`, in the transaction that sends it; false when the mailbox has had its share and the
 * mail must not leave. Mails for one mailbox take turns, on every server.
 */
export async function recordMail(tx: Tx, address: string, kind: string): Promise<boolean> {
  const hash = await keyedHash(tx, 'mailbox', mailboxKey(address))
  const mailboxHash = Buffer.from(hash, 'base64url')
  await sql`select pg_advisory_xact_lock(hashtextextended(${hash}, 0))`.execute(tx)
  const proven = await tx.selectFrom('member').select('id').where('emailKey', '=', emailKey(address)).executeTakeFirst()
  if (!proven) {
    const { hour, day } = await tx
      .selectFrom('mailLog')
      .select([
        sql<number>`count(*) filter (where sent_at > now() - interval '1 hour')`.as('hour'),
        sql<number>`count(*) filter (where sent_at > now() - interval '1 day')`.as('day'),
      ])
      .where('mailboxHash', '=', mailboxHash)
      .executeTakeFirstOrThrow()
    if (hour >= perHour || day >= perDay) return false
  }
  await tx.insertInto('mailLog').values({ mailboxHash, kind }).execute()
  return true
}

/** Forgets the mails that no cap counts any more. */
export async function deleteOldMailLog(db: Db): Promise<void> {
  await db
    .deleteFrom('mailLog')
    .where('sentAt', '<', new Date(Date.now() - keptHours * 3_600_000))
    .execute()
}
