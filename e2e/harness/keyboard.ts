// Hands that know no mouse: going on by Tab, and looking where the focus is.
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** Presses Tab until the focus is on `target`. Every stop on the way lies in the window and shows that it has the focus. */
export async function tabTo(page: Page, target: Locator, mostStops = 40): Promise<void> {
  const wanted = await target.elementHandle()
  for (let stops = 0; stops < mostStops; stops++) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate((element) => {
      const focused = document.activeElement
      if (!focused || focused === document.body) return undefined
      const { outlineStyle, outlineWidth } = getComputedStyle(focused)
      const { top, bottom, left, right, width, height } = focused.getBoundingClientRect()
      return {
        name: focused.getAttribute('aria-label') ?? focused.textContent?.trim().slice(0, 60) ?? '',
        shown: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0,
        inWindow: width > 0 && height > 0 && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth,
        there: focused === element,
      }
    }, wanted)
    if (!stop) continue
    expect(stop.shown, `${stop.name} does not show its focus`).toBe(true)
    expect(stop.inWindow, `${stop.name} has the focus, out of sight`).toBe(true)
    if (stop.there) return
  }
  throw new Error(`not reached by ${mostStops} Tabs: ${String(target)}`)
}

/** Tab until there, then Enter. */
export async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press('Enter')
}

/** Tab until there, then type. */
export async function write(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.type(text)
}

/** The page of this heading has come, and the focus is at its content: on `main` or the heading, not lost and not on the page before. */
export async function expectArrived(page: Page, heading: string | RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name: heading }).waitFor()
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.matches('main, main h1') ?? false), { message: `focus after ${page.url()}` })
    .toBe(true)
}
