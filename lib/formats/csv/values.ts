// A draft taken apart into the cells that a table has columns for. Each value is handed out once; what no column asked for is told as lines, so
// that a narrow format loses nothing.
import type { AddressDraft, ContactDraft, DateDraft, PartialDate, PhoneDraft, Place, RelationDraft } from '../draft.ts'
import { linkedInIdentity } from '../people/linkedin-identity.ts'
import { composeName } from '../people/names.ts'
import { tellsMore } from '../people/whole-address.ts'
import type { Meaning } from './headers.ts'

export interface Handing {
  /** The next value for a column of this meaning; empty when there is none left. */
  take(meaning: Meaning): string
  /** What nobody took, a line each: "E-mail: …". */
  left(): string[]
}

/** `date` writes a day, or gives undefined for one the format cannot hold; `locale` is the language of the lines that are left. */
export function handingOf(draft: ContactDraft, date: (day: PartialDate) => string | undefined, locale: 'en' | 'fr'): Handing {
  const { name, organizations } = draft
  const emails = [...draft.emails]
  const phones = [...draft.phones]
  const urls = [...draft.urls]
  const addresses = [...draft.addresses]
  const dates = [...draft.dates]
  const relations = [...draft.relations]
  const unknown = [...draft.unknown]
  const first = organizations[0]
  const taken = new Map<Place, AddressDraft>()
  for (const place of ['work', 'home', 'other'] as const) {
    const at = addresses.findIndex((address) => address.place === place)
    const [address] = at < 0 ? [] : addresses.splice(at, 1)
    if (address !== undefined) taken.set(place, address)
  }

  const hasParts = name.given !== undefined || name.family !== undefined
  const texts: Readonly<Record<string, string | undefined>> = {
    ...name,
    given: hasParts ? name.given : name.full,
    organization: first?.name,
    department: first?.department,
    title: first?.title,
    role: first?.role,
    orgLocation: first?.location,
    gender: draft.gender,
    language: draft.language,
  }
  const phoneOf = (fits: (phone: PhoneDraft) => boolean): string => {
    const [phone] = takeFirst(phones, fits)
    return phone === undefined ? '' : phone.number + (phone.extension === undefined ? '' : ` ext. ${phone.extension}`)
  }
  const related = (kind: string) => takeFirst(relations, (one) => one.kind === kind)[0]?.name ?? ''
  const dated = (kind: string) => {
    const [found] = takeFirst(dates, (one) => one.kind === kind && one.label === undefined && date(one.date) !== undefined)
    return found === undefined ? '' : (date(found.date) ?? '')
  }

  const asked = new Set<Meaning>()
  function take(meaning: Meaning): string {
    asked.add(meaning)
    const text = texts[meaning]
    if (text !== undefined) return text
    const [head = '', tail = ''] = meaning.split('.')
    if (head === 'email') return emails.shift()?.address ?? ''
    if (head === 'phone') return phoneOf((phone) => phone.kind === 'voice' && phone.place === tail && phone.label === undefined)
    if (head === 'fax') return phoneOf((phone) => phone.kind === 'fax' && phone.place === tail)
    if (head === 'labelled') return phoneOf((phone) => phone.label === tail)
    if (['mobile', 'pager', 'car', 'telex', 'tty'].includes(head)) return phoneOf((phone) => phone.kind === head)
    if (head === 'url') return takeFirst(urls, () => true)[0]?.url ?? ''
    if (head === 'birthday' || head === 'anniversary') return dated(head)
    if (head === 'spouse' || head === 'assistant' || head === 'manager') return related(head)
    if (head === 'referredBy') return related('referred-by')
    if (head === 'children')
      return takeAll(relations, (one) => one.kind === 'child' && !/[;,\n]/u.test(one.name))
        .map(({ name: child }) => child)
        .join('; ')
    if (head === 'categories') return categoriesCell(draft.categories)
    const address = taken.get(head as Place)
    if (address === undefined) return ''
    const [street, street2, ...more] = [...(address.street ?? address.formatted ?? '').split('\n'), address.extended].filter(Boolean)
    if (tail === 'street') return street ?? ''
    if (tail === 'street2') return street2 ?? ''
    if (tail === 'street3') return more.join(', ')
    return address[tail as 'city'] ?? ''
  }

  function left(): string[] {
    const rest: string[] = []
    const words = noteWords[locale]
    const add = (label: string, value: string | undefined) => value !== undefined && value !== '' && rest.push(`${label}: ${value}`)
    // Tables compose the whole name from its parts.
    if (hasParts && !asked.has('full') && name.full !== composeName(name)) add(words.name, name.full)
    for (const meaning of textWords) if (!asked.has(meaning)) add(words[meaning], texts[meaning])
    for (const category of draft.categories) if (!isOneCategory(category)) add(words.category, category)
    for (const { address } of emails) add(words.email, address)
    for (const { number, extension, label, kind } of phones)
      add(label ?? words[kind], number + (extension === undefined ? '' : ` ext. ${extension}`))
    for (const { url } of urls) add(words.url, url)
    for (const one of addresses)
      add(
        words.address,
        Object.values({ ...one, place: '' })
          .filter(Boolean)
          .join(', ')
          .replaceAll('\n', ', '),
      )
    for (const { formatted, ...parts } of draft.addresses)
      if (formatted !== undefined && parts.street !== undefined && tellsMore(formatted, parts))
        add(words.address, formatted.replaceAll('\n', ', '))
    for (const { date: day, label, kind } of dates) add(label ?? words[kind], isoDate(day))
    for (const { name: other, label, kind } of relations) add(label ?? words[kind], other)
    for (const { service, handle } of draft.handles) add(service, handle)
    for (const one of organizations.slice(1)) add(words.organization, Object.values(one).filter(Boolean).join(', '))
    for (const { name: header, value } of unknown) add(header, value)
    if (draft.linkedIn !== undefined && !draft.urls.some(({ url }) => linkedInIdentity(url) === draft.linkedIn))
      add(words.linkedIn, `https://www.linkedin.com/${draft.linkedIn}`)
    if (draft.connectedOn !== undefined) add(words.connectedOn, isoDate(draft.connectedOn))
    if (draft.photo !== undefined && 'url' in draft.photo) add(words.photo, draft.photo.url)
    return rest
  }
  return { take, left }
}

