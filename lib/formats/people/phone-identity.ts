// When two telephone numbers are one, however they are written, and whether a number is one person's or a house's.
import type { PhoneDraft } from '../draft.ts'

/** Digits by which numbers are looked up: the last eight, so that "06 12 34 56 78" finds "+33612345678". Undefined for a short number. */
export function phoneBlock(phone: PhoneDraft): string | undefined {
  const digits = digitsOf(phone.e164 ?? phone.number)
  return digits.length < 7 ? undefined : digits.slice(-8)
}

/** Same number and no different extension. A number without country is the one that ends with it. */
export function isSamePhone(a: PhoneDraft, b: PhoneDraft): boolean {
  if (a.extension !== undefined && b.extension !== undefined && digitsOf(a.extension) !== digitsOf(b.extension)) return false
  return isSameNumber(a, b)
}

export function isSameNumber(a: PhoneDraft, b: PhoneDraft): boolean {
  if (a.e164 !== undefined && b.e164 !== undefined) return a.e164 === b.e164
  const [first, second] = [digitsOf(a.e164 ?? a.number), digitsOf(b.e164 ?? b.number)]
  if (first === second) return first !== '' || a.number === b.number
  if (a.e164 !== undefined) return endsWithNational(first, second)
  return b.e164 !== undefined && endsWithNational(second, first)
}

/** `national` as dialled inside the country: at most one trunk digit before what the international number ends with. */
function endsWithNational(international: string, national: string): boolean {
  const bare = national.replace(/^0/u, '')
  return bare.length >= 8 && international.endsWith(bare)
}

export function digitsOf(text: string): string {
  const ascii = /^[\u0020-\u007e]*$/u.test(text) ? text : text.normalize('NFKC')
  return ascii.replace(/\D+/gu, '').replace(/^00/u, '')
}

// Where mobile numbers can be told by their first digits; elsewhere only the file's own word tells.
const mobilePrefixes = /^\+(?:33[67]|324|417|49(?:15|16|17)|34[67]|393|447|316|3519|4366|3526|2126|2127|21[36][5-7])/u

/** A number that belongs to one person: said to be mobile or of a range that is, without extension. */
export function isMobile(phone: PhoneDraft): boolean {
  return (
    phone.extension === undefined &&
    (phone.kind === 'mobile' || phone.kind === 'car' || (phone.e164 !== undefined && mobilePrefixes.test(phone.e164)))
  )
}

/** Fax, pager and telex numbers are shared by houses and tell nobody. */
export function tellsSomebody(phone: PhoneDraft): boolean {
  return phone.kind === 'voice' || phone.kind === 'mobile' || phone.kind === 'car'
}
