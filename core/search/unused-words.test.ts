// The words that no profile holds any more.
import { expect, it } from 'vitest'
import { addMember } from '../db/testing/people.ts'
import { useTestDatabase } from '../db/testing/test-database.ts'
import { deleteUnusedWords } from './unused-words.ts'

const test = useTestDatabase()

it('takes away the words that nobody uses, and no others', async () => {
  const { db } = test
  const id = await addMember(db, 'Wanda Wordsmith', { headlineEn: "Lexicographer of o'clocks" })
  await db
    .insertInto('searchWord')
    .values([{ word: 'forsaken' }, { word: "rock'n" }])
    .execute()
  await deleteUnusedWords(db)
  const words = async () => (await db.selectFrom('searchWord').select('word').execute()).map(({ word }) => word)
  expect(await words()).toEqual(expect.arrayContaining(['wordsmith', 'lexicographer']))
  expect(await words()).not.toContain('forsaken')
  expect(await words()).not.toContain("rock'n")
  await db.deleteFrom('member').where('id', '=', id).execute()
  await deleteUnusedWords(db)
  expect(await words()).not.toContain('wordsmith')
})
