// Many rows in few statements: each column travels as one array, and PostgreSQL unnests them side by side.
import type pg from 'pg'

type Value = string | number | boolean | Buffer | null
type Row<Columns> = Readonly<Record<keyof Columns, Value>>
const batchRows = 5_000

/**
 * Inserts the rows in batches. `columns` gives each column's SQL type; `options.tail` stands at the end of the statement
 * (`on conflict …`), `options.overridesIdentity` lets the rows bring their own ids. Names are the caller's constants, never input.
 */
export async function insertRows<const Columns extends Readonly<Record<string, string>>>(
  client: pg.ClientBase,
  table: string,
  columns: Columns,
  rows: readonly Row<Columns>[],
  options: { readonly tail?: string; readonly overridesIdentity?: boolean } = {},
): Promise<void> {
  const names = Object.keys(columns) as (keyof Columns & string)[]
  const arrays = names.map((name, place) => `$${place + 1}::${columns[name]}[]`)
  const overriding = options.overridesIdentity ? 'overriding system value' : ''
  const statement = `insert into ${table} (${names.join(', ')}) ${overriding} select * from unnest(${arrays.join(', ')}) ${options.tail ?? ''}`
  for (let start = 0; start < rows.length; start += batchRows) {
    const batch = rows.slice(start, start + batchRows)
    await client.query(
      statement,
      names.map((name) => batch.map((row) => row[name])),
    )
  }
}
