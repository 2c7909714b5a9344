// Finding a person by name, headline, skill or organization: words in either language, accents and typing errors forgiven, the nearest first.
// Only people who may be found by the viewer are candidates at all; the network index orders them, it does not admit them.
import { decodeCursor, type Page, pageOf } from '@entregent/lib/base/cursor.ts'
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

/** A person whom the words fit, and how well: the better, the higher; 10 more when no word had to be respelt. */
interface Match {
  readonly id: number
  readonly rank: number
}

/**
 * People for `text`, nearest first, then best match, then the elder member; 20 a page, 200 in all. Empty text finds nobody. The cursor holds
 * the last row's degree, rank and number: who appears or leaves meanwhile moves nobody else to another page.
 */
export async function findPeople(
  db: Db,
  networkIndex: NetworkIndex,
  viewer: Viewer,
  text: string,
  after?: string | null,
  limit = 20,
): Promise<FoundPeople> {
  const matches = await listMatches(db, viewer, text)
  const nearest = await nearestMatches(networkIndex, viewer, matches)
  const passed = decodeCursor(after, ['number', 'number', 'id']) as [number, number, number] | undefined
  const left = passed ? nearest.filter((match) => isBeyond(match, passed)) : nearest
  const page = pageOf(left, limit, ({ degree, rank, id }) => [steps(degree), rank, id])
  const cards = await listPersonCards(
    db,
    page.rows.map(({ id }) => id),
  )
  return {
    rows: page.rows.flatMap(({ id, degree }) => {
      const person = cards.get(id)
      return person ? [{ person, degree }] : []
    }),
    next: page.next,
    count: nearest.length,
    more: matches.length > nearest.length,
  }
}

async function nearestMatches(networkIndex: NetworkIndex, viewer: Viewer, matches: readonly Match[]) {
  const ranks = new Map(matches.map(({ id, rank }) => [id, rank]))
  const ids = matches.map(({ id }) => id)
  const people = await nearestFirst(networkIndex, viewer, ids, searchDepth)
  return people.map(({ id, degree }) => ({ id, degree, rank: ranks.get(id) ?? 0 }))
}

/** As they are given while the network loads. */
async function nearestFirst(networkIndex: NetworkIndex, viewer: Viewer, ids: readonly number[], limit: number) {
  const found = await networkIndex.network?.nearest(viewer.id, ids, limit)
  return found?.people ?? ids.slice(0, limit).map((id) => ({ id, degree: undefined }))
}

const steps = (degree: Degree | undefined) => (typeof degree === 'number' ? degree : 4)

// In the order of the results: nearer first, then the higher rank, then the lower number.
function isBeyond(match: Match & { readonly degree: Degree | undefined }, [degree, rank, id]: readonly [number, number, number]): boolean {
  if (steps(match.degree) !== degree) return steps(match.degree) > degree
  if (match.rank !== rank) return match.rank < rank
  return match.id > id
}

/** The first few people whose name begins like `text`, for the search field; nearest first. */
export async function suggestPeople(db: Db, networkIndex: NetworkIndex, viewer: Viewer, text: string, limit = 6): Promise<FoundPerson[]> {
  const folded = fold(text)
  if (folded.length < 2) return []
  const { rows } = await sql<{ id: number }>`
    with ${nearTo(viewer)}
    select member.id from search_document join member on member.id = search_document.member_id
    where (name_text like ${`%${folded}%`} or ${folded} <% name_text) and ${findable(viewer)}
    order by member.id in (select id from mine) desc, name_text like ${`${folded}%`} desc, word_similarity(${folded}, name_text) desc, member.id
    limit 50`.execute(db)
  const ids = rows.map(({ id }) => id)
  const nearest = await nearestFirst(networkIndex, viewer, ids, limit)
  const cards = await listPersonCards(
    db,
    nearest.map(({ id }) => id),
  )
  return nearest.flatMap(({ id, degree }) => {
    const person = cards.get(id)
    return person ? [{ person, degree }] : []
  })
}

