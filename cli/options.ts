// What may follow a command, checked: a wrong word is refused with the list of the right ones.
import { parseArgs } from 'node:util'
import { AppError } from '@entregent/lib/base/errors.ts'
import { isLocale, type Locale } from '@entregent/lib/base/locale.ts'
import { isPhoneCountry } from '@entregent/lib/formats/people/phones.ts'
import type { Delimiter, Encoding, ReadOptions } from '@entregent/lib/formats/reading.ts'
import { cli } from '@entregent/lib/i18n/cli.ts'

export interface Options {
  readonly locale: Locale
  /** A path, or `-` for standard input. */
  readonly file: string
  readonly json: boolean
  readonly to: string | undefined
  readonly out: string | undefined
  readonly read: ReadOptions
}

const encodings: readonly Encoding[] = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-15', 'macintosh', 'ibm850']
const delimiters: ReadonlyMap<string, Delimiter> = new Map([
  [',', ','],
  [';', ';'],
  ['|', '|'],
  ['\t', '\t'],
  ['tab', '\t'],
])

/** The language that the call asks for, known before all else so that its own mistakes are told in it: `--lang fr` or `--lang=fr`. */
export function askedLocale(args: readonly string[]): Locale | undefined {
  const at = args.findIndex((argument) => /^--lang(?:=|$)/u.test(argument))
  const value = args[at]?.split('=')[1] ?? args[at + 1]
  return at >= 0 && isLocale(value) ? value : undefined
}

export type Command = 'inspect' | 'convert'

/** What is no option of a command, though of another one. */
const foreign: Readonly<Record<Command, readonly ('json' | 'to' | 'out')[]>> = { inspect: ['to', 'out'], convert: ['json'] }

/** Fails with `usage`. */
export function optionsOf(command: Command, args: readonly string[], locale: Locale): Options {
  const t = cli[locale]
  const refuse = (problem: string): never => {
    throw new AppError('usage', { problem: `${problem}\n\n${t.usage}` })
  }
  const { values, positionals } = parsed(args, locale, refuse)
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) return refuse(t.oneFile)
  for (const option of foreign[command]) if (values[option] !== undefined) refuse(t.foreignOption({ option: `--${option}`, command }))
  const encoding = encodings.find((known) => known === values.encoding)
  if (values.encoding !== undefined && encoding === undefined) refuse(t.oneOf({ option: '--encoding', choices: encodings.join(', ') }))
  const delimiter = delimiters.get(values.delimiter ?? '')
  if (values.delimiter !== undefined && delimiter === undefined) refuse(t.oneOf({ option: '--delimiter', choices: ', ; | tab' }))
  if (values.lang !== undefined && !isLocale(values.lang)) refuse(t.oneOf({ option: '--lang', choices: 'en, fr' }))
  const country = values.country?.toUpperCase()
  if (country !== undefined && !isPhoneCountry(country)) refuse(t.oneOf({ option: '--country', choices: 'FR, CA, BE, CH, GB…' }))
  return {
    locale,
    file,
    json: values.json ?? false,
    to: values.to,
    out: values.out,
    read: {
      ...(encoding && { encoding }),
      ...(delimiter && { delimiter }),
      ...(country && { country }),
      ...(values.all && { setApart: false }),
    },
  }
}

function parsed(args: readonly string[], locale: Locale, refuse: (problem: string) => never) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        all: { type: 'boolean' },
        to: { type: 'string' },
        out: { type: 'string' },
        encoding: { type: 'string' },
        delimiter: { type: 'string' },
        country: { type: 'string' },
        lang: { type: 'string' },
      },
    })
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const option = /'(-[^' ]*)/u.exec(message)?.[1] ?? ''
    return refuse(code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' ? cli[locale].unknownOption({ option }) : cli[locale].wrongValue({ option }))
  }
}
