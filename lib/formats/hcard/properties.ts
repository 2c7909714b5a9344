// A card in a page as the properties of a card in a file, so that one code makes drafts of both: classic hCard and h-card, told apart by
// their prefixes. What has no meaning stays unknown under its class; what h-card leaves to be implied (name, photo, address) is implied.
import { madeProperty, type Property } from '../vcard/property.ts'
import { escapeText } from '../vcard/values.ts'
import { type Element, isRoot } from './tree.ts'
import { dateValue, findAll, linkValue, textValue, wordsOf } from './values.ts'

type Form = 'text' | 'link' | 'date'

/** Class without prefix → property of a card and the form of its value. */
const simple: ReadonlyMap<string, readonly [property: string, form: Form]> = new Map([
  ['fn', ['FN', 'text']],
  ['name', ['FN', 'text']],
  ['nickname', ['NICKNAME', 'text']],
  ['title', ['TITLE', 'text']],
  ['job-title', ['TITLE', 'text']],
  ['role', ['ROLE', 'text']],
  ['note', ['NOTE', 'text']],
  ['category', ['CATEGORIES', 'text']],
  ['bday', ['BDAY', 'date']],
  ['anniversary', ['ANNIVERSARY', 'date']],
  ['url', ['URL', 'link']],
  ['uid', ['UID', 'link']],
  ['impp', ['IMPP', 'link']],
  ['sex', ['GENDER', 'text']],
  ['gender-identity', ['X-GENDER', 'text']],
])
const nameParts = ['family-name', 'given-name', 'additional-name', 'honorific-prefix', 'honorific-suffix']
const addressParts = ['post-office-box', 'extended-address', 'street-address', 'locality', 'region', 'postal-code', 'country-name']
/** Classic classes that are properties; any class may be one of h-card's when it has a prefix. */
const classic = new Set([
  ...simple.keys(),
  ...nameParts,
  'adr',
  'label',
  'tel',
  'email',
  'org',
  'photo',
  'logo',
  'sound',
  'key',
  'geo',
  'tz',
  'rev',
  'class',
  'mailer',
  'sort-string',
  'agent',
])
classic.delete('name')
classic.delete('job-title')
const prefixed = /^(p|u|dt|e)-([a-z0-9]+(?:-[a-z0-9]+)*)$/

/** Names of the properties an element is, without their prefixes. */
function namesOf(element: Element, isModern: boolean): string[] {
  const modern = element.classes.flatMap((name) => prefixed.exec(name)?.[2] ?? [])
  if (isModern) return modern
  return [...element.classes.filter((name) => classic.has(name)), ...modern]
}

const typesOf = (element: Element) =>
  findAll(element, ({ classes }) => classes.includes('type')).flatMap((found) =>
    textValue(found)
      .toLowerCase()
      .split(/[\s,]+/),
  )

/** The value without its `type` part. */
function bareText(element: Element): string {
  const hasValue = findAll(element, ({ classes }) => classes.includes('value') || classes.includes('value-title')).length > 0
  if (hasValue) return textValue(element)
  const children = element.children.filter((child) => typeof child === 'string' || !child.classes.includes('type'))
  return textValue({ ...element, children }).replace(/^\s*:\s*/, '')
}

interface Reading {
  readonly properties: Property[]
  readonly names: string[]
  readonly loose: string[]
  readonly line: number
}

function add(reading: Reading, name: string, text: string, types: readonly string[] = [], extra: Partial<Property> = {}): void {
  if (text !== '') reading.properties.push(madeProperty(name, types, text, reading.line, { raw: text, ...extra }))
}

function component(element: Element, name: string): string {
  const found = findAll(element, ({ classes }) => classes.includes(name) || classes.includes(`p-${name}`))
  return found
    .map(textValue)
    .filter((text) => text !== '')
    .join(name === 'street-address' ? '\n' : ' ')
}

function addAddress(reading: Reading, element: Element): void {
  const parts = addressParts.map((name) => component(element, name))
  if (parts.some((part) => part !== '')) add(reading, 'ADR', parts.map(escapeText).join(';'), typesOf(element))
  else add(reading, 'LABEL', escapeText(bareText(element)), typesOf(element))
}

function addOrganization(reading: Reading, element: Element): void {
  const isCard = isRoot(element.classes)
  const name = component(element, 'organization-name') || (isCard ? component(element, 'fn') || component(element, 'name') : '')
  const units = findAll(element, ({ classes }) => classes.includes('organization-unit') || classes.includes('p-organization-unit')).map(
    textValue,
  )
  const whole = name === '' && units.length === 0 ? textValue(element) : name
  if (whole !== '' || units.length > 0) add(reading, 'ORG', [whole, ...units].map(escapeText).join(';'))
}

const href = (element: Element) => element.attributes.get('href') ?? ''

