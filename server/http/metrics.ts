// What a monitoring program reads: the process as prom-client knows it, and the network index. Its numbers move with every hidden tie, so they are
// for whoever has the token alone.
import { timingSafeEqual } from 'node:crypto'
import type { IndexFigures } from '@entregent/core/network/network-index.ts'
import { AppError } from '@entregent/lib/base/errors.ts'
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client'

/** Undefined: not there yet, and then left out. */
type Figure = readonly [name: string, help: string, value: (figures: IndexFigures) => number | undefined]

/** What is said of an index that is there. */
const once = (value: (figures: IndexFigures) => number) => (figures: IndexFigures) =>
  figures.state === 'loading' ? undefined : value(figures)

const gauges: readonly Figure[] = [
  [
    'ready',
    '1 when the network index is loaded and in use: it has kept step with the database to ten seconds',
    (figures) => (figures.state === 'ready' ? 1 : 0),
  ],
  [
    'lag_seconds',
    'For how long the network index has lacked a committed change, or heard nothing of the database: silence counts once it has lasted ten seconds',
    once(({ lagMs }) => lagMs / 1000),
  ],
  [
    'changes_behind',
    'Changes of the log that the network index had not applied when it last looked',
    once(({ changesBehind }) => changesBehind),
  ],
  ['members', 'Members in the network index', once(({ members }) => members)],
  ['ties', 'Connections in the network index', once(({ ties }) => ties)],
  ['bytes', 'Memory of the network index in use, without what its threads need to read it', once(({ bytes }) => bytes)],
  ['load_seconds', 'From the start until the network index was there', ({ loadMs }) => loadMs && loadMs / 1000],
  ['snapshot_bytes', 'Size of the last snapshot file written since the start', ({ snapshot }) => snapshot?.bytes],
  ['snapshot_timestamp_seconds', 'When that snapshot was written', ({ snapshot }) => snapshot && snapshot.at / 1000],
]
/** Counted since the start. */
const counters: readonly Figure[] = [
  ['heavy_questions_total', 'Questions asked of the thread for heavy ones', ({ heavyAsked }) => heavyAsked],
  ['heavy_questions_late_total', 'Those of them that had to be answered in part', ({ heavyLate }) => heavyLate],
]

/** Answers `/metrics` in the text format of Prometheus. Fails with `not_found` without the token, and when there is none. */
export function metricsPage(
  token: string | undefined,
  figures: () => IndexFigures | undefined,
): (authorization: string | undefined) => Promise<Response> {
  if (token === undefined) return () => Promise.reject(new AppError('not_found'))
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const told = (value: Figure[2]) => {
    const known = figures()
    return known && value(known)
  }
  for (const [name, help, value] of gauges) {
    new Gauge({
      name: `entregent_network_index_${name}`,
      help,
      registers: [registry],
      collect() {
        const now = told(value)
        if (now === undefined) this.remove()
        else this.set(now)
      },
    })
  }
  for (const [name, help, value] of counters) {
    new Counter({
      name: `entregent_network_index_${name}`,
      help,
      registers: [registry],
      collect() {
        this.reset()
        this.inc(told(value) ?? 0)
      },
    })
  }
  const expected = Buffer.from(`Bearer ${token}`)
  return async (authorization = '') => {
    const given = Buffer.from(authorization)
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new AppError('not_found')
    return new Response(await registry.metrics(), { headers: { 'content-type': registry.contentType, 'cache-control': 'no-store' } })
  }
}
