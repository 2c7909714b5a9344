import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ContactDraft } from '../draft.ts'
import type { ReadEvent } from '../reading.ts'
import { draft, draftsOf, inChunks } from './drafts.cases.ts'
import { readJcards, writeJcards } from './jcard.ts'
import { readVcards } from './read.ts'
import { writeVcards } from './write.ts'

const withoutSource = ({ source: _, ...rest }: ContactDraft) => rest
/** A jCard has no case of its own for names and groups of unknown lines. */
const folded = (found: ContactDraft) => ({
  ...withoutSource(found),
  unknown: found.unknown.map(({ name, value }) => ({ name: name.toUpperCase(), value })),
})

async function eventsOf(text: string, chunk = 7): Promise<ReadEvent[]> {
  const events: ReadEvent[] = []
  for await (const event of readJcards(inChunks(new TextEncoder().encode(text), chunk), {})) events.push(event)
  return events
}
const card = (name: string) => `["vcard",[["version",{},"text","4.0"],["fn",{},"text",${JSON.stringify(name)}]]]`

describe('jCard', () => {
  it('gives back every draft that is written, whatever it holds.', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(draft('jcard'), { maxLength: 3 }), fc.integer({ min: 1, max: 300 }), async (drafts, chunk) => {
        const read = await draftsOf(readJcards(inChunks(writeJcards(drafts), chunk), { setApart: false }))
        expect(read.map(folded)).toEqual(drafts.map(folded))
      }),
      { numRuns: 100 },
    )
  })

  it('carries a card to JSON and back to a card without losing anything.', async () => {
    await fc.assert(
      fc.asyncProperty(draft('vcard'), async (found) => {
        const [json] = await draftsOf(readJcards(inChunks(writeJcards([found])), { setApart: false }))
        const bytes = writeVcards(json === undefined ? [] : [json], { version: '4.0' })
        const [again] = await draftsOf(readVcards(inChunks(bytes), { setApart: false }))
        expect(again === undefined ? undefined : folded(again)).toEqual(folded(found))
      }),
      { numRuns: 100 },
    )
  })

  it('reads one card alone as well as an array of them, cut anywhere.', async () => {
    const alone = await eventsOf(card('Ada "la" [Martin]'), 1)
    expect(alone.filter(({ type }) => type === 'contact')).toHaveLength(1)
    const both = await eventsOf(`[ ${card('Ada Martin')} ,\n${card('Noé Petit')}]`, 3)
    expect(both.filter(({ type }) => type === 'contact')).toHaveLength(2)
  })

  it('skips an element that is no card and goes on.', async () => {
    const events = await eventsOf(`[["vcalendar",[]],{"a":1},${card('Ada Martin')}]`)
    expect(events.filter(({ type }) => type === 'skip')).toMatchObject([
      { skip: { reason: 'broken', line: 1 } },
      { skip: { reason: 'broken', line: 2 } },
    ])
    expect(events.filter(({ type }) => type === 'contact')).toMatchObject([{ draft: { source: { line: 3 } } }])
  })

  it.each([
    ['{"a":1}', 'syntax'],
    ['', 'syntax'],
    [`[${card('Ada Martin')},`, 'truncated'],
    [`[${card('Ada Martin')}] x`, 'syntax'],
    [`[${card('Ada Martin')},7]`, 'syntax'],
    ['['.repeat(5000), 'too_deep'],
  ])('tells what is wrong with %j.', async (text, reason) => {
    await expect(eventsOf(text)).rejects.toMatchObject({ code: 'file_broken', details: { format: 'jcard', reason } })
  })

  it('is not led astray by names that objects have of their own.', async () => {
    const events = await eventsOf('["vcard",[["fn",{"__proto__":"x","constructor":"y"},"text","Ada Martin"],["__proto__",{},"text","z"]]]')
    expect(events.filter(({ type }) => type === 'contact')).toMatchObject([{ draft: { name: { full: 'Ada Martin' }, unknown: [] } }])
  })
})
