import { connect } from '@entregent/core/db/connect.ts'
import { createTestDatabase } from '@entregent/core/db/testing/test-database.ts'
import { introductionStates, relationships, setAsideReasons } from '@entregent/lib/base/words.ts'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedVillage } from './write.ts'

let made: Awaited<ReturnType<typeof createTestDatabase>>
let opened: ReturnType<typeof connect>

beforeAll(async () => {
  made = await createTestDatabase()
  expect(await seedVillage(made.url)).toMatchObject({ members: 12 })
  opened = connect(made.url)
})
afterAll(async () => {
  await opened.close()
  await made.drop()
})

const values = async (expression: string, table: string) =>
  (await opened.pool.query(`select distinct ${expression} as value from ${table} order by 1`)).rows.map(({ value }) => value)
const count = async (from: string) => Number((await opened.pool.query(`select count(*) as n from ${from}`)).rows[0].n)

test('every answer to who may find me is somebody’s, and one is not given yet', async () => {
  expect(await values('findable_by', 'member')).toEqual(['anyone', 'members', 'nobody', 'second_degree', null])
  expect(await values('shows_connections', 'member')).toEqual([false, true, null])
})

test('profiles are in French, in English, in both, and empty', async () => {
  const kinds = await values(
    `concat_ws('+', case when headline_en is not null then 'en' end, case when headline_fr is not null then 'fr' end)`,
    'profile',
  )
  expect(kinds).toEqual(['', 'en', 'en+fr', 'fr'])
})

test('invitations are open, accepted, withdrawn, and set aside for every reason', async () => {
  expect(await values('state', 'invitation')).toEqual(['accepted', 'open', 'withdrawn'])
  expect(await values('set_aside_as', 'invitation where set_aside_as is not null')).toEqual([...setAsideReasons].sort())
  expect(await count("invitation i join connection c using (low_id, high_id) where i.state = 'open'")).toBe(0)
})

test('introductions are in every state, on one step, two, and none, set aside by a connector and by a person', async () => {
  expect(await values('state', 'introduction')).toEqual([...introductionStates].sort())
  expect(await values('closed_as', 'introduction where closed_as is not null')).toEqual(['expired', 'withdrawn'])
  expect(await values('(select count(*) from introduction_step where introduction_id = id)::int', 'introduction')).toEqual([0, 1, 2])
  expect(await count('introduction where set_aside_at is not null')).toBeGreaterThan(0)
  expect(await count('introduction_step where set_aside_at is not null')).toBeGreaterThan(0)
  expect(await count(`introduction where state = 'accepted' and conversation_id is null`)).toBe(0)
  expect(await count('introduction where closed_at is null and expires_at < now()')).toBe(0)
})

test('every chain of an introduction is a chain of connections', async () => {
  const broken = await count(`(
    select asker_id as a, connector_id as b from introduction join introduction_step on introduction_id = id where position = 1
    union all
    select s.connector_id, coalesce(n.connector_id, target_id) from introduction_step s join introduction i on i.id = s.introduction_id
      left join introduction_step n on n.introduction_id = s.introduction_id and n.position = s.position + 1
  ) step where not exists (select from connection where low_id = least(a, b) and high_id = greatest(a, b))`)
  expect(broken).toBe(0)
})

test('conversations are unread and read; one tie is hidden; every relationship occurs', async () => {
  expect(await count('conversation where low_read_seq < last_seq or high_read_seq < last_seq')).toBeGreaterThan(0)
  expect(await count('conversation where low_read_seq = last_seq and high_read_seq = last_seq')).toBeGreaterThan(0)
  expect(await count('connection where hidden_by_low or hidden_by_high')).toBe(1)
  expect(await values('relationship', 'connection')).toEqual([...relationships].sort())
})

test('pictures are square WebP of 96 and 320 pixels, and some people have none', async () => {
  const [photo] = (await opened.pool.query('select small, large from photo limit 1')).rows
  expect(await sharp(photo.small).metadata()).toMatchObject({ format: 'webp', width: 96, height: 96 })
  expect(await sharp(photo.large).metadata()).toMatchObject({ format: 'webp', width: 320, height: 320 })
  expect(await count('member where photo_version = 0')).toBeGreaterThan(0)
})

test('the village is searchable at once, and refuses to be written twice', async () => {
  expect(await count(`search_document where words @@ to_tsquery('network_fr', 'brasserie & presidents')`)).toBe(1)
  await expect(seedVillage(made.url)).rejects.toMatchObject({ code: 'seed_not_empty' })
})
