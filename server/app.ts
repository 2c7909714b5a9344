// The whole server on one screen: what stands before every answer, then one line a door.
import { randomBytes } from 'node:crypto'
import type { Database } from '@entregent/core/db/connect.ts'
import type { NetworkIndex, Services } from '@entregent/core/services/services.ts'
import { AppError, isAppError } from '@entregent/lib/base/errors.ts'
import { negotiateLocale } from '@entregent/lib/base/locale.ts'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Config } from './config.ts'
import { bugResponse, problemResponse } from './http/problem.ts'
import { sameOrigin } from './http/same-origin.ts'
import { securityHeaders } from './http/security-headers.ts'
import type { Logger } from './log.ts'

/** What lives as long as the process. */
export interface Machine {
  readonly config: Config
  readonly database: Database
  readonly networkIndex: NetworkIndex
  readonly log: Logger
  readonly demo: boolean
  /** The pages: web/handler.ts, built or live in development. */
  readonly pages: (request: Request, services: Services) => Promise<Response>
  /** Serves a built asset or gives undefined. */
  readonly assets: (request: Request) => Promise<Response | undefined>
}
