// `npm run bench -- pages | agreement [--members N] [--edges FILE]`: measures a real server, or the network index, on a large seeded city.
// The city is made once, in data/bench. Without --edges the ties come from ENTREGENT_EDGES or ../shared/data/github-developers.csv where there is
// such a file, and are invented otherwise. Each result is one line of JSON on standard output.
import { parseArgs } from 'node:util'
import { measureAgreement } from './agreement.ts'
import { openCity } from './city.ts'
import { measurePages } from './pages.ts'

const benches = { pages: measurePages, agreement: measureAgreement } as const
const text = { type: 'string' } as const
const { values, positionals } = parseArgs({ allowPositionals: true, options: { members: text, edges: text, count: text, seed: text } })
const name = positionals[0]
if (name !== 'pages' && name !== 'agreement') {
  console.error('npm run bench -- pages | agreement [--members N] [--edges FILE] [--count N] [--seed S]')
  process.exit(2)
}

const city = await openCity({ memberCount: Number(values.members ?? 37_700), edgesFile: values.edges })
try {
  const count = values.count === undefined ? undefined : Number(values.count)
  const good = await benches[name](city, { seed: values.seed ?? 'bench', ...(count === undefined ? {} : { count }) })
  if (!good) process.exitCode = 1
} finally {
  await city.close()
}
