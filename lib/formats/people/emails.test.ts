import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseEmailAddress } from '../../base/email-address.ts'
import { cleanEmail, comparableEmail, isEmail } from './emails.ts'

/** As found, as shown, as compared. */
const cases: readonly (readonly [string, string, string])[] = [
  ['Zoe.Larcher@Courrier.example', 'Zoe.Larcher@Courrier.example', 'zoe.larcher@courrier.example'],
  [' zoe@courrier.example ', 'zoe@courrier.example', 'zoe@courrier.example'],
  ['mailto:Zoe@courrier.example', 'Zoe@courrier.example', 'zoe@courrier.example'],
  ['mailto:zo%65@courrier.example?subject=a%20b', 'zoe@courrier.example', 'zoe@courrier.example'],
  ['MAILTO: zoe@courrier.example', 'zoe@courrier.example', 'zoe@courrier.example'],
  ['SMTP:zoe@courrier.example', 'zoe@courrier.example', 'zoe@courrier.example'],
  ['<zoe@courrier.example>', 'zoe@courrier.example', 'zoe@courrier.example'],
  ['Zoé Larcher <zoe@courrier.example>', 'zoe@courrier.example', 'zoe@courrier.example'],
  ['"Larcher, Zoé" <zoe@courrier.example>', 'zoe@courrier.example', 'zoe@courrier.example'],
  ["'zoe@courrier.example'", 'zoe@courrier.example', 'zoe@courrier.example'],
  ['zoe@courrier.example;', 'zoe@courrier.example', 'zoe@courrier.example'],
  ['zoe@courrier.example.', 'zoe@courrier.example', 'zoe@courrier.example'],
  ['(zoe@courrier.example)', 'zoe@courrier.example', 'zoe@courrier.example'],
  ['zoe@société.example', 'zoe@société.example', 'zoe@xn--socit-esab.example'],
  ['zoe@xn--socit-esab.example', 'zoe@xn--socit-esab.example', 'zoe@xn--socit-esab.example'],
  ['zo\u0301@courrier.example', 'zó@courrier.example', 'zó@courrier.example'],
  ['z.o.e+news@gmail.com', 'z.o.e+news@gmail.com', 'zoe@gmail.com'],
  ['Z.Oe@GoogleMail.com', 'Z.Oe@GoogleMail.com', 'zoe@gmail.com'],
  ['z.oe+news@courrier.example', 'z.oe+news@courrier.example', 'z.oe+news@courrier.example'],
  ["o'hara@courrier.example", "o'hara@courrier.example", "o'hara@courrier.example"],
  ['\u200bzoe@courrier.example', 'zoe@courrier.example', 'zoe@courrier.example'],
]

describe('an e-mail address', () => {
  it.each(cases)('%j is shown as %j and compared as %j.', (raw, shown, compared) => {
    expect(cleanEmail(raw)).toBe(shown)
    expect(comparableEmail(raw)).toBe(compared)
    expect(isEmail(raw)).toBe(true)
  })

  it.each([
    '',
    'zoe',
    'zoe@',
    '@courrier.example',
    'zoe@localhost',
    'a b@courrier.example',
    'zoe@courrier',
    '/o=ACME/cn=zoe',
    'http://courrier.example',
    'zoe@courrier.example/in',
    'zoe@courrier.example:25',
  ])('%j is none.', (text) => {
    expect(isEmail(text)).toBe(false)
  })

  it('has a key that is its own key, whatever the text.', () => {
    const odd = fc.oneof(
      fc.emailAddress(),
      fc.string({ unit: 'binary-ascii' }),
      fc.emailAddress().map((address) => `mailto:${address.toUpperCase()}`),
    )
    fc.assert(
      fc.property(odd, (text) => {
        const key = comparableEmail(text)
        expect(comparableEmail(key)).toBe(key)
      }),
    )
  })
})

it('Ordinary addresses, told by a short rule, are all accepted by the whole one.', () => {
  const label = fc.stringMatching(/^[a-z0-9](?:[a-z0-9-]{0,10}[a-z0-9])?$/)
  const address = fc
    .tuple(
      fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9._+-]{0,20}$/),
      fc.array(label, { minLength: 1, maxLength: 4 }),
      fc.stringMatching(/^[a-z]{2,8}$/),
    )
    .map(([local, labels, end]) => `${local}@${[...labels, end].join('.')}`)
  fc.assert(
    fc.property(address, (one) => {
      expect(cleanEmail(one)).toBe(one)
      expect(isEmail(one)).toBe(parseEmailAddress(one) !== undefined)
    }),
    { numRuns: 2_000 },
  )
})
