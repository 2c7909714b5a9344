// Text as people write it: normalised on entry, never escaped (that is the door's work), folded only for comparison.

// Bidirectional controls, zero-width characters and other invisible marks that make one name look like another.
// ZWJ and ZWNJ stay: Persian, Hindi and emoji need them inside words.
const invisible = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/gu
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/gu

/** One line of text: NFC, invisible and control characters out, white space folded to single blanks, trimmed. */
export function cleanLine(text: string): string {
  return text.normalize('NFC').replace(control, ' ').replace(invisible, '').replace(/\s+/gu, ' ').trim()
}

/** Several lines: as `cleanLine`, but line ends stay (as `\n`) and at most one line in a row is blank. */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/gu, '\n')
    .replace(control, '')
    .replace(invisible, '')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ *\n */gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim()
}

const ligatures: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd' }

/** For comparison only: lower case, accents and ligatures unfolded, everything but letters and digits a single blank. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[œæßøłđ]/gu, (letter) => ligatures[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** A handle for a URL: `Jean-François Œuvrard` → `jean-francois-oeuvrard`. Empty when nothing is left of the name. */
export function slug(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '')
    .slice(0, 60)
}

/** One or two letters for a picture that is missing: the first of the first name and of the last. */
export function initials(givenName: string, familyName: string): string {
  const first = (name: string) => [...name.trim()][0] ?? ''
  return (first(givenName) + first(familyName)).toLocaleUpperCase()
}
