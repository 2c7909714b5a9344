// Cards that mean harm, and limits: the reading ends or goes on as told, and never costs more than the file's length.
import { describe, expect, it } from 'vitest'
import { emptyContact } from '../draft.ts'
import type { Bytes, ReadEvent, ReadOptions } from '../reading.ts'
import { draftsOf, inChunks } from './drafts.cases.ts'
import { readVcards } from './read.ts'
import { writeVcards } from './write.ts'

const encoder = new TextEncoder()
const card = (...lines: string[]) => `${['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD'].join('\r\n')}\r\n`
const sane = card('N:Saine;Lise;;;', 'FN:Lise Saine')

async function told(text: string | Bytes, options: ReadOptions = {}, chunk = 65_536) {
  const events: ReadEvent[] = []
  let error: unknown
  try {
    const bytes = typeof text === 'string' ? inChunks(encoder.encode(text), chunk) : text
    for await (const event of readVcards(bytes, options)) events.push(event)
  } catch (thrown) {
    error = thrown
  }
  const contacts = events.flatMap((event) => (event.type === 'contact' ? [event.draft] : []))
  const skips = events.flatMap((event) => (event.type === 'skip' ? [event.skip] : []))
  return { events, error, contacts, skips, names: contacts.map(({ name }) => name.full) }
}

describe('hostile cards', () => {
  it('reads a quoted-printable value of a million soft breaks as one value.', async () => {
    const value = `${'a=\r\n'.repeat(1_000_000)}end`
    const { contacts } = await told(card('FN:Long', `NOTE;ENCODING=QUOTED-PRINTABLE:${value}`) + sane)
    expect(contacts.map(({ notes }) => notes[0]?.length)).toEqual([1_000_003, undefined])
  })

  it('skips a card whose quoted-printable value never ends as too large, and goes on.', async () => {
    const value = 'abcdefgh=\n'.repeat(1_000)
    const { skips, names } = await told(card('FN:Trop', `NOTE;ENCODING=QUOTED-PRINTABLE:${value}`) + sane, { limits: { cellBytes: 4_096 } })
    expect(skips).toEqual([{ reason: 'too_large', line: 1, hint: 'Trop' }])
    expect(names).toEqual(['Lise Saine'])
  })

  it('skips a line without an end as too large, however it comes in.', async () => {
    for (const chunk of [7, 65_536]) {
      const { skips, names } = await told(card('FN:Trop', `NOTE:${'x'.repeat(6_000)}`) + sane, { limits: { cellBytes: 4_096 } }, chunk)
      expect(skips).toMatchObject([{ reason: 'too_large' }])
      expect(names).toEqual(['Lise Saine'])
    }
  })

  it('takes a name of a megabyte for none, and keeps it as it was.', async () => {
    const long = 'é'.repeat(524_288)
    const { contacts } = await told(
      card(`N:${long};;;;`, `FN:${long}`, 'EMAIL:lise@saine.example', `EMAIL:${long}@saine.example`, `TEL:${long}`),
    )
    expect(contacts).toMatchObject([{ name: { full: '' }, emails: [{ address: 'lise@saine.example' }], phones: [] }])
    expect(contacts[0]?.unknown.map(({ name, value }) => `${name} ${value.length}`)).toEqual([
      'N 524292',
      'FN 524288',
      'EMAIL 524302',
      'TEL 524288',
    ])
  })

  it('refuses a hundred thousand components, properties or parameters.', async () => {
    const many = 'x;'.repeat(100_000)
    for (const line of [`N:${many}`, `FN;${many}:a`, 'X-A:1\r\n'.repeat(100_000), `CATEGORIES;A="${many}":${many}`]) {
      const { error, names } = await told(sane + card('FN:Trop', line))
      expect(error).toMatchObject({ code: 'import_limit', details: { limit: 'parts', allowed: 4_096 } })
      expect(names).toEqual(['Lise Saine'])
    }
  })

  it('keeps ten thousand agents inside of one another as one verbatim value.', async () => {
    const deep = 10_000
    const lines = `${'AGENT:\r\nBEGIN:VCARD\r\n'.repeat(deep)}FN:Fond\r\n${'END:VCARD\r\n'.repeat(deep)}`
    const { contacts } = await told(card('FN:Dessus', lines.trimEnd()) + sane)
    expect(contacts.map(({ name }) => name.full)).toEqual(['Dessus', 'Lise Saine'])
    expect(contacts[0]?.unknown[0]?.value.split('BEGIN:VCARD')).toHaveLength(deep + 1)
  })

  it('takes a card that begins inside an unended agent for a new card.', async () => {
    const { skips, names } = await told(`BEGIN:VCARD\nFN:Dehors\nAGENT:\nBEGIN:VCARD\nFN:Dedans\n${sane}`)
    expect(skips).toEqual([{ reason: 'broken', line: 1, hint: 'Dehors' }])
    expect(names).toEqual(['Lise Saine'])
  })

  it('goes on after a card without END and an END without BEGIN.', async () => {
    const { skips, names } = await told(`BEGIN:VCARD\nFN:Perdue\n${sane}END:VCARD\n${sane}`)
    expect(skips.map(({ reason, line }) => [reason, line])).toEqual([
      ['broken', 1],
      ['broken', 8],
    ])
    expect(names).toEqual(['Lise Saine', 'Lise Saine'])
  })

  it('reads a megabyte of blanks inside of a text, a name, an address or a number without dwelling on them.', async () => {
    const blank = ' '.repeat(1_048_576)
    const lines = ['NOTE', 'FN', 'N', 'EMAIL', 'TEL', 'ADR', 'TITLE', 'URL', 'BDAY', 'NOTE;X', 'X-A'].map((name) => `${name}:é${blank}x`)
    const { contacts } = await told(card('FN:Lise', ...lines))
    expect(contacts.map(({ name, notes }) => [name.full, ...notes.map(({ length }) => length)])).toEqual([['Lise', 1_048_578, 1_048_578]])
  })

  it('takes control and bidi characters out of texts.', async () => {
    const { contacts } = await told(card('FN:\u202eLi\u0000se', 'NOTE:a\u2066b\u0007', 'EMAIL:\u200elise@saine.example'))
    expect(contacts).toMatchObject([{ name: { full: 'Lise' }, notes: ['ab'], emails: [{ address: 'lise@saine.example' }] }])
  })

  it('recovers from a quote that is never closed.', async () => {
    const { contacts } = await told(card('FN:Lise', 'TEL;TYPE="work:+33 1 42 68 53 00', 'EMAIL;TYPE=home;X="a:lise@saine.example'))
    expect(contacts).toMatchObject([{ phones: [{ place: 'work' }], emails: [{ address: 'lise@saine.example', place: 'home' }] }])
  })

  it('is not led astray by names that objects have of their own.', async () => {
    const { contacts } = await told(
      card('FN:Lise', '__proto__:x', 'constructor;toString=hasOwnProperty:y', 'EMAIL;__proto__=z;TYPE=constructor:lise@saine.example'),
    )
    expect(contacts).toMatchObject([{ unknown: [{ name: '__proto__' }, { value: 'y' }], emails: [{ label: 'constructor' }] }])
    expect(({} as Record<string, unknown>)['x']).toBeUndefined()
  })

  it('cannot be made to write a line that it did not mean to.', async () => {
    const evil = 'x\r\nEND:VCARD\r\nBEGIN:VCARD\r\nFN:Faux'
    const draft = {
      ...emptyContact({ format: 'vcard', line: 1 }),
      name: { full: evil, given: evil },
      emails: [{ address: evil, place: 'other' as const, label: evil }],
      urls: [{ url: evil, kind: 'other' as const }],
      uid: evil,
      notes: [evil],
      photo: { mediaType: evil, base64: evil },
      gender: evil,
      unknown: [
        { name: evil, value: evil },
        { name: 'X-A', value: evil },
        { name: 'X-B;C="a', value: evil },
      ],
    }
    for (const version of ['3.0', '4.0'] as const) {
      const text = new TextDecoder().decode(writeVcards([draft], { version }))
      expect(text.match(/^BEGIN:VCARD/gm)).toHaveLength(1)
      expect(text.match(/^END:VCARD/gm)).toHaveLength(1)
      const drafts = await draftsOf(readVcards(inChunks(encoder.encode(text)), { setApart: false }))
      expect(drafts).toHaveLength(1)
      expect(drafts[0]?.notes).toEqual([evil.replaceAll('\r', '')])
    }
  })
})

