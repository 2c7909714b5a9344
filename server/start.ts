// One running server: what main.ts and the tests start and stop.

import { connect } from '@entregent/core/db/connect.ts'
import { startEmbedded } from '@entregent/core/db/embedded/supervisor.ts'
import { migrate } from '@entregent/core/db/migrate.ts'
import { serve } from '@hono/node-server'
import { createApp, type Machine } from './app.ts'
import { builtAssets } from './assets.ts'
import type { Config } from './config.ts'
import { createLogger } from './log.ts'

export interface RunningServer {
  /** Where it answers, e.g. `http://127.0.0.1:3000`. */
  readonly url: string
  /** What to tell whoever started it. */
  readonly greeting: string
  stop(): Promise<void>
}

const build = new URL('../web/build/', import.meta.url)

/** Starts a server by `config`. Fails with the database's and the configuration's errors. */
export async function startServer(config: Config, options: { demo?: boolean } = {}): Promise<RunningServer> {
  const log = createLogger(config.logLevel)
  const embedded = config.databaseUrl ? undefined : await startEmbedded({ dataDir: `${config.dataDir}/postgresql` })
  const url = config.databaseUrl ?? embedded?.url ?? ''
  await migrate(url)
  const database = connect(url)
  const { handle } = (await import(new URL('server/server.js', build).href)) as { handle: Machine['pages'] }
  const app = createApp({
    config,
    database,
    networkIndex: { network: undefined, appliedSeq: 0 },
    log,
    demo: options.demo ?? false,
    pages: handle,
    assets: builtAssets(new URL('client/', build).pathname),
  })
  const http = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const server = serve({ fetch: app.fetch, port: config.port, hostname: config.host }, () => resolve(server))
  })
  return {
    url: `http://${config.host}:${config.port}`,
    greeting: `Entregent: ${config.publicUrl}\n`,
    async stop() {
      await new Promise((resolve) => http.close(resolve))
      await database.close()
      await embedded?.stop()
    },
  }
}
