// A directory's entry as the properties of a card, so that one code makes drafts of both. What an attribute has no meaning for stays as an
// unknown property, and a line written by us (`x-entregent-card`) is the card's line that the directory has no attribute for.
import { binaryOf } from '../vcard/charset.ts'
import { uriText } from '../vcard/pen.ts'
import { madeProperty, type Property, parameter, parseProperty } from '../vcard/property.ts'
import { escapeText, unescapeText } from '../vcard/values.ts'
import { addressParts, attributeMeanings, nameParts, plainClasses } from './attributes.ts'
import type { Attribute } from './records.ts'

export const cardAttribute = 'x-entregent-card'

/** Kept verbatim: bytes with a double colon, as the file has them. */
function unknownOf({ description, isBinary, value, line }: Attribute): Property {
  return madeProperty('', [], '', line, { head: isBinary ? `${description}::` : description, raw: value })
}

interface Gathering {
  readonly properties: Property[]
  readonly name: string[]
  readonly addresses: Map<'work' | 'home', string[]>
  readonly birthday: Map<'birthyear' | 'birthmonth' | 'birthday', string>
  readonly organization: { name?: string; units: string[] }
  /** cn and displayName, the latter preferred. */
  full: string
  uid: string
  readonly cards: Property[]
}

/** RFC 4517 postal address: lines divided by `$`, with `\24` and `\5C` for the characters themselves. */
function postalText(value: string): string {
  const codes: Readonly<Record<string, string>> = { '24': '$', '5c': '\\' }
  const lines = value.split('$').map((line) => line.trim())
  return lines.join('\n').replace(/\\(24|5c)/gi, (whole, code: string) => codes[code.toLowerCase()] ?? whole)
}

function takeOnce(list: string[], index: number, attribute: Attribute): boolean {
  if (list[index] !== undefined && list[index] !== '') return list[index] === attribute.value
  list[index] = attribute.value
  return true
}

function takeCard(gathering: Gathering, attribute: Attribute, parts: number): void {
  const text = binaryOf(attribute.value)
  const property = parseProperty({ text, line: attribute.line }, '4.0', { file: 'utf-8', forced: false }, parts)
  if (property === undefined) gathering.properties.push(unknownOf(attribute))
  else if (property.name !== 'X-ENTREGENT-UNKNOWN') gathering.cards.push(property)
  else {
    const head = parameter(property, 'NAME')
    gathering.cards.push(madeProperty('', [], '', attribute.line, { head, raw: unescapeText(property.text, '4.0') }))
  }
}

/** Takes an attribute that is part of something larger; answers whether it was one. */
function takePart(gathering: Gathering, attribute: Attribute): boolean {
  const { name, value } = attribute
  const namePart = nameParts.get(name)
  if (namePart !== undefined) return takeOnce(gathering.name, namePart, attribute)
  const addressPart = addressParts.get(name)
  if (addressPart !== undefined) {
    const [place, component] = addressPart
    const address = gathering.addresses.get(place) ?? []
    gathering.addresses.set(place, address)
    return takeOnce(address, component, attribute)
  }
  if (name === 'birthyear' || name === 'birthmonth' || name === 'birthday') {
    gathering.birthday.set(name, value)
    return true
  }
  if (name === 'o' || name === 'organizationname' || name === 'company') {
    if (gathering.organization.name !== undefined) return gathering.organization.name === value
    gathering.organization.name = value
    return true
  }
  if (name === 'ou' || name === 'department' || name === 'orgunit' || name === 'organizationalunitname') {
    if (!gathering.organization.units.includes(value)) gathering.organization.units.push(value)
    return true
  }
  return false
}

/** The whole name, the id, the photo, the web address with its label, the classes. */
function takeWhole(gathering: Gathering, attribute: Attribute, hasDisplayName: boolean): boolean {
  const { name, value, line } = attribute
  if (name === 'displayname' || ((name === 'cn' || name === 'commonname') && !hasDisplayName)) {
    if (gathering.full !== '') return gathering.full === value
    gathering.full = value
    return true
  }
  if (name === 'cn' || name === 'commonname') return gathering.full === value
  if (name === 'uid' || name === 'entryuuid') {
    if (gathering.uid !== '') return false
    gathering.uid = value
    return true
  }
  if (name === 'jpegphoto' || name === 'thumbnailphoto') {
    if (!attribute.isBinary) return false
    gathering.properties.push(madeProperty('PHOTO', ['jpeg'], value, line, { head: unknownOf(attribute).head, isBase64: true }))
    return true
  }
  if (name === 'labeleduri') {
    const [, url = '', label = ''] = /^(\S+)\s*([\s\S]*)$/.exec(value) ?? []
    const group = label === '' ? '' : `uri${gathering.properties.length}`
    if (group !== '') gathering.properties.push(madeProperty('X-ABLABEL', [], escapeText(label), line, { group }))
    gathering.properties.push(madeProperty('URL', [], uriText(url), line, { group }))
    return true
  }
  return name === 'objectclass' && plainClasses.has(value.toLowerCase())
}

