import { introductionStates } from '@entregent/lib/base/words.ts'
import { describe, expect, it } from 'vitest'
import {
  type ActFacts,
  type AskFacts,
  coolDownDays,
  coolDownEnd,
  deadlineOf,
  type EarlierRequest,
  firstState,
  introductionActs,
  mayAsk,
  shownState,
  stateAfterForward,
} from './introduction.ts'

const now = new Date('2026-06-01T12:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)
const asking: AskFacts = { connected: false, way: 'introduction', connectors: 1, openCount: 0, earlier: [], now }
const closed = (days: number, values: Partial<EarlierRequest> = {}): EarlierRequest => ({
  state: 'closed',
  closedAs: 'expired',
  wentOn: false,
  closedAt: daysAgo(days),
  ...values,
})
const withdrawnEarly = (days: number) => closed(days, { closedAs: 'withdrawn' })

describe('mayAsk', () => {
  it('lets a member ask along a way in', () => {
    expect(mayAsk(asking)).toEqual({ allowed: true })
  })

  it('lets a member ask straight where the purpose is open, and along a way in as well', () => {
    expect(mayAsk({ ...asking, way: 'direct', connectors: 0 }).allowed).toBe(true)
    expect(mayAsk({ ...asking, way: 'direct', connectors: 2 }).allowed).toBe(true)
  })

  it.each([
    ['already_connected', { connected: true }],
    ['purpose_closed', { way: 'never' as const }],
    ['purpose_closed', { connectors: 0 }],
    ['introduction_limit', { openCount: 5 }],
    ['introduction_open', { earlier: [{ ...closed(1), state: 'asked' as const, closedAs: null, closedAt: null }] }],
  ])('refuses with %s', (reason, given) => {
    expect(mayAsk({ ...asking, ...given })).toEqual({ allowed: false, reason })
  })

  it('lets the pair rest after a request that was not accepted, then opens again', () => {
    expect(mayAsk({ ...asking, earlier: [closed(coolDownDays - 1)] })).toEqual({
      allowed: false,
      reason: 'introduction_cooling_down',
      until: new Date(daysAgo(coolDownDays - 1).getTime() + coolDownDays * 86_400_000),
    })
    expect(mayAsk({ ...asking, earlier: [closed(coolDownDays)] })).toEqual({ allowed: true })
  })
})

describe('coolDownEnd', () => {
  it('counts from the latest of several', () => {
    expect(coolDownEnd([closed(30), closed(10), closed(60)])).toEqual(new Date(daysAgo(10).getTime() + coolDownDays * 86_400_000))
  })

  it('does not count what was accepted or is open', () => {
    expect(coolDownEnd([closed(3, { state: 'accepted', closedAs: null }), closed(1, { state: 'asked', closedAt: null })])).toBeUndefined()
  })

  it('counts a withdrawal only after somebody forwarded', () => {
    expect(coolDownEnd([withdrawnEarly(1)])).toBeUndefined()
    expect(coolDownEnd([closed(1, { closedAs: 'withdrawn', wentOn: true })])).toBeDefined()
  })

  it('ends asking and withdrawing again and again', () => {
    expect(coolDownEnd([withdrawnEarly(1), withdrawnEarly(40)])).toEqual(new Date(daysAgo(40).getTime() + coolDownDays * 86_400_000))
  })
})

describe('the course of a request', () => {
  it('goes through each connector to the person', () => {
    expect([firstState(0), firstState(1), firstState(2)]).toEqual(['offered', 'asked', 'asked'])
    expect([stateAfterForward(1, 1), stateAfterForward(1, 2), stateAfterForward(2, 2)]).toEqual(['offered', 'forwarded', 'offered'])
  })

  it('closes after fourteen days', () => {
    expect(deadlineOf(daysAgo(14))).toEqual(now)
  })

  it('is told closed at its deadline, before the job that closes it', () => {
    const told = (expiresAt: Date) => introductionStates.map((state) => shownState({ state, expiresAt }, now))
    expect(told(now)).toEqual(['closed', 'closed', 'closed', 'accepted', 'closed'])
    expect(told(new Date(now.getTime() + 1))).toEqual([...introductionStates])
  })
})

describe('introductionActs', () => {
  const facts: ActFacts = { role: 'asker', state: 'asked', reached: true, forwarded: false, setAside: false }

  it.each<[string, Partial<ActFacts>, string[]]>([
    ['lets the asker withdraw while it is open', {}, ['withdraw']],
    ['lets a connector forward or let rest', { role: 'connector' }, ['forward', 'set_aside']],
    ['lets a connector think again', { role: 'connector', setAside: true }, ['forward', 'bring_back']],
    ['lets a connector do nothing before it lies there', { role: 'connector', reached: false }, []],
    ['lets a connector forward once', { role: 'connector', forwarded: true, state: 'forwarded' }, []],
    ['lets the person do nothing before it is offered', { role: 'target', state: 'forwarded' }, []],
    ['lets the person accept or let rest', { role: 'target', state: 'offered' }, ['accept', 'set_aside']],
    ['lets the person think again', { role: 'target', state: 'offered', setAside: true }, ['accept', 'bring_back']],
    ['ends with acceptance', { role: 'target', state: 'accepted' }, []],
    ['ends with the deadline', { role: 'asker', state: 'closed' }, []],
  ])('%s', (_, given, acts) => {
    expect(introductionActs({ ...facts, ...given })).toEqual(acts)
  })
})
