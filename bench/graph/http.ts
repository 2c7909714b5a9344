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
import { figuresOf } from './timing.ts'

interface Load {
  readonly requests: { readonly average: number }
  readonly errors: number
  readonly non2xx: number
}
interface Running extends PromiseLike<Load> {
  on(event: 'response', heard: (client: unknown, status: number, bytes: number, milliseconds: number) => void): void
}
type Autocannon = (options: object) => Running

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
      for (const set of ['U', 'L'] as const) {
        await load(autocannon, port, sets[set].warm, 4)
        const { result, micros } = await load(autocannon, port, sets[set].pairs, options.seconds)
        const figures = {
          requestsPerSecond: Math.round(result.requests.average),
          ...figuresOf(micros),
          failed: result.errors + result.non2xx,
        }
        const common = { members: made.members, ties: made.ties, seed: made.seed, connections: CONNECTIONS, seconds: options.seconds }
        tell({ query: 'degree over http', set, ...figures, ...common })
      }
    } finally {
      server.kill()
      made.close()
    }
  })
  return step.lines.every((line) => line['failed'] === 0)
}

/** Its own report knows whole milliseconds only, so each answer's time is taken as it comes. */
async function load(autocannon: Autocannon, port: number, { viewers, targets }: PairSet, duration: number) {
  const requests = Array.from(viewers, (viewer, at) => ({ path: `/degree/${viewer}/${targets[at]}` }))
  const running = autocannon({ url: `http://127.0.0.1:${port}`, connections: CONNECTIONS, duration, requests })
  const micros = new Float64Array(100_000 * duration)
  let heard = 0
  running.on('response', (_client, _status, _bytes, milliseconds) => {
    if (heard < micros.length) micros[heard++] = milliseconds * 1000
  })
  const result = await running
  return { result, micros: micros.subarray(0, heard) }
}
