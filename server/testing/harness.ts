// The whole server in a test: the app of server/app.ts with the built pages on a test database, called as a visitor would call it, from any
// network address. Build the pages first (`npm run build`; `npm test` does).
import type { Database } from '@entregent/core/db/connect.ts'
import type { NetworkIndex } from '@entregent/core/services/services.ts'
import { createApp, type Machine } from '../app.ts'
import { type Config, readConfig } from '../config.ts'
import { createLogger } from '../log.ts'

export const testOrigin = 'https://network.example'

export interface Call {
  readonly method?: string
  /** Fields of a form; makes the call a POST. */
  readonly form?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  readonly cookie?: string | undefined
  /** The socket's other end. */
  readonly from?: string
}

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly body: string
  /** `name=value` of each cookie that was set, ready to be sent back. */
  readonly cookie: string
}

/** The app on `database`; gives a function that calls it. A form is sent with our own origin unless `headers` says otherwise. */
export async function testServer(
  database: Database,
  options: { config?: Partial<Config>; networkIndex?: NetworkIndex } = {},
): Promise<(path: string, call?: Call) => Promise<Answer>> {
  const build = new URL('../../web/build/server/server.js', import.meta.url)
  const { handle } = (await import(/* @vite-ignore */ build.href)) as { handle: Machine['pages'] }
  const app = createApp({
    config: { ...readConfig({ PUBLIC_URL: testOrigin, LOG_LEVEL: 'silent' }), ...options.config },
    database,
    networkIndex: options.networkIndex ?? { network: undefined, appliedSeq: 0 },
    log: createLogger('silent'),
    demo: false,
    pages: handle,
    assets: async () => undefined,
  } satisfies Machine)
  return async (path, { method, form, headers = {}, cookie, from = '198.51.100.7' } = {}) => {
    const request = new Request(testOrigin + path, {
      method: method ?? (form ? 'POST' : 'GET'),
      headers: {
        host: new URL(testOrigin).host,
        ...(form ? { origin: testOrigin, 'content-type': 'application/x-www-form-urlencoded' } : {}),
        ...(cookie ? { cookie } : {}),
        ...headers,
      },
      ...(form ? { body: new URLSearchParams(form).toString() } : {}),
      redirect: 'manual',
    })
    const response = await app.fetch(request, { incoming: { socket: { remoteAddress: from } } })
    return {
      status: response.status,
      headers: response.headers,
      body: await response.text(),
      cookie: response.headers
        .getSetCookie()
        .map((value) => value.split(';')[0])
        .join('; '),
    }
  }
}
