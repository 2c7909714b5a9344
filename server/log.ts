// One line of JSON an event. No personal data: no address, no name, no text, no query string, no token; a member is their number at most.
import { type Logger, pino } from 'pino'
import type { Config } from './config.ts'

export type { Logger }

export function createLogger(level: Config['logLevel']): Logger {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: describeError },
  })
}

/** A bug for the log: its class, message and stack, but of a database error neither the query's values nor the row's. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error }
  const { code, constraint, table, column } = error as Error & { code?: string; constraint?: string; table?: string; column?: string }
  const isSql = typeof code === 'string' && /^[0-9A-Z]{5}$/u.test(code)
  return {
    type: error.name,
    // PostgreSQL puts values into some messages («Key (email)=(…) already exists» is in detail, but «invalid input syntax … "…"» is not).
    message: isSql ? undefined : error.message,
    stack: isSql ? error.stack?.split('\n').slice(1).join('\n') : error.stack,
    code,
    constraint,
    table,
    column,
    cause: error.cause === undefined ? undefined : describeError(error.cause),
  }
}

/** A failed job for the log: its class and code alone. What a mail server answers names whom it refused. */
export function describeFailure(error: unknown): string {
  const { name, code, responseCode } = (error ?? {}) as { name?: unknown; code?: unknown; responseCode?: unknown }
  return [name, code, responseCode].filter((part) => typeof part === 'string' || typeof part === 'number').join(' ') || 'unknown'
}
