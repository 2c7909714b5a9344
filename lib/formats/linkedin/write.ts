// A member's profile and contacts in the layout of LinkedIn's own archive, so that whatever reads that reads ours: people with an identity there
// among the connections, anybody else among the imported contacts. What the layout has no column for is left out: photos, and of a connection
// all but its first address and organization.
import { zipSync } from 'fflate'
import { neutralise } from '../csv/formula.ts'
import { foldHeader } from '../csv/headers.ts'
import { isoDate } from '../csv/values.ts'
import type { ContactDraft, PartialDate, Period, ProfileDraft } from '../draft.ts'
import { comparableName } from '../people/comparable-name.ts'
import { type LinkedInFile, linkedInFiles, type ReadFile, recommendationFiles } from './files.ts'

type Row = Readonly<Record<string, string | undefined>>

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** "Mar 2021", "2015", "01 Oct 2022", "Mar 7": as LinkedIn writes them. */
function dateText(date: PartialDate | undefined): string | undefined {
  if (date === undefined) return undefined
  const month = date.month === undefined ? undefined : monthNames[date.month - 1]
  if (date.year === undefined) return `${month} ${date.day}`
  if (month === undefined) return String(date.year)
  return date.day === undefined ? `${month} ${date.year}` : `${String(date.day).padStart(2, '0')} ${month} ${date.year}`
}

const connectionHeaders = ['First Name', 'Last Name', 'URL', 'Email Address', 'Company', 'Position', 'Connected On']
const importedHeaders = 'Source,FirstName,LastName,Companies,Title,Emails,PhoneNumbers,CreatedAt,Addresses,Sites,FullName,Birthday'.split(
  ',',
)
const levels = ['Elementary', 'Limited working', 'Professional working', 'Full professional', 'Native or bilingual']
const websiteWords: Readonly<Record<string, string>> = {
  portfolio: 'PORTFOLIO',
  blog: 'BLOG',
  company: 'COMPANY',
  home: 'PERSONAL',
  feed: 'RSS',
}
const bracketed = (values: readonly string[]) => (values.length === 0 ? '' : `[${values.join(',')}]`)
const span = ({ from, to }: Period): Row => ({ 'Started On': dateText(from), 'Finished On': dateText(to) })

/** The archive's bytes, always the same for the same people. */
export function writeLinkedInArchive(profile: ProfileDraft | undefined, contacts: readonly ContactDraft[]): Uint8Array {
  const files: Record<string, Uint8Array> = {}
  const put = (name: string, headers: readonly string[], rows: readonly Row[]) => {
    if (rows.length > 0) files[name] = tableOf(headers, rows)
  }
  if (profile !== undefined) {
    for (const [kind, rows] of profileRows(profile)) {
      const { name, headers } = fileOf(kind)
      put(name, headers, rows)
    }
    const profileHeaders = fileOf('profile').headers
    for (const [locale, words] of Object.entries(profile.translations))
      if (/^[a-z]{2}_[A-Z]{2}$/u.test(locale))
        put(`${locale}/Profile.csv`, profileHeaders, [{ ...nameCells(profile), Headline: words.headline, Summary: words.summary }])
  }
  const isConnection = ({ linkedIn, connectedOn }: ContactDraft) => linkedIn !== undefined || connectedOn !== undefined
  put('Connections.csv', connectionHeaders, contacts.filter(isConnection).map(connectionRow))
  put('ImportedContacts.csv', importedHeaders, contacts.filter((contact) => !isConnection(contact)).map(importedRow))
  // A note finds its contact again by the profile's address, or by a name that nobody else bears.
  const bearers = new Map<string, number>()
  for (const contact of contacts) bearers.set(nameKey(contact), (bearers.get(nameKey(contact)) ?? 0) + 1)
  const isKnown = (contact: ContactDraft) =>
    contact.linkedIn !== undefined || (nameKey(contact) !== '' && bearers.get(nameKey(contact)) === 1)
  const notes = contacts
    .filter(isKnown)
    .flatMap((contact) =>
      contact.notes.map((note) => ({ ...nameOfContact(contact, 'Connection '), 'Connection Profile URL': urlOf(contact), Note: note })),
    )
  put('Notes.csv', fileOf('notes').headers, notes)
  return zipSync(files, { mtime: new Date(1980, 0, 1), level: 6 })
}

function fileOf(kind: ReadFile): LinkedInFile {
  const found = [...recommendationFiles, ...linkedInFiles].find((file) => file.kind === kind)
  if (found === undefined) throw new Error(`no file of LinkedIn's is called ${kind}`)
  return found
}

const nameCells = ({ name }: ProfileDraft): Row => ({
  'First Name': name.given ?? (name.family === undefined ? name.full : undefined),
  'Last Name': name.family,
  'Maiden Name': name.maiden,
})

