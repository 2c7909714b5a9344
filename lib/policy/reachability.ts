// Whether, and by which way, one member may reach another for a purpose. Facts in, an answer with its reason out; the server asks
// this on every channel.
import type { ReachWay } from '@entregent/lib/base/words.ts'

export interface ReachFacts {
  /** The two are one and the same. */
  readonly self: boolean
  /** Connected members write to each other; no purpose is asked. */
  readonly connected: boolean
  /** What the person chose for the purpose. */
  readonly way: ReachWay
  /** There is a way in that the asker may use. */
  readonly hasWayIn: boolean
}

export interface Reach {
  readonly allowed: boolean
  /** `direct` = without a connector; a person who takes a purpose directly takes it by introduction too. */
  readonly by: 'direct' | 'introduction' | 'none'
  readonly reason: 'self' | 'connected' | 'never' | 'open' | 'way_in' | 'no_way_in'
}

/** How this asker may reach this person for this purpose. A missing preference is the caller's to fill: `introduction`. */
export function reach(facts: ReachFacts): Reach {
  if (facts.self) return { allowed: false, by: 'none', reason: 'self' }
  if (facts.connected) return { allowed: true, by: 'direct', reason: 'connected' }
  if (facts.way === 'never') return { allowed: false, by: 'none', reason: 'never' }
  if (facts.way === 'direct') return { allowed: true, by: 'direct', reason: 'open' }
  if (facts.hasWayIn) return { allowed: true, by: 'introduction', reason: 'way_in' }
  return { allowed: false, by: 'none', reason: 'no_way_in' }
}
