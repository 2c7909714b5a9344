import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanLine, cleanText } from './clean.ts'

const cases: readonly (readonly [string, string])[] = [
  ['  Zoé  ', 'Zoé'],
  ['\u00a0Zoé\u3000', 'Zoé'],
  ['Zoe\u0301', 'Zoé'],
  ['Z\u0000o\u0007é\u009f', 'Zoé'],
  ['\ufeffZoé\u200b', 'Zoé'],
  ['\u202eéoZ\u202c', 'éoZ'],
  ['une\r\ndeux\rtrois\u2028quatre\u000bcinq', 'une\ndeux\ntrois\nquatre\ncinq'],
  ['une\n\n\ndeux', 'une\n\n\ndeux'],
  ['a\tb  c', 'a\tb  c'],
  ['می\u200cخواهم', 'می\u200cخواهم'],
  ['\u200cnom\u200d', 'nom'],
  ['👩\u200d🔧', '👩\u200d🔧'],
  ['soft\u00adhyphen', 'softhyphen'],
  ['seul\ud800', 'seul\ufffd'],
  ['', ''],
  ['\u0000', ''],
]

describe('cleanText', () => {
  it.each(cases)('makes %j into %j.', (raw, clean) => {
    expect(cleanText(raw)).toBe(clean)
  })

  it('changes nothing in what is clean, whatever it was.', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        const clean = cleanText(raw)
        expect(cleanText(clean)).toBe(clean)
        expect(clean).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/)
        expect(clean).toBe(clean.normalize('NFC'))
      }),
    )
  })

  it('gives one line when a line is asked for.', () => {
    expect(cleanLine(' a \r\n\t b ')).toBe('a b')
  })
})
