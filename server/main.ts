// Starts everything, in order: settings, database, migrations, network index, jobs, pages; stops it in the reverse order.
import { exitCode, isAppError } from '@entregent/lib/base/errors.ts'
import { negotiateLocale } from '@entregent/lib/base/locale.ts'
import { errorSentence } from '@entregent/lib/i18n/errors.ts'
import { readConfig } from './config.ts'
import { startServer } from './start.ts'

const terminalLocale = negotiateLocale((process.env['LC_ALL'] ?? process.env['LC_MESSAGES'] ?? process.env['LANG'] ?? '').slice(0, 2))

try {
  const server = await startServer(readConfig(process.env), { demo: process.argv.includes('--demo') })
  process.stdout.write(server.greeting)
  const stop = (signal: string) => {
    server.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(`stopping on ${signal}:`, error)
        process.exit(1)
      },
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop(signal))
} catch (error) {
  console.error(isAppError(error) ? errorSentence(terminalLocale, error) : error)
  process.exit(isAppError(error) ? exitCode(error.code) : 1)
}
