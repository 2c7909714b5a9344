// JSON Resume 1.0 (jsonresume.org/schema): one profile in one document. Members that have no place in a profile stay verbatim, under their path.
import { AppError, isAppError } from '../../base/errors.ts'
import { emptyProfile, type PartialDate, type ProfileDraft, type UnknownField, type UrlDraft } from '../draft.ts'
import { cleanLine, cleanText } from '../people/clean.ts'
import { parsePartialDate } from '../people/dates.ts'
import { cleanEmail } from '../people/emails.ts'
import { linkedInIdentity } from '../people/linkedin-identity.ts'
import { parseName } from '../people/names.ts'
import { parsePhone } from '../people/phones.ts'
import { present } from '../present.ts'
import type { Bytes, ReadEvent, ReadOptions } from '../reading.ts'
import { decodeBytes } from '../text/decode.ts'
import { watchReading } from '../watch.ts'

const deepest = 64
const sections = [
  'basics',
  'work',
  'education',
  'volunteer',
  'skills',
  'languages',
  'certificates',
  'publications',
  'awards',
  'projects',
  'references',
]

/** Whether a text begins like such a document: an object with one of its sections near its beginning. */
export function recogniseJsonResume(head: string): boolean {
  return /^\ufeff?\s*\{/u.test(head) && new RegExp(`"(?:${sections.join('|')})"\\s*:\\s*[[{]`, 'u').test(head)
}

/**
 * Reads the document: `facts`, one `profile`, and a `bad_date` warning for each date that is none (it stays in `unknown`).
 * Fails with `file_broken` (syntax, too_deep beyond 64 levels), `import_limit` (bytesIn, parts: entries of all lists) and `encoding_wrong`.
 */
export async function* readJsonResume(bytes: Bytes, options: ReadOptions): AsyncGenerator<ReadEvent> {
  const watch = watchReading(options)
  let bytesRead = 0
  const decoded = await decodeBytes(bytes, {
    ...options,
    onProgress: (count) => {
      bytesRead = count
    },
  })
  const { encoding, hasByteOrderMark } = decoded
  let text = ''
  for await (const piece of decoded.text) text += piece
  watch.check()
  const document = parsed(text)
  yield { type: 'facts', facts: { format: 'json-resume', variant: '1.0.0', encoding, hasByteOrderMark } }
  const reading: Reading = { unknown: [], badDates: [], count: 0, allow: (count) => watch.allow('parts', count), country: options.country }
  yield { type: 'profile', draft: profileOf(document, reading) }
  for (const detail of reading.badDates) yield { type: 'warning', warning: { code: 'bad_date', line: 1, detail } }
  yield { type: 'progress', bytesRead }
}

function parsed(text: string): Json {
  let depth = 0
  let inString = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (inString) {
      if (code === 92) at++
      else if (code === 34) inString = false
    } else if (code === 34) inString = true
    else if (code === 123 || code === 91) {
      if (++depth > deepest) throw new AppError('file_broken', { format: 'json-resume', reason: 'too_deep' })
    } else if (code === 125 || code === 93) depth--
  }
  try {
    const value = JSON.parse(text) as unknown
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return new Map(Object.entries(value))
    throw new AppError('file_broken', { format: 'json-resume', reason: 'syntax' })
  } catch (error) {
    if (isAppError(error)) throw error
    throw new AppError('file_broken', { format: 'json-resume', reason: 'syntax' })
  }
}

/** Members as a map: whatever a file calls them, none reaches a prototype. */
type Json = Map<string, unknown>

interface Reading {
  readonly unknown: UnknownField[]
  readonly badDates: string[]
  count: number
  readonly allow: (count: number) => void
  readonly country: string | undefined
}

/** An object's members, taken one by one; what nobody took is unknown. */
function members(value: unknown, path: string, reading: Reading) {
  const rest: Json = typeof value === 'object' && value !== null && !Array.isArray(value) ? new Map(Object.entries(value)) : new Map()
  const take = (name: string): string | undefined => {
    const found = rest.get(name)
    if (typeof found !== 'string' && typeof found !== 'number') return undefined
    rest.delete(name)
    return cleanText(String(found)) || undefined
  }
  return {
    text: take,
    line: (name: string) => {
      const found = take(name)
      return found === undefined ? undefined : cleanLine(found)
    },
    date: (name: string): PartialDate | undefined => {
      const found = take(name)
      if (found === undefined) return undefined
      const date = parsePartialDate(found, { order: 'ymd' })
      if (date === undefined) {
        reading.badDates.push(found.slice(0, 80))
        reading.unknown.push({ name: `${path}.${name}`, value: JSON.stringify(found) })
      }
      return date
    },
    /** Texts of a list, as lines with bullets. */
    texts: (name: string): string[] => {
      const found = rest.get(name)
      if (!Array.isArray(found) || !found.every((one) => typeof one === 'string')) return []
      rest.delete(name)
      return found.map(cleanText).filter((one) => one !== '')
    },
    object: (name: string): unknown => {
      const found = rest.get(name)
      rest.delete(name)
      return found
    },
    left: () => {
      for (const [name, kept] of rest)
        if (kept !== null && kept !== '' && !(Array.isArray(kept) && kept.length === 0))
          reading.unknown.push({ name: path === '' ? name : `${path}.${name}`, value: JSON.stringify(kept) })
    },
  }
}
type Members = ReturnType<typeof members>

