// `npm test`: the checkers, the build of the pages, then every test: lib and core side by side, the browser journeys after them, alone on the
// machine. The last line is `N passed, N failed`, checkers included. With arguments (`npm test -- invitations`) only the tests they choose run,
// without the checkers.
import { spawn } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { runChecks, verdictLine } from './checks/run-checks.ts'
import { provideChromium } from './chromium.ts'
import { addCounts, type Counts, closingLine, countRun, type Report } from './test-counts.ts'

const root = join(import.meta.dirname, '..')
const chosen = process.argv.slice(2)

const chromium = provideChromium()
if (chromium.path === undefined) {
  console.error(chromium.advice)
  process.exit(1)
}
process.env['CHROMIUM_PATH'] = chromium.path

const counts: Counts[] = []
if (chosen.length === 0) {
  const verdicts = await runChecks((verdict) => console.log(verdictLine(verdict)))
  counts.push(...verdicts.map(({ passed }) => ({ passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 })))
}
const built = (await run(['scripts/run.mjs', 'pages'])) === 0
counts.push({ passed: built ? 1 : 0, failed: built ? 0 : 1, skipped: 0 })
const testRuns = chosen.length === 0 ? [await runTests(['lib', 'core']), await runTests(['e2e'])] : [await runTests(['lib', 'core', 'e2e'])]

const tests = addCounts(testRuns)
if (tests.passed + tests.failed === 0) {
  console.error('Not one test was run.')
  counts.push({ passed: 0, failed: 1, skipped: 0 })
}
const all = addCounts([...counts, ...testRuns])
if (all.skipped > 0) console.log(`${all.skipped} skipped`)
console.log(closingLine(all))
process.exitCode = all.failed === 0 ? 0 : 1

async function runTests(projects: readonly string[]): Promise<Counts> {
  const path = join(root, 'artefacts', `tests-${projects.join('-')}.json`)
  await rm(path, { force: true })
  const exitCode = await run([
    'node_modules/vitest/vitest.mjs',
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${path}`,
    ...(chosen.length === 0 ? [] : ['--passWithNoTests']),
    ...chosen,
  ])
  return countRun(await readReport(path), exitCode)
}

async function readReport(path: string): Promise<Report | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined)
  return text === undefined ? undefined : (JSON.parse(text) as Report)
}

// Runs a script under this Node, its output going straight through, and gives its exit code. A stop is passed on and ends everything.
function run(args: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' })
    let stopped = false
    const stop = (signal: NodeJS.Signals) => {
      stopped = true
      child.kill(signal)
    }
    process.once('SIGTERM', stop)
    child.on('exit', (code) => {
      process.off('SIGTERM', stop)
      if (stopped) process.exit(1)
      resolve(code ?? 1)
    })
  })
}
