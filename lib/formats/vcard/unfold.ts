// Puts the folded lines of one card together: white space at the start (all versions), quoted-printable soft breaks and bare base64 lines
// (2.1), and lines that are no property, which careless programs write inside a note. Pieces are joined once, so that a long value costs
// its length.

export interface RawLine {
  /** Unfolded, as binary text (see charset.ts); line feeds inside come from a nested card or from an unescaped break. */
  readonly text: string
  readonly line: number
}

interface Unfolder {
  readonly lines: readonly RawLine[]
  add(line: string, lineNumber: number): void
  /** A line of a nested card: verbatim. */
  nest(line: string): void
  /** The next BEGIN belongs to the property just read. */
  expectNested(): void
  opensNested(): boolean
  flush(): void
  /** Forgets everything: the card is too large to be kept. */
  drop(): void
  isTooLarge(): boolean
  version(): string
}

const base64Line = /^[A-Za-z0-9+/=]+\s*$/
// Not \s: in a binary text a no-break space may be half of a character.
const indent = /^[ \t]+/
const blank = /^[ \t]*$/
const propertyHead = /^[\w-]+(?:\.[\w-]+)*[ \t]*[;:]/
const webLine = /^https?:\/\//i
const isProperty = (line: string) => propertyHead.test(line) && line.includes(':') && !webLine.test(line)

type Mode = 'plain' | 'quoted' | 'base64'

function modeOf(line: string): Mode {
  const colon = line.indexOf(':')
  const head = colon < 0 ? line : line.slice(0, colon)
  if (!head.includes(';')) return 'plain'
  if (/quoted-printable|encoding=q\b/i.test(head)) return 'quoted'
  return /[;=]base64\b|encoding=b\b|;b$|;b;/i.test(head) ? 'base64' : 'plain'
}

/** `limit` is the longest value, in bytes; a longer one is dropped and makes the card too large. */
export function createUnfolder(limit: number): Unfolder {
  const lines: RawLine[] = []
  let parts: string[] = []
  let length = 0
  let firstLine = 0
  let mode: Mode = 'plain'
  let aboveMode: Mode = 'plain'
  let version = ''
  let expectsNested = false
  let tooLarge = false

  function append(part: string): void {
    length += part.length
    if (length > limit) {
      tooLarge = true
      if (parts.length > 1) parts = parts.slice(0, 1)
    } else parts.push(part)
  }

  function flush(): void {
    const only = parts[0]
    if (only === undefined) return
    const whole = parts.length === 1 ? only : parts.join('')
    // A soft break with nothing after it.
    const text = mode === 'quoted' && whole.endsWith('=') ? whole.slice(0, -1) : whole
    parts = []
    const above = lines.at(-1)
    if (above !== undefined && !isProperty(text)) {
      // Only a whole line shows what it is: a long head may be folded before its colon.
      if (above.text.length + text.length > limit) tooLarge = true
      else lines[lines.length - 1] = { text: above.text + (aboveMode === 'quoted' ? '=0A' : '\n') + text, line: above.line }
      return
    }
    aboveMode = mode
    lines.push({ text, line: firstLine })
    if (version === '' && text.length < 80) version = /^VERSION(?:;[^:]*)?:\s*(\S+)/i.exec(text)?.[1] ?? ''
  }

  function begin(line: string, lineNumber: number): void {
    flush()
    mode = modeOf(line)
    length = 0
    firstLine = lineNumber
    append(line)
    // The property's name stays even of a line that is too long, so that the line is known to be there.
    if (parts.length === 0) parts.push(line.slice(0, 64))
  }

  return {
    lines,
    add(line, lineNumber) {
      expectsNested = false
      const first = line.charCodeAt(0)
      const isIndented = first === 32 || first === 9
      const last = parts.at(-1)
      if (last === undefined) {
        if (!blank.test(line)) begin(isIndented ? line.replace(indent, '') : line, lineNumber)
      } else if (mode === 'quoted' && last.endsWith('=')) {
        parts[parts.length - 1] = last.slice(0, -1)
        length--
        if (line === '') flush()
        else append(line)
      } else if (line === '' || (mode !== 'plain' && blank.test(line))) flush()
      else if (isIndented) append(version === '2.1' && mode === 'plain' ? ` ${line.replace(indent, '')}` : line.slice(1))
      else if (mode === 'base64' && base64Line.test(line)) append(line)
      else begin(line, lineNumber)
    },
    nest(line) {
      expectsNested = false
      append(`\n${line}`)
    },
    expectNested() {
      expectsNested = true
    },
    opensNested: () => expectsNested,
    flush,
    drop() {
      tooLarge = true
      parts = []
      // The first lines may tell whose card it was.
      lines.splice(8)
    },
    isTooLarge: () => tooLarge,
    version: () => version,
  }
}
