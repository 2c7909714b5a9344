// E-mail addresses as address books hold them: how one is shown, whether it is one, and the key under which its spellings are the same.
// The display form keeps the case that was written; only the key folds.
import { parseEmailAddress } from '../../base/email-address.ts'
import { cleanLine } from './clean.ts'

const plain = /^[a-z0-9._%+'=/!#$&*?^`{|}~-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/
/** Most addresses: none of these is refused by the whole rules, which cost ten times as much. */
const ordinary = /^[a-z0-9_][a-z0-9._+-]{0,63}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}[a-z]{2,24}$/iu
const schemes = /^(?:mailto|smtp|e-?mail)\s*:\s*/iu
/** Longer texts are no addresses (the longest has 254 characters) and are kept as they are. */
const longest = 1000
const gmail = new Set(['gmail.com', 'googlemail.com'])

/**
 * The address as it is shown: without `mailto:` and its query, `SMTP:`, angle brackets, a display name before them, quotes around it,
 * or a comma, semicolon or full stop after it. A text that is no address comes back cleaned only.
 */
export function cleanEmail(raw: string): string {
  if (ordinary.test(raw)) return raw
  let text = cleanLine(raw)
  if (text.length > longest) return text
  const bracketed = /<\s*([^<>\s]+@[^<>\s]+)\s*>/u.exec(text)
  if (bracketed?.[1] !== undefined) text = bracketed[1]
  for (let scheme = schemes.exec(text); scheme !== null; scheme = schemes.exec(text)) {
    text = text.slice(scheme[0].length)
    if (/^mailto/iu.test(scheme[0])) text = cleanLine(decoded(text.replace(/\?.*$/u, '')))
  }
  return text.replace(/^["'“”‘’<([\s]+(?=[^\s]*@)/u, '').replace(/(?<=@[^\s]*)["'“”‘’>)\]\s,;.]+$/u, '')
}

/** Whether the text, once cleaned, has the shape of one address. A mail would be the only proof. */
export function isEmail(text: string): boolean {
  const clean = cleanEmail(text)
  if (clean.length <= 254 && ordinary.test(clean) && !clean.includes('--')) return true
  return clean.length <= longest && mailbox(clean) !== undefined
}

/**
 * The key of a mailbox, for comparison only: cleaned, lower case, NFC, the domain in Punycode. At Gmail, where dots and what follows a plus
 * do not count, they are left out and `googlemail.com` is `gmail.com`; elsewhere they tell mailboxes apart. An address that is none gives
 * its cleaned text in lower case.
 */
export function comparableEmail(address: string): string {
  const lower = address.toLowerCase()
  const key = lower.length <= longest && plain.test(lower) && !lower.startsWith("'") ? lower : comparableOdd(address)
  const at = key.lastIndexOf('@')
  if (!gmail.has(key.slice(at + 1))) return key
  const local = key.slice(0, at).replace(/\+.*$/u, '').replaceAll('.', '')
  return local === '' ? key : `${local}@gmail.com`
}

function comparableOdd(address: string): string {
  const clean = cleanEmail(address)
  if (clean.length > longest) return clean.toLowerCase()
  return (mailbox(clean) ?? clean).toLowerCase().normalize('NFC')
}

/** A path, a port or a query behind the domain is no part of an address. */
const mailbox = (text: string) => (/@[^@]*[/?#:\\]/u.test(text) ? undefined : parseEmailAddress(text))

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const privateMail =
  /^(?:gmail\.com|googlemail\.com|(?:hotmail|outlook|live|msn)\.[a-z.]{2,6}|yahoo\.[a-z.]{2,6}|ymail\.com|(?:free|orange|wanadoo|sfr|laposte|neuf|bbox|aliceadsl)\.(?:fr|net)|icloud\.com|me\.com|mac\.com|gmx\.[a-z]{2,3}|web\.de|t-online\.de|freenet\.de|freemail\.hu|proton(?:mail)?\.[a-z]{2,3}|aol\.com|libero\.it|bluewin\.ch|skynet\.be|videotron\.ca|sympatico\.ca)$/u

/** Whether the domain, in lower case, is a provider's of mailboxes for private people. */
export const isPrivateMail = (domain: string) => privateMail.test(domain)
