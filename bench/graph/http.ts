// `npm run bench -- graph-http --members N [--seconds S]`: how many degrees a second one server process answers over HTTP, and how long each waits.
// The server (http-server.ts) is a process of its own, so it has one core; the load comes from here, sixteen kept connections.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { peerPackage } from '../peers/packages.ts'
import { openMade } from './file.ts'
import { type GraphOptions, madeFile } from './graph.ts'
import { choosePairs, type PairSet } from './pairs.ts'
import { folderOf, runStep } from './steps.ts'

interface Load {
  readonly requests: { readonly average: number; readonly total: number }
  readonly latency: Readonly<Record<'p50' | 'p97_5' | 'p99' | 'mean' | 'max', number>>
  readonly errors: number
  readonly non2xx: number
}
type Autocannon = (options: object) => Promise<Load>

const CONNECTIONS = 16
const PAIRS = 20_000

/** One line for `U` and one for `L`; true when every request was answered. */
export async function measureHttp(options: GraphOptions & { readonly seconds: number }): Promise<boolean> {
  const autocannon = peerPackage<Autocannon>('autocannon')
  const file = madeFile(options)
  const step = await runStep(folderOf(options.members, options.seed), 'http', options.again, async (tell) => {
    const made = openMade(file)
    const sets = choosePairs(made, made.seed + 1, PAIRS, PAIRS)
    const server = fork(join(import.meta.dirname, 'http-server.ts'), [file])
    try {
      const [{ port }] = (await once(server, 'message')) as [{ port: number }]
      const load = (pairs: PairSet, duration: number) =>
        autocannon({ url: `http://127.0.0.1:${port}`, connections: CONNECTIONS, duration, requests: requestsFor(pairs) })
      for (const set of ['U', 'L'] as const) {
        await load(sets[set].warm, 4)
        const { requests, latency, errors, non2xx } = await load(sets[set].pairs, options.seconds)
        const waits = { p50Ms: latency.p50, p97_5Ms: latency.p97_5, p99Ms: latency.p99, meanMs: latency.mean, maxMs: latency.max }
        const common = { members: made.members, ties: made.ties, seed: made.seed, connections: CONNECTIONS, seconds: options.seconds }
        tell({
          query: 'degree over http',
          set,
          requestsPerSecond: Math.round(requests.average),
          ...waits,
          failed: errors + non2xx,
          ...common,
        })
      }
    } finally {
      server.kill()
      made.close()
    }
  })
  return step.lines.every((line) => line['failed'] === 0)
}

function requestsFor({ viewers, targets }: PairSet) {
  return Array.from(viewers, (viewer, at) => ({ path: `/degree/${viewer}/${targets[at]}` }))
}
