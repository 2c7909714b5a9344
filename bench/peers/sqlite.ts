// SQLite, in this process (node:sqlite): one table without row ids, in a file. It has no planner to speak of, so joins are in a fixed order.
import { existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import type { View } from '../graph/ties.ts'
import type { OpenPeer, Peer } from './peer.ts'
import { rowsOf } from './rows.ts'
import { sqlQuestions } from './sql-questions.ts'
import { joins } from './statements.ts'

const fixed = (sql: string) => sql.replaceAll(/\bjoin\b/g, 'cross join').replaceAll(/\$(\d)/g, '?$1')
// The rows that lead to the target are put aside once; the planner would look them up again for each.
const behind = (sql: string) =>
  sql.replace('z.b = $2 and z.open', 'y.b in (select b from tie where a = $2 and open) and z.b = $2 and z.open')

export const sqlite: Peer = {
  name: 'sqlite',
  async open(view, folder): Promise<OpenPeer> {
    const file = join(folder, 'peer.sqlite')
    if (!existsSync(file)) load(view, file)
    const database = new DatabaseSync(file, { readOnly: true })
    database.exec('pragma cache_size = -2000000; pragma mmap_size = 4000000000; pragma temp_store = memory')
    const prepared = new Map<string, StatementSync>()
    const run = (sql: string, values: readonly number[]) => {
      const statement = prepared.get(sql) ?? database.prepare(fixed(behind(sql)))
      prepared.set(sql, statement)
      return statement.all(...values)
    }
    const { third: _, ...asked } = joins
    return {
      questions: sqlQuestions(asked, run),
      storageBytes: () => statSync(file).size,
      close: async () => database.close(),
    }
  },
}

function load(view: View, file: string): void {
  const unfinished = `${file}.unfinished`
  rmSync(unfinished, { force: true })
  const database = new DatabaseSync(unfinished)
  database.exec('pragma journal_mode = off; pragma synchronous = off')
  database.exec('create table tie (a integer, b integer, first integer, later integer, open integer, primary key (a, b)) without rowid')
  database.exec('create table skill (skill integer, member integer, primary key (skill, member)) without rowid; begin')
  const { members, starts, to, first, later, open } = rowsOf(view)
  const tie = database.prepare('insert into tie values (?, ?, ?, ?, ?)')
  for (let member = 0; member < members; member++) {
    for (let at = starts[member] as number; at < (starts[member + 1] as number); at++) {
      tie.run(member + 1, to[at] as number, first[at] as number, later[at] as number, open[at] as number)
    }
  }
  const skill = database.prepare('insert into skill values (?, ?)')
  const skillStarts = view.made.words('skillStarts')
  const skillMembers = view.made.words('skillMembers')
  for (let one = 0; one + 1 < skillStarts.length; one++) {
    for (let at = skillStarts[one] as number; at < (skillStarts[one + 1] as number); at++) skill.run(one, (skillMembers[at] as number) + 1)
  }
  database.exec('commit; analyze')
  database.close()
  renameSync(unfinished, file)
}
