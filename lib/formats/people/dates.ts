// Days and months as files write them, complete or not, in French and English. Nothing is guessed that was not written: a day without its
// year stays without it. An impossible day ("31/02/2020", "0/0/00") is no date.
import type { PartialDate } from '../draft.ts'
import { cleanLine } from './clean.ts'

export interface DateHint {
  /** Order of a date of three numbers when the numbers leave it open. Default: day first. */
  readonly order?: 'dmy' | 'mdy' | 'ymd'
  /** A year of two digits up to this one is of the 2000s, above it of the 1900s. Default 30. */
  readonly twoDigitYearPivot?: number
}

const monthNames: readonly (readonly string[])[] = [
  ['january', 'jan', 'janvier', 'janv', 'januar', 'jänner', 'enero', 'ene', 'gennaio', 'gen', 'janeiro', 'januari'],
  ['february', 'feb', 'février', 'févr', 'fév', 'februar', 'febrero', 'febbraio', 'fevereiro', 'fev', 'februari'],
  ['march', 'mar', 'mars', 'märz', 'mrz', 'marts', 'marzo', 'março', 'maart', 'mrt'],
  ['april', 'apr', 'avril', 'avr', 'abril', 'abr', 'aprile'],
  ['may', 'mai', 'mayo', 'maggio', 'mag', 'maio', 'mei', 'maj'],
  ['june', 'jun', 'juin', 'juni', 'junio', 'giugno', 'giu', 'junho'],
  ['july', 'jul', 'juillet', 'juil', 'juli', 'julio', 'luglio', 'lug', 'julho'],
  ['august', 'aug', 'août', 'aoû', 'agosto', 'ago', 'augustus', 'augusti'],
  ['september', 'sep', 'sept', 'septembre', 'septiembre', 'settembre', 'set', 'setembro'],
  ['october', 'oct', 'octobre', 'oktober', 'okt', 'octubre', 'ottobre', 'ott', 'outubro', 'out', 'october'],
  ['november', 'nov', 'novembre', 'noviembre', 'novembro'],
  ['december', 'dec', 'décembre', 'déc', 'dezember', 'dez', 'diciembre', 'dic', 'dicembre', 'dezembro'],
]

const unaccented = (word: string) => word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')

const months = new Map(monthNames.flatMap((names, index) => names.map((name) => [unaccented(name), index + 1] as const)))

const weekday =
  /^(?:lun(?:di)?|mar(?:di)?|mer(?:credi)?|jeu(?:di)?|ven(?:dredi)?|sam(?:edi)?|dim(?:anche)?|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\.?,?\s+(?=\S*\d|\p{L}+\.?\s)/iu

/**
 * The day that a text tells, as far as it tells it. Understands ISO 8601 and its truncations (`1985-03-07`, `19850307`, `--0307`, `---07`,
 * `1985-03`, `1985`, with a time or without), three numbers parted by `/`, `.`, `-` or a blank, months by name in any order
 * ("Mar 7", "7 mars 1985", "March 7th, 1985", "7-Feb-22", "Mar 2021", "juin 2020", "1er mai"). Times of day and zones are dropped.
 */
export function parsePartialDate(text: string, hint: DateHint = {}): PartialDate | undefined {
  const line = cleanLine(text).replace(/[\u2010-\u2015]/gu, '-')
  if (line === '' || line.length > 64) return undefined
  const date = withoutTime(/[年月]/u.test(line) ? fromEastAsian(line) : line)
  // "Mar 7" is a day of March; only when that makes no sense is a leading "Mar." the French Tuesday.
  return iso(date) ?? byName(date, hint) ?? byNumbers(date, hint) ?? withoutWeekday(date, hint)
}

/** "2019年4月7日" as ISO 8601 writes it, "4月 2019" too. */
const fromEastAsian = (line: string) =>
  line
    .replace(/^(\d{4})\s*年\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*日)?$/u, (_, year: string, month: string, day?: string) =>
      [year, month.padStart(2, '0'), ...(day === undefined ? [] : [day.padStart(2, '0')])].join('-'),
    )
    .replace(/^(\d{1,2})\s*月\s*(\d{4})$/u, (_, month: string, year: string) => `${year}-${month.padStart(2, '0')}`)

function withoutWeekday(date: string, hint: DateHint): PartialDate | undefined {
  const rest = date.replace(weekday, '')
  return rest === date ? undefined : (iso(rest) ?? byName(rest, hint) ?? byNumbers(rest, hint))
}

/** Drops the time and what follows it. */
function withoutTime(line: string): string {
  return line
    .replace(/(?<=\d)T\d{2}(?::?\d{2}){0,2}(?:[.,]\d+)?\s*(?:Z|[+-]\d{2}:?\d{0,2})?$/iu, '')
    .replace(
      /(?:,|\s|\s+à|\s+at)\s*\d{1,2}[:h]\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?)?\s*(?:UTC|GMT|Z|CET|CEST)?\s*(?:[+-]\d{2}:?\d{2})?$/iu,
      '',
    )
    .replace(/^(?:le|the|on)\s+/iu, '')
    .trim()
}

