// Behind a link in a mail: one invitation or introduction, with its buttons, without signing in. Opening it changes nothing, scanners
// open links too; a button acts once, with the rights of the member to whom the mail went. No script.

import { transaction } from '@entregent/core/db/connect.ts'
import { accessIntroduction } from '@entregent/core/introductions/access.ts'
import { actOnIntroduction } from '@entregent/core/introductions/act.ts'
import { acceptInvitation, accessReceivedInvitation, setAsideInvitation } from '@entregent/core/invitations/answer.ts'
import { findActLink, spendActLink } from '@entregent/core/notifications/act-links.ts'
import { listPersonCards } from '@entregent/core/profiles/cards.ts'
import { AppError } from '@entregent/lib/base/errors.ts'
import { refuseField } from '@entregent/lib/base/input.ts'
import { reversed } from '@entregent/lib/base/words.ts'
import { introductions } from '@entregent/lib/i18n/introductions.ts'
import { relationshipLine } from '@entregent/lib/i18n/network.ts'
import { shell } from '@entregent/lib/i18n/shell.ts'
import { Form, Link, redirect } from 'react-router'
import { acted, loaded, readForm } from '../request/route.ts'
import { services } from '../request/services.ts'
import { Avatar } from '../ui/avatar.tsx'
import { FormNotice } from '../ui/field.tsx'
import { IntroductionCard } from '../ui/introduction-card.tsx'
import { useLocale } from '../ui/locale.tsx'
import type { Route } from './+types/act.ts'

export const handle = { script: false }

const outcomes = ['forwarded', 'set_aside', 'accepted', 'connected', 'ignored'] as const
type Outcome = (typeof outcomes)[number]

export const loader = loaded(async ({ context, request, params }: Route.LoaderArgs) => {
  const { db } = context.get(services)
  const done = outcomes.find((outcome) => outcome === new URL(request.url).searchParams.get('done'))
  if (done) return { kind: 'done' as const, done }
  const link = await findActLink(db, params.token)
  const member = { id: link.memberId }
  if (link.act === 'invitation') {
    const { fromId, relationship, context: where, startedOn, endedOn, note } = await accessReceivedInvitation(db, member, link.subjectId)
    const sender = (await listPersonCards(db, [fromId])).get(fromId)
    if (!sender) throw new AppError('not_found')
    const { handle, givenName, familyName, photoVersion } = sender
    const invitation = { relationship: reversed(relationship), context: where, startedOn, endedOn, note }
    return { kind: 'invitation' as const, sender: { handle, givenName, familyName, photoVersion }, invitation }
  }
  const { memberId: _, ...view } = await accessIntroduction(db, member, link.subjectId)
  return { kind: 'introduction' as const, view }
})

export const action = acted(async ({ context, request, params }: Route.ActionArgs) => {
  const { db } = context.get(services)
  const form = await readForm(request)
  const done = await transaction(db, async (tx): Promise<Outcome> => {
    const link = await spendActLink(tx, params.token)
    const member = { id: link.memberId }
    if (link.act === 'invitation') {
      const invitation = await accessReceivedInvitation(tx, member, link.subjectId)
      if (form.act === 'accept') await acceptInvitation(tx, invitation)
      else if (form.act === 'ignore') await setAsideInvitation(tx, invitation, 'ignored')
      else refuseField('act', 'invalid_choice')
      return form.act === 'accept' ? 'connected' : 'ignored'
    }
    const act = await actOnIntroduction(tx, member, link.subjectId, form.act, form.ownWords)
    return act === 'forward' ? 'forwarded' : act === 'accept' ? 'accepted' : 'set_aside'
  })
  return redirect(`/act/${params.token}?done=${done}`)
})

export default function Act({ loaderData, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const t = introductions[locale]
  return (
    <main id="content" className="page" data-width="text">
      <title>{`${t.title} — ${shell[locale].product}`}</title>
      <meta name="robots" content="noindex" />
      {loaderData.kind === 'done' && (
        <>
          <h1>{t.done[loaderData.done]}</h1>
          <Link className="button" to="/">
            {t.toAccount}
          </Link>
        </>
      )}
      {loaderData.kind !== 'done' && <p className="hint">{t.fromMail}</p>}
      {loaderData.kind === 'introduction' && <IntroductionCard view={loaderData.view} refusal={actionData} />}
      {loaderData.kind === 'invitation' && <InvitationCard {...loaderData} refusal={actionData} />}
    </main>
  )
}

type Loaded = Extract<Route.ComponentProps['loaderData'], { kind: 'invitation' }>

function InvitationCard({ sender, invitation, refusal }: Loaded & { refusal: unknown }) {
  const locale = useLocale()
  const t = introductions[locale]
  return (
    <article className="introduction-card">
      <div className="person-line">
        <Avatar person={sender} size="l" />
        <h1>{t.invitationTitle({ name: `${sender.givenName} ${sender.familyName}` })}</h1>
      </div>
      <p className="muted">{relationshipLine(locale, invitation)}</p>
      {invitation.note && <blockquote className="prose">{invitation.note}</blockquote>}
      <FormNotice refusal={refusal} />
      <Form method="post" className="acts">
        <button type="submit" name="act" value="accept" data-kind="primary">
          {t.acceptInvitation}
        </button>
        <button type="submit" name="act" value="ignore">
          {t.ignoreInvitation}
        </button>
      </Form>
    </article>
  )
}
