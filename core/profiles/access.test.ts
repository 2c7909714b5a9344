// Who reaches a profile, against real rows: every kind of viewer, every choice of the member.
import { AppError } from '@entregent/lib/base/errors.ts'
import { describe, expect, it } from 'vitest'
import type { Db } from '../db/connect.ts'
import { addConnection, addMember } from '../db/testing/people.ts'
import { useTestDatabase } from '../db/testing/test-database.ts'
import { accessOwnProfile, accessProfile } from './access.ts'

const choices = ['anyone', 'members', 'second_degree', 'nobody', null] as const
type Choice = (typeof choices)[number]

/** Makes the person and the viewer, in the relation named. Gives the viewer, or undefined for a visitor. */
const viewers = {
  visitor: async () => undefined,
  stranger: async (db: Db) => ({ id: await addMember(db) }),
  self: async (_: Db, person: number) => ({ id: person }),
  connection: async (db: Db, person: number) => {
    const id = await addMember(db)
    await addConnection(db, id, person)
    return { id }
  },
  'second degree': (db: Db, person: number) => throughConnector(db, person, {}),
  'second degree by a hidden tie': (db: Db, person: number) => throughConnector(db, person, { isHidden: true }),
  'second degree by a private connector': (db: Db, person: number) => throughConnector(db, person, { connectorShows: false }),
  invited: async (db: Db, person: number) => {
    const id = await addMember(db)
    await db.insertInto('invitation').values({ fromId: person, toId: id, relationship: 'colleague' }).execute()
    return { id }
  },
  inviting: async (db: Db, person: number) => {
    const id = await addMember(db)
    await db.insertInto('invitation').values({ fromId: id, toId: person, relationship: 'colleague' }).execute()
    return { id }
  },
  'asked by introduction': (db: Db, person: number) => askedOf(db, person, 'offered'),
  'asked, before anybody passed it on': (db: Db, person: number) => askedOf(db, person, 'asked'),
  'asked, and past the deadline': (db: Db, person: number) => askedOf(db, person, 'offered', -1),
  'introduced to them': async (db: Db, person: number) => {
    const viewer = await askedOf(db, person, 'offered')
    await db.updateTable('introduction').set({ state: 'accepted', closedAt: new Date() }).where('targetId', '=', viewer.id).execute()
    return viewer
  },
  'invited, and set it aside': async (db: Db, person: number) => {
    const id = await addMember(db)
    const setAside = { setAsideAs: 'ignored' } as const
    await db
      .insertInto('invitation')
      .values({ fromId: person, toId: id, relationship: 'colleague', ...setAside })
      .execute()
    return { id }
  },
}

async function throughConnector(db: Db, person: number, { isHidden = false, connectorShows = true }) {
  const connector = await addMember(db, undefined, { showsConnections: connectorShows })
  const id = await addMember(db)
  await addConnection(db, id, connector)
  await addConnection(db, connector, person, { hiddenByA: isHidden })
  return { id }
}

async function askedOf(db: Db, person: number, state: 'offered' | 'asked', daysLeft = 1) {
  const id = await addMember(db)
  await db
    .insertInto('introduction')
    .values({
      askerId: person,
      targetId: id,
      purpose: 'expertise',
      noteToTarget: 'Bonjour',
      state,
      expiresAt: new Date(Date.now() + daysLeft * 86_400_000),
    })
    .execute()
  return { id }
}

const allowed: Record<keyof typeof viewers, readonly Choice[]> = {
  visitor: ['anyone'],
  stranger: ['anyone', 'members'],
  self: choices,
  connection: choices,
  'second degree': ['anyone', 'members', 'second_degree'],
  'second degree by a hidden tie': ['anyone', 'members'],
  'second degree by a private connector': ['anyone', 'members'],
  invited: choices,
  inviting: ['anyone', 'members'],
  'asked by introduction': choices,
  'asked, before anybody passed it on': ['anyone', 'members'],
  'asked, and past the deadline': ['anyone', 'members'],
  'introduced to them': choices,
  'invited, and set it aside': ['anyone', 'members'],
}

describe('a profile', () => {
  const database = useTestDatabase()

  async function reached(viewer: { id: number } | undefined, handle: string): Promise<unknown> {
    return accessProfile(database.db, viewer, handle).then(
      () => 'reached',
      (error: unknown) => error,
    )
  }

  for (const [kind, make] of Object.entries(viewers) as [keyof typeof viewers, (typeof viewers)[keyof typeof viewers]][]) {
    it.each(choices)(`answers a viewer of the kind “${kind}” as the policy says, for %s`, async (findableBy) => {
      const handle = `person-${crypto.randomUUID()}`
      const person = await addMember(database.db, 'Zoé Roy', { findableBy, handle })
      const outcome = await reached(await make(database.db, person), handle)
      if (allowed[kind].includes(findableBy)) expect(outcome).toBe('reached')
      else expect(outcome).toEqual(new AppError('not_found'))
    })
  }

  it('keeps the second degree from showing through when the member hides all connections', async () => {
    const handle = `person-${crypto.randomUUID()}`
    const person = await addMember(database.db, 'Zoé Roy', { findableBy: 'second_degree', handle, showsConnections: false })
    expect(await reached(await throughConnector(database.db, person, {}), handle)).toEqual(new AppError('not_found'))
  })

  it('fails in the same way for a handle that exists and may not be seen, and for one that does not exist', async () => {
    const hidden = `person-${crypto.randomUUID()}`
    await addMember(database.db, 'Zoé Roy', { findableBy: 'nobody', handle: hidden })
    const viewer = { id: await addMember(database.db) }
    expect(await reached(viewer, hidden)).toEqual(await reached(viewer, 'nobody-of-that-name'))
    expect(await reached(undefined, hidden)).toEqual(await reached(undefined, 'nobody-of-that-name'))
  })

  it('is changed by its owner alone', async () => {
    const id = await addMember(database.db, 'Zoé Roy')
    expect((await accessOwnProfile(database.db, { id })).id).toBe(id)
    await expect(accessOwnProfile(database.db, { id: 2_000_000_000 })).rejects.toEqual(new AppError('not_found'))
  })
})
