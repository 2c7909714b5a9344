// Folding per RFC 6350 section 3.2: lines of at most 75 bytes of UTF-8 without their end, broken between characters, continued with a
// space.

const limitBytes = 75

function bytesOf(codePoint: number): number {
  return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4
}

/** The line with its folds and its end (CRLF). Never breaks inside a character, nor between a letter and its surrogate. */
export function foldLine(line: string): string {
  if (line.length <= limitBytes / 3) return `${line}\r\n`
  let folded = ''
  let start = 0
  let bytes = 0
  for (let at = 0; at < line.length; ) {
    const codePoint = line.codePointAt(at) ?? 0
    const size = bytesOf(codePoint)
    if (bytes + size > limitBytes) {
      folded += `${line.slice(start, at)}\r\n `
      start = at
      bytes = 1
    }
    bytes += size
    at += codePoint > 0xffff ? 2 : 1
  }
  return `${folded}${line.slice(start)}\r\n`
}
