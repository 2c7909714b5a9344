import { connect } from '@entregent/core/db/connect.ts'
import { createTestDatabase } from '@entregent/core/db/testing/test-database.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { raiseGeneration } from '../bulk-load.ts'
import { cityPassword, seedCity } from './write.ts'

const memberCount = 300
let first: Awaited<ReturnType<typeof createTestDatabase>>
let second: typeof first
let opened: ReturnType<typeof connect>

beforeAll(async () => {
  first = await createTestDatabase()
  second = await createTestDatabase()
  await seedCity(first.url, { memberCount, seed: 'test' })
  await seedCity(second.url, { memberCount, seed: 'test' })
  opened = connect(first.url)
})
afterAll(async () => {
  await opened.close()
  await first.drop()
  await second.drop()
})

const rows = async (text: string, pool = opened.pool) => (await pool.query(text)).rows
const count = async (from: string) => Number((await rows(`select count(*) as n from ${from}`))[0].n)

test('the same seed writes the same city', async () => {
  const other = connect(second.url)
  const statements = [
    'select handle, findable_by, shows_connections, locale from member order by id',
    'select headline_en, headline_fr, summary_en, summary_fr, place, country from profile order by member_id',
    'select member_id, title_en, title_fr, seniority, started_on, ended_on from position order by member_id, started_on',
    'select low_id, high_id, relationship, context, started_on, ended_on, low_strength from connection order by low_id, high_id',
  ]
  for (const statement of statements) expect(await rows(statement, other.pool)).toEqual(await rows(statement))
  await other.close()
})

test('every row keeps what the silent triggers and keys would have demanded', async () => {
  expect(await count('member')).toBe(memberCount)
  expect(await count('profile')).toBe(memberCount)
  expect(await count('connection where low_id not in (select id from member) or high_id not in (select id from member)')).toBe(0)
  expect(
    await count('position where organization_id not in (select id from organization) or member_id not in (select id from member)'),
  ).toBe(0)
  expect(await count('position where started_on > now() or ended_on > now()')).toBe(0)
  expect(await count('member_skill where skill_id not in (select id from skill)')).toBe(0)
  const keys = `select conrelid::regclass::text, conname, convalidated, pg_get_constraintdef(oid) from pg_constraint where contype = 'f' order by 1, 2`
  const untouched = await createTestDatabase()
  const other = connect(untouched.url)
  expect(await rows(keys)).toEqual(await rows(keys, other.pool))
  await other.close()
  await untouched.drop()
  expect(await count(`pg_trigger where tgenabled = 'D'`)).toBe(0)
  expect(
    await count(
      'organization o where not exists (select from position where organization_id = o.id) and not exists (select from education where organization_id = o.id)',
    ),
  ).toBe(0)
})

test('ties are many, dated by shared employers, and some people have far more than others', async () => {
  expect((await count('connection')) / memberCount).toBeGreaterThan(3)
  expect(await count(`connection where relationship = 'colleague' and context is not null and started_on is not null`)).toBeGreaterThan(20)
  const [top] = await rows(
    'select max(n)::int as most, avg(n)::float as mean from (select count(*) as n from (select low_id as id from connection union all select high_id from connection) ends group by id) degrees',
  )
  expect(top.most).toBeGreaterThan(top.mean * 2)
})

test('members are searchable in both languages, and the text indexes are there', async () => {
  expect(await count('search_document')).toBe(memberCount)
  expect(await count(`search_document where words @@ to_tsquery('network_fr', 'gestion')`)).toBeGreaterThan(0)
  expect(await count(`search_document where words @@ to_tsquery('network_en', 'management')`)).toBeGreaterThan(0)
  expect(await count(`pg_indexes where tablename = 'search_document' and indexdef like '%gin%'`)).toBe(2)
})

test('network indexes are told to rebuild, and later members get ids of their own', async () => {
  expect((await rows('select generation from network_clock'))[0].generation).toBeGreaterThan(1)
  // A snapshot of one import is not of another one, though both are the second generation of a restored database.
  const instance = async () => (await rows('select instance from network_clock'))[0].instance as string
  const before = await instance()
  const client = await opened.pool.connect()
  await raiseGeneration(client).finally(() => client.release())
  expect(await instance()).not.toBe(before)
  expect((await rows(`select nextval(pg_get_serial_sequence('member', 'id'))::int as next`))[0].next).toBe(memberCount + 1)
})

test('all share one argon2id hash of the password that is told', async () => {
  expect(cityPassword).toBe('entregent-city')
  expect(await count(`(select distinct password_hash from member where password_hash like '$argon2id$%') hashes`)).toBe(1)
})

test('a database with members is refused, and added to by force', async () => {
  await expect(seedCity(second.url, { memberCount: 5 })).rejects.toMatchObject({ code: 'seed_not_empty' })
  expect(await seedCity(second.url, { memberCount: 5, force: true })).toMatchObject({ members: 5 })
})
