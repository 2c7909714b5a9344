// The mailed link to a new address: a page with a button, for the member who asked only.
import { changeEmail, findEmailChange } from '@entregent/core/members/credentials.ts'
import { settings } from '@entregent/lib/i18n/settings.ts'
import { shell } from '@entregent/lib/i18n/shell.ts'
import { data, Form, Link, redirectDocument } from 'react-router'
import { openSession } from '../request/open-session.ts'
import { acted, loaded } from '../request/route.ts'
import { signedIn } from '../request/services.ts'
import { unlessSpent } from '../request/spent-link.ts'
import { useLocale } from '../ui/locale.tsx'
import { SpentLink } from '../ui/mailbox.tsx'
import type { Route } from './+types/settings-email.ts'

export const loader = loaded(async ({ context, params }: Route.LoaderArgs) => {
  const { db, viewer } = signedIn(context)
  const change = await findEmailChange(db, viewer, params.token)
  return data({ email: change?.email }, { status: change ? 200 : 410 })
})

export const action = acted(async ({ context, request, params }: Route.ActionArgs) =>
  unlessSpent(
    (async () => {
      const given = signedIn(context)
      await openSession(given, request, await changeEmail(given.db, given.viewer, params.token))
      return redirectDocument('/settings?saved=address#account')
    })(),
  ),
)

export default function SettingsEmail({ loaderData: { email } }: Route.ComponentProps) {
  const locale = useLocale()
  const t = settings[locale]
  if (!email) return <SpentLink again="/settings#email" />
  return (
    <main id="content" className="page" data-width="narrow">
      <title>{`${t.emailLinkTitle} — ${shell[locale].product}`}</title>
      <h1>{t.emailLinkTitle}</h1>
      <p className="lead">{t.emailLinkText({ email })}</p>
      <Form method="post" className="acts">
        <button type="submit" data-kind="primary">
          {t.emailLinkAct}
        </button>
        <Link to="/settings">{shell[locale].cancel}</Link>
      </Form>
    </main>
  )
}
