// The whole server on one screen: what stands before every answer, then one line a door.
import { randomBytes, randomUUID } from 'node:crypto'
import type { Database } from '@entregent/core/db/connect.ts'
import { findViewer } from '@entregent/core/members/sessions.ts'
import { findLastChange } from '@entregent/core/network/change-log.ts'
import type { IndexFigures } from '@entregent/core/network/network-index.ts'
import { unsubscribe } from '@entregent/core/notifications/mail-preferences.ts'
import type { NetworkIndex, Services } from '@entregent/core/services/services.ts'
import { languageFromCookie, sessionToken } from '@entregent/core/services/session-cookie.ts'
import { AppError, isAppError } from '@entregent/lib/base/errors.ts'
import { isLocale, negotiateLocale } from '@entregent/lib/base/locale.ts'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Config } from './config.ts'
import { metricsPage } from './http/metrics.ts'
import { clientAddress, networkPrefix, proxyList } from './http/peer.ts'
import { bugResponse, problemResponse } from './http/problem.ts'
import { sameOrigin } from './http/same-origin.ts'
import { securityHeaders } from './http/security-headers.ts'
import type { LiveHub } from './live.ts'
import type { Logger } from './log.ts'
import { mailboxPage } from './mail/mailbox-page.ts'

/** What lives as long as the process. */
export interface Machine {
  readonly config: Config
  readonly database: Database
  readonly networkIndex: NetworkIndex & { readonly figures?: IndexFigures }
  /** Undefined: pages read themselves again only when asked. */
  readonly liveHub?: LiveHub | undefined
  readonly log: Logger
  readonly demo: boolean
  /** Pages come from Vite, which needs a wider content security policy. */
  readonly development?: boolean
  /** The pages: web/handler.ts, built or live in development. */
  readonly pages: (request: Request, services: Services) => Promise<Response>
  /** Serves a built asset or gives undefined. */
  readonly assets: (request: Request) => Promise<Response | undefined>
}

type Env = {
  Bindings: { incoming: { socket: { remoteAddress?: string } } }
  Variables: { nonce: string; services: Services; requestId: string; locale: 'en' | 'fr' }
}

const bodyLimitBytes = 12 * 1_048_576 // a photo of 10 MB and its form

export function createApp(machine: Machine): Hono<Env> {
  const { config, database, log } = machine
  const trusted = proxyList(config.trustedProxies)
  const app = new Hono<Env>()
  const metrics = metricsPage(config.metricsToken, () => machine.networkIndex.figures)

  app.use(async (c, next) => {
    const startedAt = performance.now()
    c.set('requestId', randomUUID())
    c.set('nonce', randomBytes(16).toString('base64'))
    c.set('locale', negotiateLocale(c.req.header('accept-language')))
    await next()
    // The path may hold a token or a handle: only its first segment is logged.
    const area = `/${c.req.path.split('/')[1] ?? ''}`
    log.info({
      requestId: c.get('requestId'),
      method: c.req.method,
      area,
      status: c.res.status,
      ms: Math.round(performance.now() - startedAt),
    })
  })
  app.use(securityHeaders(config.publicUrl, machine.development))
  app.use(async (c, next) => {
    const asset = c.req.method === 'GET' || c.req.method === 'HEAD' ? await machine.assets(c.req.raw) : undefined
    return asset ?? next()
  })
  app.get('/health', (c) => health(machine, c))
  app.get('/metrics', (c) => metrics(c.req.header('authorization')))
  // The one act without a session: the mail program's own button (RFC 8058) posts here from anywhere.
  app.post('/unsubscribe/:token', async (c) => {
    await unsubscribe(database.db, c.req.param('token'))
    return c.req.header('origin') === config.publicUrl ? c.redirect(`/unsubscribe/${c.req.param('token')}?done`, 303) : c.body(null, 200)
  })
  app.use(sameOrigin(config.publicUrl))
  app.use(
    bodyLimit({ maxSize: bodyLimitBytes, onError: () => problemThrown(new AppError('body_too_large', { limitBytes: bodyLimitBytes })) }),
  )
  app.use(async (c, next) => {
    // PostgreSQL keeps no NUL: an address that holds one is no page.
    if (/%00/u.test(c.req.url)) throw new AppError('not_found')
    const cookies = c.req.header('cookie')
    const token = sessionToken(cookies)
    const viewer = token ? await findViewer(database.db, token) : undefined
    // ?lang= is for search engines and links from elsewhere: visitors' pages in each language have an address.
    const chosen = [viewer?.locale, c.req.query('lang'), languageFromCookie(cookies)].find(isLocale)
    if (chosen) c.set('locale', chosen)
    const address = clientAddress(c.env.incoming.socket.remoteAddress ?? '', c.req.header('x-forwarded-for'), trusted)
    c.set('services', {
      db: database.db,
      networkIndex: machine.networkIndex,
      viewer,
      locale: c.get('locale'),
      timeZone: viewer?.timeZone ?? 'UTC',
      publicUrl: config.publicUrl,
      requestId: c.get('requestId'),
      nonce: c.get('nonce'),
      networkPrefix: networkPrefix(address),
      demo: machine.demo,
      responseHeaders: new Headers(),
      reportBug: (error) => log.error({ err: error, requestId: c.get('requestId') }),
    })
    await next()
  })
  app.get('/live', (c) => {
    const { viewer } = c.get('services')
    const token = sessionToken(c.req.header('cookie'))
    if (!viewer || !token || !machine.liveHub) throw new AppError('not_found')
    return machine.liveHub.stream(viewer.id, token)
  })
  app.get('/dev/mail/:name?', (c) => mailboxPage(config, c.env.incoming.socket.remoteAddress ?? '', c.req.raw, c.req.param('name')))
  app.all('*', async (c) => {
    const services = c.get('services')
    const answer = await machine.pages(c.req.raw, services)
    const response = new Response(answer.body, answer)
    for (const [name, value] of services.responseHeaders) response.headers.append(name, value)
    return response
  })

  app.onError((error, c) => {
    const requestId = c.get('requestId')
    if (isAppError(error)) return problemResponse(error, c.get('locale'), requestId)
    log.error({ err: error, requestId })
    return bugResponse(c.get('locale'), requestId)
  })
  return app
}

/** What asks whether a server is well gives up soon itself: it is told within two seconds. */
const healthDeadlineMs = 1_500

/**
 * For load balancers: 200 when the database answers; says how the network index is: loading, behind the log, or ready. Not its numbers: they
 * move with every hidden tie, and anyone may ask.
 */
async function health({ database, networkIndex }: Machine, c: Context): Promise<Response> {
  const last = await findLastChange(database.pool, healthDeadlineMs)
  const told = networkIndex.figures?.state ?? (networkIndex.network ? 'ready' : 'loading')
  if (last === undefined) return c.json({ database: 'unreachable', network: { state: told === 'loading' ? told : 'behind' } }, 503)
  const state = told === 'ready' && networkIndex.appliedSeq < last ? 'behind' : told
  return c.json({ database: 'ok', network: { state } }, 200)
}

function problemThrown(error: AppError): never {
  throw error
}
