// A column whose header says nothing, taken for what most of its cells look like. A guess is told with its certainty, for a person to correct.
import { isEmail } from '../people/emails.ts'
import { linkedInIdentity } from '../people/linkedin-identity.ts'
import type { Meaning } from './headers.ts'
import { type Column, nameLike } from './plan.ts'

const dateLike = /^(?:\d{4}([-./])\d\d?\1\d\d?|\d\d?([-./])\d\d?\2(?:\d\d){1,2})$/u
const looks: readonly (readonly [Meaning, (cell: string) => boolean, number])[] = [
  ['email', isEmail, 0.95],
  ['linkedin', (cell) => /linkedin\.com/iu.test(cell) && linkedInIdentity(cell) !== undefined, 0.95],
  ['url.other', (cell) => /^(?:https?:\/\/|www\.)\S+$/iu.test(cell), 0.9],
  ['phone.other', (cell) => /^[+(]?\d[\d\s()./-]{6,22}\d$/u.test(cell) && !dateLike.test(cell), 0.8],
]

/** The columns again; what the cells of the first rows look like says more than a header that was half understood. */
export function guessColumns(columns: readonly Column[], rows: readonly (readonly string[])[]): Column[] {
  const guessed = columns.map((column, at): Column => {
    if (column.certainty >= 0.8) return column
    const cells = rows.map((row) => (row[at] ?? '').trim().slice(0, 300)).filter((cell) => cell !== '')
    if (cells.length === 0) return column
    for (const [meaning, fits, most] of looks) {
      const share = cells.filter(fits).length / cells.length
      if (share >= 0.6 && share * most > column.certainty) return { ...column, meaning, certainty: Math.round(share * most * 100) / 100 }
    }
    return column
  })
  if (guessed.some(({ meaning }) => meaning === 'full' || meaning === 'family' || meaning === 'given' || meaning === 'contact'))
    return guessed
  // Where no column is a name, the first that looks like one is.
  const at = guessed.findIndex(({ meaning }, place) => {
    if (meaning !== 'unknown') return false
    const cells = rows.map((row) => (row[place] ?? '').trim().slice(0, 300)).filter((cell) => cell !== '')
    return cells.length > 0 && cells.filter((cell) => nameLike.test(cell)).length / cells.length >= 0.6
  })
  return guessed.map((column, place) => (place === at ? { ...column, meaning: 'full', certainty: 0.5 } : column))
}
