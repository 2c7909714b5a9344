// Limits: exact under a race, the same for every server, moving with time.
import { beforeAll, describe, expect, it } from 'vitest'
import { connect, type Database } from '../db/connect.ts'
import { useTestDatabase } from '../db/testing/test-database.ts'
import { allowAttempt, countAttempt, forgetAttempts } from './throttle.ts'

describe('a limit of attempts', () => {
  const test = useTestDatabase()
  let other: Database
  beforeAll(() => {
    other = connect(test.url, { poolSize: 10 })
    return () => other.close()
  })

  it('lets exactly as many through as it says when two servers race', async () => {
    const limit = [{ key: 'race', max: 10, windowSeconds: 900 }]
    const now = Date.now()
    const waits = await Promise.all(Array.from({ length: 60 }, (_, n) => countAttempt(n % 2 ? test.db : other.db, limit, now)))
    expect(waits.filter((wait) => wait === undefined)).toHaveLength(10)
    for (const wait of waits) expect(wait ?? 1).toBeGreaterThan(0)
  })

  it('never holds more than its number in any window, and opens again after it', async () => {
    const limit = [{ key: 'moving', max: 4, windowSeconds: 400 }]
    const start = 1_800_000_000_000
    const allowed: number[] = []
    for (let seconds = 0; seconds < 2_000; seconds += 20) {
      if ((await countAttempt(test.db, limit, start + seconds * 1000)) === undefined) allowed.push(seconds)
    }
    for (const at of allowed) expect(allowed.filter((other) => other >= at && other < at + 400).length).toBeLessThanOrEqual(4)
    expect(allowed.length).toBeGreaterThan(12)
  })

  it('is not lengthened by attempts that it refused', async () => {
    const limit = [{ key: 'hammered', max: 1, windowSeconds: 40 }]
    const start = 1_800_000_000_000
    expect(await countAttempt(test.db, limit, start)).toBeUndefined()
    for (let seconds = 1; seconds < 50; seconds++) expect(await countAttempt(test.db, limit, start + seconds * 1000)).toBeGreaterThan(0)
    expect(await countAttempt(test.db, limit, start + 51_000)).toBeUndefined()
  })

  it('refuses when one of several is reached, and says for how long', async () => {
    const narrow = { key: 'narrow', max: 1, windowSeconds: 900 }
    const wide = { key: 'wide', max: 100, windowSeconds: 900 }
    await allowAttempt(test.db, [narrow, wide])
    await expect(allowAttempt(test.db, [narrow, wide])).rejects.toMatchObject({ code: 'too_many_requests' })
    await forgetAttempts(test.db, [narrow])
    await expect(allowAttempt(test.db, [narrow, wide])).resolves.toBeUndefined()
  })
})
