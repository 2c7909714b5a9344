// What two members have in common on their profiles: employers at the same time, schools, skills. And how many connections a person
// shows. Ties hidden from third persons count for nobody.
import { sql } from 'kysely'
import type { Db } from '../db/connect.ts'

export interface InCommon {
  /** Employers and schools; months of the time together, null when not known or, for the end, when it lasts. */
  readonly organizations: readonly { readonly name: string; readonly from: string | null; readonly to: string | null }[]
  readonly skills: readonly { readonly en: string | null; readonly fr: string | null }[]
}

/** What the two have in common, longest ago last; at most 10 organizations and 10 skills. */
export async function listInCommon(db: Db, viewer: { readonly id: number }, target: { readonly id: number }): Promise<InCommon> {
  const { rows } = await sql<{
    kind: 'organization' | 'skill'
    name: string | null
    nameFr: string | null
    from: string | null
    to: string | null
  }>`
    (select 'organization' as kind, o.name, null as name_fr, together.from, together.to
     from (
       select organization_id, min(started_on) as "from", nullif(max(ended_on), 'infinity') as "to"
       from (
         select mine.organization_id, greatest(mine.started_on, theirs.started_on) as started_on,
                least(coalesce(mine.ended_on, 'infinity'), coalesce(theirs.ended_on, 'infinity')) as ended_on
         from position mine join position theirs using (organization_id)
         where mine.member_id = ${viewer.id} and theirs.member_id = ${target.id}
           and mine.started_on <= coalesce(theirs.ended_on, 'infinity') and theirs.started_on <= coalesce(mine.ended_on, 'infinity')
         union all
         select mine.organization_id,
                case when overlap then greatest(mine.started_on, theirs.started_on) end,
                case when overlap then least(mine.ended_on, theirs.ended_on) end
         from education mine join education theirs using (organization_id)
         cross join lateral (
           select mine.started_on <= theirs.ended_on and theirs.started_on <= mine.ended_on as overlap
         ) dates
         where mine.member_id = ${viewer.id} and theirs.member_id = ${target.id}
       ) times
       group by organization_id
     ) together join organization o on o.id = together.organization_id
     order by together.from desc nulls last, o.name limit 10)
    union all
    (select 'skill', s.name_en, s.name_fr, null, null
     from member_skill mine join member_skill theirs using (skill_id) join skill s on s.id = mine.skill_id
     where mine.member_id = ${viewer.id} and theirs.member_id = ${target.id}
     order by coalesce(s.key_en, s.key_fr) limit 10)`.execute(db)
  return {
    organizations: rows.flatMap(({ kind, name, from, to }) => (kind === 'organization' && name !== null ? [{ name, from, to }] : [])),
    skills: rows.flatMap(({ kind, name, nameFr }) => (kind === 'skill' ? [{ en: name, fr: nameFr }] : [])),
  }
}

/** How many connections a person shows to others; undefined when they show none of them. */
export async function countShownConnections(db: Db, target: { readonly id: number }): Promise<number | undefined> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from member self
    join (
      select low_id as self_id, high_id as other_id from connection
      where low_id = ${target.id} and not hidden_by_low and not hidden_by_high
      union all
      select high_id, low_id from connection where high_id = ${target.id} and not hidden_by_low and not hidden_by_high
    ) tie on tie.self_id = self.id
    join member other on other.id = tie.other_id and other.shows_connections
    where self.id = ${target.id} and self.shows_connections
    having bool_and(self.shows_connections)`.execute(db)
  return rows[0]?.count
}
