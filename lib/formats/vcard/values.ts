// The escapes of a value's text and its structure: components divided by `;`, lists divided by `,`. Splitting comes before unescaping.
// vCard 2.1 knows `\;` (and, in the wild, `\:`, `\,`, `\=`, `\\`); 3.0 and 4.0 know `\n` as well. An unknown escape keeps its backslash.
import type { Version } from './property.ts'

const escapes = /\\([\s\S])/g

/** The text as a person would read it. */
export function unescapeText(text: string, version: Version): string {
  if (!text.includes('\\')) return text
  return text.replace(escapes, (whole, character: string) => {
    if (character === ';' || character === ':' || character === ',' || character === '=' || character === '\\') return character
    if ((character === 'n' || character === 'N') && version !== '2.1') return '\n'
    return whole
  })
}

/** Splits at a divider that no backslash precedes; at most `limit` + 1 pieces, so that a caller can refuse too many. */
export function splitUnescaped(text: string, divider: ';' | ',', limit = Number.POSITIVE_INFINITY): string[] {
  if (!text.includes('\\') && text.length < 4096) return text.split(divider)
  const pieces: string[] = []
  let start = 0
  for (let at = 0; at < text.length && pieces.length < limit; at++) {
    const character = text[at]
    if (character === '\\') at++
    else if (character === divider) {
      pieces.push(text.slice(start, at))
      start = at + 1
    }
  }
  pieces.push(text.slice(start))
  return pieces
}

/** Escapes for 3.0 and 4.0. */
export function escapeText(text: string): string {
  return text.replace(/[\\;,]|\r\n?|\n/g, (found) => (/[\r\n]/.test(found) ? '\\n' : `\\${found}`))
}

/** RFC 6868: carets in a parameter's value. */
export function unescapeParameter(value: string): string {
  if (!value.includes('^')) return value
  return value.replace(/\^([n'^])/g, (_, character: string) => (character === 'n' ? '\n' : character === "'" ? '"' : '^'))
}

/** A parameter's value as it is written: carets per RFC 6868, quoted when it holds a divider. */
export function escapeParameter(value: string): string {
  const text = value.replace(/["^]|\r\n?|\n/g, (found) => (found === '"' ? "^'" : found === '^' ? '^^' : '^n'))
  return /[;:,]/.test(text) ? `"${text}"` : text
}
