// The rows as files of lines, for engines that load themselves from a file.
import { closeSync, existsSync, openSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { View } from '../graph/ties.ts'
import { rowsOf, skillLines, tieLines } from './rows.ts'

/** Paths of tie.csv (a, b, first, later, open) and skill.csv (skill, member); written once. */
export function writeLines(view: View, folder: string): { ties: string; skills: string } {
  const ties = join(folder, 'tie.csv')
  const skills = join(folder, 'skill.csv')
  if (!existsSync(skills)) write(skills, skillLines(view))
  if (!existsSync(ties)) write(ties, tieLines(rowsOf(view)))
  return { ties, skills }
}

function write(file: string, chunks: Iterable<Buffer>): void {
  const out = openSync(`${file}.unfinished`, 'w')
  for (const chunk of chunks) writeSync(out, chunk)
  closeSync(out)
  renameSync(`${file}.unfinished`, file)
}
