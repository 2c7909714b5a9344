// Forged requests from other sites: every request that may change something must come from our own origin and say so.
import { AppError } from '@entregent/lib/base/errors.ts'
import type { MiddlewareHandler } from 'hono'

const harmless = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Refuses (`forbidden_origin`) a changing request whose `Origin` is not ours or missing. */
export function sameOrigin(publicUrl: string): MiddlewareHandler {
  return async (c, next) => {
    if (!harmless.has(c.req.method) && c.req.header('origin') !== publicUrl) throw new AppError('forbidden_origin')
    await next()
  }
}
