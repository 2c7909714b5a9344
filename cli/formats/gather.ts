// Everything that reading a file tells, gathered: what the commands show and write.
import { createReadStream } from 'node:fs'
import { type AnyAppError, AppError, isAppError } from '@entregent/lib/base/errors.ts'
import type { ContactDraft, ProfileDraft } from '@entregent/lib/formats/draft.ts'
import { readFile } from '@entregent/lib/formats/read.ts'
import type { Bytes, FileFacts, ReadOptions, Skip, Warning } from '@entregent/lib/formats/reading.ts'
import { fileProblem, isSystemError } from './file-problem.ts'

export interface Gathered {
  /** One for a plain file, one for each entry of an archive that holds records. */
  readonly facts: readonly (FileFacts & { readonly entry?: string })[]
  readonly contacts: readonly ContactDraft[]
  readonly profiles: readonly ProfileDraft[]
  readonly skips: readonly Skip[]
  readonly warnings: readonly Warning[]
  /** What ended the reading before the file's end; what was read before is here all the same. */
  readonly error: AnyAppError | undefined
}

/** Reads the file at this path, or standard input for `-`. Fails with `file_unreadable`. */
export async function gather(path: string, options: ReadOptions): Promise<Gathered> {
  try {
    return await gatherFrom(path === '-' ? process.stdin : createReadStream(path), options)
  } catch (error) {
    if (isSystemError(error)) throw new AppError('file_unreadable', { file: path, problem: fileProblem(error) })
    throw error
  }
}

/** Reads these bytes. */
export async function gatherFrom(bytes: Bytes, options: ReadOptions): Promise<Gathered> {
  const facts: (FileFacts & { entry?: string })[] = []
  const contacts: ContactDraft[] = []
  const profiles: ProfileDraft[] = []
  const skips: Skip[] = []
  const warnings: Warning[] = []
  let ended: AnyAppError | undefined
  try {
    for await (const event of readFile(bytes, options)) {
      if (event.type === 'facts') facts.push({ ...event.facts, ...(event.entry !== undefined && { entry: event.entry }) })
      else if (event.type === 'contact') contacts.push(event.draft)
      else if (event.type === 'profile') profiles.push(event.draft)
      else if (event.type === 'skip') skips.push(event.skip)
      else if (event.type === 'warning') warnings.push(event.warning)
    }
  } catch (error) {
    if (!isAppError(error)) throw error
    ended = error
  }
  return { facts, contacts, profiles, skips, warnings, error: ended }
}

/** 0 everything read, 1 read with skips, 2 refused or broken off. */
export function exitCodeOf({ skips, error }: Gathered): 0 | 1 | 2 {
  if (error) return 2
  return skips.length > 0 ? 1 : 0
}
