// The member's own profile out of the rows of many files, one small reader for each.
import { emptyProfile, type PartialDate, type ProfileDraft } from '../draft.ts'
import { cleanLine, cleanText } from '../people/clean.ts'
import { parsePartialDate } from '../people/dates.ts'
import { cleanEmail } from '../people/emails.ts'
import { parseName } from '../people/names.ts'
import { parsePhone } from '../people/phones.ts'
import { present } from '../present.ts'
import type { Skip } from '../reading.ts'
import type { ReadFile } from './files.ts'

type Writable<T> = { -readonly [Key in keyof T]: T[Key] extends readonly (infer Item)[] ? Item[] : T[Key] }
export type ProfileMaking = Writable<ProfileDraft>

/** A cell of the row by its header; empty when the column is not there. */
export type Cells = (header: string) => string

export interface ProfileRow {
  readonly cells: Cells
  readonly entry: string
  readonly line: number
  /** "fr_FR" when the file lies in a language's folder. */
  readonly locale: string | undefined
  readonly country: string | undefined
}

export const startProfile = (entry: string): ProfileMaking =>
  ({
    ...emptyProfile({ format: 'linkedin-archive', line: 1, ...(entry === '' ? {} : { entry }) }),
    translations: {},
  }) as ProfileMaking

const text = (cell: string) => cleanText(cell) || undefined
const line = (cell: string) => cleanLine(cell) || undefined
const day = (cell: string): PartialDate | undefined => parsePartialDate(cell, { order: 'mdy' })

function period(cells: Cells, from = 'Started On', to = 'Finished On') {
  return { from: day(cells(from)), to: day(cells(to)) }
}

/** LinkedIn's words for the five levels. */
const levels: readonly (readonly [RegExp, 1 | 2 | 3 | 4 | 5])[] = [
  [/^elementary/iu, 1],
  [/^limited working/iu, 2],
  [/^professional working/iu, 3],
  [/^full professional/iu, 4],
  [/^native or bilingual/iu, 5],
]

/** "[PORTFOLIO:https://x,BLOG:https://y]" as pairs; a comma parts two only where another begins. */
function bracketed(cell: string): [label: string, value: string][] {
  const inner = cleanLine(cell).replace(/^\[|\]$/gu, '')
  if (inner === '') return []
  return inner.split(/,(?=[A-Z_]+:|[^,:]+$)/u).map((one): [string, string] => {
    const label = /^([A-Z_]{2,20}):(?=.)/u.exec(one)?.[1]
    return label === undefined ? ['', one.trim()] : [label, one.slice(label.length + 1).trim()]
  })
}

const urlKinds = new Map([
  ['PORTFOLIO', 'portfolio'],
  ['BLOG', 'blog'],
  ['COMPANY', 'company'],
  ['PERSONAL', 'home'],
  ['RSS', 'feed'],
] as const)

const placeOf = (label: string) => (['work', 'home'] as const).find((place) => label.includes(place)) ?? 'other'

type RowReader = (profile: ProfileMaking, row: ProfileRow) => Omit<Skip, 'entry' | 'line'> | undefined
const reads =
  (work: (profile: ProfileMaking, row: ProfileRow) => void): RowReader =>
  (profile, row) => {
    work(profile, row)
    return undefined
  }

