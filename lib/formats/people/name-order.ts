// The order of a name's words when no comma tells it: capitals, initials, patronymics and particles are the witnesses, the usual order
// (given, further given, family) is the fallback.
import { comparableName } from './comparable-name.ts'
import { isCommonGivenName } from './given-names.ts'
import { capitalParticles, joiners, particles } from './name-words.ts'

interface Ordered {
  readonly given?: string
  readonly middle?: string
  readonly family?: string
}

const initial = /^(?:\p{Lu}\.?)(?:-?\p{Lu}\.?)*$/u
const patronymic = /(?:ович|евич|ьич|ич|овна|евна|ична|инична|ovich|evich|ovna|evna)$/iu
const vietnamese = new Set([
  'nguyễn',
  'trần',
  'phạm',
  'huỳnh',
  'phan',
  'võ',
  'vũ',
  'đặng',
  'bùi',
  'đỗ',
  'hồ',
  'ngô',
  'dương',
  'lê',
  'hoàng',
])

/** The words, without honorifics and suffixes, as given, further given and family names. Particles belong to the family. */
export function orderWords(words: readonly string[]): Ordered {
  const joined = joinCompounds(words)
  if (joined.length === 0) return {}
  if (joined.length === 1) return oneWord(joined[0] ?? '')
  return byCapitals(joined) ?? byInitials(joined) ?? byPatronymic(joined) ?? byParticle(joined)
}

const oneWord = (word: string): Ordered => (isCapitals(word) && [...word].length > 2 ? { family: word } : { given: word })

/** Arabic "عبد الرحمن" and "أبو بكر", and "O' Brien" or "d' Artagnan" typed with a blank, are one name each. */
function joinCompounds(words: readonly string[]): string[] {
  const joined: string[] = []
  for (const word of words) {
    if (joined.length > 0 && /^(?:عبد|أبو|أم)$/u.test(joined.at(-1) ?? '')) joined[joined.length - 1] += ` ${word}`
    else joined.push(word)
  }
  return joined
}

const lettersOf = (word: string) => word.replace(/[^\p{L}]/gu, '')

