// Joining and coming back, in both languages: a mailbox proven, two questions answered by nobody else, a password.
import { home } from '@entregent/lib/i18n/home.ts'
import { joining } from '@entregent/lib/i18n/joining.ts'
import { words } from '@entregent/lib/i18n/words.ts'
import { describe, expect, it } from 'vitest'
import { useSite } from './harness/site.ts'

describe('a newcomer', () => {
  const site = useSite()

  it.each(['en', 'fr'] as const)('joins by a mailed link, and comes back by password (%s)', async (locale) => {
    const t = joining[locale]
    const email = `zoe-${locale}@example.org`
    const password = 'brasserie du fleuve 1998'
    const page = await site.visit({ locale })
    await page.goto('/')
    await page.getByRole('link', { name: home[locale].join }).click()
    await page.getByLabel(t.email).fill('not an address')
    await page.getByLabel(t.email).evaluate((input) => input.closest('form')?.setAttribute('novalidate', ''))
    await page.getByRole('button', { name: t.sendLink }).click()
    expect(await page.getByLabel(t.email).inputValue()).toBe('not an address')
    await page.getByLabel(t.email).fill(email)
    await page.getByRole('button', { name: t.sendLink }).click()
    await page.getByRole('heading', { name: t.mailboxTitle }).waitFor()

    const { link } = await site.mailTo(email)
    await page.goto(link)
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(0)
    await page.getByLabel(t.givenName).fill('Zoé')
    await page.getByRole('textbox', { name: t.familyName, exact: true }).fill('Œuvrard')
    await page.getByLabel(t.password).fill(password)
    await page.getByRole('radio', { name: words[locale].findableBy.members, exact: true }).check()
    await page.getByRole('radio', { name: t.yes }).check()
    await page.getByRole('button', { name: t.joinNow, exact: true }).click()
    await page.getByRole('heading', { name: home[locale].today({ name: 'Zoé' }) }).waitFor()

    // The link has served.
    expect((await page.goto(link))?.status()).toBe(410)

    // Another browser, by password; a wrong one says nothing of the address.
    const other = await site.visit({ locale })
    await other.goto('/sign-in')
    await other.getByLabel(t.email).fill(email)
    await other.getByLabel(t.password).fill('wrong wrong wrong')
    await other.getByRole('button', { name: t.signIn, exact: true }).click()
    await other.getByRole('alert').waitFor()
    await other.getByLabel(t.password).fill(password)
    await other.getByRole('button', { name: t.signIn, exact: true }).click()
    await other.getByRole('heading', { name: home[locale].today({ name: 'Zoé' }) }).waitFor()
  })
})
