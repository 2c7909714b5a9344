// A member's lasting identity on LinkedIn, out of the many ways its address is written. Companies, schools, groups and jobs have none.
import { cleanLine } from './clean.ts'

const member =
  /^(?:(?:[a-z][a-z0-9+.-]*:)?\/\/)?(?:[^/@?#]*@)?(?:[a-z0-9-]+\.)*linkedin\.com\.?(?::\d+)?\/+(?:(?:mwlite|comm|m)\/+)?(?=(?:in|pub)\/)/i
const bare = /^\/*(?=(?:in|pub)\/)/i

/**
 * "in/zoe-martin-4a2b" or "pub/zoe-martin/1/2a/3b4" (an old address needs all its parts): without scheme, host, language or sub-page after
 * the name, slash, query or hash; lower case, percent-decoded, NFC. Undefined for anything else. A bare identity comes back unchanged.
 */
export function linkedInIdentity(url: string): string | undefined {
  if (url.length > 2048) return undefined
  const text = cleanLine(url).replaceAll('\\:', ':').replace(/^<|>$/gu, '')
  const start = member.exec(text) ?? bare.exec(text)
  if (start === null) return undefined
  const path = text.slice(start[0].length).replace(/[?#\s].*$/u, '')
  const [kind, ...rest] = path
    .split('/')
    .map(decoded)
    .filter((part) => part !== '')
  const name = rest[0]
  if (name === undefined || kind === undefined) return undefined
  if (kind.toLowerCase() === 'in') return `in/${folded(name)}`
  const numbers = rest.slice(1, 4)
  const old = numbers.length === 3 && numbers.every((part) => /^[0-9a-z]{1,4}$/iu.test(part))
  return folded(['pub', name, ...(old ? numbers : [])].join('/'))
}

const folded = (text: string) => cleanLine(text).toLowerCase().normalize('NFC')

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
