// Which account of the system PostgreSQL runs as. It refuses root, and asks the system who it is, so the account must have a name.
// `os.userInfo()` is not used: it throws for an account without one.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { AppError } from '@entregent/lib/base/errors.ts'

export interface Account {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

/**
 * The account to run as in place of root: `postgres` where there is one, else `nobody`. Undefined when we are a plain user and run as ourselves.
 * Fails with `database_account_missing` when there is neither, or when our own number has no name (a container's arbitrary user).
 */
export function databaseAccount(uid = process.getuid?.(), accounts = readAccounts()): Account | undefined {
  if (uid === undefined) return undefined
  if (uid !== 0) {
    if (process.platform === 'linux' && !accounts.some((account) => account.uid === uid) && !knownElsewhere(uid)) {
      throw new AppError('database_account_missing', { uid })
    }
    return undefined
  }
  const account = accounts.find(({ name }) => name === 'postgres') ?? accounts.find(({ name }) => name === 'nobody')
  if (!account) throw new AppError('database_account_missing', { uid })
  return account
}

/** The lines of a passwd file. */
export function parseAccounts(passwd: string): Account[] {
  return passwd
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4 && /^\d+$/.test(fields[2] ?? '') && /^\d+$/.test(fields[3] ?? ''))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
}

/** True when `account` can pass through every folder above `path`, and read and execute `path` itself. */
export async function canReach(path: string, account: Account): Promise<boolean> {
  const real = await realpath(path)
  return permits(await stat(real), account, 0o5) && canPassTo(real, account)
}

/** True when `account` can pass through every folder above `path`, which exists. */
export async function canPassTo(path: string, account: Account): Promise<boolean> {
  for (let folder = await realpath(path); folder !== dirname(folder); ) {
    folder = dirname(folder)
    if (!permits(await stat(folder), account, 0o1)) return false
  }
  return true
}

/** Whether the mode bits give `account` all of `wanted` (4 read, 2 write, 1 execute or pass). */
export function permits(entry: { mode: number; uid: number; gid: number }, account: Account, wanted: number): boolean {
  const shift = entry.uid === account.uid ? 6 : entry.gid === account.gid ? 3 : 0
  return ((entry.mode >> shift) & wanted) === wanted
}

function readAccounts(): Account[] {
  try {
    return parseAccounts(readFileSync('/etc/passwd', 'utf8'))
  } catch {
    return []
  }
}

/** Accounts of a directory service are in no file: the system's own look-up knows them. */
function knownElsewhere(uid: number): boolean {
  try {
    execFileSync('getent', ['passwd', String(uid)], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
