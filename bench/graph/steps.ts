// What has been measured, a file for each step, so that a run that was stopped goes on where it was and a report needs no second run.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'

export type Line = Readonly<Record<string, string | number | boolean>>

export interface Step {
  readonly name: string
  readonly when: string
  readonly machine: string
  /** Load averages of a minute before and after: what else ran is part of the figure. */
  readonly loadBefore: number
  readonly loadAfter: number
  readonly lines: readonly Line[]
}

const root = join(import.meta.dirname, '..', '..', 'data', 'bench', 'graph')

/** Where a made network and its results lie; the folder is made. */
export function folderOf(members: number, seed: number): string {
  const folder = join(root, `${members}-seed-${seed}`)
  mkdirSync(folder, { recursive: true })
  return folder
}

/** Does the step, prints its lines and keeps them; one that was done is told again instead, unless `again`. */
export async function runStep(
  folder: string,
  name: string,
  again: boolean,
  work: (tell: (line: Line) => void) => Promise<void> | void,
): Promise<Step> {
  const kept = readStep(folder, name)
  if (kept && !again) {
    for (const line of kept.lines) console.log(JSON.stringify(line))
    console.error(`${name}: kept from ${kept.when}; --again measures anew.`)
    return kept
  }
  const loadBefore = loadavg()[0] ?? 0
  const lines: Line[] = []
  console.error(`${name} …`)
  await work((line) => {
    lines.push(line)
    console.log(JSON.stringify(line))
  })
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.versions.node}`
  const step: Step = { name, when: new Date().toISOString(), machine, loadBefore, loadAfter: loadavg()[0] ?? 0, lines }
  const file = join(folder, `${name}.json`)
  writeFileSync(`${file}.unfinished`, `${JSON.stringify(step, undefined, 1)}\n`)
  renameSync(`${file}.unfinished`, file)
  return step
}

export function readStep(folder: string, name: string): Step | undefined {
  const file = join(folder, `${name}.json`)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Step) : undefined
}

/** Every step kept, by the folder's number of members; of one seed. */
export function keptSteps(seed: number): Map<number, readonly Step[]> {
  const found = new Map<number, readonly Step[]>()
  for (const name of existsSync(root) ? readdirSync(root) : []) {
    const members = Number(/^(\d+)-seed-/.exec(name)?.[1])
    if (name !== `${members}-seed-${seed}`) continue
    const steps = readdirSync(join(root, name)).filter((file) => file.endsWith('.json'))
    found.set(
      members,
      steps.map((file) => JSON.parse(readFileSync(join(root, name, file), 'utf8')) as Step),
    )
  }
  return new Map([...found].sort(([a], [b]) => a - b))
}
