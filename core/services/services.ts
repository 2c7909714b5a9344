// What a door hands to a feature: the database, the network index, who is asking, and in which language to answer.
// Doors build it once a request; features take the parts they need.

import type { Locale } from '@entregent/lib/base/locale.ts'
import type { Network } from '@entregent/lib/graph/network.ts'
import type { Db } from '../db/connect.ts'
import type { Viewer } from '../members/viewer.ts'

export interface NetworkIndex {
  /** The index, or undefined while it loads. */
  readonly network: Network | undefined
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
