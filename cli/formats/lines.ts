// Lines that tell what was skipped and what looked odd, the same for every command.
import type { Locale } from '@entregent/lib/base/locale.ts'
import type { Skip, Warning } from '@entregent/lib/formats/reading.ts'
import { cli } from '@entregent/lib/i18n/cli.ts'

/** "Connections.csv, line 4"; of a whole entry no line is told. */
export function placeOf({ entry, line }: { readonly entry?: string; readonly line: number }, locale: Locale): string {
  return [entry, ...(line === 0 ? [] : [cli[locale].line({ line })])].filter(Boolean).join(', ')
}

/** One line for each skip: where, why, and what helps to find it. */
export function skipLines(skips: readonly Skip[], locale: Locale): string[] {
  const t = cli[locale]
  return skips.map((skip) => t.told({ place: placeOf(skip, locale), what: t.reason[skip.reason], detail: skip.hint }))
}

/** One line for each warning. */
export function warningLines(warnings: readonly Warning[], locale: Locale): string[] {
  const t = cli[locale]
  const ignored: Readonly<Record<string, string>> = t.ignored
  return warnings.map((warning) => {
    const { code, detail } = warning
    return t.told({
      place: placeOf(warning, locale),
      what: t.warning[code],
      detail: code === 'entry_ignored' ? (ignored[detail] ?? detail) : detail,
    })
  })
}
