// A new cluster, and the role and database of the product in it. The cluster is made beside its place and renamed into it: a cluster that is
// there is a whole one.
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { open, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { AppError } from '@entregent/lib/base/errors.ts'
import pg from 'pg'
import type { Account } from './account.ts'
import { ownFolder } from './place.ts'
import { adminClient } from './postmaster.ts'

/**
 * Makes the cluster if it is not there. UTF-8, sorted by code point on every machine alike, with page checksums. One that may be
 * lost with the machine is not flushed to the disk, which makes it sooner.
 */
export async function initializeCluster(
  initdb: string,
  target: { cluster: string; account: Account | undefined },
  mayBeLost: boolean,
): Promise<void> {
  const { cluster, account } = target
  if (await stat(cluster).catch(() => undefined)) return
  await removeUnfinished(cluster)
  // A name of its own: an initdb that outlived its Node process may still be writing to the former one.
  const unfinished = `${cluster}.unfinished-${randomUUID()}`
  await ownFolder(unfinished, account)
  const locale = ['-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
  const sync = mayBeLost ? ['--no-sync'] : []
  // Trust: the socket lies in a folder that only this account, and root, can open.
  await promisify(execFile)(initdb, ['-D', unfinished, '-U', 'postgres', '-A', 'trust', '-k', ...locale, ...sync, '--no-instructions'], {
    ...(account && { uid: account.uid, gid: account.gid }),
    cwd: '/',
    env: { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' },
  }).catch((error: Error & { stderr?: string }) => {
    throw new AppError('database_start_failed', { log: error.stderr || error.message })
  })
  await rename(unfinished, cluster)
  if (mayBeLost) return
  const parent = await open(dirname(cluster))
  await parent.sync().finally(() => parent.close())
}

async function removeUnfinished(cluster: string): Promise<void> {
  const folder = dirname(cluster)
  const left = (await readdir(folder)).filter((name) => name.startsWith(`${basename(cluster)}.unfinished-`))
  await Promise.all(left.map((name) => rm(join(folder, name), { recursive: true, force: true, maxRetries: 5 })))
}

/** The role `entregent`, which may create databases and is no superuser, and its database; whatever of it is there stays. */
export async function ensureDatabase(socketFolder: string, databaseName: string): Promise<void> {
  const client = adminClient(socketFolder)
  await client.connect()
  try {
    const role = await client.query(`select 1 from pg_roles where rolname = 'entregent'`)
    if (role.rowCount === 0) {
      await client.query(`
        begin;
        create role entregent login createdb;
        grant pg_monitor, pg_signal_backend to entregent;
        commit`)
    }
    const database = await client.query('select 1 from pg_database where datname = $1', [databaseName])
    if (database.rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(databaseName)} owner entregent`)
  } finally {
    await client.end()
  }
}
