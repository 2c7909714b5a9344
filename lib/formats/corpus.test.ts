// Every file of the corpus by the front door: recognised by its content alone, read to the same drafts as by its own reader; the sum comes out.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isAppError } from '../base/errors.ts'
import { readFile } from './read.ts'
import type { ReadEvent } from './reading.ts'
import { inChunks } from './vcard/drafts.cases.ts'

const corpus = new URL('corpus/', import.meta.url)

function filesOf(kind: 'valid' | 'invalid') {
  return ['archive', 'cards', 'csv'].flatMap((room) => {
    const folder = new URL(`${kind}/${room}/`, corpus)
    const names = readdirSync(folder)
    return names
      .filter((name) => !name.endsWith('.expected.json') && !(name.endsWith('.json') && room !== 'archive'))
      .map((name) => {
        const beside = room === 'archive' ? `${name}.expected.json` : name.replace(/\.[^.]+$/u, '.json')
        const expected = JSON.parse(readFileSync(new URL(beside, folder), 'utf-8')) as Record<string, unknown>
        return { file: `${room}/${name}`, room, bytes: new Uint8Array(readFileSync(new URL(name, folder))), expected }
      })
  })
}

async function told(bytes: Uint8Array, chunk = 4_096) {
  const events: ReadEvent[] = []
  let error: unknown
  try {
    for await (const event of readFile(inChunks(bytes, chunk), { country: 'FR' })) events.push(event)
  } catch (thrown) {
    if (!isAppError(thrown)) throw thrown
    error = { code: thrown.code, ...(thrown.details === undefined ? {} : { details: thrown.details }) }
  }
  const entryOf = (event: ReadEvent) => (event.type === 'facts' && event.entry !== undefined ? { entry: event.entry } : {})
  return {
    error,
    facts: events.flatMap((event) => (event.type === 'facts' ? [{ ...event.facts, ...entryOf(event) }] : [])),
    contacts: events.flatMap((event) => (event.type === 'contact' ? [event.draft] : [])),
    profiles: events.flatMap((event) => (event.type === 'profile' ? [event.draft] : [])),
    skips: events.flatMap((event) => (event.type === 'skip' ? [event.skip] : [])),
    warnings: events.flatMap((event) => (event.type === 'warning' ? [event.warning] : [])),
  }
}

describe('the whole corpus', () => {
  it('holds at least 120 files, each with what it must give.', () => {
    expect(filesOf('valid').length + filesOf('invalid').length).toBeGreaterThanOrEqual(120)
  })

  it.each(filesOf('valid'))('is recognised and read: $file.', async ({ bytes, room, expected }) => {
    const { error, ...found } = await told(bytes)
    expect(error).toBeUndefined()
    if (room === 'archive') expect(found).toEqual(expected)
    else
      expect(found).toMatchObject({
        contacts: expected['contacts'],
        skips: expected['skips'],
        warnings: expected['warnings'],
        facts: [expected['facts']],
      })
  })

  it.each(filesOf('invalid').filter(({ room }) => room === 'archive'))('is refused: $file.', async ({ bytes, expected }) => {
    const { error, contacts, profiles } = await told(bytes)
    expect({ error, draftsBefore: contacts.length + profiles.length }).toEqual(expected)
  })

  it.each(filesOf('invalid').filter(({ room }) => room !== 'archive'))('never comes out as nothing at all: $file.', async ({ bytes }) => {
    const { error, contacts, skips } = await told(bytes)
    expect(error !== undefined || contacts.length + skips.length > 0).toBe(true)
  })
})