/** A telephone's or a mail's link says it better than the words around it. */
function addReach(reading: Reading, name: 'TEL' | 'EMAIL', element: Element): void {
  const scheme = name === 'TEL' ? /^tel:/i : /^mailto:/i
  const link = [element, ...findAll(element, (found) => scheme.test(href(found)))].map(href).find((found) => scheme.test(found))
  const text = link === undefined || (name === 'TEL' && /\d/.test(bareText(element))) ? bareText(element) : link.replace(scheme, '')
  add(reading, name, escapeText(name === 'EMAIL' ? text.replace(/\?.*$/, '') : text), typesOf(element))
}

function addUnknown(reading: Reading, head: string, value: string): void {
  if (value !== '') reading.properties.push(madeProperty('', [], '', reading.line, { head, raw: value }))
}

/** A relative address means nothing away from its page, so it is not a photo but unknown. */
function addPhoto(reading: Reading, element: Element, head: string): void {
  const link = linkValue(element)
  if (/^(?:https?:\/\/|data:)/i.test(link)) add(reading, 'PHOTO', link, [], { head })
  else addUnknown(reading, head, link)
}

/** Takes one property; `head` is its class as written. */
function take(reading: Reading, name: string, element: Element, head: string): void {
  const known = simple.get(name)
  const part = nameParts.indexOf(name)
  const looseAddress = addressParts.indexOf(name)
  if (known !== undefined) {
    const [property, form] = known
    const value = form === 'link' ? linkValue(element) : form === 'date' ? dateValue(element) : textValue(element)
    const isText = form === 'text' || property === 'BDAY'
    add(reading, property, isText ? escapeText(value) : value.replaceAll('\\', '\\\\'), property === 'URL' ? typesOf(element) : [], {
      head,
    })
  } else if (part >= 0)
    reading.names[part] = [reading.names[part], textValue(element)].filter((text) => text !== undefined && text !== '').join(' ')
  else if (looseAddress >= 0) reading.loose[looseAddress] ??= textValue(element)
  else if (name === 'tel') addReach(reading, 'TEL', element)
  else if (name === 'email') addReach(reading, 'EMAIL', element)
  else if (name === 'adr') addAddress(reading, element)
  else if (name === 'label') add(reading, 'LABEL', escapeText(bareText(element)), typesOf(element))
  else if (name === 'org') addOrganization(reading, element)
  else if (name === 'photo') addPhoto(reading, element, head)
  else
    addUnknown(
      reading,
      head,
      /^(?:logo|sound|key|u-)/.test(head) ? linkValue(element) : isRoot(element.classes) ? wordsOf(element) : textValue(element),
    )
}

const compound = new Set(['adr', 'org', 'tel', 'email', 'agent', 'label'])

function walk(reading: Reading, element: Element, isModern: boolean): void {
  for (const child of element.children) {
    if (typeof child === 'string') continue
    const names = namesOf(child, isModern)
    for (const name of names)
      take(reading, name, child, child.classes.find((found) => found === name || prefixed.exec(found)?.[2] === name) ?? name)
    // The parts of a whole are its own; but an organization's name may be the person's `fn` as well, and stands below it.
    if (!isRoot(child.classes) && !names.some((name) => compound.has(name))) walk(reading, child, isModern)
  }
}

/** h-card's implied properties, when it names none of its own. */
function implied(reading: Reading, root: Element): void {
  const has = (name: string) => reading.properties.some((property) => property.name === name)
  const isBare = reading.properties.length === 0 && reading.names.length === 0
  const images = findAll(root, ({ tag, attributes }) => tag === 'img' && attributes.has('src'))
  const links = findAll(root, ({ tag, attributes }) => (tag === 'a' || tag === 'area') && attributes.has('href'))
  if (!has('FN') && (isBare || reading.names.length === 0)) {
    const text = root.tag === 'img' || root.tag === 'area' || root.tag === 'abbr' ? textValue(root) : ''
    add(reading, 'FN', escapeText(text || (isBare ? wordsOf(root) : '')))
  }
  if (!has('URL')) {
    const link = root.attributes.get('href') ?? (isBare || links.length === 1 ? links[0]?.attributes.get('href') : undefined) ?? ''
    if (/^https?:/i.test(link)) add(reading, 'URL', link)
  }
  const image = root.tag === 'img' ? root : images.length === 1 ? images[0] : undefined
  if (!has('PHOTO') && image !== undefined && /^(?:https?:\/\/|data:)/i.test(linkValue(image))) add(reading, 'PHOTO', linkValue(image))
}

/** All properties of a card, its name's and loose address's parts gathered after the rest. */
export function propertiesOf(root: Element, line: number): Property[] {
  const isModern = root.classes.includes('h-card')
  const reading: Reading = { properties: [], names: [], loose: [], line }
  walk(reading, root, isModern)
  if (isModern) implied(reading, root)
  const names = Array.from({ length: 5 }, (_, index) => escapeText(reading.names[index] ?? ''))
  if (names.some((part) => part !== '')) add(reading, 'N', names.join(';'))
  const loose = Array.from({ length: 7 }, (_, index) => escapeText(reading.loose[index] ?? ''))
  if (loose.some((part) => part !== '')) add(reading, 'ADR', loose.join(';'))
  return reading.properties
}
