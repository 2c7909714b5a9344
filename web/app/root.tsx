// The frame of every page: language, header, the one place that decides whether a page ships script.
import { type AnyAppError, AppError, isAppError } from '@entregent/lib/base/errors.ts'
import { errorSentence, fallback } from '@entregent/lib/i18n/errors.ts'
import { shell } from '@entregent/lib/i18n/shell.ts'
import type { ReactNode } from 'react'
import { isRouteErrorResponse, Link, Links, Meta, Outlet, Scripts, ScrollRestoration, useMatches, useRouteLoaderData } from 'react-router'
import type { Route } from './+types/root.ts'
import { services } from './request/services.ts'
import { Frame } from './ui/frame.tsx'
import { LocaleProvider, useLocale } from './ui/locale.tsx'
import './styles/entregent.css'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { viewer, locale, timeZone, nonce, demo, publicUrl } = context.get(services)
  return {
    locale,
    timeZone,
    nonce,
    demo,
    publicUrl,
    path: new URL(request.url).pathname,
    viewer: viewer && {
      handle: viewer.handle,
      givenName: viewer.givenName,
      familyName: viewer.familyName,
      photoVersion: viewer.photoVersion,
    },
  }
}

/** What a route may say of itself: `script: false` = the page ships none even to a member; `bare` = no header or footer. */
export interface PageHandle {
  readonly script?: boolean
  readonly bare?: boolean
}

export function Layout({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>('root')
  const handles = useMatches().map(({ handle }) => (handle ?? {}) as PageHandle)
  const locale = root?.locale ?? 'en'
  // Visitors only read and post forms: no script for them. Members' pages hydrate, and work without.
  const script = root?.viewer !== undefined && handles.every(({ script }) => script !== false)
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        <Links nonce={root?.nonce} />
      </head>
      <body>
        <LocaleProvider locale={locale} timeZone={root?.timeZone ?? 'UTC'}>
          <Frame viewer={root?.viewer} demo={root?.demo ?? false} bare={handles.some(({ bare }) => bare)}>
            {children}
          </Frame>
        </LocaleProvider>
        {script && <ScrollRestoration nonce={root?.nonce} />}
        {script && <Scripts nonce={root?.nonce} />}
      </body>
    </html>
  )
}

export default function App() {
  return <Outlet />
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const root = useRouteLoaderData<typeof loader>('root')
  const locale = root?.locale ?? 'en'
  const known = knownError(error)
  if (known) {
    return (
      <main id="content" className="notice">
        <title>{shell[locale].product}</title>
        <h1>{errorSentence(locale, known)}</h1>
        <WaysOn isMember={root?.viewer !== undefined} />
      </main>
    )
  }
  return (
    <main id="content" className="notice">
      <title>{`${fallback[locale].title} — ${shell[locale].product}`}</title>
      <h1>{fallback[locale].title}</h1>
      <p>{fallback[locale].text}</p>
      <WaysOn isMember={root?.viewer !== undefined} />
    </main>
  )
}

function WaysOn({ isMember }: { isMember: boolean }) {
  const t = shell[useLocale()]
  return (
    <p className="acts">
      <Link className="button" to="/">
        {isMember ? t.today : t.product}
      </Link>
      {isMember ? (
        <Link className="button" to="/people">
          {t.searchLabel}
        </Link>
      ) : (
        <Link className="button" to="/sign-in">
          {t.signIn}
        </Link>
      )}
    </p>
  )
}

function knownError(error: unknown): AnyAppError | undefined {
  if (isAppError(error)) return error
  if (!isRouteErrorResponse(error)) return undefined
  if (error.status === 404 && !error.data?.code) return new AppError('not_found')
  if (error.status === 405 && !error.data?.code) return new AppError('method_not_allowed')
  return error.data?.code ? ({ code: error.data.code, details: error.data.details } as AnyAppError) : undefined
}
