// One run of PostgreSQL's first process: launched, or adopted when it outlived the Node process that launched it. It runs in a process group
// of its own, so that a Ctrl-C meant for the application does not close the database under it.
import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, readlinkSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { AppError } from '@entregent/lib/base/errors.ts'
import pg from 'pg'
import type { Account } from './account.ts'

export interface Launch {
  readonly postgres: string
  readonly account: Account | undefined
  readonly cluster: string
  readonly socketFolder: string
  readonly logFile: string
  readonly settings: Readonly<Record<string, string>>
}

export interface Postmaster {
  readonly pid: number
  readonly socketFolder: string
}

/** A killed postmaster stays a zombie until its parent reads its end, and its children a moment longer: both look like a live cluster. */
const LEFTOVERS_MS = 15_000
const STOP_MS = 60_000
const LOG_BYTES = 1_000_000

/**
 * A postmaster that answers on the cluster: the one already there, or a new one. Waits for crash recovery as long as it takes.
 * Fails with `database_start_failed` and the end of its log.
 */
export async function runPostmaster(launch: Launch): Promise<Postmaster> {
  for (const deadline = Date.now() + LEFTOVERS_MS; ; await pause(200)) {
    const left = findPostmaster(launch.cluster)
    if (left && (await answers(left))) return left
    if (left) await stopPostmaster(left.pid)
    forgetDeadOwner(join(launch.socketFolder, '.s.PGSQL.5432.lock'), launch.cluster)
    const tried = await spawnPostmaster(launch)
    if (typeof tried !== 'string') return tried
    if (!/lock file .* already exists|shared memory block .* in use|Address already in use/.test(tried) || Date.now() > deadline) {
      throw new AppError('database_start_failed', { log: tried })
    }
  }
}

/** The live postmaster named by the cluster's `postmaster.pid`, if any. */
export function findPostmaster(cluster: string): Postmaster | undefined {
  const file = join(cluster, 'postmaster.pid')
  forgetDeadOwner(file, cluster)
  const [pidLine = '', , , , folder = ''] = readText(file).split('\n')
  const pid = Number.parseInt(pidLine, 10)
  return pid > 0 && folder && isAlive(pid) ? { pid, socketFolder: folder } : undefined
}

/** Closes the database: sessions end, changes are flushed. One that has not ended after a minute is stopped hard, which costs a recovery. */
export async function stopPostmaster(pid: number): Promise<void> {
  signal(pid, 'SIGINT')
  const hard = Date.now() + STOP_MS
  for (; isAlive(pid); await pause(20)) {
    if (Date.now() > hard) signal(pid, Date.now() > hard + 10_000 ? 'SIGKILL' : 'SIGQUIT')
  }
}

/** False for a process that is gone, and for a zombie where the system tells. */
export function isAlive(pid: number): boolean {
  if (!signal(pid, 0)) return false
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return process.platform !== 'linux'
  }
}

/**
 * Removes a lock file of PostgreSQL whose process is a zombie or, the number having been given out anew, not the postmaster of this cluster:
 * PostgreSQL would believe it for ever. Children of a dead postmaster that live on are still seen, by the cluster's shared memory.
 */
function forgetDeadOwner(file: string, cluster: string): void {
  const pid = Math.abs(Number.parseInt(readText(file), 10))
  if (pid > 0 && signal(pid, 0) && !(isAlive(pid) && worksIn(pid, cluster))) rmSync(file, { force: true })
}

/** A postmaster's working directory is its cluster. */
function worksIn(pid: number, cluster: string): boolean {
  if (process.platform !== 'linux') return true
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster)
  } catch {
    return false
  }
}

/** The new postmaster once it answers, or what it logged when it ended instead. */
async function spawnPostmaster(launch: Launch): Promise<Postmaster | string> {
  const log = openLog(launch.logFile)
  const before = statSync(launch.logFile).size
  const settings = Object.entries({ ...launch.settings, listen_addresses: '', unix_socket_directories: launch.socketFolder })
  const child = spawn(launch.postgres, ['-D', launch.cluster, ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])], {
    ...(launch.account && { uid: launch.account.uid, gid: launch.account.gid }),
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
    env: { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' },
  })
  closeSync(log)
  const ended = new Promise<string>((resolve) => {
    child.on('error', (error) => resolve(error.message))
    child.on('exit', () => resolve(lastLines(launch.logFile, before)))
  })
  if (!child.pid) return ended
  const started = { pid: child.pid, socketFolder: launch.socketFolder }
  if (!(await answers(started))) {
    await stopPostmaster(child.pid)
    return ended
  }
  child.unref()
  return started
}

/** True as soon as sessions are accepted; false when the process ends first, or lives without a socket (a cleaner of temporary files took it). */
async function answers(postmaster: Postmaster): Promise<boolean> {
  let deaf = Date.now() + LEFTOVERS_MS
  for (let waitMs = 10; isAlive(postmaster.pid) && Date.now() < deaf; waitMs = Math.min(waitMs * 1.5, 250)) {
    const client = adminClient(postmaster.socketFolder)
    try {
      await client.connect()
      return true
    } catch (error) {
      // A server that refuses, because it starts, recovers or stops, is there: it takes the time it takes.
      if (error instanceof pg.DatabaseError) deaf = Date.now() + LEFTOVERS_MS
      await pause(waitMs)
    } finally {
      await client.end().catch(() => {})
    }
  }
  return false
}

/** A session as the cluster's superuser, whatever the environment says of ports and passwords. The caller connects and ends it. */
export function adminClient(socketFolder: string): pg.Client {
  const superuser = { user: 'postgres', password: '', database: 'postgres' }
  const client = new pg.Client({ ...superuser, host: socketFolder, port: 5432, ssl: false, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  return client
}

/** Opens the log at its end; one that has grown large becomes `postgres.log.1`. */
function openLog(file: string): number {
  const grown = (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LOG_BYTES
  if (grown) renameSync(file, `${file}.1`)
  return openSync(file, 'a', 0o600)
}

function lastLines(file: string, from: number): string {
  return readFileSync(file).subarray(from).toString('utf8').trimEnd().split('\n').slice(-20).join('\n')
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
