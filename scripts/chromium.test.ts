// Where the browser is looked for.
import { expect, test } from 'vitest'
import { findChromium } from './chromium.ts'

test('CHROMIUM_PATH wins over the usual places', () => {
  expect(findChromium({ CHROMIUM_PATH: '/opt/chromium' }, () => true)).toBe('/opt/chromium')
})

test('a CHROMIUM_PATH that names nothing is not replaced by another browser', () => {
  expect(findChromium({ CHROMIUM_PATH: '/opt/chromium' }, (path) => path === '/usr/bin/chromium')).toBeUndefined()
})

test("without it the system's own is found", () => {
  expect(findChromium({}, (path) => path === '/usr/bin/chromium')).toBe('/usr/bin/chromium')
  expect(findChromium({}, () => false)).toBeUndefined()
})
