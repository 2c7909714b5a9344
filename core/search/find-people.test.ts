// Search against a real database and a real index: what is found, what is forgiven, who is left out, and in which order.
import { createNaiveNetwork } from '@entregent/lib/graph/naive.ts'
import { describe, expect, it } from 'vitest'
import type { Db } from '../db/connect.ts'
import { addConnection, addMember } from '../db/testing/people.ts'
import { useTestDatabase } from '../db/testing/test-database.ts'
import { viewerOf } from '../members/testing/viewer-of.ts'
import type { Viewer } from '../members/viewer.ts'
import { serveHere } from '../network/heavy-questions.ts'
import { findPeople, suggestPeople } from './find-people.ts'

const loading = { network: undefined, appliedSeq: 0 }

describe('search', () => {
  const test = useTestDatabase()
  const names = async (viewer: Viewer, text: string) =>
    (await findPeople(test.db, loading, viewer, text)).rows.map(({ person }) => person.familyName)

  it('finds words of either language with accents, plurals and typing errors forgiven', async () => {
    const { db } = test
    const viewer = await viewerOf(db, await addMember(db, 'Vera Viewer'))
    await addMember(db, 'Samira Benali', { headlineFr: 'Architecte, paiements sécurisés', headlineEn: 'Architect, secure payments' })
    await addMember(db, 'Loïc Œuvrard', { headlineFr: 'Ingénieur brassicole' })
    for (const text of ['paiement securise', 'PAIEMENTS SÉCURISÉS', 'secure payment', 'samira', 'benali', 'Benalli', 'paiment sécurisé']) {
      expect(await names(viewer, text), text).toContain('Benali')
    }
    for (const text of ['oeuvrard', 'Œuvrard', 'loic', 'ingenieur', 'ingeneur', 'brassicole'])
      expect(await names(viewer, text), text).toContain('Œuvrard')
    expect(await names(viewer, 'zzzzqqqq')).toEqual([])
    expect(await names(viewer, '   ')).toEqual([])
  })

  it('takes operators and wildcards for the letters they are', async () => {
    const viewer = await viewerOf(test.db, await addMember(test.db, 'Otto Operator'))
    for (const text of ["%_\\:*&!<->()'", '!samira', 'a & b | c', "'; drop table member; --", ':*', '\u0000']) {
      await expect(findPeople(test.db, loading, viewer, text)).resolves.toBeDefined()
    }
  })

  it('leaves out whoever may not be found by this viewer', async () => {
    const { db } = test
    const viewer = await viewerOf(db, await addMember(db, 'Walter Watcher'))
    const friend = await addMember(db, 'Fabienne Friend')
    await addConnection(db, viewer.id, friend)
    const hidden = await addMember(db, 'Quentin Nobody', { findableBy: 'nobody' })
    const unanswered = await addMember(db, 'Quentin Unanswered', { findableBy: null, showsConnections: null })
    const near = await addMember(db, 'Quentin Near', { findableBy: 'second_degree' })
    const far = await addMember(db, 'Quentin Far', { findableBy: 'second_degree' })
    const secret = await addMember(db, 'Quentin Secret', { findableBy: 'second_degree' })
    await addMember(db, 'Quentin Open')
    await addConnection(db, friend, near)
    await addConnection(db, friend, secret, { hiddenByA: true })
    expect((await names(viewer, 'quentin')).sort()).toEqual(['Near', 'Open'])
    await addConnection(db, viewer.id, hidden)
    expect((await names(viewer, 'quentin')).sort()).toEqual(['Near', 'Nobody', 'Open'])
    expect([unanswered, far, secret]).not.toContain(undefined)
  })

  it('puts the nearest first, pages without losing anyone, and says how far each is', async () => {
    const { db } = test
    const viewer = await viewerOf(db, await addMember(db, 'Nora Near'))
    const connector = await addMember(db, 'Conrad Connector')
    await addConnection(db, viewer.id, connector)
    const strangers = await Promise.all(Array.from({ length: 5 }, (_, i) => addMember(db, `Zebulon Stranger${i}`)))
    const second = await addMember(db, 'Zebulon Second')
    await addConnection(db, connector, second)
    const first = await addMember(db, 'Zebulon First')
    await addConnection(db, viewer.id, first)
    const networkIndex = { network: serveHere(await networkOf(db)), appliedSeq: 0 }
    const found = await findPeople(db, networkIndex, viewer, 'zebulon')
    expect(found.rows.slice(0, 3).map(({ degree }) => degree)).toEqual([1, 2, 'further'])
    expect(found.count).toBe(strangers.length + 2)
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await findPeople(db, networkIndex, viewer, 'zebulon', after, 3)
      seen.push(...page.rows.map(({ person }) => person.handle))
      after = page.next
    } while (after)
    expect(new Set(seen).size).toBe(7)
    expect(seen).toEqual(found.rows.map(({ person }) => person.handle))
    const page = await findPeople(db, networkIndex, viewer, 'zebulon', undefined, 3)
    await db.updateTable('member').set({ findableBy: 'nobody' }).where('id', '=', second).execute()
    const next = await findPeople(db, networkIndex, viewer, 'zebulon', page.next, 9)
    expect([...page.rows, ...next.rows].map(({ person }) => person.handle)).toEqual(seen)
  })

  it('suggests people by the beginning of a name while one types', async () => {
    const { db } = test
    const viewer = await viewerOf(db, await addMember(db, 'Tia Typing'))
    await addMember(db, 'Hélène Nguyen')
    for (const text of ['hel', 'Hélène', 'nguy', 'helene n']) {
      const found = await suggestPeople(db, loading, viewer, text)
      expect(
        found.map(({ person }) => person.familyName),
        text,
      ).toContain('Nguyen')
    }
    expect(await suggestPeople(db, loading, viewer, 'h')).toEqual([])
  })
})

async function networkOf(db: Db) {
  const network = createNaiveNetwork()
  for (const { id, showsConnections } of await db.selectFrom('member').select(['id', 'showsConnections']).execute()) {
    network.setMember(id, { shown: showsConnections === true })
  }
  for (const tie of await db.selectFrom('connection').selectAll().execute()) {
    network.setTie({
      lowId: tie.lowId,
      highId: tie.highId,
      lowOwn: 0,
      highOwn: 0,
      shared: tie.sharedStrength,
      hidden: tie.hiddenByLow || tie.hiddenByHigh,
    })
  }
  return network
}