/** A word in capitals long enough to tell: "DUPONT", "O'BRIEN", "McDONALD", "d'ORMESSON", "LI"; not "J.", "JB", "J.-P.". */
function isCapitals(word: string): boolean {
  const letters = lettersOf(word.replace(/^(?:[dl]['’]|Mc|Mac)/u, ''))
  if ([...letters].length < 2 || letters !== letters.toUpperCase() || letters === letters.toLowerCase()) return false
  if (word.includes('.')) return false
  return [...letters].length > 2 || /[AEIOUY]$/u.test(letters.normalize('NFD').replace(/\p{M}/gu, ''))
}

/** "JRR": three capitals without a vowel, unless somebody's given name follows ("STR Jean"); "VLK" is a family's name. */
function isInitials(word: string, next: string): boolean {
  const plain = plainLetters(lettersOf(word))
  return /^[A-Z]{3}$/u.test(plain) && !/[AEIOUY]|^.([LNR])(?!\1)./u.test(plain) && !isCommonGivenName(comparableName(next))
}

const plainLetters = (letters: string) => letters.normalize('NFD').replace(/\p{M}/gu, '')

/** "DUPONT Jean-Marie", "Jean DUPONT", "DE LA TOUR Jean", "Jean de LA TOUR": capitals at one end only are the family. */
function byCapitals(words: readonly string[]): Ordered | undefined {
  const big = words.map((word, at) => isCapitals(word) && !isInitials(word, words[at + 1] ?? ''))
  const someSmall = words.some((word, index) => !big[index] && !initial.test(word) && !particles.has(word.toLowerCase()))
  const countable = big.filter(Boolean).length
  if (countable === 0) return undefined
  if (!someSmall) return words.some((word) => !isCapitals(word) && initial.test(word)) && countable === 1 ? byInitials(words) : undefined
  const isFamilyWord = (index: number) =>
    big[index] || (particles.has((words[index] ?? '').toLowerCase()) && !initial.test(words[index] ?? ''))
  let head = 0
  while (head < words.length && isFamilyWord(head)) head += 1
  while (head > 0 && !big[head - 1]) head -= 1
  let tail = words.length
  while (tail > 0 && isFamilyWord(tail - 1)) tail -= 1
  const atEnd = big.slice(tail).filter(Boolean).length
  const atStart = big.slice(0, head).filter(Boolean).length
  if (atEnd === countable && tail > 0) return split(words.slice(0, tail), words.slice(tail))
  if (atStart === countable && head < words.length) return split(words.slice(head), words.slice(0, head))
  return undefined
}

/** "Dupont J.", "Dupont J.-M.", "Smith JB": what ends in initials begins with the family, unless it begins with a given name ("Anne D."). */
function byInitials(words: readonly string[]): Ordered | undefined {
  const last = words.at(-1) ?? ''
  const first = words[0] ?? ''
  if (!initial.test(last) || isCapitals(last) || initial.test(first) || isCommonGivenName(comparableName(first))) return undefined
  let from = words.length
  while (from > 1 && initial.test(words[from - 1] ?? '') && !isCapitals(words[from - 1] ?? '')) from -= 1
  return split(words.slice(from), words.slice(0, from))
}

/** Russian: "Иванов Иван Иванович" is family first, "Иван Иванович Иванов" is not. Vietnamese families come first. */
function byPatronymic(words: readonly string[]): Ordered | undefined {
  const [first = '', second = '', third = ''] = words
  if (words.length > 2 && isVietnamese(first, second))
    return { family: first, middle: words.slice(1, -1).join(' '), given: words.at(-1) ?? '' }
  if (words.length !== 3) return undefined
  if (patronymic.test(third) && !patronymic.test(second)) return { family: first, given: second, middle: third }
  return patronymic.test(second) && /\p{sc=Cyrl}/u.test(second) ? { given: first, middle: second, family: third } : undefined
}

/** A family's name with its accents, or without them before "Van" or "Thi". */
function isVietnamese(first: string, second: string): boolean {
  const family = first.toLowerCase().normalize('NFC')
  return vietnamese.has(family) || (plainVietnamese.has(comparableName(first)) && /^(?:v[aă]n|th[iị])$/iu.test(second.normalize('NFC')))
}

const plainVietnamese = new Set([...vietnamese].map(comparableName))

function byParticle(words: readonly string[]): Ordered {
  if (isSmallParticle(words[0] ?? '')) return { family: words.join(' ') }
  const [first = '', and = '', second = ''] = words
  // "Le Goff Yann", "Van den Berg Jan": a particle in front, and somebody's given name behind.
  const isFamilyFirst = words.length > 2 && isCapitalParticle(first) && !isCommonGivenName(comparableName(first))
  if (isFamilyFirst && isCommonGivenName(comparableName(words.at(-1) ?? '')))
    return { family: words.slice(0, -1).join(' '), given: words.at(-1) ?? '' }
  if (words.length > 3 && /^(?:et|and|und|&|\+)$/iu.test(and)) return { ...byParticle(words.slice(2)), given: `${first} ${and} ${second}` }
  for (let index = 1; index < words.length - 1; index += 1) {
    const word = words[index] ?? ''
    if (joiners.has(word) && index > 1) return split(words.slice(0, index - 1), words.slice(index - 1))
    if (isSmallParticle(word) || isCapitalParticle(word)) {
      if (!joiners.has(word)) return split(words.slice(0, index), words.slice(index))
    }
  }
  return split(words.slice(0, -1), words.slice(-1))
}

const isSmallParticle = (word: string) => particles.has(word) && word === word.toLowerCase()

/** "St." and "Ste." as well. */
const isCapitalParticle = (word: string) => capitalParticles.has(word.toLowerCase().replace(/\.$/u, ''))

function split(givens: readonly string[], family: readonly string[]): Ordered {
  const [given = '', ...middle] = givens
  return { given, middle: middle.join(' '), family: family.join(' ') }
}
