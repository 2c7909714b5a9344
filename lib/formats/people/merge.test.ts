import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ContactDraft, emptyContact } from '../draft.ts'
import { comparableEmail } from './emails.ts'
import { mergeDrafts, mergedPrefix, withoutDoubles } from './merge.ts'
import { containsDate, foldedText } from './merge-lists.ts'
import { anyContact } from './people.cases.ts'
import { digitsOf, isSameNumber } from './phone-identity.ts'

const base = emptyContact({ format: 'google-csv', line: 2 })
const draft = (members: Partial<ContactDraft>): ContactDraft => ({ ...base, ...members })

const scalars = ['gender', 'language', 'uid', 'linkedIn'] as const

/** Every value of a record on its own, folded, sorted: what must not depend on the order of merging. Places and labels are left out. */
function valuesOf(one: ContactDraft): string[] {
  const own = (key: string, value: string) =>
    `${key}: ${key === 'name.full' ? foldedText(value).split(' ').sort().join(' ') : /uid|linkedIn|photo/.test(key) ? value : foldedText(value)}`
  const parts = (value: object, keys: readonly string[]) =>
    keys.map((key) => foldedText((value as Record<string, string | undefined>)[key] ?? '')).join('|')
  return [
    ...Object.entries(one.name)
      .filter(([, value]) => value !== '')
      .map(([part, value]) => own(`name.${part}`, value)),
    ...scalars.filter((key) => one[key] !== undefined).map((key) => own(key, one[key] ?? '')),
    ...(one.photo === undefined
      ? []
      : [own('photo', 'url' in one.photo ? one.photo.url : `data:${one.photo.mediaType};base64,${one.photo.base64}`)]),
    ...one.unknown
      .filter(({ name }) => name.startsWith(mergedPrefix) && name !== 'merged.connectedOn')
      .map(({ name, value }) => own(name.slice(mergedPrefix.length), value)),
    ...one.unknown.filter(({ name }) => !name.startsWith(mergedPrefix)).map(({ name, value }) => `unknown ${name} ${value}`),
    ...one.emails.map(({ address }) => `email ${comparableEmail(address)}`),
    ...one.phones.map((phone) => `phone ${phone.e164 ?? digitsOf(phone.number)} ${phone.extension ?? ''} ${phone.kind === 'fax'}`),
    ...one.addresses.map((address) => `address ${parts(address, ['street', 'city', 'country'])}`),
    ...one.organizations.map((organization) => `organization ${parts(organization, ['name', 'department', 'title'])}`),
    ...one.urls.map(({ url }) => `url ${url.replace(/^https?:\/\/(www\.)?|\/$/g, '')}`),
    ...one.handles.map(({ service, handle }) => `handle ${service} ${handle.toLowerCase()}`),
    ...one.dates.map(({ kind, date }) => `date ${kind} ${JSON.stringify(date)}`),
    ...one.relations.map(({ kind, name }) => `relation ${kind} ${foldedText(name)}`),
    ...one.notes.map((note) => `note ${note.replace(/\s+/g, ' ')}`),
    ...one.categories.map((category) => `category ${foldedText(category)}`),
  ].sort()
}

