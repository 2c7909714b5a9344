// What the file system refuses, as the table of errors knows it.
import type { FileProblem } from '@entregent/lib/base/errors.ts'

/** Whether the operating system refused, and not we. */
export const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && typeof (error as NodeJS.ErrnoException).syscall === 'string'

/** Why the file system refused. */
export function fileProblem(error: unknown): FileProblem {
  const code = isSystemError(error) ? error.code : undefined
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'missing'
  if (code === 'EISDIR') return 'folder'
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'forbidden'
  return code === 'ENOSPC' || code === 'EDQUOT' ? 'full' : 'other'
}
