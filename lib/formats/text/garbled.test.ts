import { expect, test } from 'vitest'
import { mendGarbled } from './garbled.ts'

test.each([
  ['LefÃ¨vre', 'Lefèvre'],
  ['MÃ¼ller', 'Müller'],
  ['cÅ“ur', 'cœur'],
  ['lâ€™Ã©tÃ©', 'l’été'],
  ['nÂ° 4', 'n° 4'],
])('%s was %s.', (spoilt, text) => {
  expect(mendGarbled(spoilt)).toBe(text)
})

test.each(['Lefèvre', '«LA CITÉ»', 'ENVOYÉ…', '»CAFÉ«', 'DÉPOSÉ™', '»fiancé…«', 'IRMÃ\u00a0Maria', 'Â» fin', 'Ünal', 'ÄÖÜ'])(
  '%s is as it was written.',
  (text) => {
    expect(mendGarbled(text)).toBeUndefined()
  },
)