describe('mergeDrafts', () => {
  it('puts the first one’s values first and keeps the second one’s.', () => {
    const a = draft({
      name: { full: 'Luc Martin', given: 'Luc', family: 'Martin' },
      emails: [{ address: 'luc@courrier.example', place: 'home' }],
      gender: 'M',
    })
    const b = draft({
      name: { full: 'MARTIN Lucien', given: 'Lucien', family: 'MARTIN', prefix: 'M.' },
      emails: [
        { address: 'lm@acme.example', place: 'work' },
        { address: 'LUC@courrier.example', place: 'work', preferred: true },
      ],
      gender: 'H',
    })
    expect(mergeDrafts(a, b)).toEqual(
      draft({
        name: { full: 'Luc Martin', given: 'Luc', family: 'Martin', prefix: 'M.' },
        emails: [
          { address: 'luc@courrier.example', place: 'home', preferred: true },
          { address: 'lm@acme.example', place: 'work' },
        ],
        gender: 'M',
        unknown: [
          { name: 'merged.name.full', value: 'MARTIN Lucien' },
          { name: 'merged.name.given', value: 'Lucien' },
          { name: 'merged.gender', value: 'H' },
        ],
      }),
    )
  })

  it('keeps the fuller of two values that say the same.', () => {
    const a = draft({
      phones: [{ number: '01 42 68 53 00', place: 'other', kind: 'voice' }],
      organizations: [{ name: 'Acme' }],
      dates: [{ kind: 'birthday', date: { month: 3, day: 7 } }],
      connectedOn: { year: 2020 },
    })
    const b = draft({
      phones: [{ number: '+33 1 42 68 53 00', e164: '+33142685300', place: 'work', kind: 'voice' }],
      organizations: [{ name: 'ACME', title: 'Directeur' }],
      dates: [{ kind: 'birthday', date: { year: 1985, month: 3, day: 7 } }],
      connectedOn: { year: 2020, month: 1, day: 2 },
    })
    const merged = mergeDrafts(a, b)
    expect(merged.phones).toEqual([{ number: '+33 1 42 68 53 00', e164: '+33142685300', place: 'work', kind: 'voice' }])
    expect(merged.organizations).toEqual([{ name: 'ACME', title: 'Directeur' }])
    expect(merged.dates).toEqual(b.dates)
    expect(merged.connectedOn).toEqual(b.connectedOn)
    expect(merged.unknown).toEqual([])
  })

  it('keeps both of two values that contradict each other.', () => {
    const a = draft({
      organizations: [{ name: 'Acme', title: 'Directeur' }],
      dates: [{ kind: 'birthday', date: { year: 1985 } }],
      uid: '1',
      linkedIn: 'in/a',
    })
    const b = draft({
      organizations: [{ name: 'Acme', title: 'Ingénieur' }],
      dates: [{ kind: 'birthday', date: { year: 1986 } }],
      uid: '2',
      linkedIn: 'in/b',
    })
    const merged = mergeDrafts(a, b)
    expect(merged.organizations).toHaveLength(2)
    expect(merged.dates).toHaveLength(2)
    expect(merged.unknown).toEqual([
      { name: 'merged.uid', value: '2' },
      { name: 'merged.linkedIn', value: 'in/b' },
    ])
  })

  it('keeps no word aside that the record holds.', () => {
    const [a, b] = [draft({ gender: 'M', uid: '1' }), draft({ gender: 'F', uid: '2' })]
    const back = mergeDrafts(b, mergeDrafts(a, b))
    expect(back.gender).toBe('F')
    expect(back.unknown).toEqual([
      { name: 'merged.gender', value: 'M' },
      { name: 'merged.uid', value: '1' },
    ])
  })

  it('makes nobody the son of himself.', () => {
    const father = draft({ name: { full: 'Luc Martin', given: 'Luc', family: 'Martin' } })
    const son = draft({ name: { full: 'Luc Martin Jr', given: 'Luc', family: 'Martin', suffix: 'Jr' } })
    const merged = mergeDrafts(father, son)
    expect(merged.name).toEqual(father.name)
    expect(merged.unknown.map(({ value }) => value)).toEqual(['Luc Martin Jr', 'Jr'])
  })

  it('tells numbers with different extensions apart.', () => {
    const one = (extension: string) =>
      draft({ phones: [{ number: '+33142685300', e164: '+33142685300', extension, place: 'work', kind: 'voice' }] })
    expect(mergeDrafts(one('12'), one('13')).phones).toHaveLength(2)
    expect(mergeDrafts(one('12'), one('12')).phones).toHaveLength(1)
  })

  it('changes nothing when the second one comes again.', () => {
    fc.assert(
      fc.property(anyContact, anyContact, (a, b) => {
        const merged = mergeDrafts(a, b)
        expect(mergeDrafts(merged, b)).toEqual(merged)
        expect(mergeDrafts(merged, a)).toEqual(merged)
        expect(withoutDoubles(merged)).toEqual(merged)
      }),
      { numRuns: 200 },
    )
  })

  it('changes nothing when one of three comes again.', () => {
    fc.assert(
      fc.property(anyContact, anyContact, anyContact, (a, b, c) => {
        const merged = mergeDrafts(mergeDrafts(a, b), c)
        for (const one of [a, b, c]) expect(mergeDrafts(merged, one)).toEqual(merged)
      }),
      { numRuns: 200 },
    )
  })

  it('holds the same values in either order.', () => {
    fc.assert(
      fc.property(anyContact, anyContact, (a, b) => {
        expect(valuesOf(mergeDrafts(b, a))).toEqual(valuesOf(mergeDrafts(a, b)))
      }),
      { numRuns: 200 },
    )
  })

  it('holds the same values whichever two of three are merged first.', () => {
    fc.assert(
      fc.property(anyContact, anyContact, anyContact, (a, b, c) => {
        expect(new Set(valuesOf(mergeDrafts(mergeDrafts(a, b), c)))).toEqual(new Set(valuesOf(mergeDrafts(a, mergeDrafts(b, c)))))
      }),
      { numRuns: 200 },
    )
  })

  it('loses no value of either.', () => {
    fc.assert(
      fc.property(anyContact, anyContact, (a, b) => {
        const merged = mergeDrafts(a, b)
        const emails = merged.emails.map(({ address }) => comparableEmail(address))
        const values = new Set(valuesOf(merged))
        for (const one of [a, b]) {
          for (const { address } of one.emails) expect(emails).toContain(comparableEmail(address))
          for (const phone of one.phones)
            expect(merged.phones.some((kept) => isSameNumber(kept, phone) && (kept.extension ?? '') === (phone.extension ?? ''))).toBe(true)
          for (const { kind, date } of one.dates)
            expect(merged.dates.some((kept) => kept.kind === kind && containsDate(kept.date, date))).toBe(true)
          for (const { name = '', title = '' } of one.organizations)
            expect(
              merged.organizations.some(
                (kept) =>
                  (name === '' || foldedText(kept.name ?? '') === foldedText(name)) &&
                  (title === '' || foldedText(kept.title ?? '') === foldedText(title)),
              ),
            ).toBe(true)
          for (const value of valuesOf(one).filter((text) => !/^(phone|date|organization|address)/.test(text)))
            expect([...values]).toContain(value)
        }
      }),
    )
  })
})
