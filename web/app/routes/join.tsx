// Joining starts with an address. The answer is the same for every address.
import { requestMail } from '@entregent/core/members/mail-requests.ts'
import { joining } from '@entregent/lib/i18n/joining.ts'
import { shell } from '@entregent/lib/i18n/shell.ts'
import { Form, Link, redirect } from 'react-router'
import { acted, loaded, readForm } from '../request/route.ts'
import { services } from '../request/services.ts'
import { Field, FormNotice } from '../ui/field.tsx'
import { useLocale } from '../ui/locale.tsx'
import { Mailbox } from '../ui/mailbox.tsx'
import type { Route } from './+types/join.ts'

export const loader = loaded(async ({ context }: Route.LoaderArgs) => {
  if (context.get(services).viewer) throw redirect('/')
  return null
})

export const action = acted(async ({ context, request }: Route.ActionArgs) => {
  const { db, networkPrefix, locale } = context.get(services)
  return requestMail(db, { networkPrefix, locale }, 'mail.join', await readForm(request))
})

export default function Join({ actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const t = joining[locale]
  if (actionData && 'email' in actionData) return <Mailbox email={actionData.email} back="/join" />
  return (
    <main id="content" className="page" data-width="narrow">
      <title>{`${t.joinTitle} — ${shell[locale].product}`}</title>
      <h1>{t.joinTitle}</h1>
      <p className="lead">{t.joinLead}</p>
      <Form method="post" className="form">
        <FormNotice refusal={actionData} />
        <Field label={t.email} name="email" type="email" autoComplete="email" maxLength={254} refusal={actionData} />
        <button type="submit" data-kind="primary">
          {t.sendLink}
        </button>
      </Form>
      <p className="muted">
        {t.already} <Link to="/sign-in">{t.signIn}</Link>
      </p>
    </main>
  )
}
