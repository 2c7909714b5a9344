// Asks the peers and the index the same questions about the same pairs in the same run, each after warming up with others, and compares answers.
// A slow peer is given up after a while: the pairs come in random order, and both sides' figures are of those that it was asked.
import type { Made } from '../graph/file.ts'
import { timeIndex } from '../graph/index-figures.ts'
import { choosePairs, type PairSet, setNames } from '../graph/pairs.ts'
import { pairsFor, type QueryName, setsFor } from '../graph/queries.ts'
import { runStep } from '../graph/steps.ts'
import { loadSubject } from '../graph/subject.ts'
import { figuresOf, round, type Timed } from '../graph/timing.ts'
import { duckdb } from './duckdb.ts'
import { graphology } from './graphology.ts'
import { ladybug } from './ladybug.ts'
import { type Ask, type OpenPeer, type Peer, type PeerName, peerNames } from './peer.ts'
import { postgresArrays, postgresJoins, postgresRecursive } from './postgres.ts'
import { redis } from './redis.ts'
import { sqlite } from './sqlite.ts'

const peers: Readonly<Record<PeerName, Peer>> = {
  sqlite,
  'postgresql joins': postgresJoins,
  'postgresql intarray': postgresArrays,
  'postgresql recursive': postgresRecursive,
  redis,
  duckdb,
  ladybugdb: ladybug,
  graphology,
}
const INDEX_BUDGET_MS = 20_000

export interface Comparing {
  readonly made: Made
  readonly folder: string
  readonly again: boolean
  readonly count: number
  readonly warmCount: number
  readonly isWanted: (peer: PeerName) => boolean
  /** For each peer, question and set. */
  readonly budgetMs: number
}

/** One line for each peer, question and set; false when any answer differed. */
export async function measurePeers({ made, folder, again, count, warmCount, isWanted, budgetMs }: Comparing): Promise<boolean> {
  const view = { made, isPrivate: true }
  let loaded: ReturnType<typeof loadSubject> | undefined
  const subject = () => {
    loaded ??= loadSubject(view)
    return loaded
  }
  const sets = choosePairs(made, made.seed, count, warmCount)
  let good = true
  for (const peer of peerNames.filter(isWanted).map((name) => peers[name])) {
    const step = await runStep(folder, `peer ${peer.name}`, again, async (tell) => {
      const common = { peer: peer.name, members: made.members, ties: made.ties, seed: made.seed }
      if (made.members > (peer.atMost ?? made.members)) return tell({ ...common, missing: `holds at most ${peer.atMost} members` })
      const started = performance.now()
      const opened = await peer.open(view, folder).catch((error: Error) => error.message)
      if (typeof opened === 'string') return tell({ ...common, missing: opened })
      try {
        tell({ ...common, query: 'load', ms: round(performance.now() - started), storageBytes: await opened.storageBytes() })
        await compare(opened, tell)
      } finally {
        await opened.close()
      }
    })
    if (step.lines.some((line) => Number(line['disagreements']) > 0)) good = false

    async function compare(opened: OpenPeer, tell: Parameters<Parameters<typeof runStep>[3]>[0]) {
      for (const [name, ask] of Object.entries(opened.questions) as [QueryName, Ask][]) {
        for (const set of setNames.filter((one) => setsFor(name).includes(one))) {
          const warm = pairsFor(name, sets[set].warm, subject())
          await timePeer(ask, warm, budgetMs / 3)
          const theirs = await timePeer(ask, pairsFor(name, sets[set].pairs, subject()), budgetMs)
          const ours = firstOf(timeIndex(subject(), name, sets[set], INDEX_BUDGET_MS).timed, theirs.micros.length)
          const asked = ours.micros.length
          const [figures, index] = [figuresOf(theirs.micros.subarray(0, asked)), figuresOf(ours.micros)]
          const disagreements = ours.digests.reduce((found, digest, at) => found + (digest === theirs.digests[at] ? 0 : 1), 0)
          const ratios = { ratioP50: round(figures.p50 / index.p50), ratioP99: round(figures.p99 / index.p99) }
          const beside = { indexP50: index.p50, indexP99: index.p99, indexMean: index.mean }
          const of = { members: made.members, ties: made.ties, seed: made.seed }
          tell({ peer: peer.name, query: name, set, unit: 'µs', ...figures, ...beside, ...ratios, disagreements, ...of })
        }
      }
    }
  }
  return good
}

function firstOf({ micros, digests }: Timed, count: number): Timed {
  return { micros: micros.subarray(0, count), digests: digests.subarray(0, count) }
}

async function timePeer(ask: Ask, { viewers, targets, skills }: PairSet, budgetMs: number): Promise<Timed> {
  const count = viewers.length
  const micros = new Float64Array(count)
  const digests = new Uint32Array(count)
  const end = performance.now() + budgetMs
  let asked = 0
  for (; asked < count && (asked === 0 || performance.now() < end); asked++) {
    const question = { viewer: viewers[asked] as number, target: targets[asked] as number, skill: skills[asked] as number }
    const started = performance.now()
    const answer = ask(question)
    digests[asked] = typeof answer === 'number' ? answer : await answer
    micros[asked] = (performance.now() - started) * 1000
  }
  return { micros: micros.subarray(0, asked), digests: digests.subarray(0, asked) }
}