function profileRows(profile: ProfileDraft): readonly (readonly [ReadFile, readonly Row[]])[] {
  const own = (header: string) => profile.unknown.find(({ name }) => foldHeader(name) === foldHeader(header))?.value
  const recommendations = (direction: 'received' | 'given') =>
    profile.recommendations
      .filter((one) => one.direction === direction)
      .map((one) => ({
        'First Name': one.name,
        Company: one.organization,
        'Job Title': one.title,
        Text: one.text,
        'Creation Date': dateText(one.writtenOn),
        Status: 'VISIBLE',
      }))
  return [
    [
      'profile',
      [
        {
          ...nameCells(profile),
          Address: own('Address'),
          'Zip Code': own('Zip Code'),
          'Birth Date': dateText(profile.birthday),
          Headline: profile.headline,
          Summary: profile.summary,
          Industry: profile.industry,
          'Geo Location': profile.location,
          'Twitter Handles': bracketed(profile.handles.filter(({ service }) => service === 'twitter').map(({ handle }) => handle)),
          'Instant Messengers': bracketed(
            profile.handles
              .filter(({ service }) => service !== 'twitter')
              .map(({ service, handle }) => `${service.toUpperCase()}:${handle}`),
          ),
          Websites: bracketed(
            profile.urls.map(({ url, kind, label }) => `${websiteWords[kind] ?? label?.toUpperCase() ?? 'OTHER'}:${url}`),
          ),
        },
      ],
    ],
    [
      'positions',
      profile.positions.map((one) => ({
        'Company Name': one.organization,
        Title: one.title,
        Description: one.description,
        Location: one.location,
        ...span(one),
      })),
    ],
    [
      'education',
      profile.education.map((one) => ({
        'School Name': one.school,
        'Start Date': dateText(one.from),
        'End Date': dateText(one.to),
        Notes: one.notes,
        'Degree Name': [one.degree, one.field].filter(Boolean).join(', '),
        Activities: one.activities,
      })),
    ],
    ['skills', profile.skills.map((skill) => ({ Name: skill }))],
    [
      'languages',
      profile.languages.map(({ name, level, wording }) => ({
        Name: name,
        Proficiency: wording ?? (level === undefined ? undefined : `${levels[level - 1]} proficiency`),
      })),
    ],
    [
      'certifications',
      profile.certifications.map((one) => ({
        Name: one.name,
        Url: one.url,
        Authority: one.authority,
        'License Number': one.license,
        ...span(one),
      })),
    ],
    [
      'volunteering',
      profile.volunteering.map((one) => ({
        'Company Name': one.organization,
        Role: one.role,
        Cause: one.cause,
        Description: one.description,
        ...span(one),
      })),
    ],
    ['projects', profile.projects.map((one) => ({ Title: one.title, Description: one.description, Url: one.url, ...span(one) }))],
    ['honors', profile.honors.map((one) => ({ Title: one.title, Description: one.description, 'Issued On': dateText(one.issuedOn) }))],
    [
      'publications',
      profile.publications.map((one) => ({
        Name: one.name,
        'Published On': dateText(one.publishedOn),
        Description: one.description,
        Publisher: one.publisher,
        Url: one.url,
      })),
    ],
    ['recommendations-received', recommendations('received')],
    ['recommendations-given', recommendations('given')],
    [
      'emails',
      profile.emails.map(({ address, preferred }) => ({ 'Email Address': address, Confirmed: 'Yes', Primary: preferred ? 'Yes' : 'No' })),
    ],
    [
      'phones',
      profile.phones.map(({ number, extension, kind, place }) => ({
        Number: number,
        Extension: extension,
        Type: kind === 'mobile' ? 'Mobile' : place === 'other' ? undefined : place[0]?.toUpperCase() + place.slice(1),
      })),
    ],
  ]
}

function nameOfContact({ name }: ContactDraft, prefix = ''): Row {
  return {
    [`${prefix}First Name`]: name.given ?? (name.family === undefined ? name.full : undefined),
    [`${prefix}Last Name`]: name.family,
  }
}

const nameKey = ({ name }: ContactDraft) => comparableName(`${name.given ?? name.full} ${name.family ?? ''}`)

const urlOf = ({ urls, linkedIn }: ContactDraft) =>
  urls.find(({ kind, url }) => kind === 'profile' && /linkedin/iu.test(url))?.url ??
  (linkedIn === undefined ? undefined : `https://www.linkedin.com/${linkedIn}`)

function connectionRow(contact: ContactDraft): Row {
  const [first] = contact.organizations
  return {
    ...nameOfContact(contact),
    URL: urlOf(contact),
    'Email Address': contact.emails[0]?.address,
    Company: first?.name,
    Position: first?.title,
    'Connected On': dateText(contact.connectedOn),
  }
}

function importedRow(contact: ContactDraft): Row {
  const { name, organizations, emails, phones, addresses, urls, dates } = contact
  const [first] = organizations
  const birthday = dates.find(({ kind }) => kind === 'birthday')
  const [address] = addresses
  const { place: _, label: __, formatted, ...parts } = address ?? { place: 'other' }
  return {
    Source: 'Entregent',
    FirstName: name.given ?? (name.family === undefined ? name.full : undefined),
    LastName: name.family,
    Companies: first?.name,
    Title: first?.title,
    Emails: emails.map((one) => one.address).join('; '),
    PhoneNumbers: phones.map(({ number, extension }) => number + (extension === undefined ? '' : ` ext. ${extension}`)).join('; '),
    Addresses: formatted ?? Object.values(parts).join(', ').replaceAll('\n', ', '),
    Sites: urls.map(({ url }) => url).join(' '),
    FullName: name.full,
    Birthday: birthday === undefined ? undefined : isoDate(birthday.date),
  }
}

function tableOf(headers: readonly string[], rows: readonly Row[]): Uint8Array {
  const cell = (text: string) => (/[",\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  const lines = [headers, ...rows.map((row) => headers.map((header) => neutralise(row[header] ?? '')))]
  return new TextEncoder().encode(`${lines.map((cells) => cells.map(cell).join(',')).join('\r\n')}\r\n`)
}
