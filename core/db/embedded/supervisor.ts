// The database that comes with the program: PostgreSQL in the data folder, reached over a unix socket only, started and stopped with its
// owner. What has been acknowledged is on the disk; either process may be killed at any moment and the next start goes on from there.
import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { AppError, isAppError } from '@entregent/lib/base/errors.ts'
import { databaseAccount } from './account.ts'
import { findBinaries } from './binaries.ts'
import { ensureDatabase, initializeCluster } from './initialize.ts'
import { lockFolder } from './lock.ts'
import { openDataDir, settle, socketFolder } from './place.ts'
import { isAlive, type Launch, type Postmaster, runPostmaster, stopPostmaster } from './postmaster.ts'

export interface EmbeddedDatabase {
  /** For `pg`, without a password: `postgresql:///entregent?host=<socket folder>&user=entregent&port=5432`. */
  readonly url: string
  /** Where the cluster really lies: the folder asked for, or one under /var/lib/entregent (see place.ts). */
  readonly dataDir: string
  /** Closes the database and gives the folder free. */
  stop(): Promise<void>
}

// Errors of statements are not logged: they carry the data of the people who use the product.
const defaults = {
  shared_buffers: '256MB',
  max_connections: '200',
  fsync: 'on',
  synchronous_commit: 'on',
  jit: 'off',
  random_page_cost: '1.1', // disks without moving heads
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'log',
  log_checkpoints: 'off',
  unix_socket_permissions: '0700',
}

/**
 * Starts, or adopts, the PostgreSQL of `dataDir`, which is made at the first start and holds nothing but the database; a postmaster that ends
 * unasked is started again. `settings` are PostgreSQL's own and come before ours; an adopted one keeps those it was started with.
 * Fails with `data_dir_in_use`, `database_account_missing` or `database_start_failed`.
 */
export async function startEmbedded(options: {
  dataDir: string
  databaseName?: string
  settings?: Record<string, string>
}): Promise<EmbeddedDatabase> {
  const account = databaseAccount()
  const dataDir = await openDataDir(options.dataDir).catch((error) => Promise.reject(foreseen(error)))
  const unlock = lockFolder(dataDir)
  try {
    const [binaries, place] = [await findBinaries(account), await settle(dataDir, account)]
    const launch: Launch = {
      postgres: binaries.postgres,
      account,
      cluster: join(place, 'cluster'),
      socketFolder: await socketFolder(place, account),
      logFile: join(place, 'postgres.log'),
      settings: { ...defaults, ...options.settings },
    }
    await initializeCluster(binaries.initdb, launch, launch.settings.fsync === 'off')
    const postmaster = await runPostmaster(launch)
    const databaseName = options.databaseName ?? 'entregent'
    await ensureDatabase(postmaster.socketFolder, databaseName)
    return { url: databaseUrl(postmaster.socketFolder, databaseName), dataDir: place, stop: supervise(launch, postmaster, unlock) }
  } catch (error) {
    unlock()
    throw foreseen(error)
  }
}

function databaseUrl(socketFolder: string, databaseName: string): string {
  // The port is part of the socket's name, and `pg` would take another from the environment.
  return `postgresql:///${encodeURIComponent(databaseName)}?host=${encodeURIComponent(socketFolder)}&user=entregent&port=5432`
}

/** What the system refuses (a folder of somebody else's, a full disk) is a start that failed; the rest stays what it is. */
function foreseen(error: unknown): unknown {
  const refused = error instanceof Error && !isAppError(error) && 'code' in error
  return refused ? new AppError('database_start_failed', { log: error.message }) : error
}

/** Starts the postmaster again whenever it ends, until the returned function is called: that one stops it for good, then gives the folder free. */
function supervise(launch: Launch, first: Postmaster, unlock: () => void): () => Promise<void> {
  const stopping = new AbortController()
  const life = (async () => {
    let running: Postmaster | undefined = first
    while (!stopping.signal.aborted) {
      await pause(200, undefined, { ref: false, signal: stopping.signal }).catch(() => {})
      if (stopping.signal.aborted || (running && isAlive(running.pid))) continue
      // What it logged says why it fails; those who query see that the database is away, and we try again.
      running = await runPostmaster(launch).catch(() => undefined)
    }
    if (running) await stopPostmaster(running.pid)
    if (dirname(launch.socketFolder) !== dirname(launch.cluster)) await rm(launch.socketFolder, { recursive: true, force: true })
    unlock()
  })()
  return () => {
    stopping.abort()
    return life
  }
}
