// The mailed link to a new password: setting it ends every session and opens a new one here.
import { resetPassword } from '@entregent/core/members/credentials.ts'
import { findMailLink } from '@entregent/core/members/mail-links.ts'
import { joining } from '@entregent/lib/i18n/joining.ts'
import { shell } from '@entregent/lib/i18n/shell.ts'
import { data, Form, redirectDocument } from 'react-router'
import { openSession } from '../request/open-session.ts'
import { acted, loaded, readForm } from '../request/route.ts'
import { services } from '../request/services.ts'
import { unlessSpent } from '../request/spent-link.ts'
import { Field, FormNotice } from '../ui/field.tsx'
import { useLocale } from '../ui/locale.tsx'
import { SpentLink } from '../ui/mailbox.tsx'
import type { Route } from './+types/reset-link.ts'

export const loader = loaded(async ({ context, params }: Route.LoaderArgs) => {
  const link = await findMailLink(context.get(services).db, 'reset_password', params.token)
  return data({ email: link?.email }, { status: link ? 200 : 410 })
})

export const action = acted(async ({ context, request, params }: Route.ActionArgs) =>
  unlessSpent(
    (async () => {
      const given = context.get(services)
      await openSession(given, request, await resetPassword(given.db, params.token, await readForm(request)))
      return redirectDocument('/')
    })(),
  ),
)

export default function ResetLink({ loaderData: { email }, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const t = joining[locale]
  if (!email) return <SpentLink again="/reset" />
  return (
    <main id="content" className="page" data-width="narrow">
      <title>{`${t.chooseTitle} — ${shell[locale].product}`}</title>
      <h1>{t.chooseTitle}</h1>
      <p className="lead">{t.chooseText}</p>
      <Form method="post" className="form">
        <FormNotice refusal={actionData} />
        <Field label={t.email} name="username" type="email" autoComplete="username" value={email} readOnly required={false} />
        <Field
          label={t.newPassword}
          hint={t.passwordHint}
          name="password"
          type="password"
          autoComplete="new-password"
          refusal={actionData}
        />
        <button type="submit" data-kind="primary">
          {t.setPassword}
        </button>
      </Form>
    </main>
  )
}
