// Every page of the village, in both languages: what axe finds, what sticks out of a small window, what script it ships, and whether it works
// without any.

import { describe, expect, it } from 'vitest'
import { seedVillage } from '../seed/village/write.ts'
import { expectAccessible, expectNoOverflow } from './harness/accessible.ts'
import { picture, useSite } from './harness/site.ts'

/** Bytes of script that a member's page may ship, compressed. */
const scriptBudgetBytes = 150 * 1024

describe('pages', () => {
  const site = useSite(async (_, url) => {
    await seedVillage(url)
  })
  const me = 'maelle-thivierge'
  const visitorPages = ['/', '/join', '/sign-in', '/reset', '/p/linh-pham-tardif', '/p/nobody-at-all', '/join/spent']
  const memberPages = [
    '/',
    '/people',
    '/people?q=paiement',
    '/people?q=zzzz',
    '/network',
    '/invitations',
    '/conversations',
    '/introductions',
    '/settings',
    '/profile',
    '/p/linh-pham-tardif',
    '/p/nikhil-desai-caron',
    '/p/nikhil-desai-caron/connect',
    '/p/maelle-thivierge',
  ]

  it.each(['en', 'fr'] as const)(
    'of members are accessible, fit 320 px, and keep to the budget of script (%s)',
    { timeout: 240_000 },
    async (locale) => {
      const page = await site.visit({ locale, as: me, width: 320 })
      for (const path of memberPages) {
        let scriptBytes = 0
        const count = async (response: import('playwright-core').Response) => {
          if (response.request().resourceType() === 'script')
            scriptBytes += (
              await response
                .request()
                .sizes()
                .catch(() => ({ responseBodySize: 0 }))
            ).responseBodySize
        }
        const counting: Promise<void>[] = []
        page.on('response', (response) => counting.push(count(response)))
        const answer = await page.goto(path)
        await page.waitForLoadState('load')
        await Promise.all(counting)
        page.removeAllListeners('response')
        expect(answer?.status(), path).toBe(200)
        expect(await page.locator('html').getAttribute('lang'), path).toBe(locale)
        expect(scriptBytes, `script of ${path}`).toBeLessThanOrEqual(scriptBudgetBytes)
        await expectNoOverflow(page)
        await expectAccessible(page)
        await picture(page, `member${path.replaceAll(/\W+/gu, '-')}-${locale}-320`)
      }
      const [conversation] = await site.database.db.selectFrom('conversation').select('id').limit(1).execute()
      expect(conversation).toBeDefined()
    },
  )

  it.each(['en', 'fr'] as const)(
    'of visitors ship no script at all, are accessible and fit 320 px (%s)',
    { timeout: 120_000 },
    async (locale) => {
      const page = await site.visit({ locale, width: 320 })
      for (const path of visitorPages) {
        const scripts: string[] = []
        page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()))
        await page.goto(path)
        page.removeAllListeners('request')
        expect(scripts, path).toEqual([])
        expect(await page.locator('script:not([type="application/ld+json"])').count(), path).toBe(0)
        await expectNoOverflow(page)
        await expectAccessible(page)
      }
    },
  )

  it('keep their words when the text is twice as large', async () => {
    const page = await site.visit({ locale: 'fr', as: me, width: 640 })
    for (const path of ['/', '/people?q=paiement', '/p/nikhil-desai-caron', '/network']) {
      await page.goto(path)
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%'
      })
      await expectNoOverflow(page)
    }
  })

  it('work without script: search, a connection’s marks, an invitation, a message', async () => {
    const page = await site.visit({ locale: 'en', as: me, script: false })
    await page.goto('/')
    await page.getByRole('combobox', { name: 'Find a person' }).fill('nikhil')
    await page.getByRole('combobox', { name: 'Find a person' }).press('Enter')
    await page.getByRole('link', { name: 'Nikhil Desai-Caron', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: /Nikhil/u }).waitFor()

    await page.goto('/invitations')
    await page
      .getByRole('button', { name: /^Ignore/u })
      .first()
      .click()
    await page.getByText('The invitation was put aside').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page
      .getByRole('button', { name: /^Accept/u })
      .first()
      .click()
    await page.getByText('You are now connected.').waitFor()

    await page.goto('/network')
    await page.getByText('Options').first().click()
    await page.getByRole('button', { name: 'Know well', exact: true }).first().click()
    await page.getByText('Options').first().click()
    expect(await page.getByRole('button', { name: 'Know well', exact: true }).first().getAttribute('aria-pressed')).toBe('true')

    await page.getByRole('link', { name: 'Write', exact: true }).first().click()
    await page.getByLabel('Your message').fill('Written without script.')
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByText('Written without script.').waitFor()
  })

  it('are reached by the keyboard alone, from the search field to a person', async () => {
    const page = await site.visit({ locale: 'en', as: me })
    await page.goto('/')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('q')
    await page.keyboard.type('nikh')
    await page.getByRole('option', { name: /Nikhil/u }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: /Nikhil/u }).waitFor()
  })
})
