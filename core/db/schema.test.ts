// The generated types are those of a migrated database: a migration without `npm run generate` turns this red.
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { generateSchema } from './generate-schema.ts'
import { useTestDatabase } from './testing/test-database.ts'

const database = useTestDatabase()

test('schema.generated.ts is what the migrations make', async () => {
  const committed = await readFile(new URL('./schema.generated.ts', import.meta.url), 'utf8')
  expect(await generateSchema(database.url)).toBe(committed)
})
