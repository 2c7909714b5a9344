// The members of the city into the database, with all that their profiles hold.
import { emailKey } from '@entregent/lib/base/email-address.ts'
import type pg from 'pg'
import { insertRows } from '../insert-rows.ts'
import { dateOf } from './months.ts'
import type { Person } from './people.ts'

/** The ids of what profiles refer to, by name; a skill by its English name. */
export interface VocabularyIds {
  readonly organizations: ReadonlyMap<string, number>
  readonly skills: ReadonlyMap<string, number>
}

/** Writes these people as the members after `afterMember`, in order. */
export async function writePeople(
  client: pg.ClientBase,
  people: readonly Person[],
  afterMember: number,
  ids: VocabularyIds,
  passwordHash: string,
): Promise<void> {
  const numbered = people.map((person, place) => ({ ...person, id: afterMember + place + 1 }))
  await writeMembers(client, numbered, passwordHash)
  await writeProfiles(client, numbered)
  await writeLives(client, numbered, ids.organizations)
  await writeAbilities(client, numbered, ids.skills)
}

type Numbered = Person & { readonly id: number }

async function writeMembers(client: pg.ClientBase, numbered: readonly Numbered[], passwordHash: string): Promise<void> {
  await insertRows(
    client,
    'member',
    {
      id: 'int',
      handle: 'text',
      email: 'text',
      email_key: 'text',
      password_hash: 'text',
      given_name: 'text',
      family_name: 'text',
      locale: 'text',
      time_zone: 'text',
      findable_by: 'text',
      shows_connections: 'bool',
      joined_at: 'timestamptz',
    },
    numbered.map((person) => ({
      id: person.id,
      handle: person.handle,
      email: `${person.handle}@city.example`,
      email_key: emailKey(`${person.handle}@city.example`),
      password_hash: passwordHash,
      given_name: person.givenName,
      family_name: person.familyName,
      locale: person.locale,
      time_zone: person.town.country === 'CA' ? 'America/Toronto' : 'Europe/Paris',
      findable_by: person.findableBy,
      shows_connections: person.showsConnections,
      joined_at: daysAgo(person.joinedDaysAgo),
    })),
    { overridesIdentity: true },
  )
}

async function writeProfiles(client: pg.ClientBase, numbered: readonly Numbered[]): Promise<void> {
  await insertRows(
    client,
    'profile',
    { member_id: 'int', headline_en: 'text', headline_fr: 'text', summary_en: 'text', summary_fr: 'text', place: 'text', country: 'text' },
    numbered.map(({ id, headline, summary, town }) => ({
      member_id: id,
      headline_en: headline.en,
      headline_fr: headline.fr,
      summary_en: summary.en,
      summary_fr: summary.fr,
      place: town.name,
      country: town.country,
    })),
  )
  await insertRows(
    client,
    'profile_link',
    { member_id: 'int', url: 'text' },
    numbered.flatMap(({ id, link }) => (link === null ? [] : [{ member_id: id, url: link }])),
  )
  await insertRows(
    client,
    'reach_preference',
    { member_id: 'int', purpose: 'text', way: 'text' },
    numbered.flatMap(({ id, reach }) => reach.map(({ purpose, way }) => ({ member_id: id, purpose, way }))),
  )
}

async function writeLives(
  client: pg.ClientBase,
  numbered: readonly Numbered[],
  organizationIds: ReadonlyMap<string, number>,
): Promise<void> {
  await insertRows(
    client,
    'position',
    {
      member_id: 'int',
      organization_id: 'int',
      title_en: 'text',
      title_fr: 'text',
      seniority: 'text',
      place: 'text',
      started_on: 'date',
      ended_on: 'date',
    },
    numbered.flatMap(({ id, posts, writes, town }) =>
      posts.map((post) => ({
        member_id: id,
        organization_id: organizationIds.get(post.organization) as number,
        title_en: writes === 'fr' ? null : post.title[0],
        title_fr: writes === 'en' ? null : post.title[1],
        seniority: post.seniority,
        place: post.to === null ? town.name : null,
        started_on: dateOf(post.from),
        ended_on: post.to === null ? null : dateOf(post.to),
      })),
    ),
  )
  await insertRows(
    client,
    'education',
    {
      member_id: 'int',
      organization_id: 'int',
      degree_en: 'text',
      degree_fr: 'text',
      field_en: 'text',
      field_fr: 'text',
      started_on: 'date',
      ended_on: 'date',
    },
    numbered.flatMap(({ id, studies, writes }) =>
      studies.map((study) => ({
        member_id: id,
        organization_id: organizationIds.get(study.school) as number,
        degree_en: writes === 'fr' ? null : study.degree[0],
        degree_fr: writes === 'en' ? null : study.degree[1],
        field_en: writes === 'fr' ? null : study.subject[0],
        field_fr: writes === 'en' ? null : study.subject[1],
        started_on: dateOf(study.from),
        ended_on: dateOf(study.to),
      })),
    ),
  )
}

async function writeAbilities(client: pg.ClientBase, numbered: readonly Numbered[], skillIds: ReadonlyMap<string, number>): Promise<void> {
  await insertRows(
    client,
    'member_skill',
    { member_id: 'int', skill_id: 'int', ordinal: 'int2' },
    numbered.flatMap((person) =>
      person.skills.flatMap(([en], ordinal) => {
        const skillId = skillIds.get(en)
        return skillId === undefined ? [] : [{ member_id: person.id, skill_id: skillId, ordinal }]
      }),
    ),
  )
  await insertRows(
    client,
    'member_language',
    { member_id: 'int', language: 'text', level: 'text' },
    numbered.flatMap(({ id, languages }) => languages.map(({ language, level }) => ({ member_id: id, language, level }))),
  )
}

function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString()
}
