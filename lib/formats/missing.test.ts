// Whatever is written, and read again, holds all of a draft, or what is missing is told by name.
import fc from 'fast-check'
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
          expect(missingParts(one, again).filter((part) => !absent.includes(part))).toEqual([])
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
    expect(missingParts(one, one)).toEqual([])
    expect(missingParts(one, undefined)).toEqual(expect.arrayContaining(['name', 'emails', 'phones']))
    expect(missingParts(one, { ...one, phones: [] })).toContain('phones')
    expect(missingParts(one, { ...one, emails: one.emails.slice(1) })).toContain('emails')
    expect(
      missingParts(one, {
        ...one,
        phones: [],
        notes: [...one.notes, ...one.phones.map(({ number, extension }) => `${number} ${extension ?? ''}`)],
      }),
    ).not.toContain('phones')
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
    expect(
      people.map((person) =>
        missingParts(
          person,
          again.find(({ name }) => name.full === person.name.full),
        ),
      ),
    ).toEqual([[], []])
  })
})
