// Ways in against a real database: what is said of each tie, what the rows refuse, and that a hidden tie changes nothing for others.
import { describe, expect, it } from 'vitest'
import type { Db } from '../db/connect.ts'
import { addConnection, addMember } from '../db/testing/people.ts'
import { useTestDatabase } from '../db/testing/test-database.ts'
import { accessProfile } from '../profiles/access.ts'
import { countShownConnections, listInCommon } from './in-common.ts'
import { listNearestWays } from './nearest-ways.ts'
import { listReach } from './reach.ts'
import { indexOf } from './testing/index-of.ts'
import { findWay, listWaysIn } from './ways-in.ts'

describe('ways in', () => {
  const test = useTestDatabase()
  const person = async (name: string, values: Parameters<typeof addMember>[2] = {}) => ({ id: await addMember(test.db, name, values) })
  const ways = async (viewer: { id: number }, target: { id: number }) => listWaysIn(test.db, await indexOf(test.db), viewer, target)

  it('say what each tie is, from the nearer side, whoever stated it', async () => {
    const { db } = test
    const [marie, louise, gerard] = [await person('Marie A'), await person('Louise A', { handle: 'louise-a' }), await person('Gerard A')]
    await addConnection(db, louise.id, marie.id, { relationship: 'client', context: 'Atelier', sharedStrength: 3 })
    await addConnection(db, gerard.id, louise.id, { relationship: 'supplier', sharedStrength: 12 })
    expect(await ways(marie, gerard)).toEqual({
      degree: 2,
      total: 1,
      ways: [
        {
          key: 'louise-a',
          connectors: [expect.objectContaining({ handle: 'louise-a', givenName: 'Louise' })],
          ties: [
            { relationship: 'supplier', context: 'Atelier', startedOn: null, endedOn: null, strong: false },
            { relationship: 'client', context: null, startedOn: null, endedOn: null, strong: true },
          ],
        },
      ],
    })
  })

  it('are not needed between connections, and are unknown while the index loads', async () => {
    const [one, other] = [await person('One B'), await person('Other B')]
    await addConnection(test.db, one.id, other.id)
    expect(await ways(one, other)).toEqual({ degree: 1, ways: [], total: 0 })
    expect(await ways(one, one)).toEqual({ degree: 0, ways: [], total: 0 })
    expect(await listWaysIn(test.db, { network: undefined, appliedSeq: 0 }, one, other)).toEqual({ degree: undefined, ways: [], total: 0 })
  })

  it('are unknown when there was no time to look for them, and not none', async () => {
    const { db } = test
    const [one, near, far, other] = [await person('One T'), await person('Near T'), await person('Far T'), await person('Other T')]
    await addConnection(db, one.id, near.id)
    await addConnection(db, near.id, far.id)
    await addConnection(db, far.id, other.id)
    const index = await indexOf(db)
    const { network } = index
    expect(await listWaysIn(db, index, one, other)).toMatchObject({ degree: 3, total: 1 })
    if (!network) throw new Error('no network')
    const waysIn: typeof network.waysIn = async (viewer, target, limit) => ({
      ...(await network.waysIn(viewer, target, limit)),
      threeStep: [],
      partial: true,
    })
    const late = { ...index, network: { ...network, waysIn } }
    expect(await listWaysIn(db, late, one, other)).toEqual({ degree: undefined, ways: [], total: 0 })
    expect(await listWaysIn(db, late, one, far)).toMatchObject({ degree: 2, total: 1 })
  })

  it('of three steps name the second connector only to those who may find them', async () => {
    const { db } = test
    const [viewer, first, second, target] = [
      await person('Viewer C'),
      await person('First C', { handle: 'first-c' }),
      await person('Second C', { handle: 'second-c', findableBy: 'nobody' }),
      await person('Target C'),
    ]
    await addConnection(db, viewer.id, first.id)
    await addConnection(db, first.id, second.id)
    await addConnection(db, second.id, target.id)
    const index = await indexOf(db)
    const hidden = await listWaysIn(db, index, viewer, target)
    expect(hidden.ways[0]?.connectors[1]).toBeNull()
    expect(JSON.stringify(hidden)).not.toMatch(/second/i)
    expect(await findWay(db, index, viewer, target, ['first-c', 'second-c'])).toBeUndefined()
    expect((await findWay(db, index, viewer, target, ['first-c', '~']))?.connectorIds).toEqual([first.id, second.id])
    await db.updateTable('member').set({ findableBy: 'members' }).where('id', '=', second.id).execute()
    expect((await listWaysIn(db, index, viewer, target)).ways[0]?.key).toBe('first-c,second-c')
    expect((await findWay(db, index, viewer, target, ['first-c', 'second-c']))?.connectorIds).toEqual([first.id, second.id])
  })

  it('that the rows no longer carry are not shown, whatever the index holds', async () => {
    const { db } = test
    const [viewer, connector, target] = [
      await person('Viewer D'),
      await person('Connector D', { handle: 'connector-d' }),
      await person('Target D'),
    ]
    await addConnection(db, viewer.id, connector.id)
    await addConnection(db, connector.id, target.id)
    const stale = await indexOf(db)
    const changes: [string, (on: boolean) => Promise<unknown>][] = [
      ['hidden tie', (on) => hide(db, connector.id, target.id, on)],
      ['connector who shows nothing', (on) => show(db, connector.id, !on)],
      ['person who shows nothing', (on) => show(db, target.id, !on)],
    ]
    for (const [name, change] of changes) {
      await change(true)
      expect((await listWaysIn(db, stale, viewer, target)).ways, name).toEqual([])
      expect(await findWay(db, stale, viewer, target, ['connector-d']), name).toBeUndefined()
      await change(false)
      expect((await findWay(db, stale, viewer, target, ['connector-d']))?.connectorIds, name).toEqual([connector.id])
    }
    await db.deleteFrom('connection').where('lowId', '=', viewer.id).execute()
    expect((await listWaysIn(db, stale, viewer, target)).ways).toEqual([])
    expect(await findWay(db, stale, viewer, target, ['nobody-of-that-name'])).toBeUndefined()
  })
})

