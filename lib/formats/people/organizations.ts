// A firm's name for comparison: "Dubreuil S.A.", "DUBREUIL SAS" and "Dubreuil" are one; what remains is never empty for a name that is
// nothing but a legal form.
import { comparableName } from './comparable-name.ts'
import { legalForms } from './role-words.ts'

/** Single letters parted by points are one word: "S.A.R.L.", "S. p. A.". */
function foldedWords(name: string): string[] {
  const joined =
    name.length < 300 && name.includes('.')
      ? name.replace(/(?<![\p{L}\p{N}])(?:\p{L}\.\s?){2,}\p{L}?(?![\p{L}\p{N}])/gu, (letters) => ` ${letters.replace(/[.\s]/gu, '')} `)
      : name
  return comparableName(joined)
    .split(' ')
    .filter((word) => word !== '')
}

/** The folded name without legal forms at its end or its beginning, "the" and "&". */
export function comparableOrganization(name: string): string {
  const words = foldedWords(name).filter((word, _, all) => all.length === 1 || !/^(?:and|et|und|y|e|the)$/u.test(word))
  let from = 0
  let to = words.length
  while (to - from > 1 && legalForms.has(words[to - 1] ?? '')) to -= 1
  while (to - from > 1 && startForms.has(words[from] ?? '')) from += 1
  return words.slice(from, to).join(' ')
}

const startForms: ReadonlySet<string> = new Set([
  'sa',
  'sas',
  'sasu',
  'sarl',
  'eurl',
  'sci',
  'scp',
  'snc',
  'selarl',
  'ooo',
  'zao',
  'oao',
  'pao',
])

/** Legal forms that families bear as names, or that initials may be. */
const doubtfulForms = /^(?:me|co|as|se|ab|sa|sas|ev|eg|lp|kg|ug|ag|spa|doo|nv|bv|sl)$/u

/** Whether the legal form at the name's end may as well be somebody's family name: "Éric SAS", "Kim CO". */
export const hasDoubtfulForm = (name: string) => doubtfulForms.test(foldedWords(name).at(-1) ?? '') && !/&|\p{L}\.\p{L}/u.test(name)

/** Whether the name bears a legal form where firms bear it. "Me", "Co" and "As" need another word before them. */
export function hasLegalForm(name: string): boolean {
  const words = foldedWords(name)
  if (words.length < 2) return false
  const last = words.at(-1) ?? ''
  if (legalForms.has(last) && (!doubtfulForms.test(last) || bearsCapitals(name, last))) return true
  return startForms.has(words[0] ?? '') && bearsCapitals(name, words[0] ?? '')
}

/** Written as a legal form and not as a name: "SA", "S.A.", "e.V.", "& Co". */
function bearsCapitals(name: string, form: string): boolean {
  if (form === 'co' && /&\s*co\.?$/iu.test(name)) return true
  return name.split(/[\s,]+/u).some((word) => {
    const letters = word.replace(/[^\p{L}]/gu, '')
    return letters.toLowerCase() === form && (letters === letters.toUpperCase() || /\p{L}\.\p{L}/u.test(word))
  })
}
