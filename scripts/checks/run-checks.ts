// Runs all checkers side by side and says in one line each how it went. Every checker is a program or a function of ours; none may pass
// because it looked at nothing.
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { checkFloors } from '../../floors.check.ts'
import { checkFiles } from './files.ts'
import { checkGrant } from './grant.ts'
import { checkLiteralText } from './literal-text.ts'
import { type Finding, readSources, type Source } from './source.ts'

export interface Verdict {
  readonly name: string
  readonly passed: boolean
  /** What the checker said; worth showing only when it did not pass. */
  readonly output: string
  readonly seconds: number
}

const root = join(import.meta.dirname, '..', '..')
const bin = (...path: string[]) => join(root, 'node_modules', ...path)

/** Runs every checker, calling `report` as each ends. Gives the verdicts in the order of the list below. */
export async function runChecks(report: (verdict: Verdict) => void): Promise<Verdict[]> {
  // The routes' types are written first: whoever reads types, the compiler and the typed lint, waits for them.
  const routes = run([bin('@react-router', 'dev', 'bin.cjs'), 'typegen'], 'web')
  const withRoutes = async (args: readonly string[]) => {
    const written = await routes
    return written.passed ? run(args) : written
  }
  let read: Source[] | undefined
  const sources = () => (read ??= readSources(root))
  const checkers: readonly [string, () => Promise<{ passed: boolean; output: string }>][] = [
    ['types', () => withRoutes([bin('typescript', 'bin', 'tsc'), '--noEmit', '-p', '.'])],
    ['format', () => run([bin('@biomejs', 'biome', 'bin', 'biome'), 'check', '--error-on-warnings', '--colors=off', '.'])],
    ['lint', () => withRoutes([bin('oxlint', 'bin', 'oxlint'), '--type-aware', '--deny-warnings', '--format=unix'])],
    ['unused', () => run([bin('knip', 'bin', 'knip.js'), '--no-progress', '--no-config-hints'])],
    ['floors', () => ours(() => checkFloors(sources(), root))],
    ['grants', () => ours(() => checkGrant(sources()))],
    ['words', () => ours(() => checkLiteralText(sources()))],
    ['files', () => ours(() => checkFiles(root))],
  ]
  return Promise.all(
    checkers.map(async ([name, check]) => {
      const started = performance.now()
      const { passed, output } = await check()
      const verdict = { name, passed, output, seconds: (performance.now() - started) / 1000 }
      report(verdict)
      return verdict
    }),
  )
}

/** The line that stands for a verdict, and below it what was found when it did not pass. */
export function verdictLine({ name, passed, output, seconds }: Verdict): string {
  const line = `${passed ? 'ok    ' : 'failed'} ${name.padEnd(8)} ${seconds.toFixed(1)} s`
  return passed ? line : `${line}\n${output.trim().replace(/^/gmu, '  ')}`
}

// A JavaScript program of node_modules under this Node; what it prints comes back once it has ended.
function run([script = '', ...args]: readonly string[], folder = '.'): Promise<{ passed: boolean; output: string }> {
  return new Promise((resolve) => {
    const options = { cwd: join(root, folder), maxBuffer: 64 * 1024 * 1024, env: { ...process.env, NO_COLOR: '1' } }
    execFile(process.execPath, [script, ...args], options, (error, stdout, stderr) => {
      resolve({ passed: !error, output: `${stdout}${stderr}` || (error?.message ?? '') })
    })
  })
}

async function ours(check: () => Finding[]): Promise<{ passed: boolean; output: string }> {
  try {
    const findings = check()
    return { passed: findings.length === 0, output: findings.map(({ path, line, message }) => `${path}:${line} ${message}`).join('\n') }
  } catch (error) {
    return { passed: false, output: String(error) }
  }
}
