// Coming back to one's account without its password, in both languages: a mailed link to a new one, or to sign in once. Out everywhere is out.
import { addMember } from '@entregent/core/db/testing/people.ts'
import { hashPassword } from '@entregent/core/members/password.ts'
import type { Locale } from '@entregent/lib/base/locale.ts'
import { home } from '@entregent/lib/i18n/home.ts'
import { joining } from '@entregent/lib/i18n/joining.ts'
import { mail } from '@entregent/lib/i18n/mail.ts'
import { settings } from '@entregent/lib/i18n/settings.ts'
import { shell } from '@entregent/lib/i18n/shell.ts'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { useSite } from './harness/site.ts'

const oldPassword = 'vieux moulin à vent'
const newPassword = 'nouveau quai du port'

describe('a member who comes back', () => {
  const locales = ['en', 'fr'] as const
  const site = useSite(async ({ db }) => {
    const passwordHash = await hashPassword(oldPassword)
    for (const locale of locales) {
      for (const name of ['reset', 'link']) {
        const handle = `${name}-${locale}`
        await addMember(db, 'Zoé Roy', { handle, locale, email: `${handle}@example.org` })
      }
    }
    await db.updateTable('member').set({ passwordHash }).execute()
  })

  it.each(locales)('sets a new password by a mailed link; the old one and the old sessions are over (%s)', async (locale) => {
    const t = joining[locale]
    const email = `reset-${locale}@example.org`
    const elsewhere = await site.visit({ locale, as: `reset-${locale}` })
    await elsewhere.goto('/')
    await elsewhere.getByRole('heading', { name: home[locale].today({ name: 'Zoé' }) }).waitFor()

    const page = await site.visit({ locale })
    await page.goto('/network')
    await page.getByRole('heading', { name: t.signInTitle }).waitFor()
    await page.getByRole('link', { name: t.forgotten }).click()
    await page.getByRole('heading', { name: t.resetTitle }).waitFor()
    await page.getByLabel(t.email).fill(email)
    await page.getByRole('button', { name: t.sendLink }).click()
    await page.getByRole('status').getByText(t.mailboxText({ email })).waitFor()

    const { link } = await site.mailTo(email, new RegExp(mail[locale].reset.subject, 'u'))
    await page.goto(link)
    expect(await page.getByLabel(t.email).inputValue()).toBe(email)
    const field = page.getByLabel(t.newPassword)
    // Too short, and one of the most common: the link stays good.
    for (const weak of ['petit', 'password123']) {
      await field.fill(weak)
      await page.getByRole('button', { name: t.setPassword }).click()
      await page.getByRole('alert').waitFor()
      expect(await field.getAttribute('aria-invalid')).toBe('true')
      expect(await field.inputValue()).toBe('')
    }
    await field.fill(newPassword)
    await page.getByRole('button', { name: t.setPassword }).click()
    await page.getByRole('heading', { name: home[locale].today({ name: 'Zoé' }) }).waitFor()

    await elsewhere.reload()
    await elsewhere.getByRole('heading', { name: home[locale].promise }).waitFor()
    await signIn(elsewhere, locale, email, oldPassword)
    await elsewhere.getByRole('alert').waitFor()
    await signIn(elsewhere, locale, email, newPassword)
    await elsewhere.getByRole('heading', { name: home[locale].today({ name: 'Zoé' }) }).waitFor()

    expect((await elsewhere.goto(link))?.status()).toBe(410)
    await elsewhere.getByRole('heading', { name: t.spentTitle }).waitFor()
    await elsewhere.getByRole('link', { name: t.askAgain }).click()
    await elsewhere.getByRole('heading', { name: t.resetTitle }).waitFor()
  })

  it.each(locales)('signs in once by a mailed link, where a button is pressed, and is out everywhere at one word (%s)', async (locale) => {
    const t = joining[locale]
    const email = `link-${locale}@example.org`
    const today = home[locale].today({ name: 'Zoé' })
    const page = await site.visit({ locale })
    await page.goto('/sign-in?next=/settings')
    await page.getByLabel(t.email).fill(email)
    await page.getByRole('button', { name: t.byLink }).click()
    await page.getByRole('heading', { name: t.mailboxTitle }).waitFor()

    // A mail scanner opens the link first, and changes nothing by it.
    const { link } = await site.mailTo(email, new RegExp(mail[locale].signIn.subject, 'u'))
    const scanner = await site.visit({ locale })
    for (let time = 0; time < 2; time++) expect((await scanner.goto(link))?.status()).toBe(200)
    await page.goto(link)
    await page.getByText(t.linkText({ email })).waitFor()
    await page.getByRole('button', { name: t.signIn, exact: true }).click()
    await page.getByRole('heading', { name: today }).waitFor()
    // The scanner still shows the button: pressed now, it does nothing.
    await scanner.getByRole('button', { name: t.signIn, exact: true }).click()
    await scanner.getByRole('heading', { name: t.spentTitle }).waitFor()

    const second = await site.visit({ locale })
    await signIn(second, locale, email, oldPassword)
    await second.getByRole('heading', { name: today }).waitFor()
    await second.goto('/settings')
    await second.getByRole('button', { name: settings[locale].everywhere }).click()
    await second.getByRole('heading', { name: t.signInTitle }).waitFor()
    for (const one of [page, second]) {
      await one.goto('/settings')
      await one.getByRole('heading', { name: t.signInTitle }).waitFor()
    }

    // Out of this browser alone, from the menu of the account; and back to the page that was asked for.
    await signIn(page, locale, email, oldPassword, '/settings')
    await page.getByRole('heading', { name: settings[locale].title, level: 1 }).waitFor()
    await page.locator('summary', { hasText: shell[locale].accountNavigation }).click()
    await page.getByRole('button', { name: shell[locale].signOut, exact: true }).click()
    await page.getByRole('heading', { name: home[locale].promise }).waitFor()
    await page.goto('/network')
    await page.getByRole('heading', { name: t.signInTitle }).waitFor()
  })
})

async function signIn(page: Page, locale: Locale, email: string, password: string, next = '/'): Promise<void> {
  const t = joining[locale]
  await page.goto(`/sign-in?next=${next}`)
  await page.getByLabel(t.email).fill(email)
  await page.getByLabel(t.password).fill(password)
  await page.getByRole('button', { name: t.signIn, exact: true }).click()
}
