import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DateHint, parsePartialDate } from './dates.ts'

/** Year-month-day with a dash for what is not told. */
const shown = (text: string, hint?: DateHint) => {
  const date = parsePartialDate(text, hint)
  return date && [date.year ?? '-', date.month ?? '-', date.day ?? '-'].join(' ')
}

describe('parsePartialDate', () => {
  it.each([
    ['1985-03-07', '1985 3 7'],
    ['1985-3-7', '1985 3 7'],
    ['19850307', '1985 3 7'],
    ['1985-03-07T00:00:00Z', '1985 3 7'],
    ['1985-03-07T10:30:00.000+02:00', '1985 3 7'],
    ['19850307T103000Z', '1985 3 7'],
    ['1985-03', '1985 3 -'],
    ['1985-03-00', '1985 3 -'],
    ['1985-00-00', '1985 - -'],
    ['0000-03-07', '- 3 7'],
    ['1985', '1985 - -'],
    ['--0307', '- 3 7'],
    ['--03-07', '- 3 7'],
    ['--03', '- 3 -'],
    ['---07', '- - 7'],
    ['Mar 7', '- 3 7'],
    ['7 Mar', '- 3 7'],
    ['Mar 2021', '2021 3 -'],
    ['Sep 2008', '2008 9 -'],
    ['2015', '2015 - -'],
    ['01 Oct 2022', '2022 10 1'],
    ['7-Feb-22', '2022 2 7'],
    ['Mar. 7, 1985', '1985 3 7'],
    ['March 7th, 1985', '1985 3 7'],
    ['Thursday, March 7, 1985', '1985 3 7'],
    ['01/19/13, 12:10 AM', '2013 1 19'],
    ['8/20/26, 8:13 AM', '2026 8 20'],
    ['8/20/26', '2026 8 20'],
    ['2026/07/28 13:20:49 UTC', '2026 7 28'],
    ['2026-02-01 10:00:00 UTC', '2026 2 1'],
    ['07/03/1985', '1985 3 7'],
    ['7.3.1985', '1985 3 7'],
    ['7. 3. 1985', '1985 3 7'],
    ['07-03-1985', '1985 3 7'],
    ['03/1985', '1985 3 -'],
    ['1985/03', '1985 3 -'],
    ['07/03', '- 3 7'],
    ['7 mars 1985', '1985 3 7'],
    ['7 mars', '- 3 7'],
    ['mars 1985', '1985 3 -'],
    ['1er mai', '- 5 1'],
    ['1ᵉʳ mai 1985', undefined],
    ['le 7 mars 1985', '1985 3 7'],
    ['jeudi 7 mars 1985', '1985 3 7'],
    ['mar. 7 mai 1985', '1985 5 7'],
    ['7 août 1985', '1985 8 7'],
    ['7 AOUT 1985', '1985 8 7'],
    ['7 févr. 1985', '1985 2 7'],
    ['déc. 2020', '2020 12 -'],
    ['juin 2020', '2020 6 -'],
    ['juil. 2020', '2020 7 -'],
    ['7. März 1985', '1985 3 7'],
    ['7 de marzo de 1985', '1985 3 7'],
    ['1985 March 7', '1985 3 7'],
    ['March', '- 3 -'],
    ['29/02/2020', '2020 2 29'],
    ['29 février', '- 2 29'],
    ['0/0/00', undefined],
    ['00/00/0000', undefined],
    ['0000-00-00', undefined],
    ['31/02/2020', undefined],
    ['29/02/2021', undefined],
    ['32 mars', undefined],
    ['13/13/2020', undefined],
    ['hier', undefined],
    ['', undefined],
    ['12', undefined],
    ['2020-13-01', undefined],
  ])('%j is %j.', (text, date) => {
    expect(shown(text)).toBe(date)
  })

  it.each<[string, DateHint, string]>([
    ['03/07/1985', { order: 'dmy' }, '1985 7 3'],
    ['03/07/1985', { order: 'mdy' }, '1985 3 7'],
    ['25/12/1985', { order: 'mdy' }, '1985 12 25'],
    ['12/25/1985', { order: 'dmy' }, '1985 12 25'],
    ['85/03/07', { order: 'ymd' }, '1985 3 7'],
    ['03/07', { order: 'mdy' }, '- 3 7'],
    ['7/3/30', {}, '2030 3 7'],
    ['7/3/31', {}, '1931 3 7'],
    ['7/3/31', { twoDigitYearPivot: 40 }, '2031 3 7'],
    ["7 mars '85", {}, '1985 3 7'],
  ])('%j with %j is %j.', (text, hint, date) => {
    expect(shown(text, hint)).toBe(date)
  })

  it('reads every month of French and English, whole and short.', () => {
    for (const locale of ['fr', 'en']) {
      for (const style of ['long', 'short'] as const) {
        for (let month = 1; month <= 12; month += 1) {
          const name = new Intl.DateTimeFormat(locale, { month: style, timeZone: 'UTC' }).format(new Date(Date.UTC(2020, month - 1, 1)))
          expect(parsePartialDate(`1 ${name} 2020`)).toEqual({ year: 2020, month, day: 1 })
        }
      }
    }
  })

  it('reads back every day of the calendar as ISO, day first, month first and by name.', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(day, (date) => {
        const [year, month, of] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]
        const expected = { year, month, day: of }
        expect(parsePartialDate(date.toISOString())).toEqual(expected)
        expect(parsePartialDate(`${of}/${month}/${year}`)).toEqual(expected)
        expect(parsePartialDate(`${month}/${of}/${year}`, { order: 'mdy' })).toEqual(expected)
        expect(parsePartialDate(new Intl.DateTimeFormat('fr', { dateStyle: 'full', timeZone: 'UTC' }).format(date))).toEqual(expected)
        expect(parsePartialDate(new Intl.DateTimeFormat('en', { dateStyle: 'full', timeZone: 'UTC' }).format(date))).toEqual(expected)
      }),
    )
  })

  it('takes any text.', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...Array.from('0123456789/-. TZ')) })), (text) => {
        const date = parsePartialDate(text)
        expect(date === undefined || (date.month ?? 1) <= 12).toBe(true)
      }),
    )
  })
})
