// Settings without script, in both languages: each is a form of its own that holds after it was saved, and does what it says to others.
import { addMember } from '@entregent/core/db/testing/people.ts'
import { hashPassword } from '@entregent/core/members/password.ts'
import { joining } from '@entregent/lib/i18n/joining.ts'
import { mail } from '@entregent/lib/i18n/mail.ts'
import { settings } from '@entregent/lib/i18n/settings.ts'
import { shell } from '@entregent/lib/i18n/shell.ts'
import { unsubscribing } from '@entregent/lib/i18n/unsubscribing.ts'
import { waysIn } from '@entregent/lib/i18n/ways-in.ts'
import { words } from '@entregent/lib/i18n/words.ts'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { useSite } from './harness/site.ts'

const password = 'vieux moulin à vent'

describe('settings without script', () => {
  const locales = ['en', 'fr'] as const
  const site = useSite(async ({ db }) => {
    for (const locale of locales) {
      for (const handle of [`zoe-${locale}`, `mailed-${locale}`, `moves-${locale}`]) {
        await addMember(db, 'Zoé Roy', { handle, locale, email: `${handle}@example.org`, findableBy: 'members' })
      }
      await addMember(db, 'Omar Diallo', { handle: `omar-${locale}`, locale, email: `omar-${locale}@example.org` })
    }
    await db
      .updateTable('member')
      .set({ passwordHash: await hashPassword(password) })
      .execute()
  })

  it.each(locales)('say who finds me and what reaches me, and others see it (%s)', async (locale) => {
    const [t, w, v] = [settings[locale], words[locale], waysIn[locale]]
    const page = await site.visit({ locale, as: `zoe-${locale}`, script: false })
    const other = await site.visit({ locale, as: `omar-${locale}`, script: false })
    await page.goto('/settings')

    const findable = section(page, 'findable')
    expect(await findable.getByRole('radio', { name: w.findableBy.members, exact: true }).isChecked()).toBe(true)
    expect((await other.goto(`/p/zoe-${locale}`))?.status()).toBe(200)
    await findable.getByRole('radio', { name: w.findableBy.nobody, exact: true }).check()
    await saved(page, 'findable', t.saveLabel({ title: t.findableBy }))
    expect(await findable.getByRole('radio', { name: w.findableBy.nobody, exact: true }).isChecked()).toBe(true)
    expect((await other.goto(`/p/zoe-${locale}`))?.status()).toBe(404)
    await findable.getByRole('radio', { name: w.findableBy.anyone, exact: true }).check()
    await saved(page, 'findable', t.saveLabel({ title: t.findableBy }))

    const connections = section(page, 'connections')
    await connections.getByRole('radio', { name: t.no, exact: true }).check()
    await saved(page, 'connections', t.saveLabel({ title: t.connections }))
    expect(await connections.getByRole('radio', { name: t.no, exact: true }).isChecked()).toBe(true)

    // One purpose directly, one never: the others stay as they were.
    await page.getByLabel(w.purpose.expertise, { exact: true }).selectOption('direct')
    await page.getByLabel(w.purpose.job_inquiry, { exact: true }).selectOption('never')
    await saved(page, 'reach', t.saveLabel({ title: t.reach }))
    expect(await page.getByLabel(w.purpose.expertise, { exact: true }).inputValue()).toBe('direct')
    expect(await page.getByLabel(w.purpose.contract, { exact: true }).inputValue()).toBe('introduction')
    await other.goto(`/p/zoe-${locale}`)
    await other.getByRole('heading', { name: v.direct({ name: 'Zoé' }) }).waitFor()
    const purposes = w.purpose.expertise.toLocaleLowerCase(locale)
    await other.getByText(v.directText({ purposes })).waitFor()
    const reach = other.getByRole('complementary')
    await reach.getByText(w.reachWay.never).waitFor()
    expect(await reach.getByText(w.reachWay.never).count()).toBe(1)
  })

  it.each(locales)('choose language and time zone (%s)', async (locale) => {
    const other = locale === 'fr' ? 'en' : 'fr'
    const page = await site.visit({ locale, as: `zoe-${locale}`, script: false })
    await page.goto('/settings')
    await page.getByRole('combobox', { name: settings[locale].timeZone }).selectOption('America/Vancouver')
    await saved(page, 'time-zone', settings[locale].saveLabel({ title: settings[locale].timeZone }))
    expect(await page.getByRole('combobox', { name: settings[locale].timeZone }).inputValue()).toBe('America/Vancouver')

    await section(page, 'language').getByRole('radio', { name: words[locale].locale[other], exact: true }).check()
    await page.getByRole('button', { name: settings[locale].saveLabel({ title: settings[locale].language }) }).click()
    await page.getByRole('heading', { level: 1, name: settings[other].title }).waitFor()
    await section(page, 'language').getByRole('status').getByText(shell[other].saved).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe(other)

    // The footer of every page does it too, and stays there; the browser remembers it when signed out.
    await page.goto('/network')
    await page.getByRole('contentinfo').getByRole('button').click()
    await page.waitForURL(/\/network$/u)
    expect(await page.locator('html').getAttribute('lang')).toBe(locale)
    await page.getByRole('contentinfo').getByRole('button').click()
    await page.locator(`html[lang=${other}]`).waitFor()
    await page.locator('summary', { hasText: shell[other].accountNavigation }).click()
    await page.getByRole('button', { name: shell[other].signOut, exact: true }).click()
    await page.getByRole('link', { name: shell[other].signIn, exact: true }).waitFor()
  })

  it.each(locales)('pause notification mail, by the page and by the link in each mail (%s)', async (locale) => {
    const [t, u] = [settings[locale], unsubscribing[locale]]
    const page = await site.visit({ locale, as: `mailed-${locale}`, script: false })
    const other = await site.visit({ locale, as: `omar-${locale}`, script: false })
    await invite(other, `mailed-${locale}`)
    const { text } = await site.mailTo(`mailed-${locale}@example.org`)
    const stop = /http:\/\/\S+\/unsubscribe\/\S+/u.exec(text)?.[0] ?? ''

    const mailbox = await site.visit({ locale, script: false })
    await mailbox.goto(stop)
    await mailbox.getByRole('heading', { name: u.title }).waitFor()
    await page.goto('/settings')
    expect(await page.getByRole('radio', { name: t.mailOn, exact: true }).isChecked()).toBe(true)
    await mailbox.getByRole('button', { name: u.act }).click()
    await mailbox.getByRole('heading', { name: u.done }).waitFor()

    await page.reload()
    expect(await page.getByRole('radio', { name: t.mailPaused, exact: true }).isChecked()).toBe(true)
    await page.getByRole('radio', { name: t.mailOn, exact: true }).check()
    await saved(page, 'mail', t.saveLabel({ title: t.mail }))
    expect(await page.getByRole('radio', { name: t.mailOn, exact: true }).isChecked()).toBe(true)
  })

  it.each(locales)('change the address by a link to the new one, end one browser, and sign out everywhere (%s)', async (locale) => {
    const t = settings[locale]
    const page = await site.visit({ locale, as: `moves-${locale}`, script: false })
    const elsewhere = await site.visit({ locale, as: `moves-${locale}`, script: false })
    await page.goto('/settings')
    await section(page, 'sessions')
      .getByRole('button', { name: t.endLabel({ name: t.unknownBrowser }) })
      .click()
    await section(page, 'sessions').getByRole('status').getByText(t.ended).waitFor()
    expect(await section(page, 'sessions').getByRole('listitem').count()).toBe(1)
    await elsewhere.goto('/settings')
    await elsewhere.getByRole('heading', { name: joining[locale].signInTitle }).waitFor()

    // After ten minutes the present password is asked for.
    await site.database.db
      .updateTable('session')
      .set({ authenticatedAt: new Date(Date.now() - 3_600_000) })
      .execute()
    await page.goto('/settings')
    const email = section(page, 'email')
    await email.getByLabel(t.newEmail).fill(`moved-${locale}@example.org`)
    await email.getByLabel(t.presentPassword).fill('wrong wrong wrong')
    await email.getByRole('button', { name: t.sendEmailLink }).click()
    await email.getByRole('alert').waitFor()
    expect(await email.getByLabel(t.newEmail).inputValue()).toBe(`moved-${locale}@example.org`)
    await email.getByLabel(t.presentPassword).fill(password)
    await email.getByRole('button', { name: t.sendEmailLink }).click()
    await email.getByRole('status').getByText(t.emailSent).waitFor()

    const { link } = await site.mailTo(`moved-${locale}@example.org`, new RegExp(mail[locale].changeEmail.subject, 'u'))
    await page.goto(link)
    await page.getByText(t.emailLinkText({ email: `moved-${locale}@example.org` })).waitFor()
    await page.getByRole('button', { name: t.emailLinkAct }).click()
    await page.getByRole('status').getByText(t.emailChanged).waitFor()
    await page.getByText(t.emailText({ email: `moved-${locale}@example.org` })).waitFor()

    await page.getByRole('button', { name: t.everywhere }).click()
    await page.getByRole('heading', { name: joining[locale].signInTitle }).waitFor()
    await page.goto('/settings')
    await page.getByRole('heading', { name: joining[locale].signInTitle }).waitFor()
  })
})

/** The part of the page that holds one setting. */
function section(page: Page, act: string) {
  return page.locator(`section#${act}`)
}

async function saved(page: Page, act: string, button: string): Promise<void> {
  const loaded = page.waitForEvent('load')
  await page.getByRole('button', { name: button, exact: true }).click()
  await loaded
  await section(page, act).getByRole('status').waitFor()
  expect(await page.getByRole('main').getByRole('status').count()).toBe(1)
}

async function invite(page: Page, handle: string): Promise<void> {
  await page.goto(`/p/${handle}/connect`)
  await page.getByRole('radio').first().check()
  await page.getByRole('main').getByRole('button').click()
  await page.waitForURL(/done=/u)
}
