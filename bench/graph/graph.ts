// `npm run bench -- graph --members N [--peers] [--seed S] [--again]`: times the network index on a made network, beside the targets, and with
// --peers other engines on the same graph and pairs. The network is made once, in data/bench/graph; so is each step's result, which a later run
// tells again. --only NAME does one step (index, privacy, invariants or a peer), --seconds S gives each question on each set at most so long. Fails when an engine answers otherwise than the index.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { openMade } from './file.ts'
import { measureIndex } from './index-figures.ts'
import { checkInvariants } from './invariants.ts'
import { measurePrivacy } from './privacy-figures.ts'
import { folderOf, readStep, runStep } from './steps.ts'
import { tellTargets } from './targets.ts'

export interface GraphOptions {
  readonly members: number
  readonly seed: number
  readonly again: boolean
}

const PAIRS = 2_000
const WARM = 2_000

/** Runs the steps in order; true when nothing disagreed. */
export async function measureGraph(
  options: GraphOptions & { readonly peers: boolean; readonly only?: string | undefined; readonly seconds?: number | undefined },
): Promise<boolean> {
  exposeCollector()
  const { members, seed, again } = options
  const made = openMade(madeFile(options))
  const folder = folderOf(members, seed)
  const common = { made, folder, count: PAIRS, warmCount: WARM }
  const isWanted = (step: string) => !options.only || options.only === step
  const budgetMs = (seconds: number) => (options.seconds ?? seconds) * 1000
  try {
    const index = isWanted('index')
      ? await runStep(folder, 'index', again, (tell) => measureIndex({ ...common, budgetMs: budgetMs(60), tell }))
      : undefined
    const good = await measureRest()
    if (index) tellTargets(members, [...index.lines, ...(readStep(folder, 'start')?.lines ?? [])])
    return good
  } finally {
    made.close()
  }

  async function measureRest(): Promise<boolean> {
    if (isWanted('privacy')) {
      await runStep(folder, 'privacy', again, (tell) => measurePrivacy({ ...common, budgetMs: budgetMs(8), tell }))
    }
    if (isWanted('invariants')) {
      const { lines } = await runStep(folder, 'invariants', again, (tell) => checkInvariants({ made, tell }))
      if (lines.some(({ broken, looked }) => broken !== 0 || looked === 0)) return false
    }
    if (!options.peers) return true
    const { measurePeers } = await import('../peers/measure.ts')
    return measurePeers({ ...common, again, isWanted, budgetMs: budgetMs(12) })
  }
}

/** Lets memory be read after what is no longer needed has gone. */
function exposeCollector(): void {
  setFlagsFromString('--expose-gc')
  globalThis.gc = runInNewContext('gc') as typeof globalThis.gc
}

/** The file of the made network, made now where there is none: in a process of its own, so that its memory is not ours. */
export function madeFile({ members, seed }: Pick<GraphOptions, 'members' | 'seed'>): string {
  const file = join(folderOf(members, seed), 'network.columns')
  if (existsSync(file)) return file
  console.error(`Making a network of ${members.toLocaleString('en')} members, once, in ${file} …`)
  const make = `import { writeMade } from ${JSON.stringify(join(import.meta.dirname, 'file.ts'))}; writeMade(${JSON.stringify(file)}, ${members}, ${seed})`
  const { status } = spawnSync(process.execPath, ['--input-type=module', '-e', make], { stdio: 'inherit' })
  if (status !== 0) throw new Error('the network could not be made')
  return file
}
