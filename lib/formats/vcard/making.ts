// A draft while its properties are read: lists that grow, and what must wait for the others (labels of groups, parts of a name). A field's
// function answers whether it understood the property; what nobody understood goes verbatim to `unknown`.
import type { ContactDraft, DateDraft, OrganizationDraft, PersonName } from '../draft.ts'
import { cleanText } from '../people/clean.ts'
import type { Encoding, Warning } from '../reading.ts'
import { type Property, parameter, plainText, type Version } from './property.ts'
import { splitUnescaped, unescapeText } from './values.ts'

type Grown<List> = List extends readonly (infer Item)[] ? Item[] : never

/** A part of an organization, with its group: ORG, TITLE, ROLE and their likes belong together by group, else in their order. */
export interface OrganizationPart {
  readonly group: string
  readonly part: Partial<OrganizationDraft>
}

export interface Making {
  readonly emails: (ContactDraft['emails'][number] & { readonly rank?: number })[]
  readonly phones: (ContactDraft['phones'][number] & { readonly rank?: number })[]
  readonly addresses: (ContactDraft['addresses'][number] & { readonly group: string; readonly types: string })[]
  readonly organizations: OrganizationPart[]
  readonly urls: Grown<ContactDraft['urls']>
  readonly handles: Grown<ContactDraft['handles']>
  readonly dates: DateDraft[]
  readonly relations: Grown<ContactDraft['relations']>
  readonly notes: string[]
  readonly categories: string[]
  readonly unknown: Grown<ContactDraft['unknown']>
  readonly warnings: Warning[]
  readonly name: { -readonly [Part in keyof PersonName]?: PersonName[Part] }
  photo?: ContactDraft['photo']
  gender?: string
  language?: string
  linkedIn?: string
  connectedOn?: ContactDraft['connectedOn']
  uid?: string
  kind: ContactDraft['kind']
  exchangeOnly: boolean
  /** A place, a thing, a program. */
  isThing: boolean
}

export interface Card {
  readonly version: Version
  readonly line: number
  readonly properties: readonly Property[]
  /** X-ABLabel by group. */
  readonly labels: ReadonlyMap<string, string>
  /** Groups whose label a field took. */
  readonly usedLabels: Set<string>
  readonly charset: { readonly file: Encoding; readonly forced: boolean }
  readonly country: string | undefined
  readonly parts: number
}

export type Field = (making: Making, property: Property, card: Card) => boolean

export function emptyMaking(): Making {
  return {
    emails: [],
    phones: [],
    addresses: [],
    organizations: [],
    urls: [],
    handles: [],
    dates: [],
    relations: [],
    notes: [],
    categories: [],
    unknown: [],
    warnings: [],
    name: {},
    kind: 'person',
    exchangeOnly: false,
    isThing: false,
  }
}

/** The whole value as clean text. */
export function textOf(property: Property, card: Card): string {
  return cleanText(unescapeText(plainText(property, card.charset), card.version))
}

/** The components of a structured value, each still escaped. */
export function componentsOf(property: Property, card: Card): string[] {
  return splitUnescaped(plainText(property, card.charset), ';', card.parts + 1)
}

/** One component as clean text; its unescaped commas divide a list (not in 2.1), which `joint` joins, but `, ` was only meant as text. */
export function componentText(component: string | undefined, card: Card, joint: string): string {
  if (component === undefined || component === '') return ''
  if (card.version === '2.1' || !component.includes(',')) return cleanText(unescapeText(component, card.version))
  let text = ''
  for (const item of splitUnescaped(component, ',')) {
    const plain = unescapeText(item, card.version)
    text += text === '' ? plain : plain.startsWith(' ') ? `,${plain}` : plain === '' ? '' : joint + plain
  }
  return cleanText(text)
}

/** The label that Apple's way of grouping gives a property, or ''. */
export function labelOf(property: Property, card: Card): string {
  if (property.group === '') return parameter(property, 'X-CUSTOM')
  const label = card.labels.get(property.group)
  if (label === undefined) return ''
  card.usedLabels.add(property.group)
  return label
}

/** 1 for the most preferred; 0 when nothing is said. */
export function rankOf(property: Property): number {
  if (property.types.includes('pref')) return 1
  for (const { name, value } of property.parameters) {
    const rank = name === 'PREF' ? Number.parseInt(value, 10) : 0
    if (rank >= 1 && rank <= 100) return rank
  }
  return 0
}
