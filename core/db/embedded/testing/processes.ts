// Processes for the tests of the embedded database: owners to start and kill, the postmaster of a folder, temporary folders.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { onTestFinished } from 'vitest'
import { findPostmaster } from '../postmaster.ts'

export interface Owner {
  readonly process: ChildProcess
  /** What it printed: `url` when it started, `code` and `details` when it was refused. */
  readonly said: { url: string; code?: string; details?: Record<string, unknown> }
  /** Ends it as given, and waits until it has ended. */
  end(signal: NodeJS.Signals): Promise<void>
}

/** Starts another Node process that owns the database of `dataDir`; it and its database end with the test. */
export async function startOwner(dataDir: string): Promise<Owner> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('owner.ts', import.meta.url)), dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await ended
  }
  onTestFinished(() => end('SIGTERM'))
  return { process: child, said: JSON.parse(line), end }
}

/** A folder of the test's own that every account can pass through, removed after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await makeFolder()
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

/** The same, removed by the caller. */
export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'entregent-embedded-'))
  await chmod(folder, 0o755)
  return folder
}

/** The process number of the postmaster of a data folder, which must be running. */
export function postmasterPid(dataDir: string): number {
  const pid = postmasterPidIfAny(dataDir)
  if (pid === undefined) throw new Error('no postmaster is running')
  return pid
}

export function postmasterPidIfAny(dataDir: string): number | undefined {
  return findPostmaster(join(dataDir, 'cluster'))?.pid
}

/** One query on a connection of its own. */
export async function query<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  return (await client.query<Row>(text).finally(() => client.end())).rows
}
