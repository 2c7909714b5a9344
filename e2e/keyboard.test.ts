// The main job by the keyboard alone, in both languages; and what opens and closes, by Enter and Escape. The focus is always to be seen, and after
// each page stands where one reads on.
import { addConnection, addMember } from '@entregent/core/db/testing/people.ts'
import { conversations } from '@entregent/lib/i18n/conversations.ts'
import { home } from '@entregent/lib/i18n/home.ts'
import { introductions } from '@entregent/lib/i18n/introductions.ts'
import { network } from '@entregent/lib/i18n/network.ts'
import { shell } from '@entregent/lib/i18n/shell.ts'
import { waysIn } from '@entregent/lib/i18n/ways-in.ts'
import { words } from '@entregent/lib/i18n/words.ts'
import { describe, expect, it } from 'vitest'
import { expectArrived, press, tabTo, write } from './harness/keyboard.ts'
import { useSite } from './harness/site.ts'

describe('by the keyboard alone', () => {
  const locales = ['en', 'fr'] as const
  const site = useSite(async ({ db }) => {
    for (const locale of locales) {
      const named = (name: string, handle: string) => addMember(db, name, { handle: `${handle}-${locale}`, locale })
      const asker = await named('Anne Roy', 'asker')
      const connector = await named('Louise Gagnon', 'connector')
      const target = await named(`Gérard Morin${locale}`, 'target')
      await named(`Gérald Moreau${locale}`, 'other')
      await addConnection(db, asker, connector)
      await addConnection(db, connector, target)
    }
  })

  it.each(locales)('one finds a person and asks, a connector passes it on, the person accepts and writes (%s)', async (locale) => {
    const [t, h, c, w] = [introductions[locale], home[locale], conversations[locale], waysIn[locale]]
    const asker = await site.visit({ locale, as: `asker-${locale}` })
    await asker.goto('/')
    const box = asker.getByRole('combobox', { name: shell[locale].searchLabel })
    await write(asker, box, 'gerar')
    await asker.getByRole('option', { name: `Gérard Morin${locale}` }).waitFor()
    await asker.keyboard.press('ArrowDown')
    await asker.getByRole('option', { name: `Gérard Morin${locale}`, selected: true }).waitFor()
    await asker.keyboard.press('Enter')
    await expectArrived(asker, /Gérard/u)
    await press(asker, asker.getByRole('link', { name: w.askLabel({ name: 'Louise', target: 'Gérard' }) }))
    await expectArrived(asker, t.askThrough({ name: 'Louise', target: `Gérard Morin${locale}` }))
    await write(asker, asker.getByLabel(t.purpose), words[locale].purpose.expertise.slice(0, 4))
    expect(await asker.getByLabel(t.purpose).inputValue()).toBe('expertise')
    await write(asker, asker.getByLabel(t.noteToConnector({ name: 'Louise' })), 'Would you?')
    await write(asker, asker.getByLabel(t.noteToTarget({ target: 'Gérard' })), 'A word about hops?')
    await press(asker, asker.getByRole('button', { name: t.askButton({ name: 'Louise' }) }))
    await expectArrived(asker, t.youAsked({ target: `Gérard Morin${locale}` }))

    const connector = await site.visit({ locale, as: `connector-${locale}` })
    await connector.goto('/')
    await press(connector, connector.getByRole('link', { name: `${h.see} — ${h.toForward({ count: 1 })}` }))
    await expectArrived(connector, t.title)
    await press(connector, connector.getByRole('link', { name: /Anne Roy/u }))
    await expectArrived(connector, /Anne Roy/u)
    await write(connector, connector.getByRole('textbox', { name: t.ownWords({ name: 'Gérard' }) }), 'She is thorough.')
    await press(connector, connector.getByRole('button', { name: t.forward({ name: 'Gérard' }) }))
    await expectArrived(connector, t.title)
    await connector.getByText(t.done.forwarded).waitFor()

    const target = await site.visit({ locale, as: `target-${locale}` })
    await target.goto('/')
    await press(target, target.getByRole('link', { name: `${h.answer} — ${h.offered({ count: 1 })}` }))
    await expectArrived(target, t.title)
    await press(target, target.getByRole('link', { name: 'Anne Roy' }))
    await expectArrived(target, t.wantsToReachYou({ asker: 'Anne Roy' }))
    await press(target, target.getByRole('button', { name: t.accept({ asker: 'Anne' }) }))
    await target.getByText(t.yesYouAccepted({ asker: 'Anne' })).waitFor()
    await press(target, target.getByRole('link', { name: t.talk }))
    await expectArrived(target, 'Anne Roy')
    const message = target.getByRole('textbox', { name: c.write })
    await write(target, message, 'With pleasure.')
    await press(target, target.getByRole('button', { name: c.send }))
    await target.getByText('With pleasure.').waitFor()
    // One goes on writing at once: the focus is still in the form.
    await expect.poll(() => target.evaluate(() => document.activeElement?.closest('.message-form') !== null)).toBe(true)
  })

  it('the list of suggestions is walked, closed, and opened again', async () => {
    const page = await site.visit({ locale: 'en', as: 'asker-en' })
    await page.goto('/')
    const box = page.getByRole('combobox', { name: shell.en.searchLabel })
    const expanded = async (value: 'true' | 'false') => {
      await expect.poll(() => box.getAttribute('aria-expanded')).toBe(value)
    }
    const options = page.getByRole('option')
    await write(page, box, 'ger')
    await options.first().waitFor()
    const count = await options.count()
    expect(count).toBeGreaterThan(1)
    const chosen = () => options.evaluateAll((all) => all.findIndex((option) => option.getAttribute('aria-selected') === 'true'))
    expect(await chosen()).toBe(-1)
    await page.keyboard.press('ArrowUp')
    expect(await chosen()).toBe(count - 1)
    await page.keyboard.press('ArrowDown')
    expect(await chosen()).toBe(0)
    expect(await box.getAttribute('aria-activedescendant')).toBe(await options.first().getAttribute('id'))
    await page.keyboard.press('Escape')
    await expanded('false')
    expect(await box.inputValue()).toBe('ger')
    await page.keyboard.press('ArrowDown')
    await expanded('true')
    // Away from the field it is closed, and nothing was gone to.
    await page.keyboard.press('Tab')
    await expanded('false')
    expect(new URL(page.url()).pathname).toBe('/')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('End')
    await page.keyboard.type('a')
    await options.first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expectArrived(page, /Gérald|Gérard/u)
    expect(await box.inputValue()).toBe('')
  })

  it('the first stop of every page leads past the navigation', async () => {
    const page = await site.visit({ locale: 'fr', as: 'asker-fr' })
    for (const path of ['/', '/people', '/network', '/introductions', '/conversations', '/settings', '/p/target-fr']) {
      await page.goto(path)
      await page.keyboard.press('Tab')
      const skip = page.getByRole('link', { name: shell.fr.skip })
      expect(await skip.evaluate((link) => link === document.activeElement && link.getBoundingClientRect().top >= 0), path).toBe(true)
      await page.keyboard.press('Enter')
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.closest('header.top') === null), path).toBe(true)
    }
  })

  it('menus and options open and close, and do not stay open on the next page', async () => {
    const page = await site.visit({ locale: 'en', as: 'connector-en' })
    await page.goto('/network')
    const summary = page.locator('summary', { hasText: shell.en.accountNavigation })
    const profileLink = page.getByRole('navigation', { name: shell.en.accountNavigation }).getByRole('link', { name: shell.en.profile })
    await press(page, summary)
    await tabTo(page, profileLink, 1)
    await page.keyboard.press('Escape')
    await profileLink.waitFor({ state: 'hidden' })
    expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    await press(page, profileLink)
    await page.waitForURL(/\/profile$/u)
    await profileLink.waitFor({ state: 'hidden' })

    await page.goto('/network')
    const options = page.getByLabel(`${network.en.options} — Anne Roy`)
    const row = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Anne Roy' }) })
    await press(page, options)
    await press(page, row.getByRole('button', { name: words.en.strength.well, exact: true }))
    await row.locator('[aria-pressed=true]', { hasText: words.en.strength.well }).waitFor()
    // Still at the options, which Space closes like Enter.
    await page.keyboard.press('Shift+Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('.options') !== null)).toBe(true)
    await options.focus()
    await page.keyboard.press('Space')
    await row.getByRole('button', { name: words.en.strength.well, exact: true }).waitFor({ state: 'hidden' })
  })
})
