// Tables for other programs: Outlook's in English and in French, Google's. Cells that a spreadsheet would run are neutralised (formula.ts);
// what a table has no column for goes to its notes, a line each, so that nothing is lost.
import type { ContactDraft, PartialDate, Place } from '../draft.ts'
import { linkedInIdentity } from '../people/linkedin-identity.ts'
import { composeName } from '../people/names.ts'
import type { Delimiter } from '../reading.ts'
import { encodeText } from '../text/encode.ts'
import { neutralise } from './formula.ts'
import { googleHeaders, outlookHeaders } from './layouts.ts'
import { planColumns } from './plan.ts'
import { handingOf, isOneCategory, isoDate } from './values.ts'

export interface OutlookOptions {
  readonly locale: 'en' | 'fr'
  /** Outlook reads windows-1252 as it is, UTF-8 only with its mark. */
  readonly encoding: 'utf-8-bom' | 'windows-1252'
  /** Default: a comma, which Outlook itself writes in both languages. */
  readonly delimiter?: Delimiter
  /** Told each character that windows-1252 has no likeness of. */
  readonly onLost?: (character: string) => void
}

/** Outlook's table of all its columns: CRLF, every cell quoted; three addresses, two telephones of each kind, the rest in the notes. */
export function writeOutlookCsv(drafts: Iterable<ContactDraft>, options: OutlookOptions): Uint8Array {
  const { locale, encoding, delimiter = ',', onLost } = options
  const headers = outlookHeaders[locale]
  const columns = planColumns(headers, locale)
  const date = ({ year, month, day }: PartialDate) => {
    if (year === undefined || month === undefined || day === undefined) return undefined
    return locale === 'fr' ? `${day}/${month}/${year}` : `${month}/${day}/${year}`
  }
  const rows = [headers.map(quoted).join(delimiter)]
  for (const draft of drafts) {
    const handing = handingOf(draft, date, locale)
    const cells = columns.map(({ meaning, certainty }) => (meaning === 'notes' || certainty < 1 ? '' : handing.take(meaning)))
    const notes = [...draft.notes, ...handing.left()].join('\n')
    cells[columns.findIndex(({ meaning }) => meaning === 'notes')] = notes
    rows.push(cells.map((cell) => quoted(neutralise(cell))).join(delimiter))
  }
  return encodeText(`${rows.join('\r\n')}\r\n`, encoding, onLost)
}

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
/** Quoted only where it must be, as Google writes. */
const plain = (cell: string) => (/[",\r\n]|^\s|\s$/u.test(cell) ? quoted(cell) : cell)
const placeWords: Readonly<Record<Place, string>> = { work: 'Work', home: 'Home', other: 'Other' }

/** Google's table in UTF-8: as many numbered columns as the fullest contact needs. */
export function writeGoogleCsv(drafts: Iterable<ContactDraft>): Uint8Array {
  const contacts = Array.from(drafts, googleRecord)
  const most = (kind: string) => contacts.reduce((so, { numbered }) => Math.max(so, numbered.get(kind)?.length ?? 0), 0)
  const kinds = Object.entries(googleFields).map(([kind, fields]) => ({ kind, fields, count: most(kind) }))
  const headers = [
    ...googleHeaders,
    ...kinds.flatMap(({ kind, fields, count }) =>
      Array.from({ length: count }, (_, at) => fields.map((field) => `${kind} ${at + 1} - ${field}`)).flat(),
    ),
  ]
  const rows = contacts.map(({ fixed, numbered }) => [
    ...googleHeaders.map((header) => fixed.get(header) ?? ''),
    ...kinds.flatMap(({ kind, fields, count }) =>
      Array.from({ length: count }, (_, at) => fields.map((field) => numbered.get(kind)?.[at]?.[field] ?? '')).flat(),
    ),
  ])
  const lines = [headers, ...rows].map((cells) => cells.map((cell) => plain(neutralise(cell))).join(','))
  return encodeText(`${lines.join('\n')}\n`, 'utf-8')
}

const googleFields: Readonly<Record<string, readonly string[]>> = {
  'E-mail': ['Label', 'Value'],
  Phone: ['Label', 'Value'],
  Address: ['Label', 'Formatted', 'Street', 'City', 'PO Box', 'Region', 'Postal Code', 'Country', 'Extended Address'],
  Organization: ['Name', 'Title', 'Department', 'Location', 'Job Description'],
  Relation: ['Label', 'Value'],
  Website: ['Label', 'Value'],
  Event: ['Label', 'Value'],
  IM: ['Label', 'Value'],
  'Custom Field': ['Label', 'Value'],
}
const organizationFields: readonly string[] = ['Organization Name', 'Organization Title', 'Organization Department']

function googleRecord(draft: ContactDraft) {
  const { name } = draft
  const hasParts = name.given !== undefined || name.family !== undefined
  const [first, ...others] = draft.organizations
  const birthday = draft.dates.find(({ kind }) => kind === 'birthday')
  const fixed = new Map<string, string | undefined>([
    ['First Name', hasParts ? name.given : name.full],
    ['Middle Name', name.middle],
    ['Last Name', name.family],
    ['Phonetic First Name', name.phoneticGiven],
    ['Phonetic Last Name', name.phoneticFamily],
    ['Name Prefix', name.prefix],
    ['Name Suffix', name.suffix],
    ['Nickname', name.nickname],
    // The others compose the whole name; one that is shown in another way would be lost.
    ['File As', hasParts && name.full !== composeName(name) ? name.full : undefined],
    ['Birthday', birthday === undefined ? undefined : isoDate(birthday.date)],
    ['Notes', draft.notes.join('\n')],
    ['Photo', draft.photo !== undefined && 'url' in draft.photo ? draft.photo.url : undefined],
    ['Labels', draft.categories.filter(isOneCategory).join(' ::: ')],
    ...organizationFields.map((field, at) => [field, [first?.name, first?.title, first?.department][at]] as const),
  ])
  const labelled = (label: string | undefined, place: Place) => label ?? placeWords[place]
  const linkedIn =
    draft.linkedIn !== undefined && !draft.urls.some(({ url }) => linkedInIdentity(url) === draft.linkedIn)
      ? [{ Label: 'Profile', Value: `https://www.linkedin.com/${draft.linkedIn}` }]
      : []
  const numbered = new Map<string, readonly Readonly<Record<string, string | undefined>>[]>([
    ['E-mail', draft.emails.map(({ address, label, place }) => ({ Label: labelled(label, place), Value: address }))],
    [
      'Phone',
      draft.phones.map((phone) => ({
        Label: phoneLabel(phone),
        Value: phone.number + (phone.extension === undefined ? '' : ` ext. ${phone.extension}`),
      })),
    ],
    [
      'Address',
      draft.addresses.map(({ place, label, street, city, postBox, region, postalCode, country, extended, formatted }) => ({
        Label: labelled(label, place),
        Formatted: formatted,
        Street: street,
        City: city,
        'PO Box': postBox,
        Region: region,
        'Postal Code': postalCode,
        Country: country,
        'Extended Address': extended,
      })),
    ],
    [
      'Organization',
      others.map((one) => ({
        Name: one.name,
        Title: one.title,
        Department: one.department,
        Location: one.location,
        'Job Description': one.role,
      })),
    ],
    ['Relation', draft.relations.map(({ kind, label, name: other }) => ({ Label: label ?? kind, Value: other }))],
    ['Website', [...linkedIn, ...draft.urls.map(({ kind, label, url }) => ({ Label: label ?? kind, Value: url }))]],
    [
      'Event',
      draft.dates.filter((date) => date !== birthday).map(({ kind, label, date }) => ({ Label: label ?? kind, Value: isoDate(date) })),
    ],
    ['IM', draft.handles.map(({ service, handle }) => ({ Label: service, Value: handle }))],
    [
      'Custom Field',
      [
        ...draft.unknown.map(({ name: header, value }) => ({ Label: header, Value: value })),
        ...draft.categories.filter((one) => !isOneCategory(one)).map((one) => ({ Label: 'Category', Value: one })),
        ...(name.maiden === undefined ? [] : [{ Label: 'Maiden Name', Value: name.maiden }]),
        ...(draft.gender === undefined ? [] : [{ Label: 'Gender', Value: draft.gender }]),
        ...(draft.language === undefined ? [] : [{ Label: 'Language', Value: draft.language }]),
        ...(first?.role === undefined ? [] : [{ Label: 'Profession', Value: first.role }]),
        ...(draft.connectedOn === undefined ? [] : [{ Label: 'Connected On', Value: isoDate(draft.connectedOn) }]),
        ...(first?.location === undefined ? [] : [{ Label: 'Office Location', Value: first.location }]),
      ],
    ],
  ])
  return { fixed, numbered }
}

function phoneLabel({ kind, label, place }: ContactDraft['phones'][number]): string {
  if (label !== undefined) return label
  if (kind === 'voice') return placeWords[place]
  const word = kind === 'mobile' ? 'Mobile' : kind === 'fax' ? 'Fax' : kind[0]?.toUpperCase() + kind.slice(1)
  return place === 'other' ? word : `${placeWords[place]} ${word}`
}
