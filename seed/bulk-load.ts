// Bulk loads: a transaction with the triggers silent, and afterwards, once for all rows, what they would have done for each.
import { AppError } from '@entregent/lib/base/errors.ts'
import pg from 'pg'

/**
 * Runs `work` in one transaction in which the triggers of `tables` are silent; all that it writes is there at once at the end. It gets the
 * highest member id so far (0 when there is none); no other member can be added meanwhile.
 */
export async function bulkLoad<Result>(
  url: string,
  tables: readonly string[],
  work: (client: pg.Client, lastMemberId: number) => Promise<Result>,
): Promise<Result> {
  return withClient(url, async (client) => {
    await client.query('begin')
    await client.query('lock table member in exclusive mode')
    const { rows } = await client.query<{ last: number | null }>('select max(id) as last from member')
    const loud = await silenceTriggers(client, tables)
    const result = await work(client, rows[0]?.last ?? 0)
    await loud()
    await client.query('commit')
    return result
  })
}

/** Refuses with `seed_not_empty` when there are members and `force` is not set. */
export function refuseMembers(lastMemberId: number, force: boolean | undefined): void {
  if (lastMemberId > 0 && !force) throw new AppError('seed_not_empty')
}

/** Makes every network index rebuild from the tables, and throw away what was written of others: one import is not another, though the count is the same. */
export async function raiseGeneration(client: pg.ClientBase): Promise<void> {
  await client.query('update network_clock set generation = generation + 1, instance = gen_random_uuid()')
  await client.query(`select pg_notify('network_change', seq::text) from network_clock`)
}

/**
 * Makes the members of ids after `after` searchable, in one transaction. When nothing was searchable before, the text indexes are built
 * over the finished rows, which takes a quarter of the time of growing them.
 */
export async function refreshSearch(url: string, after: number): Promise<void> {
  await withClient(url, async (client) => {
    await client.query(`begin; set local jit = off; set local maintenance_work_mem = '256MB'`)
    const { rows } = await client.query<{ empty: boolean }>('select not exists (select from search_document) as empty')
    const indexes = rows[0]?.empty ? await textIndexes(client) : []
    for (const { name } of indexes) await client.query(`drop index ${name}`)
    await client.query('select refresh_search_documents(array(select id from member where id > $1))', [after])
    for (const { definition } of indexes) await client.query(definition)
    await client.query('commit')
    await client.query('analyze search_document')
  })
}

async function textIndexes(client: pg.ClientBase): Promise<{ name: string; definition: string }[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
     from pg_index join pg_class on pg_class.oid = indexrelid join pg_am on pg_am.oid = relam
     where indrelid = 'search_document'::regclass and amname = 'gin'`,
  )
  return rows
}

async function withClient<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url, application_name: 'entregent-seed' })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end() // an unfinished transaction is rolled back
  }
}

async function silenceTriggers(client: pg.ClientBase, tables: readonly string[]): Promise<() => Promise<void>> {
  const each = (verb: string) => tables.map((table) => `alter table ${table} ${verb} trigger user`).join('; ')
  await client.query(each('disable'))
  return async () => {
    await client.query(each('enable'))
  }
}

/**
 * Runs `work` without the foreign keys of `tables`, which are made again at its end, over all rows at once, in the caller's transaction:
 * half the time of checking row by row.
 */
export async function withoutForeignKeys<Result>(
  client: pg.ClientBase,
  tables: readonly string[],
  work: () => Promise<Result>,
): Promise<Result> {
  const { rows } = await client.query<{ owner: string; name: string; definition: string }>(
    `select conrelid::regclass::text as owner, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and conrelid = any ($1::regclass[]) order by conname`,
    [tables],
  )
  for (const { owner, name } of rows) await client.query(`alter table ${owner} drop constraint ${name}`)
  const result = await work()
  for (const { owner, name, definition } of rows) await client.query(`alter table ${owner} add constraint ${name} ${definition}`)
  return result
}
