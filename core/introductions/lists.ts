// Introductions in lists: to forward, offered to me, asked by me, let rest. Each holds what its reader may see (access.ts).
import { decodeCursor, type Page, pageOf } from '@entregent/lib/base/cursor.ts'
import type { IntroductionState, Purpose } from '@entregent/lib/base/words.ts'
import { shownState } from '@entregent/lib/policy/introduction.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../db/connect.ts'

export interface ListedPerson {
  readonly handle: string
  readonly givenName: string
  readonly familyName: string
  readonly photoVersion: number
}

export interface ListedIntroduction {
  readonly id: string
  readonly purpose: Purpose
  readonly asker: ListedPerson
  readonly target: ListedPerson
  readonly state: IntroductionState
  readonly closedAs: 'withdrawn' | 'expired' | null
  readonly askedAt: Date
  readonly expiresAt: Date
}

interface Reader {
  readonly id: number
}

/** Requests that lie before the reader as connector, newest first. */
export async function listIntroductionsToForward(db: Db, reader: Reader, after?: string | null, limit = 20) {
  return listWhere(db, sql`${toForward(reader.id)} and mine.set_aside_at is null`, reader.id, after, limit)
}

/** Requests offered to the reader, newest first. */
export async function listOfferedIntroductions(db: Db, reader: Reader, after?: string | null, limit = 20) {
  return listWhere(db, sql`${offered(reader.id)} and i.set_aside_at is null`, reader.id, after, limit)
}

/** All that the reader ever asked, newest first. */
export async function listAskedIntroductions(db: Db, reader: Reader, after?: string | null, limit = 20) {
  return listWhere(db, sql`i.asker_id = ${reader.id}`, reader.id, after, limit)
}

/** What the reader let rest and may still bring back, newest first. */
export async function listRestingIntroductions(db: Db, reader: Reader, after?: string | null, limit = 20) {
  const resting = sql`((${toForward(reader.id)} and mine.set_aside_at is not null) or (${offered(reader.id)} and i.set_aside_at is not null))`
  return listWhere(db, resting, reader.id, after, limit)
}

/** How many introductions await the reader's act. */
export async function countAwaitingIntroductions(db: Db, reader: Reader): Promise<{ toForward: number; offered: number }> {
  const { rows } = await sql<{ toForward: number; offered: number }>`
    select
      (select count(*) from introduction i join introduction_step mine on mine.introduction_id = i.id
       where ${toForward(reader.id)} and mine.set_aside_at is null) as to_forward,
      (select count(*) from introduction i where ${offered(reader.id)} and i.set_aside_at is null) as offered`.execute(db)
  return rows[0] ?? { toForward: 0, offered: 0 }
}

/** The reader's open request to this person, if there is one. */
export async function findOpenRequest(db: Db, reader: Reader, target: Reader): Promise<{ readonly id: string } | undefined> {
  return db
    .selectFrom('introduction')
    .select('id')
    .where('askerId', '=', reader.id)
    .where('targetId', '=', target.id)
    .where('closedAt', 'is', null)
    .where('expiresAt', '>', new Date())
    .executeTakeFirst()
}

const toForward = (readerId: number) => sql`(mine.connector_id = ${readerId} and mine.reached_at is not null and mine.forwarded_at is null
  and i.closed_at is null and i.expires_at > now())`
const offered = (readerId: number) => sql`(i.target_id = ${readerId} and i.state = 'offered' and i.expires_at > now())`

interface Row {
  readonly id: string
  readonly purpose: Purpose
  readonly state: IntroductionState
  readonly closedAs: 'withdrawn' | 'expired' | null
  readonly askedAt: Date
  readonly askedKey: string
  readonly expiresAt: Date
  readonly asker: ListedPerson
  readonly target: ListedPerson
}

async function listWhere(
  db: Db,
  condition: RawBuilder<unknown>,
  readerId: number,
  after: string | null | undefined,
  limit: number,
): Promise<Page<ListedIntroduction>> {
  const cursor = decodeCursor(after, ['time', 'uuid'])
  const beyond = cursor ? sql`and (i.asked_at, i.id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)` : sql``
  const person = (
    alias: string,
  ) => sql`json_build_object('handle', ${sql.ref(`${alias}.handle`)}, 'given_name', ${sql.ref(`${alias}.given_name`)},
    'family_name', ${sql.ref(`${alias}.family_name`)}, 'photo_version', ${sql.ref(`${alias}.photo_version`)})`
  const { rows } = await sql<Row>`
    select i.id, i.purpose, i.state, i.closed_as, i.asked_at, i.asked_at::text as asked_key, i.expires_at,
           ${person('asker')} as asker, ${person('target')} as target
    from introduction i
    join member asker on asker.id = i.asker_id
    join member target on target.id = i.target_id
    left join introduction_step mine on mine.introduction_id = i.id and mine.connector_id = ${readerId}
    where ${condition} ${beyond}
    order by i.asked_at desc, i.id desc
    limit ${limit + 1}`.execute(db)
  const now = new Date()
  const page = pageOf(rows, limit, (row) => [row.askedKey, row.id])
  return {
    rows: page.rows.map(({ askedKey: _, ...row }) => {
      const state = shownState(row, now)
      return { ...row, state, closedAs: state === 'closed' ? (row.closedAs ?? 'expired') : null }
    }),
    next: page.next,
  }
}
