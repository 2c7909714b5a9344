// Names folded for comparison, never for display: what two people would type differently for one name becomes the same.
// Other scripts keep their letters: only marks that may be left out in writing (accents, niqqud, harakat) go.

const letters: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ς: 'σ',
  ى: 'ي',
  ة: 'ه',
  ـ: '',
  '״': '',
  '׳': '',
}
const odd = new RegExp(`[${Object.keys(letters).join('')}]`, 'gu')
// Latin, Greek and Cyrillic combining marks, Hebrew points, Arabic vowels, hamza and madda.
const marks = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]/gu
const apostrophes = /['’‘ʼʻ`´′]/gu
const separators = /[^\p{L}\p{N}\p{M}]+/gu
const ascii = /^[\u0020-\u007e]*$/u
const simple = /^[a-z]+(?: [a-z]+)*$/

/**
 * The text in lower case without accents, ligatures, apostrophes ("O’Brien" is "obrien") and with every other mark or hyphen a single
 * blank ("Jean-Marie" is "jean marie"). Full-width letters are plain ones. Idempotent; empty when no letter or digit is in it.
 */
export function comparableName(text: string): string {
  const lower = text.toLowerCase()
  if (simple.test(lower)) return lower
  if (ascii.test(lower))
    return lower
      .replace(/['`]/g, '')
      .replace(/[^a-z0-9]+/g, ' ')
      .trim()
  return lower
    .normalize('NFKD')
    .replace(marks, '')
    .toLowerCase()
    .replace(odd, (letter) => letters[letter] ?? '')
    .replace(apostrophes, '')
    .replace(separators, ' ')
    .normalize('NFC')
    .trim()
}
