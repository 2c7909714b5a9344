import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ContactDraft, emptyContact } from '../draft.ts'
import { draft, draftsOf, inChunks } from '../vcard/drafts.cases.ts'
import { readLdif } from './read.ts'
import { writeLdif } from './write.ts'

const sorted = <T>(items: readonly T[]) => items.map((item) => JSON.stringify(item, Object.keys(item as object).sort())).sort()

/** Lists in no order: what a directory holds by itself comes first. The entry's own name is new. */
const unordered = ({ source: _, ...found }: ContactDraft) => ({
  ...found,
  addresses: sorted(found.addresses),
  dates: sorted(found.dates.map(({ date, ...rest }) => ({ ...rest, ...date }))),
  unknown: sorted(found.unknown.filter(({ name }) => name !== 'dn')),
})

describe('writing LDIF', () => {
  it('gives back every draft that is written, whatever it holds.', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(draft('vcard'), { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 1, max: 300 }),
        async (drafts, chunk) => {
          const read = await draftsOf(readLdif(inChunks(writeLdif(drafts), chunk), { setApart: false }))
          expect(read.map(unordered)).toEqual(drafts.map(unordered))
        },
      ),
      { numRuns: 100 },
    )
  })

  it('gives back an address whose lines begin or end with white space of any kind.', async () => {
    for (const formatted of ['1 rue\n\tBât. B', '1 rue\u00a0\nBât. B', '1 rue\n\nRouen', '1 rue \nRouen']) {
      const written = { ...emptyContact({ format: 'ldif', line: 1 }), addresses: [{ place: 'work', formatted }] } as const
      const [read] = await draftsOf(readLdif(inChunks(writeLdif([written])), { setApart: false }))
      expect(read?.addresses[0]?.formatted).toBe(formatted)
    }
  })

  it('writes plain ASCII in lines of at most 76 characters.', () => {
    fc.assert(
      fc.property(draft('ldif'), (found) => {
        const text = new TextDecoder().decode(writeLdif([found]))
        expect(text).toMatch(/^[\n\t\x20-\x7e]*$/)
        for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(76)
      }),
      { numRuns: 100 },
    )
  })

  it('gives an entry back its own name and its binary attributes.', async () => {
    const unknown = [
      { name: 'dn', value: 'uid=zoe,ou=people,dc=exemple,dc=example' },
      { name: 'userCertificate;binary::', value: 'AAECAwT/' },
      { name: 'employeeType', value: 'interne' },
    ]
    const written = { ...emptyContact({ format: 'ldif', line: 1 }), name: { full: 'Zoé Martin', given: 'Zoé', family: 'Martin' }, unknown }
    const [read] = await draftsOf(readLdif(inChunks(writeLdif([written])), {}))
    expect(read?.unknown).toEqual(unknown)
  })

  it('cannot be made to write an entry that it did not mean to.', async () => {
    const evil = 'x\n\ndn: cn=Faux\r\n\r\ncn: Faux'
    const source = { format: 'ldif', line: 1 } as const
    const unknown = [
      { name: 'dn', value: evil },
      { name: 'a::', value: evil },
      { name: evil, value: evil },
    ]
    const written = {
      ...emptyContact(source),
      name: { full: evil },
      notes: [evil],
      photo: { mediaType: 'image/jpeg', base64: evil },
      unknown,
    }
    const text = new TextDecoder().decode(writeLdif([written]))
    expect(text.match(/^dn:/gm)).toHaveLength(1)
    expect(text.match(/^cn:/gm)).toHaveLength(1)
  })

  it('escapes what would end a name inside a name.', () => {
    const written = { ...emptyContact({ format: 'vcard', line: 1 }), name: { full: 'Martin, Zoé; "Z" + 1\n=<x\\>' } }
    const dn = /^dn:: (\S+)/m.exec(new TextDecoder().decode(writeLdif([written])).replaceAll('\n ', ''))?.[1] ?? ''
    const text = new TextDecoder().decode(Uint8Array.from(atob(dn), (character) => character.charCodeAt(0)))
    expect(text).toBe('cn=Martin\\, Zoé\\; \\"Z\\" \\+ 1\\0A\\=\\<x\\\\\\>')
  })
})
