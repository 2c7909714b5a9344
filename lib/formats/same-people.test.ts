// Two hundred people in nine formats: one book, whatever the file they come from; and files that were damaged, in which the sum comes out.
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isAppError } from '../base/errors.ts'
import { writeGoogleCsv, writeOutlookCsv } from './csv/write.ts'
import { type ContactDraft, emptyContact } from './draft.ts'
import { writeLdif } from './ldif/write.ts'
import { writeLinkedInArchive } from './linkedin/write.ts'
import { mergeIntoBook } from './people/book.ts'
import { parseName } from './people/names.ts'
import { readFile } from './read.ts'
import type { ReadEvent } from './reading.ts'
import { inChunks } from './vcard/drafts.cases.ts'
import { writeJcards } from './vcard/jcard.ts'
import { writeVcards } from './vcard/write.ts'

const given = ['Zoé', 'Maïwenn', 'Jürgen', 'Łucja', 'Inés', 'Sakura', 'Tom', 'Aoife', 'Noël', 'Chloé']
const family = ['Le Goff', 'de la Tour', 'Weiß', 'Nowak', 'Peña', 'Tanaka', 'O’Hara', 'Kinnear', 'Œuvrard', 'van der Meer']
const titles = ['Ingénieure, réseaux', 'Luthier "maître"', '=Directrice', 'Acheteur; acier']

/** Of what every one of the formats has room for. */
const people: readonly ContactDraft[] = Array.from({ length: 200 }, (_, at): ContactDraft => {
  const name = parseName({
    given: given[at % 10] ?? '',
    family: `${family[Math.floor(at / 10) % 10]} ${'ABCDEFGHIJKLMNOPQRST'[Math.floor(at / 10)]}`,
  })
  const identity = `in/personne-${at}`
  return {
    ...emptyContact({ format: 'vcard', line: 1 }),
    name,
    emails: [{ address: `personne.${at}@courrier.example`, place: 'other' }],
    organizations: [{ name: `Maison n° ${at % 17}`, title: titles[at % 4] ?? '' }],
    urls: [{ url: `https://www.linkedin.com/${identity}`, kind: 'profile' }],
    linkedIn: identity,
  }
})

const writers: Readonly<Record<string, () => Uint8Array>> = {
  'vCard 3.0': () => writeVcards(people, { version: '3.0' }),
  'vCard 4.0': () => writeVcards(people, { version: '4.0' }),
  jCard: () => writeJcards(people),
  LDIF: () => writeLdif(people),
  'Outlook in English': () => writeOutlookCsv(people, { locale: 'en', encoding: 'utf-8-bom' }),
  'Outlook in French': () => writeOutlookCsv(people, { locale: 'fr', encoding: 'utf-8-bom' }),
  'Outlook in French with semicolons': () => writeOutlookCsv(people, { locale: 'fr', encoding: 'utf-8-bom', delimiter: ';' }),
  Google: () => writeGoogleCsv(people),
  LinkedIn: () => writeLinkedInArchive(undefined, people),
}

async function read(bytes: Uint8Array): Promise<ContactDraft[]> {
  const drafts: ContactDraft[] = []
  for await (const event of readFile(inChunks(bytes, 8_192), {})) if (event.type === 'contact') drafts.push(event.draft)
  return drafts
}

/** What a book says of its people, without where it was read. */
const contents = (book: readonly ContactDraft[]) =>
  book.map(({ name, emails, organizations, urls, linkedIn }) => ({
    given: name.given,
    family: name.family,
    emails: emails.map(({ address }) => address),
    organizations,
    urls: urls.map(({ url }) => url),
    linkedIn,
  }))

describe('the same 200 people', () => {
  it.each(Object.keys(writers))(
    'give the same book from %s, and reading it again changes nothing.',
    { timeout: 60_000 },
    async (format) => {
      const drafts = await read(writers[format]?.() ?? new Uint8Array())
      expect(drafts).toHaveLength(200)
      const first = mergeIntoBook([], drafts)
      expect([first.imported, first.merged]).toEqual([200, 0])
      expect(contents(first.book)).toEqual(contents(people))
      const again = mergeIntoBook(first.book, drafts)
      expect([again.imported, again.merged]).toEqual([0, 200])
      expect(again.book).toEqual(first.book)
    },
  )

  it('are one book when they come from all nine files, one after another.', { timeout: 60_000 }, async () => {
    let book: readonly ContactDraft[] = []
    for (const write of Object.values(writers)) book = mergeIntoBook(book, await read(write())).book
    expect(book).toHaveLength(200)
    expect(contents(book)).toEqual(contents(people))
  })
})

describe('damaged files', () => {
  const corpus = new URL('corpus/valid/', import.meta.url)
  const files = ['cards', 'csv'].flatMap((room) =>
    readdirSync(new URL(`${room}/`, corpus))
      .filter((name) => !name.endsWith('.json'))
      .map((name) => new Uint8Array(readFileSync(new URL(`${room}/${name}`, corpus))))
      .filter((bytes) => bytes.length < 6_000),
  )
  /** How many a run tries; as many as asked for in the environment. */
  const tries = Number(process.env['MUTATIONS'] ?? 2_000)
  const skipReasons = new Set(['empty', 'broken', 'not_a_person', 'company', 'exchange_only', 'distribution_list', 'too_large', 'withheld'])

  it('are read or refused, and every record is a draft or a skip with its reason and line.', { timeout: 1_800_000 }, async () => {
    const mutation = fc.record({
      file: fc.nat(files.length - 1),
      edits: fc.array(fc.tuple(fc.nat(6_000), fc.nat(255), fc.nat(2)), { minLength: 1, maxLength: 8 }),
    })
    await fc.assert(
      fc.asyncProperty(mutation, async ({ file, edits }) => {
        const bytes = Array.from(files[file] ?? [])
        for (const [at, value, act] of edits) bytes.splice(at % bytes.length, act === 0 ? 1 : 0, ...(act === 2 ? [] : [value]))
        const events: ReadEvent[] = []
        try {
          for await (const event of readFile(inChunks(Uint8Array.from(bytes), 512), {})) events.push(event)
        } catch (error) {
          expect(isAppError(error), String(error)).toBe(true)
        }
        const lines = String.fromCharCode(...bytes).split(/\r\n|\r|\n/u).length
        for (const event of events) {
          if (event.type === 'contact') expect(event.draft.source.line).toBeGreaterThanOrEqual(1)
          if (event.type !== 'skip') continue
          expect(skipReasons.has(event.skip.reason)).toBe(true)
          expect(event.skip.line).toBeGreaterThanOrEqual(1)
          expect(event.skip.line).toBeLessThanOrEqual(lines + 1)
        }
        expect(events.filter(({ type }) => type === 'facts').length).toBeLessThanOrEqual(1)
      }),
      { numRuns: tries },
    )
  })
})
