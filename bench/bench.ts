// `npm run bench -- pages | agreement | graph | graph-http | graph-start | graph-report | formats`: measures a real server, the network index, or
// the readers of files.
// `pages` and `agreement` [--members N] [--edges FILE] work on a large seeded city, made once, in data/bench. Without --edges the ties come from
// ENTREGENT_EDGES or ../shared/data/github-developers.csv where there is such a file, and are invented otherwise.
// `graph` [--members N] [--peers] [--seed S] [--again] and its three companions work on a made network of numbers, made once, in data/bench/graph.
// Each result is one line of JSON on standard output.
import { parseArgs } from 'node:util'
import { measureAgreement } from './agreement.ts'
import { openCity } from './city.ts'
import { measureFormats } from './formats/formats.ts'
import { measureGraph } from './graph/graph.ts'
import { measureHttp } from './graph/http.ts'
import { writeReport } from './graph/report.ts'
import { measureStart } from './graph/start.ts'
import { measurePages } from './pages.ts'

const cityBenches = { pages: measurePages, agreement: measureAgreement } as const
const text = { type: 'string' } as const
const flag = { type: 'boolean', default: false } as const
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { members: text, edges: text, count: text, seed: text, peers: flag, again: flag, only: text, seconds: text, rows: text },
})
const graphOptions = { members: Number(values.members ?? 100_000), seed: Number(values.seed ?? 1), again: values.again }
const seconds = values.seconds === undefined ? undefined : Number(values.seconds)
const name = positionals[0]
if (name === 'pages' || name === 'agreement') await measureCity(name)
else if (name === 'graph') settle(await measureGraph({ ...graphOptions, peers: values.peers, only: values.only, seconds }))
else if (name === 'graph-http') settle(await measureHttp({ ...graphOptions, seconds: seconds ?? 10 }))
else if (name === 'graph-start') settle(await measureStart(graphOptions))
else if (name === 'formats') settle(await measureFormats(values.rows === undefined ? {} : { rows: values.rows.split(',').map(Number) }))
else if (name === 'graph-report') settle(writeReport(graphOptions.seed))
else {
  console.error('npm run bench -- pages | agreement [--members N] [--edges FILE] [--count N] [--seed S]')
  console.error('npm run bench -- graph [--members N] [--peers] [--only STEP] [--seconds S] [--seed NUMBER] [--again]')
  console.error('npm run bench -- graph-http [--members N] [--seconds S] [--seed NUMBER] [--again]')
  console.error('npm run bench -- graph-start [--members N] [--seed NUMBER] [--again]')
  console.error('npm run bench -- graph-report [--seed NUMBER]')
  console.error('npm run bench -- formats [--rows 1000,20000,200000]')
  process.exit(2)
}

async function measureCity(bench: keyof typeof cityBenches) {
  const city = await openCity({ memberCount: Number(values.members ?? 37_700), edgesFile: values.edges })
  try {
    const count = values.count === undefined ? undefined : Number(values.count)
    settle(await cityBenches[bench](city, { seed: values.seed ?? 'bench', ...(count === undefined ? {} : { count }) }))
  } finally {
    await city.close()
  }
}

function settle(good: boolean) {
  if (!good) process.exitCode = 1
}
