// Who may find whom: facts in, an answer and its reason out. Until the question of joining is answered, nobody outside one's own ties.
import type { FindableBy } from '@entregent/lib/base/words.ts'

export interface FindFacts {
  readonly findableBy: FindableBy | null
  readonly isSignedIn: boolean
  readonly isSelf: boolean
  readonly isConnected: boolean
  /** A common connection leads there by ties that may be shown. */
  readonly isSecondDegree: boolean
  /** The person has asked something of the viewer that is still open, and so shows who is asking. */
  readonly hasOpenRequest: boolean
  /** One asked for the other, and it was accepted: they talk. */
  readonly isIntroduced: boolean
}

export interface FindAnswer {
  readonly allowed: boolean
  readonly reason: 'self' | 'connected' | 'open_request' | 'introduced' | 'anyone' | 'members' | 'second_degree' | 'not_findable'
}

/** Whether the viewer may find, and see, this person. */
export function mayFind(facts: FindFacts): FindAnswer {
  if (facts.isSelf) return { allowed: true, reason: 'self' }
  if (facts.findableBy === 'anyone') return { allowed: true, reason: 'anyone' }
  if (!facts.isSignedIn) return { allowed: false, reason: 'not_findable' }
  if (facts.isConnected) return { allowed: true, reason: 'connected' }
  if (facts.hasOpenRequest) return { allowed: true, reason: 'open_request' }
  if (facts.isIntroduced) return { allowed: true, reason: 'introduced' }
  if (facts.findableBy === 'members') return { allowed: true, reason: 'members' }
  if (facts.findableBy === 'second_degree' && facts.isSecondDegree) return { allowed: true, reason: 'second_degree' }
  return { allowed: false, reason: 'not_findable' }
}
