// People for tests, made in one line: members with the visibility that a test needs, connections between them.
import type { Relationship } from '@entregent/lib/base/words.ts'
import type { Db } from '../connect.ts'

let made = 0

/** A member who answered both questions of joining in the open way, unless `with` says otherwise. Gives the id. */
export async function addMember(
  db: Db,
  name = `Member${++made} Test`,
  values: Partial<{
    findableBy: 'nobody' | 'second_degree' | 'members' | 'anyone' | null
    showsConnections: boolean | null
    locale: 'en' | 'fr'
    email: string
    handle: string
    headlineEn: string
    headlineFr: string
  }> = {},
): Promise<number> {
  const [givenName = name, ...rest] = name.split(' ')
  const handle = values.handle ?? `${name.toLowerCase().replace(/[^a-z0-9]+/gu, '-')}-${++made}`
  const email = values.email ?? `${handle}@example.org`
  const { id } = await db
    .insertInto('member')
    .values({
      handle,
      email,
      emailKey: email.toLowerCase(),
      givenName,
      familyName: rest.join(' ') || 'Test',
      locale: values.locale ?? 'en',
      findableBy: values.findableBy === undefined ? 'members' : values.findableBy,
      showsConnections: values.showsConnections === undefined ? true : values.showsConnections,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('profile')
    .values({ memberId: id, headlineEn: values.headlineEn ?? null, headlineFr: values.headlineFr ?? null })
    .execute()
  return id
}

/** Connects two members, as `a` stated it. */
export async function addConnection(
  db: Db,
  a: number,
  b: number,
  values: Partial<{
    relationship: Relationship
    context: string
    sharedStrength: number
    hiddenByA: boolean
    strengthOfA: 1 | 2 | 3
    strengthOfB: 1 | 2 | 3
  }> = {},
): Promise<void> {
  const aIsLow = a < b
  await db
    .insertInto('connection')
    .values({
      lowId: Math.min(a, b),
      highId: Math.max(a, b),
      relationship: values.relationship ?? 'colleague',
      statedBy: a,
      context: values.context ?? null,
      sharedStrength: values.sharedStrength ?? 8,
      lowStrength: (aIsLow ? values.strengthOfA : values.strengthOfB) ?? null,
      highStrength: (aIsLow ? values.strengthOfB : values.strengthOfA) ?? null,
      hiddenByLow: aIsLow && (values.hiddenByA ?? false),
      hiddenByHigh: !aIsLow && (values.hiddenByA ?? false),
    })
    .execute()
}
