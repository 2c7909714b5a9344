// Changing one's own profile, in both languages and without script; two windows; a picture; what visitors get of it.

import { notifyLive } from '@entregent/core/db/live.ts'
import { addMember } from '@entregent/core/db/testing/people.ts'
import { AppError } from '@entregent/lib/base/errors.ts'
import { errorSentence } from '@entregent/lib/i18n/errors.ts'
import { profile as catalogue } from '@entregent/lib/i18n/profile.ts'
import { shell } from '@entregent/lib/i18n/shell.ts'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { useSite } from './harness/site.ts'

describe('a profile', () => {
  const site = useSite(async ({ db }) => {
    for (const handle of ['zoe-en', 'zoe-fr', 'two-windows', 'pictured']) await addMember(db, 'Zoé Roy', { handle, findableBy: 'anyone' })
    await addMember(db, 'Hidden Person', { handle: 'hidden', findableBy: 'nobody' })
  })

  it.each(['en', 'fr'] as const)('is filled in, changed and undone without script, and read by visitors (%s)', async (locale) => {
    const t = catalogue[locale]
    const page = await site.visit({ locale, as: `zoe-${locale}`, script: false, width: 390 })
    await page.goto('/profile')
    await page.getByText(t.noPositions).waitFor()

    await page.getByRole('link', { name: t.addPosition }).click()
    await page.getByRole('textbox', { name: t.organization }).fill('Brasserie du Fleuve')
    await page.getByLabel(t.from).fill('2019-03')
    await page.getByRole('button', { name: shell[locale].save }).click()
    // A title in one language at least; what was written is still there.
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('textbox', { name: t.organization }).inputValue()).toBe('Brasserie du Fleuve')
    await page.getByRole('textbox', { name: `${t.jobTitle} ${t.inFrench}` }).fill('Présidente')
    await page.getByRole('button', { name: shell[locale].save }).click()
    await page.getByRole('status').getByText(shell[locale].saved).waitFor()

    await page.getByRole('link', { name: t.editOf({ what: t.skills }) }).click()
    await page.getByRole('textbox', { name: `${t.skill({ number: 1 })} ${t.inEnglish}` }).fill('Brewing')
    await page.getByRole('textbox', { name: `${t.skill({ number: 1 })} ${t.inFrench}` }).fill('Brassage')
    await page.getByRole('button', { name: shell[locale].save }).click()
    await page.getByText(locale === 'fr' ? 'Brassage' : 'Brewing').waitFor()

    await page.getByRole('link', { name: t.editOf({ what: 'Brasserie du Fleuve' }) }).click()
    await page.getByRole('button', { name: t.removePosition }).click()
    await page.getByText(t.removed({ what: 'Brasserie du Fleuve' })).waitFor()
    await page.getByText(t.noPositions).waitFor()
    await page.getByRole('button', { name: shell[locale].undo }).click()
    await page.getByRole('heading', { name: 'Présidente' }).waitFor()

    const visitor = await site.visit({ locale })
    await visitor.goto(`/p/zoe-${locale}`)
    await visitor.getByRole('heading', { name: 'Présidente' }).waitFor()
    expect(await visitor.locator('script:not([type="application/ld+json"])').count()).toBe(0)
    expect(await visitor.locator('script[type="application/ld+json"]').textContent()).toContain('Brasserie du Fleuve')
    await visitor.goto(`/p/zoe-${locale}?lang=${locale === 'fr' ? 'en' : 'fr'}`)
    await visitor.getByText(locale === 'fr' ? 'Brewing' : 'Brassage').waitFor()
  })

  it('refuses the second of two windows, shows what is there now, and keeps what was written', async () => {
    const t = catalogue.en
    const first = await site.visit({ locale: 'en', as: 'two-windows' })
    const second = await site.visit({ locale: 'en', as: 'two-windows' })
    const summary = { name: `${t.summary} ${t.inEnglish}` }
    for (const page of [first, second]) await page.goto('/profile?edit=summary')
    await first.getByRole('textbox', summary).fill('Written first.')
    await first.getByRole('button', { name: shell.en.save }).click()
    await first.getByRole('status').waitFor()
    // Even when the page has learnt meanwhile what is there, as by a live update: the reader has not.
    const { id } = await site.database.db.selectFrom('member').select('id').where('handle', '=', 'two-windows').executeTakeFirstOrThrow()
    const learnt = second.waitForResponse(/profile\.data/u)
    await notifyLive(site.database.db, id, 'today')
    await learnt
    await second.getByRole('textbox', summary).fill('Written second.')
    await second.getByRole('button', { name: shell.en.save }).click()
    await second.getByText(errorSentence('en', new AppError('stale_version'))).waitFor()
    await second.getByRole('blockquote').getByText('Written first.').waitFor()
    expect(await second.getByRole('textbox', summary).inputValue()).toBe('Written second.')
    await second.getByRole('button', { name: shell.en.save }).click()
    await second.getByRole('status').waitFor()
    await second.getByText('Written second.').waitFor()
  })

  it('takes a picture, and shows it to those alone who may see the profile', async () => {
    const t = catalogue.en
    const page = await site.visit({ locale: 'en', as: 'pictured' })
    await page.goto('/profile?edit=photo')
    await page.getByLabel(t.photoFile).setInputFiles({
      name: 'me.png',
      mimeType: 'image/png',
      buffer: await sharp({ create: { width: 400, height: 300, channels: 3, background: 'teal' } })
        .png()
        .toBuffer(),
    })
    await page.getByRole('button', { name: t.photoSave }).click()
    await page.getByRole('status').waitFor()
    expect(
      await page.locator('.person-head img').evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth)),
    ).toBe(320)

    const visitor = await site.visit({ locale: 'en' })
    const seen = await visitor.request.get('/photo/pictured')
    expect([seen.status(), seen.headers()['content-type']]).toEqual([200, 'image/webp'])
    const [none, hidden] = await Promise.all([visitor.request.get('/photo/nobody-here'), visitor.request.get('/photo/hidden')])
    expect([none.status(), await none.text()]).toEqual([404, ''])
    expect([hidden.status(), await hidden.text()]).toEqual([404, ''])
  })
})
