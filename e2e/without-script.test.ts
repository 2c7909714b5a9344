// The whole of the product with script turned off, in both languages: search, ways in, asking, passing on, accepting, talking, inviting, marks.
// Each begins at Today, which says what awaits, and ends with nothing awaiting.
import { addConnection, addMember } from '@entregent/core/db/testing/people.ts'
import type { Locale } from '@entregent/lib/base/locale.ts'
import { conversations } from '@entregent/lib/i18n/conversations.ts'
import { home } from '@entregent/lib/i18n/home.ts'
import { introductions } from '@entregent/lib/i18n/introductions.ts'
import { network } from '@entregent/lib/i18n/network.ts'
import { search } from '@entregent/lib/i18n/search.ts'
import { shell } from '@entregent/lib/i18n/shell.ts'
import { waysIn } from '@entregent/lib/i18n/ways-in.ts'
import { words } from '@entregent/lib/i18n/words.ts'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { useSite } from './harness/site.ts'

describe('without script', () => {
  const locales = ['en', 'fr'] as const
  const site = useSite(async ({ db }) => {
    for (const locale of locales) {
      const named = (name: string, handle: string) => addMember(db, name, { handle: `${handle}-${locale}`, locale })
      const asker = await named('Anne Roy', 'asker')
      const connector = await named('Louise Gagnon', 'connector')
      const target = await named(`Gérard Morin${locale}`, 'target')
      await named('Omar Diallo', 'stranger')
      await addConnection(db, asker, connector)
      await addConnection(db, connector, target)
      // And a longer way, which is not counted with those who can introduce.
      const [first, second] = [await named('Inès Petit', 'first'), await named('Marc Leduc', 'second')]
      await addConnection(db, asker, first)
      await addConnection(db, first, second)
      await addConnection(db, second, target)
    }
  })
  const visit = (locale: Locale, name: string) => site.visit({ locale, as: `${name}-${locale}`, script: false })

  it.each(locales)('people find, ask, pass on, accept and talk (%s)', async (locale) => {
    const [t, h, c] = [introductions[locale], home[locale], conversations[locale]]
    const [asker, connector, target] = [await visit(locale, 'asker'), await visit(locale, 'connector'), await visit(locale, 'target')]

    await asker.goto('/')
    await asker.getByText(h.nothing).waitFor()
    const box = asker.getByRole('combobox', { name: shell[locale].searchLabel })
    await box.fill(`gerard morin${locale}`)
    await box.press('Enter')
    await asker.getByText(search[locale].through({ name: 'Louise Gagnon', others: 0 })).waitFor()
    // The question stands there to be changed.
    expect(await box.inputValue()).toBe(`gerard morin${locale}`)
    await asker.getByRole('link', { name: search[locale].seeWays }).first().click()
    expect(await box.inputValue()).toBe('')
    await asker.getByRole('heading', { name: waysIn[locale].canIntroduce({ count: 1 }) }).waitFor()
    await asker.getByRole('heading', { name: waysIn[locale].longer }).waitFor()
    await asker.getByRole('link', { name: waysIn[locale].askLabel({ name: 'Louise', target: 'Gérard' }) }).click()
    await asker.getByLabel(t.purpose).selectOption('contract')
    await asker.getByLabel(t.noteToConnector({ name: 'Louise' })).fill('Would you?')
    await asker.getByLabel(t.noteToTarget({ target: 'Gérard' })).fill('   ')
    await asker.getByRole('button', { name: t.askButton({ name: 'Louise' }) }).click()
    await asker.getByRole('alert').waitFor()
    // What was written is still there.
    expect(await asker.getByLabel(t.purpose).inputValue()).toBe('contract')
    expect(await asker.getByLabel(t.noteToConnector({ name: 'Louise' })).inputValue()).toBe('Would you?')
    await asker.getByLabel(t.noteToTarget({ target: 'Gérard' })).fill('A word about hops?')
    await asker.getByRole('button', { name: t.askButton({ name: 'Louise' }) }).click()
    await asker.getByRole('status').getByText(t.done.asked).waitFor()

    await connector.goto('/')
    await fromToday(connector, h.see, h.toForward({ count: 1 }))
    await connector.getByRole('link', { name: /Anne Roy/u }).click()
    await connector.getByRole('textbox', { name: t.ownWords({ name: 'Gérard' }) }).fill('She is thorough.')
    await connector.getByRole('button', { name: t.forward({ name: 'Gérard' }) }).click()
    await connector.getByRole('status').getByText(t.done.forwarded).waitFor()
    await connector.goto('/')
    await connector.getByText(h.nothing).waitFor()

    await target.goto('/')
    await fromToday(target, h.answer, h.offered({ count: 1 }))
    await target.getByText(words[locale].purpose.contract).waitFor()
    await target.getByRole('link', { name: 'Anne Roy' }).click()
    await target.getByText('She is thorough.').waitFor()
    await target.getByRole('button', { name: t.accept({ asker: 'Anne' }) }).click()
    await target.getByRole('link', { name: t.talk }).click()
    await target.getByRole('textbox', { name: c.write }).fill('With pleasure.')
    await target.getByRole('button', { name: c.send }).click()
    await target.getByText('With pleasure.').waitFor()
    expect(await target.getByRole('textbox', { name: c.write }).inputValue()).toBe('')

    await asker.goto('/')
    await fromToday(asker, h.see, h.unread({ count: 1 }))
    await asker.getByRole('link', { name: `Gérard Morin${locale}` }).click()
    await asker.getByText('With pleasure.').waitFor()
    await asker.getByRole('button', { name: c.markRead }).click()
    await asker.getByRole('button', { name: c.markRead }).waitFor({ state: 'detached' })
    await asker.getByRole('textbox', { name: c.write }).fill('Thursday?')
    await asker.getByRole('button', { name: c.send }).click()
    await asker.getByText('Thursday?').waitFor()
    await asker.goto('/')
    await asker.getByText(h.nothing).waitFor()
  })

  it.each(locales)('people invite, ignore, think again, accept and keep their marks (%s)', async (locale) => {
    const [n, h] = [network[locale], home[locale]]
    const [asker, stranger] = [await visit(locale, 'asker'), await visit(locale, 'stranger')]
    await stranger.goto(`/p/asker-${locale}`)
    await stranger.getByRole('link', { name: waysIn[locale].connect, exact: true }).click()
    await stranger.getByRole('radio', { name: n.relationshipOf.met_at }).check()
    await stranger.getByLabel(n.contextLabel).fill('Salon du livre')
    await stranger.getByLabel(n.fromLabel).fill('2019-05')
    await stranger.getByLabel(n.noteLabel).fill('Do you remember?')
    await stranger.getByRole('button', { name: n.send }).click()
    await stranger
      .getByRole('status')
      .getByText(waysIn[locale].invited({ name: 'Anne' }))
      .waitFor()

    await asker.goto('/')
    await fromToday(asker, h.answer, h.invitations({ count: 1 }))
    await asker.getByText('Do you remember?').waitFor()
    await asker.getByText('Salon du livre').waitFor()
    await asker.getByRole('button', { name: `${n.ignore} — Omar Diallo` }).click()
    await asker.getByText(n.setAside).waitFor()
    await asker.getByRole('button', { name: shell[locale].undo }).click()
    await asker.getByRole('button', { name: `${n.accept} — Omar Diallo` }).click()
    await asker.getByText(n.accepted).waitFor()

    await asker.goto('/network')
    const row = asker.getByRole('listitem').filter({ has: asker.getByRole('heading', { name: 'Omar Diallo' }) })
    await row.locator('summary').click()
    await row.getByRole('button', { name: words[locale].strength.well, exact: true }).click()
    await row.locator('summary').click()
    expect(await row.getByRole('button', { name: words[locale].strength.well, exact: true }).getAttribute('aria-pressed')).toBe('true')
    await row.getByRole('button', { name: n.hide }).click()
    await row.getByText(n.hidden).waitFor()
    await asker.getByRole('searchbox', { name: n.filterLabel }).fill('omar')
    await asker.getByRole('searchbox', { name: n.filterLabel }).press('Enter')
    await asker.getByRole('heading', { name: 'Louise Gagnon' }).waitFor({ state: 'detached' })
    await row.getByRole('link', { name: n.write, exact: true }).click()
    await asker.getByRole('textbox', { name: conversations[locale].write }).fill('I do.')
    await asker.getByRole('button', { name: conversations[locale].send }).click()
    await asker.getByText('I do.').waitFor()
  })
})

/** From Today, through the line that says what awaits. */
async function fromToday(page: Page, act: string, what: string): Promise<void> {
  await page.getByRole('link', { name: `${act} — ${what}` }).click()
  await page.getByRole('heading', { level: 1 }).waitFor()
}
