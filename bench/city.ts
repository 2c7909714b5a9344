// The large city that the benches measure on: seeded at the first run, kept in data/bench under a name that says what it was made of.
import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { connect, type Db } from '@entregent/core/db/connect.ts'
import { startEmbedded } from '@entregent/core/db/embedded/supervisor.ts'
import { migrate } from '@entregent/core/db/migrate.ts'
import { sql } from 'kysely'
import { seedCity } from '../seed/city/write.ts'

export interface City {
  readonly db: Db
  readonly url: string
  readonly dataDir: string
  readonly memberIds: readonly number[]
  readonly tieCount: number
  /** Where the ties are from: a file's name, or `invented`. */
  readonly ties: string
  close(): Promise<void>
}

export interface Measure {
  /** Chooses the same people at each run. */
  readonly seed: string
  readonly count?: number
}

const root = join(import.meta.dirname, '..')

/** Opens the city, and makes it first where it is not there yet (about a minute for 37,700 members). */
export async function openCity(options: { memberCount: number; edgesFile?: string | undefined }): Promise<City> {
  const edgesFile = options.edgesFile ?? foundEdges()
  const ties = edgesFile ? basename(edgesFile) : 'invented'
  const dataDir = join(root, 'data', 'bench', `${options.memberCount}-${ties}`.replaceAll(/[^\w-]+/gu, '-'))
  const embedded = await startEmbedded({ dataDir: join(dataDir, 'postgresql') })
  try {
    await migrate(embedded.url)
    const database = connect(embedded.url, { statementTimeoutMs: 600_000 })
    const readIds = async () => (await database.db.selectFrom('member').select('id').orderBy('id').execute()).map(({ id }) => id)
    if ((await readIds()).length === 0) await seedCity(embedded.url, { memberCount: options.memberCount, edgesFile })
    const counted = await sql<{ count: number }>`select count(*)::int as count from connection`.execute(database.db)
    return {
      db: database.db,
      url: embedded.url,
      dataDir,
      memberIds: await readIds(),
      tieCount: counted.rows[0]?.count ?? 0,
      ties,
      async close() {
        await database.close()
        await embedded.stop()
      },
    }
  } catch (error) {
    await embedded.stop()
    throw error
  }
}

/** The file of ties of this machine, if it has one. */
function foundEdges(): string | undefined {
  const named = process.env['ENTREGENT_EDGES']
  if (named) return named
  const beside = join(root, '..', 'shared', 'data', 'github-developers.csv')
  return existsSync(beside) ? beside : undefined
}
