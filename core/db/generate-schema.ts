// Writes the Kysely types of a migrated database: a column held by `check (x in ('a', 'b'))` becomes the union 'a' | 'b', so that
// the closed lists are checked by the compiler too. `npm run check` compares its output with schema.generated.ts.
import pg from 'pg'

interface Column {
  table: string
  column: string
  type: string
  nullable: boolean
  generated: boolean
  hasDefault: boolean
}

const typeNames: Readonly<Record<string, string>> = {
  bool: 'boolean',
  bytea: 'Buffer',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float4: 'number',
  float8: 'number',
  timestamptz: 'Timestamp',
  tsvector: 'string',
  jsonb: 'unknown',
  _int4: 'number[]',
}

/** The TypeScript text for every table of schema `public` in the database at `url`. */
export async function generateSchema(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows: columns } = await client.query<Column>(`
      select c.relname as table, a.attname as column, t.typname as type, not a.attnotnull as nullable,
             a.attidentity = 'a' or a.attgenerated = 's' as generated, a.atthasdef or a.attidentity <> '' as "hasDefault"
      from pg_class c join pg_attribute a on a.attrelid = c.oid join pg_type t on t.oid = a.atttypid
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
      order by c.relname, a.attname collate "C"`)
    const { rows: checks } = await client.query<{ table: string; rule: string }>(`
      select conrelid::regclass::text as table, pg_get_constraintdef(oid) as rule from pg_constraint
      where contype = 'c' and connamespace = 'public'::regnamespace`)
    return render(columns, unions(checks))
  } finally {
    await client.end()
  }
}

// `CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text])))` → 'table.state' → "'open' | 'accepted'"
function unions(checks: readonly { table: string; rule: string }[]): Map<string, string> {
  const found = new Map<string, string>()
  for (const { table, rule } of checks) {
    const match = /^CHECK \(\((\w+) = ANY \(ARRAY\[([^\]]*)\]\)\)\)$/u.exec(rule)
    const values = match?.[2]?.match(/'[^']*'/gu)
    if (match && values) found.set(`${table}.${match[1]}`, values.join(' | '))
  }
  return found
}

function render(columns: readonly Column[], unionOf: ReadonlyMap<string, string>): string {
  const tables = Map.groupBy(columns, ({ table }) => table)
  const blocks = [...tables].map(([table, ofTable]) => {
    const lines = ofTable.map((column) => {
      const base = unionOf.get(`${table}.${column.column}`) ?? typeNames[column.type] ?? 'string'
      const type = column.nullable ? `${base} | null` : base
      const kind = column.generated ? `GeneratedAlways<${type}>` : column.hasDefault ? `Generated<${type}>` : type
      return `  ${camel(column.column)}: ${kind}`
    })
    return `export interface ${pascal(table)}Table {\n${lines.join('\n')}\n}`
  })
  const index = [...tables.keys()].map((table) => `  ${camel(table)}: ${pascal(table)}Table`)
  return [
    '// Written by core/db/generate-schema.ts from a migrated database. Do not edit: change a migration, then `npm run generate`.',
    "import type { ColumnType, GeneratedAlways } from 'kysely'",
    '',
    '/** A column that the database fills when an insert leaves it out. */',
    'export type Generated<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>',
    'export type Timestamp = ColumnType<Date, Date | string, Date | string>',
    '',
    ...blocks.flatMap((block) => [block, '']),
    `export interface DB {\n${index.join('\n')}\n}`,
    '',
  ].join('\n')
}

const camel = (name: string) => name.replace(/_(\w)/gu, (_, letter: string) => letter.toUpperCase())
const pascal = (name: string) => camel(`_${name}`)
