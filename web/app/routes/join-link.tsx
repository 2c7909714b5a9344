// The link of the mail: name, perhaps a password, and two questions without a ticked answer. Looking at it changes nothing.
import { join } from '@entregent/core/members/joining.ts'
import { findMailLink } from '@entregent/core/members/mail-links.ts'
import { findableByChoices } from '@entregent/lib/base/words.ts'
import { joining } from '@entregent/lib/i18n/joining.ts'
import { shell } from '@entregent/lib/i18n/shell.ts'
import { words } from '@entregent/lib/i18n/words.ts'
import { data, Form, redirectDocument } from 'react-router'
import { openSession } from '../request/open-session.ts'
import { acted, loaded, readForm } from '../request/route.ts'
import { services } from '../request/services.ts'
import { unlessSpent } from '../request/spent-link.ts'
import { Choice, Field, FormNotice } from '../ui/field.tsx'
import { useLocale } from '../ui/locale.tsx'
import { SpentLink } from '../ui/mailbox.tsx'
import type { Route } from './+types/join-link.ts'

export const loader = loaded(async ({ context, params }: Route.LoaderArgs) => {
  const link = await findMailLink(context.get(services).db, 'join', params.token)
  return data({ email: link?.email }, { status: link ? 200 : 410 })
})

export const action = acted(async ({ context, request, params }: Route.ActionArgs) =>
  unlessSpent(
    (async () => {
      const given = context.get(services)
      await openSession(given, request, await join(given.db, params.token, await readForm(request), given.locale))
      return redirectDocument('/')
    })(),
  ),
)

export default function JoinLink({ loaderData: { email }, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const t = joining[locale]
  if (!email) return <SpentLink again="/join" />
  return (
    <main id="content" className="page" data-width="narrow">
      <title>{`${t.joinTitle} — ${shell[locale].product}`}</title>
      <h1>{t.welcome}</h1>
      <p className="lead">{t.welcomeLead}</p>
      <Form method="post" className="form">
        <FormNotice refusal={actionData} />
        <div className="side-by-side">
          <Field label={t.givenName} name="givenName" autoComplete="given-name" maxLength={80} refusal={actionData} />
          <Field label={t.familyName} name="familyName" autoComplete="family-name" maxLength={80} refusal={actionData} />
        </div>
        <Field label={t.email} name="username" type="email" autoComplete="username" value={email} readOnly required={false} />
        <Field
          label={t.password}
          hint={t.passwordJoinHint}
          name="password"
          type="password"
          autoComplete="new-password"
          optional
          refusal={actionData}
        />
        <Choice
          label={t.findableBy}
          hint={t.findableByHint}
          name="findableBy"
          choices={findableByChoices.map((value) => ({ value, label: words[locale].findableBy[value] }))}
          refusal={actionData}
        />
        <Choice
          label={t.showsConnections}
          hint={t.showsConnectionsHint}
          name="showsConnections"
          choices={[
            { value: 'yes', label: t.yes },
            { value: 'no', label: t.no },
          ]}
          refusal={actionData}
        />
        <button type="submit" data-kind="primary">
          {t.joinNow}
        </button>
      </Form>
    </main>
  )
}
