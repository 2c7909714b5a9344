// The skills of one's own profile. A skill is one row for all members, in one or both languages, found by its folded name. A missing
// translation is filled in only while nobody else has the skill: nobody writes words into another member's profile.
import { optionalLine, parseInput, refuseField } from '@entregent/lib/base/input.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Db, Tx } from '../db/connect.ts'
import type { OwnProfile } from './access.ts'
import { editing, versionInput } from './edit.ts'

/** Skills that one profile may hold. */
export const skillLimit = 50

const skillsInput = z.object({
  version: versionInput,
  skills: z.array(z.object({ en: optionalLine(80), fr: optionalLine(80) })).max(2 * skillLimit),
})

interface Named {
  readonly en: string | null
  readonly fr: string | null
  readonly keyEn: string | null
  readonly keyFr: string | null
}

/** Sets the whole list, in this order; empty and repeated entries are left out. Fails with `invalid_input` or `stale_version`. */
export async function setSkills(db: Db, own: OwnProfile, raw: unknown): Promise<void> {
  const { version, skills } = parseInput(skillsInput, raw)
  const wanted = skills.map(named).filter(({ keyEn, keyFr }) => keyEn !== null || keyFr !== null)
  if (wanted.length > skillLimit) refuseField('skills', 'too_many', skillLimit)
  await editing(db, own, version, async (tx) => {
    const ids = [...new Set(await skillIds(tx, own, wanted))]
    await tx.deleteFrom('memberSkill').where('memberId', '=', own.id).where('skillId', '<>', sql<number>`all (${ids}::int[])`).execute()
    if (ids.length === 0) return
    await tx
      .insertInto('memberSkill')
      .values(ids.map((skillId, ordinal) => ({ memberId: own.id, skillId, ordinal })))
      // Rows that stay as they were are not touched: each touched row rebuilds the search text.
      .onConflict((conflict) =>
        conflict
          .columns(['memberId', 'skillId'])
          .doUpdateSet({ ordinal: sql`excluded.ordinal` })
          .where('memberSkill.ordinal', '<>', sql<number>`excluded.ordinal`),
      )
      .execute()
  })
}

/** As `fold` of lib/base/text.ts, but `C`, `C++` and `C#` stay three skills. Null when nothing is left. */
export function skillKey(name: string): string | null {
  return (
    name
      .toLowerCase()
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replaceAll('œ', 'oe')
      .replaceAll('æ', 'ae')
      .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
      .trim() || null
  )
}

function named({ en, fr }: { en: string | null; fr: string | null }): Named {
  return { en, fr, keyEn: en && skillKey(en), keyFr: fr && skillKey(fr) }
}

// Three statements, however many skills: fill in, make, find. Sorted, so that two members who name the same new skills at the same
// moment wait for each other in the same order.
async function skillIds(tx: Tx, own: OwnProfile, wanted: readonly Named[]): Promise<number[]> {
  if (wanted.length === 0) return []
  const sorted = wanted.toSorted((a, b) => order(a, b))
  const known = await skillsOfKeys(tx, wanted)
  const missing = new Map<string, Named>()
  for (const skill of sorted) if (match(skill, known) === undefined) missing.set(`${skill.keyEn}/${skill.keyFr}`, skill)
  if (missing.size > 0) {
    await tx
      .insertInto('skill')
      .values([...missing.values()].map(({ en, fr, keyEn, keyFr }) => ({ nameEn: en, nameFr: fr, keyEn, keyFr })))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  await fillIn(tx, own, sorted)
  const found = missing.size > 0 ? await skillsOfKeys(tx, wanted) : known
  return wanted.map((skill) => match(skill, found)).filter((id) => id !== undefined)
}

async function fillIn(tx: Tx, own: OwnProfile, wanted: readonly Named[]): Promise<void> {
  const both = wanted.filter(({ keyEn, keyFr }) => keyEn !== null && keyFr !== null)
  if (both.length === 0) return
  await sql`
    update skill s
    set name_en = coalesce(s.name_en, w.en), key_en = coalesce(s.key_en, w.key_en),
        name_fr = coalesce(s.name_fr, w.fr), key_fr = coalesce(s.key_fr, w.key_fr)
    from jsonb_to_recordset(${JSON.stringify(both.map((w) => ({ en: w.en, fr: w.fr, key_en: w.keyEn, key_fr: w.keyFr })))}::jsonb)
      as w (en text, fr text, key_en text, key_fr text)
    where ((s.key_en = w.key_en and s.key_fr is null) or (s.key_fr = w.key_fr and s.key_en is null))
      and not exists (select from skill other where other.id <> s.id and (other.key_en = w.key_en or other.key_fr = w.key_fr))
      and not exists (select from member_skill ms where ms.skill_id = s.id and ms.member_id <> ${own.id})`.execute(tx)
}

type Known = Awaited<ReturnType<typeof skillsOfKeys>>

async function skillsOfKeys(tx: Tx, wanted: readonly Named[]) {
  const keys = [...new Set(wanted.flatMap(({ keyEn, keyFr }) => [keyEn, keyFr]).filter((key) => key !== null))]
  const rows = await tx
    .selectFrom('skill')
    .select(['id', 'keyEn', 'keyFr'])
    .where(({ or, eb }) => or([eb('keyEn', '=', sql<string>`any (${keys}::text[])`), eb('keyFr', '=', sql<string>`any (${keys}::text[])`)]))
    .execute()
  return {
    byEnglish: new Map(rows.map(({ id, keyEn }) => [keyEn, id])),
    byFrench: new Map(rows.map(({ id, keyFr }) => [keyFr, id])),
  }
}

// By its own language first; a word alone may be the same in the other one (Java, marketing).
function match({ keyEn, keyFr }: Named, { byEnglish, byFrench }: Known): number | undefined {
  if (keyEn !== null && keyFr !== null) return byEnglish.get(keyEn) ?? byFrench.get(keyFr)
  return keyEn !== null ? (byEnglish.get(keyEn) ?? byFrench.get(keyEn)) : (byFrench.get(keyFr) ?? byEnglish.get(keyFr))
}

function order(a: Named, b: Named): number {
  const [left, right] = [`${a.keyEn}/${a.keyFr}`, `${b.keyEn}/${b.keyFr}`]
  return left < right ? -1 : left > right ? 1 : 0
}