const readers: Readonly<Partial<Record<ReadFile, RowReader>>> = {
  profile: reads((profile, { cells, locale }) => {
    const [headline, summary] = [text(cells('Headline')), text(cells('Summary'))]
    if (profile.name.full !== '') {
      // A second profile is the same one in another language.
      if (locale !== undefined) profile.translations = { ...profile.translations, [locale]: present({ headline, summary }) }
      return
    }
    Object.assign(
      profile,
      present({
        name: parseName({ given: cells('First Name'), family: cells('Last Name'), maiden: cells('Maiden Name') }),
        headline,
        summary: summary ?? profile.summary,
        industry: line(cells('Industry')),
        location: line(cells('Geo Location')),
        birthday: day(cells('Birth Date')),
      }),
    )
    for (const header of ['Address', 'Zip Code']) {
      const value = text(cells(header))
      if (value !== undefined) profile.unknown.push({ name: header, value })
    }
    for (const [, handle] of bracketed(cells('Twitter Handles'))) profile.handles.push({ service: 'twitter', handle })
    for (const [service, handle] of bracketed(cells('Instant Messengers')))
      profile.handles.push({ service: service.toLowerCase() || 'other', handle })
    for (const [label, url] of bracketed(cells('Websites'))) {
      const kind = urlKinds.get(label as 'BLOG') ?? 'other'
      profile.urls.push({ url, kind, ...(kind === 'other' && label !== '' && label !== 'OTHER' ? { label: label.toLowerCase() } : {}) })
    }
  }),
  summary: reads((profile, { cells }) => {
    const summary = text(cells('Profile Summary'))
    if (summary !== undefined) profile.summary ??= summary
  }),
  positions: reads((profile, { cells }) => {
    profile.positions.push({
      organization: cleanLine(cells('Company Name')),
      title: cleanLine(cells('Title')),
      ...present({ description: text(cells('Description')), location: line(cells('Location')), ...period(cells) }),
    })
  }),
  education: reads((profile, { cells }) => {
    profile.education.push({
      school: cleanLine(cells('School Name')),
      ...present({
        degree: line(cells('Degree Name')),
        activities: text(cells('Activities')),
        notes: text(cells('Notes')),
        ...period(cells, 'Start Date', 'End Date'),
      }),
    })
  }),
  skills: reads((profile, { cells }) => {
    const skill = cleanLine(cells('Name'))
    if (skill !== '' && !profile.skills.some((known) => known.toLowerCase() === skill.toLowerCase())) profile.skills.push(skill)
  }),
  certifications: reads((profile, { cells }) => {
    profile.certifications.push({
      name: cleanLine(cells('Name')),
      ...present({
        url: line(cells('Url')),
        authority: line(cells('Authority')),
        license: line(cells('License Number')),
        ...period(cells),
      }),
    })
  }),
  languages: reads((profile, { cells }) => {
    const wording = line(cells('Proficiency'))
    const level = levels.find(([words]) => words.test(wording ?? ''))?.[1]
    profile.languages.push({ name: cleanLine(cells('Name')), ...present({ level, wording }) })
  }),
  'recommendations-received': (profile, row) => recommendation(profile, row, 'received'),
  'recommendations-given': (profile, row) => recommendation(profile, row, 'given'),
  emails: reads((profile, { cells }) => {
    const preferred = /^(?:yes|true|oui)$/iu.test(cells('Primary')) ? true : undefined
    profile.emails.push({ address: cleanEmail(cells('Email Address')), place: 'other', ...present({ preferred }) })
  }),
  phones: reads((profile, { cells, country }) => {
    const label = line(cells('Type'))
    const kind = /mobile|cell/iu.test(label ?? '') ? 'mobile' : 'voice'
    const place = placeOf(label?.toLowerCase() ?? '')
    const extension = line(cells('Extension'))
    const parsed = parsePhone(cells('Number'), country)
    if (parsed.number !== '') profile.phones.push({ ...parsed, ...present({ extension: extension ?? parsed.extension }), kind, place })
  }),
  projects: reads((profile, { cells }) => {
    profile.projects.push({
      title: cleanLine(cells('Title')),
      ...present({ description: text(cells('Description')), url: line(cells('Url')), ...period(cells) }),
    })
  }),
  volunteering: reads((profile, { cells }) => {
    profile.volunteering.push({
      organization: cleanLine(cells('Company Name')),
      role: cleanLine(cells('Role')),
      ...present({ cause: line(cells('Cause')), description: text(cells('Description')), ...period(cells) }),
    })
  }),
  honors: reads((profile, { cells }) => {
    profile.honors.push({
      title: cleanLine(cells('Title')),
      ...present({ description: text(cells('Description')), issuedOn: day(cells('Issued On')) }),
    })
  }),
  publications: reads((profile, { cells }) => {
    profile.publications.push({
      name: cleanLine(cells('Name')),
      ...present({
        publisher: line(cells('Publisher')),
        url: line(cells('Url')),
        description: text(cells('Description')),
        publishedOn: day(cells('Published On')),
      }),
    })
  }),
}

/** Only what the member shows: the hidden and the pending ones are somebody else's words, not yet accepted. */
function recommendation(profile: ProfileMaking, { cells }: ProfileRow, direction: 'received' | 'given') {
  const name = cleanLine(`${cells('First Name')} ${cells('Last Name')}`)
  if (!/^visible$/iu.test(cells('Status').trim())) return { reason: 'withheld', hint: name.slice(0, 80) } as const
  profile.recommendations.push({
    direction,
    name,
    text: cleanText(cells('Text')),
    ...present({ organization: line(cells('Company')), title: line(cells('Job Title')), writtenOn: day(cells('Creation Date')) }),
  })
  return undefined
}

/** Puts a row into the profile; what it gives back is why it does not belong there. */
export function addProfileRow(profile: ProfileMaking, kind: ReadFile, row: ProfileRow): Omit<Skip, 'entry' | 'line'> | undefined {
  return readers[kind]?.(profile, row)
}