describe('path privacy', () => {
  const test = useTestDatabase()

  /** All that this module tells each member of each other one. */
  async function everything(members: readonly number[], except: readonly number[]): Promise<string> {
    const index = await indexOf(test.db)
    const answers: unknown[] = []
    const rows = await test.db.selectFrom('member').select(['id', 'handle']).where('id', 'in', members).execute()
    const handles = new Map(rows.map(({ id, handle }) => [id, handle]))
    for (const viewer of members.filter((id) => !except.includes(id))) {
      for (const target of members) {
        answers.push([
          await accessProfile(test.db, { id: viewer }, handles.get(target) ?? '').catch((error: { code?: string }) => error.code),
          await listWaysIn(test.db, index, { id: viewer }, { id: target }),
          [...(await listNearestWays(test.db, index, { id: viewer }, members)).entries()],
          await countShownConnections(test.db, { id: target }),
          await listReach(test.db, { id: target }),
          await listInCommon(test.db, { id: viewer }, { id: target }),
          await index.network?.mutual(viewer, target, 10),
          await index.network?.countByDegree(viewer),
        ])
      }
    }
    return JSON.stringify(answers)
  }

  it('lets a hidden tie, and what each end privately thinks of it, change nothing for anyone else', async () => {
    const { db } = test
    const members = await Promise.all(
      Array.from({ length: 9 }, (_, at) =>
        addMember(db, `Person${at} P`, { showsConnections: at !== 7, findableBy: at % 3 === 0 ? 'second_degree' : 'members' }),
      ),
    )
    const at = (index: number) => members[index] as number
    for (const [a, b] of [
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 4],
      [4, 5],
      [5, 6],
      [1, 5],
      [2, 6],
      [6, 8],
    ] as const)
      await addConnection(db, at(a), at(b))
    const [b, x] = [at(1), at(3)]
    const without = await everything(members, [b, x])
    await addConnection(db, b, x, { hiddenByA: true, sharedStrength: 15, strengthOfA: 3, strengthOfB: 3, context: 'Secret' })
    expect(await everything(members, [b, x])).toBe(without)
    await db
      .updateTable('connection')
      .set({ hiddenByLow: false, hiddenByHigh: false })
      .where('lowId', '=', Math.min(b, x))
      .where('highId', '=', Math.max(b, x))
      .execute()
    expect(await everything(members, [b, x])).not.toBe(without)
  })

  it('counts a member who shows no connections as one who has none', async () => {
    const { db } = test
    const members = await Promise.all(Array.from({ length: 5 }, (_, at) => addMember(db, `Quiet${at} Q`, { showsConnections: at !== 2 })))
    const at = (index: number) => members[index] as number
    await addConnection(db, at(0), at(1))
    await addConnection(db, at(3), at(4))
    const without = await everything(members, [at(1), at(2), at(3)])
    await addConnection(db, at(1), at(2))
    await addConnection(db, at(2), at(3))
    expect(await everything(members, [at(1), at(2), at(3)])).toBe(without)
  })

  it('keeps a private strength from everyone but its owner', async () => {
    const { db } = test
    const [viewer, connector, target, other] = await Promise.all(['V', 'C', 'T', 'O'].map((name) => addMember(db, `${name} Strength`)))
    const members = [viewer, connector, target, other] as number[]
    await addConnection(db, members[0] as number, members[1] as number, { sharedStrength: 8 })
    await addConnection(db, members[1] as number, members[2] as number, { sharedStrength: 8 })
    await addConnection(db, members[1] as number, members[3] as number, { sharedStrength: 8 })
    const before = await everything(members, [members[1] as number])
    await db
      .updateTable('connection')
      .set((eb) => ({
        lowStrength: eb
          .case()
          .when('lowId', '=', members[1] as number)
          .then(1)
          .else(null)
          .end(),
        highStrength: eb
          .case()
          .when('highId', '=', members[1] as number)
          .then(1)
          .else(null)
          .end(),
      }))
      .where((eb) => eb.or([eb('lowId', '=', members[1] as number), eb('highId', '=', members[1] as number)]))
      .execute()
    expect(await everything(members, [members[1] as number])).toBe(before)
  })
})

