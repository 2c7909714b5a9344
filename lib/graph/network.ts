// The contract of the network index: people as integers, connections as edges. Two make it: the obvious oracle and the fast one.
// Path privacy is inside it: a tie that third persons may not see changes no answer that a third person gets.

/** The member's database id: an unsigned 32-bit integer. */
export type MemberId = number

/** Distance from the viewer; 0 is oneself. Not symmetric: each side sees its own hidden ties. */
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
  /** Product of the steps' strengths, each out of 15; in (0, 1]. */
  readonly score: number
  /** Strength of each tie on the way, 1 to 15. */
  readonly steps: readonly number[]
}

export interface WaysIn {
  /** Best first: by score, then by the connectors' ids. At most `limit`. */
  readonly twoStep: readonly WayIn[]
  /** Searched only when there are fewer than `limit` two-step ways. */
  readonly threeStep: readonly WayIn[]
  /** All two-step ways there are. */
  readonly twoStepCount: number
}

export interface Network {
  readonly memberCount: number
  readonly tieCount: number
  hasTie(a: MemberId, b: MemberId): boolean
  degree(viewer: MemberId, target: MemberId): Degree
  degrees(viewer: MemberId, targets: readonly MemberId[]): Degree[]
  /** People tied to both, as the viewer may see them, strongest first; at most `limit` ids. */
  mutual(viewer: MemberId, other: MemberId, limit: number): { readonly count: number; readonly ids: readonly MemberId[] }
  waysIn(viewer: MemberId, target: MemberId, limit: number): WaysIn
  countByDegree(viewer: MemberId): { readonly first: number; readonly second: number; readonly third: number }
  /** The candidates nearest first, in the given order within a degree; at most `limit`. */
  nearest(viewer: MemberId, candidates: readonly MemberId[], limit: number): { readonly id: MemberId; readonly degree: Degree }[]
  /** People not yet connected with the most, and strongest, mutual connections. */
  suggestions(viewer: MemberId, limit: number): { readonly id: MemberId; readonly mutualCount: number; readonly score: number }[]
  setTie(tie: Tie): void
  removeTie(a: MemberId, b: MemberId): void
  /** Whether this member's connections may be used in what third persons see. Unknown members: no. */
  setMember(id: MemberId, flags: { readonly shown: boolean }): void
  removeMember(id: MemberId): void
}
