// Jobs and mail as rows written in the caller's transaction: what rolls back was never asked, what commits is done at least once.
// Payloads hold ids and addresses, never a token or a text; the one who does the job reads what holds by then.
import { sql } from 'kysely'
import type { Db } from '../db/connect.ts'

/** Every kind of job with what it needs. server/jobs/ does them. */
export interface JobPayloads {
  'mail.join': { email: string; locale: 'en' | 'fr' }
  'mail.sign_in': { email: string; locale: 'en' | 'fr' }
  'mail.reset_password': { email: string; locale: 'en' | 'fr' }
  'mail.change_email': { memberId: number; email: string }
  'mail.invitation_received': { invitationId: string }
  'mail.invitation_accepted': { invitationId: string }
  'mail.introduction_asked': { introductionId: string; position: number }
  'mail.introduction_offered': { introductionId: string }
  'mail.introduction_accepted': { introductionId: string }
  'mail.introduction_closed': { introductionId: string }
  'introduction.deadline': { introductionId: string }
}
export type JobKind = keyof JobPayloads

/** Writes a job; it runs at `runAt` (at once when not said). With `key`, a second call with the same key adds nothing. */
export async function enqueue<Kind extends JobKind>(
  db: Db,
  kind: Kind,
  payload: JobPayloads[Kind],
  options: { key?: string; runAt?: Date } = {},
): Promise<void> {
  await db
    .insertInto('outbox')
    .values({ kind, payload: JSON.stringify(payload), jobKey: options.key ?? null, ...(options.runAt ? { runAt: options.runAt } : {}) })
    .onConflict((conflict) => conflict.constraint('outbox_job_key').doNothing())
    .execute()
  await sql`select pg_notify('outbox', '')`.execute(db)
}
