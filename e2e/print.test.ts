// A person's page on paper, in both languages: what one reads of the person and of the ways in, and nothing that only a screen can do. Black on
// white, also for those who live in the dark.
import { conversations } from '@entregent/lib/i18n/conversations.ts'
import { shell } from '@entregent/lib/i18n/shell.ts'
import { waysIn } from '@entregent/lib/i18n/ways-in.ts'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { seedVillage } from '../seed/village/write.ts'
import { expectNoOverflow } from './harness/accessible.ts'
import { picture, useSite } from './harness/site.ts'

describe('on paper', () => {
  const site = useSite(async (_, url) => {
    await seedVillage(url)
  })

  it.each(['en', 'fr'] as const)('a person’s page says who they are and who can introduce one to them (%s)', async (locale) => {
    const t = waysIn[locale]
    const page = await site.visit({ locale, as: 'irina-sokolov-blais', scheme: 'dark', width: 700 })
    await page.goto('/p/fatou-ndiaye-morin')
    await print(page)

    await page.getByRole('heading', { level: 1, name: /Fatou Ndiaye-Morin/u }).waitFor()
    await page.getByRole('heading', { name: t.canIntroduce({ count: 1 }) }).waitFor()
    await page.getByText(/^Nikhil Desai-Caron/u).waitFor()
    await page.getByRole('heading', { name: 'Caisse de la Rive-Claire' }).or(page.getByText('Caisse de la Rive-Claire')).first().waitFor()
    await page.getByRole('heading', { name: t.whatReaches }).waitFor()

    expect(await shown(page, 'nav, form, button, input, .button, .skip, header.top, footer.bottom')).toEqual([])
    await expect(page.getByRole('link', { name: t.askLabel({ name: 'Nikhil', target: 'Fatou' }) }).isVisible()).resolves.toBe(false)
    expect(await contrast(page)).toEqual({ ink: 'dark', paper: 'none' })
    await expectNoOverflow(page)
    await picture(page, `print-person-${locale}`)
  })

  it('so does the page that anyone may see', async () => {
    const page = await site.visit({ locale: 'fr', scheme: 'dark', width: 700 })
    await page.goto('/p/linh-pham-tardif')
    await print(page)
    await page.getByRole('heading', { level: 1, name: /Linh/u }).waitFor()
    expect(await shown(page, 'nav, form, button, input, .button, .skip, header.top, footer.bottom')).toEqual([])
    await expect(page.getByText(shell.fr.signIn, { exact: true }).isVisible()).resolves.toBe(false)
    expect(await contrast(page)).toEqual({ ink: 'dark', paper: 'none' })
  })

  it('a conversation is printed without its form', async () => {
    const page = await site.visit({ locale: 'fr', as: 'maelle-thivierge', width: 700 })
    await page.goto('/conversations')
    await page.getByRole('link', { name: 'Marguerite Audet' }).click()
    await page.getByText('Passe prendre le thé').waitFor()
    await print(page)
    await page.getByText('Passe prendre le thé').waitFor()
    await expect(page.getByText(conversations.fr.write).isVisible()).resolves.toBe(false)
    expect(await shown(page, 'nav, form, button, textarea')).toEqual([])
  })
})

async function print(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print' })
}

/** What of these is to be seen. */
function shown(page: Page, selector: string): Promise<string[]> {
  return page
    .locator(selector)
    .evaluateAll((all) => all.filter((element) => element.checkVisibility()).map((element) => element.outerHTML.slice(0, 80)))
}

/** Whether headings and running text are dark, and what is painted behind them. */
function contrast(page: Page): Promise<{ ink: string; paper: string }> {
  return page.evaluate(() => {
    const colours = [...document.querySelectorAll('h1, h2, main p')]
      .filter((element) => element.checkVisibility() && element.textContent?.trim())
      .map((element) => {
        const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
        if (!canvas) return 255
        canvas.fillStyle = getComputedStyle(element).color
        canvas.fillRect(0, 0, 1, 1)
        return Math.max(...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3))
      })
    const { backgroundColor } = getComputedStyle(document.documentElement)
    return {
      ink: colours.length > 3 && colours.every((brightest) => brightest < 140) ? 'dark' : `not dark: ${colours.join(' ')}`,
      paper: backgroundColor === 'rgba(0, 0, 0, 0)' ? 'none' : backgroundColor,
    }
  })
}
