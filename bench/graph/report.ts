// `npm run bench -- graph-report`: the sections of bench/results.md on the network index, written anew for the sizes whose steps are kept in
// data/bench/graph; those of other sizes stay as they are.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { mergeReport, SMALLEST, sizeHeading } from './results-text.ts'
import { keptSteps, type Line, type Step } from './steps.ts'
import { compareWithTargets, FIVE_MILLION } from './targets.ts'

const GROWTH_FROM = 100_000
const GROWTH_MOST = 0.6

/** Puts what is kept for this seed between the two marks of the file. False, and nothing is written, when nothing is. */
export function writeReport(seed: number): boolean {
  const kept = new Map([...keptSteps(seed)].filter(([members, steps]) => members >= SMALLEST && indexLines(steps).length > 0))
  if (kept.size === 0) {
    console.error(
      `No figures of the network index are kept for seed ${seed}: measure first, with npm run bench -- graph${seedOption(seed)}.`,
    )
    return false
  }
  const file = join(import.meta.dirname, '..', 'results.md')
  const sizes = new Map([...kept].map(([members, steps]) => [members, sizeSection(members, seed, steps).join('\n\n')]))
  writeFileSync(file, mergeReport(readFileSync(file, 'utf8'), { introduction, sizes, growth: growthSection(kept) }))
  console.error(`${file}: ${[...kept.keys()].map((members) => members.toLocaleString('en')).join(', ')} members written anew.`)
  return true
}

type Kept = ReadonlyMap<number, readonly Step[]>

const introduction = `## The network index on made networks

Communities, log-normal numbers of ties, hubs; seed 1 unless a section's command names another. Microseconds unless said. U: any two members; L: two whose numbers of ties are each drawn evenly in the logarithm, so that those with thousands come as often as those with a few; N: near ones, two to four steps at random from each other. Each step's load average (one minute, before → after) is the noise it was taken under.`

function indexLines(steps: readonly Step[]): readonly Line[] {
  return steps.find(({ name }) => name === 'index')?.lines ?? []
}

function seedOption(seed: number): string {
  return seed === 1 ? '' : ` --seed ${seed}`
}

function sizeSection(members: number, seed: number, steps: readonly Step[]): string[] {
  const options = `--members ${members}${seedOption(seed)}`
  const step = (name: string) => steps.find((one) => one.name === name)
  const parts = [sizeHeading(members)]
  const index = step('index')
  if (index) {
    const columns = ['query', 'set', 'p50', 'p95', 'p99', 'mean', 'asked']
    parts.push(`\`npm run bench -- graph ${options}\`: ${taken(index)}`)
    parts.push(
      table(
        columns,
        index.lines.filter((line) => line['p50'] !== undefined),
      ),
    )
    const alone = index.lines.filter((line) => line['p50'] === undefined)
    parts.push(alone.map((line) => `- ${line['query']}: ${pairsOf(line, ['ms', 'megabytes', 'bytesPerTie', 'rss', 'ties'])}`).join('\n'))
    if (members === FIVE_MILLION) {
      const { queries, singles } = compareWithTargets([...index.lines, ...(step('start')?.lines ?? [])])
      parts.push('Measured / target, in microseconds; a figure without a slash has no target:')
      parts.push(table(['what', 'p50', 'p99', 'verdict'], queries))
      parts.push(table(['what', 'measured / target', 'verdict'], singles))
    }
  }
  const privacy = step('privacy')
  if (privacy) {
    parts.push(
      `What privacy costs, in per cent of the same graph with nothing hidden, below 0 where hidden ties leave less to walk (${taken(privacy)}):`,
    )
    parts.push(table(['query', 'p50', 'p50Without', 'p50CostPercent', 'meanCostPercent'], privacy.lines))
  }
  const start = step('start')
  if (start) {
    parts.push(`\`npm run bench -- graph-start ${options}\` (the server's index on the product's tables): ${taken(start)}`)
    const loop = start.lines.filter(({ query }) => query === 'loop')
    parts.push(
      table(
        ['query', 'ms', 'ties', 'rss', 'bytes', 'changes', 'p50', 'p99'],
        start.lines.filter(({ query }) => query !== 'loop'),
      ),
    )
    if (loop.length > 0) {
      parts.push(
        'How late the thread that answers pages is, in milliseconds, while eight visitors ask everything about members with many connections; the most time that one question took of that thread, by the clock or by the processor’s time, whichever is less, and which it was; how many answers were partial, and the slowest, in milliseconds:',
      )
      parts.push(table(['set', 'p50', 'p99', 'most', 'busiest', 'busiestAt', 'asked', 'partial', 'slowest'], loop))
    }
  }
  const invariants = step('invariants')
  if (invariants) {
    parts.push(`What must hold, looked at and found broken (${taken(invariants)}):`)
    parts.push(table(['what', 'looked', 'broken'], invariants.lines))
  }
  const http = step('http')
  if (http) {
    parts.push(`\`npm run bench -- graph-http ${options}\`: ${taken(http)}`)
    parts.push(table(['query', 'set', 'by', 'requestsPerSecond', 'p50', 'p95', 'p99', 'failed'], http.lines))
  }
  const peers = steps.filter(({ name }) => name.startsWith('peer '))
  if (peers.length > 0) parts.push(...peerSection(options, peers))
  return parts
}

