// Texts made to run an expression away: each is read whole and comes back, in no time that a person would notice.
import { describe, expect, it } from 'vitest'
import { emptyContact } from '../draft.ts'
import { cleanText } from './clean.ts'
import { parsePartialDate } from './dates.ts'
import { cleanEmail, comparableEmail, isEmail } from './emails.ts'
import { linkedInIdentity } from './linkedin-identity.ts'
import { mergeDrafts } from './merge.ts'
import { parseName } from './names.ts'
import { setApart } from './not-a-person.ts'
import { comparableOrganization } from './organizations.ts'
import { parsePhone, splitPhones } from './phones.ts'

const units = [
  '1',
  ' ',
  '\t',
  'a',
  '<',
  '"',
  '(',
  '[',
  '.',
  '-',
  '+',
  '@',
  'a@',
  'a.',
  '1 ',
  '1/',
  'x1',
  '#',
  ',',
  'é',
  '\u200b',
  '/',
  'in/',
  '%41',
  '=',
  '(0)',
  '00',
  '\n',
  'p 1 ',
  '&',
  'o=',
  'née ',
  'jr ',
  'dr ',
  'AA ',
  'a - ',
  '王',
  '・',
]
const frames = [
  ['', ''],
  ['a@linkedin.com/in/', '.b'],
  ['Luc ', ' Martin'],
] as const
const texts = units.flatMap((unit) => frames.map(([before, after]) => before + unit.repeat(20_000 / unit.length) + after))

describe('a text of twenty thousand characters', () => {
  it('is cleaned to itself and no number, day, address or identity is made of it that it is not.', () => {
    for (const text of texts) {
      const clean = cleanText(text)
      expect(clean.length).toBeLessThanOrEqual(text.length)
      expect(parsePhone(text, 'FR').e164).toBeUndefined()
      expect(splitPhones(text).length).toBeLessThanOrEqual(1)
      expect(parsePartialDate(text)).toBeUndefined()
      expect(isEmail(text)).toBe(false)
      expect(linkedInIdentity(text)).toBeUndefined()
      expect(comparableEmail(cleanEmail(text)).length).toBeGreaterThanOrEqual(0)
    }
  })

  it('may stand where a name, an address, a firm or a page should, and is kept.', () => {
    for (const text of texts) {
      const name = parseName({ full: text })
      expect(name.full.length).toBeGreaterThanOrEqual(cleanText(text).replace(/\s+/g, ' ').length)
      const draft = {
        ...emptyContact({ format: 'vcard', line: 1 }),
        name,
        emails: [{ address: text, place: 'other' }],
        organizations: [{ name: text }],
        urls: [{ url: text, kind: 'other' }],
        notes: [text],
      } as const
      expect(['undefined', 'string']).toContain(typeof setApart(draft))
      expect(mergeDrafts(draft, draft).urls).toEqual(draft.urls)
      expect(comparableOrganization(text).length).toBeLessThanOrEqual(text.length * 4)
    }
  })
})
