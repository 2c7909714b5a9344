// The main job, in both languages: find a person, see who can introduce me, ask; the connector passes it on from the mail; the person
// accepts; they talk, live.
import { addConnection, addMember } from '@entregent/core/db/testing/people.ts'
import { conversations } from '@entregent/lib/i18n/conversations.ts'
import { introductions } from '@entregent/lib/i18n/introductions.ts'
import { shell } from '@entregent/lib/i18n/shell.ts'
import { waysIn } from '@entregent/lib/i18n/ways-in.ts'
import { describe, expect, it } from 'vitest'
import { useSite } from './harness/site.ts'

describe('the main job', () => {
  const site = useSite(async ({ db }) => {
    for (const locale of ['en', 'fr'] as const) {
      const asker = await addMember(db, `Anne Roy${locale}`, { handle: `asker-${locale}`, locale, email: `asker-${locale}@example.org` })
      const connector = await addMember(db, `Louise Tremblay${locale}`, {
        handle: `connector-${locale}`,
        locale,
        email: `connector-${locale}@example.org`,
      })
      const target = await addMember(db, `Gérard Morin${locale}`, {
        handle: `target-${locale}`,
        locale,
        email: `target-${locale}@example.org`,
        headlineFr: 'Président, brasserie artisanale',
        headlineEn: 'President, craft brewery',
      })
      await addConnection(db, asker, connector, { relationship: 'colleague', context: 'La Gazette' })
      await addConnection(db, connector, target, { relationship: 'friend', sharedStrength: 10 })
    }
  })

  it.each(['en', 'fr'] as const)('runs from search to conversation (%s)', async (locale) => {
    const t = { introductions: introductions[locale], ways: waysIn[locale], shell: shell[locale], conversations: conversations[locale] }
    const asker = await site.visit({ locale, as: `asker-${locale}` })
    await asker.goto('/')
    const box = asker.getByRole('combobox', { name: t.shell.searchLabel })
    await box.fill(locale === 'fr' ? 'brasserie president' : 'brewery presidant')
    await box.press('Enter')
    const found = asker.getByRole('link', { name: `Gérard Morin${locale}`, exact: true })
    await found.waitFor()
    expect(await box.inputValue()).toMatch(/^br/u)
    await found.click()
    await asker.getByRole('heading', { level: 1 }).getByText(`Morin${locale}`).waitFor()
    expect(await box.inputValue()).toBe('')
    await asker.getByRole('heading', { name: t.ways.canIntroduce({ count: 1 }) }).waitFor()
    await asker.getByRole('link', { name: t.ways.askLabel({ name: 'Louise', target: 'Gérard' }) }).click()

    await asker.getByLabel(t.introductions.purpose).selectOption('expertise')
    await asker.getByLabel(t.introductions.noteToConnector({ name: 'Louise' })).fill('Louise, would you?')
    await asker.getByLabel(t.introductions.noteToTarget({ target: 'Gérard' })).fill('Bonjour, a word about hops?')
    await asker.getByRole('button', { name: t.introductions.askButton({ name: 'Louise' }) }).click()
    await asker.waitForURL(/\/introductions\/[0-9a-f-]{36}/u)

    // The connector, from the mail, without signing in and without script.
    const { link } = await site.mailTo(`connector-${locale}@example.org`)
    const connector = await site.visit({ locale, script: false })
    await connector.goto(link)
    await connector.getByText('Bonjour, a word about hops?').waitFor()
    await connector.getByRole('textbox').first().fill('I vouch for her.')
    await connector.getByRole('button', { name: t.introductions.forward({ name: 'Gérard' }) }).click()
    await connector.waitForLoadState()

    // The person, on the web.
    const target = await site.visit({ locale, as: `target-${locale}` })
    await target.goto('/introductions')
    await target
      .getByRole('link', { name: new RegExp(`Anne Roy${locale}`, 'u') })
      .first()
      .click()
    await target.getByText('I vouch for her.').waitFor()
    await target.getByRole('button', { name: t.introductions.accept({ asker: 'Anne' }) }).click()
    await target.getByText(t.introductions.yesYouAccepted({ asker: 'Anne' })).waitFor()
    await target.goto(`/conversations/with/asker-${locale}`)

    // They talk: what one writes appears at the other's without anybody reloading.
    await asker.goto(`/conversations/with/target-${locale}`)
    await asker.getByText('Bonjour, a word about hops?').waitFor()
    await target.getByRole('textbox', { name: t.conversations.write }).fill('With pleasure.')
    await target.getByRole('button', { name: t.conversations.send }).click()
    await asker.getByText('With pleasure.').waitFor()
    await asker.getByRole('textbox', { name: t.conversations.write }).fill('Merci !')
    await asker.getByRole('button', { name: t.conversations.send }).click()
    await target.getByText('Merci !').waitFor()
    expect(await target.getByText('Merci !').count()).toBe(1)
  })
})
