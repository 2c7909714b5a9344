import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { canPassTo, canReach, databaseAccount, parseAccounts } from './account.ts'
import { temporaryFolder } from './testing/processes.ts'

const accounts = parseAccounts(
  ['root:x:0:0:root:/root:/bin/bash', 'nobody:x:65534:65534::/:/bin/false', '# a remark', 'postgres:x:101:104::/:/bin/bash', ''].join('\n'),
)

describe('the account of the database', () => {
  it('is read from the lines of a passwd file, remarks apart', () => {
    expect(accounts.map(({ name, uid, gid }) => [name, uid, gid])).toEqual([
      ['root', 0, 0],
      ['nobody', 65534, 65534],
      ['postgres', 101, 104],
    ])
  })

  it('is postgres in place of root, else nobody', () => {
    expect(databaseAccount(0, accounts)?.name).toBe('postgres')
    expect(databaseAccount(0, accounts.slice(0, 2))?.name).toBe('nobody')
  })

  it('is ourselves for a plain user', () => {
    expect(databaseAccount(101, accounts)).toBeUndefined()
  })

  it('is missing for root on a system with neither', () => {
    expect(() => databaseAccount(0, [])).toThrow(expect.objectContaining({ code: 'database_account_missing', details: { uid: 0 } }))
  })

  it.runIf(process.platform === 'linux')('is missing for a number without a name', () => {
    const missing = { code: 'database_account_missing', details: { uid: 987_654_321 } }
    expect(() => databaseAccount(987_654_321, accounts)).toThrow(expect.objectContaining(missing))
  })
})

describe('reaching a file', () => {
  const stranger = { name: 'stranger', uid: 987_654_321, gid: 987_654_321 }

  it('takes every folder above it to be passable, and the file to be open', async () => {
    const folder = await temporaryFolder()
    const inner = join(folder, 'inner')
    const file = join(inner, 'program')
    await mkdir(inner)
    await writeFile(file, '')
    await Promise.all([chmod(folder, 0o711), chmod(inner, 0o755), chmod(file, 0o755)])
    expect(await canReach(file, stranger)).toBe(true)
    await chmod(file, 0o700)
    expect([await canReach(file, stranger), await canPassTo(file, stranger)]).toEqual([false, true])
    await Promise.all([chmod(file, 0o755), chmod(folder, 0o700)])
    expect([await canReach(file, stranger), await canPassTo(file, stranger)]).toEqual([false, false])
  })
})
