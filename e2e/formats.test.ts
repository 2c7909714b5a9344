// The readers of files in the browser: every file of the corpus gives there, in Chromium, what it gives in Node.
import { readdirSync, readFileSync } from 'node:fs'
import { isAppError } from '@entregent/lib/base/errors.ts'
import { readFile } from '@entregent/lib/formats/read.ts'
import { type Browser, chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const corpus = new URL('../lib/formats/corpus/', import.meta.url)
const files = ['valid', 'invalid'].flatMap((kind) =>
  ['archive', 'cards', 'csv'].flatMap((room) =>
    readdirSync(new URL(`${kind}/${room}/`, corpus))
      .filter((name) => !name.endsWith('.json') || (room === 'archive' && !name.endsWith('.expected.json')))
      .map((name) => `${kind}/${room}/${name}`),
  ),
)
const entry = 'virtual:formats'
const source = `import { readFile } from '@entregent/lib/formats/read.ts'
export async function told(base64) {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  const events = []
  let error
  try {
    for await (const event of readFile((async function* () { yield bytes })(), { country: 'FR' })) events.push(event)
  } catch (thrown) {
    error = { code: thrown.code, details: thrown.details }
  }
  return JSON.stringify({ events, error })
}`

/** The readers as one script, as a page would ship them. */
async function bundled(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'formats',
        resolveId: (id) => (id === entry ? `\0${id}` : undefined),
        load: (id) => (id === `\0${entry}` ? source : undefined),
      },
    ],
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'formats' }, rollupOptions: { input: entry } },
  })
  const outputs = (Array.isArray(made) ? made : [made]) as { output: { code?: string }[] }[]
  return outputs.flatMap(({ output }) => output.flatMap(({ code }) => code ?? []))[0] ?? ''
}

async function inNode(bytes: Uint8Array): Promise<string> {
  const events: unknown[] = []
  let error: unknown
  try {
    const chunks = async function* () {
      yield bytes
    }
    for await (const event of readFile(chunks(), { country: 'FR' })) events.push(event)
  } catch (thrown) {
    if (!isAppError(thrown)) throw thrown
    error = { code: thrown.code, details: thrown.details }
  }
  return JSON.stringify({ events, error })
}

describe('the readers of files in Chromium', () => {
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu'],
    })
    page = await browser.newPage()
    await page.addScriptTag({ content: await bundled() })
  })
  afterAll(() => browser?.close())

  it('give of every file of the corpus what they give in Node', async () => {
    expect(files.length).toBeGreaterThanOrEqual(120)
    for (const file of files) {
      const bytes = readFileSync(new URL(file, corpus))
      const there = await page.evaluate(
        (base64) => (globalThis as unknown as { formats: { told(base64: string): Promise<string> } }).formats.told(base64),
        bytes.toString('base64'),
      )
      expect(JSON.parse(there), file).toEqual(JSON.parse(await inNode(new Uint8Array(bytes))))
    }
  })
})
