// The limits, the signal and the clock of one reading, watched on the way.
import { AppError } from '../base/errors.ts'
import { defaultLimits, type ReadLimits, type ReadOptions } from './reading.ts'

export interface Watch {
  readonly limits: ReadLimits
  /** Throws the signal's reason, or `import_limit` when the time is over. */
  check(): void
  /** Throws `import_limit` when `count` is more than the limit allows. */
  allow(limit: 'bytesIn' | 'records' | 'parts', count: number): void
}

/** The limits of one reading, with its clock started. */
export function watchReading(options: Pick<ReadOptions, 'limits' | 'signal'>): Watch {
  const limits = { ...defaultLimits, ...options.limits }
  const started = Date.now()
  return {
    limits,
    check() {
      options.signal?.throwIfAborted()
      if (Date.now() - started > limits.milliseconds)
        throw new AppError('import_limit', { limit: 'milliseconds', allowed: limits.milliseconds })
    },
    allow(limit, count) {
      if (count > limits[limit]) throw new AppError('import_limit', { limit, allowed: limits[limit] })
    },
  }
}