function peerSection(options: string, peers: readonly Step[]): string[] {
  const columns = ['peer', 'query', 'set', 'p50', 'p99', 'indexP50', 'indexP99', 'ratioP50', 'ratioP99', 'asked', 'disagreements']
  const lines = peers.flatMap((peer) => peer.lines.filter((line) => line['p50'] !== undefined))
  const sizes = peers.flatMap((peer) => peer.lines.filter((line) => line['storageBytes'] !== undefined || line['missing'] !== undefined))
  const loads = peers.map((peer) => `${peer.name.slice(5)} ${peer.loadBefore.toFixed(1)} → ${peer.loadAfter.toFixed(1)}`)
  return [
    `\`npm run bench -- graph ${options} --peers\`: the ratio is the peer's time over the index's, on the same pairs in the same run. Load averages: ${loads.join(', ')}.`,
    table(columns, lines),
    sizes.map((line) => `- ${line['peer']}: ${line['missing'] ?? `${megabytes(Number(line['storageBytes']))} MB`}`).join('\n'),
  ]
}

/** The exponent e of p50 ~ members^e between the two sizes; undefined unless both are kept. */
function growthSection(kept: Kept): string | undefined {
  const [small, large] = [GROWTH_FROM, FIVE_MILLION].map((members) => indexLines(kept.get(members) ?? []))
  const rows = (small ?? []).flatMap((from): Line[] => {
    const to = large?.find((line) => line['query'] === from['query'] && line['set'] === from['set'])
    if (!to || from['p50'] === undefined) return []
    const exponent = Math.log(Number(to['p50']) / Number(from['p50'])) / Math.log(FIVE_MILLION / GROWTH_FROM)
    const verdict = from['query'] === 'third' ? 'no target' : exponent <= GROWTH_MOST ? 'reached' : 'missed'
    return [{ query: String(from['query']), set: String(from['set']), exponent: exponent.toFixed(2), verdict }]
  })
  if (rows.length === 0) return undefined
  return [
    `### How the median grows from ${GROWTH_FROM.toLocaleString('en')} to ${FIVE_MILLION.toLocaleString('en')} members`,
    `The exponent e when p50 grows as members^e: 0 would be no growth at all, 1 as fast as the members. The aim is at most ${GROWTH_MOST}, but for the third degree, which is most of the network.`,
    table(['query', 'set', 'exponent', 'verdict'], rows),
  ].join('\n\n')
}

function taken({ when, machine, loadBefore, loadAfter }: Step): string {
  return `${when.slice(0, 16).replace('T', ' ')} UTC, ${machine}, load ${loadBefore.toFixed(1)} → ${loadAfter.toFixed(1)}`
}

function table(columns: readonly string[], lines: readonly Line[]): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const cell = (value: Line[string] | undefined) => (typeof value === 'number' ? value.toLocaleString('en') : String(value ?? ''))
  return [row(columns), row(columns.map(() => '---')), ...lines.map((line) => row(columns.map((column) => cell(line[column]))))].join('\n')
}

function pairsOf(line: Line, names: readonly string[]): string {
  const said = names.filter((name) => line[name] !== undefined)
  return said
    .map((name) => (name === 'rss' ? `rss ${megabytes(Number(line[name]))} MB` : `${name} ${Number(line[name]).toLocaleString('en')}`))
    .join(', ')
}

function megabytes(bytes: number): string {
  return Math.round(bytes / 1e6).toLocaleString('en')
}
