// Text as it comes out of a file, made fit to keep: what is invisible and harmful goes, what a person wrote stays as it was written.
// Idempotent: cleaning what is clean changes nothing.

const lineEnds = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g
const controls = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g
// Bidi controls, zero-width spaces, soft hyphens, byte-order marks, interlinear marks. ZWNJ and ZWJ stay inside words (Persian, Hindi, emoji).
const invisible = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/g
const edge = /[\s\u200c\u200d]/
const needsWork = /[^\u0020-\u007e]/

/**
 * The text trimmed and in NFC, without control, bidi and zero-width characters. Inner line ends stay, as `\n`, whatever they were
 * (`\r\n`, `\r`, vertical tab, U+2028); inner blanks and tabs stay as they are. Lone surrogates become U+FFFD.
 */
export function cleanText(raw: string): string {
  if (!needsWork.test(raw)) return raw.trim()
  return trimmed(raw.toWellFormed().replace(lineEnds, '\n').replace(controls, '').replace(invisible, '').normalize('NFC'))
}

/** By hand, because an expression for the end of a text looks at every blank inside it again and again. */
function trimmed(text: string): string {
  let from = 0
  let to = text.length
  while (from < to && edge.test(text[from] ?? '')) from += 1
  while (to > from && edge.test(text[to - 1] ?? '')) to -= 1
  return text.slice(from, to)
}

/** As `cleanText`, on one line: every run of white space is a single blank. */
export function cleanLine(raw: string): string {
  return cleanText(raw).replace(/\s+/gu, ' ')
}
