// One owner for each data folder. The lock is the kernel's own lock on a file, taken through SQLite because Node has no call for it: it
// dies with its process however that ends, cannot be mistaken for another process that got the same number, and two that race for it are
// told apart by the kernel. The process number beside it is for the message only.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { AppError } from '@entregent/lib/base/errors.ts'

const SQLITE_BUSY = 5

/**
 * Takes the folder until the returned function is called or the process ends. Fails with `data_dir_in_use` when it has an owner,
 * with `database_start_failed` when we may not write there.
 */
export function lockFolder(folder: string): () => void {
  const ownerFile = join(folder, 'owner.pid')
  const lock = open(join(folder, 'owner.lock'))
  try {
    lock.exec('begin exclusive')
    writeFileSync(ownerFile, `${process.pid}\n`)
  } catch (error) {
    lock.close()
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY)
      throw new AppError('data_dir_in_use', { dataDir: folder, pid: readPid(ownerFile) })
    throw new AppError('database_start_failed', { log: (error as Error).message })
  }
  return () => lock.close()
}

function open(file: string): DatabaseSync {
  try {
    return new DatabaseSync(file)
  } catch (error) {
    throw new AppError('database_start_failed', { log: `${file}: ${(error as Error).message}` })
  }
}

function readPid(file: string): number | undefined {
  try {
    return Number.parseInt(readFileSync(file, 'utf8'), 10) || undefined
  } catch {
    return undefined
  }
}
