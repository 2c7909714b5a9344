// Google's numbered columns of one row, put together: a label beside its value, the lines of an address, the parts of an organization.
import type { PhoneKind, Place, RelationDraft, UrlKind } from '../draft.ts'
import { parsePartialDate } from '../people/dates.ts'
import { tellsMore } from '../people/whole-address.ts'
import { joinedValues, type NumberedColumn } from './google-columns.ts'
import { addDate, addEmails, addPhones, addUrls, type Making, type RowFacts } from './making.ts'

export type Groups = Map<string, (NumberedColumn & { readonly header: string; readonly text: string })[]>
type Group = Groups extends Map<string, infer One> ? One : never

const places: ReadonlyMap<string, Place> = new Map([
  ['work', 'work'],
  ['home', 'home'],
  ['other', 'other'],
  ['bureau', 'work'],
  ['travail', 'work'],
  ['professionnel', 'work'],
  ['domicile', 'home'],
  ['personnel', 'home'],
  ['autre', 'other'],
  ['', 'other'],
])
const phoneLabel = /^(?:(work|home) )?(mobile|portable|fax|pager|car|telex|tty)$/u
const relationKinds: ReadonlyMap<string, RelationDraft['kind']> = new Map([
  ...(['spouse', 'child', 'parent', 'sibling', 'assistant', 'manager', 'friend', 'partner', 'referred-by'] as const).map(
    (kind) => [kind, kind] as const,
  ),
  ['referred by', 'referred-by'],
  ['brother', 'sibling'],
  ['sister', 'sibling'],
  ['mother', 'parent'],
  ['father', 'parent'],
  ['domestic partner', 'partner'],
])

/** Puts every group where it belongs, in the order of the columns; what has no place goes to `unknown` under its own header. */
export function gatherGroups(groups: Groups, making: Making, facts: RowFacts): void {
  for (const group of groups.values()) {
    const kind = group[0]?.kind
    const value = part(group, 'value')
    const label = (part(group, 'label') ?? part(group, 'type') ?? '').replace(/^(?:\*\s+)+/u, '').trim()
    if (kind === 'address') addAddress(group, label, making)
    else if (kind === 'organization') addOrganization(group, making)
    else {
      const service = part(group, 'service')
      const isPut = value !== undefined && addValue({ kind, value, label, service }, making, facts)
      keepUnknown(isPut ? valueFields : [], group, making)
    }
  }
}

const valueFields = ['value', 'label', 'type', 'service']

/** Fields that are none of those understood, and a second one of the same, stay under their headers. */
function keepUnknown(understood: readonly string[], group: Group, making: Making): void {
  for (const [at, { field, header, text }] of group.entries())
    if (!understood.includes(field) || group.findIndex((one) => one.field === field) < at)
      making.unknown.push({ name: header, value: text })
}

const part = (group: Group, field: string) => group.find((one) => one.field === field)?.text

interface Labelled {
  readonly kind: NumberedColumn['kind'] | undefined
  readonly value: string
  readonly label: string
  /** Of instant messaging, in Google's old form. */
  readonly service: string | undefined
}

function addValue({ kind, value, label, service }: Labelled, making: Making, facts: RowFacts): boolean {
  const folded = label.toLowerCase()
  const place = places.get(folded)
  const own = place === undefined && label !== '' ? label : undefined
  switch (kind) {
    case 'e-mail':
      return addEmails(making, value, place ?? 'other', facts, own)
    case 'phone': {
      const [, where, word] = phoneLabel.exec(folded) ?? []
      const sort = {
        place: (where as Place | undefined) ?? place ?? 'other',
        kind: ((word === 'portable' ? 'mobile' : word) as PhoneKind | undefined) ?? 'voice',
      }
      for (const number of joinedValues(value))
        addPhones(making, number, word !== undefined || own === undefined ? sort : { ...sort, label: own }, facts)
      return true
    }
    case 'website':
      return addUrls(making, value, urlKind(folded), urlKind(folded) === 'other' ? own : undefined)
    case 'relation': {
      const relation = relationKinds.get(folded) ?? 'other'
      for (const name of joinedValues(value))
        making.relations.push({ kind: relation, name, ...(relation === folded || label === '' ? {} : { label }) })
      return true
    }
    case 'event':
      if (/^(?:anniversary|anniversaire)/u.test(folded)) return addDate(making, 'anniversary', value, facts)
      return addDate(making, 'other', value, facts, label === '' ? undefined : label)
    case 'im':
      for (const handle of joinedValues(value)) making.handles.push({ service: (service ?? folded).toLowerCase() || 'other', handle })
      return true
    case 'custom field':
      return addCustom(making, value, label)
    default:
      return false
  }
}

