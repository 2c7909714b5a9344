// What a monitoring program reads: the process as prom-client knows it, and the network index. Its numbers move with every hidden tie, so they are
// for whoever has the token alone.
import { timingSafeEqual } from 'node:crypto'
import type { IndexFigures } from '@entregent/core/network/network-index.ts'
import { AppError } from '@entregent/lib/base/errors.ts'
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'

type Figure = readonly [name: string, help: string, value: (figures: IndexFigures) => number | undefined]

const figuresTold: readonly Figure[] = [
  ['ready', '1 when the network index is loaded and in step with the database', ({ state }) => (state === 'ready' ? 1 : 0)],
  ['lag_seconds', 'For how long the network index has lacked a committed change', ({ lagMs }) => lagMs / 1000],
  ['changes_behind', 'Changes of the log that the network index has not applied', ({ changesBehind }) => changesBehind],
  ['members', 'Members in the network index', ({ members }) => members],
  ['ties', 'Connections in the network index', ({ ties }) => ties],
  ['bytes', 'Memory of the network index', ({ bytes }) => bytes],
  ['load_seconds', 'From the start until the network index was there', ({ loadMs }) => loadMs && loadMs / 1000],
  ['snapshot_bytes', 'Size of the last snapshot written', ({ snapshot }) => snapshot?.bytes],
  ['snapshot_timestamp_seconds', 'When the last snapshot was written', ({ snapshot }) => snapshot && snapshot.at / 1000],
  ['heavy_questions', 'Questions answered in the thread for heavy ones, since the start', ({ heavyAsked }) => heavyAsked],
  ['heavy_questions_late', 'Those of them that had to be answered in part', ({ heavyLate }) => heavyLate],
]

/** Answers `/metrics` in the text format of Prometheus. Fails with `not_found` without the token, and when there is none. */
export function metricsPage(
  token: string | undefined,
  figures: () => IndexFigures | undefined,
): (authorization: string | undefined) => Promise<Response> {
  if (token === undefined) return () => Promise.reject(new AppError('not_found'))
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  for (const [name, help, value] of figuresTold) {
    new Gauge({
      name: `entregent_network_index_${name}`,
      help,
      registers: [registry],
      collect() {
        const told = figures()
        this.set((told && value(told)) ?? 0)
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
