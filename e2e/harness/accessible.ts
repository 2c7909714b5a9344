// What is judged of a page: what axe finds in both colour schemes, and whether anything stands out of the window sideways.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

interface Axe {
  run(context: Document, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>
}

const source = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Nothing that axe knows of is wrong on the page; what depends on colours is looked at in the dark too. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(await source)
    const found = await page.evaluate(async (dark) => {
      const { axe } = globalThis as unknown as { axe: Axe }
      const { violations } = await axe.run(document, {
        resultTypes: ['violations'],
        preload: false,
        ...(dark && { runOnly: ['color-contrast', 'link-in-text-block'] }),
      })
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
    }, colorScheme === 'dark')
    expect(found, `${page.url()} (${colorScheme})`).toEqual([])
  }
}

/** Nothing stands out of the window sideways. */
export async function expectNoOverflow(page: Page): Promise<void> {
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(beyond, `${page.url()} is wider than the window of ${page.viewportSize()?.width} px`).toBeLessThanOrEqual(0)
}

/** Text twice as large, for as long as the page stays. */
export async function enlargeText(page: Page, percent: number): Promise<void> {
  await page.evaluate((size) => {
    document.documentElement.style.fontSize = `${size}%`
  }, percent)
}