// Matches in order of text rank. First the words as both languages stem them; when they find little, those words with the ones that are spelt
// nearly so.
async function listMatches(db: Db, viewer: Viewer, text: string): Promise<Match[]> {
  const words = fold(text).slice(0, 200).split(' ').filter(Boolean).slice(0, 12)
  if (words.length === 0) return []
  const found = await wordMatches(
    db,
    viewer,
    words.map((word) => [word]),
  )
  const exact = found.map(({ id, rank }) => ({ id, rank: rank + 10 }))
  if (exact.length >= 20) return exact
  const spellings = await nearSpellings(db, words)
  if (spellings.every((near) => near.length === 1)) return exact
  const near = await wordMatches(db, viewer, spellings)
  const known = new Set(exact.map(({ id }) => id))
  return [...exact, ...near.filter(({ id }) => !known.has(id))]
}

// Each word must be there, in one of its spellings, in English, French or as it is written; the last may be the beginning of one. The text
// went through fold(): letters and digits only, so that nothing of the query language is left in it.
async function wordMatches(db: Db, viewer: Viewer, words: readonly (readonly string[])[]): Promise<Match[]> {
  const clauses = words.map((spellings, place) => {
    const alternatives = spellings.map((word) => {
      const plain = place === words.length - 1 && word.length >= 3 ? `${word}:*` : word
      return sql`to_tsquery('network_en', ${word}) || to_tsquery('network_fr', ${word}) || to_tsquery('network_plain', ${plain})`
    })
    return sql`(${sql.join(alternatives, sql` || `)})`
  })
  const query = sql`(${sql.join(clauses, sql` && `)})`
  const { rows } = await sql<Match>`
    with ${nearTo(viewer)}
    select member.id, ts_rank('{0.05, 0.3, 0.6, 1.0}', words, ${query}) as rank
    from search_document join member on member.id = search_document.member_id
    where words @@ ${query} and ${findable(viewer)}
    order by rank desc, member.id
    limit ${candidateLimit}`.execute(db)
  return rows
}

// Each word with at most four that are spelt nearly so, among all that anybody's profile is made of (trigrams).
async function nearSpellings(db: Db, words: readonly string[]): Promise<string[][]> {
  const { rows } = await sql<{ place: number; word: string }>`
    select asked.place::int, near.word
    from unnest(${[...words]}::text[]) with ordinality as asked (word, place),
    lateral (
      select word from search_word
      where word % asked.word and similarity(word, asked.word) >= 0.4 and word <> asked.word
      order by similarity(word, asked.word) desc, word limit 4
    ) near
    where length(asked.word) >= 4`.execute(db)
  return words.map((word, index) => [word, ...rows.filter(({ place }) => place === index + 1).map((row) => row.word)])
}

// The viewer's own connections, and those whom they lead to by a tie that both its ends let be seen: read once for the whole search.
function nearTo(viewer: Viewer) {
  return sql`
    mine as materialized (
      select high_id as id from connection where low_id = ${viewer.id} union all select low_id from connection where high_id = ${viewer.id}
    ),
    second as materialized (
      select c.high_id as id from mine join member m on m.id = mine.id and m.shows_connections
      join connection c on c.low_id = m.id and not c.hidden_by_low and not c.hidden_by_high
      union
      select c.low_id from mine join member m on m.id = mine.id and m.shows_connections
      join connection c on c.high_id = m.id and not c.hidden_by_low and not c.hidden_by_high
    )`
}

// Who the viewer may find, over a set: the rule of lib/policy/visibility.ts, save the one of open requests, which concerns single pages.
function findable(viewer: Viewer) {
  return sql<boolean>`(
    member.findable_by in ('members', 'anyone') or member.id = ${viewer.id} or member.id in (select id from mine)
    or (member.findable_by = 'second_degree' and member.shows_connections and member.id in (select id from second))
  )`
}
