// LadybugDB (the maintained fork of Kuzu), a graph database in this process that speaks Cypher: members as nodes, both directions of every tie as
// relationships. Both cores.
import { existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { digests } from '../graph/queries.ts'
import { writeLines } from './lines.ts'
import { peerPackage } from './packages.ts'
import type { OpenPeer, Peer } from './peer.ts'

interface Result {
  getAll(): Promise<Record<string, unknown>[]>
  close(): void
}
interface Connection {
  query(cypher: string): Promise<Result>
  prepare(cypher: string): Promise<object>
  execute(prepared: object, values: Record<string, number>): Promise<Result>
  close(): Promise<void>
}
interface Ladybug {
  Database: new (path: string) => { close(): Promise<void> }
  Connection: new (database: object) => Connection
}

const VIEWER = '(a:Member {id: $viewer})'
const TARGET = '(t:Member {id: $target})'
const statements = {
  one: `match ${VIEWER}-[:Tie]->${TARGET} return 1 as found limit 1`,
  two: `match ${VIEWER}-[:Tie]->(b:Member)-[y:Tie]->${TARGET} where y.open return 1 as found limit 1`,
  three: `match ${VIEWER}-[:Tie]->(b:Member)-[y:Tie]->(c:Member)-[z:Tie]->${TARGET} where y.open and z.open return 1 as found limit 1`,
  mutual: `match ${VIEWER}-[:Tie]->(b:Member)-[y:Tie]->${TARGET} where y.open return b.id as b`,
  second: `
    match ${VIEWER}-[:Tie]->(b:Member)-[y:Tie]->(c:Member)
    where y.open and c.id <> $viewer and not exists { match (a)-[:Tie]->(c) } return count(distinct c.id) as count`,
  suggestions: `
    match ${VIEWER}-[x:Tie]->(b:Member)-[y:Tie]->(c:Member)
    where y.open and c.id <> $viewer and not exists { match (a)-[:Tie]->(c) }
    return c.id as id, count(*) as mutual, sum(x.first * y.later) as points order by points desc, mutual desc, id limit 20`,
} as const

export const ladybug: Peer = {
  name: 'ladybugdb',
  async open(view, folder): Promise<OpenPeer> {
    const { Database, Connection } = peerPackage<Ladybug>('@ladybugdb/core')
    const file = join(folder, 'peer.lbug')
    if (!existsSync(file)) {
      const unfinished = `${file}.unfinished`
      rmSync(unfinished, { force: true, recursive: true })
      const { ties } = writeLines(view, folder)
      const members = join(folder, 'member.csv')
      writeFileSync(members, Array.from({ length: view.made.members }, (_, member) => `${member + 1}\n`).join(''))
      const making = new Database(unfinished)
      const connection = new Connection(making)
      await connection.query('create node table Member(id int32, primary key(id))')
      await connection.query('create rel table Tie(from Member to Member, first int32, later int32, open boolean)')
      await connection.query(`copy Member from '${members}' (header=false)`)
      await connection.query(`copy Tie from '${ties}' (header=false)`)
      await connection.query('checkpoint')
      await connection.close()
      await making.close()
      renameSync(unfinished, file)
    }
    const database = new Database(file)
    const connection = new Connection(database)
    const prepared = new Map<string, object>()
    async function run(cypher: string, values: Record<string, number>) {
      const statement = prepared.get(cypher) ?? (await connection.prepare(cypher))
      prepared.set(cypher, statement)
      const result = await connection.execute(statement, values)
      const rows = await result.getAll()
      result.close()
      return rows
    }
    async function degree(viewer: number, target: number) {
      for (const [at, cypher] of [statements.one, statements.two, statements.three].entries()) {
        if ((await run(cypher, { viewer, target })).length > 0) return at + 1
      }
      return 4
    }
    const suggested = (row: Record<string, unknown>) => ({
      id: Number(row['id']),
      mutualCount: Number(row['mutual']),
      points: Number(row['points']),
    })
    return {
      questions: {
        degree: async ({ viewer, target }) => digests.degree(await degree(viewer, target)),
        mutual: async ({ viewer, target }) =>
          digests.set((await run(statements.mutual, { viewer, target })).map((row) => Number(row['b']))),
        'suggestions-20': async ({ viewer }) => digests.suggestions((await run(statements.suggestions, { viewer })).map(suggested)),
        second: async ({ viewer }) => digests.count(Number((await run(statements.second, { viewer }))[0]?.['count'])),
      },
      storageBytes: () => statSync(file).size,
      async close() {
        await connection.close()
        await database.close()
      },
    }
  },
}
