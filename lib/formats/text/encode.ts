// Text as bytes for other programs. What windows-1252 lacks is written as close to it as Latin letters come; what is left of it is told, never
// turned into a question mark that looks like data.

/** Places 0x80 to 0x9f; a blank where there is no character. */
const western = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'
const westernBytes = new Map(Array.from(western).flatMap((character, at) => (character === ' ' ? [] : [[character, 0x80 + at] as const])))

const near = new Map<string, string>([
  ...pairs('łŁđĐħĦıŋŊſẞĸŧŦ', 'l L d D h H i n N s SS k t T'),
  ...pairs('‐‑‒―−′″‛‟⁄∕≤≥→←⇒√×№℃', '- - - — - \' " \' " / / <= >= -> <- => V x No °C'),
  ...pairs('ﬁﬂﬀﬃﬄ', 'fi fl ff ffi ffl'),
  ...pairs('абвгдежзийклмнопрстуфхцчшщыэюяёіїєґў', 'a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch y e yu ya yo i yi ye g w'),
  ...pairs('αβγδεζηθικλμνξοπρσςτυφχψω', 'a v g d e z i th i k l m n x o p r s s t y f ch ps o'),
  ['ъ', ''],
  ['ь', ''],
  ['\u2002', ' '],
  ['\u2003', ' '],
  ['\u2009', ' '],
  ['\u202f', '\u00a0'],
])

function pairs(characters: string, texts: string): [string, string][] {
  const found = texts.split(' ')
  return [...characters].map((character, at) => [character, found[at] ?? ''])
}

/**
 * The text's bytes; `utf-8-bom` begins with the mark by which spreadsheets know UTF-8. `onLost` is told every character, in order, that
 * windows-1252 has no likeness of (漢, 😀) and that is left out. Letters with foreign accents lose them (ő: o), Cyrillic and Greek ones are
 * written in Latin ones.
 */
export function encodeText(
  text: string,
  encoding: 'utf-8' | 'utf-8-bom' | 'windows-1252',
  onLost?: (character: string) => void,
): Uint8Array {
  if (encoding !== 'windows-1252') return new TextEncoder().encode(encoding === 'utf-8-bom' ? `\ufeff${text}` : text)
  const bytes: number[] = []
  for (const character of text.normalize('NFC')) {
    const code = byteOf(character)
    if (code !== undefined) bytes.push(code)
    else {
      const likeness = likenessOf(character)
      for (const letter of likeness ?? '') bytes.push(byteOf(letter) ?? 0x20)
      if (likeness === undefined) onLost?.(character)
    }
  }
  return Uint8Array.from(bytes)
}

/** Whether windows-1252 holds the text as it is. */
export function fitsWestern(text: string): boolean {
  for (const character of text) if (byteOf(character) === undefined) return false
  return true
}

function byteOf(character: string): number | undefined {
  const code = character.codePointAt(0) ?? 0
  return code < 0x80 || (code >= 0xa0 && code <= 0xff) ? code : westernBytes.get(character)
}

function likenessOf(character: string): string | undefined {
  const direct = near.get(character)
  if (direct !== undefined) return direct
  const small = character.toLowerCase()
  const capital = near.get(small)
  if (capital !== undefined && small !== character) return capital.slice(0, 1).toUpperCase() + capital.slice(1)
  const bare = character.normalize('NFKD').replace(/\p{M}/gu, '')
  if (bare === '' && /^\p{M}$/u.test(character)) return ''
  const letters = [...bare].map((letter) => (byteOf(letter) === undefined ? near.get(letter.toLowerCase()) : letter))
  return bare === '' || letters.some((letter) => letter === undefined) ? undefined : letters.join('')
}
