// `npm run dev`: the same server, its pages straight from their source through Vite, reloading as one writes.
import { exitCode, isAppError } from '@entregent/lib/base/errors.ts'
import { localeOfEnvironment } from '@entregent/lib/base/locale.ts'
import { errorSentence } from '@entregent/lib/i18n/errors.ts'
import { createServer } from 'vite'
import type { Machine } from './app.ts'
import { readConfig } from './config.ts'
import { greeting } from './greeting.ts'
import { startServer } from './start.ts'

const locale = localeOfEnvironment(process.env)
const config = readConfig(process.env)
const vite = await createServer({
  root: new URL('../web/', import.meta.url).pathname,
  server: { middlewareMode: true, hmr: { port: config.port + 1 } },
  appType: 'custom',
})

try {
  const server = await startServer(config, {
    site: {
      pages: async (request, services) =>
        ((await vite.ssrLoadModule('./handler.ts')) as { handle: Machine['pages'] }).handle(request, services),
      assets: async () => undefined,
    },
    before: vite.middlewares,
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void Promise.all([server.stop(), vite.close()]).then(() => process.exit(0)))
  }
  process.stdout.write(greeting(locale, config, server.databaseDir, false))
} catch (error) {
  await vite.close()
  console.error(isAppError(error) ? errorSentence(locale, error) : error)
  process.exit(isAppError(error) ? exitCode(error.code) : 1)
}
