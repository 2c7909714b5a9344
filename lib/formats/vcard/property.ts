// One unfolded line of a card as a property: group, name, parameters, value. It accepts the manners of all versions at once (bare `WORK`,
// `TYPE=a,b`, `TYPE=a;TYPE=b`, quoted lists) and recovers from a quote that is never closed. `head` and `raw` stay as written.
import { AppError } from '../../base/errors.ts'
import { type Charset, decodeBase64, decodeBinary, decodeQuotedPrintable } from './charset.ts'
import { splitUnescaped, unescapeParameter } from './values.ts'

export type Version = '2.1' | '3.0' | '4.0'

interface Parameter {
  /** Upper case. */
  readonly name: string
  readonly value: string
}

export interface Property {
  /** Group, name and parameters as written: "item1.EMAIL;type=INTERNET". */
  readonly head: string
  /** Lower case; '' when there is none. */
  readonly group: string
  /** Upper case. */
  readonly name: string
  readonly parameters: readonly Parameter[]
  /** All TYPE words in lower case, in order. */
  readonly types: readonly string[]
  /** The value as written, in its transfer encoding. */
  readonly raw: string
  /** The value out of its transfer encoding, its escapes still in it; base64 stays base64. */
  readonly text: string
  readonly isBase64: boolean
  /** The bytes were not what was declared. */
  readonly lossy: boolean
  readonly line: number
}

const bareEncodings = new Set(['QUOTED-PRINTABLE', 'BASE64', 'B', 'Q', '8BIT', '7BIT'])
const bareValues = new Set(['URL', 'URI', 'INLINE', 'CONTENT-ID', 'CID'])

/** Where the head ends: the first colon outside quotes, or the first one at all when the quotes do not add up. */
function colonAt(line: string): number {
  const first = line.indexOf(':')
  const quote = line.indexOf('"')
  if (quote < 0 || quote > first) return first
  let quoted = false
  for (let at = quote; at < line.length; at++) {
    const character = line.charCodeAt(at)
    if (character === 34) quoted = !quoted
    else if (character === 58 && !quoted) return at
    else if (character === 10) break
  }
  return first
}

function splitHead(head: string, limit: number): string[] {
  if (!head.includes('"') && head.length < 4096) return head.split(';')
  const pieces: string[] = []
  const balanced = head.split('"').length % 2 === 1
  let start = 0
  let quoted = false
  for (let at = 0; at < head.length; at++) {
    const character = head.charCodeAt(at)
    if (character === 34 && balanced) quoted = !quoted
    else if (character === 59 && !quoted) {
      pieces.push(head.slice(start, at))
      start = at + 1
      if (pieces.length > limit) throw new AppError('import_limit', { limit: 'parts', allowed: limit })
    }
  }
  pieces.push(head.slice(start))
  return pieces
}

/** Android's way of a label of one's own: `X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=C3=89cole)`. */
function customOf(piece: string): Parameter | undefined {
  const found = /^\s*X-CUSTOM\((?:CHARSET=([^,]*),)?(?:ENCODING=QUOTED-PRINTABLE,)?([^)]*)\)\s*$/i.exec(piece)
  if (found === null) return undefined
  const charset = { declared: found[1] ?? '', file: 'utf-8', forced: false } as const
  return { name: 'X-CUSTOM', value: decodeBinary(decodeQuotedPrintable(found[2] ?? ''), charset).text }
}

function parameterOf(piece: string, version: Version): Parameter {
  const custom = piece.includes('(') ? customOf(piece) : undefined
  if (custom !== undefined) return custom
  const equals = piece.indexOf('=')
  if (equals < 0) {
    const bare = piece.trim().toUpperCase()
    if (bareEncodings.has(bare)) return { name: 'ENCODING', value: bare }
    return bareValues.has(bare) ? { name: 'VALUE', value: bare } : { name: 'TYPE', value: piece.trim() }
  }
  const value = piece.slice(equals + 1).trim()
  const name = piece.slice(0, equals).trim().toUpperCase()
  const bare = value.includes('"') ? value.replaceAll('"', '') : value
  return { name, value: version === '2.1' ? bare : unescapeParameter(bare) }
}

/** The words of a TYPE, however they are divided; some programs repeat the parameter's name among them. */
function typesIn(value: string): string[] {
  const words = value.toLowerCase().split(/[,;]/)
  return words.map((word) => word.trim().replace(/^type=/, '')).filter((word) => !word.includes('='))
}

