// `npm run bench -- graph-http --members N [--seconds S]`: how many degrees a second one server process answers over HTTP, and how long each waits.
// The server (http-server.ts) is a process of its own, so it has one core; the load comes from the other, sixteen kept connections: by wrk where the
// machine has it (Debian: apt-get install wrk), else by autocannon, which takes as long as the server itself.
import { fork, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { peerPackage } from '../peers/packages.ts'
import { openMade } from './file.ts'
import { type GraphOptions, madeFile } from './graph.ts'
import { choosePairs, type PairSet } from './pairs.ts'
import { folderOf, type Line, runStep } from './steps.ts'
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
  const file = madeFile(options)
  const folder = folderOf(options.members, options.seed)
  const hasWrk = spawnSync('wrk', ['--version']).error === undefined
  const load = hasWrk ? withWrk(folder) : withAutocannon()
  const step = await runStep(folder, 'http', options.again, async (tell) => {
    const made = openMade(file)
    const sets = choosePairs(made, made.seed + 1, PAIRS, PAIRS)
    const server = fork(join(import.meta.dirname, 'http-server.ts'), [file])
    try {
      const [{ port }] = (await once(server, 'message')) as [{ port: number }]
      for (const set of ['U', 'L'] as const) {
        await load(port, sets[set].warm, 8)
        const figures = await load(port, sets[set].pairs, options.seconds)
        const common = { members: made.members, ties: made.ties, seed: made.seed, connections: CONNECTIONS, seconds: options.seconds }
        tell({ query: 'degree over http', set, by: hasWrk ? 'wrk' : 'autocannon', unit: 'µs', ...figures, ...common })
      }
    } finally {
      server.kill()
      made.close()
    }
  })
  return step.lines.every((line) => line['failed'] === 0)
}

type Loading = (port: number, pairs: PairSet, seconds: number) => Promise<Line>

const pathsOf = ({ viewers, targets }: PairSet) => Array.from(viewers, (viewer, at) => `/degree/${viewer}/${targets[at]}`)

/** wrk's own report, by a script that prints it as JSON; microseconds. */
function withWrk(folder: string): Loading {
  return async (port, pairs, seconds) => {
    const script = join(folder, 'wrk.lua')
    writeFileSync(
      script,
      `local paths = {${pathsOf(pairs)
        .map((path) => `"${path}"`)
        .join(',')}}
local at = 0
request = function() at = at % #paths + 1; return wrk.format("GET", paths[at]) end
done = function(summary, latency)
  local errors = summary.errors
  io.write("\\n", string.format([[{"requests":%d,"micros":%d,"p50":%d,"p95":%d,"p99":%d,"mean":%.1f,"failed":%d}]], summary.requests, summary.duration,
    latency:percentile(50), latency:percentile(95), latency:percentile(99), latency.mean, errors.connect + errors.read + errors.write + errors.status + errors.timeout), "\\n")
end
`,
    )
    const { stdout } = spawnSync('wrk', ['-t1', `-c${CONNECTIONS}`, `-d${seconds}s`, '-s', script, `http://127.0.0.1:${port}`], {
      encoding: 'utf8',
    })
    const told = JSON.parse(stdout.split('\n').find((line) => line.startsWith('{')) ?? '{}') as Record<
      'requests' | 'micros' | 'p50' | 'p95' | 'p99' | 'mean' | 'failed',
      number
    >
    const { requests, micros, ...figures } = told
    return { requestsPerSecond: Math.round((requests / micros) * 1e6), ...figures, asked: requests }
  }
}

/** Its own report knows whole milliseconds only, so each answer's time is taken as it comes. */
function withAutocannon(): Loading {
  const autocannon = peerPackage<Autocannon>('autocannon')
  return async (port, pairs, seconds) => {
    const requests = pathsOf(pairs).map((path) => ({ path }))
    const running = autocannon({ url: `http://127.0.0.1:${port}`, connections: CONNECTIONS, duration: seconds, requests })
    const micros = new Float64Array(100_000 * seconds)
    let heard = 0
    running.on('response', (_client, _status, _bytes, milliseconds) => {
      if (heard < micros.length) micros[heard++] = milliseconds * 1000
    })
    const result = await running
    return {
      requestsPerSecond: Math.round(result.requests.average),
      ...figuresOf(micros.subarray(0, heard)),
      failed: result.errors + result.non2xx,
    }
  }
}
