// Who is asking: what every page needs of the signed-in member, read with the session in one query.
import type { Locale } from '@entregent/lib/base/locale.ts'
import type { FindableBy } from '@entregent/lib/base/words.ts'

export interface Viewer {
  readonly id: number
  readonly handle: string
  readonly givenName: string
  readonly familyName: string
  readonly email: string
  readonly locale: Locale
  readonly timeZone: string
  readonly photoVersion: number
  /** Null while the question of joining is unanswered; then the most private holds. */
  readonly findableBy: FindableBy | null
  readonly showsConnections: boolean | null
  /** The session's public id. */
  readonly sessionId: string
  /** When a credential was last given in this session. */
  readonly authenticatedAt: Date
}
