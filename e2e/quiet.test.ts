// What stays quiet: a request left to rest looks to its asker like one that nobody has read, to the byte; an invitation withdrawn, crossed or
// ended says nothing to the other side.
import { addConnection, addMember } from '@entregent/core/db/testing/people.ts'
import { introductions } from '@entregent/lib/i18n/introductions.ts'
import { network } from '@entregent/lib/i18n/network.ts'
import { waysIn } from '@entregent/lib/i18n/ways-in.ts'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { useSite } from './harness/site.ts'

describe('quietly', () => {
  const locales = ['en', 'fr'] as const
  const site = useSite(async ({ db }) => {
    for (const locale of locales) {
      const ids: number[] = []
      for (const [handle, name] of [
        ['asker', 'Anne Roy'],
        ['connector', 'Louise Gagnon'],
        ['target', 'Gérard Morin'],
        ['stranger', 'Omar Diallo'],
      ] as const) {
        const at = `${handle}-${locale}`
        ids.push(await addMember(db, name, { handle: at, locale, email: `${at}@example.org` }))
      }
      const [asker = 0, connector = 0, target = 0] = ids
      await addConnection(db, asker, connector)
      await addConnection(db, connector, target)
    }
  })

  it.each(locales)('a connector lets a request rest, and the asker sees what silence shows (%s)', async (locale) => {
    const [t, w] = [introductions[locale], waysIn[locale]]
    const asker = await site.visit({ locale, as: `asker-${locale}`, script: false })
    await asker.goto(`/p/target-${locale}`)
    await asker.getByRole('link', { name: w.askLabel({ name: 'Louise', target: 'Gérard' }) }).click()
    await asker.getByLabel(t.purpose).selectOption('expertise')
    await asker.getByLabel(t.noteToConnector({ name: 'Louise' })).fill('A word?')
    await asker.getByLabel(t.noteToTarget({ target: 'Gérard' })).fill('Another word.')
    await asker.getByRole('button', { name: t.askButton({ name: 'Louise' }) }).click()
    await asker.waitForURL(/\/introductions\/[0-9a-f-]{36}/u)
    await asker.goto(new URL(asker.url()).pathname)
    const before = await seen(asker)

    const connector = await site.visit({ locale, as: `connector-${locale}`, script: false })
    await connector.goto(new URL(asker.url()).pathname)
    await connector.getByRole('button', { name: t.letRest }).click()
    await connector.getByText(t.done.set_aside).waitFor()

    await asker.reload()
    expect(await seen(asker)).toBe(before)
    expect(before).toContain(t.state.asked)
  })

  it.each(locales)('people invite, withdraw, cross and disconnect (%s)', async (locale) => {
    const t = network[locale]
    const one = await site.visit({ locale, as: `asker-${locale}` })
    const other = await site.visit({ locale, as: `stranger-${locale}` })
    const invite = async (page: Page, handle: string) => {
      await page.goto(`/p/${handle}/connect`)
      await page.getByRole('radio', { name: t.relationshipOf.colleague }).check()
      await page.getByRole('button', { name: t.send }).click()
      await page.waitForURL(/done=/u)
    }
    await invite(one, `stranger-${locale}`)
    await other.goto('/invitations')
    await other.getByRole('button', { name: `${t.accept} — Anne Roy` }).waitFor()
    await one.goto('/invitations')
    await one.getByRole('button', { name: `${t.withdraw} — Omar Diallo` }).click()
    await one.getByText(t.withdrawn).waitFor()
    await other.reload()
    await other.getByText(t.noReceived).waitFor()

    // Both invite: that joins them.
    await invite(one, `stranger-${locale}`)
    await invite(other, `asker-${locale}`)
    await one.goto('/network')
    await one.getByRole('link', { name: 'Omar Diallo' }).first().waitFor()

    await one.getByLabel(`${t.options} — Omar Diallo`).click()
    const row = one.getByRole('listitem').filter({ has: one.getByRole('heading', { name: 'Omar Diallo' }) })
    await row.getByRole('button', { name: t.disconnect, exact: true }).click()
    await one.getByText(t.disconnected).waitFor()
    await other.goto('/network')
    await other.getByRole('heading', { level: 1 }).waitFor()
    expect(await other.getByText(t.none).isVisible()).toBe(true)
  })
})

/** What the asker reads. */
function seen(page: Page): Promise<string> {
  return page.getByRole('main').innerHTML()
}
