// Between a jCard's property (RFC 7095: name, parameters, type, values) and a card's line: both carry the same things, so a jCard is read
// and written through the lines of a 4.0 card, and what is unknown in one goes back through the other.
import { binaryOf } from './charset.ts'
import { type Line, uriText } from './pen.ts'
import { type Property, parameter, parseProperty } from './property.ts'
import { escapeParameter, escapeText, splitUnescaped, unescapeText } from './values.ts'

type JsonProperty = readonly [name: string, parameters: Readonly<Record<string, unknown>>, type: string, ...values: unknown[]]

/** Values are texts: the types that a card has without a VALUE parameter. */
const types = new Map<string, string>([
  ...['URL', 'UID', 'PHOTO', 'KEY', 'SOUND', 'LOGO', 'IMPP', 'SOURCE', 'MEMBER', 'GEO', 'CALURI', 'CALADRURI', 'FBURL', 'RELATED'].map(
    (name) => [name, 'uri'] as const,
  ),
  ['BDAY', 'date-and-or-time'],
  ['ANNIVERSARY', 'date-and-or-time'],
  ['REV', 'timestamp'],
  ['LANG', 'language-tag'],
])
const structured = new Set(['N', 'ADR', 'ORG', 'GENDER', 'CLIENTPIDMAP'])
const lists = new Set(['CATEGORIES', 'NICKNAME'])

const defaultType = (name: string) => types.get(name) ?? (name.startsWith('X-') ? 'unknown' : 'text')

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''

/** A list inside a component stays a list; plain commas are escaped. */
function componentOf(value: unknown): string {
  return Array.isArray(value) ? value.map((item) => escapeText(textOf(item))).join(',') : escapeText(textOf(value))
}

function valueText(name: string, type: string, values: readonly unknown[]): string {
  const [first] = values
  if (Array.isArray(first)) return first.map(componentOf).join(';')
  if (type === 'unknown') return values.map(textOf).join(',').replaceAll('\n', '\\n')
  if (type === 'uri') return values.map((value) => uriText(textOf(value))).join(',')
  if (structured.has(name)) return values.map(componentOf).join(';')
  return values.map((value) => escapeText(textOf(value))).join(',')
}

/** The property as a line of a 4.0 card; undefined when it has not the shape of a property. */
export function propertyOf(json: unknown, line: number, limit: number): Property | undefined {
  if (!Array.isArray(json) || json.length < 4) return undefined
  const [name, parameters, type, ...values] = json as unknown[]
  if (typeof name !== 'string' || !/^[A-Za-z0-9-]+$/.test(name) || typeof type !== 'string') return undefined
  let head = name.toUpperCase()
  let hasValue = false
  for (const [key, given] of typeof parameters === 'object' && parameters !== null ? Object.entries(parameters) : []) {
    if (!/^[A-Za-z0-9-]+$/.test(key)) continue
    const texts = (Array.isArray(given) ? given : [given]).map(textOf)
    if (key.toLowerCase() === 'group') head = `${texts[0]?.replace(/[^A-Za-z0-9-]/g, '') ?? ''}.${head}`
    else head += `;${key.toUpperCase()}=${texts.map(escapeParameter).join(',')}`
    hasValue ||= key.toLowerCase() === 'value'
  }
  const upper = name.toUpperCase()
  const plain = type.toLowerCase()
  if (plain !== 'unknown' && plain !== defaultType(upper) && !hasValue) head += `;VALUE=${plain.toUpperCase()}`
  const text = `${head.replaceAll('\n', '')}:${valueText(upper, plain, values)}`
  return parseProperty({ text: binaryOf(text), line }, '4.0', { file: 'utf-8', forced: false }, limit)
}

/** RFC 7095 writes days with dashes. */
function dashed(text: string): string {
  return text.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3').replace(/^--(\d\d)(\d\d)$/, '--$1-$2')
}

function valuesOf(property: Property, type: string): unknown[] {
  const { name, text } = property
  const plain = (value: string) => unescapeText(value, '4.0')
  if (type === 'unknown') return [text]
  if (type !== 'text') return [type.startsWith('date') ? dashed(plain(text)) : plain(text)]
  if (lists.has(name)) return splitUnescaped(text, ',').map(plain)
  if (!structured.has(name)) return [plain(text)]
  const components = splitUnescaped(text, ';').map((component) => {
    const items = splitUnescaped(component, ',').map(plain)
    return items.length === 1 ? items[0] : items
  })
  return components.length === 1 ? components : [components]
}

/** A card's line as a jCard's property. */
export function jsonOf(line: Line): JsonProperty | undefined {
  const text = binaryOf(`${line.head}:${line.value}`)
  const property = parseProperty({ text, line: 0 }, '4.0', { file: 'utf-8', forced: false }, 4096)
  if (property === undefined) return undefined
  const parameters: Record<string, string | string[]> = Object.create(null)
  if (property.group !== '') parameters['group'] = property.group
  for (const { name, value } of property.parameters) {
    const key = name.toLowerCase()
    if (key === 'value') continue
    const earlier = parameters[key]
    const values = key === 'type' ? value.split(',') : [value]
    const all = [...(earlier === undefined ? [] : [earlier].flat()), ...values]
    parameters[key] = all.length === 1 ? (all[0] ?? '') : all
  }
  const told = parameter(property, 'VALUE').toLowerCase() || defaultType(property.name)
  // A URI with escapes that URIs do not have stays as it is.
  const isOdd = told === 'uri' && uriText(unescapeText(property.text, '4.0')) !== property.text
  const type = isOdd ? 'unknown' : told
  return [property.name.toLowerCase(), { ...parameters }, type, ...valuesOf(property, type)]
}