function iso(text: string): PartialDate | undefined {
  const full = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:Z|[+-]\d{2}:?\d{2})?$/u.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/u.exec(text)
  if (full !== null) return partialDate(told(full[1]), told(full[2]), told(full[3]))
  const yearMonth = /^(\d{4})-(\d{2})(?:-{1,2}(?:00)?)?$/u.exec(text)
  if (yearMonth !== null) return partialDate(Number(yearMonth[1]), Number(yearMonth[2]), undefined)
  const monthDay = /^--(\d{2})-?(\d{2})$/u.exec(text)
  if (monthDay !== null) return partialDate(undefined, Number(monthDay[1]), Number(monthDay[2]))
  const month = /^--(\d{2})(?:--)?$/u.exec(text)
  if (month !== null) return partialDate(undefined, Number(month[1]), undefined)
  const day = /^---(\d{2})$/u.exec(text)
  if (day !== null) return partialDate(undefined, undefined, Number(day[1]))
  const year = /^(\d{4})(?:----)?$/u.exec(text)
  return year === null ? undefined : partialDate(Number(year[1]), undefined, undefined)
}

/** Zeros stand for what is not told: "1985-00-00" is a year, "0000-03-07" a day. */
const told = (digits: string | undefined) => (Number(digits) === 0 ? undefined : Number(digits))

function byName(text: string, hint: DateHint): PartialDate | undefined {
  const tokens = text.replace(/(?<=\d)(?:st|nd|rd|th|er|º|°|ª)(?![\p{L}])/giu, '').match(/\p{L}+|['’]?\d+/gu) ?? []
  let month: number | undefined
  const numbers: string[] = []
  for (const token of tokens) {
    if (/^['’]?\d/u.test(token)) numbers.push(token)
    else if (/^(?:de|of|del|di|den|der|the|du|d)$/iu.test(token)) continue
    else {
      const named = months.get(unaccented(token))
      if (named === undefined || month !== undefined) return undefined
      month = named
    }
  }
  if (month === undefined || numbers.length > 2) return undefined
  const [first, second] = numbers
  if (first === undefined) return partialDate(undefined, month, undefined)
  if (second === undefined) {
    if (/^\d{1,2}$/u.test(first)) return partialDate(undefined, month, Number(first))
    return partialDate(yearOf(first, hint), month, undefined)
  }
  if (/^\d{3,4}$/u.test(first)) return partialDate(yearOf(first, hint), month, Number(second))
  return partialDate(yearOf(second, hint), month, Number(first))
}

function byNumbers(text: string, hint: DateHint): PartialDate | undefined {
  const three = /^(\d{1,4})\s*([/. -])\s*(\d{1,2})\s*\2\s*(\d{1,4})\.?$/u.exec(text)
  if (three !== null)
    return threeNumbers(three[1] ?? '', three[3] ?? '', three[4] ?? '', three[2] === '.' && hint.order === 'mdy' ? {} : hint)
  const monthYear = /^(\d{1,2})[/.-](\d{4})$/u.exec(text)
  if (monthYear !== null) return partialDate(Number(monthYear[2]), Number(monthYear[1]), undefined)
  const yearMonth = /^(\d{4})[/.](\d{1,2})$/u.exec(text)
  if (yearMonth !== null) return partialDate(Number(yearMonth[1]), Number(yearMonth[2]), undefined)
  const dayMonth = /^(\d{1,2})[/.-](\d{1,2})\.?$/u.exec(text)
  if (dayMonth === null) return undefined
  const [a, b] = [Number(dayMonth[1]), Number(dayMonth[2])]
  const monthFirst = hint.order === 'mdy' || hint.order === 'ymd'
  return monthFirst
    ? (partialDate(undefined, a, b) ?? partialDate(undefined, b, a))
    : (partialDate(undefined, b, a) ?? partialDate(undefined, a, b))
}

/** The hinted order when it makes a day, else the other ones: "25/12/1980" is no month 25, whatever the hint. */
function threeNumbers(a: string, b: string, c: string, hint: DateHint): PartialDate | undefined {
  if (a.length >= 3) return partialDate(yearOf(a, hint), Number(b), Number(c))
  const dmy = () => partialDate(yearOf(c, hint), Number(b), Number(a))
  const mdy = () => partialDate(yearOf(c, hint), Number(a), Number(b))
  const ymd = () => (c.length > 2 ? undefined : partialDate(yearOf(a, hint), Number(b), Number(c)))
  if (hint.order === 'ymd') return ymd() ?? dmy() ?? mdy()
  return hint.order === 'mdy' ? (mdy() ?? dmy()) : (dmy() ?? mdy())
}

function yearOf(digits: string, hint: DateHint): number {
  const plain = digits.replace(/^['’]/u, '')
  const year = Number(plain)
  if (plain.length > 2) return year
  return year + (year <= (hint.twoDigitYearPivot ?? 30) ? 2000 : 1900)
}

/** The date, when its parts exist in some calendar year; 29 February needs a leap year only when the year is told. */
function partialDate(year: number | undefined, month: number | undefined, day: number | undefined): PartialDate | undefined {
  if (year === undefined && month === undefined && day === undefined) return undefined
  if (year !== undefined && (year < 1 || year > 9999)) return undefined
  if (month !== undefined && (month < 1 || month > 12)) return undefined
  if (day !== undefined && (day < 1 || day > daysIn(year, month))) return undefined
  return { ...(year === undefined ? {} : { year }), ...(month === undefined ? {} : { month }), ...(day === undefined ? {} : { day }) }
}

function daysIn(year: number | undefined, month: number | undefined): number {
  if (month === 2) return year === undefined || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}
