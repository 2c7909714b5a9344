// Introductions when everything happens at once: of all that race, the rows' locks and constraints let one win.
import { describe, expect, it } from 'vitest'
import { addConnection, addMember } from '../db/testing/people.ts'
import { useTestDatabase } from '../db/testing/test-database.ts'
import { viewerOf } from '../members/testing/viewer-of.ts'
import { accessAskedIntroduction, accessIntroduction, accessIntroductionToForward, accessOfferedIntroduction } from './access.ts'
import { acceptIntroduction, forwardIntroduction, withdrawIntroduction } from './answer.ts'
import { countAwaitingIntroductions } from './lists.ts'
import { addCast, ask, forward, race } from './testing/cast.ts'

describe('races', () => {
  const test = useTestDatabase()
  let casts = 0

  it('two requests to one person at once are one', async () => {
    const { db } = test
    for (let round = 0; round < 5; round++) {
      const { asker, first, second, target } = await addCast(db, `-two-${round}`)
      const outcomes = await race(Array.from({ length: 6 }, (_, at) => () => ask(db, asker, target, at % 2 ? [first] : [first, second])))
      expect(outcomes.sort()).toEqual([...Array(5).fill('introduction_open'), 'won'])
    }
  })

  it('six requests to six people at once are five', async () => {
    const { db } = test
    const { asker, first } = await addCast(db, '-six')
    const targets = await Promise.all(Array.from({ length: 6 }, async (_, at) => viewerOf(db, await addMember(db, `Six${at} T`))))
    await Promise.all(targets.map((target) => addConnection(db, first.id, target.id)))
    const outcomes = await race(targets.map((target) => () => ask(db, asker, target, [first])))
    expect(outcomes.filter((outcome) => outcome === 'won')).toHaveLength(5)
    expect(outcomes).toContain('introduction_limit')
  })

  const offered = async () => {
    const cast = await addCast(test.db, `-race-${++casts}`)
    const id = await ask(test.db, cast.asker, cast.target, [cast.first])
    await forward(test.db, cast.first, id)
    return { ...cast, id }
  }

  it('accepted ten times at once, it is accepted once, with one message', async () => {
    const { db } = test
    const { asker, target, id } = await offered()
    const granted = await accessOfferedIntroduction(db, target, id)
    const outcomes = await race(Array.from({ length: 10 }, () => () => acceptIntroduction(db, granted)))
    expect(outcomes.sort()).toEqual([...Array(9).fill('introduction_closed'), 'won'])
    const messages = await db.selectFrom('message').select('seq').where('senderId', '=', asker.id).execute()
    expect(messages).toEqual([{ seq: 1 }])
  })

  it('accepted and withdrawn at once, it is one of the two', async () => {
    const { db } = test
    for (let round = 0; round < 10; round++) {
      const { asker, target, id } = await offered()
      const [asAsker, asTarget] = [await accessAskedIntroduction(db, asker, id), await accessOfferedIntroduction(db, target, id)]
      const outcomes = await race([() => acceptIntroduction(db, asTarget), () => withdrawIntroduction(db, asAsker)])
      expect(outcomes.sort()).toEqual(['introduction_closed', 'won'])
      const { state, conversationId } = await db
        .selectFrom('introduction')
        .select(['state', 'conversationId'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      expect(conversationId !== null).toBe(state === 'accepted')
    }
  })

  it('forwarded and withdrawn at once, it ends withdrawn', async () => {
    const { db } = test
    for (let round = 0; round < 10; round++) {
      const { asker, first, target } = await addCast(db, `-forward-${round}`)
      const id = await ask(db, asker, target, [first])
      const [asAsker, asConnector] = [await accessAskedIntroduction(db, asker, id), await accessIntroductionToForward(db, first, id)]
      const [forwarded, withdrawn] = await race([() => forwardIntroduction(db, asConnector, {}), () => withdrawIntroduction(db, asAsker)])
      expect(withdrawn).toBe('won')
      expect(['won', 'introduction_closed']).toContain(forwarded)
      expect(await accessIntroduction(db, asker, id)).toMatchObject({ state: 'closed', closedAs: 'withdrawn' })
      expect(await countAwaitingIntroductions(db, target)).toEqual({ toForward: 0, offered: 0 })
    }
  })
})
