// One running server: what main.ts, dev.ts and the tests start and stop. It answers pages while the network index still loads.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { connect, type Db } from '@entregent/core/db/connect.ts'
import { startEmbedded } from '@entregent/core/db/embedded/supervisor.ts'
import { migrate } from '@entregent/core/db/migrate.ts'
import { startNetworkIndex } from '@entregent/core/network/network-index.ts'
import { startOutboxRunner } from '@entregent/core/outbox/runner.ts'
import { AppError } from '@entregent/lib/base/errors.ts'
import { getRequestListener } from '@hono/node-server'
import { createApp, type Machine } from './app.ts'
import { builtAssets } from './assets.ts'
import type { Config } from './config.ts'
import { startCleanUp } from './jobs/clean-up.ts'
import { jobHandlers } from './jobs/handlers.ts'
import { startLiveHub } from './live.ts'
import { createLogger, describeFailure, type Logger } from './log.ts'
import { openPostOffice } from './mail/post-office.ts'

export interface RunningServer {
  /** Where it answers, e.g. `http://127.0.0.1:3000`. */
  readonly url: string
  /** Where the embedded database lies; undefined when it is somebody else's. */
  readonly databaseDir: string | undefined
  /** Resolves when the index holds, and the outbox has done, what was committed before the call. */
  settled(): Promise<void>
  stop(): Promise<void>
}

export interface StartOptions {
  readonly demo?: boolean
  /** Runs on the migrated database before the first request is answered. */
  readonly beforeServing?: (db: Db, url: string) => Promise<void>
  /** Pages and assets other than the built ones: development's. */
  readonly site?: Pick<Machine, 'pages' | 'assets'>
  /** Stands before the app: development's modules and styles. */
  readonly before?: (request: IncomingMessage, response: ServerResponse, next: () => void) => void
  readonly log?: Logger
}

const build = new URL('../web/build/', import.meta.url)

/** Starts a server by `config`. Fails with the database's errors and `port_in_use`; then nothing is left running. */
export async function startServer(config: Config, options: StartOptions = {}): Promise<RunningServer> {
  const log = options.log ?? createLogger(config.logLevel)
  const bug = (error: unknown) => log.error({ err: error })
  const stops: (() => unknown)[] = []
  // In the reverse order of starting; what cannot be stopped does not keep the rest running, least of all the database.
  const stopAll = async () => {
    for (const stop of stops.splice(0).reverse()) {
      try {
        await stop()
      } catch (error) {
        bug(error)
      }
    }
  }
  try {
    const embedded = config.databaseUrl ? undefined : await startEmbedded({ dataDir: `${config.dataDir}/postgresql` })
    if (embedded) stops.push(() => embedded.stop())
    const url = config.databaseUrl ?? embedded?.url ?? ''
    await migrate(url)
    const database = connect(url)
    stops.push(() => database.close())
    await options.beforeServing?.(database.db, url)

    const postOffice = openPostOffice(config)
    stops.push(() => postOffice.close())
    const networkIndex = startNetworkIndex(url, {
      snapshotFile: `${config.dataDir}/network.snapshot`,
      onError: (error) => log.error({ err: error }, 'the network index goes on after a failure'),
    })
    stops.push(() => networkIndex.stop())
    const outbox = startOutboxRunner(database.db, url, jobHandlers(postOffice, config.publicUrl), {
      onError: (error, kind) => log.error({ failure: describeFailure(error), job: kind }),
    })
    stops.push(() => outbox.stop())
    stops.push(startCleanUp(database.db, bug))
    const liveHub = startLiveHub(database.db, url, { onError: bug })
    stops.push(() => liveHub.stop())

    const site = options.site ?? (await builtSite())
    const app = createApp({
      config,
      database,
      networkIndex,
      liveHub,
      log,
      demo: options.demo ?? false,
      development: options.before !== undefined,
      ...site,
    })
    const answer = getRequestListener(app.fetch)
    const { before } = options
    const http = createServer((request, response) => {
      if (before) before(request, response, () => void answer(request, response))
      else void answer(request, response)
    })
    http.headersTimeout = 20_000
    http.requestTimeout = 60_000
    await listen(http, config)
    // Requests under way are answered; idle connections and event streams are closed.
    stops.push(
      () =>
        new Promise((resolve) => {
          http.close(resolve)
          http.closeIdleConnections()
          setTimeout(() => http.closeAllConnections(), 5_000).unref()
        }),
    )
    stops.push(() => liveHub.stop())
    return {
      url: `http://${config.host}:${config.port}`,
      databaseDir: embedded?.dataDir,
      async settled() {
        await outbox.drained()
        await networkIndex.caughtUp()
      },
      stop: stopAll,
    }
  } catch (error) {
    await stopAll()
    throw error
  }
}

async function builtSite(): Promise<Pick<Machine, 'pages' | 'assets'>> {
  const { handle } = (await import(/* @vite-ignore */ new URL('server/server.js', build).href)) as { handle: Machine['pages'] }
  return { pages: handle, assets: builtAssets(new URL('client/', build).pathname) }
}

function listen(http: Server, { port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new AppError('port_in_use', { port }) : error),
    )
    http.listen(port, host, () => resolve())
  })
}
