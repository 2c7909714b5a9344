// Files shaped like the exports of real programs, with what they must give: read beside this by lib/formats/corpus/…/cards/<name>.json.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isAppError } from '../../base/errors.ts'
import type { ContactDraft } from '../draft.ts'
import { readHcards } from '../hcard/read.ts'
import { readLdif } from '../ldif/read.ts'
import type { Bytes, ReadEvent, ReadOptions } from '../reading.ts'
import { draftsOf, inChunks } from './drafts.cases.ts'
import { readJcards } from './jcard.ts'
import { readVcards } from './read.ts'
import { escapeParameter, escapeText } from './values.ts'
import { writeVcards } from './write.ts'

type Reader = (bytes: Bytes, options: ReadOptions) => AsyncIterable<ReadEvent>
const readers = new Map<string, Reader>([
  ['vcf', readVcards],
  ['jcard', readJcards],
  ['ldif', readLdif],
  ['html', readHcards],
])
const corpus = new URL('../corpus/', import.meta.url)

function filesOf(kind: 'valid' | 'invalid') {
  const folder = new URL(`${kind}/cards/`, corpus)
  return readdirSync(folder)
    .filter((name) => !name.endsWith('.json'))
    .map((name) => {
      const reader = readers.get(name.slice(name.lastIndexOf('.') + 1))
      const expected = JSON.parse(readFileSync(new URL(name.replace(/\.[^.]+$/, '.json'), folder), 'utf-8')) as unknown
      return { name, reader: reader ?? readVcards, bytes: new Uint8Array(readFileSync(new URL(name, folder))), expected }
    })
}

/** Everything told, by kind; an error at the end as its code and details. */
async function told(reader: Reader, bytes: Uint8Array, chunk: number) {
  const events: ReadEvent[] = []
  let error: unknown
  try {
    for await (const event of reader(inChunks(bytes, chunk), { country: 'FR' })) events.push(event)
  } catch (thrown) {
    if (!isAppError(thrown)) throw thrown
    error = { code: thrown.code, details: thrown.details }
  }
  return {
    error,
    facts: events.flatMap((event) => (event.type === 'facts' ? [event.facts] : []))[0],
    contacts: events.flatMap((event) => (event.type === 'contact' ? [event.draft] : [])),
    profiles: events.flatMap((event) => (event.type === 'profile' ? [event.draft] : [])),
    skips: events.flatMap((event) => (event.type === 'skip' ? [event.skip] : [])),
    warnings: events.flatMap((event) => (event.type === 'warning' ? [event.warning] : [])),
  }
}

/** Another format's unknown fields are wrapped when they become a card's. */
const cards = new Set(['vcard', 'jcard'])
const wrapped = ({ unknown }: ContactDraft) =>
  unknown.map(({ name, value }) => ({ name: `X-ENTREGENT-UNKNOWN;NAME=${escapeParameter(name)}`, value: escapeText(value) }))
/** A card inside a card becomes one line, and a charset that is no longer a value's goes. */
const flat = ({ unknown }: ContactDraft) =>
  unknown.map(({ name, value }) => ({
    name: /[^\x00-\x7f]/.test(value) ? name.replace(/;CHARSET=[^;]*/i, '') : name,
    value: value.includes('\n') ? escapeText(value) : value,
  }))

describe('the corpus of cards', () => {
  it('holds files of every kind.', () => {
    const endings = new Set(filesOf('valid').map(({ name }) => name.slice(name.lastIndexOf('.') + 1)))
    expect([...endings].sort()).toEqual([...readers.keys()].sort())
  })

  it.each(filesOf('valid'))('reads $name as a person would.', async ({ reader, bytes, expected }) => {
    const { error, ...found } = await told(reader, bytes, 65_536)
    expect(error).toBeUndefined()
    expect(found).toEqual(expected)
  })

  it.each(filesOf('valid'))('reads $name the same a byte at a time.', async ({ reader, bytes, expected }) => {
    const { error: _, ...found } = await told(reader, bytes, 1)
    expect(found).toEqual(expected)
  })

  it.each(filesOf('valid'))('loses nothing of $name when it is written and read again.', async ({ reader, bytes }) => {
    const drafts = await draftsOf(reader(inChunks(bytes), { setApart: false, country: 'FR' }))
    const withoutSource = ({ source: _, ...rest }: ContactDraft) => rest
    for (const version of ['3.0', '4.0'] as const) {
      const again = await draftsOf(readVcards(inChunks(writeVcards(drafts, { version })), { setApart: false }))
      const kept = drafts.map((draft) => ({ ...draft, unknown: cards.has(draft.source.format) ? flat(draft) : wrapped(draft) }))
      expect(again.map(withoutSource)).toEqual(kept.map(withoutSource))
    }
  })

  it.each(filesOf('invalid'))('tells what is wrong with $name.', async ({ reader, bytes, expected }) => {
    const { error, contacts } = await told(reader, bytes, 4_096)
    expect({ error, contactsBefore: contacts.length }).toEqual(expected)
  })
})
