// Random drafts as a reader could have given them: texts are clean, names parsed, numbers split. What writers must give back unchanged.
import fc from 'fast-check'
import type { ContactDraft, DateDraft, PartialDate, PersonName } from '../draft.ts'
import { cleanText } from '../people/clean.ts'
import { cleanEmail, isEmail } from '../people/emails.ts'
import { linkedInIdentity } from '../people/linkedin-identity.ts'
import { parseName } from '../people/names.ts'
import { parsePhone } from '../people/phones.ts'
import type { Bytes, ReadEvent } from '../reading.ts'

/** Characters that some format gives a meaning, among others of one to four bytes. */
const characters = fc.constantFrom(...'abcXYZ019 éßŁ漢😀"\\;:,=^\'<>@#$%&*?!.-_~|/\n\t{}[]()+'.split(/(?:)/u))
const anything = fc.string({
  unit: fc.oneof({ weight: 4, arbitrary: characters }, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 })),
  maxLength: 90,
})
const text: fc.Arbitrary<string> = anything.map(cleanText).filter((found) => found !== '')
const line = text
  .map((found) => found.replace(/\s+/g, ' '))
  .map(cleanText)
  .filter((found) => found !== '')
/** No word that means a place, a kind or a relation by itself. */
const label = line.map((found) => `q ${found}`).filter((found) => cleanText(found) === found && !/linkedin|profil/i.test(found))

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })

function compact<T extends object>(item: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]: Exclude<T[Key], undefined>
  }
}

const place = fc.constantFrom('work', 'home', 'other')
const preferred = fc.constantFrom(undefined, undefined, true)

const name: fc.Arbitrary<PersonName> = fc
  .record({
    full: optional(line),
    given: line,
    family: line,
    middle: optional(line),
    prefix: optional(line),
    suffix: optional(line),
    nickname: optional(line),
    maiden: optional(line),
    phoneticGiven: optional(line),
    phoneticFamily: optional(line),
  })
  .map((parts) => parseName(compact(parts) as Partial<PersonName>))
  .filter((found) => {
    const again = parseName(found)
    return found.full !== '' && JSON.stringify(again) === JSON.stringify(found)
  })

const email = fc
  .record({ local: fc.stringMatching(/^[a-zA-Z0-9._+-]{1,12}$/), place, label: optional(label), preferred })
  .map(({ local, ...rest }) => compact({ address: `${local}@mail.example`, ...rest }))
  .filter(({ address }) => isEmail(address) && cleanEmail(address) === address)

const phone = fc
  .record({
    number: fc.constantFrom('+33 6 12 34 56 78', '01 42 68 53 00', '(555) 010-9999', '+1 212 555 0123', '3615', '+44 20 7946 0958'),
    extension: optional(fc.stringMatching(/^[1-9][0-9]{0,5}$/)),
    place,
    kind: fc.constantFrom('voice', 'mobile', 'fax', 'pager', 'car', 'telex', 'tty'),
    label: optional(label),
    preferred,
    country: fc.constantFrom(undefined, 'FR', 'US'),
  })
  .map(({ number, extension, country, ...rest }) => compact({ ...parsePhone(number, country), extension, ...rest }))

const address = fc
  .record({
    place,
    label: optional(label),
    street: optional(text),
    extended: optional(text),
    postBox: optional(text),
    city: optional(text),
    region: optional(text),
    postalCode: optional(text),
    country: optional(text),
    formatted: optional(text),
  })
  .map(compact)
  .filter(({ place: _place, label: _label, ...parts }) => Object.keys(parts).length > 0)

const unit = line.filter((found) => !found.includes('/'))
const organization = fc
  .record({
    name: optional(line),
    department: optional(fc.array(unit, { minLength: 1, maxLength: 3 }).map((units) => units.join(' / '))),
    title: optional(text),
    role: optional(text),
    location: optional(text),
  })
  .map(compact)
  .filter((found) => Object.keys(found).length > 0)

const url = fc
  .record({
    url: fc.oneof(fc.webUrl(), fc.constant('https://www.linkedin.com/in/lea-durand'), fc.constant('http://fr.linkedin.com/in/Lea-Durand/')),
    kind: fc.constantFrom('profile', 'work', 'home', 'blog', 'portfolio', 'company', 'feed', 'calendar', 'other'),
    label: optional(fc.oneof(label, fc.constantFrom('mastodon', 'linkedin'))),
  })
  .map((found) => ({
    ...compact(found),
    ...(linkedInIdentity(found.url) !== undefined || (found.label === 'linkedin' && found.kind === 'other')
      ? { kind: 'profile' as const }
      : {}),
  }))

