// Forged requests from other sites: every request that may change something must come from our own origin and say so.
import { AppError } from '@entregent/lib/base/errors.ts'
import type { MiddlewareHandler } from 'hono'

const harmless = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses (`forbidden_origin`) a changing request whose `Origin` is not ours or missing. `exempt` names the paths that carry their own
 * credential instead of a cookie (one-click unsubscription).
 */
export function sameOrigin(publicUrl: string, exempt: (path: string) => boolean = () => false): MiddlewareHandler {
  return async (c, next) => {
    if (!harmless.has(c.req.method) && !exempt(c.req.path) && c.req.header('origin') !== publicUrl) throw new AppError('forbidden_origin')
    await next()
  }
}