describe('limits of a reading of cards', () => {
  it('ends at the limit of records and of bytes after everything before was told.', async () => {
    const records = await told(sane.repeat(5), { limits: { records: 3 } })
    expect(records.error).toMatchObject({ code: 'import_limit', details: { limit: 'records', allowed: 3 } })
    expect(records.names).toHaveLength(3)
    const bytes = await told(sane.repeat(5), { limits: { bytesIn: sane.length * 2 + 10 } })
    expect(bytes.error).toMatchObject({ code: 'import_limit', details: { limit: 'bytesIn' } })
    expect(bytes.names).toHaveLength(2)
  })

  it('ends when its time is over.', async () => {
    const { error } = await told(sane, { limits: { milliseconds: -1 } })
    expect(error).toMatchObject({ code: 'import_limit', details: { limit: 'milliseconds' } })
  })

  it('ends with the reason of the signal, and closes its source.', async () => {
    const controller = new AbortController()
    let closed = false
    async function* endless(): Bytes {
      try {
        while (true) yield encoder.encode(sane)
      } finally {
        closed = true
      }
    }
    const reason = new Error('enough')
    const reading = readVcards(endless(), { signal: controller.signal })
    await expect(
      (async () => {
        for await (const event of reading) if (event.type === 'contact') controller.abort(reason)
      })(),
    ).rejects.toBe(reason)
    expect(closed).toBe(true)
  })

  it('tells its progress at least each 64 kB, and holds no more than a card.', async () => {
    const text = encoder.encode(sane.repeat(2_000))
    let given = 0
    let told = 0
    let widest = 0
    async function* counted(): Bytes {
      for (let at = 0; at < 40; at++) {
        given += text.length
        yield text
      }
    }
    for await (const event of readVcards(counted(), {})) {
      if (event.type !== 'progress') continue
      widest = Math.max(widest, event.bytesRead - told)
      told = event.bytesRead
      // What was taken from the source and not yet told is one chunk, and the head at the start.
      expect(given - told).toBeLessThanOrEqual(text.length)
    }
    expect(widest).toBeLessThanOrEqual(65_536)
    expect(told).toBe(text.length * 40)
  })
})
