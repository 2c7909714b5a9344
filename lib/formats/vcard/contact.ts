// A card's properties as a draft: each goes to its field's function by name; what none understands goes verbatim to `unknown`, in order.
// Alternatives of one property (the same ALTID) count once: the first is read, the others stay in `unknown`.
import { type ContactDraft, type ContactFormat, emptyContact, type OrganizationDraft } from '../draft.ts'
import { cleanText } from '../people/clean.ts'
import { parseName } from '../people/names.ts'
import type { Warning } from '../reading.ts'
import { type Card, emptyMaking, type Field, type Making, type OrganizationPart, textOf } from './making.ts'
import { personFields } from './person.ts'
import { type Property, parameter } from './property.ts'
import { reachFields, withPreferred } from './reach.ts'

const fields: ReadonlyMap<string, Field> = new Map([...personFields, ...reachFields])
const dropped = new Set(['BEGIN', 'END', 'VERSION'])
/** What is longer than this is no name, address or number, and not worth taking apart. */
const longestName = 1_000
const nameLike = new Set(['N', 'FN', 'NICKNAME', 'X-MAIDENNAME', 'ORG', 'EMAIL', 'TEL', 'IMPP', 'X-SOCIALPROFILE'])
const isTooLong = ({ name, text }: Property) => text.length > longestName && nameLike.has(name)

/** Parts of a group belong together; the others fill, in order, the first organization that lacks them. */
function organizationsOf(parts: readonly OrganizationPart[]): OrganizationDraft[] {
  const counts = new Map<string, number>()
  for (const { group } of parts) counts.set(group, (counts.get(group) ?? 0) + 1)
  const found: { group: string; draft: OrganizationDraft }[] = []
  const lacks = (draft: OrganizationDraft, part: Partial<OrganizationDraft>) =>
    'name' in part || 'department' in part
      ? draft.name === undefined && draft.department === undefined
      : Object.keys(part).every((key) => !(key in draft))
  for (const { group, part } of parts) {
    const mate = found.find((other) =>
      group === '' ? (other.group === '' || counts.get(other.group) === 1) && lacks(other.draft, part) : other.group === group,
    )
    if (mate === undefined) found.push({ group, draft: { ...part } })
    else if (lacks(mate.draft, part)) mate.draft = { ...mate.draft, ...part }
    else found.push({ group: '', draft: { ...part } })
  }
  return found.map(({ draft }) => draft)
}

/** Labels by group, for the fields that take them. */
function labelsOf(properties: readonly Property[], card: Omit<Card, 'labels'>): Map<string, string> {
  const labels = new Map<string, string>()
  for (const property of properties) {
    if (property.name === 'X-ABLABEL' && property.group !== '') labels.set(property.group, textOf(property, { ...card, labels }))
  }
  return labels
}

/** A card that names only an organization is that organization's. */
function kindOf(making: Making, name: ContactDraft['name'], organizations: readonly OrganizationDraft[]): ContactDraft['kind'] {
  if (making.kind !== 'person') return making.kind
  const company = organizations[0]?.name
  if (company === undefined || organizations.some(({ title }) => title !== undefined)) return 'person'
  const { family, given } = making.name
  if (family !== undefined || given !== undefined) return 'person'
  if (name.full === '') return making.emails.length === 0 ? 'company' : 'person'
  return cleanText(making.name.full ?? '') === company ? 'company' : 'person'
}

interface CardReading {
  readonly draft: ContactDraft
  readonly warnings: readonly Warning[]
  /**
   * Why it is no contact whatever the draft says: its only address is an Exchange name and it has no telephone, or it is a place or a
   * thing.
   */
  readonly aside: 'exchange_only' | 'not_a_person' | undefined
}

/** Everything a card tells, in one draft. */
export function contactOf(card: Card, format: ContactFormat): CardReading {
  const making = emptyMaking()
  const alternatives = new Set<string>()
  const labels: { index: number; property: Property }[] = []
  for (const property of card.properties) {
    if (dropped.has(property.name) || property.name === 'LABEL') continue
    if (property.lossy) making.warnings.push({ code: 'bad_encoding', line: property.line, detail: property.head.slice(0, 80) })
    if (property.name === 'X-ABLABEL' && property.group !== '') {
      labels.push({ index: making.unknown.length, property })
      continue
    }
    const alternative = parameter(property, 'ALTID')
    const key = `${property.name} ${alternative}`
    const isFurther = alternative !== '' && alternatives.has(key)
    alternatives.add(key)
    const understood = !isFurther && !isTooLong(property) && (fields.get(property.name)?.(making, property, card) ?? false)
    if (!understood && property.raw.trim() !== '') making.unknown.push({ name: property.head, value: property.raw })
  }
  for (const property of card.properties) if (property.name === 'LABEL') fields.get('LABEL')?.(making, property, card)
  for (const { index, property } of labels.reverse()) {
    if (!card.usedLabels.has(property.group)) making.unknown.splice(index, 0, { name: property.head, value: property.raw })
  }
  const organizations = organizationsOf(making.organizations)
  const name = parseName(making.name)
  const draft: ContactDraft = {
    ...emptyContact({ format, line: card.line }),
    kind: kindOf(making, name, organizations),
    name,
    emails: withPreferred(making.emails),
    phones: withPreferred(making.phones),
    addresses: making.addresses
      .map(({ group: _group, types: _types, ...address }) => address)
      .filter(({ place: _place, label: _label, ...parts }) => Object.keys(parts).length > 0),
    organizations,
    urls: making.urls,
    handles: making.handles,
    dates: making.dates,
    relations: making.relations,
    notes: making.notes,
    categories: making.categories,
    unknown: making.unknown,
    ...(making.photo === undefined ? {} : { photo: making.photo }),
    ...(making.gender === undefined ? {} : { gender: making.gender }),
    ...(making.language === undefined ? {} : { language: making.language }),
    ...(making.linkedIn === undefined ? {} : { linkedIn: making.linkedIn }),
    ...(making.connectedOn === undefined ? {} : { connectedOn: making.connectedOn }),
    ...(making.uid === undefined ? {} : { uid: making.uid }),
  }
  const exchangeOnly = making.exchangeOnly && draft.emails.length === 0 && draft.phones.length === 0
  return { draft, warnings: making.warnings, aside: making.isThing ? 'not_a_person' : exchangeOnly ? 'exchange_only' : undefined }
}

/** A card with its labels found. Fields of another format (see madeProperty) become a 4.0 card of UTF-8. */
export function gatherCard(
  properties: readonly Property[],
  facts: Pick<Card, 'line' | 'country' | 'parts'> & Partial<Pick<Card, 'version' | 'charset'>>,
): Card {
  const card = { version: '4.0', charset: { file: 'utf-8', forced: false }, ...facts, properties, usedLabels: new Set<string>() } as const
  return { ...card, labels: labelsOf(properties, card) }
}
