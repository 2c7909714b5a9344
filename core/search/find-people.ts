// Finding a person by name, headline, skill or organization: words in either language, accents and typing errors forgiven, the nearest first.
// Only people who may be found by the viewer are candidates at all; the network index orders them, it does not admit them.
import { decodeCursor, encodeCursor, type Page } from '@entregent/lib/base/cursor.ts'
import { fold } from '@entregent/lib/base/text.ts'
import type { Degree } from '@entregent/lib/graph/network.ts'
import { sql } from 'kysely'
import type { Db } from '../db/connect.ts'
import type { Viewer } from '../members/viewer.ts'
import { listPersonCards, type PersonCard } from '../profiles/cards.ts'
import type { NetworkIndex } from '../services/services.ts'

/** How deep a search goes: beyond that one asks more precisely. */
export const searchDepth = 200
/** How many matches are weighed for nearness before the nearest `searchDepth` are kept. */
const candidateLimit = 5_000

export interface FoundPerson {
  readonly person: PersonCard
  /** Undefined while the network loads. */
  readonly degree: Degree | undefined
}

export interface FoundPeople extends Page<FoundPerson> {
  /** All matches that the viewer may see, at most `searchDepth`. */
  readonly count: number
  /** True when there are more than `count`. */
  readonly more: boolean
}

/**
 * People for `text`, nearest first, then best match; 20 a page. Empty text finds nobody. The cursor is the number of rows passed,
 * within a result that is at most 200 long.
 */
export async function findPeople(
  db: Db,
  networkIndex: NetworkIndex,
  viewer: Viewer,
  text: string,
  after?: string | null,
  limit = 20,
): Promise<FoundPeople> {
  const ids = await listCandidates(db, viewer, text)
  const network = networkIndex.network
  const nearest = network
    ? network.nearest(viewer.id, ids, searchDepth)
    : ids.slice(0, searchDepth).map((id) => ({ id, degree: undefined }))
  const start = Math.max(0, Number(decodeCursor(after, 1)?.[0] ?? 0) || 0)
  const page = nearest.slice(start, start + limit)
  const cards = await listPersonCards(
    db,
    page.map(({ id }) => id),
  )
  return {
    rows: page.flatMap(({ id, degree }) => {
      const person = cards.get(id)
      return person ? [{ person, degree }] : []
    }),
    next: start + limit < nearest.length ? encodeCursor([start + limit]) : undefined,
    count: nearest.length,
    more: ids.length > nearest.length,
  }
}

/** The first few people whose name begins like `text`, for the search field; nearest first. */
export async function suggestPeople(db: Db, networkIndex: NetworkIndex, viewer: Viewer, text: string, limit = 6): Promise<FoundPerson[]> {
  const folded = fold(text)
  if (folded.length < 2) return []
  const rows = await db
    .selectFrom('searchDocument')
    .innerJoin('member', 'member.id', 'searchDocument.memberId')
    .select('member.id')
    .where(sql<boolean>`name_text like ${`%${folded}%`} or ${folded} <% name_text`)
    .where(findableBy(viewer))
    .orderBy(sql`word_similarity(${folded}, name_text)`, 'desc')
    .orderBy('member.id')
    .limit(50)
    .execute()
  const ids = rows.map(({ id }) => id)
  const nearest = networkIndex.network?.nearest(viewer.id, ids, limit) ?? ids.slice(0, limit).map((id) => ({ id, degree: undefined }))
  const cards = await listPersonCards(
    db,
    nearest.map(({ id }) => id),
  )
  return nearest.flatMap(({ id, degree }) => {
    const person = cards.get(id)
    return person ? [{ person, degree }] : []
  })
}

// Matches in order of text rank. First the words as both languages stem them; what has a typing error is found by trigrams when
// words find little.
async function listCandidates(db: Db, viewer: Viewer, text: string): Promise<number[]> {
  const folded = fold(text).slice(0, 200)
  if (folded === '') return []
  const exact = await wordMatches(db, viewer, folded)
  if (exact.length >= 20) return exact
  const near = await trigramMatches(db, viewer, folded)
  const known = new Set(exact)
  return [...exact, ...near.filter((id) => !known.has(id))]
}

// Each word must be there, in English, French or as it is written; the last may be the beginning of one. The text went through fold():
// letters and digits only, so that nothing of the query language is left in it.
async function wordMatches(db: Db, viewer: Viewer, folded: string): Promise<number[]> {
  const words = folded.split(' ').slice(0, 12)
  const clauses = words.map((word, place) => {
    const prefix = place === words.length - 1 && word.length >= 3 ? ':*' : ''
    return sql`(to_tsquery('network_en', ${word}) || to_tsquery('network_fr', ${word}) || to_tsquery('network_plain', ${word + prefix}))`
  })
  const query = sql`(${sql.join(clauses, sql` && `)})`
  const rows = await db
    .selectFrom('searchDocument')
    .innerJoin('member', 'member.id', 'searchDocument.memberId')
    .select('member.id')
    .where(sql<boolean>`words @@ ${query}`)
    .where(findableBy(viewer))
    .orderBy(sql`ts_rank('{0.05, 0.3, 0.6, 1.0}', words, ${query})`, 'desc')
    .orderBy('member.id')
    .limit(candidateLimit)
    .execute()
  return rows.map(({ id }) => id)
}

async function trigramMatches(db: Db, viewer: Viewer, folded: string): Promise<number[]> {
  const words = folded
    .split(' ')
    .filter((word) => word.length >= 3)
    .slice(0, 6)
  if (words.length === 0) return []
  const near = words.map((word) => sql<boolean>`(${word} <% name_text or ${word} <% word_text)`)
  const score = words.map((word) => sql`greatest(word_similarity(${word}, name_text), word_similarity(${word}, word_text))`)
  return db.transaction().execute(async (tx) => {
    // 0.6 misses «ingeneur» for «ingénieur»; the setting is this transaction's alone.
    await sql`set local pg_trgm.word_similarity_threshold = 0.45`.execute(tx)
    const rows = await tx
      .selectFrom('searchDocument')
      .innerJoin('member', 'member.id', 'searchDocument.memberId')
      .select('member.id')
      .where(sql<boolean>`${sql.join(near, sql` and `)}`)
      .where(findableBy(viewer))
      .orderBy(sql`${sql.join(score, sql` + `)}`, 'desc')
      .orderBy('member.id')
      .limit(200)
      .execute()
    return rows.map(({ id }) => id)
  })
}

// Who the viewer may find (the same rule as core/profiles/access.ts, over a set): members and anyone; one's connections; and those who
// chose "connected to my connections" where a way through one tie that may be shown exists.
function findableBy(viewer: Viewer) {
  return sql<boolean>`(
    member.findable_by in ('members', 'anyone') or member.id = ${viewer.id}
    or exists (select from connection c where c.low_id = least(member.id, ${viewer.id}) and c.high_id = greatest(member.id, ${viewer.id}))
    or (member.findable_by = 'second_degree' and member.shows_connections and exists (
      select from (
        select case when c.low_id = member.id then c.high_id else c.low_id end as through
        from connection c
        where (c.low_id = member.id or c.high_id = member.id) and not c.hidden_by_low and not c.hidden_by_high
      ) tie
      join member connector on connector.id = tie.through and connector.shows_connections
      join connection mine on mine.low_id = least(tie.through, ${viewer.id}) and mine.high_id = greatest(tie.through, ${viewer.id})
    ))
  )`
}
