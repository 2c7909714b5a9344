// The commands and how they end: 0 done, 1 done with skips, 2 the file was refused, 64 the call was wrong. What is read goes to stdout, what
// went wrong to stderr, in the language of the environment or of --lang.
import { AppError, isAppError } from '@entregent/lib/base/errors.ts'
import { localeOfEnvironment } from '@entregent/lib/base/locale.ts'
import { cli } from '@entregent/lib/i18n/cli.ts'
import { errorSentence } from '@entregent/lib/i18n/errors.ts'
import { convert } from './formats/convert.ts'
import { inspect } from './formats/inspect.ts'
import { askedLocale, optionsOf } from './options.ts'

const locale = askedLocale(process.argv) ?? localeOfEnvironment(process.env)

// A reader such as `head` that leaves early is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

try {
  const [room, command, ...rest] = process.argv.slice(2)
  const wantsHelp = process.argv.slice(2).some((argument) => argument === '--help' || argument === '-h')
  if (room === undefined || wantsHelp) console.log(cli[locale].usage)
  else if (room === 'formats' && command === 'inspect') process.exitCode = await inspect(optionsOf('inspect', rest, locale))
  else if (room === 'formats' && command === 'convert') process.exitCode = await convert(optionsOf('convert', rest, locale))
  else {
    const called = [room, command].filter(Boolean).join(' ')
    throw new AppError('usage', { problem: `${cli[locale].unknownCommand({ command: called })}\n\n${cli[locale].usage}` })
  }
} catch (error) {
  if (!isAppError(error)) throw error
  console.error(errorSentence(locale, error))
  process.exitCode = error.code === 'usage' ? 64 : 2
}
