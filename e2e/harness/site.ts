// A real server on a database of its own, and a real Chromium before it. Any error in a page's console, and any answer of 500 or more, fails the
// journey that met it.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, type Database } from '@entregent/core/db/connect.ts'
import { createTestDatabase } from '@entregent/core/db/testing/test-database.ts'
import { startSession } from '@entregent/core/members/sessions.ts'
import type { Locale } from '@entregent/lib/base/locale.ts'
import { type ChildServer, startChildServer } from '@entregent/server/testing/child-server.ts'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import PostalMime from 'postal-mime'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'

export interface Visit {
  readonly locale: Locale
  readonly scheme?: 'light' | 'dark'
  readonly width?: number
  readonly script?: boolean
  /** The browser's own zone, whatever the member's is. */
  readonly timeZone?: string
  /** Sign in as the member with this handle. */
  readonly as?: string
  /** Another server than the site's own. */
  readonly url?: string
  /** Open until the end of the file, for the tests after this one too. */
  readonly keep?: boolean
}

export interface Site {
  readonly database: Database
  readonly databaseUrl: string
  readonly url: string
  visit(options: Visit): Promise<Page>
  /** The newest mail to this address whose subject matches, once it is there. */
  mailTo(address: string, subject?: RegExp): Promise<{ subject: string; text: string; link: string }>
}

/** Starts the site before the tests of a file, after `prepare` has filled its database. */
export function useSite(prepare: (database: Database, url: string) => Promise<void> = async () => {}): Site {
  const troubles: string[] = []
  const contexts: BrowserContext[] = []
  let database: Database
  let databaseUrl = ''
  let drop = async () => {}
  let folder = ''
  let server: ChildServer
  let browser: Browser

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'e2e-'))
    const made = await createTestDatabase()
    drop = made.drop
    databaseUrl = made.url
    database = connect(made.url, { statementTimeoutMs: 60_000 })
    await prepare(database, made.url)
    server = await startChildServer({ DATABASE_URL: made.url, DATA_DIR: folder })
    browser = await chromium.launch({
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    })
  })
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()))
    expect(troubles.splice(0)).toEqual([])
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    await database?.close()
    await drop()
    await rm(folder, { recursive: true, force: true })
  })

  return {
    get database() {
      return database
    },
    get databaseUrl() {
      return databaseUrl
    },
    get url() {
      return server.url
    },
    async visit({ locale, scheme = 'light', width = 1280, script = true, timeZone = 'America/Toronto', as, url = server.url, keep }) {
      const context = await browser.newContext({
        locale: locale === 'fr' ? 'fr-CA' : 'en-CA',
        colorScheme: scheme,
        viewport: { width, height: 900 },
        javaScriptEnabled: script,
        timezoneId: timeZone,
        baseURL: url,
      })
      if (!keep) contexts.push(context)
      context.setDefaultTimeout(20_000)
      if (as) {
        const { id } = await database.db.selectFrom('member').select('id').where('handle', '=', as).executeTakeFirstOrThrow()
        await database.db.updateTable('member').set({ locale }).where('id', '=', id).execute()
        const value = await startSession(database.db, id, 'e2e')
        await context.addCookies([{ name: '__Host-session', value, url: url.replace('http:', 'https:'), secure: true, httpOnly: true }])
      }
      const page = await context.newPage()
      page.on('console', (message) => {
        // A refused form answers 4xx, which Chromium reports as an error of the console: the test looks at the page itself.
        if (message.type() === 'error' && !/status of 4(09|10|22|29|04)/u.test(message.text()))
          troubles.push(`${page.url()}: ${message.text()}`)
      })
      page.on('pageerror', (error) => troubles.push(`${page.url()}: ${error.message}`))
      page.on('response', (response) => response.status() >= 500 && troubles.push(`${response.status()} ${response.url()}`))
      return page
    },
    async mailTo(address, subject = /./u) {
      for (const deadline = Date.now() + 15_000; ; ) {
        const names = (await readdir(join(folder, 'mail')).catch(() => []))
          .filter((name) => !name.startsWith('.'))
          .sort()
          .reverse()
        for (const name of names) {
          const mail = await PostalMime.parse(await readFile(join(folder, 'mail', name)))
          if (mail.to?.some((to) => to.address === address) && subject.test(mail.subject ?? '')) {
            const text = mail.text ?? ''
            return { subject: mail.subject ?? '', text, link: /http:\/\/\S+/u.exec(text)?.[0] ?? '' }
          }
        }
        if (Date.now() > deadline) throw new Error(`no mail to ${address}:\n${server.output()}`)
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
    },
  }
}

/** A picture of the page for the build's artefacts, not for git. Fast rather than small: there are many. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = new URL('../../artefacts/screenshots/', import.meta.url).pathname
  await mkdir(folder, { recursive: true })
  const devtools = await page.context().newCDPSession(page)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  const { data } = await devtools.send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: true, captureBeyondViewport: true })
  await devtools.detach()
  await writeFile(join(folder, `${name}.png`), data, 'base64')
}