describe('in common', () => {
  const test = useTestDatabase()

  it('are employers at the same time, schools, and skills', async () => {
    const { db } = test
    const [one, other] = [await addMember(db, 'One I'), await addMember(db, 'Other I')]
    const organizations = await db
      .insertInto('organization')
      .values(['Gazette', 'Boréal', 'École'].map((name) => ({ name, nameKey: name })))
      .returning('id')
      .execute()
    const [gazette, boreal, school] = organizations.map(({ id }) => id) as [number, number, number]
    const position = (memberId: number, organizationId: number, startedOn: string, endedOn: string | null) => ({
      memberId,
      organizationId,
      startedOn,
      endedOn,
      titleEn: 'Editor',
    })
    await db
      .insertInto('position')
      .values([
        position(one, gazette, '1999-01-01', '2006-05-01'),
        position(other, gazette, '2001-03-01', null),
        position(one, boreal, '2010-01-01', '2012-01-01'),
        position(other, boreal, '2013-01-01', null),
      ])
      .execute()
    await db
      .insertInto('education')
      .values([one, other].map((memberId) => ({ memberId, organizationId: school, startedOn: null, endedOn: null })))
      .execute()
    const skill = await db
      .insertInto('skill')
      .values({ nameEn: 'Layout', nameFr: 'Mise en page', keyEn: 'layout' })
      .returning('id')
      .executeTakeFirstOrThrow()
    await db
      .insertInto('memberSkill')
      .values([one, other].map((memberId) => ({ memberId, skillId: skill.id })))
      .execute()
    expect(await listInCommon(db, { id: one }, { id: other })).toEqual({
      organizations: [
        { name: 'Gazette', from: '2001-03-01', to: '2006-05-01' },
        { name: 'École', from: null, to: null },
      ],
      skills: [{ en: 'Layout', fr: 'Mise en page' }],
    })
  })
})

async function hide(db: Db, a: number, b: number, hidden: boolean): Promise<void> {
  await db
    .updateTable('connection')
    .set({ hiddenByHigh: hidden })
    .where('lowId', '=', Math.min(a, b))
    .where('highId', '=', Math.max(a, b))
    .execute()
}

async function show(db: Db, id: number, shown: boolean): Promise<void> {
  await db.updateTable('member').set({ showsConnections: shown }).where('id', '=', id).execute()
}
