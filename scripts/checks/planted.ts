// A small tree of files for the tests of the checkers: they plant what must be found and expect it to be found.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** Writes `files` (path → text) below a new folder, calls `use` with that folder, and removes it. */
export function withTree<Result>(files: Readonly<Record<string, string>>, use: (root: string) => Result): Result {
  const root = mkdtempSync(join(tmpdir(), 'entregent-planted-'))
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
    }
    return use(root)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}
