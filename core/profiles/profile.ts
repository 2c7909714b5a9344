// A whole profile, as its page shows it: one query, whatever it holds.
import type { BilingualText } from '@entregent/lib/base/locale.ts'
import type { LanguageLevel, Seniority } from '@entregent/lib/base/words.ts'
import { sql } from 'kysely'
import type { Db } from '../db/connect.ts'
import type { Readable } from './access.ts'

export interface Position {
  readonly id: string
  readonly organization: string
  readonly title: BilingualText
  readonly seniority: Seniority | null
  readonly description: BilingualText
  readonly place: string | null
  /** First days of months, `2006-05-01`; no end means present. */
  readonly startedOn: string
  readonly endedOn: string | null
}

export interface Education {
  readonly id: string
  readonly organization: string
  readonly degree: BilingualText
  readonly field: BilingualText
  readonly startedOn: string | null
  readonly endedOn: string | null
}

export interface ProfileView {
  readonly handle: string
  readonly givenName: string
  readonly familyName: string
  readonly photoVersion: number
  readonly headline: BilingualText
  readonly summary: BilingualText
  readonly place: string | null
  /** ISO 3166-1, two letters. */
  readonly country: string | null
  /** What lasts first, then the latest. */
  readonly positions: readonly Position[]
  readonly education: readonly Education[]
  /** In the member's order. */
  readonly skills: readonly BilingualText[]
  /** Best known first. */
  readonly languages: readonly { readonly language: string; readonly level: LanguageLevel }[]
  readonly links: readonly { readonly url: string; readonly label: string | null }[]
  /** To be given back with each change: see edit.ts. */
  readonly version: number
}

/** The profile of a member that the caller may read. */
export async function readProfile(db: Db, owner: Readable): Promise<ProfileView> {
  const { rows } = await sql<Omit<ProfileView, keyof typeof owner>>`
    select coalesce(p.version, 0) as version, p.place, p.country,
      jsonb_build_object('en', p.headline_en, 'fr', p.headline_fr) as headline,
      jsonb_build_object('en', p.summary_en, 'fr', p.summary_fr) as summary,
      coalesce((
        select jsonb_agg(jsonb_build_object(
          'id', j.id, 'organization', o.name, 'seniority', j.seniority, 'place', j.place,
          'title', jsonb_build_object('en', j.title_en, 'fr', j.title_fr),
          'description', jsonb_build_object('en', j.description_en, 'fr', j.description_fr),
          'startedOn', j.started_on, 'endedOn', j.ended_on) order by j.ended_on desc nulls first, j.started_on desc, j.id)
        from position j join organization o on o.id = j.organization_id where j.member_id = m.id), '[]') as positions,
      coalesce((
        select jsonb_agg(jsonb_build_object(
          'id', e.id, 'organization', o.name,
          'degree', jsonb_build_object('en', e.degree_en, 'fr', e.degree_fr),
          'field', jsonb_build_object('en', e.field_en, 'fr', e.field_fr),
          'startedOn', e.started_on, 'endedOn', e.ended_on) order by coalesce(e.ended_on, e.started_on) desc nulls last, e.id)
        from education e join organization o on o.id = e.organization_id where e.member_id = m.id), '[]') as education,
      coalesce((
        select jsonb_agg(jsonb_build_object('en', s.name_en, 'fr', s.name_fr) order by ms.ordinal, s.id)
        from member_skill ms join skill s on s.id = ms.skill_id where ms.member_id = m.id), '[]') as skills,
      coalesce((
        select jsonb_agg(jsonb_build_object('language', l.language, 'level', l.level)
          order by array_position(array['native', 'fluent', 'working', 'basic'], l.level), l.language)
        from member_language l where l.member_id = m.id), '[]') as languages,
      coalesce((
        select jsonb_agg(jsonb_build_object('url', l.url, 'label', l.label) order by l.ordinal, l.id)
        from profile_link l where l.member_id = m.id), '[]') as links
    from member m left join profile p on p.member_id = m.id
    where m.id = ${owner.id}`.execute(db)
  const [found] = rows
  if (!found) throw new Error('a granted member is gone')
  const { handle, givenName, familyName, photoVersion } = owner
  return { handle, givenName, familyName, photoVersion, ...found }
}