/** The first value of a parameter, or ''. */
export function parameter(property: Property, name: string): string {
  for (const { name: found, value } of property.parameters) if (found === name) return value
  return ''
}

/** What stands before the colon, taken apart. */
type Head = Pick<Property, 'head' | 'group' | 'name' | 'parameters' | 'types'> & { readonly encoding: string; readonly charset: string }

/** Heads that were taken apart already: a file has few. One for each reading. */
export type Heads = Map<string, Head>

const mostHeads = 512
const longestKept = 128

function headOf(binary: string, version: Version, charset: Omit<Charset, 'declared'>, limit: number): Head {
  const head = decodeBinary(binary, { ...charset, declared: '' }).text.trim()
  const [first = '', ...rest] = splitHead(head, limit)
  const path = first.trim()
  const dot = path.lastIndexOf('.')
  const parameters = rest.filter((piece) => piece.trim() !== '').map((piece) => parameterOf(piece, version))
  let encoding = ''
  let declared = ''
  const types: string[] = []
  for (const { name, value } of parameters) {
    if (name === 'TYPE') types.push(...typesIn(value))
    else if (name === 'ENCODING') encoding = value.toUpperCase()
    else if (name === 'CHARSET') declared = value
  }
  return {
    head,
    group: dot < 0 ? '' : path.slice(0, dot).toLowerCase(),
    name: (dot < 0 ? path : path.slice(dot + 1)).toUpperCase(),
    parameters,
    types,
    encoding,
    charset: declared,
  }
}

function knownHead(binary: string, version: Version, charset: Omit<Charset, 'declared'>, limit: number, heads: Heads | undefined): Head {
  if (heads === undefined || binary.length > longestKept) return headOf(binary, version, charset, limit)
  const key = version + binary
  const known = heads.get(key)
  if (known !== undefined) return known
  const head = headOf(binary, version, charset, limit)
  if (heads.size < mostHeads) heads.set(key, head)
  return head
}

/** Reads a line of binary text. Gives undefined for a line without a colon; throws `import_limit` (parts) for too many parameters. */
export function parseProperty(
  line: { readonly text: string; readonly line: number },
  version: Version,
  charset: Omit<Charset, 'declared'>,
  limit: number,
  heads?: Heads,
): Property | undefined {
  const colon = colonAt(line.text)
  if (colon < 0) return undefined
  const {
    head,
    group,
    name,
    parameters,
    types,
    encoding,
    charset: declared,
  } = knownHead(line.text.slice(0, colon), version, charset, limit, heads)
  const rawBinary = line.text.slice(line.text.charCodeAt(colon + 1) === 10 ? colon + 2 : colon + 1)
  const isQuoted = encoding === 'QUOTED-PRINTABLE' || encoding === 'Q'
  const isBase64 = encoding === 'BASE64' || encoding === 'B'
  const raw = isQuoted || isBase64 ? { text: rawBinary, lossy: false } : decodeBinary(rawBinary, { ...charset, declared })
  const read = isQuoted ? decodeBinary(decodeQuotedPrintable(escapeHidden(rawBinary)), { ...charset, declared }) : raw
  const text = isQuoted ? read.text.replaceAll('\r\n', '\n') : read.text
  return { head, group, name, parameters, types, raw: raw.text, text, isBase64, lossy: read.lossy, line: line.line }
}

/** A `;` written as a code among bare ones is part of a component, not a divider; when all are codes, they divide. */
function escapeHidden(raw: string): string {
  if (!/=3b/i.test(raw) || splitUnescaped(raw, ';').length === 1) return raw
  return raw.replace(/(?:=5C|\\)?=3B/gi, '\\;')
}

/** The text of a base64 value that is meant to be text (some telephones write notes so), or the text as it is. */
export function plainText(property: Property, charset: Omit<Charset, 'declared'>): string {
  if (!property.isBase64) return property.text
  const bytes = decodeBase64(property.raw)
  return bytes === undefined ? property.raw : decodeBinary(bytes, { ...charset, declared: parameter(property, 'CHARSET') }).text
}

/** A property made by a reader of another format: `text` is escaped as in a 4.0 card. */
export function madeProperty(name: string, types: readonly string[], text: string, line: number, extra: Partial<Property> = {}): Property {
  return { head: name, group: '', name, parameters: [], types, raw: text, text, isBase64: false, lossy: false, line, ...extra }
}
