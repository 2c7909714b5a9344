// `entregent formats convert FILE --to FORMAT`: one format into another. Nothing is written unless there is something to write; whatever was
// skipped, looked odd, or has no place in the new format is told on stderr.
import { writeFile } from 'node:fs/promises'
import { AppError } from '@entregent/lib/base/errors.ts'
import type { ContactDraft, ProfileDraft } from '@entregent/lib/formats/draft.ts'
import { cardOfProfile } from '@entregent/lib/formats/people/profile-card.ts'
import { cli } from '@entregent/lib/i18n/cli.ts'
import { errorSentence } from '@entregent/lib/i18n/errors.ts'
import type { Options } from '../options.ts'
import { fileProblem } from './file-problem.ts'
import { exitCodeOf, gather } from './gather.ts'
import { notHeld } from './held.ts'
import { placeOf, skipLines, warningLines } from './lines.ts'
import { writers } from './writers.ts'

/** Names told of records that have no place, or that lack something. */
const mostNames = 20

/**
 * Gives the exit code: 1 when anything was skipped or has no place in the format. Fails with `usage` for a format that is not written, and
 * with `file_unreadable` and `file_unwritable`.
 */
export async function convert(options: Options): Promise<number> {
  const { file, to, out, read, locale } = options
  const t = cli[locale]
  const tell = (...lines: readonly string[]) => {
    for (const line of lines) console.error(line)
  }
  const writer = writers.get(to ?? '')
  if (writer === undefined)
    throw new AppError('usage', { problem: `${t.oneOf({ option: '--to', choices: [...writers.keys()].join(', ') })}\n\n${t.usage}` })
  const found = await gather(file, read)
  if (found.error && found.contacts.length + found.profiles.length === 0) throw found.error
  // Where there is nothing but a profile, its owner's card is written.
  const isOwnCard = writer.holds === 'contacts' && found.contacts.length === 0
  const written = {
    contacts: isOwnCard ? found.profiles.map(cardOfProfile) : writer.holds === 'one profile' ? [] : found.contacts,
    profiles: writer.holds === 'contacts' ? [] : found.profiles.slice(0, 1),
  }
  const isNothing = written.contacts.length + written.profiles.length === 0
  const held = isNothing ? undefined : await writeChecked(writer.write(written), written, out, locale)

  tell(...skipLines(found.skips, locale), ...warningLines(found.warnings, locale))
  const without = [
    ...(writer.holds === 'one profile' ? found.contacts : []),
    ...(isOwnCard ? [] : found.profiles.slice(written.profiles.length)),
    ...(held?.records ?? []),
  ]
  if (without.length > 0) {
    tell(
      t.left({ count: without.length }),
      ...some(
        without.map((one) => shown(one, locale)),
        locale,
      ).map((line) => `  ${line}`),
    )
    if (writer.holds === 'one profile') tell(t.oneProfile)
  }
  if (isOwnCard && !isNothing) tell(t.ownCard)
  if (held && held.parts.size > 0) {
    tell(t.notHeld)
    for (const [part, of] of held.parts) {
      tell(`  ${t.partOf({ part: t.part[part], count: of.length })}`)
      const lines = of.map((one) => `${shown(one.of, locale)} — ${one.values.map((value) => short(value)).join(' · ')}`)
      tell(...some(lines, locale).map((line) => `    ${line}`))
    }
  }
  if (isNothing) tell(t.nothing)
  if (found.error) tell(errorSentence(locale, found.error))
  if (isNothing) return 2
  return exitCodeOf(found) || (isOwnCard || without.length > 0 || (held && held.parts.size > 0) ? 1 : 0)
}

async function writeChecked(bytes: Uint8Array, written: Parameters<typeof notHeld>[1], out: string | undefined, locale: Options['locale']) {
  if (out === undefined && process.stdout.isTTY && bytes[0] === 0x50 && bytes[1] === 0x4b)
    throw new AppError('usage', { problem: cli[locale].archiveOut })
  await write(out, bytes)
  return notHeld(bytes, written)
}

const short = (value: string) => (value.length > 40 ? `${value.slice(0, 39)}…` : value).replaceAll('\n', ' ')

/** The first of many, and how many more. */
function some(lines: readonly string[], locale: Options['locale']): readonly string[] {
  return lines.length <= mostNames ? lines : [...lines.slice(0, mostNames), cli[locale].more({ count: lines.length - mostNames })]
}

async function write(out: string | undefined, bytes: Uint8Array): Promise<void> {
  if (out === undefined) {
    process.stdout.write(bytes)
    return
  }
  try {
    await writeFile(out, bytes)
  } catch (error) {
    throw new AppError('file_unwritable', { file: out, problem: fileProblem(error) })
  }
}

/** Who it is, and where in the file. */
function shown(draft: ContactDraft | ProfileDraft, locale: Options['locale']): string {
  const name = draft.name.full || draft.emails[0]?.address || draft.phones[0]?.number || ''
  const place = placeOf(draft.source, locale)
  return name === '' ? place : `${name} (${place})`
}
