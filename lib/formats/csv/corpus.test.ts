// Tables shaped like the exports of real programs, with what they must give: read beside this by lib/formats/corpus/…/csv/<name>.json.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isAppError } from '../../base/errors.ts'
import type { ReadEvent } from '../reading.ts'
import { inChunks } from '../vcard/drafts.cases.ts'
import { readCsv } from './read.ts'

const corpus = new URL('../corpus/', import.meta.url)

function filesOf(kind: 'valid' | 'invalid') {
  const folder = new URL(`${kind}/csv/`, corpus)
  return readdirSync(folder)
    .filter((name) => name.endsWith('.csv'))
    .map((name) => {
      const expected = JSON.parse(readFileSync(new URL(name.replace('.csv', '.json'), folder), 'utf-8')) as unknown
      return { name, bytes: new Uint8Array(readFileSync(new URL(name, folder))), expected }
    })
}

async function told(bytes: Uint8Array, chunk: number) {
  const events: ReadEvent[] = []
  let error: unknown
  try {
    for await (const event of readCsv(inChunks(bytes, chunk), { country: 'FR' })) events.push(event)
  } catch (thrown) {
    if (!isAppError(thrown)) throw thrown
    error = { code: thrown.code, ...(thrown.details === undefined ? {} : { details: thrown.details }) }
  }
  return {
    error,
    facts: events.flatMap((event) => (event.type === 'facts' ? [event.facts] : []))[0],
    contacts: events.flatMap((event) => (event.type === 'contact' ? [event.draft] : [])),
    skips: events.flatMap((event) => (event.type === 'skip' ? [event.skip] : [])),
    warnings: events.flatMap((event) => (event.type === 'warning' ? [event.warning] : [])),
  }
}

describe('the corpus of tables', () => {
  it.each(filesOf('valid'))('reads $name as a person would.', async ({ bytes, expected }) => {
    const { error, ...found } = await told(bytes, 65_536)
    expect(error).toBeUndefined()
    expect(found).toEqual(expected)
  })

  it.each(filesOf('valid'))('reads $name the same a byte at a time.', async ({ bytes, expected }) => {
    const { error: _, ...found } = await told(bytes, 1)
    expect(found).toEqual(expected)
  })

  it.each(filesOf('invalid'))('tells what is wrong with $name.', async ({ bytes, expected }) => {
    const { error, contacts } = await told(bytes, 4_096)
    expect({ error, contactsBefore: contacts.length }).toEqual(expected)
  })
})