function list<Item>(document: Json, name: string, reading: Reading, make: (one: Members) => Item): Item[] {
  const found = document.get(name)
  document.delete(name)
  if (!Array.isArray(found)) return []
  return found.map((value, at) => {
    reading.allow(++reading.count)
    const one = members(typeof value === 'string' ? { name: value } : value, `${name}[${at}]`, reading)
    const item = make(one)
    one.left()
    return item
  })
}

const described = (summary: string | undefined, highlights: readonly string[]) =>
  [...(summary === undefined ? [] : [summary]), ...highlights.map((one) => `- ${one}`)].join('\n') || undefined

function profileOf(document: Json, reading: Reading): ProfileDraft {
  const basics = members(document.get('basics'), 'basics', reading)
  document.delete('basics')
  document.delete('$schema')
  document.delete('meta')
  const email = basics.line('email')
  const phone = basics.line('phone')
  const url = basics.line('url')
  const place = members(basics.object('location'), 'basics.location', reading)
  const profiles = list(new Map([['profiles', basics.object('profiles')]]), 'profiles', reading, (one) => ({
    network: one.line('network'),
    username: one.line('username'),
    url: one.line('url'),
  }))
  const urls: UrlDraft[] = [
    ...(url === undefined ? [] : [{ url, kind: 'home' as const }]),
    ...profiles.flatMap((one) =>
      one.url === undefined ? [] : [{ url: one.url, kind: 'profile' as const, ...present({ label: one.network }) }],
    ),
  ]
  const draft = {
    ...emptyProfile({ format: 'json-resume', line: 1 }),
    name: parseName({ full: basics.line('name') }),
    ...present({
      headline: basics.text('label'),
      summary: basics.text('summary'),
      location: [place.line('city'), place.line('region'), place.line('countryCode')].filter(Boolean).join(', ') || undefined,
      linkedIn: urls.map((one) => linkedInIdentity(one.url)).find((identity) => identity !== undefined),
    }),
    emails: email === undefined ? [] : [{ address: cleanEmail(email), place: 'other' as const }],
    phones: phone === undefined ? [] : [{ ...parsePhone(phone, reading.country), place: 'other' as const, kind: 'voice' as const }],
    urls,
    handles: profiles.flatMap((one) =>
      one.url === undefined && one.username !== undefined ? [{ service: one.network?.toLowerCase() ?? 'other', handle: one.username }] : [],
    ),
    positions: list(document, 'work', reading, (one) => ({
      organization: one.line('name') ?? one.line('company') ?? '',
      title: one.line('position') ?? '',
      ...present({
        description: described(one.text('summary'), one.texts('highlights')),
        location: one.line('location'),
        url: one.line('url'),
        from: one.date('startDate'),
        to: one.date('endDate'),
      }),
    })),
    education: list(document, 'education', reading, (one) => ({
      school: one.line('institution') ?? '',
      ...present({
        degree: one.line('studyType'),
        field: one.line('area'),
        url: one.line('url'),
        notes: one.texts('courses').join('\n') || undefined,
        from: one.date('startDate'),
        to: one.date('endDate'),
      }),
    })),
    volunteering: list(document, 'volunteer', reading, (one) => ({
      organization: one.line('organization') ?? '',
      role: one.line('position') ?? '',
      ...present({
        description: described(one.text('summary'), one.texts('highlights')),
        url: one.line('url'),
        from: one.date('startDate'),
        to: one.date('endDate'),
      }),
    })),
    skills: skillsOf(document, reading),
    languages: list(document, 'languages', reading, (one) => ({
      name: one.line('language') ?? '',
      ...present({ wording: one.line('fluency') }),
    })),
    certifications: list(document, 'certificates', reading, (one) => ({
      name: one.line('name') ?? '',
      ...present({ authority: one.line('issuer'), url: one.line('url'), from: one.date('date') }),
    })),
    publications: list(document, 'publications', reading, (one) => ({
      name: one.line('name') ?? '',
      ...present({
        publisher: one.line('publisher'),
        publishedOn: one.date('releaseDate'),
        url: one.line('url'),
        description: one.text('summary'),
      }),
    })),
    honors: list(document, 'awards', reading, (one) => ({
      title: one.line('title') ?? '',
      ...present({ issuer: one.line('awarder'), issuedOn: one.date('date'), description: one.text('summary') }),
    })),
    projects: list(document, 'projects', reading, (one) => ({
      title: one.line('name') ?? '',
      ...present({
        description: described(one.text('description'), one.texts('highlights')),
        url: one.line('url'),
        from: one.date('startDate'),
        to: one.date('endDate'),
      }),
    })),
    recommendations: list(document, 'references', reading, (one) => ({
      direction: 'received' as const,
      name: one.line('name') ?? '',
      text: one.text('reference') ?? '',
    })),
  }
  basics.left()
  place.left()
  for (const [name, value] of document) reading.unknown.push({ name, value: JSON.stringify(value) })
  return { ...draft, unknown: reading.unknown }
}

/** A skill's keywords are skills too; each once. */
function skillsOf(document: Json, reading: Reading): string[] {
  const groups = list(document, 'skills', reading, (one) => {
    const name = one.line('name')
    return [...(name === undefined ? [] : [name]), ...one.texts('keywords').map(cleanLine)]
  })
  return [...new Set(groups.flat())]
}
