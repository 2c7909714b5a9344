// Random records for the properties of merging and of the book: few names, addresses and numbers, so that records often meet, written in
// several ways.
import fc from 'fast-check'
import { type ContactDraft, emptyContact } from '../draft.ts'
import { parseName } from './names.ts'
import { parsePhone } from './phones.ts'

const place = fc.constantFrom('work', 'home', 'other')
const label = fc.option(fc.constantFrom('Chalet', 'Bateau'), { nil: undefined })
const flag = fc.option(fc.constant(true), { nil: undefined })

/** Without the members that are undefined, as readers make them. */
function present<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T
}

const wholeNames = [
  'Luc Martin',
  'MARTIN Luc',
  'Martin, Luc',
  'Luc Martin Jr',
  'Zoé Larcher',
  'Zoe LARCHER',
  'Marie Larcher',
  'Bill Graymoor',
  'William Graymoor',
  'J. Larcher',
  'Maman',
  '',
]
const email = fc.record({
  address: fc.constantFrom(
    'luc@courrier.example',
    'Luc@Courrier.example',
    'zoe@courrier.example',
    'larcher@courrier.example',
    'contact@acme.example',
    'w.graymoor@courrier.example',
  ),
  place,
  label,
  preferred: flag,
})
const phone = fc
  .record({
    raw: fc.constantFrom('01 42 68 53 00', '+33 1 42 68 53 00', '06 12 34 56 78', '+33612345678', '01 42 68 53 00 poste 12', '1234'),
    country: fc.constantFrom('FR', undefined),
    place,
    label,
    kind: fc.constantFrom('voice', 'mobile', 'fax'),
  })
  .map(({ raw, country, ...rest }) => present({ ...parsePhone(raw, country), ...rest }))
const word = (...words: string[]) => fc.option(fc.constantFrom(...words), { nil: undefined })
const organization = fc.record({
  name: word('Acme', 'ACME SAS', 'Nordwerk'),
  title: word('Directrice', 'directrice', 'Ingénieur'),
  department: word('Ventes'),
})
const address = fc.record({
  place,
  label,
  street: word('1 rue des Pins', '1, RUE DES PINS'),
  city: word('Valoux'),
  country: word('France'),
})
const date = fc.record({
  kind: fc.constantFrom('birthday', 'anniversary'),
  date: fc.constantFrom({ month: 3, day: 7 }, { year: 1985, month: 3, day: 7 }, { year: 1985 }),
})
const url = fc.record({
  url: fc.constantFrom('https://zoe.example/', 'http://www.zoe.example', 'https://luc.example'),
  kind: fc.constantFrom('work', 'other'),
  label,
})
const relation = fc.record({ kind: fc.constantFrom('spouse', 'child'), name: fc.constantFrom('Zoé', 'ZOE', 'Noé'), label })
const several = <T extends object>(one: fc.Arbitrary<T>) => fc.array(one.map(present), { maxLength: 3 })

/** One record. */
export const anyContact: fc.Arbitrary<ContactDraft> = fc
  .record({
    name: fc.constantFrom(...wholeNames).map((full) => parseName({ full })),
    emails: several(email),
    phones: several(phone),
    addresses: several(address),
    organizations: several(organization),
    urls: several(url),
    handles: several(fc.record({ service: fc.constant('skype'), handle: fc.constantFrom('zoe', 'Zoe', 'luc') })),
    dates: several(date),
    relations: several(relation),
    notes: fc.array(fc.constantFrom('vue à Lyon', 'vue  à Lyon', 'rappeler'), { maxLength: 2 }),
    categories: fc.array(fc.constantFrom('Amis', 'amis', 'Clients'), { maxLength: 2 }),
    photo: fc.option(fc.constantFrom({ url: 'https://zoe.example/p.jpg' }, { mediaType: 'image/png', base64: 'AAAA' }), { nil: undefined }),
    gender: word('F', 'f', 'M'),
    language: word('fr', 'en'),
    linkedIn: word('in/luc-martin', 'in/zoe-larcher'),
    connectedOn: fc.option(fc.constantFrom({ year: 2020 }, { year: 2020, month: 1, day: 2 }, { year: 2021 }), { nil: undefined }),
    uid: word('urn:uuid:aaaaaaaa', 'urn:uuid:bbbbbbbb', '12'),
    unknown: several(fc.record({ name: fc.constantFrom('X-A', 'X-B'), value: fc.constantFrom('1', '2') })),
  })
  .map((members) => ({ ...emptyContact({ format: 'google-csv', line: 2 }), ...present(members) }))
