// `npm start` and `npm run demo`: starts a server by the environment, says where it is, and stops it when asked.
import { AppError, exitCode, isAppError } from '@entregent/lib/base/errors.ts'
import { localeOfEnvironment } from '@entregent/lib/base/locale.ts'
import { errorSentence } from '@entregent/lib/i18n/errors.ts'
import { readConfig } from './config.ts'
import { greeting } from './greeting.ts'
import { type StartOptions, startServer } from './start.ts'

const locale = localeOfEnvironment(process.env)
// Anyone may be anyone in a demonstration: it never runs on a database that somebody else named.
const demo = process.argv.includes('--demo')

try {
  const config = readConfig(demo ? { DATA_DIR: 'data-demo', LOG_LEVEL: 'warn', ...process.env, DATABASE_URL: undefined } : process.env)
  const server = await startServer(config, demo ? await demoOptions() : {})
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return
      stopping = true
      server.stop().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error)
          process.exit(1)
        },
      )
    })
  }
  process.stdout.write(greeting(locale, config, server.databaseDir, demo))
} catch (error) {
  console.error(isAppError(error) ? errorSentence(locale, error) : error)
  process.exit(isAppError(error) ? exitCode(error.code) : 1)
}

// The village is seeded where there is nobody yet.
async function demoOptions(): Promise<StartOptions> {
  const { seedVillage } = await import('../seed/village/write.ts')
  return {
    demo: true,
    async beforeServing(db, url) {
      const somebody = await db.selectFrom('member').select('id').limit(1).executeTakeFirst()
      if (
        somebody &&
        !(await db.selectFrom('member').select('id').where('email', 'like', '%@village.example').limit(1).executeTakeFirst())
      ) {
        throw new AppError('seed_not_empty')
      }
      if (!somebody) await seedVillage(url)
    },
  }
}