/** What the lines of the notes are called: a vocabulary of the format's, in the language of its columns. */
const noteWords = {
  en: {
    name: 'Name',
    prefix: 'Prefix',
    middle: 'Middle name',
    suffix: 'Suffix',
    nickname: 'Nickname',
    maiden: 'Maiden name',
    phoneticGiven: 'Phonetic first name',
    phoneticFamily: 'Phonetic last name',
    role: 'Profession',
    orgLocation: 'Office',
    gender: 'Gender',
    language: 'Language',
    category: 'Category',
    email: 'E-mail',
    url: 'Web',
    address: 'Address',
    organization: 'Organization',
    linkedIn: 'LinkedIn',
    connectedOn: 'Connected on',
    photo: 'Photo',
    voice: 'Telephone',
    mobile: 'Mobile',
    fax: 'Fax',
    pager: 'Pager',
    car: 'Car telephone',
    telex: 'Telex',
    tty: 'Text telephone',
    birthday: 'Birthday',
    anniversary: 'Anniversary',
    spouse: 'Spouse',
    child: 'Child',
    parent: 'Parent',
    sibling: 'Sibling',
    assistant: 'Assistant',
    manager: 'Manager',
    'referred-by': 'Referred by',
    friend: 'Friend',
    partner: 'Partner',
    other: 'Other',
  },
  fr: {
    name: 'Nom',
    prefix: 'Titre',
    middle: 'Autre prénom',
    suffix: 'Suffixe',
    nickname: 'Surnom',
    maiden: 'Nom de naissance',
    phoneticGiven: 'Prénom phonétique',
    phoneticFamily: 'Nom phonétique',
    role: 'Profession',
    orgLocation: 'Bureau',
    gender: 'Sexe',
    language: 'Langue',
    category: 'Catégorie',
    email: 'E-mail',
    url: 'Site',
    address: 'Adresse',
    organization: 'Organisation',
    linkedIn: 'LinkedIn',
    connectedOn: 'En relation depuis',
    photo: 'Photo',
    voice: 'Téléphone',
    mobile: 'Mobile',
    fax: 'Télécopie',
    pager: 'Radiomessagerie',
    car: 'Téléphone de voiture',
    telex: 'Télex',
    tty: 'Téléphone à texte',
    birthday: 'Anniversaire',
    anniversary: 'Anniversaire de mariage',
    spouse: 'Conjoint',
    child: 'Enfant',
    parent: 'Parent',
    sibling: 'Frère ou sœur',
    assistant: 'Assistant',
    manager: 'Responsable',
    'referred-by': 'Recommandé par',
    friend: 'Ami',
    partner: 'Partenaire',
    other: 'Autre',
  },
} satisfies Readonly<Record<'en' | 'fr', Readonly<Record<NoteWord, string>>>>

type NoteWord =
  | (typeof textWords)[number]
  | 'name'
  | 'category'
  | 'email'
  | 'url'
  | 'address'
  | 'organization'
  | 'linkedIn'
  | 'connectedOn'
  | 'photo'
  | PhoneDraft['kind']
  | DateDraft['kind']
  | RelationDraft['kind']

/** Whether a category may stand in a cell of several. */
export const isOneCategory = (category: string) => !/[;\n]|:::|^\*/u.test(category)

/** Outlook parts categories by semicolons; one alone with a comma in it would be taken for two. */
function categoriesCell(categories: readonly string[]): string {
  const all = categories.filter(isOneCategory)
  return all.join(';') + (all.length === 1 && all[0]?.includes(',') ? ';' : '')
}

/** Texts that a table may have no column for. */
const textWords = [
  'prefix',
  'middle',
  'suffix',
  'nickname',
  'maiden',
  'phoneticGiven',
  'phoneticFamily',
  'role',
  'orgLocation',
  'gender',
  'language',
] as const

function takeFirst<T>(list: T[], fits: (one: T) => boolean): T[] {
  const at = list.findIndex(fits)
  return at < 0 ? [] : list.splice(at, 1)
}

function takeAll<T>(list: T[], fits: (one: T) => boolean): T[] {
  const found = list.filter(fits)
  for (const one of found) list.splice(list.indexOf(one), 1)
  return found
}

/** 1985-03-07, --03-07, 1985-03, 1985. */
export function isoDate({ year, month, day }: PartialDate): string {
  const two = (part: number) => String(part).padStart(2, '0')
  if (year === undefined) return `--${month === undefined ? '' : two(month)}${day === undefined ? '' : `-${two(day)}`}`
  return [String(year).padStart(4, '0'), ...(month === undefined ? [] : [two(month)]), ...(day === undefined ? [] : [two(day)])].join('-')
}
