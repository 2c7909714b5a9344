// What we write is read back as it was, as far as the table has columns for it; nothing else is lost either: it is in the notes.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ContactDraft } from '../draft.ts'
import { draft, draftsOf, inChunks } from '../vcard/drafts.cases.ts'
import { readCsv } from './read.ts'
import { writeGoogleCsv, writeOutlookCsv } from './write.ts'

const back = (bytes: Uint8Array) => draftsOf(readCsv(inChunks(bytes), { setApart: false }))

/** Somebody whom every one of these tables has room for. */
const plain: ContactDraft = {
  kind: 'person',
  name: { full: 'Mme Maïwenn Anne Le Goff', prefix: 'Mme', given: 'Maïwenn', middle: 'Anne', family: 'Le Goff' },
  emails: ['a@goff.example', 'b@goff.example'].map((address) => ({ address, place: 'other' })),
  phones: [
    { number: '+33 2 35 00 00 01', e164: '+33235000001', extension: '12', place: 'work', kind: 'voice' },
    { number: '+33 6 12 34 56 78', e164: '+33612345678', place: 'other', kind: 'mobile' },
  ],
  addresses: [{ place: 'work', street: '12, quai du Port\nBât. "B"', city: 'Rouen', postalCode: '76000', country: 'France' }],
  organizations: [{ name: 'Société des Eaux', department: 'Réseaux', title: 'Ingénieure' }],
  urls: [{ url: 'https://goff.example', kind: 'work' }],
  handles: [],
  dates: [{ kind: 'birthday', date: { year: 1979, month: 3, day: 27 } }],
  relations: [{ kind: 'spouse', name: 'Paul' }],
  notes: ['première ligne\n=deuxième; "ligne"'],
  categories: ['Clients', 'Voile'],
  unknown: [],
  source: { format: 'outlook-csv', line: 2 },
}
const withoutSource = ({ source: _, ...rest }: ContactDraft) => rest

describe('tables for other programs', () => {
  it.each([
    ['Outlook in English', writeOutlookCsv([plain], { locale: 'en', encoding: 'utf-8-bom' })],
    ['Outlook in French', writeOutlookCsv([plain], { locale: 'fr', encoding: 'windows-1252' })],
    ['Outlook in French with semicolons', writeOutlookCsv([plain], { locale: 'fr', encoding: 'windows-1252', delimiter: ';' })],
    ['Google', writeGoogleCsv([plain])],
  ])('give back every value of a contact: %s.', async (_, bytes) => {
    expect((await back(bytes)).map(withoutSource)).toEqual([withoutSource(plain)])
  })

  it('lose no value of any draft: it is in a column, or in the notes.', async () => {
    await fc.assert(
      fc.asyncProperty(draft('vcard'), async (one) => {
        for (const bytes of [writeOutlookCsv([one], { locale: 'fr', encoding: 'utf-8-bom' }), writeGoogleCsv([one])]) {
          const found = JSON.stringify(await back(bytes))
          const text = new TextDecoder().decode(bytes)
          for (const { address } of one.emails) expect(text).toContain(address.replaceAll('"', '""'))
          for (const { number } of one.phones) expect(text).toContain(number)
          for (const { url } of one.urls) expect(text).toContain(url.replaceAll('"', '""'))
          for (const { value } of one.unknown) if (/^[\w ]{3,}$/u.test(value)) expect(found).toContain(value)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('change nothing any more when what was read is written and read again.', async () => {
    await fc.assert(
      fc.asyncProperty(draft('vcard'), async (one) => {
        const first = await back(writeGoogleCsv([one]))
        const second = await back(writeGoogleCsv(first))
        expect(second.map(withoutSource)).toEqual(first.map(withoutSource))
      }),
      { numRuns: 150 },
    )
  })

  it('say in their own language what has no column, and leave a person’s own words as they are.', async () => {
    const one: ContactDraft = {
      ...plain,
      name: { ...plain.name, nickname: 'Maï' },
      notes: [],
      relations: [
        { kind: 'friend', name: 'Zoé' },
        { kind: 'other', label: 'Office', name: 'Luc' },
      ],
    }
    const notes = async (locale: 'en' | 'fr') => (await back(writeOutlookCsv([one], { locale, encoding: 'utf-8-bom' })))[0]?.notes
    expect(await notes('fr')).toEqual(['Surnom: Maï\nAmi: Zoé\nOffice: Luc'])
    expect(await notes('en')).toEqual(['Nickname: Maï\nFriend: Zoé\nOffice: Luc'])
  })

  it('neutralise what a spreadsheet would run, in every column.', async () => {
    const nasty = '=HYPERLINK("https://evil.example")'
    const hostile: ContactDraft = {
      ...plain,
      name: { full: nasty, given: nasty },
      notes: [nasty],
      organizations: [{ name: nasty, title: '@SUM(A1)' }],
    }
    for (const bytes of [writeOutlookCsv([hostile], { locale: 'en', encoding: 'utf-8-bom' }), writeGoogleCsv([hostile])]) {
      const text = new TextDecoder().decode(bytes)
      expect(text).not.toMatch(/(?:^|[,\n])"?[=@]/u)
      expect(text).toContain("'=HYPERLINK")
      const [again] = await back(bytes)
      expect(again?.organizations[0]).toEqual({ name: nasty, title: '@SUM(A1)' })
    }
  })

  it('tells which characters windows-1252 cannot hold, and leaves no question mark.', () => {
    const lost: string[] = []
    const bytes = writeOutlookCsv([{ ...plain, notes: ['漢 Łódź €'] }], {
      locale: 'en',
      encoding: 'windows-1252',
      onLost: (one) => lost.push(one),
    })
    expect(lost).toEqual(['漢'])
    const text = new TextDecoder('windows-1252').decode(bytes)
    expect(text).toContain('Lódz €'.replace('ó', 'ó'))
    expect(text).not.toContain('?')
  })
})
