// What may be said to `npm run bench`: the benches and their options as one table, read and refused here before anything is opened or made.
import { parseArgs } from 'node:util'
import { peerNames } from './peers/peer.ts'

export const benchNames = ['pages', 'agreement', 'graph', 'graph-http', 'graph-start', 'graph-report', 'formats'] as const
export type BenchName = (typeof benchNames)[number]

/** The steps of `graph`, in their order; with --peers the peers come after them. */
export const stepNames = ['index', 'privacy', 'invariants'] as const

/** What was not said is undefined, where the bench has no value of its own for it. */
export interface Order {
  readonly bench: BenchName
  readonly members: number
  readonly seed: number
  /** The cities' seed is a word. */
  readonly word: string
  readonly edges: string | undefined
  readonly count: number | undefined
  readonly seconds: number | undefined
  readonly peers: boolean
  readonly only: string | undefined
  readonly again: boolean
  readonly rows: readonly number[] | undefined
}

export type Read =
  | { readonly kind: 'order'; readonly order: Order }
  | { readonly kind: 'help'; readonly usage: string }
  /** One sentence; `usage` where it would help. */
  | { readonly kind: 'refused'; readonly problem: string; readonly usage?: string }

interface Option {
  /** In the usage; undefined for one that takes no value. */
  readonly value?: string
  readonly help: string
  /** What is allowed, as it follows “takes”. */
  readonly allowed?: string
  readonly isGood?: (text: string) => boolean
}

const whole = (least: number, most: number) => ({
  allowed: `a whole number from ${least.toLocaleString('en')} to ${most.toLocaleString('en')}`,
  isGood: (text: string) => /^\d+$/u.test(text) && Number(text) >= least && Number(text) <= most,
})
const something = { allowed: 'a value', isGood: (text: string) => text.trim() !== '' }
const onlyAllowed = `one of the steps ${stepNames.join(', ')}, or with --peers one of the peers ${peerNames.join(', ')}`

const again: Option = { help: 'measures anew what is kept from an earlier run' }
const madeMembers: Option = { value: 'N', help: 'members of the made network, default 100000', ...whole(1_000, 100_000_000) }
const madeSeed: Option = { value: 'NUMBER', help: 'the network’s seed, default 1', ...whole(0, 4_294_967_295) }
const city = (count: Option): Options => ({
  members: {
    value: 'N',
    help: 'members of the city, made once (a minute for 37,700), default 37700',
    ...whole(100, 1_000_000),
  },
  edges: { value: 'FILE', help: 'the city’s ties, default ENTREGENT_EDGES, else invented', ...something },
  count,
  seed: { value: 'WORD', help: 'chooses the people, default bench', ...something },
})

type OptionName = 'members' | 'seed' | 'edges' | 'count' | 'seconds' | 'peers' | 'only' | 'again' | 'rows'
type Options = Readonly<Partial<Record<OptionName, Option>>>

const benches: Readonly<Record<BenchName, { readonly does: string; readonly options: Options }>> = {
  pages: {
    does: 'how long pages of a seeded city take, in milliseconds',
    options: city({ value: 'N', help: 'pages of each kind, default 500', ...whole(1, 1_000_000) }),
  },
  agreement: {
    does: 'whether the network index and plain SQL agree on a seeded city',
    options: city({ value: 'N', help: 'pairs, default 5000', ...whole(1, 1_000_000) }),
  },
  graph: {
    does: 'the network index on a made network, in microseconds, beside its targets and, with --peers, other engines',
    options: {
      members: madeMembers,
      peers: {
        help: 'asks other engines the same; redis needs redis-server, duckdb, ladybugdb and graphology npm’s registry once (150 MB)',
      },
      only: {
        value: 'STEP',
        help: `one step alone: ${stepNames.join(', ')} or a peer`,
        allowed: onlyAllowed,
        isGood: (text) => [...stepNames, ...peerNames].some((name) => name === text),
      },
      seconds: {
        value: 'S',
        help: 'at most so long for each question and set, in seconds, default 60 (privacy 8, peers 12)',
        allowed: 'a number above 0',
        isGood: (text) => /^(?:\d+(?:\.\d+)?|\.\d+)$/u.test(text) && Number(text) > 0,
      },
      seed: madeSeed,
      again,
    },
  },
  'graph-http': {
    does: 'degrees that one process answers over HTTP; loaded by wrk where it is installed, else by autocannon from npm’s registry',
    options: {
      members: madeMembers,
      seconds: { value: 'S', help: 'how long it is loaded, in seconds, default 10', ...whole(1, 600) },
      seed: madeSeed,
      again,
    },
  },
  'graph-start': {
    does: 'how long the server’s index takes to be there and to see a change, on the product’s tables',
    options: { members: madeMembers, seed: madeSeed, again },
  },
  'graph-report': {
    does: 'writes what is kept of the made networks into bench/results.md',
    options: { seed: madeSeed },
  },
  formats: {
    does: 'the readers of files, beside packages from npm’s registry that read the same, in rows a second',
    options: {
      rows: {
        value: 'N,N,…',
        help: 'lengths of the files, in rows, default 1000,20000,200000',
        allowed: 'whole numbers from 1 to 10,000,000 with commas between them',
        isGood: (text) => text.split(',').every((one) => whole(1, 10_000_000).isGood(one)),
      },
    },
  },
}

