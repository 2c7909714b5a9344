// Which passwords are refused: the short, and those that anyone guesses first. No rule about kinds of letters: length is what counts.
import { commonWords, walks } from './common-passwords.ts'

export const passwordMinLength = 10
export const passwordMaxLength = 200

export interface PasswordComplaint {
  readonly code: 'too_short' | 'too_long' | 'too_common'
  readonly limit?: number
}

/** What is wrong with a new password, or undefined. `own` holds the person's names and address: they are guessed first too. */
export function passwordComplaint(password: string, own: readonly string[] = []): PasswordComplaint | undefined {
  const length = [...password.normalize('NFC')].length
  if (length < passwordMinLength) return { code: 'too_short', limit: passwordMinLength }
  if (length > passwordMaxLength) return { code: 'too_long', limit: passwordMaxLength }
  return isCommonPassword(password, own) ? { code: 'too_common' } : undefined
}

// At most so many pieces make a password that is guessed by putting pieces together.
const fewPieces = 4

/**
 * True for what can be put together from at most four common pieces: a common word or own name, a walk of three keys or more, a sign
 * repeated, up to four digits, up to three other signs; also with letters written as digits (p4$$w0rd); also anything short repeated.
 */
export function isCommonPassword(password: string, own: readonly string[] = []): boolean {
  const text = plain(password)
  if (/^(.{1,5}?)\1+.{0,2}$/u.test(text)) return true
  if (/^\d{1,15}$/u.test(text)) return true
  const words = new Set([...commonWords, ...own.flatMap(ownWords)])
  return [text, unleet(text, 'i'), unleet(text, 'l')].some((spelling) => pieces(spelling, words) <= fewPieces)
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/œ/gu, 'oe').replace(/\s+/gu, '')
}

function ownWords(text: string): string[] {
  const whole = plain(text)
  return [whole, ...whole.split(/[^\p{L}\p{N}]+/u)].filter((word) => word.length >= 3)
}

const leet: Readonly<Record<string, string>> = { '0': 'o', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i', '€': 'e' }

// A digit at the end is a digit that was added, not a letter in disguise.
function unleet(text: string, one: 'i' | 'l'): string {
  const [, body = '', tail = ''] = /^(.*?)([\d\W_]*)$/su.exec(text) ?? []
  return body.replace(/[013457@$!€]/gu, (sign) => (sign === '1' ? one : (leet[sign] ?? sign))) + tail
}

// The least number of pieces that cover the text from left to right; Infinity when none do.
function pieces(text: string, words: ReadonlySet<string>): number {
  const least = new Array<number>(text.length + 1).fill(Number.POSITIVE_INFINITY)
  least[0] = 0
  for (let start = 0; start < text.length; start++) {
    const before = least[start] ?? Number.POSITIVE_INFINITY
    if (before >= fewPieces) continue
    for (let end = start + 1; end <= text.length; end++) {
      if (isPiece(text.slice(start, end), words)) least[end] = Math.min(least[end] ?? Number.POSITIVE_INFINITY, before + 1)
    }
  }
  return least[text.length] ?? Number.POSITIVE_INFINITY
}

function isPiece(piece: string, words: ReadonlySet<string>): boolean {
  if (words.has(piece)) return true
  if (/^(\d{1,4}|[^\p{L}\p{N}]{1,3})$/u.test(piece)) return true
  if (piece.length < 3) return false
  if (/^(.)\1+$/u.test(piece)) return true
  return walks.some((walk) => walk.includes(piece) || reversed(walk).includes(piece))
}

function reversed(text: string): string {
  return [...text].reverse().join('')
}
