// Android's own fields inside 2.1 cards: `X-ANDROID-CUSTOM:vnd.android.cursor.item/<kind>;value;type;label;…` for what 2.1 has no property
// for.
import type { RelationDraft } from '../draft.ts'
import { cleanText } from '../people/clean.ts'
import { parsePartialDate } from '../people/dates.ts'
import { present } from '../present.ts'
import { type Card, componentsOf, type Field, type Making } from './making.ts'
import { unescapeText } from './values.ts'

/** ContactsContract.CommonDataKinds.Relation: the numbers' kinds, and the word where the kind is wider. */
const relationTypes: readonly (readonly [kind: RelationDraft['kind'], label?: string])[] = [
  ['other'],
  ['assistant'],
  ['sibling', 'brother'],
  ['child'],
  ['partner', 'domestic partner'],
  ['parent', 'father'],
  ['friend'],
  ['manager'],
  ['parent', 'mother'],
  ['parent'],
  ['partner'],
  ['referred-by'],
  ['other', 'relative'],
  ['sibling', 'sister'],
  ['spouse'],
]
const eventKinds = ['other', 'anniversary', 'other', 'birthday'] as const

function takeEvent(making: Making, value: string, type: number, label: string): boolean {
  const date = parsePartialDate(value)
  if (date !== undefined) making.dates.push(present({ kind: eventKinds[type] ?? 'other', label, date }))
  return date !== undefined
}

function takeRelation(making: Making, name: string, type: number, label: string): boolean {
  const [kind, word] = relationTypes[type] ?? ['other']
  making.relations.push(present<RelationDraft>({ kind, label: label || word, name }))
  return true
}

export const androidField: Field = (making, property, card: Card) => {
  const [mime = '', value = '', type = '', label = ''] = componentsOf(property, card).map((part) =>
    cleanText(unescapeText(part, card.version)),
  )
  const kind = mime.replace('vnd.android.cursor.item/', '')
  if (value === '') return false
  if (kind === 'contact_event') return takeEvent(making, value, Number(type), label)
  if (kind === 'relation') return takeRelation(making, value, Number(type), label)
  if (kind !== 'nickname' || making.name.nickname !== undefined) return false
  making.name.nickname = value
  return true
}
