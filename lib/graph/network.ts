// The contract of the network index: people as integers, connections as edges. Two make it: the obvious oracle and the fast one.
// Path privacy is inside it: a tie that third persons may not see changes no answer that a third person gets.
// A tie is visible to third persons when it is not hidden and both its ends are shown. The viewer's own ties always serve the viewer,
// as the first step; every further step needs a visible tie.

import type { IdFilter } from './compact/ascending.ts'
import type { PageWork } from './compact/load.ts'

/** The member's database id: an unsigned 32-bit integer. */
export type MemberId = number

/** Distance as the viewer may see it; 0 is oneself. Not symmetric: each side's first step may use its own invisible ties. */
export type Degree = 0 | 1 | 2 | 3 | 'further'

/** A tie as the connection table gives it, `lowId < highId`. */
export interface Tie {
  readonly lowId: MemberId
  readonly highId: MemberId
  /** How strongly each side feels the tie, privately: 0 (not said) to 15. */
  readonly lowOwn: number
  readonly highOwn: number
  /** From the stated facts alone: 0 to 15. */
  readonly shared: number
  /** No third person may see it. */
  readonly hidden: boolean
}

/** A way from the viewer to a person. */
export interface WayIn {
  /** One or two members between the two ends, in order. */
  readonly connectors: readonly MemberId[]
  /** Product of the steps' strengths, each out of 15; in (0, 1]. The first step is as strong as the viewer says (unsaid: as shared), others as shared. */
  readonly score: number
  /** Strength of each tie on the way, 1 to 15. */
  readonly steps: readonly number[]
}

/** See `postingOf`. Neither may be changed afterwards. */
export interface Posting {
  readonly ids: Uint32Array
  readonly filter: IdFilter
}

/** A `Uint32Array` must ascend, without repetition; another list may have any order. */
export type Candidates = readonly MemberId[] | Uint32Array | Posting

export interface WaysIn {
  /** Best first: by score, then by the connectors' ids ascending. At most `limit`. */
  readonly twoStep: readonly WayIn[]
  /**
   * Fills up to `limit` ways altogether; empty when the two-step ways reach it. In the same order. None of its connectors is a two-step
   * connector already: whoever can introduce directly is not asked for a longer way.
   */
  readonly threeStep: readonly WayIn[]
  /** All two-step ways there are. */
  readonly twoStepCount: number
}

