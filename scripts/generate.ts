// `npm run generate`: migrates an empty database of its own and writes core/db/schema.generated.ts, the types of its tables.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '@entregent/core/db/embedded/supervisor.ts'
import { generateSchema } from '@entregent/core/db/generate-schema.ts'
import { migrate } from '@entregent/core/db/migrate.ts'

const target = 'core/db/schema.generated.ts'
const dataDir = await mkdtemp(join(tmpdir(), 'entregent-generate-'))
const embedded = await startEmbedded({ dataDir, settings: { fsync: 'off' } })
try {
  await migrate(embedded.url)
  await writeFile(join(import.meta.dirname, '..', target), await generateSchema(embedded.url))
  console.log(`Wrote ${target}.`)
} finally {
  await embedded.stop()
  await rm(dataDir, { recursive: true, force: true })
}
