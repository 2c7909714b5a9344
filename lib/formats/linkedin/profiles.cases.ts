// Random profiles as a reader could have given them, of what LinkedIn's archive has room for.
import fc from 'fast-check'
import { emptyProfile, type PartialDate, type ProfileDraft } from '../draft.ts'
import { cleanLine, cleanText } from '../people/clean.ts'
import { parseName } from '../people/names.ts'

const characters = fc.constantFrom(...'abcXYZ019 éßŁ漢😀";:,=+-@\''.split(/(?:)/u))
const raw = fc.string({ unit: characters, minLength: 1, maxLength: 40 })
const line = raw.map(cleanLine).filter((text) => text !== '')
const text = fc
  .tuple(raw, raw)
  .map((lines) => cleanText(lines.join('\n')))
  .filter((one) => one !== '')
const word = fc.stringMatching(/^[A-Z][a-zé]{1,9}$/)
const month: fc.Arbitrary<PartialDate> = fc.record({ year: fc.integer({ min: 1950, max: 2040 }), month: fc.integer({ min: 1, max: 12 }) })
const monthOrYear = fc.oneof(month, fc.record({ year: fc.integer({ min: 1950, max: 2040 }) }))
const url = fc.stringMatching(/^https:\/\/[a-z]{1,8}\.example\/[a-z0-9]{0,8}$/)
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const period = { from: optional(monthOrYear), to: optional(monthOrYear) }

function compact<T extends object>(item: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]: Exclude<T[Key], undefined>
  }
}
const list = <T extends object>(shape: { [Key in keyof T]: fc.Arbitrary<T[Key]> }, most = 3) =>
  fc.array(
    fc.record(shape).map((one) => compact(one as T)),
    { maxLength: most },
  )

export const profile: fc.Arbitrary<ProfileDraft> = fc
  .record({
    name: fc.tuple(word, word).map(([given, family]) => parseName({ given, family })),
    headline: optional(text),
    summary: optional(text),
    industry: optional(line),
    location: optional(line),
    birthday: optional(fc.record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) })),
    positions: list({ organization: line, title: line, description: optional(text), location: optional(line), ...period }),
    education: list({ school: line, degree: optional(line), activities: optional(text), notes: optional(text), ...period }),
    skills: fc.uniqueArray(line, { maxLength: 4, selector: (skill) => skill.toLowerCase() }),
    certifications: list({ name: line, url: optional(url), authority: optional(line), license: optional(line), ...period }),
    volunteering: list({ organization: line, role: line, cause: optional(line), description: optional(text), ...period }),
    projects: list({ title: line, description: optional(text), url: optional(url), ...period }),
    honors: list({ title: line, description: optional(text), issuedOn: optional(month) }),
    publications: list({
      name: line,
      publisher: optional(line),
      url: optional(url),
      description: optional(text),
      publishedOn: optional(month),
    }),
    recommendations: list({
      direction: fc.constantFrom('received' as const, 'given' as const),
      name: line,
      organization: optional(line),
      title: optional(line),
      text,
      writtenOn: optional(month),
    }),
    languages: fc
      .uniqueArray(word, { maxLength: 2 })
      .map((names) => names.map((name) => ({ name, level: 5 as const, wording: 'Native or bilingual proficiency' }))),
    urls: fc.uniqueArray(url, { maxLength: 2 }).map((all) => all.map((one) => ({ url: one, kind: 'blog' as const }))),
  })
  .map((found) => ({ ...emptyProfile({ format: 'linkedin-archive', line: 1 }), ...compact(found) }))
