// Drafts as LDIF for Thunderbird and directories. What a directory has no attribute for is written beside, each as the line that a 4.0 card
// has for it (`x-entregent-card`), so that nothing is lost; other programs see the attributes they know.
import type { ContactDraft } from '../draft.ts'
import { escapeParameter, escapeText } from '../vcard/values.ts'
import { nativeOf } from './native.ts'
import { cardAttribute } from './properties.ts'

/** RFC 4514: characters with a meaning in a name are escaped. */
function dnValue(text: string): string {
  return text
    .replace(/[\\",+<>;=]/g, '\\$&')
    .replace(/^[ #]/, '\\$&')
    .replace(/ $/, '\\ ')
    .replaceAll('\n', '\\0A')
}

function distinguishedName(draft: ContactDraft): string {
  const kept = draft.source.format === 'ldif' ? draft.unknown.find(({ name }) => name.toLowerCase() === 'dn') : undefined
  if (kept !== undefined) return kept.value
  const mail = draft.emails[0]?.address
  const name = draft.name.full || mail || draft.organizations[0]?.name || draft.uid || 'unnamed'
  return `cn=${dnValue(name)}${mail === undefined ? '' : `,mail=${dnValue(mail)}`}`
}

const isSafe = /^(?![ :<])[\x01-\x09\x0b\x0c\x0e-\x7f]*(?<! )$/

function base64Of(text: string): string {
  const bytes = new TextEncoder().encode(text)
  let binary = ''
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(binary)
}

/** One attribute with its folds; a value that is not plain ASCII goes as base64. A name that ends in "::" brings base64 already. */
function attributeLines(name: string, value: string): string {
  const line = name.endsWith('::')
    ? `${name} ${value.replace(/[^A-Za-z0-9+/=]/g, '')}`
    : isSafe.test(value)
      ? `${name}: ${value}`
      : `${name}:: ${base64Of(value)}`
  if (line.length <= 76) return `${line}\n`
  const pieces = [line.slice(0, 76)]
  for (let at = 76; at < line.length; at += 75) pieces.push(line.slice(at, at + 75))
  return `${pieces.join('\n ')}\n`
}

/** An unknown field as an attribute of its own when its name may be one, else as a card's line. */
function unknownAttribute(draft: ContactDraft, { name, value }: ContactDraft['unknown'][number]): readonly [string, string] {
  if (draft.source.format === 'ldif' && /^[A-Za-z0-9][A-Za-z0-9.-]*(?:;[A-Za-z0-9._=-]+)*(?:::)?$/.test(name)) return [name, value]
  if ((draft.source.format === 'vcard' || draft.source.format === 'jcard') && !value.includes('\n') && !/[\n\r]/.test(name)) {
    return [cardAttribute, `${name}:${value}`]
  }
  return [cardAttribute, `X-ENTREGENT-UNKNOWN;NAME=${escapeParameter(name)}:${escapeText(value)}`]
}

/**
 * The entries of drafts, in their order, UTF-8 with line feeds. Held natively: whole, family and given name, nickname, e-mail addresses,
 * numbers by the nearest attribute, one work and one home address, the first organization (name, unit, title, office), web addresses,
 * birthday, notes, language, uid, a JPEG photo. Not held, and written as `x-entregent-card` lines: labels, places and kinds that no
 * attribute tells, preferred marks, further names, addresses and organizations, handles, other days, relations, categories, sex, other
 * photos, the LinkedIn identity and the day of connecting. Reading again gives the same drafts, but that of each list the native ones come
 * first.
 */
export function writeLdif(drafts: Iterable<ContactDraft>): Uint8Array {
  const parts: string[] = ['version: 1\n']
  for (const draft of drafts) {
    const { attributes, rest } = nativeOf(draft)
    parts.push('\n', attributeLines('dn', distinguishedName(draft)))
    for (const name of ['top', 'person', 'organizationalPerson', 'inetOrgPerson', 'mozillaAbPersonAlpha'])
      parts.push(`objectclass: ${name}\n`)
    for (const [name, value] of attributes) parts.push(attributeLines(name, value))
    for (const { head, value } of rest) parts.push(attributeLines(cardAttribute, `${head}:${value}`))
    for (const field of draft.unknown) {
      if (draft.source.format === 'ldif' && field.name.toLowerCase() === 'dn') continue
      const [name, value] = unknownAttribute(draft, field)
      parts.push(attributeLines(name, value))
    }
  }
  return new TextEncoder().encode(parts.join(''))
}
