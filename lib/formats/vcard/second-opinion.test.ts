// What another reader of cards, ical.js, makes of the same files: where it can read one, it finds the same names and addresses.
import { readdirSync, readFileSync } from 'node:fs'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { draftsOf, inChunks } from './drafts.cases.ts'
import { readVcards } from './read.ts'
import { writeVcards } from './write.ts'

const folder = new URL('../corpus/valid/cards/', import.meta.url)

/** Names and addresses of each card by ical.js; undefined where it cannot read the file. */
function byIcal(text: string): { name: string; emails: string[] }[] | undefined {
  try {
    const parsed = ICAL.parse(text) as unknown[]
    const cards = (typeof parsed[0] === 'string' ? [parsed] : parsed) as unknown[][]
    return cards.map((card) => {
      const component = new ICAL.Component(card as never)
      const values = (name: string) => component.getAllProperties(name).map((property) => String(property.getFirstValue()).trim())
      return { name: values('fn')[0] ?? '', emails: values('email') }
    })
  } catch {
    return undefined
  }
}

async function byUs(bytes: Uint8Array) {
  const drafts = await draftsOf(readVcards(inChunks(bytes), { setApart: false }))
  // What stands in for a missing name is a name to others.
  return drafts.map(({ name, emails }) => ({ name: name.full || emails[0]?.address || '', emails: emails.map(({ address }) => address) }))
}

/** Files in which the two differ on purpose, and why. */
const onPurpose: Readonly<Record<string, string>> = {
  'lotus-notes.vcf': 'an address inside Notes alone is no e-mail address: it stays in `unknown`',
}

describe('ical.js, where it can read a card,', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.vcf'))
  const readable = files.flatMap((name) => {
    const bytes = new Uint8Array(readFileSync(new URL(name, folder)))
    const theirs = byIcal(new TextDecoder().decode(bytes))
    return theirs === undefined || name in onPurpose ? [] : [{ name, bytes, theirs }]
  })

  it('reads enough of them to be a witness.', () => {
    expect(readable.length).toBeGreaterThan(10)
  })

  it.each(readable)('finds the same addresses: $name', async ({ bytes, theirs }) => {
    const ours = await byUs(bytes)
    const addresses = (cards: readonly { emails: readonly string[] }[]) =>
      cards.map(({ emails }) => emails.join(' ')).filter((all) => all !== '')
    expect(addresses(ours)).toEqual(addresses(theirs))
  })

  it.each(['3.0', '4.0'] as const)('reads what we write, in version %s.', async (version) => {
    const drafts = await draftsOf(readVcards(inChunks(new Uint8Array(readFileSync(new URL('gmail-3.0.vcf', folder)))), {}))
    const written = writeVcards(drafts, { version })
    expect(byIcal(new TextDecoder().decode(written))).toEqual(await byUs(written))
  })
})