/** Every answer is for a viewer's eyes but the two counts and `hasTie`, which are for the one who feeds the index; `connectionCount` and `cost` for their member's own. */
export interface Questions {
  /** Members named by `setMember`, a load or a tie, and not removed. */
  readonly memberCount: number
  readonly tieCount: number
  /** Whether the two are tied, hidden or not; in either order. */
  hasTie(a: MemberId, b: MemberId): boolean
  /**
   * 1 for any tie of the viewer's; 2 and 3 through visible ties after the first step; someone who is not shown is 1 or further.
   * Costs the shorter of the two rows and at most the lesser of the two ends' ties behind their neighbours: a hub on one side costs little.
   */
  degree(viewer: MemberId, target: MemberId): Degree
  /** The degree of each target, in their order. From 16 targets on it costs `cost(viewer)`, kept for next time, and then a row for each target. */
  degrees(viewer: MemberId, targets: readonly MemberId[] | Uint32Array): Degree[]
  /**
   * People tied to both, as the viewer may see them: strongest way first, then by id; at most `limit` ids, `count` of them all.
   * Costs the two rows, or the shorter times a logarithm where they are unlike.
   */
  mutual(viewer: MemberId, other: MemberId, limit: number): MutualConnections
  /**
   * Also between two who are tied already; none to oneself. Two steps cost as `mutual`; three at most as `degree`, hubs at both ends up to
   * 10^7 ties. With `steps: 2` the longer ones are not looked for.
   */
  waysIn(viewer: MemberId, target: MemberId, limit: number, options?: { readonly steps?: 2 | 3 }): WaysIn
  /** How many people are at degree 2, exactly. Costs `cost(viewer)`. */
  countSecond(viewer: MemberId): number
  /**
   * How many people are at exactly each degree. Costs `cost(viewer)` for the second, and the second's ties for the third, or all members' rows
   * where that is less. When the second has more than `budget` ties behind it, the third may be estimated from a sample of the members, within
   * 2 % (a standard error of 0.8 % at most); `exact` says so. The second is always exact.
   */
  countByDegree(viewer: MemberId, options?: { readonly budget?: number }): ReachCounts
  /**
   * The candidates nearest first, in the given order within a degree; at most `limit`. Where they ascend, each of them need not be looked at; a posting
   * saves some of that where the viewer's second degree is kept. With `connectors`, those at degree 2 come with so many of the connectors to them,
   * strongest first. Costs `cost(viewer)` unless kept or a hub's, and the lesser of candidates and second degree; where those within two steps do
   * not suffice, a row for each candidate that is looked at besides, or the second degree's ties.
   */
  nearest(
    viewer: MemberId,
    candidates: Candidates,
    limit: number,
    options?: { readonly connectors?: number },
  ): { readonly id: MemberId; readonly degree: Degree; readonly connectors?: readonly MemberId[] }[]
  /**
   * People at degree 2; `score` adds the scores of their two-step ways. By score, then mutual count, then id ascending; at most `limit`.
   * Costs `cost(viewer)` ties. When that is above `budget`, connectors of more than 1,000 visible ties are passed over, and the others walked
   * strongest first until the budget is spent: `partial`. Then the best by that walk are considered, twice the limit of them at most; somebody may
   * be missing, but what is said of each is exact. Besides the ties walked it costs a look at each connection.
   */
  suggestions(viewer: MemberId, limit: number, options?: { readonly budget?: number }): Suggestions
  /** How many ties the member has, hidden or not. Costs nothing. */
  connectionCount(member: MemberId): number
  /** How many of them third persons may see. Costs nothing. */
  visibleCount(member: MemberId): number
  /** Ties that a walk over the viewer's second degree passes; some 5 to 10 ns each. Itself costs a look at each connection. */
  cost(viewer: MemberId): number
  /** The same from the other end: ties that a walk back from this target passes, none of which is hidden from third persons. */
  costTowards(target: MemberId): number
}

export interface MutualConnections {
  readonly count: number
  readonly ids: readonly MemberId[]
}

export interface ReachCounts {
  readonly first: number
  readonly second: number
  readonly third: number
  readonly exact: { readonly second: boolean; readonly third: boolean }
}

export interface Suggestions {
  readonly people: readonly { readonly id: MemberId; readonly mutualCount: number; readonly score: number }[]
  readonly partial: boolean
}

export interface Network extends Questions {
  /** Adds the tie or replaces what is known of it. Copies the two rows. */
  setTie(tie: Tie): void
  /** In either order; absent is fine. Copies the two rows. */
  removeTie(a: MemberId, b: MemberId): void
  /** Whether this member's connections may be used in what third persons see. Unknown members: no. A change copies all neighbours' rows. */
  setMember(id: MemberId, flags: { readonly shown: boolean }): void
  /** Forgets the member with all ties. Copies all neighbours' rows. */
  removeMember(id: MemberId): void
}

/** A network filled in one go. `load` replaces all that was there; of two rows for one tie the later counts. */
export interface LoadableNetwork extends Network {
  load(ties: Iterable<Tie>, members: Iterable<{ readonly id: MemberId; readonly shown: boolean }>): void
}

/** Ties as columns; the first `count` of each count. The caller may fill the same arrays anew for the next call. */
export interface TieColumns {
  readonly count: number
  readonly lowIds: Uint32Array
  readonly highIds: Uint32Array
  readonly lowOwn: Uint8Array
  readonly highOwn: Uint8Array
  readonly shared: Uint8Array
  /** 0 or 1. */
  readonly hidden: Uint8Array
}

/** Takes in a whole network bit by bit; `finish` puts it in place of what was there. Ascending low ends load fastest. */
export interface NetworkLoader {
  /** `shown[i]` is 1 when the connections of `ids[i]` may be used; else 0. */
  addMembers(ids: Uint32Array, shown: Uint8Array): void
  addTies(columns: TieColumns): void
  finish(): void
  /**
   * The same, with half of the work done by `help` in another thread (see `makePages`) when there are so many halves of ties. When that fails `onError` is
   * told, and the work is done here.
   */
  finishWith(help: (work: PageWork) => Promise<number>, onError?: (error: unknown) => void, leastHalves?: number): Promise<void>
}
