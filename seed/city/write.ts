// The city into the database: people in batches, then their ties. Every member can sign in with one password.

import { hashPassword } from '@entregent/core/members/password.ts'
import { fold } from '@entregent/lib/base/text.ts'
import type pg from 'pg'
import { bulkLoad, raiseGeneration, refreshSearch, refuseMembers, withoutForeignKeys } from '../bulk-load.ts'
import { insertRows } from '../insert-rows.ts'
import { createRandom } from '../random.ts'
import { inventOrganizations, type Organizations } from '../words/organizations.ts'
import { generalSkills, skills } from '../words/skills.ts'
import { type Past, pastOf } from './acquaintance.ts'
import { circles } from './communities.ts'
import { generatePerson } from './people.ts'
import { generateTies, readTies } from './ties.ts'
import { type VocabularyIds, writePeople } from './write-people.ts'
import { writeTies } from './write-ties.ts'

/** Every member of a city signs in with this password, as `<handle>@city.example`. */
export const cityPassword = 'entregent-city'
const batchPeople = 5_000
const profileTables = ['profile', 'position', 'education', 'member_skill', 'member_language', 'profile_link', 'reach_preference']

export interface CityOptions {
  readonly memberCount: number
  /** A file of ties (see ties.ts); without it they are generated. */
  readonly edgesFile?: string | undefined
  readonly seed?: string | undefined
  /** Adds to a database that has members already. */
  readonly force?: boolean | undefined
}

/**
 * Writes a city into the database at `url`: the same people and ties for the same seed on an empty database. Gives the numbers written.
 * Fails with `seed_not_empty`.
 */
export async function seedCity(url: string, options: CityOptions): Promise<{ members: number; ties: number }> {
  const seed = options.seed ?? 'entregent'
  const people = await bulkLoad(url, ['member', 'profile', 'position', 'education', 'member_skill'], async (client, lastMemberId) => {
    refuseMembers(lastMemberId, options.force)
    const write = () => writeAllPeople(client, seed, options.memberCount, lastMemberId)
    return { lastMemberId, pasts: await withoutForeignKeys(client, profileTables, write) }
  })
  const { lastMemberId, pasts } = people
  const random = createRandom(`${seed}/ties/${lastMemberId}`)
  const ties = options.edgesFile
    ? await readTies(options.edgesFile, options.memberCount)
    : generateTies(random, options.memberCount, circles(random, pasts))
  const connected = bulkLoad(url, ['connection'], async (client) => {
    await writeTies(client, random, ties, pasts, lastMemberId)
    await raiseGeneration(client)
  })
  await Promise.all([connected, refreshSearch(url, lastMemberId)])
  return { members: options.memberCount, ties: ties.low.length }
}

async function writeAllPeople(client: pg.ClientBase, seed: string, memberCount: number, lastMemberId: number): Promise<Past[]> {
  const passwordHash = await hashPassword(cityPassword)
  const organizations = inventOrganizations()
  const ids = await writeVocabulary(client, organizations)
  const pasts: Past[] = []
  for (let start = 0; start < memberCount; start += batchPeople) {
    const count = Math.min(batchPeople, memberCount - start)
    // Added to other members, the city goes on counting where they end: no handle is there twice.
    const people = Array.from({ length: count }, (_, place) => generatePerson(seed, lastMemberId + start + place, organizations))
    await writePeople(client, people, lastMemberId + start, ids, passwordHash)
    for (const person of people) pasts.push(pastOf(person))
  }
  await client.query(`select setval(pg_get_serial_sequence('member', 'id'), $1::int)`, [lastMemberId + memberCount])
  await client.query(
    `delete from organization o where id = any ($1) and not exists (select from position where organization_id = o.id)
       and not exists (select from education where organization_id = o.id)`,
    [[...ids.organizations.values()]],
  )
  // The refresh of the search rows reads these member by member: without numbers the plan would be a guess.
  await client.query('analyze member, profile, position, education, member_skill, organization, skill')
  return pasts
}

async function writeVocabulary(client: pg.ClientBase, { employers, schools }: Organizations): Promise<VocabularyIds> {
  const names = [...Object.values(employers).flatMap(({ fr, en }) => [...fr, ...en]), ...schools.fr, ...schools.en]
  const organizations = names.map((name) => ({ name, name_key: fold(name) }))
  await insertRows(client, 'organization', { name: 'text', name_key: 'text' }, organizations, { tail: 'on conflict do nothing' })
  const pairs = [...generalSkills, ...Object.values(skills).flat()]
  const rows = pairs.map(([en, fr]) => ({ name_en: en, name_fr: fr, key_en: fold(en), key_fr: fold(fr) }))
  const columns = { name_en: 'text', name_fr: 'text', key_en: 'text', key_fr: 'text' } as const
  await insertRows(client, 'skill', columns, rows, { tail: 'on conflict do nothing' })
  const idByKey = async (statement: string, keys: readonly string[]) =>
    new Map((await client.query<{ key: string; id: number }>(statement, [keys])).rows.map(({ key, id }) => [key, id]))
  const organizationIds = await idByKey(
    'select name_key as key, id from organization where name_key = any ($1)',
    organizations.map(({ name_key }) => name_key),
  )
  const skillIds = await idByKey(
    'select key_en as key, id from skill where key_en = any ($1)',
    rows.map(({ key_en }) => key_en),
  )
  return {
    organizations: byName(names, organizationIds),
    skills: byName(
      pairs.map(([en]) => en),
      skillIds,
    ),
  }
}

// A skill that somebody entered under its French name alone has no English key: it is left out.
function byName(names: readonly string[], ids: ReadonlyMap<string, number>): Map<string, number> {
  return new Map(names.flatMap((name) => (ids.has(fold(name)) ? [[name, ids.get(fold(name)) as number] as const] : [])))
}
