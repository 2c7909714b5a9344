// Letters that an earlier program spoilt: UTF-8 that was read as windows-1252 and written again, so that "Lefèvre" became "LefÃ¨vre". The
// file itself is sound, and nothing is changed here: what the letters were is told, for a person to decide.

const bytes = Uint8Array.from({ length: 128 }, (_, at) => at + 128)
/** Windows-1252's upper half: character → byte. */
const byteOf: ReadonlyMap<string, number> = new Map([...new TextDecoder('windows-1252').decode(bytes)].map((one, at) => [one, at + 128]))
const continuation = [...byteOf]
  .filter(([, byte]) => byte < 0xc0 && byte !== 0xa0)
  .map(([one]) => `\\u{${one.codePointAt(0)?.toString(16)}}`)
const any = `[${continuation.join('')}]`
/** Only letters of Western and Central Europe and common signs, whose first byte stands in no word before the second one. */
const spoilt = new RegExp(`[ÃÅ]${any}|Â(?=[^»”’“])${any}|Ä(?=[^»”’“„])${any}|â(?:€|„|ˆ|‰)${any}`, 'gu')
const utf8 = new TextDecoder('utf-8', { fatal: true })

/** The text as it was before, or undefined when nothing in it looks spoilt. */
export function mendGarbled(text: string): string | undefined {
  const mended = text.replace(spoilt, (piece) => decoded(piece) ?? piece)
  return mended === text ? undefined : mended
}

function decoded(piece: string): string | undefined {
  try {
    return utf8.decode(Uint8Array.from(piece, (one) => byteOf.get(one) ?? 0))
  } catch {
    return undefined
  }
}
