// Signing in with a password, or asking for a link by mail. Refusals and answers are the same for every address.
import { requestMail } from '@entregent/core/members/mail-requests.ts'
import { signInWithPassword } from '@entregent/core/members/sign-in.ts'
import { knownDeviceFromCookie } from '@entregent/core/services/session-cookie.ts'
import { joining } from '@entregent/lib/i18n/joining.ts'
import { shell } from '@entregent/lib/i18n/shell.ts'
import { Form, Link, redirectDocument } from 'react-router'
import { localPath } from '../request/local-path.ts'
import { openSession } from '../request/open-session.ts'
import { acted, loaded, readForm } from '../request/route.ts'
import { services } from '../request/services.ts'
import { Field, FormNotice } from '../ui/field.tsx'
import { useLocale } from '../ui/locale.tsx'
import { Mailbox } from '../ui/mailbox.tsx'
import type { Route } from './+types/sign-in.ts'

export const loader = loaded(async ({ request }: Route.LoaderArgs) => ({ next: localPath(new URL(request.url).searchParams.get('next')) }))

export const action = acted(async ({ context, request }: Route.ActionArgs) => {
  const given = context.get(services)
  const { db, networkPrefix, locale } = given
  const form = await readForm(request)
  const device = knownDeviceFromCookie(request.headers.get('cookie'))
  if (form.act === 'link') return requestMail(db, { networkPrefix, locale, device }, 'mail.sign_in', form)
  await openSession(given, request, await signInWithPassword(db, { networkPrefix, device }, form))
  return redirectDocument(localPath(form.next))
})

export default function SignIn({ loaderData: { next }, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const t = joining[locale]
  if (actionData && 'email' in actionData) return <Mailbox email={actionData.email} back="/sign-in" />
  return (
    <main id="content" className="page" data-width="narrow">
      <title>{`${t.signInTitle} — ${shell[locale].product}`}</title>
      <h1>{t.signInTitle}</h1>
      <Form method="post" className="form">
        <FormNotice refusal={actionData} />
        <input type="hidden" name="next" value={next} />
        <Field label={t.email} name="email" type="email" autoComplete="username" maxLength={254} refusal={actionData} />
        <Field label={t.password} name="password" type="password" autoComplete="current-password" required={false} refusal={actionData} />
        <div className="acts">
          <button type="submit" data-kind="primary" name="act" value="password">
            {t.signIn}
          </button>
          <Link to="/reset">{t.forgotten}</Link>
        </div>
        <div className="stack">
          <p className="hint">{t.byLinkHint}</p>
          <button type="submit" name="act" value="link">
            {t.byLink}
          </button>
        </div>
      </Form>
      <p className="muted">
        {t.notYet} <Link to="/join">{t.joinNow}</Link>
      </p>
    </main>
  )
}
