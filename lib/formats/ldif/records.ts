// Cuts LDIF (RFC 2849) into records: blank lines divide them, a leading space continues a line, `#` begins a comment. One record is held.
import { decodeBase64, decodeBinary } from '../vcard/charset.ts'
import type { Watch } from '../watch.ts'

export interface Attribute {
  /** As written, with its options: "cn;lang-fr". */
  readonly description: string
  /** Lower case, without options. */
  readonly name: string
  /** Lower case. */
  readonly options: readonly string[]
  readonly value: string
  /** The value is bytes that are no text: it stays base64. */
  readonly isBinary: boolean
  /** `:<`: the value is elsewhere, and is not fetched. */
  readonly isElsewhere: boolean
  readonly line: number
}

export interface LdifRecord {
  readonly line: number
  readonly attributes: readonly Attribute[]
  /** Lines that are no attribute. */
  readonly strays: readonly { readonly line: number; readonly text: string }[]
  readonly isTooLarge: boolean
}

const shape = /^([A-Za-z0-9][A-Za-z0-9.-]*)((?:;[A-Za-z0-9=._-]+)*)\s*:([:<]?) *([\s\S]*)$/

const alwaysBinary = /^(?:jpegphoto|thumbnailphoto|photo|usercertificate|usersmimecertificate)(?:;|$)|;binary(?:;|$)/i

/** A logical line as an attribute; undefined when it is none. */
function attributeOf(text: string, line: number): Attribute | undefined {
  const found = shape.exec(text)
  if (found === null) return undefined
  const [, name = '', options = '', sign = '', given = ''] = found
  const value = given.trimEnd()
  const bytes = sign === ':' ? decodeBase64(value) : undefined
  const decoded = bytes === undefined ? undefined : decodeBinary(bytes, { declared: '', file: 'utf-8', forced: false })
  const isBinary =
    sign === ':' && (alwaysBinary.test(name + options) || decoded === undefined || decoded.lossy || decoded.text.includes('\0'))
  return {
    description: name + options,
    name: name.toLowerCase(),
    options: options === '' ? [] : options.slice(1).toLowerCase().split(';'),
    value: isBinary || decoded === undefined ? value : decoded.text.replaceAll('\r\n', '\n'),
    isBinary,
    isElsewhere: sign === '<',
    line,
  }
}

interface Growing {
  line: number
  attributes: Attribute[]
  strays: { line: number; text: string }[]
  isTooLarge: boolean
  count: number
}

const isHeader = (record: Growing) =>
  record.attributes.length === 1 && record.attributes[0]?.name === 'version' && record.strays.length === 0

/** The records of a file's lines, in order; the leading `version:` is no record. Throws `import_limit` (parts) for too many attributes. */
export async function* ldifRecords(
  lines: AsyncIterable<{ readonly line: number; readonly text: string }>,
  watch: Watch,
): AsyncGenerator<LdifRecord> {
  const { cellBytes } = watch.limits
  let record: Growing | undefined
  let parts: string[] = []
  let length = 0
  let firstLine = 0

  function flush(): void {
    const [first] = parts
    if (first === undefined) return
    const text = parts.join('')
    parts = []
    if (text.startsWith('#')) return
    record ??= { line: firstLine, attributes: [], strays: [], isTooLarge: false, count: 0 }
    watch.allow('parts', ++record.count)
    if (length > cellBytes) record.isTooLarge = true
    const attribute = attributeOf(text, firstLine)
    if (attribute === undefined) record.strays.push({ line: firstLine, text: text.slice(0, 80) })
    else record.attributes.push(attribute)
    // The version stands before the first record, with or without a blank line between.
    if (isHeader(record)) record = undefined
  }

  for await (const { line, text } of lines) {
    if (text.startsWith(' ') && parts.length > 0) {
      length += text.length - 1
      if (length <= cellBytes) parts.push(text.slice(1))
      continue
    }
    flush()
    if (text.trim() === '') {
      if (record !== undefined) yield record
      record = undefined
    } else {
      parts = [text]
      length = text.length
      firstLine = line
    }
  }
  flush()
  if (record !== undefined) yield record
}
