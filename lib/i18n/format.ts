// Numbers, dates and lists as each language writes them. All through Intl; the time zone is the reader's.
import type { Locale } from '@entregent/lib/base/locale.ts'

const tags: Readonly<Record<Locale, string>> = { en: 'en-CA', fr: 'fr-CA' }

/** `1,234` / `1 234`. */
export function formatNumber(locale: Locale, value: number): string {
  return new Intl.NumberFormat(tags[locale]).format(value)
}

/** The plural form of a count: French says `one` for 0 and 1, and `many` for whole millions («de»). */
export function plural(
  locale: Locale,
  count: number,
  forms: { readonly one: string; readonly other: string; readonly many?: string },
): string {
  const rule = new Intl.PluralRules(tags[locale]).select(count)
  const form = rule === 'one' ? forms.one : rule === 'many' ? (forms.many ?? forms.other) : forms.other
  return form.replaceAll('#', formatNumber(locale, count))
}

/** The year of a month. */
export function yearOf(date: string): string {
  return date.slice(0, 4)
}

/** From one month to another, by year: `2001–2006`, `since 2019` / `depuis 2019`, `2006`. Empty when nothing is known. */
export function formatYears(locale: Locale, from: string | null, to: string | null): string {
  if (from && to) return yearOf(from) === yearOf(to) ? yearOf(from) : `${yearOf(from)}–${yearOf(to)}`
  if (from) return locale === 'fr' ? `depuis ${yearOf(from)}` : `since ${yearOf(from)}`
  return to ? (locale === 'fr' ? `jusqu’en ${yearOf(to)}` : `until ${yearOf(to)}`) : ''
}

/** A day: `25 November 2026` / `25 novembre 2026`. */
export function formatDay(locale: Locale, at: Date | string | number, timeZone: string): string {
  return new Intl.DateTimeFormat(tags[locale], { dateStyle: 'long', timeZone }).format(new Date(at))
}

/** A moment: the time alone when it is today in the reader's time zone, else day and time. */
export function formatMoment(locale: Locale, at: Date | string | number, timeZone: string, now: Date): string {
  const moment = new Date(at)
  const day = (date: Date) => new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone }).format(date)
  const style = day(moment) === day(now) ? ({ timeStyle: 'short' } as const) : ({ dateStyle: 'medium', timeStyle: 'short' } as const)
  return new Intl.DateTimeFormat(tags[locale], { ...style, timeZone }).format(moment)
}

/** A language's name in the reader's: `fr` → `French` / `français`. Upper case first, as in a list. */
export function languageName(locale: Locale, code: string): string {
  const name = new Intl.DisplayNames([tags[locale]], { type: 'language', fallback: 'code' }).of(code) ?? code
  return name.charAt(0).toLocaleUpperCase(tags[locale]) + name.slice(1)
}

/** A country's name from its ISO code. */
export function countryName(locale: Locale, code: string): string {
  return new Intl.DisplayNames([tags[locale]], { type: 'region', fallback: 'code' }).of(code) ?? code
}

/** `1st`, `2nd` / `1er`, `2e` with French superscript letters: `1ᵉʳ`, `2ᵉ`. */
export function ordinal(locale: Locale, value: number): string {
  if (locale === 'fr') return value === 1 ? '1ᵉʳ' : `${value}ᵉ`
  const suffixes: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd', other: 'th' }
  return `${value}${suffixes[new Intl.PluralRules('en', { type: 'ordinal' }).select(value)] ?? 'th'}`
}
