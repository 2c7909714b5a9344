// `npm run bench -- pages | agreement | graph | graph-http | graph-start | graph-report | formats`: measures a real server, the network index, or
// the readers of files; `--help` tells the options. `pages` and `agreement` work on a large seeded city, made once, in data/bench, with the ties of
// --edges, of ENTREGENT_EDGES, or of ../shared/data/github-developers.csv where there is such a file; else they are invented. `graph` and its three
// companions work on a made network of numbers, made once, in data/bench/graph.
// Each result is one line of JSON on standard output; what is for people goes to standard error.
import { existsSync } from 'node:fs'
import { measureAgreement } from './agreement.ts'
import { openCity } from './city.ts'
import { measureFormats } from './formats/formats.ts'
import { measureGraph } from './graph/graph.ts'
import { measureHttp } from './graph/http.ts'
import { writeReport } from './graph/report.ts'
import { measureStart } from './graph/start.ts'
import { type Order, readOptions } from './options.ts'
import { measurePages } from './pages.ts'

const read = readOptions(process.argv.slice(2))
if (read.kind === 'help') console.log(read.usage)
else if (read.kind === 'refused') refuse(read.problem, read.usage)
else if (read.order.edges !== undefined && !existsSync(read.order.edges)) {
  refuse(`--edges takes a file that is there, not “${read.order.edges}”.`)
} else if (!(await measure(read.order))) process.exitCode = 1

/** False when something disagreed, or there was nothing to tell. */
async function measure(order: Order): Promise<boolean> {
  const { members, seed, again, seconds } = order
  switch (order.bench) {
    case 'pages':
      return measureCity(order, measurePages)
    case 'agreement':
      return measureCity(order, measureAgreement)
    case 'graph':
      return measureGraph(order)
    case 'graph-http':
      return measureHttp({ members, seed, again, seconds: seconds ?? 10 })
    case 'graph-start':
      return measureStart({ members, seed, again })
    case 'graph-report':
      return writeReport(seed)
    case 'formats':
      return measureFormats(order.rows === undefined ? {} : { rows: order.rows })
  }
}

async function measureCity({ members, edges, word, count }: Order, work: typeof measurePages): Promise<boolean> {
  const city = await openCity({ memberCount: members, edgesFile: edges })
  try {
    return await work(city, { seed: word, ...(count === undefined ? {} : { count }) })
  } finally {
    await city.close()
  }
}

function refuse(problem: string, usage?: string): void {
  console.error(problem)
  if (usage) console.error(usage)
  process.exitCode = 2
}
