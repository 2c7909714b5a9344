// The npm packages that only the benches need: declared in bench/peers/package.json with a lock of their own, and installed there when first asked
// for, so that the product's installation knows nothing of them.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const folder = import.meta.dirname
const require = createRequire(join(folder, 'package.json'))

/** What the package exports; the caller says which of it is used. Throws when it cannot be installed here. */
export function peerPackage<Exports>(name: string): Exports {
  // "csv-parse/sync" is a part of csv-parse, "@duckdb/node-api" a package.
  const [scope, ...rest] = name.split('/')
  const own = scope?.startsWith('@') ? join(scope, rest[0] ?? '') : (scope ?? '')
  if (!existsSync(join(folder, 'node_modules', own))) install()
  return require(name) as Exports
}

function install(): void {
  console.error('Installing the packages of bench/peers (once, about 150 MB) …')
  // Not `npm ci`, which refuses a lock that a registry left a platform's package out of.
  const quiet = ['install', '--no-save', '--no-workspaces', '--loglevel=error', '--no-audit', '--no-fund', '--no-progress']
  const done = spawnSync('npm', quiet, { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' })
  if (done.status !== 0) throw new Error('the packages of bench/peers could not be installed')
}
