// What of a draft another one does not tell: how a file that was written, and read again, is held against what should be in it.
import { isoDate } from './csv/values.ts'
import type { ContactDraft, PartialDate, ProfileDraft } from './draft.ts'
import { tellsMore } from './people/whole-address.ts'

/** A part of a draft, as its reader calls it; `labels` are the file's own words beside addresses, numbers and days. */
export type DraftPart = Exclude<keyof ContactDraft | keyof ProfileDraft, 'source' | 'kind'> | 'labels'

/** Words of our own that say how a value is meant; they are no values. */
const notValues = new Set(['place', 'kind', 'preferred', 'level', 'direction', 'e164', 'source', 'mediaType', 'service'])
const notParts = new Set(['source', 'kind'])

/** The parts of `before` of which some value stands nowhere in `after`; a value moved to another place, such as the notes, is not missing. */
export function missingParts<Draft extends ContactDraft | ProfileDraft>(before: Draft, after: Draft | undefined): readonly DraftPart[] {
  const told = after === undefined ? [] : textsOf(after)
  const text = told.map(folded).join('\n')
  const digits = told.map((one) => one.replace(/\D+/gu, '')).join('\n')
  const isTold = (value: string, part: string) =>
    part === 'phones' ? digits.includes(value.replace(/\D+/gu, '')) : linesOf(value).every((line) => text.includes(line))
  const missing = new Set<DraftPart>()
  for (const [part, value] of Object.entries(before)) {
    if (notParts.has(part)) continue
    const labels: string[] = []
    if (!textsOf(value, labels).every((one) => isTold(one, part))) missing.add(part as DraftPart)
    if (!labels.every((one) => isTold(one, ''))) missing.add('labels')
  }
  return [...missing]
}

const folded = (text: string) => text.toLowerCase().replace(/\s+/gu, ' ').trim()
/** Lines of a text may be joined by commas elsewhere. */
const linesOf = (text: string) => text.split('\n').map(folded)

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