function addressProperty(place: 'work' | 'home', components: readonly string[], line: number): Property {
  const street = [components[2], components[7]].filter((part) => part !== undefined && part !== '').join('\n')
  const parts = [components[0], '', street, components[3], components[4], components[5], components[6]].map((part) =>
    escapeText(part ?? ''),
  )
  const label = components[9]
  // As in a card, a backslash of a LABEL is doubled.
  const text = label === undefined ? undefined : postalText(label).replaceAll('\\', '\\\\')
  return madeProperty('ADR', [place], parts.join(';'), line, { parameters: text === undefined ? [] : [{ name: 'LABEL', value: text }] })
}

function birthdayText(birthday: Gathering['birthday']): string {
  const number = (key: 'birthyear' | 'birthmonth' | 'birthday') => Number.parseInt(birthday.get(key) ?? '', 10) || 0
  const two = (count: number) => String(count).padStart(2, '0')
  const [year, month, day] = [number('birthyear'), number('birthmonth'), number('birthday')]
  if (year === 0) return month === 0 ? '' : day === 0 ? `--${two(month)}` : `--${two(month)}-${two(day)}`
  const full = String(year).padStart(4, '0')
  return month === 0 ? full : day === 0 ? `${full}-${two(month)}` : `${full}-${two(month)}-${two(day)}`
}

const addressable = new Set(['EMAIL', 'TEL', 'URL'])
const urlNames = new Set(['CALURI', 'X-SOCIALPROFILE'])

/**
 * A card's line for an address, number or URL that an attribute holds as well says more of it; the attribute's place in the order stays.
 */
function refined(properties: readonly Property[], cards: readonly Property[]): Property[] {
  const left = new Set(cards)
  const replacedGroups = new Set<string>()
  const found = properties.map((property) => {
    if (!addressable.has(property.name)) return property
    for (const card of left) {
      const isSame = card.name === property.name || (property.name === 'URL' && urlNames.has(card.name))
      if (isSame && card.text === property.text) {
        left.delete(card)
        if (property.group !== '') replacedGroups.add(property.group)
        return card
      }
    }
    return property
  })
  // A LinkedIn identity told by itself goes before the URLs that may name another.
  const isFirst = ({ name }: Property) => name === 'X-SOCIALPROFILE'
  const others = [...left]
  const kept = found.filter(({ name, group }) => name !== 'X-ABLABEL' || !replacedGroups.has(group))
  return [...others.filter(isFirst), ...kept, ...others.filter((card) => !isFirst(card))]
}

/** The entry's properties in its order, what several attributes make together after them. `parts` bounds a card line's parameters. */
export function propertiesOf(attributes: readonly Attribute[], line: number, parts: number): Property[] {
  const gathering: Gathering = {
    properties: [],
    name: [],
    addresses: new Map(),
    birthday: new Map(),
    organization: { units: [] },
    full: '',
    uid: '',
    cards: [],
  }
  const { properties } = gathering
  const hasDisplayName = attributes.some(({ name, options }) => name === 'displayname' && options.length === 0)
  for (const attribute of attributes) {
    const { name, options, value } = attribute
    if (value === '') continue
    // Options make another thing of an attribute (a language's variant), but for `binary`, which is only its form.
    const isVariant = options.some((option) => option !== 'binary')
    const meaning = attributeMeanings.get(name)
    if (name === cardAttribute) takeCard(gathering, attribute, parts)
    else if (isVariant) properties.push(unknownOf(attribute))
    else if (takeWhole(gathering, attribute, hasDisplayName)) continue
    else if (attribute.isBinary) properties.push(unknownOf(attribute))
    else if (takePart(gathering, attribute)) continue
    else if (meaning === undefined || (meaning.property === 'LANG' && value.includes(','))) properties.push(unknownOf(attribute))
    else {
      const text = meaning.property === 'URL' ? uriText(value) : escapeText(value)
      properties.push(madeProperty(meaning.property, meaning.types, text, attribute.line, { head: attribute.description, raw: value }))
    }
  }
  const made = refined(properties, gathering.cards)
  const before: Property[] = []
  if (gathering.full !== '') before.push(madeProperty('FN', [], escapeText(gathering.full), line))
  const name = Array.from({ length: 5 }, (_, index) => escapeText(gathering.name[index] ?? ''))
  if (name.some((part) => part !== '')) before.push(madeProperty('N', [], name.join(';'), line))
  const { name: company = '', units } = gathering.organization
  if (company !== '' || units.length > 0) before.push(madeProperty('ORG', [], [company, ...units].map(escapeText).join(';'), line))
  if (gathering.uid !== '') before.push(madeProperty('UID', [], escapeText(gathering.uid), line))
  for (const [place, components] of gathering.addresses) before.push(addressProperty(place, components, line))
  const birthday = birthdayText(gathering.birthday)
  if (birthday !== '') before.push(madeProperty('BDAY', [], birthday, line))
  return [...before, ...made]
}
