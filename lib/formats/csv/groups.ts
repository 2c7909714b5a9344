// Google's numbered columns of one row, put together: a label beside its value, the lines of an address, the parts of an organization.
import type { PhoneKind, Place, RelationDraft } from '../draft.ts'
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
const phoneKinds: ReadonlyMap<string, readonly [Place, PhoneKind]> = new Map([
  ['mobile', ['other', 'mobile']],
  ['portable', ['other', 'mobile']],
  ['work mobile', ['work', 'mobile']],
  ['work fax', ['work', 'fax']],
  ['home fax', ['home', 'fax']],
  ['fax', ['other', 'fax']],
  ['pager', ['other', 'pager']],
  ['work pager', ['work', 'pager']],
])
const relationKinds = new Set(['spouse', 'child', 'parent', 'assistant', 'manager', 'friend', 'partner', 'referred-by'])

/** Puts every group where it belongs, in the order of the columns; what has no place goes to `unknown` under its own header. */
export function gatherGroups(groups: Groups, making: Making, facts: RowFacts): void {
  for (const group of groups.values()) {
    const kind = group[0]?.kind
    const value = part(group, 'value')
    const label = (part(group, 'label') ?? part(group, 'type') ?? '').replace(/^\*\s*/u, '').trim()
    if (kind === 'address') addAddress(group, label, making)
    else if (kind === 'organization') addOrganization(group, making)
    else if (value !== undefined && addValue(kind, value, label, making, facts)) continue
    else for (const { header, text } of group) making.unknown.push({ name: header, value: text })
  }
}

const part = (group: Group, field: string) => group.find((one) => one.field === field)?.text

function addValue(kind: NumberedColumn['kind'] | undefined, value: string, label: string, making: Making, facts: RowFacts): boolean {
  const folded = label.toLowerCase()
  const place = places.get(folded)
  const own = place === undefined && label !== '' ? label : undefined
  switch (kind) {
    case 'e-mail':
      return addEmails(making, value, place ?? 'other', own)
    case 'phone': {
      const [where, sort] = phoneKinds.get(folded) ?? [place ?? 'other', 'voice' as const]
      const isNamed = phoneKinds.has(folded) || own === undefined
      for (const number of joinedValues(value))
        addPhones(making, number, { place: where, kind: sort, ...(isNamed ? {} : { label: own }) }, facts)
      return true
    }
    case 'website':
      return addUrls(making, value, urlKind(folded), urlKind(folded) === 'other' ? own : undefined)
    case 'relation': {
      const relation = relationKinds.has(folded) ? (folded as RelationDraft['kind']) : 'other'
      for (const name of joinedValues(value))
        making.relations.push({ kind: relation, name, ...(relation === 'other' && label !== '' ? { label } : {}) })
      return true
    }
    case 'event':
      if (/^(?:anniversary|anniversaire)/u.test(folded)) return addDate(making, 'anniversary', value, facts)
      return addDate(making, 'other', value, facts, label === '' ? undefined : label)
    case 'im':
      making.handles.push({ service: folded === '' ? 'other' : folded, handle: value })
      return true
    case 'custom field':
      return addCustom(making, value, label)
    default:
      return false
  }
}

/** Parts of ours that Google has no column for come back from the fields we wrote them to; any other stays under its own label. */
function addCustom(making: Making, value: string, label: string): boolean {
  if (label === 'Maiden Name') making.name['maiden'] = value
  else if (label === 'Gender') making.once.gender = value
  else if (label === 'Language') making.once.language = value
  else if (label === 'Profession') making.work['role'] = value
  else if (label === 'Office Location') making.work['location'] = value
  else making.unknown.push({ name: label, value })
  return true
}

function urlKind(label: string): 'work' | 'home' | 'blog' | 'profile' | 'other' {
  if (/^(?:work|travail|homepage|home page)$/u.test(label)) return 'work'
  if (/^(?:home|personnel)$/u.test(label)) return 'home'
  return label === 'blog' || label === 'profile' ? label : 'other'
}

/** One address, or several whose parts are joined in each column. */
function addAddress(group: Group, label: string, making: Making): void {
  const columns = [
    ['street', 'street'],
    ['extended', 'extended address'],
    ['city', 'city'],
    ['postBox', 'po box'],
    ['region', 'region'],
    ['postalCode', 'postal code'],
    ['country', 'country'],
    ['formatted', 'formatted'],
  ] as const
  const values = columns.map(([key, field]) => [key, (part(group, field) ?? '').split(/\s*:::\s*/u)] as const)
  const count = Math.max(...values.map(([, found]) => found.length))
  for (let at = 0; at < count; at++) {
    const parts: Record<string, string> = {}
    for (const [key, found] of values) {
      const text = found[at]?.trim()
      if (text) parts[key] = text
    }
    // The formatted text only repeats the parts, when there are parts.
    if (Object.keys(parts).length > 1) delete parts['formatted']
    const place = places.get(label.toLowerCase())
    if (Object.keys(parts).length > 0)
      making.further.addresses.push({ place: place ?? 'other', ...(place === undefined && { label }), ...parts })
  }
}

function addOrganization(group: Group, making: Making): void {
  const columns = [
    ['name', 'name'],
    ['department', 'department'],
    ['title', 'title'],
    ['location', 'location'],
    ['role', 'job description'],
  ] as const
  const parts: Record<string, string> = {}
  for (const [key, field] of columns) {
    const text = part(group, field)
    if (text !== undefined) parts[key] = text
  }
  if (Object.keys(parts).length > 0) making.further.organizations.push(parts)
  const known = new Set<string>([...columns.map(([, field]) => field), 'type', 'label'])
  for (const { field, header, text } of group) if (!known.has(field)) making.unknown.push({ name: header, value: text })
}
