// Google's numbered columns, old and new: "E-mail 1 - Value", "Address 2 - Postal Code". Columns of one number belong together, and one cell may
// hold several values joined by " ::: ".

export interface NumberedColumn {
  readonly kind: 'e-mail' | 'phone' | 'address' | 'organization' | 'relation' | 'website' | 'event' | 'im' | 'custom field' | 'external id'
  readonly number: number
  /** Folded: "value", "type", "label", "postal code". */
  readonly field: string
}

const numbered = /^(e-mail|phone|address|organization|relation|website|event|im|custom field|external id) (\d{1,3}) - ([a-z -]{2,24})$/u

/** The column that a folded header names, or undefined when it is none of the numbered ones. */
export function numberedColumn(folded: string): NumberedColumn | undefined {
  const found = numbered.exec(folded)
  if (found === null) return undefined
  return { kind: found[1] as NumberedColumn['kind'], number: Number(found[2]), field: found[3] ?? '' }
}

/** The values of one cell. */
export function joinedValues(cell: string): string[] {
  return cell
    .split(':::')
    .map((value) => value.trim())
    .filter((value) => value !== '')
}
