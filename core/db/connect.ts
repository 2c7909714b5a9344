// The one way to PostgreSQL: a pool, Kysely on it, camelCase in the code and snake_case in SQL. Nothing here knows where the
// database runs: `core/db/embedded/` starts our own, DATABASE_URL names somebody else's.
import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import { constraintError } from './constraint-errors.ts'
import type { DB } from './schema.generated.ts'

/** A database handle: the pool, or a transaction of the caller's. Feature functions take either. */
export type Db = Kysely<DB>
export type Tx = Transaction<DB>

export interface Database {
  readonly db: Db
  readonly pool: pg.Pool
  readonly url: string
  close(): Promise<void>
}

// Dates without a time are months here: text, not a JavaScript date in somebody's time zone. Counts fit a double.
const types = new pg.TypeOverrides()
types.setTypeParser(pg.types.builtins.DATE, (text) => text)
types.setTypeParser(pg.types.builtins.INT8, Number)

/** Opens a pool of at most `poolSize` connections (10 when not said); each statement may take `statementTimeoutMs` (3 s when not said). */
export function connect(url: string, options: { poolSize?: number; statementTimeoutMs?: number } = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.poolSize ?? 10,
    types,
    application_name: 'entregent',
    statement_timeout: options.statementTimeoutMs ?? 3_000,
    idle_in_transaction_session_timeout: 30_000,
    connectionTimeoutMillis: 10_000,
  })
  // An idle connection that the server closes is not a crash of ours: the pool opens another at the next query.
  pool.on('error', () => {})
  // Nor is one that dies while a transaction holds it: that transaction's next statement fails, and whoever runs it learns of it there.
  pool.on('connect', (client) => client.on('error', () => {}))
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }), plugins: [new CamelCasePlugin()] })
  return { db, pool, url, close: () => db.destroy() }
}

/**
 * Runs `work` in one transaction, joining the caller's when `db` is one already. A violated constraint that stands for a foreseen
 * error (see constraint-errors.ts) is thrown as that error.
 */
export async function transaction<Result>(db: Db, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  try {
    if (db.isTransaction) return await work(db as Tx)
    return await db.transaction().execute(work)
  } catch (error) {
    throw constraintError(error) ?? error
  }
}
