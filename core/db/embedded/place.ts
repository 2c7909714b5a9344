// Where the cluster and its socket lie. Usually in the data folder; under the shared root when the database's account cannot pass to that
// folder (a clone under a closed home), with a link left in the data folder so that the two stay together.
import { createHash } from 'node:crypto'
import { chmod, chown, lstat, mkdir, readlink, realpath, rename, stat, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AppError } from '@entregent/lib/base/errors.ts'
import { type Account, canPassTo, permits } from './account.ts'

/** Belongs to root; every account can pass through it. */
export const sharedRoot = '/var/lib/entregent'

/** The bytes a socket's address may have (104 on macOS, 108 on Linux), less `/.s.PGSQL.5432` and its end. */
const SOCKET_FOLDER_BYTES = 104 - '/.s.PGSQL.5432'.length - 1

/** The folder that holds the cluster of `dataDir`, made if absent and passable for `account`. The caller has locked `dataDir`. */
export async function settle(dataDir: string, account: Account | undefined): Promise<string> {
  if (!account) return dataDir
  const link = join(dataDir, 'moved-to')
  const known = await readlink(link).catch(() => undefined)
  const place = known ?? ((await canPassTo(dataDir, account)) ? dataDir : join(sharedRoot, shortHash(dataDir)))
  if (place !== dataDir) {
    if (await exists(join(dataDir, 'cluster'))) {
      // Starting an empty cluster elsewhere would look like the loss of everything.
      throw new AppError('database_start_failed', { log: `${account.name} cannot pass to ${dataDir}` })
    }
    await openSharedRoot()
    // A cluster that no link leads to belonged to a folder since deleted: it is kept, but it is not this one's.
    if (!known && (await exists(place))) await rename(place, `${place}.left-${Date.now()}`)
    await mkdir(place, { recursive: true, mode: 0o700 })
    if (!known) await symlink(place, link)
  }
  await letPass(place, account)
  return place
}

/** Makes the shared root if absent; open whatever the umask of the one who starts us. */
export async function openSharedRoot(): Promise<void> {
  await mkdir(sharedRoot, { recursive: true })
  await chmod(sharedRoot, 0o755)
}

/** The folder stays ours, so that the account can plant nothing in the way of what we write there; its group may pass to what is its own. */
async function letPass(folder: string, account: Account): Promise<void> {
  const entry = await stat(folder)
  if (permits(entry, account, 0o1)) return
  await chown(folder, entry.uid, account.gid)
  await chmod(folder, (entry.mode & 0o777) | 0o010)
}

/** A folder of the account's own, closed to all others; made if absent. */
export async function ownFolder(folder: string, account: Account | undefined): Promise<void> {
  await mkdir(folder, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  const entry = await lstat(folder)
  const owners = [process.getuid?.(), account?.uid]
  if (!entry.isDirectory() || !owners.includes(entry.uid)) throw new AppError('database_start_failed', { log: `${folder} is not ours` })
  await chmod(folder, 0o700)
  if (account) await chown(folder, account.uid, account.gid)
}

/**
 * The folder for the socket, closed to all but the database's account: beside the cluster, or under the system's temporary folder when that path
 * is too long for a socket. Fails with `database_start_failed` when somebody else holds that name.
 */
export async function socketFolder(place: string, account: Account | undefined): Promise<string> {
  const near = join(place, 'socket')
  const folder = Buffer.byteLength(near) <= SOCKET_FOLDER_BYTES ? near : join(shortTemporaryFolder(), `entregent-${shortHash(place)}`)
  await ownFolder(folder, account)
  return folder
}

/** The data folder's one name, whatever links lead to it; made if absent. */
export async function openDataDir(dataDir: string): Promise<string> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  return realpath(dataDir)
}

function shortTemporaryFolder(): string {
  return Buffer.byteLength(tmpdir()) <= 60 ? tmpdir() : '/tmp'
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  )
}
