// DuckDB, in this process: the same rows as a table of columns, ordered by member, with no index, which is how it likes them. Both cores.
import { existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { writeLines } from './lines.ts'
import { peerPackage } from './packages.ts'
import type { OpenPeer, Peer } from './peer.ts'
import { sqlQuestions } from './sql-questions.ts'
import { joins } from './statements.ts'

interface Statement {
  bindInteger(at: number, value: number): void
  runAndReadAll(): Promise<{ getRowObjects(): Record<string, unknown>[] }>
}
interface Connection {
  run(sql: string): Promise<unknown>
  prepare(sql: string): Promise<Statement>
  closeSync(): void
}
interface Instance {
  connect(): Promise<Connection>
  closeSync(): void
}

export const duckdb: Peer = {
  name: 'duckdb',
  async open(view, folder): Promise<OpenPeer> {
    const { DuckDBInstance } = peerPackage<{ DuckDBInstance: { create(path: string): Promise<Instance> } }>('@duckdb/node-api')
    const file = join(folder, 'peer.duckdb')
    const isThere = existsSync(file)
    const unfinished = `${file}.unfinished`
    if (!isThere) rmSync(unfinished, { force: true })
    if (!isThere) {
      const { ties, skills } = writeLines(view, folder)
      const making = await DuckDBInstance.create(unfinished)
      const connection = await making.connect()
      await connection.run('create table tie (a integer, b integer, first smallint, later smallint, open boolean)')
      await connection.run(`copy tie from '${ties}' (header false)`)
      await connection.run('create table skill (skill integer, member integer)')
      await connection.run(`copy skill from '${skills}' (header false)`)
      await connection.run('checkpoint')
      connection.closeSync()
      making.closeSync()
      renameSync(unfinished, file)
    }
    const instance = await DuckDBInstance.create(file)
    const connection = await instance.connect()
    const prepared = new Map<string, Statement>()
    const run = async (sql: string, values: readonly number[]) => {
      const statement = prepared.get(sql) ?? (await connection.prepare(sql))
      prepared.set(sql, statement)
      for (const [at, value] of values.entries()) statement.bindInteger(at + 1, value)
      return (await statement.runAndReadAll()).getRowObjects()
    }
    return {
      questions: sqlQuestions(joins, run),
      storageBytes: () => statSync(file).size,
      async close() {
        connection.closeSync()
        instance.closeSync()
      },
    }
  },
}
