// What of a draft another one does not tell: how a file that was written, and read again, is held against what should be in it.
import { isoDate } from './csv/values.ts'
import type { ContactDraft, PartialDate, ProfileDraft } from './draft.ts'
import { comparableName } from './people/comparable-name.ts'
import { linkedInIdentity } from './people/linkedin-identity.ts'
import { tellsMore } from './people/whole-address.ts'

/** A part of a draft, as its reader calls it; `labels` are the file's own words beside addresses, numbers and days. */
export type DraftPart = Exclude<keyof ContactDraft | keyof ProfileDraft, 'source' | 'kind'> | 'labels'

/** Words of our own that say how a value is meant; they are no values. */
const notValues = new Set(['place', 'kind', 'preferred', 'level', 'direction', 'e164', 'source', 'mediaType', 'service'])
const notParts = new Set(['source', 'kind'])

/**
 * The parts of `before` of which some value stands nowhere in `after`, each with those values. A value that moved to another place, such as a
 * line of the notes ("Nickname: Nana"), is not missing; one that stands in `before` twice must stand in `after` twice.
 */
export function missingParts<Draft extends ContactDraft | ProfileDraft>(before: Draft, after: Draft): ReadonlyMap<DraftPart, string[]> {
  const told = toldBy(textsOf(after))
  const missing = new Map<DraftPart, string[]>()
  for (const [part, value] of Object.entries(before)) {
    if (notParts.has(part)) continue
    const labels: string[] = []
    const isOtherOrder = (text: string) => part === 'name' && text === before.name.full && isMadeOf(text, after.name)
    const values = textsOf(value, labels).filter((one) => !told.has(one, part === 'phones') && !isOtherOrder(one))
    if (values.length > 0) missing.set(part as DraftPart, values)
    const lost = labels.filter((one) => !told.has(one, false))
    if (lost.length > 0) missing.set('labels', [...(missing.get('labels') ?? []), ...lost])
  }
  return missing
}

/** A whole name says no more than its parts, in whatever order. */
function isMadeOf(full: string, name: ContactDraft['name']): boolean {
  const known = new Set(comparableName(textsOf(name).join(' ')).split(' '))
  return comparableName(full)
    .split(' ')
    .every((word) => known.has(word))
}

const folded = (text: string) => text.toLowerCase().replace(/\s+/gu, ' ').trim()

/** What is told, as wholes: each counts as often as it stands there. */
function toldBy(texts: readonly string[]) {
  const wholes = new Map<string, number>()
  const numbers = new Map<string, number>()
  const add = (to: Map<string, number>, whole: string) => to.set(whole, (to.get(whole) ?? 0) + 1)
  for (const text of texts) {
    const plain = text.replace(/\\([\\,;nN])/gu, (_, sign: string) => (/n/iu.test(sign) ? '\n' : sign))
    for (const form of new Set([text, plain])) for (const whole of wholesIn(form)) add(wholes, whole)
    for (const [number] of text.matchAll(/[+(]?\d[\d\s()./-]*/gu)) add(numbers, number.replace(/\D+/gu, ''))
  }
  const take = (from: Map<string, number>, whole: string) => {
    const left = from.get(whole) ?? 0
    if (left > 0) from.set(whole, left - 1)
    return left > 0
  }
  const all = texts.map(folded).join('\n')
  return {
    has(value: string, isNumber: boolean): boolean {
      const digits = value.replace(/\D+/gu, '')
      if (isNumber && digits !== '' && take(numbers, digits)) return true
      if (take(wholes, folded(value))) return true
      const lines = value
        .split('\n')
        .map(folded)
        .filter((line) => line !== '')
      if (lines.length > 1) return lines.every((line) => take(wholes, line))
      // Somewhere in a longer text: only what is too long to be there by chance.
      return lines[0] !== undefined && lines[0].length > 20 && all.includes(lines[0])
    },
  }
}

/** A line may say what it is ("Address: 1 rue A, Metz") and hold several values; of many only each alone and all together count. */
const mostJoined = 12

function spansOf(value: string): string[] {
  const parts = value.split(', ')
  if (parts.length > mostJoined) return [folded(value), ...parts.map(folded)]
  return parts.flatMap((_, from) => parts.slice(from).map((__, more) => folded(parts.slice(from, from + more + 1).join(', '))))
}

function wholesIn(text: string): string[] {
  const wholes = text.includes('\n') ? [folded(text)] : []
  for (const line of text.split('\n')) {
    const identity = linkedInIdentity(/https?:\S*linkedin\S*/iu.exec(line)?.[0] ?? '')
    if (identity !== undefined) wholes.push(identity)
    // As a card holds the fields of other formats.
    const wrapped = /^X-ENTREGENT-UNKNOWN;NAME="?(.*?)"?$/u.exec(line)?.[1]
    if (wrapped !== undefined) wholes.push(folded(wrapped))
    const pieces = line.split(': ')
    wholes.push(...spansOf(line))
    // A word in front may hold a colon itself.
    for (let at = 1; at < Math.min(pieces.length, mostJoined); at++)
      wholes.push(folded(pieces.slice(0, at).join(': ')), ...spansOf(pieces.slice(at).join(': ')))
  }
  return wholes
}

/** Every text and every day in a value; what stands under `label` goes to `labels` where they are asked for. */
function textsOf(value: unknown, labels?: string[]): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap((one) => textsOf(one, labels))
  if (typeof value !== 'object' || value === null) return []
  if (isDay(value)) return [isoDate(value)]
  return Object.entries(value).flatMap(([key, one]) => {
    if (notValues.has(key)) return []
    if (key === 'formatted' && Object.keys(value).length > 2 && !tellsMore(String(one), value)) return []
    if (key !== 'label' || labels === undefined) return textsOf(one, labels)
    labels.push(String(one))
    return []
  })
}

const isDay = (value: object): value is PartialDate => {
  const keys = Object.keys(value)
  return keys.length > 0 && keys.every((key) => key === 'year' || key === 'month' || key === 'day')
}
