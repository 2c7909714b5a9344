// Inviting one person to connect: how we know each other, and a word. Where they have invited me already, sending this joins us.
import { inviteMember } from '@entregent/core/invitations/invite.ts'
import { accessProfile } from '@entregent/core/profiles/access.ts'
import { relationships } from '@entregent/lib/base/words.ts'
import { network } from '@entregent/lib/i18n/network.ts'
import { shell } from '@entregent/lib/i18n/shell.ts'
import { words } from '@entregent/lib/i18n/words.ts'
import { Form, Link, redirect } from 'react-router'
import { acted, loaded, readForm } from '../request/route.ts'
import { signedIn } from '../request/services.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Choice, Field, FormNotice, TextArea } from '../ui/field.tsx'
import { useLocale } from '../ui/locale.tsx'
import type { Route } from './+types/connect.ts'

export const loader = loaded(async ({ context, params }: Route.LoaderArgs) => {
  const { db, viewer } = signedIn(context)
  const { handle, givenName, familyName, photoVersion } = await accessProfile(db, viewer, params.handle)
  return { handle, givenName, familyName, photoVersion }
})

export const action = acted(async ({ context, request, params }: Route.ActionArgs) => {
  const { db, viewer } = signedIn(context)
  const outcome = await inviteMember(db, viewer, params.handle, await readForm(request))
  return redirect(`/p/${params.handle}?done=${outcome}`)
})

export default function Connect({ loaderData: person, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const t = network[locale]
  const title = t.inviteTitle({ name: `${person.givenName} ${person.familyName}` })
  return (
    <main id="content" className="page" data-width="narrow">
      <title>{`${title} — ${shell[locale].product}`}</title>
      <div className="acts">
        <Avatar person={person} size="l" />
        <h1>{title}</h1>
      </div>
      <Form method="post" className="form">
        <FormNotice refusal={actionData} />
        <Choice
          label={t.howDoYouKnow({ name: person.givenName })}
          hint={t.howHint}
          name="relationship"
          refusal={actionData}
          choices={relationships.map((value) => ({ value, label: t.relationshipOf[value] }))}
        />
        <Field label={t.contextLabel} hint={t.contextHint} name="context" optional maxLength={200} refusal={actionData} />
        <div className="side-by-side">
          <Field
            label={t.fromLabel}
            name="startedOn"
            type="month"
            optional
            placeholder="2006-05"
            pattern="(19|20)\d\d-(0[1-9]|1[0-2])"
            refusal={actionData}
          />
          <Field
            label={t.toLabel}
            name="endedOn"
            type="month"
            optional
            placeholder="2006-05"
            pattern="(19|20)\d\d-(0[1-9]|1[0-2])"
            refusal={actionData}
          />
        </div>
        <TextArea label={t.noteLabel} name="note" optional maxLength={600} refusal={actionData} />
        <Choice
          label={t.strengthLabel}
          hint={t.strengthHint}
          name="strength"
          optional
          refusal={actionData}
          choices={[
            { value: '1', label: words[locale].strength.barely },
            { value: '2', label: words[locale].strength.know },
            { value: '3', label: words[locale].strength.well },
          ]}
        />
        <div className="acts">
          <button type="submit" data-kind="primary">
            {t.send}
          </button>
          <Link to={`/p/${person.handle}`}>{shell[locale].cancel}</Link>
        </div>
      </Form>
    </main>
  )
}
