// A whole name in one text, taken apart: what is around it (honorifics, suffixes, nickname, maiden name, an e-mail address, a company in
// parentheses) first, then the order of its words (name-order.ts). Casing is never altered; a text that is no name gives no parts.
import type { PersonName } from '../draft.ts'
import { comparableName } from './comparable-name.ts'
import { eastAsianParts, isEastAsian } from './east-asian-names.ts'
import { isCommonGivenName } from './given-names.ts'
import { orderWords } from './name-order.ts'
import {
  capitalSuffixes,
  doubtfulHonorifics,
  generations,
  givenHonorifics,
  honorifics,
  particles,
  smallSuffixes,
  suffixes,
  wordKey,
} from './name-words.ts'

export type NameParts = Omit<PersonName, 'full'>

/** Longer texts are no names: they are shown and not taken apart, so that no expression runs away on them. */
const longest = 300

const address = /[^\s@<>()"]+@[^\s@<>()"]+\.[^\s@<>()"]+/u
// With a capital these are names of people: "Max Born".
const maidenWords = '(?:[Nn]ée?|NÉE?|nata|nacida|nascida|born|[Gg]eb(?:orene?)?|GEB)'
const maidenInside = new RegExp(`\\s*[(,]?\\s*(?<![\\p{L}])${maidenWords}\\.?\\s+([^(),]+?)\\s*\\)?(?=$|,)`, 'u')
const marriedInside = /\s+(?:épouse|epouse|ép\.|ep\.|ep|ép|épse|veuve|vve)\s+(.+)$/iu
const quoted = /["“”„«»]\s*([^"“”„«»]+?)\s*["“”„«»]|(?<=\s)['‘’]([^'‘’]+)['‘’](?=\s)/u
const parenthesised = /\s*[([]([^()[\]]*)[)\]]\s*/u
const notAName =
  /(?<![\p{L}])(?:sarl|sas|sasu|gmbh|inc|llc|ltd|s\.a|s\.p\.a|directeur|directrice|director|manager|président|présidente|ceo|cto|cfo|consultant|consultante|responsable|ingénieur|engineer|avocat|avocate)(?![\p{L}])/iu

/**
 * The whole name without what mail programs put around it: enclosing quotes, an address in angle brackets or parentheses. A text that is
 * nothing but an address stays.
 */
export function withoutAddress(full: string): string {
  if (full.length > longest) return full
  const unquoted = full
    .replace(/^(["'“”‘’«»])(.*)\1$/u, '$2')
    .replace(/^[“«„]\s*(.*?)\s*[”»“]$/u, '$1')
    .trim()
  const bare = unquoted.replace(/\s*[<([]\s*(?:mailto:|smtp:)?[^\s@<>()[\]]+@[^\s@<>()[\]]+\s*[>)\]]\s*/giu, ' ').trim()
  const name = (bare === '' ? unquoted : bare).replace(/^(["'])(.*)\1$/u, '$2').trim()
  return name === '' ? full : name
}

/** The parts of a whole name; empty when it is an address, a number or cannot be told apart. */
export function partsOfFullName(full: string): NameParts {
  if (full.length > longest || address.test(full) || !/\p{L}/u.test(full)) return {}
  const { rest, aside } = takeAsides(full)
  if (isEastAsian(rest)) return { ...aside, ...eastAsianParts(rest) }
  const segments = withoutRemark(rest)
    .split(/\s*[,،]\s*/u)
    .filter((segment) => words(segment).length > 0)
  const trailing: string[] = []
  while (segments.length > 1 && isSuffixText(segments.at(-1) ?? '')) trailing.unshift(segments.pop() ?? '')
  while (segments.length > 1 && notAName.test(segments.at(-1) ?? '')) segments.pop()
  // "Jean Dupont, architecte": nobody is called by a word written small.
  const lead = words(segments[0] ?? '')
  const isWhole = lead.length > 1 && /^\p{Lu}/u.test(lead[0] ?? '') && !particles.has((lead[0] ?? '').toLowerCase())
  while (isWhole && segments.length > 1 && words(segments.at(-1) ?? '').every(isSmallWord)) segments.pop()
  const [first = '', ...others] = segments
  const isFamilyOnly = others.length === 0 && first !== '' && /^[^,،]+[,،]\s*$/u.test(rest)
  const parts = isFamilyOnly ? { family: first } : others.length === 0 ? inOneSegment(first) : familyFirst(first, others)
  const suffix = [parts.suffix, aside.suffix, ...trailing].filter((part) => part !== undefined && part !== '').join(', ')
  return { ...parts, ...aside, ...(suffix === '' ? {} : { suffix }) }
}

const isSmallWord = (word: string) =>
  word === word.toLowerCase() && /\p{Ll}{3}/u.test(word) && !particles.has(word) && !isCommonGivenName(comparableName(word))

/** "Dupont, Dr. Jean-Marie", "Smith, Jr., John", "Dr. Dupont, Jean", "Tour, Jean de la". */
function familyFirst(first: string, others: readonly string[]): NameParts {
  const segments = [...others]
  const inner: string[] = []
  while (segments.length > 1 && isSuffixText(segments[0] ?? '')) inner.push(segments.shift() ?? '')
  const lead = segments.length > 1 && words(segments[0] ?? '').every((word) => particles.has(word)) ? `${segments.shift()} ` : ''
  const before = takeHonorifics(words(lead + first), 1)
  const behind = takeHonorifics(words(segments[0] ?? ''), 1)
  const beforeEnd = takeSuffixes(before.rest, 1)
  const behindEnd = takeSuffixes(behind.rest, 1)
  const given = behindEnd.rest
  const moved: string[] = []
  while (given.length > 1 && particles.has((given.at(-1) ?? '').toLowerCase()) && !/^\p{Lu}\.?$/u.test(given.at(-1) ?? ''))
    moved.unshift(given.pop() ?? '')
  const family = [...moved, ...beforeEnd.rest].join(' ')
  const [name, ...middle] = given
  return presentParts({
    prefix: [before.prefix, behind.prefix].filter((part) => part !== '').join(' '),
    given: name ?? '',
    middle: middle.join(' '),
    family,
    suffix: [...beforeEnd.suffix, ...inner, ...behindEnd.suffix].join(', '),
  })
}

function inOneSegment(text: string): NameParts {
  const start = takeHonorifics(words(text), 1)
  const { rest, suffix } = takeSuffixes(start.rest, 1)
  const ends = { prefix: start.prefix, suffix: suffix.join(', ') }
  if (rest.length === 1 && start.prefix !== '') {
    const last = words(start.prefix).map(wordKey).at(-1) ?? ''
    return presentParts(givenHonorifics.has(last) ? { ...ends, given: rest[0] ?? '' } : { ...ends, family: rest[0] ?? '' })
  }
  if (start.prefix !== '' && particles.has((rest[0] ?? '').toLowerCase()) && !/^\p{Lu}/u.test(rest[0] ?? ''))
    return presentParts({ ...ends, family: rest.join(' ') })
  return presentParts({ ...ends, ...orderWords(rest) })
}

/** Nickname, maiden name and remarks out of the middle or the end; the rest is the name. */
function takeAsides(full: string): { rest: string; aside: NameParts } {
  const aside: { nickname?: string; maiden?: string; suffix?: string } = {}
  let rest = full
  const maiden = maidenInside.exec(rest)
  if (maiden?.[1] !== undefined && maiden.index > 0 && /\p{L}/u.test(maiden[1])) {
    aside.maiden = maiden[1].trim()
    rest = rest.replace(maiden[0], ' ')
  }
  const nickname = quoted.exec(rest)
  const called = nickname?.[1] ?? nickname?.[2]
  if (nickname !== null && called !== undefined && /\p{L}/u.test(called) && rest.replace(nickname[0], '').trim() !== '') {
    aside.nickname = called.trim()
    rest = rest.replace(nickname[0], ' ')
  }
  for (let found = parenthesised.exec(rest); found !== null; found = parenthesised.exec(rest)) {
    const behind = rest.slice(found.index + found[0].length)
    const remaining = `${rest.slice(0, found.index)} ${behind}`
    if (remaining.trim() === '') break
    const inside = (found[1] ?? '').trim()
    const isRound = found[0].includes('(')
    if (generations.has(wordKey(inside))) aside.suffix = inside
    if (
      isRound &&
      aside.nickname === undefined &&
      aside.suffix !== inside &&
      /\p{L}/u.test(behind) &&
      !behind.startsWith(',') &&
      /\p{L}/u.test(inside) &&
      /^[\p{L}\p{M}.'’ -]+$/u.test(inside)
    )
      aside.nickname = inside
    rest = remaining
  }
  const married = marriedInside.exec(rest)
  if (married?.[1] !== undefined && aside.maiden === undefined) {
    const { rest: before } = takeHonorifics(words(rest.slice(0, married.index)), 1)
    const born = orderWords(before).family
    if (born !== undefined && born !== '') {
      aside.maiden = born
      rest = rest.replace(born, '').replace(marriedInside, ` ${married[1]}`)
    }
  }
  return { rest: rest.replace(/\s+/gu, ' ').replace(/\s+,/gu, ',').trim(), aside }
}

/** Honorifics at the beginning, the longest form first, as long as `keep` words remain. */
function takeHonorifics(all: readonly string[], keep: number): { prefix: string; rest: string[] } {
  let taken = 0
  for (;;) {
    const size = [4, 3, 2, 1].find(
      (count) => all.length - taken - count >= keep && isHonorific(all.slice(taken, taken + count), all.slice(taken + count)),
    )
    if (size === undefined) break
    taken += size
  }
  return { prefix: all.slice(0, taken).join(' '), rest: all.slice(taken) }
}

function isHonorific(candidate: readonly string[], behind: readonly string[]): boolean {
  const key = candidate.map(wordKey).join(' ')
  if (!honorifics.has(key)) return false
  const only = candidate.length === 1 ? (candidate[0] ?? '') : ''
  if (only === 'M') return /^\p{Lu}{2,}/u.test(behind[0] ?? '')
  return !doubtfulHonorifics.has(key) || behind.length >= 2 || (only.endsWith('.') && only.length > 2)
}

/** Suffixes at the end, as long as `keep` words remain. */
function takeSuffixes(all: readonly string[], keep: number): { suffix: string[]; rest: string[] } {
  const rest = [...all]
  const suffix: string[] = []
  const shouting = all.every((word) => word === word.toUpperCase())
  for (;;) {
    const size = [2, 1].find((count) => rest.length - count >= keep && isSuffix(rest.slice(-count), shouting, rest.length - count))
    if (size === undefined) return { suffix, rest }
    suffix.unshift(rest.splice(-size).join(' '))
  }
}

function isSuffix(candidate: readonly string[], shouting: boolean, before: number): boolean {
  const text = candidate.join(' ')
  const key = candidate.map(wordKey).join(' ')
  if (!suffixes.has(key)) return false
  if (smallSuffixes.has(key)) return text === text.toLowerCase()
  if (key === 'filho' || key === 'neto' || key === 'sobrinho' || key === 'cadet' || key === 'senior' || key === 'junior') return before >= 2
  if (capitalSuffixes.has(key)) return text === text.toUpperCase() && before >= 2 && (!shouting || /^[IV]+$/u.test(text))
  return before >= 1 && (candidate.length > 1 || text !== text.toLowerCase() || key === 'jr' || key === 'sr' || text.endsWith('.'))
}

/** After a comma every suffix counts, however it is written: "PhD, MBA", "Jr.", "CPA CFA". */
function isSuffixText(text: string): boolean {
  const all = words(text)
  return all.length > 0 && (suffixes.has(wordKey(text)) || all.every((word) => suffixes.has(wordKey(word))))
}

/** What stands behind a dash or a bar between blanks is no part of the name: "Luc Martin - Acme", "Luc Martin | Directeur". */
function withoutRemark(text: string): string {
  const name = text.replace(/\s+[-–—|/•·:]+\s.*$/u, '')
  return words(name).length > 1 ? name : text
}

/** Words with a letter in them, and "&": neither numbers nor emojis are names. */
const words = (text: string) => text.split(/\s+/u).filter((word) => /\p{L}|^[&+]$/u.test(word))

function presentParts(parts: Readonly<Record<string, string>>): NameParts {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== ''))
}
