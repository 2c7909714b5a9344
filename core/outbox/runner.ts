// Does the jobs of the outbox: claims a due row under a lock, does it, deletes the row in the same transaction. What fails is tried again,
// later each time. Several servers share the work: a row that another one holds is skipped. A mail may so leave twice, when the process dies
// between the mail server's yes and the commit; it is never lost.
import { sql } from 'kysely'
import pg from 'pg'
import { createAlarm } from '../db/alarm.ts'
import type { Db, Tx } from '../db/connect.ts'
import type { JobKind, JobPayloads } from './outbox.ts'

/** How each kind of job is done. `tx` is the transaction in which the row goes away. */
export type JobHandlers = { readonly [Kind in JobKind]: (tx: Tx, payload: JobPayloads[Kind]) => Promise<void> }

export interface OutboxRunner {
  /** Resolves when nothing due is left. */
  drained(): Promise<void>
  /** Ends after the jobs that are being done. */
  stop(): Promise<void>
}

export interface RunnerOptions {
  /** Told of each failure with the kind of job; the row stays. */
  readonly onError: (error: unknown, kind: string) => void
  readonly pollMs?: number
}

export const maxAttempts = 10

/** Starts doing jobs; woken by notifications on a connection of its own to `url`, and by a look every `pollMs` (5 s). */
export function startOutboxRunner(db: Db, url: string, handlers: JobHandlers, options: RunnerOptions): OutboxRunner {
  let stopping = false
  const alarm = createAlarm()
  const listener = listenForever(url, alarm.ring, () => stopping)

  async function run(): Promise<void> {
    while (!stopping) {
      const done = await workOnce(db, handlers, options.onError).catch((error: unknown) => {
        options.onError(error, 'outbox')
        return false
      })
      if (done || stopping) continue
      await alarm.sleep(options.pollMs ?? 5_000)
    }
  }
  const running = run()
  return {
    async drained() {
      for (;;) {
        const due = await db
          .selectFrom('outbox')
          .select('id')
          .where('runAt', '<=', new Date())
          .where('attempts', '<', maxAttempts)
          .executeTakeFirst()
        if (!due) return
        alarm.ring()
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    },
    async stop() {
      stopping = true
      alarm.ring()
      await Promise.all([running, listener.stop()])
    },
  }
}

/** Does one due job. Gives false when there was none that is free. */
export async function workOnce(db: Db, handlers: JobHandlers, onError: RunnerOptions['onError']): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const job = await tx
      .selectFrom('outbox')
      .select(['id', 'kind', 'payload', 'attempts'])
      .where('runAt', '<=', sql<Date>`now()`)
      .where('attempts', '<', maxAttempts)
      .orderBy('runAt')
      .orderBy('id')
      .limit(1)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst()
    if (!job) return false
    const handler = handlers[job.kind as JobKind] as ((tx: Tx, payload: unknown) => Promise<void>) | undefined
    // A slow mail server may take longer than other transactions are let idle.
    await sql`set local idle_in_transaction_session_timeout = '5min'`.execute(tx)
    await sql`savepoint job`.execute(tx)
    try {
      if (!handler) throw new Error('a job of a kind that this version does not know')
      await handler(tx, job.payload)
      await tx.deleteFrom('outbox').where('id', '=', job.id).execute()
    } catch (error) {
      await sql`rollback to savepoint job`.execute(tx)
      onError(error, job.kind)
      const attempts = job.attempts + 1
      const delaySeconds = Math.min(6 * 3600, 15 * 2 ** (attempts - 1))
      await tx
        .updateTable('outbox')
        .set({ attempts, runAt: new Date(Date.now() + delaySeconds * 1000), lastError: errorName(error) })
        .where('id', '=', job.id)
        .execute()
    }
    return true
  })
}

// Its class and code, never its message: that may hold an address.
function errorName(error: unknown): string {
  const { name, code } = (error ?? {}) as { name?: unknown; code?: unknown }
  return (
    [name, code]
      .filter((part) => typeof part === 'string')
      .join(' ')
      .slice(0, 100) || 'unknown'
  )
}

/** Deletes the jobs that were tried to the end and have lain since `before`: their payloads may hold an address. */
export async function deleteDeadJobs(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('outbox').where('attempts', '>=', maxAttempts).where('runAt', '<', before).execute()
}

function listenForever(url: string, wake: () => void, isStopping: () => boolean): { stop(): Promise<void> } {
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined
  const open = async () => {
    const next = new pg.Client({ connectionString: url, application_name: 'entregent-outbox' })
    const again = () => {
      if (client !== next || isStopping()) return
      client = undefined
      timer = setTimeout(() => void open(), 1_000)
    }
    client = next
    next.on('notification', wake)
    next.on('error', again)
    next.on('end', again)
    await next
      .connect()
      .then(() => next.query('listen outbox'))
      .catch(again)
    wake() // what was written while nobody listened
  }
  const opening = open()
  return {
    async stop() {
      clearTimeout(timer)
      await opening
      await client?.end().catch(() => {})
    },
  }
}
