// The page behind «no more mails of this kind»: looking at it changes nothing, its button does. It ships no script.
import { checkUnsubscribeToken } from '@entregent/core/notifications/mail-preferences.ts'
import { shell } from '@entregent/lib/i18n/shell.ts'
import { unsubscribing } from '@entregent/lib/i18n/unsubscribing.ts'
import { Link } from 'react-router'
import { loaded } from '../request/route.ts'
import { services } from '../request/services.ts'
import { useLocale } from '../ui/locale.tsx'
import type { Route } from './+types/unsubscribe.ts'

export const handle = { script: false }

export const loader = loaded(async ({ context, params, request }: Route.LoaderArgs) => {
  await checkUnsubscribeToken(context.get(services).db, params.token)
  return { done: new URL(request.url).searchParams.has('done') }
})

export default function Unsubscribe({ loaderData: { done } }: Route.ComponentProps) {
  const locale = useLocale()
  const t = unsubscribing[locale]
  return (
    <main id="content" className="page" data-width="narrow">
      <title>{`${t.title} — ${shell[locale].product}`}</title>
      <meta name="robots" content="noindex" />
      <h1>{done ? t.done : t.title}</h1>
      <p className="lead">{done ? t.doneText : t.text}</p>
      {done ? (
        <Link to="/settings">{shell[locale].settings}</Link>
      ) : (
        <form method="post">
          <button type="submit" data-kind="primary">
            {t.act}
          </button>
        </form>
      )}
    </main>
  )
}
