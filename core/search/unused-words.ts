// The words for typing errors (migration 0050) grow with every profile; those that no profile holds any more go, a sample at a time.
import { sql } from 'kysely'
import type { Db } from '../db/connect.ts'

/** Looks at `sample` random words and deletes those that nobody's profile holds now. */
export async function deleteUnusedWords(db: Db, sample = 1_000): Promise<void> {
  await sql`
    with sampled as materialized (select word from search_word order by random() limit ${sample})
    delete from search_word using sampled
    where search_word.word = sampled.word
      and not exists (select from search_document where words @@ (quote_literal(sampled.word))::tsquery)`.execute(db)
}