/** Reads the words after `npm run bench --`. */
export function readOptions(args: readonly string[]): Read {
  const all = Object.values(benches).flatMap(({ options }) => Object.entries(options))
  const types = Object.fromEntries(all.map(([name, { value }]) => [name, { type: value ? 'string' : 'boolean' } as const]))
  const { tokens } = parseArgs({ args: [...args], allowPositionals: true, strict: false, tokens: true, options: types })
  const words = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []))
  const [word, surplus] = words
  const bench = benchNames.find((name) => name === word)
  const given = tokens.filter((token) => token.kind === 'option')
  if (given.some(({ rawName }) => rawName === '--help' || rawName === '-h')) return { kind: 'help', usage: usageOf(bench) }
  const refuse = (problem: string): Read => ({ kind: 'refused', problem, usage: usageOf(bench) })
  if (word === undefined) return refuse('Say what to measure.')
  if (!bench) return refuse(`There is no bench “${word}”.`)

  const { options } = benches[bench]
  const said = new Map<string, string>()
  const known = ({ name, rawName }: (typeof given)[number]) =>
    rawName === `--${name}` && Object.hasOwn(options, name) ? options[name as OptionName] : undefined
  const unknown = given.find((one) => !known(one))
  if (unknown) return refuse(`${bench} has no option ${unknown.rawName}.`)
  // After the options: the value of one that there is not would look like a word.
  if (surplus !== undefined) return refuse(`“${surplus}” is one word too many.`)
  for (const one of given) {
    const { name, rawName, value } = one
    const option = known(one)
    if (!option) continue
    if (!option.value && value !== undefined) return refuse(`${rawName} takes no value, not “${value}”.`)
    if (option.value && !option.isGood?.(value ?? '')) {
      return { kind: 'refused', problem: `${rawName} takes ${option.allowed}, not ${value === undefined ? 'nothing' : `“${value}”`}.` }
    }
    said.set(name, value ?? '')
  }
  const only = said.get('only')
  if (!said.has('peers') && peerNames.some((name) => name === only)) {
    return { kind: 'refused', problem: `--only “${only}” is a peer: say --peers as well.` }
  }
  return { kind: 'order', order: orderOf(bench, said) }
}

function orderOf(bench: BenchName, said: ReadonlyMap<string, string>): Order {
  const number = (name: OptionName) => (said.has(name) ? Number(said.get(name)) : undefined)
  const isCity = bench === 'pages' || bench === 'agreement'
  return {
    bench,
    members: number('members') ?? (isCity ? 37_700 : 100_000),
    seed: isCity ? 1 : (number('seed') ?? 1),
    word: said.get('seed') ?? 'bench',
    edges: said.get('edges'),
    count: number('count'),
    seconds: number('seconds'),
    peers: said.has('peers'),
    only: said.get('only'),
    again: said.has('again'),
    rows: said.get('rows')?.split(',').map(Number),
  }
}

/** How a bench is called, or all of them: every option with its unit and its default. */
export function usageOf(bench?: BenchName): string {
  const wanted = bench ? [bench] : benchNames
  const lines = wanted.flatMap((name) => {
    const options = Object.entries(benches[name].options).map(([option, { value, help }]) => {
      const written = `--${option}${value ? ` ${value}` : ''}`
      return `      ${written.padEnd(18)} ${help}`
    })
    return [`  ${name}: ${benches[name].does}`, ...options]
  })
  return ['npm run bench -- BENCH [OPTIONS]', ...lines, '  --help              this; with a bench’s name, of that one'].join('\n')
}
