// The outbox on a real database: once, in spite of several runners; again after a failure; nothing of a transaction that rolled back.
import { describe, expect, it } from 'vitest'
import { transaction } from '../db/connect.ts'
import { useTestDatabase } from '../db/testing/test-database.ts'
import { enqueue } from './outbox.ts'
import { deleteDeadJobs, type JobHandlers, maxAttempts, startOutboxRunner, workOnce } from './runner.ts'

describe('the outbox', () => {
  const test = useTestDatabase()
  const handlersWith = (closed: JobHandlers['mail.introduction_closed']) =>
    ({ 'mail.introduction_closed': closed }) as unknown as JobHandlers
  const write = (id: string, options = {}) => enqueue(test.db, 'mail.introduction_closed', { introductionId: id }, options)
  const quiet = { onError: () => {} }

  it('does each job once though three runners share it', async () => {
    const done: string[] = []
    const handlers = handlersWith(async (_, { introductionId }) => {
      await new Promise((resolve) => setTimeout(resolve, 2))
      done.push(introductionId)
    })
    const runners = [1, 2, 3].map(() => startOutboxRunner(test.db, test.url, handlers, quiet))
    await Promise.all(Array.from({ length: 60 }, (_, i) => write(`job-${i}`)))
    await runners[0]?.drained()
    await Promise.all(runners.map((runner) => runner.stop()))
    expect(done.length).toBe(60)
    expect(new Set(done).size).toBe(60)
  })

  it('forgets what a rolled back transaction asked, and asks once what has the same key', async () => {
    await expect(
      transaction(test.db, async (tx) => {
        await enqueue(tx, 'mail.introduction_closed', { introductionId: 'never' })
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    await write('once', { key: 'k' })
    await write('once', { key: 'k' })
    const rows = await test.db.selectFrom('outbox').select('payload').execute()
    expect(rows.map(({ payload }) => payload)).toEqual([{ introductionId: 'once' }])
    await test.db.deleteFrom('outbox').execute()
  })

  it('keeps a job that failed, undoes what it had written, and puts it off', async () => {
    await write('fails')
    const errors: string[] = []
    const failing = handlersWith(async (tx) => {
      await tx
        .insertInto('mailLog')
        .values({ mailboxHash: Buffer.from('x'), kind: 'test' })
        .execute()
      throw new TypeError('secret@example.org refused')
    })
    expect(await workOnce(test.db, failing, (_, kind) => errors.push(kind))).toBe(true)
    expect(errors).toEqual(['mail.introduction_closed'])
    expect(await test.db.selectFrom('mailLog').select('id').execute()).toEqual([])
    const row = await test.db.selectFrom('outbox').select(['attempts', 'lastError', 'runAt']).executeTakeFirstOrThrow()
    expect(row).toMatchObject({ attempts: 1, lastError: 'TypeError' })
    expect(row.runAt.getTime()).toBeGreaterThan(Date.now())
    expect(await workOnce(test.db, failing, () => {})).toBe(false)
    await test.db.deleteFrom('outbox').execute()
  })

  it('is woken by notifications alone, with its own looks a minute apart', async () => {
    const done: string[] = []
    const runner = startOutboxRunner(
      test.db,
      test.url,
      handlersWith(async (_, { introductionId }) => {
        done.push(introductionId)
      }),
      { ...quiet, pollMs: 60_000 },
    )
    for (let i = 0; i < 100; i++) {
      await write(`quick-${i}`)
      if (i % 3 === 0) await new Promise((resolve) => setTimeout(resolve, i % 7))
    }
    for (const deadline = Date.now() + 5_000; done.length < 100 && Date.now() < deadline; ) {
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    await runner.stop()
    expect(done.length).toBe(100)
  })

  it('gives up after ten tries, and forgets the address in the job later', async () => {
    await write('hopeless')
    await test.db.updateTable('outbox').set({ attempts: maxAttempts }).execute()
    const handlers = handlersWith(async () => {
      throw new Error('not to be tried')
    })
    expect(await workOnce(test.db, handlers, () => {})).toBe(false)
    await deleteDeadJobs(test.db, new Date(Date.now() - 60_000))
    expect(await test.db.selectFrom('outbox').select('id').execute()).toHaveLength(1)
    await deleteDeadJobs(test.db, new Date(Date.now() + 60_000))
    expect(await test.db.selectFrom('outbox').select('id').execute()).toEqual([])
  })

  it('waits for a job’s time', async () => {
    await write('later', { runAt: new Date(Date.now() + 60_000) })
    expect(
      await workOnce(
        test.db,
        handlersWith(async () => {}),
        () => {},
      ),
    ).toBe(false)
  })
})
