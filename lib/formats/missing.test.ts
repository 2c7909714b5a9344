// Whatever is written, and read again, holds all of a draft, or what is missing is told by name.
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { writeGoogleCsv, writeOutlookCsv } from './csv/write.ts'
import { type ContactDraft, emptyContact } from './draft.ts'
import { writeLdif } from './ldif/write.ts'
import { writeLinkedInArchive } from './linkedin/write.ts'
import { missingParts } from './missing.ts'
import { readFile } from './read.ts'
import { draft, draftsOf, inChunks } from './vcard/drafts.cases.ts'
import { writeJcards } from './vcard/jcard.ts'
import { writeVcards } from './vcard/write.ts'

/** What a format has no place for, and may say so; nothing else is ever missing. */
const formats: readonly (readonly [format: string, write: (drafts: readonly ContactDraft[]) => Uint8Array, absent: readonly string[]])[] = [
  ['vCard 3.0', (drafts) => writeVcards(drafts, { version: '3.0' }), []],
  ['vCard 4.0', (drafts) => writeVcards(drafts, { version: '4.0' }), []],
  ['jCard', writeJcards, []],
  ['LDIF', writeLdif, []],
  ['Outlook in English', (drafts) => writeOutlookCsv(drafts, { locale: 'en', encoding: 'utf-8-bom' }), ['photo', 'uid', 'labels']],
  ['Outlook in French', (drafts) => writeOutlookCsv(drafts, { locale: 'fr', encoding: 'utf-8-bom' }), ['photo', 'uid', 'labels']],
  ['Google', writeGoogleCsv, ['photo', 'uid', 'labels']],
]

describe('a draft that is written and read again', () => {
  it.each(formats)('misses nothing but what has no place: %s.', async (_, write, absent) => {
    await fc.assert(
      // Three colons part the values of a cell of Google's.
      fc.asyncProperty(
        draft('vcard').filter((one) => !JSON.stringify(one).includes(':::')),
        async (one) => {
          const [again] = await draftsOf(readFile(inChunks(write([one])), { setApart: false }))
          if (again === undefined) throw new Error('not there')
          expect([...missingParts(one, again)].filter(([part]) => !absent.includes(part))).toEqual([])
        },
      ),
      { numRuns: 150 },
    )
  })

  it('misses by name what another one lacks.', async () => {
    const [one] = fc.sample(
      draft('vcard').filter(({ phones, emails }) => phones.length > 0 && emails.length > 1),
      { numRuns: 1, seed: 20 },
    )
    if (one === undefined) throw new Error('no draft')
    const parts = (after: Partial<ContactDraft>) => [...missingParts(one, { ...one, ...after }).keys()]
    expect(parts({})).toEqual([])
    expect(parts({ phones: [] })).toContain('phones')
    expect(parts({ emails: one.emails.slice(1) })).toContain('emails')
    const numbers = one.phones.map(({ number, extension }) => `${number} ${extension ?? ''}`)
    expect(parts({ phones: [], notes: [...one.notes, ...numbers] })).not.toContain('phones')
  })

  it.each([
    ['an address that ends another one', { emails: ['a@d.example', 'luca@d.example'] }, { emails: ['luca@d.example'] }, 'a@d.example'],
    ['a number within another one', { phones: ['3615', '+33 6 36 15 00 00'] }, { phones: ['+33 6 36 15 00 00'] }, '3615'],
    ['one of two equal titles', { titles: ['CEO', 'CEO'] }, { titles: ['CEO'] }, 'CEO'],
    ['a letter that stands in every word', { gender: 'M' }, {}, 'M'],
  ])('misses %s.', (_, before, after, lost) => {
    const of = ({
      emails = [],
      phones = [],
      titles = [],
      gender,
    }: {
      emails?: string[]
      phones?: string[]
      titles?: string[]
      gender?: string
    }) => ({
      ...emptyContact({ format: 'vcard' as const, line: 1 }),
      name: { full: 'Marc Marchand', given: 'Marc', family: 'Marchand' },
      emails: emails.map((address) => ({ address, place: 'other' as const })),
      phones: phones.map((number) => ({ number, place: 'other' as const, kind: 'voice' as const })),
      organizations: titles.map((title) => ({ title })),
      ...(gender === undefined ? {} : { gender }),
    })
    expect([...missingParts(of(before), of(after)).values()]).toEqual([[lost]])
  })

  it('is the same person in LinkedIn’s archive, not one more for each note.', async () => {
    const one = (given: string, family: string, more: Partial<ContactDraft>): ContactDraft => ({
      ...emptyContact({ format: 'vcard', line: 1 }),
      name: { full: `${given} ${family}`, given, family },
      ...more,
    })
    const people = [
      one('Anne', 'Durand', {
        notes: ['vue à Metz', 'aime le fer'],
        emails: [
          { address: 'a@d.example', place: 'work' },
          { address: 'b@d.example', place: 'home' },
        ],
        phones: [
          { number: '+33 1 42 68 53 00', e164: '+33142685300', extension: '12', place: 'work', kind: 'voice' },
          { number: '+33 6 12 34 56 78', e164: '+33612345678', place: 'other', kind: 'mobile' },
        ],
        addresses: [{ place: 'home', street: '1 rue Haute', city: 'Metz' }],
        dates: [{ kind: 'birthday', date: { year: 1985, month: 3, day: 7 } }],
      }),
      one('Luc', 'Petit', { linkedIn: 'in/luc-petit', notes: ['à rappeler'] }),
    ]
    const again = await draftsOf(readFile(inChunks(writeLinkedInArchive(undefined, people)), {}))
    expect(again.map(({ name, notes }) => [name.full, notes])).toEqual([
      ['Luc Petit', ['à rappeler']],
      ['Anne Durand', ['vue à Metz', 'aime le fer']],
    ])
    for (const person of people) {
      const found = again.find(({ name }) => name.full === person.name.full)
      if (found === undefined) throw new Error('not there')
      expect([...missingParts(person, found)]).toEqual([])
    }
  })

  it('gives a note to nobody else: not to a namesake, nor to somebody without a name.', async () => {
    const luc = (more: Partial<ContactDraft>): ContactDraft => ({
      ...emptyContact({ format: 'vcard', line: 1 }),
      name: { full: 'Luc Martin', given: 'Luc', family: 'Martin' },
      ...more,
    })
    const father = luc({ notes: ['doit 300 euros'], emails: [{ address: 'pere@m.example', place: 'other' }] })
    const again = await draftsOf(readFile(inChunks(writeLinkedInArchive(undefined, [father, luc({ linkedIn: 'in/luc-martin' })])), {}))
    expect(again.map(({ notes, linkedIn }) => [linkedIn, notes])).toEqual([
      ['in/luc-martin', []],
      [undefined, []],
    ])
    const zip = zipSync({
      'ImportedContacts.csv': strToU8('Source,FirstName,LastName,Companies,Title,Emails\nX,,,,,bob@b.example\n'),
      'Notes.csv': strToU8(
        'Connection First Name,Connection Last Name,Connection Profile URL,Note,Created On,Edited On\n,,https://www.linkedin.com/in/zoe-x,secret,,\n',
      ),
    })
    const contacts = await draftsOf(readFile(inChunks(zip), { setApart: false }))
    expect(contacts.map(({ emails, linkedIn, notes }) => [emails[0]?.address, linkedIn, notes])).toEqual([
      ['bob@b.example', undefined, []],
      [undefined, 'in/zoe-x', ['secret']],
    ])
  })
})
