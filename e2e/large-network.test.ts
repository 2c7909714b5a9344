// The main job on a large network: 37,700 members with the ties of a real one where its file is there (ENTREGENT_EDGES, or
// ../shared/data/github-developers.csv), else a city of 3,000 with ties of its own. Search, way in, asking, passing on, accepting, talking, in
// both languages on one network.
import { existsSync } from 'node:fs'
import type { Locale } from '@entregent/lib/base/locale.ts'
import { conversations } from '@entregent/lib/i18n/conversations.ts'
import { introductions } from '@entregent/lib/i18n/introductions.ts'
import { shell } from '@entregent/lib/i18n/shell.ts'
import { waysIn } from '@entregent/lib/i18n/ways-in.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { seedCity } from '../seed/city/write.ts'
import { useSite } from './harness/site.ts'

const beside = new URL('../../shared/data/github-developers.csv', import.meta.url).pathname
const edgesFile = process.env['ENTREGENT_EDGES'] ?? (existsSync(beside) ? beside : undefined)

interface Chain {
  readonly asker: string
  readonly connector: string
  readonly target: string
  readonly connectorName: string
  readonly targetGivenName: string
  readonly targetName: string
  readonly askerGivenName: string
}

describe('on a large network', () => {
  const site = useSite(async (_, url) => {
    await seedCity(url, edgesFile ? { memberCount: 37_700, edgesFile } : { memberCount: 3_000 })
  })

  let chains: Readonly<Record<Locale, Chain>>
  beforeAll(async () => {
    const [en, fr] = await findChains()
    if (!en || !fr) throw new Error('the city has no such three twice')
    chains = { en, fr }
  })

  // Three who can do it, twice: one connector alone between two of few ties, everybody to be found, and a name that nobody else has.
  async function findChains(): Promise<Chain[]> {
    const found: Chain[] = []
    const taken = new Set<number>()
    const { db } = site.database
    const members = await db
      .selectFrom('member')
      .select(['id', 'handle', 'email', 'givenName', 'familyName', 'findableBy', 'showsConnections'])
      .orderBy('id')
      .execute()
    const ties = await db.selectFrom('connection').select(['lowId', 'highId', 'hiddenByLow', 'hiddenByHigh']).execute()
    const closed = await db.selectFrom('reachPreference').select('memberId').where('purpose', '=', 'expertise').execute()
    const answeredElse = new Set(closed.map(({ memberId }) => memberId))
    const hidden = new Set(ties.filter((tie) => tie.hiddenByLow || tie.hiddenByHigh).map(({ lowId, highId }) => `${lowId}-${highId}`))
    const neighbours = new Map<number, Set<number>>(members.map(({ id }) => [id, new Set()]))
    for (const { lowId, highId } of ties) {
      neighbours.get(lowId)?.add(highId)
      neighbours.get(highId)?.add(lowId)
    }
    const of = (id: number) => neighbours.get(id) ?? new Set<number>()
    const byId = new Map(members.map((member) => [member.id, member]))
    const fullName = ({ givenName, familyName }: { givenName: string; familyName: string }) => `${givenName} ${familyName}`
    const named = Map.groupBy(members, fullName)
    const open = members.filter(({ findableBy, showsConnections }) => showsConnections && ['members', 'anyone'].includes(findableBy ?? ''))
    const openIds = new Set(open.map(({ id }) => id))
    for (const target of open) {
      if (of(target.id).size > 12 || answeredElse.has(target.id) || named.get(fullName(target))?.length !== 1) continue
      const chain = chainTo(target)
      if (chain) found.push(chain)
      if (found.length === 2) break
    }
    return found

    function chainTo(target: (typeof members)[number]): Chain | undefined {
      for (const between of of(target.id)) {
        const connector = byId.get(between)
        if (!connector || !openIds.has(between) || hidden.has([between, target.id].sort((x, y) => x - y).join('-'))) continue
        for (const from of of(between)) {
          const asker = byId.get(from)
          if (!asker || from === target.id || of(from).has(target.id) || of(from).size > 12) continue
          if (of(from).intersection(of(target.id)).size !== 1 || [from, between, target.id].some((id) => taken.has(id))) continue
          for (const id of [from, between, target.id]) taken.add(id)
          return {
            asker: asker.handle,
            askerGivenName: asker.givenName,
            connector: connector.handle,
            connectorName: connector.givenName,
            target: target.handle,
            targetGivenName: target.givenName,
            targetName: fullName(target),
          }
        }
      }
      return undefined
    }
  }

  it.each(['en', 'fr'] as const)('runs from search to conversation (%s)', async (locale) => {
    const [t, w, c, s] = [introductions[locale], waysIn[locale], conversations[locale], shell[locale]]
    const three = chains[locale]
    const asker = await site.visit({ locale, as: three.asker })
    await asker.goto('/')
    const box = asker.getByRole('combobox', { name: s.searchLabel })
    await box.fill(three.targetName.normalize('NFD').replaceAll(/\p{M}/gu, ''))
    await box.press('Enter')
    await asker.getByRole('link', { name: three.targetName, exact: true }).first().click()
    await asker.getByRole('heading', { name: w.canIntroduce({ count: 1 }) }).waitFor()
    await asker
      .getByRole('link', { name: w.askLabel({ name: three.connectorName, target: three.targetGivenName }) })
      .first()
      .click()
    await asker.getByLabel(t.purpose).selectOption('expertise')
    await asker.getByLabel(t.noteToConnector({ name: three.connectorName })).fill('Vous vous souvenez de moi\u00a0?')
    await asker.getByLabel(t.noteToTarget({ target: three.targetGivenName }), { exact: true }).fill('Une question de métier.')
    await asker.getByRole('button', { name: t.askButton({ name: three.connectorName }) }).click()
    await asker.waitForURL(/\/introductions\/[0-9a-f-]{36}/u)

    const connector = await site.visit({ locale, as: three.connector })
    await connector.goto('/introductions')
    await connector
      .getByRole('link', { name: new RegExp(three.askerGivenName, 'u') })
      .first()
      .click()
    await connector.getByText('Une question de métier.').waitFor()
    await connector.getByRole('textbox', { name: t.ownWords({ name: three.targetGivenName }) }).fill('À écouter.')
    await connector.getByRole('button', { name: t.forward({ name: three.targetGivenName }) }).click()
    await connector.getByText(t.done.forwarded).waitFor()

    const target = await site.visit({ locale, as: three.target })
    await target.goto('/introductions')
    await target
      .getByRole('link', { name: new RegExp(three.askerGivenName, 'u') })
      .first()
      .click()
    await target.getByText('À écouter.').waitFor()
    await target.getByRole('button', { name: t.accept({ asker: three.askerGivenName }) }).click()
    await target.getByText(t.yesYouAccepted({ asker: three.askerGivenName })).waitFor()

    await target.goto(`/conversations/with/${three.asker}`)
    await asker.goto(`/conversations/with/${three.target}`)
    await target.getByRole('textbox', { name: c.write }).fill('Avec plaisir.')
    await target.getByRole('button', { name: c.send }).click()
    await asker.getByText('Avec plaisir.').waitFor()
    expect(await asker.getByText('Avec plaisir.').count()).toBe(1)
  })
})