/** Parts of ours that Google has no column for come back from the fields we wrote them to; any other stays under its own label. */
function addCustom(making: Making, value: string, label: string): boolean {
  const holders: Readonly<Record<string, readonly [holder: Record<string, unknown>, key: string]>> = {
    'Maiden Name': [making.name, 'maiden'],
    Gender: [making.once, 'gender'],
    Language: [making.once, 'language'],
    Profession: [making.work, 'role'],
    'Office Location': [making.work, 'location'],
  }
  if (label === 'Connected On' && making.once.connectedOn === undefined) {
    const date = parsePartialDate(value)
    if (date !== undefined) making.once.connectedOn = date
    else making.unknown.push({ name: label, value })
    return true
  }
  const [holder, key] = Object.hasOwn(holders, label) ? (holders[label] ?? []) : []
  if (holder === undefined || key === undefined || holder[key] !== undefined) making.unknown.push({ name: label, value })
  else holder[key] = value
  return true
}

const ownKinds: readonly UrlKind[] = ['blog', 'profile', 'portfolio', 'company', 'feed', 'calendar']

function urlKind(label: string): UrlKind {
  if (/^(?:work|travail|homepage|home page)$/u.test(label)) return 'work'
  if (/^(?:home|personnel)$/u.test(label)) return 'home'
  return ownKinds.find((kind) => kind === label) ?? 'other'
}

const addressFields = [
  ['street', 'street'],
  ['extended', 'extended address'],
  ['city', 'city'],
  ['postBox', 'po box'],
  ['region', 'region'],
  ['postalCode', 'postal code'],
  ['country', 'country'],
  ['formatted', 'formatted'],
] as const

/** The parts of one thing, or of several whose parts are joined in each column. */
function joinedParts<Key extends string>(
  group: Group,
  fields: readonly (readonly [key: Key, field: string])[],
): { [key in Key]?: string }[] {
  const values = fields.map(([key, field]) => [key, (part(group, field) ?? '').split(':::')] as const)
  const count = Math.max(...values.map(([, found]) => found.length))
  const things = Array.from({ length: count }, (_, at) => {
    const parts: { [key in Key]?: string } = {}
    for (const [key, found] of values) {
      const text = found[at]?.trim()
      if (text) parts[key] = text
    }
    return parts
  })
  return things.filter((parts) => Object.keys(parts).length > 0)
}

function addAddress(group: Group, label: string, making: Making): void {
  const place = places.get(label.toLowerCase())
  for (const { formatted, ...parts } of joinedParts(group, addressFields)) {
    // The formatted text mostly repeats the parts, when there are parts.
    const isTold = formatted !== undefined && Object.keys(parts).length > 0 && !tellsMore(formatted, parts)
    making.further.addresses.push({
      place: place ?? 'other',
      ...(place === undefined && { label }),
      ...parts,
      ...(formatted === undefined || isTold ? {} : { formatted }),
    })
  }
  keepUnknown([...addressFields.map(([, field]) => field), 'label', 'type'], group, making)
}

const organizationFields = [
  ['name', 'name'],
  ['department', 'department'],
  ['title', 'title'],
  ['location', 'location'],
  ['role', 'job description'],
] as const

function addOrganization(group: Group, making: Making): void {
  making.further.organizations.push(...joinedParts(group, organizationFields))
  keepUnknown([...organizationFields.map(([, field]) => field), 'label', 'type'], group, making)
}