const date: fc.Arbitrary<PartialDate> = fc.constantFrom(
  { year: 1985, month: 3, day: 7 },
  { year: 2001, month: 12 },
  { year: 1604, month: 2, day: 29 },
  { year: 1977 },
  { month: 3, day: 7 },
  { month: 11 },
)
const day: fc.Arbitrary<DateDraft> = fc
  .record({ kind: fc.constantFrom('birthday', 'anniversary', 'other'), label: optional(label), date })
  .map(compact)

const relation = fc
  .record({
    kind: fc.constantFrom('spouse', 'child', 'parent', 'sibling', 'assistant', 'manager', 'referred-by', 'friend', 'partner', 'other'),
    label: optional(label),
    name: line,
  })
  .map(compact)

const photo = fc.oneof(
  fc.record({
    mediaType: fc
      .constantFrom('image/jpeg', 'image/png', 'image/x-icon', 'application/octet-stream')
      .filter((type) => type !== 'image/x-icon'),
    base64: fc.uint8Array({ minLength: 3, maxLength: 300 }).map((bytes) => btoa(String.fromCharCode(...bytes))),
  }),
  fc.webUrl().map((found) => ({ url: found })),
)

const unknown = fc.record({
  name: fc.constantFrom('X-SPORT', 'item7.X-SHOE;TYPE=left', 'GEO', 'X-NOTE;LANGUAGE=fr', 'KEY;MEDIATYPE=application/pgp-keys'),
  value: fc.stringMatching(/^[a-zA-Z0-9é漢,:/.\\-]{1,120}$/).filter((found) => found.trim() !== ''),
})

const unique = <T>(arbitrary: fc.Arbitrary<T>, key: (item: T) => string, maxLength = 3) =>
  fc.uniqueArray(arbitrary, { selector: key, maxLength })

/** `format` is the one that the drafts seem to come from. */
export function draft(format: ContactDraft['source']['format']): fc.Arbitrary<ContactDraft> {
  return fc
    .record({
      name,
      emails: unique(email, ({ address: key }) => key),
      phones: unique(phone, ({ number, extension }) => `${number} ${extension}`),
      addresses: fc.array(address, { maxLength: 3 }),
      organizations: fc.array(organization, { maxLength: 3 }),
      urls: unique(url, ({ url: key }) => key),
      handles: unique(
        fc.record({ service: fc.constantFrom('skype', 'xmpp', 'google talk', 'other', 'telegram'), handle: line }),
        ({ service, handle }) => `${service} ${handle}`,
      ),
      dates: fc.array(day, { maxLength: 3 }).filter((days) => {
        const births = days.filter(({ kind }) => kind === 'birthday').map((found) => JSON.stringify(found.date))
        return new Set(births).size === births.length
      }),
      relations: fc.array(relation, { maxLength: 3 }),
      notes: fc.array(text, { maxLength: 2 }),
      categories: unique(line, (key) => key),
      unknown: fc.array(unknown, { maxLength: 3 }),
      photo: optional(photo),
      gender: optional(fc.oneof(fc.constantFrom('M', 'F', 'O'), line)),
      language: optional(fc.constantFrom('fr', 'en-GB', 'pt-BR')),
      linkedIn: optional(fc.constantFrom('in/noe-petit-12ab', 'in/zoé')),
      connectedOn: optional(date),
      uid: optional(fc.oneof(fc.uuid(), line)),
    })
    .map((parts) => {
      const first = parts.urls.map(({ url: found }) => linkedInIdentity(found)).find((found) => found !== undefined)
      const linkedIn = parts.linkedIn ?? first
      return { kind: 'person', ...compact({ ...parts, linkedIn }), source: { format, line: 1 } }
    })
}

export async function* inChunks(bytes: Uint8Array, size = 65_536): Bytes {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

export async function draftsOf(events: AsyncIterable<ReadEvent>): Promise<ContactDraft[]> {
  const drafts: ContactDraft[] = []
  for await (const event of events) if (event.type === 'contact') drafts.push(event.draft)
  return drafts
}
