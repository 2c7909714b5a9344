// Whether two names may be one person's. Order, case, accents, hyphens, honorifics and degrees do not count; generations ("Jr", "III") do.
import type { PersonName } from '../draft.ts'
import { comparableName } from './comparable-name.ts'
import { partsOfFullName } from './full-name.ts'
import { generations, honorifics, particles, suffixes, wordKey } from './name-words.ts'
import { shortFormRows } from './short-names.ts'

/** A name folded for comparison. */
export interface NameKey {
  /** All words but honorifics and suffixes, sorted, joined by a blank: equal for "Jean Dupont" and "DUPONT, Jean". */
  readonly sorted: string
  readonly given: string
  readonly middle: string
  readonly family: string
  readonly maiden: string
  readonly nickname: string
  /** "junior", "senior", "2" …; empty when the name does not tell. */
  readonly generation: string
}

/**
 * `same`; `short`: one is a short or longer form of the other (initials, nickname, one of two family names, another script); `family`:
 * only the family name differs; `unknown`: one of them has no name; `different`.
 */
export type NameRelation = 'same' | 'unknown' | 'short' | 'family' | 'different'

/** The folded name, or undefined when no letter is in it. */
export function nameKeyOf(name: PersonName): NameKey | undefined {
  const parts = name.given !== undefined || name.family !== undefined ? name : partsOfFullName(name.full)
  const fold = (text: string | undefined) => (text === undefined ? '' : comparableName(text))
  const given = foldedGiven(parts.given)
  const middle = fold(parts.middle)
  const family = fold(parts.family)
  const whole = [given, middle, family].filter((part) => part !== '').join(' ') || wholeWords(name.full)
  if (whole === '') return undefined
  const sorted = whole.includes(' ') ? whole.split(' ').sort().join(' ') : whole
  return {
    sorted,
    given,
    middle,
    family,
    maiden: fold(parts.maiden),
    nickname: fold(parts.nickname),
    generation: generationOf(parts.suffix ?? name.suffix),
  }
}

/** A given part that a file filled with an honorific too ("M. Jean") counts without it. */
function foldedGiven(given: string | undefined): string {
  if (given === undefined) return ''
  if (!given.includes(' ')) return comparableName(given)
  const words = given.split(/\s+/u)
  return comparableName(words.length > 1 && honorifics.has(wordKey(words[0] ?? '')) ? words.slice(1).join(' ') : given)
}

function wholeWords(full: string): string {
  if (full.includes('@')) return ''
  const words = comparableName(full).split(' ')
  const core = words.filter((word) => !honorifics.has(word) && !suffixes.has(word))
  return (core.length > 0 ? core : words).join(' ')
}

function generationOf(suffix: string | undefined): string {
  if (suffix === undefined) return ''
  for (const word of suffix.split(/[\s,]+/u)) {
    const generation = generations.get(wordKey(word))
    if (generation !== undefined) return generation
  }
  return ''
}

/** How two names relate. Symmetric. Two generations of one name are different; one generation told and one not are at most `short`. */
export function compareNames(a: NameKey | undefined, b: NameKey | undefined): NameRelation {
  if (a === undefined || b === undefined) return 'unknown'
  if (a.generation !== '' && b.generation !== '' && a.generation !== b.generation) return 'different'
  const relation = relationOf(a, b)
  return relation === 'same' && a.generation !== b.generation ? 'short' : relation
}

function relationOf(a: NameKey, b: NameKey): NameRelation {
  if (a.sorted === b.sorted) return 'same'
  if (scriptOf(a.sorted) !== scriptOf(b.sorted)) return 'short'
  const family = a.family === b.family ? 'same' : nestedWords(a.family, b.family) || isMaiden(a, b) ? 'short' : 'different'
  const given = givenRelation(a, b)
  if (given === 'different') return 'different'
  if (family === 'same') return given
  if (a.family === '' || b.family === '') return a.family + b.family !== '' && given === 'same' && a.given !== '' ? 'short' : 'different'
  if (family === 'short') return 'short'
  return given === 'same' && a.given !== '' ? 'family' : 'different'
}

