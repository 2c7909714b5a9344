// Every page of web/app/routes.ts in every state it has: what axe finds in light and dark, and whether anything sticks out of a window of 320 px,
// or with text twice as large. What is seen most is pictured for the build (artefacts/screenshots), on a phone and on a desk, light and dark.
import { tmpdir } from 'node:os'
import type { Locale } from '@entregent/lib/base/locale.ts'
import type { Page } from 'playwright-core'
import { matchPath } from 'react-router'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedVillage } from '../seed/village/write.ts'
import routes from '../web/app/routes.ts'
import { enlargeText, expectAccessible, expectNoOverflow } from './harness/accessible.ts'
import { startDemo } from './harness/demo.ts'
import { picture, useSite } from './harness/site.ts'
import { accountStates } from './walk/account-states.ts'
import { nowhereStates, peopleStates } from './walk/people-states.ts'
import { handleOf, type State } from './walk/state.ts'

const statesOf = { ...accountStates, ...peopleStates }

describe('the walk through all pages', () => {
  const site = useSite(async (_, url) => {
    await seedVillage(url)
  })
  let demo: Awaited<ReturnType<typeof startDemo>>
  const pages = new Map<string, Page>()
  beforeAll(async () => {
    demo = await startDemo(site.databaseUrl, tmpdir())
  })
  afterAll(() => demo?.stop())

  it('leaves out no page of the table of routes', () => {
    // A file in .ts answers with data or a redirect: there is nothing to see.
    const shown = routes.filter(({ file, path }) => file.endsWith('.tsx') && path !== '*').map(({ path }) => `/${path ?? ''}`)
    expect(Object.keys(statesOf).sort()).toEqual(shown.sort())
  })

  // The first state of each page in both languages, the others in one, by turns, for the languages differ in words alone.
  describe.each(['en', 'fr'] as const)('in %s', (locale) => {
    const visits = [...Object.entries(statesOf), ['*', nowhereStates] as const].map(([route, states]) => {
      const all = states.map((state, place) => ({ state, judged: place % 2 === (locale === 'en' ? 0 : 1) }))
      return [route, all.filter(({ judged }, place) => judged || place === 0)] as const
    })
    it.each(visits)('finds nothing wrong with %s', async (route, visited) => {
      expect(visited.length).toBeGreaterThan(0)
      for (const { state, judged } of visited) {
        const page = await pageFor(state, locale)
        await enter(page, route, state)
        expect(await page.locator('html').getAttribute('lang'), state.name).toBe(locale)
        await expectNoOverflow(page)
        if (judged) await expectAccessible(page)
        await page.setViewportSize({ width: 640, height: 720 })
        await enlargeText(page, 200)
        await expectNoOverflow(page)
        await enlargeText(page, 100)
        if (state.main) await takePictures(page, state.name, locale)
      }
    })
  })

  async function pageFor({ as, demo: inDemo }: State, locale: Locale): Promise<Page> {
    const key = `${as ?? ''} ${locale} ${inDemo ?? false}`
    const open = pages.get(key)
    if (open) return open
    const handle = as && (await handleOf(site.database.db, as))
    const page = await site.visit({ locale, keep: true, ...(handle && { as: handle }), ...(inDemo && { url: demo.url }) })
    pages.set(key, page)
    return page
  }

  async function enter(page: Page, route: string, { path, status = 200, prepare, name }: State): Promise<void> {
    await page.setViewportSize({ width: 320, height: 720 })
    const answer = await page.goto(typeof path === 'string' ? path : await path(site.database.db))
    expect(answer?.status(), name).toBe(status)
    await prepare?.(page)
    const { pathname } = new URL(page.url())
    expect(route === '*' || matchPath(route, pathname), `${name} is at ${pathname}, which is not ${route}`).toBeTruthy()
  }
})

// In each language half of the schemes and widths: what is seen in both languages is seen in all four.
async function takePictures(page: Page, name: string, locale: Locale): Promise<void> {
  for (const width of [390, 1280]) {
    const colorScheme = (width === 390) === (locale === 'en') ? 'dark' : 'light'
    await page.setViewportSize({ width, height: 844 })
    await page.emulateMedia({ colorScheme })
    await picture(page, `${name}-${locale}-${colorScheme}-${width}`)
  }
  await page.emulateMedia({ colorScheme: 'light' })
}
