import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePhone, splitPhones } from './phones.ts'

/** As written, home country, number, E.164, extension. */
const cases: readonly (readonly [string, string | undefined, string, string | undefined, string | undefined])[] = [
  ['01 42 68 53 00', 'FR', '01 42 68 53 00', '+33142685300', undefined],
  ['01.42.68.53.00', 'fr', '01.42.68.53.00', '+33142685300', undefined],
  ['01 42 68 53 00', undefined, '01 42 68 53 00', undefined, undefined],
  ['+33 (0)6 12 34 56 78', undefined, '+33 (0)6 12 34 56 78', '+33612345678', undefined],
  ['+33(0)142685300', 'CA', '+33(0)142685300', '+33142685300', undefined],
  ['(+33) 1 42 68 53 00', undefined, '(+33) 1 42 68 53 00', '+33142685300', undefined],
  ['0033142685300', undefined, '0033142685300', '+33142685300', undefined],
  ['00 33 1 42 68 53 00', undefined, '00 33 1 42 68 53 00', '+33142685300', undefined],
  ['00 33 (0) 1 42 68 53 00', 'FR', '00 33 (0) 1 42 68 53 00', '+33142685300', undefined],
  ['+ 33 1 42 68 53 00', undefined, '+ 33 1 42 68 53 00', '+33142685300', undefined],
  ['514-555-0123', 'CA', '514-555-0123', '+15145550123', undefined],
  ['1 (514) 555-0123', 'CA', '1 (514) 555-0123', '+15145550123', undefined],
  ['02 345 67 89', 'BE', '02 345 67 89', '+3223456789', undefined],
  ['0470 12 34 56', 'BE', '0470 12 34 56', '+32470123456', undefined],
  ['022 345 67 89', 'CH', '022 345 67 89', '+41223456789', undefined],
  ['+41 (0)79 123 45 67', undefined, '+41 (0)79 123 45 67', '+41791234567', undefined],
  ['1-800-FLOWERS', 'CA', '1-800-FLOWERS', '+18003569377', undefined],
  ['01 42 68 53 00 poste 12', 'FR', '01 42 68 53 00', '+33142685300', '12'],
  ['01 42 68 53 00, poste n° 12', 'FR', '01 42 68 53 00', '+33142685300', '12'],
  ['01 42 68 53 00 (poste 12)', 'FR', '01 42 68 53 00', '+33142685300', '12'],
  ['0142685300 p. 12', 'FR', '0142685300', '+33142685300', '12'],
  ['0142685300p12', 'FR', '0142685300', '+33142685300', '12'],
  ['514-555-0123 x12', 'CA', '514-555-0123', '+15145550123', '12'],
  ['514-555-0123x12', 'CA', '514-555-0123', '+15145550123', '12'],
  ['(514) 555-0123 ext. 12', 'CA', '(514) 555-0123', '+15145550123', '12'],
  ['514.555.0123 extension: 12', 'CA', '514.555.0123', '+15145550123', '12'],
  ['514 555 0123 #12', 'CA', '514 555 0123', '+15145550123', '12'],
  ['+1-514-555-0123;ext=12', undefined, '+1-514-555-0123', '+15145550123', '12'],
  ['0142685300,,12#', 'FR', '0142685300', '+33142685300', '12'],
  ['tel:+33-1-42-68-53-00;phone-context=fr.example', undefined, '+33-1-42-68-53-00', '+33142685300', undefined],
  ['Tél. : 01 42 68 53 00', 'FR', 'Tél. : 01 42 68 53 00', '+33142685300', undefined],
  ['01 42 68 53 00/01', 'FR', '01 42 68 53 00/01', '+33142685300', undefined],
  ['٠١٤٢٦٨٥٣٠٠', 'FR', '٠١٤٢٦٨٥٣٠٠', '+33142685300', undefined],
  ['\u202a+33 1 42 68 53 00\u202c', undefined, '+33 1 42 68 53 00', '+33142685300', undefined],
  ['01 42 68 53', 'FR', '01 42 68 53', undefined, undefined],
  ['3400', 'FR', '3400', undefined, undefined],
  ['poste 12', 'FR', 'poste 12', undefined, undefined],
  ['à demander', 'FR', 'à demander', undefined, undefined],
  ['01 42 68 53 00', 'XX', '01 42 68 53 00', undefined, undefined],
  ['', 'FR', '', undefined, undefined],
]

describe('parsePhone', () => {
  it.each(cases)('%j at home in %s is %j, %s, extension %s.', (raw, country, number, e164, extension) => {
    expect(parsePhone(raw, country)).toEqual({ number, ...(e164 && { e164 }), ...(extension && { extension }) })
  })

  it('takes any text and gives E.164 or nothing.', () => {
    const digits = fc.string({ unit: fc.constantFrom(...Array.from('0123456789 +().-/x#pext,;')) })
    fc.assert(
      fc.property(fc.oneof(digits, fc.string({ unit: 'binary-ascii' })), (text) => {
        const { e164, number } = parsePhone(text, 'FR')
        if (e164 !== undefined) expect(e164).toMatch(/^\+[1-9]\d{5,14}$/)
        expect(text.length === 0 ? number : typeof number).toBe(text.length === 0 ? '' : 'string')
      }),
    )
  })

  it('reads its own E.164 back.', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100000000, max: 999999999 }), (digits) => {
        const { e164 } = parsePhone(`0${digits}`, 'FR')
        if (e164 !== undefined) expect(parsePhone(e164).e164).toBe(e164)
        expect(e164 === undefined || e164 === `+33${digits}`).toBe(true)
      }),
    )
  })
})

describe('splitPhones', () => {
  it.each<[string, string[]]>([
    ['01 42 68 53 00 / 06 12 34 56 78', ['01 42 68 53 00', '06 12 34 56 78']],
    ['01 42 68 53 00/06 12 34 56 78', ['01 42 68 53 00', '06 12 34 56 78']],
    ['01 42 68 53 00;06 12 34 56 78 ; +41 22 345 67 89', ['01 42 68 53 00', '06 12 34 56 78', '+41 22 345 67 89']],
    ['01 42 68 53 00, 06 12 34 56 78', ['01 42 68 53 00', '06 12 34 56 78']],
    ['01 42 68 53 00\n06 12 34 56 78', ['01 42 68 53 00', '06 12 34 56 78']],
    ['01 42 68 53 00 ou 06 12 34 56 78', ['01 42 68 53 00', '06 12 34 56 78']],
    ['514-555-0123 or 514-555-0124', ['514-555-0123', '514-555-0124']],
    ['5145550123 ::: 5145550124', ['5145550123', '5145550124']],
    ['514-555-0123;ext=12; 514-555-0124', ['514-555-0123;ext=12', '514-555-0124']],
    ['030/123456', ['030/123456']],
    ['01 42 68 53 00/01', ['01 42 68 53 00/01']],
    ['0142685300,,12', ['0142685300,,12']],
    ['01 42 68 53 00', ['01 42 68 53 00']],
    [' ; ', [';']],
    ['', []],
  ])('cuts %j into %j.', (cell, numbers) => {
    expect(splitPhones(cell)).toEqual(numbers)
  })

  it('loses no digit.', () => {
    const cell = fc.string({ unit: fc.constantFrom(...Array.from('0123456789 /;,|\n')) })
    fc.assert(
      fc.property(cell, (text) => {
        expect(splitPhones(text).join('').replace(/\D/g, '')).toBe(text.replace(/\D/g, ''))
      }),
    )
  })
})
