// `entregent formats inspect FILE`: what a file is and what would be read of it, and above all what would not, line by line.

import { isAppError } from '@entregent/lib/base/errors.ts'
import { cli } from '@entregent/lib/i18n/cli.ts'
import { meaningWords } from '@entregent/lib/i18n/columns.ts'
import { errorSentence } from '@entregent/lib/i18n/errors.ts'
import { formatNumber } from '@entregent/lib/i18n/format.ts'
import type { Options } from '../options.ts'
import { exitCodeOf, type Gathered, gather } from './gather.ts'
import { skipLines, warningLines } from './lines.ts'

/** Rows shown of what was read, and of what was skipped or warned of. */
const firstRows = 5
const mostLines = 20

/** Gives the exit code. */
export async function inspect(options: Options): Promise<number> {
  const found = await gather(options.file, options.read).catch((error: unknown) => {
    if (!options.json || !isAppError(error)) throw error
    return { facts: [], contacts: [], profiles: [], skips: [], warnings: [], error }
  })
  if (options.json) console.log(asJson(found))
  else if (found.facts.length > 0) console.log(asText(found, options))
  else for (const line of warningLines(found.warnings, options.locale)) console.error(line)
  if (found.error) console.error(errorSentence(options.locale, found.error))
  return exitCodeOf(found)
}

/** One object: what the file is, the sum, each skip with its reason and line, each draft whole. */
function asJson({ facts, contacts, profiles, skips, warnings, error }: Gathered): string {
  const [first] = facts
  return JSON.stringify(
    {
      format: first?.format ?? null,
      version: first?.variant ?? null,
      encoding: first?.encoding ?? null,
      delimiter: first?.delimiter ?? null,
      read: contacts.length + profiles.length + skips.length,
      kept: contacts.length + profiles.length,
      skipped: skips,
      warnings,
      facts,
      error: error ? { code: error.code, details: error.details ?? null } : null,
      drafts: [...contacts, ...profiles],
    },
    null,
    2,
  )
}

function asText(found: Gathered, { locale }: Options): string {
  const t = cli[locale]
  const { facts, contacts, profiles, skips, warnings } = found
  const number = (value: number) => formatNumber(locale, value)
  const lines: string[] = []
  for (const { entry, format, variant, encoding, hasByteOrderMark, delimiter, columns } of facts) {
    const name = variant === undefined ? format : `${format} (${variant})`
    lines.push(
      [
        entry === undefined ? name : `${entry}: ${name}`,
        hasByteOrderMark ? t.withMark({ encoding }) : encoding,
        ...(delimiter === undefined ? [] : [t.delimitedBy({ delimiter: delimiter === '\t' ? t.tab : delimiter })]),
      ].join(' · '),
    )
    for (const { header: told, meaning, certainty } of columns ?? []) {
      const place = /^column (\d+)$/u.exec(told)?.[1]
      const header = place === undefined ? told : t.columnAt({ place })
      lines.push(
        meaning === 'unknown'
          ? t.unknownColumn({ header, meaning: meaningWords(locale, meaning) })
          : t.column({ header, meaning: meaningWords(locale, meaning), percent: number(Math.round(certainty * 100)) }),
      )
    }
  }
  const people = contacts.length + profiles.length
  lines.push('', t.sum({ count: people + skips.length, keptCount: people, skippedCount: skips.length }), '')
  for (const { name, emails, organizations, linkedIn } of contacts.slice(0, firstRows)) {
    const { title, name: organization } = organizations[0] ?? {}
    lines.push(`  ${[name.full, emails[0]?.address ?? linkedIn, title, organization].filter(Boolean).join(' · ')}`)
  }
  if (contacts.length > firstRows) lines.push(`  ${t.more({ count: contacts.length - firstRows })}`)
  for (const profile of profiles) {
    lines.push(`  ${[profile.name.full || t.nameless, profile.headline].filter(Boolean).join(' · ')}`)
    lines.push(
      `  ${t.profile({ positionCount: profile.positions.length, schoolCount: profile.education.length, skillCount: profile.skills.length })}`,
    )
  }
  const some = (all: readonly string[]) => {
    for (const line of all.slice(0, mostLines)) lines.push(`  ${line}`)
    if (all.length > mostLines) lines.push(`  ${t.more({ count: all.length - mostLines })}`)
  }
  if (skips.length > 0) lines.push('', t.skips)
  some(skipLines(skips, locale))
  if (warnings.length > 0) lines.push('', t.warnings)
  some(warningLines(warnings, locale))
  return lines.join('\n')
}
