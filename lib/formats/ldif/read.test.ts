import { describe, expect, it } from 'vitest'
import type { ReadEvent, ReadOptions } from '../reading.ts'
import { inChunks } from '../vcard/drafts.cases.ts'
import { readLdif } from './read.ts'

async function told(text: string, options: ReadOptions = {}, chunk = 65_536) {
  const events: ReadEvent[] = []
  let error: unknown
  try {
    for await (const event of readLdif(inChunks(new TextEncoder().encode(text), chunk), options)) events.push(event)
  } catch (thrown) {
    error = thrown
  }
  const contacts = events.flatMap((event) => (event.type === 'contact' ? [event.draft] : []))
  const skips = events.flatMap((event) => (event.type === 'skip' ? [event.skip] : []))
  return { events, error, contacts, skips }
}
const entry = (...lines: string[]) => `${['dn: cn=x', 'objectclass: person', ...lines].join('\n')}\n\n`

describe('LDIF', () => {
  it('reads base64, folds, comments and blanks of any line end.', async () => {
    const text = `version: 1\r\n\r\n# a\r\n  b\r\ndn: cn=x\r\ncn::\r\n  Wm\r\n /DqQ==\r\nmail:zoe@exemple.\n example\rsn:   Martin\n\n\n`
    for (const chunk of [1, 500]) {
      const { contacts } = await told(text, {}, chunk)
      expect(contacts).toMatchObject([
        { name: { full: 'Zoé', family: 'Martin' }, emails: [{ address: 'zoe@exemple.example' }], source: { line: 5 } },
      ])
    }
  })

  it('does not fetch a value that is elsewhere, and says so.', async () => {
    const { contacts, events } = await told(entry('cn: Zoé Martin', 'jpegPhoto:< file:///etc/passwd'))
    expect(contacts[0]?.photo).toBeUndefined()
    expect(JSON.stringify(contacts)).not.toContain('passwd')
    expect(events).toContainEqual({ type: 'warning', warning: { code: 'entry_ignored', line: 4, detail: 'jpegPhoto:<' } })
  })

  it('keeps the variants of an attribute by language apart from the attribute.', async () => {
    const { contacts } = await told(entry('cn;lang-en: Zoe Martin', 'cn: Zoé Martin', 'title;lang-fr: Patronne'))
    expect(contacts).toMatchObject([
      { name: { full: 'Zoé Martin' }, organizations: [], unknown: [{ name: 'dn' }, { name: 'cn;lang-en' }, { name: 'title;lang-fr' }] },
    ])
  })

  it.each([
    ['objectclass: groupOfNames\ncn: Amis', 'distribution_list'],
    ['objectclass: organizationalUnit\nou: people', 'not_a_person'],
    ['changetype: delete', 'withheld'],
    ['objectclass: person', 'empty'],
  ])('skips %j as %s.', async (lines, reason) => {
    const { skips, contacts } = await told(`dn: cn=x\n${lines}\n\n${entry('cn: Zoé Martin')}`)
    expect(skips).toMatchObject([{ reason, line: 1 }])
    expect(contacts).toHaveLength(1)
  })

  it('gives lists and branches as drafts when nothing is to be set apart.', async () => {
    const { contacts } = await told('dn: cn=x\nobjectclass: groupOfNames\ncn: Amis\n', { setApart: false })
    expect(contacts).toMatchObject([{ kind: 'group', name: { full: 'Amis' } }])
  })

  it('skips an entry with a value that is too long, and refuses too many attributes.', async () => {
    const limits = { cellBytes: 4_096 }
    const { skips, contacts } = await told(entry('cn: Trop', `description: ${'x\n '.repeat(5_000)}`) + entry('cn: Zoé Martin'), { limits })
    expect(skips).toEqual([{ reason: 'too_large', line: 1, hint: 'Trop' }])
    expect(contacts).toHaveLength(1)
    const many = await told(entry('cn: Zoé Martin') + entry('mail: a@x.example\n'.repeat(5_000)))
    expect(many.error).toMatchObject({ code: 'import_limit', details: { limit: 'parts' } })
    expect(many.contacts).toHaveLength(1)
  })

  it('is not led astray by names that objects have of their own.', async () => {
    const { contacts } = await told(entry('cn: Zoé Martin', '__proto__: x', 'constructor: y', 'x-entregent-card: __proto__;toString=1:z'))
    expect(contacts).toMatchObject([{ name: { full: 'Zoé Martin' } }])
    expect(contacts[0]?.unknown.map(({ name }) => name)).toEqual(['dn', 'constructor', '__proto__;toString=1'])
  })

  it('tells that a file without attributes is none.', async () => {
    expect((await told('')).error).toMatchObject({ code: 'file_broken', details: { format: 'ldif', reason: 'syntax' } })
    expect((await told('a b c\n\nd\n')).error).toMatchObject({ code: 'file_broken' })
  })
})
