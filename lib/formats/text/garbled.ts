// Letters that an earlier program spoilt: UTF-8 that was read as windows-1252 and written again, so that "Lefèvre" became "LefÃ¨vre". The
// file itself is sound, and nothing is changed here: what the letters were is told, for a person to decide.

const bytes = Uint8Array.from({ length: 128 }, (_, at) => at + 128)
/** Windows-1252's upper half: character → byte. */
const byteOf: ReadonlyMap<string, number> = new Map([...new TextDecoder('windows-1252').decode(bytes)].map((one, at) => [one, at + 128]))
const continuation = [...byteOf]
  .filter(([, byte]) => byte < 0xc0 && byte !== 0xa0)
  .map(([one]) => `\\u{${one.codePointAt(0)?.toString(16)}}`)
const spoilt = new RegExp(`[\\u00c2-\\u00f4][${continuation.join('')}]{1,3}`, 'gu')
const utf8 = new TextDecoder('utf-8', { fatal: true })

/** The text as it was before, or undefined when nothing in it looks spoilt. */
export function mendGarbled(text: string): string | undefined {
  const mended = text.replace(spoilt, (piece) => decoded(piece) ?? piece)
  return mended === text ? undefined : mended
}

/** The longest beginning of a piece that is UTF-8, and the rest as it is. */
function decoded(piece: string): string | undefined {
  const all = [...piece]
  const found = all.map((one) => byteOf.get(one) ?? 0)
  for (let length = all.length; length > 1; length--) {
    try {
      const text = utf8.decode(Uint8Array.from(found.slice(0, length)))
      return text + all.slice(length).join('')
    } catch {
      // Shorter, then.
    }
  }
  return undefined
}
