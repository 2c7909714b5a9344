// Days and hours are those of the member's own zone, in both languages: whatever zone the browser is in, the same for the server's page and for
// what script makes of it.
import { addConnection, addMember } from '@entregent/core/db/testing/people.ts'
import { formatDay, formatMoment } from '@entregent/lib/i18n/format.ts'
import { introductions } from '@entregent/lib/i18n/introductions.ts'
import { describe, expect, it } from 'vitest'
import { useSite } from './harness/site.ts'

// Half past eleven in the evening of the 3rd in Vancouver is the 4th in Montréal, and in Auckland its evening.
const sentAt = new Date('2026-03-04T07:30:00Z')
const zones = { vancouver: 'America/Vancouver', montreal: 'America/Toronto', auckland: 'Pacific/Auckland' } as const

describe('times', () => {
  const site = useSite(async ({ db }) => {
    const ids: number[] = []
    for (const [handle, timeZone] of Object.entries(zones)) {
      const id = await addMember(db, `Anne ${handle}`, { handle })
      await db.updateTable('member').set({ timeZone }).where('id', '=', id).execute()
      ids.push(id)
    }
    const [vancouver = 0, montreal = 0, auckland = 0] = ids
    for (const other of [montreal, auckland]) {
      await addConnection(db, vancouver, other)
      const { id } = await db
        .insertInto('conversation')
        .values({ lowId: vancouver, highId: other, lastSeq: 1, lastAt: sentAt, lowReadSeq: 1, highReadSeq: 1 })
        .returning('id')
        .executeTakeFirstOrThrow()
      await db
        .insertInto('message')
        .values({ conversationId: id, seq: 1, senderId: vancouver, body: 'Bonsoir.', clientKey: crypto.randomUUID(), sentAt })
        .execute()
    }
    await db
      .insertInto('introduction')
      .values({
        askerId: auckland,
        targetId: montreal,
        purpose: 'expertise',
        noteToTarget: 'Un mot ?',
        state: 'closed',
        closedAs: 'expired',
        askedAt: sentAt,
        expiresAt: new Date(sentAt.getTime() + 14 * 86_400_000),
        closedAt: new Date(sentAt.getTime() + 14 * 86_400_000),
      })
      .execute()
  })

  it('know a day that differs between the zones', () => {
    const days = Object.values(zones).map((zone) => formatDay('en', sentAt, zone))
    expect(days).toEqual(['March 3, 2026', 'March 4, 2026', 'March 4, 2026'])
  })

  it.each([
    ['en', 'vancouver', 'Anne montreal', 'Pacific/Auckland'],
    ['fr', 'montreal', 'Anne vancouver', 'Asia/Tokyo'],
    ['fr', 'auckland', 'Anne vancouver', 'America/St_Johns'],
  ] as const)('are those of the member, not of the browser (%s, %s)', async (locale, handle, partner, timeZone) => {
    const expected = formatMoment(locale, sentAt, zones[handle], new Date())
    expect(expected).not.toBe(formatMoment(locale, sentAt, timeZone, new Date()))
    for (const script of [true, false]) {
      const page = await site.visit({ locale, as: handle, timeZone, script })
      await page.goto('/conversations')
      const item = page.getByRole('listitem').filter({ hasText: partner })
      expect((await item.locator('time').textContent())?.trim()).toBe(expected)
      expect(await item.locator('time').getAttribute('datetime')).toBe(sentAt.toISOString())
      await page.getByRole('link', { name: partner }).click()
      const message = page.locator('#m1').getByText(expected)
      await page.waitForURL(/\/conversations\/[0-9a-f-]{36}$/u)
      await message.waitFor()
      // Also after script has read the page again.
      await page.goto('/network')
      await page.goBack()
      await message.waitFor()
    }
  })

  it('are those of each of two who look at the same', async () => {
    const t = introductions.fr
    const asker = await site.visit({ locale: 'fr', as: 'auckland', timeZone: 'America/Vancouver' })
    await asker.goto('/introductions')
    await asker.getByText(t.askedOn({ day: formatDay('fr', sentAt, zones.auckland) })).waitFor()
    const one = await site.visit({ locale: 'fr', as: 'vancouver', timeZone: 'Europe/Paris' })
    const other = await site.visit({ locale: 'fr', as: 'montreal', timeZone: 'America/Vancouver' })
    await one.goto('/conversations/with/montreal')
    await other.goto('/conversations/with/vancouver')
    await one.getByText('Bonsoir.').waitFor()
    await one.getByText(/3 mars 2026/u).waitFor()
    await other.getByText(/4 mars 2026/u).waitFor()
    expect(await other.getByText(/3 mars 2026/u).count()).toBe(0)
  })
})
