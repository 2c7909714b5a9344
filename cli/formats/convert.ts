// `entregent formats convert FILE --to FORMAT`: one format into another. Nothing is written unless the file was recognised; what was skipped
// is told on stderr, with its line.
import { writeFile } from 'node:fs/promises'
import { AppError } from '@entregent/lib/base/errors.ts'
import { cli } from '@entregent/lib/i18n/cli.ts'
import { errorSentence } from '@entregent/lib/i18n/errors.ts'
import type { Options } from '../options.ts'
import { exitCodeOf, gather } from './gather.ts'
import { writers } from './writers.ts'

/** Gives the exit code. Fails with `usage` for a format that is not written. */
export async function convert(options: Options): Promise<number> {
  const { file, to, out, read, locale } = options
  const t = cli[locale]
  const writer = writers.get(to ?? '')
  if (writer === undefined)
    throw new AppError('usage', { problem: `${t.oneOf({ option: '--to', choices: [...writers.keys()].join(', ') })}\n\n${t.usage}` })
  const found = await gather(file, read)
  if (found.error && found.contacts.length + found.profiles.length === 0) throw found.error
  const { bytes, left } = writer(found)
  const people = found.contacts.length + found.profiles.length
  if (people > 0 && left === people) {
    console.error(t.left({ count: left }))
    return 2
  }
  if (out === undefined) process.stdout.write(bytes)
  else await writeFile(out, bytes)
  for (const { entry, line, reason, hint } of found.skips)
    console.error(`${entry === undefined ? '' : `${entry}, `}${t.line({ line })}: ${t.reason[reason]}${hint && ` — ${hint}`}`)
  if (left > 0) console.error(t.left({ count: left }))
  if (found.error) console.error(errorSentence(locale, found.error))
  return exitCodeOf(found)
}
