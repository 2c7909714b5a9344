// The contract of the network index: people as integers, connections as edges. Two make it: the obvious oracle and the fast one.
// Path privacy is inside it: a tie that third persons may not see changes no answer that a third person gets.
// A tie is visible to third persons when it is not hidden and both its ends are shown. The viewer's own ties always serve the viewer,
// as the first step; every further step needs a visible tie.

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

/** Every answer is for a viewer's eyes but the two counts and `hasTie`, which are for the one who feeds the index. */
export interface Network {
  /** Members named by `setMember`, a load or a tie, and not removed. */
  readonly memberCount: number
  readonly tieCount: number
  /** Whether the two are tied, hidden or not; in either order. */
  hasTie(a: MemberId, b: MemberId): boolean
  /** 1 for any tie of the viewer's; 2 and 3 through visible ties after the first step; someone who is not shown is 1 or further. */
  degree(viewer: MemberId, target: MemberId): Degree
  /** The degree of each target, in their order; many at once cost less than one by one. */
  degrees(viewer: MemberId, targets: readonly MemberId[]): Degree[]
  /** People tied to both, as the viewer may see them: strongest way first, then by id; at most `limit` ids, `count` of them all. */
  mutual(viewer: MemberId, other: MemberId, limit: number): { readonly count: number; readonly ids: readonly MemberId[] }
  /** Also between two who are tied already; none to oneself. */
  waysIn(viewer: MemberId, target: MemberId, limit: number): WaysIn
  /** How many people are at exactly each degree. Costs a walk over the third degree. */
  countByDegree(viewer: MemberId): { readonly first: number; readonly second: number; readonly third: number }
  /** The candidates nearest first, in the given order within a degree; at most `limit`. */
  nearest(viewer: MemberId, candidates: readonly MemberId[], limit: number): { readonly id: MemberId; readonly degree: Degree }[]
  /** People at degree 2; `score` adds the scores of their two-step ways. By score, then mutual count, then id ascending; at most `limit`. */
  suggestions(viewer: MemberId, limit: number): { readonly id: MemberId; readonly mutualCount: number; readonly score: number }[]
  /** Adds the tie or replaces what is known of it. */
  setTie(tie: Tie): void
  /** In either order; absent is fine. */
  removeTie(a: MemberId, b: MemberId): void
  /** Whether this member's connections may be used in what third persons see. Unknown members: no. */
  setMember(id: MemberId, flags: { readonly shown: boolean }): void
  /** Forgets the member with all ties. */
  removeMember(id: MemberId): void
}

/** A network filled in one go. `load` replaces all that was there; of two rows for one tie the later counts. */
export interface LoadableNetwork extends Network {
  load(ties: Iterable<Tie>, members: Iterable<{ readonly id: MemberId; readonly shown: boolean }>): void
}
