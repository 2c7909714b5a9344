// `npm run bench -- graph-report`: the section of bench/results.md on the network index, written anew from the steps kept in data/bench/graph.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { keptSteps, type Line, type Step } from './steps.ts'
import { compareWithTargets } from './targets.ts'

const FIVE_MILLION = 5_000_000
const GROWTH_FROM = 100_000
const GROWTH_MOST = 0.6
const BEGIN = '<!-- graph: written by `npm run bench -- graph-report` -->'
const END = '<!-- graph: end -->'

/** Puts the section between its two marks, or at the end of the file where there are none. */
export function writeReport(seed: number): boolean {
  const file = join(import.meta.dirname, '..', 'results.md')
  const before = readFileSync(file, 'utf8')
  const section = `${BEGIN}\n${sections(keptSteps(seed), seed).join('\n\n')}\n${END}`
  const [head = '', rest] = before.split(BEGIN)
  const tail = rest?.split(END)[1]
  writeFileSync(file, tail === undefined ? `${before.trimEnd()}\n\n${section}\n` : `${head}${section}${tail}`)
  return true
}

type Kept = ReadonlyMap<number, readonly Step[]>

function sections(kept: Kept, seed: number): string[] {
  const parts = [
    '## The network index on made networks',
    `Communities, log-normal numbers of ties, hubs; seed ${seed}. Microseconds unless said. U: any two; L: both log-uniform in ties; N: near. Each step's load average (one minute, before → after) is the noise it was taken under.`,
  ]
  for (const [members, steps] of kept) parts.push(...sizeSection(members, steps))
  parts.push(...growthSection(kept))
  return parts
}

function sizeSection(members: number, steps: readonly Step[]): string[] {
  const step = (name: string) => steps.find((one) => one.name === name)
  const parts = [`### ${members.toLocaleString('en')} members`]
  const index = step('index')
  if (index) {
    const columns = ['query', 'set', 'p50', 'p95', 'p99', 'mean', 'asked']
    parts.push(`\`npm run bench -- graph --members ${members}\`: ${taken(index)}`)
    parts.push(
      table(
        columns,
        index.lines.filter((line) => line['p50'] !== undefined),
      ),
    )
    const alone = index.lines.filter((line) => line['p50'] === undefined)
    parts.push(alone.map((line) => `- ${line['query']}: ${pairsOf(line, ['ms', 'megabytes', 'bytesPerTie', 'rss', 'ties'])}`).join('\n'))
    if (members === FIVE_MILLION) {
      parts.push('Measured / target:')
      const rows = compareWithTargets([...index.lines, ...(step('start')?.lines ?? [])]).map(
        ({ what, p50, p99, verdict }): Line => ({ what, p50, p99, verdict }),
      )
      parts.push(table(['what', 'p50', 'p99', 'verdict'], rows))
    }
  }
  const privacy = step('privacy')
  if (privacy) {
    parts.push(`What privacy costs, in per cent of the same graph with nothing hidden (${taken(privacy)}):`)
    parts.push(table(['query', 'p50', 'p50Without', 'p50CostPercent', 'meanCostPercent'], privacy.lines))
  }
  const start = step('start')
  if (start) {
    parts.push(`\`npm run bench -- graph-start --members ${members}\` (the server's index on the product's tables): ${taken(start)}`)
    const loop = start.lines.filter(({ query }) => query === 'loop')
    parts.push(
      table(
        ['query', 'ms', 'ties', 'rss', 'bytes', 'changes', 'p50', 'p99'],
        start.lines.filter(({ query }) => query !== 'loop'),
      ),
    )
    if (loop.length > 0) {
      parts.push(
        'How late the thread that answers pages is, in milliseconds, while eight visitors ask everything about members with many connections; the most of the processor that one question took of that thread; how many answers were partial, and the slowest, in milliseconds:',
      )
      parts.push(table(['set', 'p50', 'p99', 'most', 'busiest', 'asked', 'partial', 'slowest'], loop))
    }
  }
  const invariants = step('invariants')
  if (invariants) {
    parts.push(`What must hold, looked at and found broken (${taken(invariants)}):`)
    parts.push(table(['what', 'looked', 'broken'], invariants.lines))
  }
  const http = step('http')
  if (http) {
    parts.push(`\`npm run bench -- graph-http --members ${members}\`: ${taken(http)}`)
    parts.push(table(['query', 'set', 'by', 'requestsPerSecond', 'p50', 'p95', 'p99', 'failed'], http.lines))
  }
  const peers = steps.filter(({ name }) => name.startsWith('peer '))
  if (peers.length > 0) parts.push(...peerSection(members, peers))
  return parts
}

function peerSection(members: number, peers: readonly Step[]): string[] {
  const columns = ['peer', 'query', 'set', 'p50', 'p99', 'indexP50', 'indexP99', 'ratioP50', 'ratioP99', 'asked', 'disagreements']
  const lines = peers.flatMap((peer) => peer.lines.filter((line) => line['p50'] !== undefined))
  const sizes = peers.flatMap((peer) => peer.lines.filter((line) => line['storageBytes'] !== undefined || line['missing'] !== undefined))
  const loads = peers.map((peer) => `${peer.name.slice(5)} ${peer.loadBefore.toFixed(1)} → ${peer.loadAfter.toFixed(1)}`)
  return [
    `\`npm run bench -- graph --members ${members} --peers\`: the ratio is the peer's time over the index's, on the same pairs in the same run. Load averages: ${loads.join(', ')}.`,
    table(columns, lines),
    sizes.map((line) => `- ${line['peer']}: ${line['missing'] ?? `${megabytes(Number(line['storageBytes']))} MB`}`).join('\n'),
  ]
}

/** The exponent e of p50 ~ members^e between the smallest and the largest size that both have the question. */
function growthSection(kept: Kept): string[] {
  const linesOf = (members: number) => kept.get(members)?.find(({ name }) => name === 'index')?.lines ?? []
  const large = linesOf(FIVE_MILLION)
  const rows = linesOf(GROWTH_FROM).flatMap((small): Line[] => {
    const match = large.find((line) => line['query'] === small['query'] && line['set'] === small['set'])
    if (!match || small['p50'] === undefined) return []
    const exponent = Math.log(Number(match['p50']) / Number(small['p50'])) / Math.log(FIVE_MILLION / GROWTH_FROM)
    const good = small['query'] === 'third' || exponent <= GROWTH_MOST
    return [
      { query: String(small['query']), set: String(small['set']), exponent: exponent.toFixed(2), verdict: good ? 'reached' : 'missed' },
    ]
  })
  if (rows.length === 0) return []
  return [
    `### How the middle grows from 100,000 to 5,000,000 members (exponent; at most ${GROWTH_MOST} but for the third degree)`,
    table(['query', 'set', 'exponent', 'verdict'], rows),
  ]
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
