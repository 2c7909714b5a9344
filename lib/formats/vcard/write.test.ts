import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import type { ContactDraft } from '../draft.ts'
import { draft, draftsOf, inChunks } from './drafts.cases.ts'
import { readVcards } from './read.ts'
import { writeVcards } from './write.ts'

const withoutSource = ({ source: _, ...rest }: ContactDraft) => rest
const decoder = new TextDecoder()
const versions = ['3.0', '4.0'] as const

describe('writing cards', () => {
  it.each(versions)('gives back in %s every draft that is written, whatever it holds.', async (version) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(draft('vcard'), { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 1, max: 200 }),
        async (drafts, chunk) => {
          const read = await draftsOf(readVcards(inChunks(writeVcards(drafts, { version }), chunk), { setApart: false }))
          expect(read.map(withoutSource)).toEqual(drafts.map(withoutSource))
        },
      ),
      { numRuns: 100 },
    )
  })

  it.each(versions)('writes lines of at most 75 bytes in %s, never broken inside a character.', async (version) => {
    fc.assert(
      fc.property(draft('vcard'), (found) => {
        const bytes = writeVcards([found], { version })
        const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
        for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
        for (const line of text.split('\r\n')) expect(line.isWellFormed()).toBe(true)
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
      }),
      { numRuns: 100 },
    )
  })

  it.each(versions)('is read in %s by another parser with the same names, addresses and numbers.', (version) => {
    fc.assert(
      fc.property(draft('vcard'), (found) => {
        const text = decoder.decode(writeVcards([{ ...found, unknown: [] }], { version }))
        const card = new ICAL.Component(ICAL.parse(text.trim()) as string)
        // That parser leaves an escaped semicolon as it is outside of compound values.
        const plain = (text: string) => text.replace(/\\+;/g, ';')
        const values = (name: string) => card.getAllProperties(name).map((property) => plain(String(property.getFirstValue())))
        expect(values('fn')).toEqual([plain(found.name.full)])
        expect(values('email')).toEqual(found.emails.map(({ address }) => address))
        expect(values('tel')).toEqual(
          found.phones.map(({ number, extension }) => (extension === undefined ? number : `${number} ext. ${extension}`)),
        )
        expect(values('note')).toEqual(found.notes.map(plain))
      }),
      { numRuns: 100 },
    )
  })
})
