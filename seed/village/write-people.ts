// One person of the village with all that their profile holds.
import type { Tx } from '@entregent/core/db/connect.ts'
import { fold } from '@entregent/lib/base/text.ts'
import type { Pair } from '../words/occasions.ts'
import type { Villager } from './people.ts'
import { drawPicture } from './pictures.ts'

/** Gives the new member's id. */
export async function addVillager(tx: Tx, person: Villager, passwordHash: string): Promise<number> {
  const email = `${person.handle}@village.example`
  const { id } = await tx
    .insertInto('member')
    .values({
      handle: person.handle,
      email,
      emailKey: email,
      passwordHash,
      givenName: person.givenName,
      familyName: person.familyName,
      locale: person.locale,
      timeZone: 'America/Toronto',
      findableBy: person.findableBy,
      showsConnections: person.showsConnections,
      photoVersion: person.pictureHue === null ? 0 : 1,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await addConsents(tx, id, person)
  await addTexts(tx, id, person)
  await addLife(tx, id, person)
  await addAbilities(tx, id, person)
  if (person.pictureHue !== null) {
    const picture = await drawPicture(person.givenName, person.familyName, person.pictureHue)
    await tx
      .insertInto('photo')
      .values({ memberId: id, version: 1, ...picture })
      .execute()
  }
  return id
}

async function addConsents(tx: Tx, memberId: number, { findableBy, showsConnections, locale }: Villager): Promise<void> {
  if (findableBy === null || showsConnections === null) return
  const given = { memberId, wording: 'seed', locale }
  await tx
    .insertInto('consent')
    .values([
      { ...given, subject: 'findable_by', answer: findableBy },
      { ...given, subject: 'shows_connections', answer: String(showsConnections) },
    ])
    .execute()
}

async function addTexts(tx: Tx, memberId: number, { headline, summary, place }: Villager): Promise<void> {
  await tx
    .insertInto('profile')
    .values({
      memberId,
      headlineEn: headline[0] || null,
      headlineFr: headline[1] || null,
      summaryEn: summary[0] || null,
      summaryFr: summary[1] || null,
      place: place || null,
      country: place ? 'CA' : null,
    })
    .execute()
}

async function addLife(tx: Tx, memberId: number, { posts, studies, place }: Villager): Promise<void> {
  for (const [organization, title, seniority, startedOn, endedOn] of posts) {
    await tx
      .insertInto('position')
      .values({
        memberId,
        organizationId: await organizationId(tx, organization),
        titleEn: title[0] || null,
        titleFr: title[1] || null,
        seniority,
        place: endedOn === null ? place : null,
        startedOn,
        endedOn,
      })
      .execute()
  }
  for (const [school, degree, field, startedOn, endedOn] of studies) {
    await tx
      .insertInto('education')
      .values({
        memberId,
        organizationId: await organizationId(tx, school),
        degreeEn: degree[0] || null,
        degreeFr: degree[1] || null,
        fieldEn: field[0] || null,
        fieldFr: field[1] || null,
        startedOn,
        endedOn,
      })
      .execute()
  }
}

async function addAbilities(tx: Tx, memberId: number, { skills, languages, reach }: Villager): Promise<void> {
  for (const [ordinal, skill] of skills.entries()) {
    await tx
      .insertInto('memberSkill')
      .values({ memberId, skillId: await skillId(tx, skill), ordinal })
      .execute()
  }
  for (const [language, level] of languages) await tx.insertInto('memberLanguage').values({ memberId, language, level }).execute()
  for (const [purpose, way] of reach) await tx.insertInto('reachPreference').values({ memberId, purpose, way }).execute()
}

async function organizationId(tx: Tx, name: string): Promise<number> {
  await tx
    .insertInto('organization')
    .values({ name, nameKey: fold(name) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { id } = await tx.selectFrom('organization').select('id').where('nameKey', '=', fold(name)).executeTakeFirstOrThrow()
  return id
}

async function skillId(tx: Tx, [en, fr]: Pair): Promise<number> {
  const values = { nameEn: en, nameFr: fr, keyEn: fold(en), keyFr: fold(fr) }
  await tx
    .insertInto('skill')
    .values(values)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { id } = await tx
    .selectFrom('skill')
    .select('id')
    .where((eb) => eb.or([eb('keyEn', '=', values.keyEn), eb('keyFr', '=', values.keyFr)]))
    .executeTakeFirstOrThrow()
  return id
}
