// One owner for each data folder. The lock is the kernel's own lock on a file, taken through SQLite because Node has no call for it: it
// dies with its process however that ends, cannot be mistaken for another process that got the same number, and two that race for it are
// told apart by the kernel. The process number beside it is for the message only.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { AppError } from '@entregent/lib/base/errors.ts'

const SQLITE_BUSY = 5

/** Takes the folder until the returned function is called or the process ends. Fails with `data_dir_in_use` when it has an owner. */
export function lockFolder(folder: string): () => void {
  const ownerFile = join(folder, 'owner.pid')
  const lock = new DatabaseSync(join(folder, 'owner.lock'))
  try {
    lock.exec('begin exclusive')
  } catch (error) {
    lock.close()
    if ((error as { errcode?: number }).errcode !== SQLITE_BUSY) throw error
    throw new AppError('data_dir_in_use', { dataDir: folder, pid: readPid(ownerFile) })
  }
  writeFileSync(ownerFile, `${process.pid}\n`)
  return () => lock.close()
}

function readPid(file: string): number | undefined {
  try {
    return Number.parseInt(readFileSync(file, 'utf8'), 10) || undefined
  } catch {
    return undefined
  }
}
