// People as they appear in a list: a name, a picture, a line. Whoever calls holds ids from a granted source; nothing is checked here.
import type { BilingualText } from '@entregent/lib/base/locale.ts'
import { sql } from 'kysely'
import type { Db } from '../db/connect.ts'

export interface PersonCard {
  readonly id: number
  readonly handle: string
  readonly givenName: string
  readonly familyName: string
  readonly photoVersion: number
  readonly headline: BilingualText
  readonly currentTitle: BilingualText | null
  readonly currentOrganization: string | null
  readonly place: string | null
}

/** The cards of these members by id, in one query; ids of nobody are left out. */
export async function listPersonCards(db: Db, ids: readonly number[]): Promise<Map<number, PersonCard>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{
    id: number
    handle: string
    givenName: string
    familyName: string
    photoVersion: number
    headlineEn: string | null
    headlineFr: string | null
    place: string | null
    titleEn: string | null
    titleFr: string | null
    organization: string | null
  }>`
    select m.id, m.handle, m.given_name, m.family_name, m.photo_version, p.headline_en, p.headline_fr, p.place,
           job.title_en, job.title_fr, job.organization
    from member m
    left join profile p on p.member_id = m.id
    left join lateral (
      select j.title_en, j.title_fr, o.name as organization
      from position j join organization o on o.id = j.organization_id
      where j.member_id = m.id and j.ended_on is null
      order by j.started_on desc, j.id limit 1
    ) job on true
    where m.id = any (${[...ids]}::int[])`.execute(db)
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        handle: row.handle,
        givenName: row.givenName,
        familyName: row.familyName,
        photoVersion: row.photoVersion,
        headline: { en: row.headlineEn, fr: row.headlineFr },
        currentTitle: row.titleEn || row.titleFr ? { en: row.titleEn, fr: row.titleFr } : null,
        currentOrganization: row.organization,
        place: row.place,
      },
    ]),
  )
}
