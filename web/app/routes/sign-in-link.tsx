// The mailed link to sign in: a page with a button, for mail scanners open links too.
import { findMailLink } from '@entregent/core/members/mail-links.ts'
import { signInWithLink } from '@entregent/core/members/sign-in.ts'
import { joining } from '@entregent/lib/i18n/joining.ts'
import { shell } from '@entregent/lib/i18n/shell.ts'
import { data, Form, redirectDocument } from 'react-router'
import { openSession } from '../request/open-session.ts'
import { acted, loaded } from '../request/route.ts'
import { services } from '../request/services.ts'
import { unlessSpent } from '../request/spent-link.ts'
import { useLocale } from '../ui/locale.tsx'
import { SpentLink } from '../ui/mailbox.tsx'
import type { Route } from './+types/sign-in-link.ts'

export const loader = loaded(async ({ context, params }: Route.LoaderArgs) => {
  const link = await findMailLink(context.get(services).db, 'sign_in', params.token)
  return data({ email: link?.email }, { status: link ? 200 : 410 })
})

export const action = acted(async ({ context, request, params }: Route.ActionArgs) =>
  unlessSpent(
    (async () => {
      const given = context.get(services)
      await openSession(given, request, await signInWithLink(given.db, params.token))
      return redirectDocument('/')
    })(),
  ),
)

export default function SignInLink({ loaderData: { email } }: Route.ComponentProps) {
  const locale = useLocale()
  const t = joining[locale]
  if (!email) return <SpentLink again="/sign-in" />
  return (
    <main id="content" className="page" data-width="narrow">
      <title>{`${t.signInTitle} — ${shell[locale].product}`}</title>
      <h1>{t.linkTitle}</h1>
      <p className="lead">{t.linkText({ email })}</p>
      <Form method="post">
        <button type="submit" data-kind="primary">
          {t.signIn}
        </button>
      </Form>
    </main>
  )
}
