// Telephone numbers as address books hold them: the number as written, its extension beside it, and E.164 when it is valid.
// Validity is libphonenumber's, by its smallest tables; a number it does not know keeps what was written and has no `e164`.
import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { cleanLine } from './clean.ts'

const extensionWords = [
  'poste',
  'post',
  'p',
  'extension',
  'extn',
  'exten',
  'ext',
  'x',
  'interne',
  'interno',
  'int',
  'anexo',
  'ramal',
  'toestel',
  'tst',
  'durchwahl',
  'dw',
  'nebenstelle',
  'app',
  'apparat',
  'klappe',
  'kl',
  'local',
  'loc',
].join('|')
const spokenExtension = new RegExp(
  `^(.*?\\d[\\s).-]*?)[\\s,;:/(-]*(?:\\b|(?<=\\d))(?:${extensionWords})\\s*(?:n[°o]\\.?|[.:=#])?\\s*#?(\\d{1,8})\\s*\\)?$`,
  'iu',
)
const signExtension = /^(.*?\d[\s).-]*?)(?:\s*;\s*ext\s*=\s*|\s*#\s*|\s*[,;]{1,4}\s*#?)(\d{1,8})#?$/iu
/** Longer texts hold no number and are kept as they are. */
const longest = 200
const keypad = '22233344455566677778889999'

/** Whether numbers of this country (ISO 3166, "FR") can be read. */
export const isPhoneCountry = (country: string) => isSupportedCountry(country)

export interface ParsedPhone {
  readonly number: string
  readonly e164?: string
  readonly extension?: string
}

/**
 * One number: as written but without `tel:` and its extension; E.164 when it is valid in its own country or, when it names none, in
 * `country` (ISO 3166, "FR"). Understands "(0)" after a country code, `00` before one, and letters of a keypad.
 */
export function parsePhone(raw: string, country?: string): ParsedPhone {
  const line = cleanLine(raw)
  if (line.length > longest) return { number: line }
  const text = line.replace(/^(?:tel|callto|sms|whatsapp)\s*:\s*(?:\/\/)?/iu, '').replace(/;(?:phone-context|isub|type)=[^;]*/giu, '')
  const { number, extension } = splitExtension(text)
  const e164 = e164Of(number, country)
  return { number, ...(e164 === undefined ? {} : { e164 }), ...(extension === undefined ? {} : { extension }) }
}

function splitExtension(text: string): { number: string; extension?: string } {
  const signed = signExtension.exec(text)
  // Commas that part every pair of digits lead to no extension.
  const found = spokenExtension.exec(text) ?? (signed?.[1]?.includes(',') ? null : signed)
  const number = found?.[1]?.trim()
  if (number === undefined || digits(number) < 3 || found?.[2] === undefined) return { number: text }
  return { number, extension: found[2] }
}

const digits = (text: string) => text.replace(/[^\p{Nd}]/gu, '').length

function e164Of(number: string, country?: string): string | undefined {
  const home = country?.toUpperCase()
  const known: CountryCode | undefined = home !== undefined && isSupportedCountry(home) ? home : undefined
  const dialled = dialledForm(number)
  if (digits(dialled) < 5) return undefined
  for (const attempt of dialled === number ? [number] : [dialled, number]) {
    const parsed = parsePhoneNumberFromString(attempt, known === undefined ? undefined : { defaultCountry: known })
    if (parsed?.isValid()) return parsed.number
  }
  return undefined
}

/** What a telephone would dial: digits of any script in ASCII, `00` as `+`, "(0)" after a country code out, letters as their keys. */
function dialledForm(number: string): string {
  return number
    .normalize('NFKC')
    .replace(/[٠-٩۰-۹०-९]/gu, (digit) => String(arabicOrIndicDigit(digit)))
    .replace(/^[^\d+(]*(?=[\d+(])/u, '')
    .replace(/^\(?\s*(?:\+|00)\s*(?=[1-9])/u, '+')
    .replace(/^\+\s*\(?(\d{1,3})\)?/u, '+$1')
    .replace(/^(\+\d{1,3}[\s.-]*)\(\s*0\s*\)/u, '$1')
    .replace(/(?<=\d)\s*\/\s*\d{1,2}$/u, '')
    .replace(/(?<=\d[\s.-]*)[a-z]{3,}(?:-?[a-z]+)*$/giu, (word) =>
      word.toLowerCase().replace(/[a-z]/gu, (letter) => keypad[letter.charCodeAt(0) - 97] ?? ''),
    )
}

function arabicOrIndicDigit(digit: string): number {
  const code = digit.charCodeAt(0)
  return code >= 0x966 ? code - 0x966 : code >= 0x6f0 ? code - 0x6f0 : code - 0x660
}

/**
 * The numbers of one cell, in order: parted by "/", ";", "|", ",", a line end or the words "ou", "et", "or", "and", but only where both
 * sides are long enough to be numbers ("030/123456" and "01 42 68 53 00/01" are one). Empty for an empty cell.
 */
export function splitPhones(cell: string): string[] {
  if (cell.length > 10 * longest) return [cleanLine(cell)].filter((number) => number !== '')
  const pieces = cell
    .replace(/[^\S\n\r]+/gu, ' ')
    .split(/(\n|\r|\s*[/|]\s*|\s*;(?!\s*ext\s*=)\s*|\s*,\s*|\s+(?:ou|et|or|and|oder|und|:::)\s+)/iu)
  const numbers: string[] = []
  for (let index = 0; index < pieces.length; index += 2) {
    const piece = pieces[index] ?? ''
    const before = numbers.at(-1)
    const glue = pieces[index - 1] ?? ''
    if (before === undefined || (digits(before) >= 6 && digits(piece) >= 6) || /[\n\r]|:::/u.test(glue)) numbers.push(piece)
    else numbers[numbers.length - 1] = before + glue + piece
  }
  return numbers.map(cleanLine).filter((number) => number !== '')
}
