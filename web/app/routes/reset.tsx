// A forgotten password: the answer is the same for every address.
import { requestMail } from '@entregent/core/members/mail-requests.ts'
import { knownDeviceFromCookie } from '@entregent/core/services/session-cookie.ts'
import { joining } from '@entregent/lib/i18n/joining.ts'
import { shell } from '@entregent/lib/i18n/shell.ts'
import { Form, Link } from 'react-router'
import { acted, readForm } from '../request/route.ts'
import { services } from '../request/services.ts'
import { Field, FormNotice } from '../ui/field.tsx'
import { useLocale } from '../ui/locale.tsx'
import { Mailbox } from '../ui/mailbox.tsx'
import type { Route } from './+types/reset.ts'

export const action = acted(async ({ context, request }: Route.ActionArgs) => {
  const { db, networkPrefix, locale } = context.get(services)
  const device = knownDeviceFromCookie(request.headers.get('cookie'))
  return requestMail(db, { networkPrefix, locale, device }, 'mail.reset_password', await readForm(request))
})

export default function Reset({ actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const t = joining[locale]
  if (actionData && 'email' in actionData) return <Mailbox email={actionData.email} back="/reset" />
  return (
    <main id="content" className="page" data-width="narrow">
      <title>{`${t.resetTitle} — ${shell[locale].product}`}</title>
      <h1>{t.resetTitle}</h1>
      <p className="lead">{t.resetLead}</p>
      <Form method="post" className="form">
        <FormNotice refusal={actionData} />
        <Field label={t.email} name="email" type="email" autoComplete="username" maxLength={254} refusal={actionData} />
        <div className="acts">
          <button type="submit" data-kind="primary">
            {t.sendLink}
          </button>
          <Link to="/sign-in">{t.signIn}</Link>
        </div>
      </Form>
    </main>
  )
}
