// Organizations as members name them: one row for all spellings that differ only in case, accents or punctuation.
import { refuseField } from '@entregent/lib/base/input.ts'
import { fold } from '@entregent/lib/base/text.ts'
import { sql } from 'kysely'
import type { Db } from '../db/connect.ts'

/**
 * The id of the organization of this name, made when it is not there yet; its first spelling stays. Two that make it at the same
 * moment get the same row. Fails with `invalid_input` on `organization` when the name holds no letter or digit.
 */
export async function organizationNamed(db: Db, name: string): Promise<number> {
  const key = fold(name)
  if (key === '') refuseField('organization', 'invalid')
  const found = await db.selectFrom('organization').select('id').where('nameKey', '=', key).executeTakeFirst()
  if (found) return found.id
  const made = await db
    .insertInto('organization')
    .values({ name, nameKey: key })
    // An update that changes nothing, so that the row made meanwhile is given back too.
    .onConflict((conflict) => conflict.constraint('organization_name_key').doUpdateSet({ nameKey: sql`excluded.name_key` }))
    .returning('id')
    .executeTakeFirstOrThrow()
  return made.id
}
