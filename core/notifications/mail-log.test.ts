// The caps on mail to strangers: no spelling, no kind and no race gets round them; members are not held back.
import { describe, expect, it } from 'vitest'
import { transaction } from '../db/connect.ts'
import { addMember } from '../db/testing/people.ts'
import { useTestDatabase } from '../db/testing/test-database.ts'
import { deleteOldMailLog, recordMail } from './mail-log.ts'

describe('the caps on mail', () => {
  const test = useTestDatabase()
  const record = (address: string, kind = 'join') => transaction(test.db, (tx) => recordMail(tx, address, kind))
  const allowed = async (addresses: readonly string[]) =>
    (await Promise.all(addresses.map((address) => record(address)))).filter(Boolean).length
  const age = (hours: number) =>
    test.db
      .updateTable('mailLog')
      .set({ sentAt: new Date(Date.now() - hours * 3_600_000) })
      .execute()

  it('let three mails an hour through to a stranger, in any spelling, though all are sent at the same moment', async () => {
    const spellings = Array.from(
      { length: 12 },
      (_, i) => ['v.ictim@example.org', 'Victim@example.org', `victim+${i}@EXAMPLE.org`][i % 3] ?? '',
    )
    expect(await allowed(spellings)).toBe(3)
    expect(await record('victim@example.org', 'sign_in')).toBe(false)
    expect(await record('another@example.org')).toBe(true)
  })

  it('let five a day through, and forget after that day', async () => {
    await test.db.deleteFrom('mailLog').execute()
    expect(await allowed(Array(3).fill('day@example.org'))).toBe(3)
    await age(2)
    expect(await allowed(Array(4).fill('day@example.org'))).toBe(2)
    await age(25)
    await deleteOldMailLog(test.db)
    expect(await test.db.selectFrom('mailLog').select('id').execute()).toEqual([])
    expect(await record('day@example.org')).toBe(true)
  })

  it('hold no member back, and keep no address', async () => {
    await addMember(test.db, 'Anne Roy', { email: 'Anne.Roy@example.org' })
    expect(await allowed(Array(8).fill('anne.roy@example.org'))).toBe(8)
    const rows = await test.db.selectFrom('mailLog').selectAll().execute()
    expect(JSON.stringify(rows.map((row) => [row.kind, row.mailboxHash.toString('latin1')]))).not.toMatch(/example|anne/iu)
  })
})
