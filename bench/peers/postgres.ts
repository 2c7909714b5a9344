// PostgreSQL in three ways over one database: hand-written joins with indexes both ways, each member's neighbours as one sorted array
// (extension intarray), and a recursive query. The project's embedded PostgreSQL, or the one that DATABASE_URL names (schema bench_graph_…).
import { join } from 'node:path'
import { startEmbedded } from '@entregent/core/db/embedded/supervisor.ts'
import pg from 'pg'
import { copyIn } from '../copy-in.ts'
import type { View } from '../graph/ties.ts'
import type { OpenPeer, Peer, PeerName } from './peer.ts'
import { rowsOf, skillLines, tieLines } from './rows.ts'
import { type Statements, sqlQuestions } from './sql-questions.ts'
import { arrays, joins, recursiveDegree } from './statements.ts'

const settings = {
  shared_buffers: '3GB',
  work_mem: '256MB',
  maintenance_work_mem: '1GB',
  max_wal_size: '8GB',
  fsync: 'off',
  max_parallel_workers_per_gather: '0',
}

export const postgresJoins = postgres('postgresql joins', joins, ['tie', 'skill'])
export const postgresArrays = postgres('postgresql intarray', arrays, ['circle'])
export const postgresRecursive = postgres('postgresql recursive', { degree: recursiveDegree }, ['tie'])

function postgres(name: PeerName, statements: Statements, tables: readonly string[]): Peer {
  return {
    name,
    async open(view, folder): Promise<OpenPeer> {
      const given = process.env['DATABASE_URL']
      const embedded = given ? undefined : await startEmbedded({ dataDir: join(folder, 'postgresql'), settings })
      const types = { getTypeParser: (oid: number) => (oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid)) }
      const client = new pg.Client({ connectionString: given ?? embedded?.url, types })
      await client.connect()
      const schema = `bench_graph_${view.made.members}_${view.made.seed}`
      await client.query(`create schema if not exists ${schema}`)
      await client.query(`set search_path = ${schema}, public; set plan_cache_mode = force_generic_plan; set jit = off`)
      await load(client, schema, view)
      const names = new Map(Object.values(statements).map((text, at) => [text, `question-${at}`]))
      const run = async (text: string, values: readonly number[]) =>
        (await client.query({ name: names.get(text) ?? text, text, values: [...values] })).rows
      return {
        questions: sqlQuestions(statements, run),
        async storageBytes() {
          const sizes = tables.map((table) => `pg_total_relation_size('${table}')`).join(' + ')
          return Number((await client.query(`select ${sizes} as bytes`)).rows[0].bytes)
        },
        async close() {
          await client.end()
          await embedded?.stop()
        },
      }
    },
  }
}

/** Loads the tables once; the last one, `done`, says that they are whole. */
async function load(client: pg.Client, schema: string, view: View): Promise<void> {
  if ((await client.query('select to_regclass($1) as done', [`${schema}.done`])).rows[0].done) return
  await client.query(`
    create extension if not exists intarray schema public;
    drop table if exists tie, skill, circle;
    create unlogged table tie (a int not null, b int not null, first smallint not null, later smallint not null, open boolean not null);
    create unlogged table skill (skill int not null, member int not null, primary key (skill, member))`)
  await copyIn(client, 'tie from stdin (format csv)', tieLines(rowsOf(view)))
  await copyIn(client, 'skill from stdin (format csv)', skillLines(view))
  await client.query('create unique index tie_out on tie (a, b) include (first, later, open)')
  await client.query('create unique index tie_in on tie (b, a) include (first, later, open)')
  await client.query(`
    create unlogged table circle as select id, coalesce(array_agg(b order by b) filter (where b is not null), '{}') as own,
      coalesce(array_agg(b order by b) filter (where open), '{}') as open
      from generate_series(1, ${view.made.members}) id left join tie on a = id group by id;
    alter table circle add primary key (id)`)
  for (const table of ['tie', 'skill', 'circle']) await client.query(`vacuum (freeze, analyze) ${table}`)
  await client.query('create table done ()')
}
