// Rows of a form as a list: `skills.0.en`, `skills.1.en` … become `{ skills: [{ en }, { en }] }`, under the names that complaints use.

type Fields = Readonly<Record<string, unknown>>

/** The fields with those named `list.N.part` gathered as `list`; the other ones unchanged. Rows keep their order; N is below 1000. */
export function nestedFields(form: Fields, list: string): Record<string, unknown> {
  const rows: Record<string, unknown>[] = []
  const rest: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(form)) {
    const [head, row, part, ...more] = name.split('.')
    const isRow = head === list && part !== undefined && more.length === 0 && /^\d{1,3}$/u.test(row ?? '')
    if (!isRow) rest[name] = value
    else rows[Number(row)] = { ...rows[Number(row)], [part]: value }
  }
  return { ...rest, [list]: Array.from(rows, (row) => row ?? {}) }
}