/** Given and further given names together: "John F." and "John Frederick" are the same, "John F." and "John G." are not. */
function givenRelation(a: NameKey, b: NameKey): 'same' | 'short' | 'different' {
  if (a.given === '' || b.given === '') return a.given === b.given ? 'same' : 'short'
  if (a.given === b.given) return middleRelation(a.middle, b.middle)
  const [first, second] = [wordsOf(a), wordsOf(b)]
  if (first.join(' ') === second.join(' ')) return 'same'
  if (first.every((word, index) => second[index] === word) || second.every((word, index) => first[index] === word)) return 'short'
  if (isInitialsOf(first, second) || isInitialsOf(second, first)) return 'short'
  if (a.nickname !== '' && a.nickname === b.given) return 'short'
  if (b.nickname !== '' && b.nickname === a.given) return 'short'
  const rows = shortFormRows(first[0] ?? '')
  for (const row of shortFormRows(second[0] ?? '')) if (rows.has(row)) return 'short'
  return 'different'
}

const wordsOf = (name: NameKey) => (name.middle === '' ? name.given : `${name.given} ${name.middle}`).split(' ')

function middleRelation(a: string, b: string): 'same' | 'different' {
  if (a === '' || b === '' || a === b) return 'same'
  const [first, second] = [a.split(' '), b.split(' ')]
  const count = Math.min(first.length, second.length)
  for (let index = 0; index < count; index += 1) {
    const [one = '', other = ''] = [first[index], second[index]]
    if (one !== other && !(one.length === 1 && other.startsWith(one)) && !(other.length === 1 && one.startsWith(other))) return 'different'
  }
  return 'same'
}

/** "j", "j b" and "jb" for "jean baptiste"; a single initial for any name that begins with it. */
function isInitialsOf(short: readonly string[], long: readonly string[]): boolean {
  const letters = short.every((word) => word.length === 1)
    ? short.join('')
    : short.length === 1 && (short[0] ?? '').length <= 3
      ? (short[0] ?? '')
      : ''
  if (letters === '') return false
  const initials = long.map((word) => word[0] ?? '').join('')
  return letters.length === 1 ? initials.startsWith(letters) : letters === initials
}

/** One family name of two ("Martin", "Martin-Durand"), or the same without its particles. */
function nestedWords(a: string, b: string): boolean {
  if (a === '' || b === '') return false
  const [first, second] = [telling(a), telling(b)]
  return (
    first.length > 0 && second.length > 0 && (first.every((word) => second.includes(word)) || second.every((word) => first.includes(word)))
  )
}

const telling = (family: string) => family.split(' ').filter((word) => !particles.has(word))

const isMaiden = (a: NameKey, b: NameKey) => (a.maiden !== '' && a.maiden === b.family) || (b.maiden !== '' && b.maiden === a.family)

function scriptOf(text: string): string {
  if (/[a-z]/u.test(text)) return 'latin'
  if (/\p{sc=Cyrl}/u.test(text)) return 'cyrillic'
  if (/\p{sc=Grek}/u.test(text)) return 'greek'
  if (/\p{sc=Arab}/u.test(text)) return 'arabic'
  if (/\p{sc=Hebr}/u.test(text)) return 'hebrew'
  return 'other'
}

/** Keys that names share when one is a short form of the other: the family with each line of short forms, and with initials. */
export function relationKeys(name: NameKey): string[] {
  if (name.family === '' || name.given === '') return []
  const words = wordsOf(name)
  const first = words[0] ?? ''
  const keys = [...shortFormRows(first)].map((row) => `${name.family}|${row}`)
  const isInitials = words.length === 1 && first.length > 1 && first.length <= 3
  if (words.length > 1) keys.push(`${name.family}|${words.map((word) => word[0] ?? '').join('')}`)
  if (isInitials) keys.push(`${name.family}|${first}`)
  return keys
}
