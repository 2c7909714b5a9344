// The name of a person out of what a file gives: parts, a whole, or both. Parts win over the whole; a whole alone is taken apart; a whole
// that is missing is composed. Nothing is recased and no part is moved that the source put in its own place.
import type { PersonName } from '../draft.ts'
import { cleanLine } from './clean.ts'
import { comparableName } from './comparable-name.ts'
import { isEastAsian } from './east-asian-names.ts'
import { type NameParts, partsOfFullName, withoutAddress } from './full-name.ts'

export type GivenName = { readonly [part in keyof PersonName]?: string | undefined }

/**
 * The name with its parts cleaned to one line. `full` is the source's whole name without mail address and enclosing quotes, or the parts
 * in the order of their script, or the nickname, or empty. A whole beside a single part fills in the other one where the two agree.
 */
export function parseName(given: GivenName): PersonName {
  const parts = cleanParts(given)
  const whole = withoutAddress(cleanLine(given.full ?? ''))
  if (whole === '') return { full: composeName(parts), ...parts }
  if (parts.given !== undefined && parts.family !== undefined) return { full: whole, ...parts }
  const found = partsOfFullName(whole)
  if (!agrees(parts, found)) return { full: whole, ...parts }
  return { full: whole, ...found, ...parts }
}

/** Prefix, given, middle, family and suffix in the order and with the blanks of their script; the nickname when there is nothing else. */
export function composeName(parts: NameParts): string {
  const { prefix, given, middle, family, suffix } = parts
  const core =
    family !== undefined && given !== undefined && isEastAsian(family + given)
      ? eastAsianWhole(family, given)
      : joined([given, middle, family])
  const whole = joined([prefix, core, suffix])
  return core === '' ? joined([parts.nickname]) || whole : whole
}

function eastAsianWhole(family: string, given: string): string {
  const foreign = /^[\p{sc=Katakana}ー]+$/u.test(family + given)
  return foreign ? `${given}・${family}` : family + given
}

const joined = (parts: readonly (string | undefined)[]) => parts.filter((part) => part !== undefined && part !== '').join(' ')

const partNames = ['prefix', 'given', 'middle', 'family', 'suffix', 'nickname', 'maiden', 'phoneticGiven', 'phoneticFamily'] as const

function cleanParts(given: GivenName): NameParts {
  const entries = partNames.map((part) => [part, cleanLine(given[part] ?? '')] as const)
  return Object.fromEntries(entries.filter(([, value]) => value !== ''))
}

/** A single part beside a whole: what the whole adds is trusted only when it says the same about that part. */
function agrees(parts: NameParts, found: NameParts): boolean {
  return (['given', 'middle', 'family'] as const).every((part) => {
    const own = parts[part]
    return own === undefined || comparableName(own) === comparableName(found[part] ?? '')
  })
}
