// What a door hands to a feature: the database, the network index, who is asking, and in which language to answer.
// Doors build it once a request; features take the parts they need.

import type { Locale } from '@entregent/lib/base/locale.ts'
import type { Degree, MemberId, MutualConnections, Questions, ReachCounts, Suggestions, WaysIn } from '@entregent/lib/graph/network.ts'
import type { Db } from '../db/connect.ts'
import type { Viewer } from '../members/viewer.ts'

export interface ServedWaysIn extends WaysIn {
  /** There was no time for ways of three steps. */
  readonly partial: boolean
}

export interface NearestPeople {
  readonly people: readonly { readonly id: MemberId; readonly degree: Degree | undefined }[]
  /** There was no time: only the viewer's connections are told, the others come as they were given, their degree undefined. */
  readonly partial: boolean
}

/** The questions of the network index, as pages may ask them. What may take long is answered in another thread, within a quarter of a second or in part. */
export interface ServedNetwork extends Pick<Questions, 'hasTie'> {
  /** Undefined when there was no time. */
  degree(viewer: MemberId, target: MemberId): Promise<Degree | undefined>
  /** Undefined when there was no time. */
  mutual(viewer: MemberId, other: MemberId, limit: number): Promise<MutualConnections | undefined>
  waysIn(viewer: MemberId, target: MemberId, limit: number): Promise<ServedWaysIn>
  /** To each of the targets, in their order. */
  waysInEach(viewer: MemberId, targets: readonly MemberId[], limit: number): Promise<readonly ServedWaysIn[]>
  nearest(viewer: MemberId, candidates: readonly MemberId[], limit: number): Promise<NearestPeople>
  /** Nobody, and partial, when there was no time. */
  suggestions(viewer: MemberId, limit: number): Promise<Suggestions>
  /** Undefined when there was no time. */
  countByDegree(viewer: MemberId): Promise<ReachCounts | undefined>
}

export interface NetworkIndex {
  /** The index, or undefined while it loads, and when it has not kept step with the database for ten seconds. */
  readonly network: ServedNetwork | undefined
  /** The last change of the log that it holds. */
  readonly appliedSeq: number
}

export interface Services {
  readonly db: Db
  readonly networkIndex: NetworkIndex
  /** Undefined when nobody is signed in. */
  readonly viewer: Viewer | undefined
  readonly locale: Locale
  /** IANA name; the viewer's, or UTC. */
  readonly timeZone: string
  /** The instance's public origin without a trailing slash, e.g. `https://network.example`. */
  readonly publicUrl: string
  /** For logs and error pages. */
  readonly requestId: string
  /** For the one inline script of a page under the content security policy. */
  readonly nonce: string
  /** The visitor's network prefix (`203.0.113.0/24`, `2001:db8:1:2::/64`): the key of limits. */
  readonly networkPrefix: string
  /** True in a demonstration, where anyone may be anyone. */
  readonly demo: boolean
  /** Records a bug with the request's id. */
  readonly reportBug: (error: unknown) => void
  /** Response headers that the door adds, e.g. a new session's cookie. */
  readonly responseHeaders: Headers
}
