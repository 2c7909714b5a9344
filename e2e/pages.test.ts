// What script pages ship: to visitors none at all, to members no more than the budget.
import { describe, expect, it } from 'vitest'
import { seedVillage } from '../seed/village/write.ts'
import { useSite } from './harness/site.ts'

/** Bytes of script that a member's page may ship, compressed. */
const scriptBudgetBytes = 150 * 1024

describe('pages', () => {
  const site = useSite(async (_, url) => {
    await seedVillage(url)
  })
  const memberPages = ['/', '/people?q=paiement', '/network', '/introductions', '/conversations', '/settings', '/profile?edit=position']
  const personPages = ['/p/nikhil-desai-caron', '/p/nikhil-desai-caron/connect', '/p/maelle-thivierge']
  const visitorPages = ['/', '/join', '/sign-in', '/reset', '/p/linh-pham-tardif', '/p/nobody-at-all', '/join/spent', '/act/spent']

  it('of members keep to the budget of script', async () => {
    const page = await site.visit({ locale: 'fr', as: 'maelle-thivierge' })
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Network.enable')
    await devtools.send('Network.setCacheDisabled', { cacheDisabled: true })
    const pending = new Set<string>()
    let bytes = 0
    devtools.on('Network.requestWillBeSent', ({ requestId, type }) => type === 'Script' && pending.add(requestId))
    devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (pending.delete(requestId)) bytes += encodedDataLength
    })
    for (const path of [...memberPages, ...personPages]) {
      pending.clear() // what the page before was still loading is not this one's
      bytes = 0
      await page.goto(path)
      await expect.poll(() => pending.size, { message: path }).toBe(0)
      expect(bytes, path).toBeGreaterThan(20_000)
      expect(bytes, path).toBeLessThanOrEqual(scriptBudgetBytes)
    }
  })

  it('of visitors ship no script at all', async () => {
    const page = await site.visit({ locale: 'fr' })
    const asked: string[] = []
    page.on('request', (request) => request.resourceType() === 'script' && asked.push(request.url()))
    for (const path of visitorPages) {
      await page.goto(path)
      expect(await page.locator('script:not([type="application/ld+json"])').count(), path).toBe(0)
    }
    expect(asked).toEqual([])
  })
})
