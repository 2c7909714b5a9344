// The rules of an introduction: who may ask, what each person in it may do, and where it goes next. A refusal changes nothing that
// the asker can see: these rules never look at one when they answer the asker.
import type { IntroductionState, ReachWay } from '@entregent/lib/base/words.ts'

/** Requests that one member may have open at a time. */
export const openIntroductionLimit = 5
/** How long a request waits for its answer. */
export const introductionTtlDays = 14
/** How long the pair rests after a request that was not accepted, whichever way in it took. */
export const coolDownDays = 90
/** Requests to one person that may be withdrawn, before anybody forwarded them, within a cool-down. */
export const earlyWithdrawalLimit = 2

const dayMs = 86_400_000

/** An earlier request of the asker's to the same person. */
export interface EarlierRequest {
  readonly state: IntroductionState
  readonly closedAs: 'withdrawn' | 'expired' | null
  /** Somebody had forwarded it, or it went straight to the person. */
  readonly wentOn: boolean
  readonly closedAt: Date | null
}

export interface AskFacts {
  readonly connected: boolean
  /** What the person chose for the purpose. */
  readonly way: ReachWay
  /** Connectors in the chain; 0 asks the person straight. */
  readonly connectors: number
  /** The asker's open requests, whomever they go to. */
  readonly openCount: number
  readonly earlier: readonly EarlierRequest[]
  readonly now: Date
}

export type AskAnswer =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly reason: 'already_connected' | 'purpose_closed' | 'introduction_open' | 'introduction_limit' }
  | { readonly allowed: false; readonly reason: 'introduction_cooling_down'; readonly until: Date }

/**
 * Whether the asker may ask. One open request per pair; at most `openIntroductionLimit` open in all; `coolDownDays` of rest after
 * one that was not accepted. One that its asker withdrew before anybody forwarded it does not count, up to `earlyWithdrawalLimit`.
 */
export function mayAsk(facts: AskFacts): AskAnswer {
  if (facts.connected) return { allowed: false, reason: 'already_connected' }
  if (facts.way === 'never' || (facts.connectors === 0 && facts.way !== 'direct')) return { allowed: false, reason: 'purpose_closed' }
  if (facts.earlier.some(({ closedAt }) => closedAt === null)) return { allowed: false, reason: 'introduction_open' }
  const until = coolDownEnd(facts.earlier)
  if (until && until > facts.now) return { allowed: false, reason: 'introduction_cooling_down', until }
  if (facts.openCount >= openIntroductionLimit) return { allowed: false, reason: 'introduction_limit' }
  return { allowed: true }
}

/** When the pair may be asked for again; undefined when nothing stands in the way. */
export function coolDownEnd(earlier: readonly EarlierRequest[]): Date | undefined {
  const refused: number[] = []
  const withdrawnEarly: number[] = []
  for (const { state, closedAs, closedAt, wentOn } of earlier) {
    if (state !== 'closed' || closedAt === null) continue
    if (closedAs === 'withdrawn' && !wentOn) withdrawnEarly.push(closedAt.getTime())
    else refused.push(closedAt.getTime())
  }
  // The last `earlyWithdrawalLimit` early withdrawals must not all lie within one cool-down.
  const oldestCounted = withdrawnEarly.sort((a, b) => b - a)[earlyWithdrawalLimit - 1]
  const from = Math.max(...refused, oldestCounted ?? Number.NEGATIVE_INFINITY)
  return Number.isFinite(from) ? new Date(from + coolDownDays * dayMs) : undefined
}

/** When a request asked now closes if nobody accepts. */
export function deadlineOf(askedAt: Date): Date {
  return new Date(askedAt.getTime() + introductionTtlDays * dayMs)
}

/** The state of a request asked along `connectors` connectors; without any it lies before the person at once. */
export function firstState(connectors: number): 'asked' | 'offered' {
  return connectors === 0 ? 'offered' : 'asked'
}

/** The state once the connector at `position` (from 1) of `connectors` forwarded. */
export function stateAfterForward(position: number, connectors: number): 'forwarded' | 'offered' {
  return position < connectors ? 'forwarded' : 'offered'
}

/** What the reader is told: a request past its deadline is closed, whether or not the job that closes it has run. */
export function shownState(row: { readonly state: IntroductionState; readonly expiresAt: Date }, now: Date): IntroductionState {
  const open = row.state !== 'accepted' && row.state !== 'closed'
  return open && row.expiresAt <= now ? 'closed' : row.state
}

export type IntroductionRole = 'asker' | 'connector' | 'target'
export type IntroductionAct = 'withdraw' | 'forward' | 'accept' | 'set_aside' | 'bring_back'

export interface ActFacts {
  readonly role: IntroductionRole
  /** From `shownState`. */
  readonly state: IntroductionState
  /** For a connector: when it lay before them, and when they forwarded it. */
  readonly reached: boolean
  readonly forwarded: boolean
  /** This person let it rest. */
  readonly setAside: boolean
}

/** What this person may do with the request now; nothing once it is accepted or closed. */
export function introductionActs(facts: ActFacts): readonly IntroductionAct[] {
  if (facts.state === 'accepted' || facts.state === 'closed') return []
  if (facts.role === 'asker') return ['withdraw']
  if (facts.role === 'target' && facts.state !== 'offered') return []
  if (facts.role === 'connector' && (!facts.reached || facts.forwarded)) return []
  const main = facts.role === 'target' ? 'accept' : 'forward'
  return facts.setAside ? [main, 'bring_back'] : [main, 'set_aside']
}
