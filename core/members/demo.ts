// In a demonstration anyone may be anyone of the village. Nothing here is reachable otherwise.
import { AppError } from '@entregent/lib/base/errors.ts'
import { sql } from 'kysely'
import type { Db } from '../db/connect.ts'

export interface DemoPerson {
  readonly handle: string
  readonly givenName: string
  readonly familyName: string
  readonly headlineEn: string | null
  readonly headlineFr: string | null
}

/** The people one may be, in the order in which they were made. Fails with `not_found` outside a demonstration. */
export async function listDemoPeople(db: Db, demo: boolean): Promise<DemoPerson[]> {
  if (!demo) throw new AppError('not_found')
  return db
    .selectFrom('member')
    .leftJoin('profile', 'profile.memberId', 'member.id')
    .select(['handle', 'givenName', 'familyName', 'headlineEn', 'headlineFr'])
    .orderBy(sql`member.id`)
    .limit(50)
    .execute()
}

/** The person to be, as after signing in. Fails with `not_found`, always so outside a demonstration. */
export async function findDemoPerson(db: Db, demo: boolean, handle: string): Promise<{ memberId: number; email: string }> {
  const row = demo
    ? await db.selectFrom('member').select(['id as memberId', 'email']).where('handle', '=', handle).executeTakeFirst()
    : undefined
  if (!row) throw new AppError('not_found')
  return row
}
