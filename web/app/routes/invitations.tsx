// Invitations: those that await my answer, and those of mine that are open. A refusal is quiet.
import {
  acceptInvitation,
  accessReceivedInvitation,
  accessSentInvitation,
  bringBackInvitation,
  listReceivedInvitations,
  listSentInvitations,
  setAsideInvitation,
  withdrawInvitation,
} from '@entregent/core/invitations/answer.ts'
import { refuseField } from '@entregent/lib/base/input.ts'
import { inLocale } from '@entregent/lib/base/locale.ts'
import { setAsideReasons } from '@entregent/lib/base/words.ts'
import { formatDay } from '@entregent/lib/i18n/format.ts'
import { network, relationshipLine } from '@entregent/lib/i18n/network.ts'
import { shell } from '@entregent/lib/i18n/shell.ts'
import type { ReactNode } from 'react'
import { Form, Link, redirect, useSearchParams } from 'react-router'
import { acted, fieldText, loaded, readForm } from '../request/route.ts'
import { signedIn } from '../request/services.ts'
import { Avatar } from '../ui/avatar.tsx'
import { FormNotice } from '../ui/field.tsx'
import { useLocale, useTimeZone } from '../ui/locale.tsx'
import type { Route } from './+types/invitations.ts'

export const loader = loaded(async ({ context, request }: Route.LoaderArgs) => {
  const { db, viewer } = signedIn(context)
  const query = new URL(request.url).searchParams
  const [received, sent] = await Promise.all([
    listReceivedInvitations(db, viewer, query.get('received')),
    listSentInvitations(db, viewer, query.get('sent')),
  ])
  return { received, sent }
})

export const action = acted(async ({ context, request }: Route.ActionArgs) => {
  const { db, viewer } = signedIn(context)
  const form = await readForm(request)
  const id = fieldText(form, 'id')
  if (form.act === 'withdraw') {
    await withdrawInvitation(db, await accessSentInvitation(db, viewer, id))
    return redirect('/invitations?done=withdrawn')
  }
  const invitation = await accessReceivedInvitation(db, viewer, id)
  if (form.act === 'accept') {
    await acceptInvitation(db, invitation)
    return redirect('/invitations?done=accepted')
  }
  if (form.act === 'bring_back') {
    await bringBackInvitation(db, invitation)
    return redirect('/invitations')
  }
  const reason = setAsideReasons.find((known) => known === form.act) ?? refuseField('act', 'invalid_choice')
  await setAsideInvitation(db, invitation, reason)
  return redirect(`/invitations?done=set_aside&id=${id}`)
})

export default function Invitations({ loaderData: { received, sent }, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const t = network[locale]
  return (
    <main id="content" className="page" data-width="text">
      <title>{`${t.invitations} — ${shell[locale].product}`}</title>
      <h1>{t.invitations}</h1>
      <Done />
      <FormNotice refusal={actionData} />
      <section>
        <h2>{t.received}</h2>
        {received.rows.length === 0 ? <p className="empty">{t.noReceived}</p> : <p className="hint">{t.quiet}</p>}
        <ol className="person-list">
          {received.rows.map((row) => (
            <Row key={row.id} row={row}>
              <ReceivedActs row={row} />
            </Row>
          ))}
        </ol>
        <More name="received" next={received.next} />
      </section>
      <section>
        <h2>{t.sent}</h2>
        {sent.rows.length === 0 && <p className="empty">{t.noSent}</p>}
        <ol className="person-list">
          {sent.rows.map((row) => (
            <Row key={row.id} row={row}>
              <Form method="post" className="acts">
                <input type="hidden" name="id" value={row.id} />
                <button type="submit" name="act" value="withdraw" aria-label={`${t.withdraw} — ${row.givenName} ${row.familyName}`}>
                  {t.withdraw}
                </button>
              </Form>
            </Row>
          ))}
        </ol>
        <More name="sent" next={sent.next} />
      </section>
    </main>
  )
}

type Invitation = Route.ComponentProps['loaderData']['received']['rows'][number]

function Row({ row, children }: { row: Invitation; children: ReactNode }) {
  const locale = useLocale()
  const timeZone = useTimeZone()
  const headline = inLocale({ en: row.headlineEn, fr: row.headlineFr }, locale)
  return (
    <li>
      <Avatar person={row} size="l" />
      <div className="invitation">
        <h3>
          <Link to={`/p/${row.handle}`}>
            {row.givenName} {row.familyName}
          </Link>
        </h3>
        {headline && (
          <p className="role" lang={headline.locale}>
            {headline.text}
          </p>
        )}
        <p className="small muted">
          {relationshipLine(locale, row)} · {formatDay(locale, row.sentAt, timeZone)}
        </p>
        {row.note && <blockquote className="prose">{row.note}</blockquote>}
      </div>
      {children}
    </li>
  )
}

function ReceivedActs({ row }: { row: Invitation }) {
  const t = network[useLocale()]
  return (
    <Form method="post" className="acts">
      <input type="hidden" name="id" value={row.id} />
      <button type="submit" data-kind="primary" name="act" value="accept" aria-label={`${t.accept} — ${row.givenName} ${row.familyName}`}>
        {t.accept}
      </button>
      <button type="submit" name="act" value="ignored" aria-label={`${t.ignore} — ${row.givenName} ${row.familyName}`}>
        {t.ignore}
      </button>
      <details className="options">
        <summary aria-label={`${t.options} — ${row.givenName} ${row.familyName}`}>{t.options}</summary>
        <div className="stack">
          <button type="submit" name="act" value="unknown_person">
            {t.unknownPerson}
          </button>
          <button type="submit" name="act" value="spam">
            {t.spam}
          </button>
        </div>
      </details>
    </Form>
  )
}

function Done() {
  const locale = useLocale()
  const t = network[locale]
  const [query] = useSearchParams()
  const done = query.get('done')
  if (!done) return null
  return (
    <div className="done-notice acts" role="status">
      {done === 'withdrawn' && <p>{t.withdrawn}</p>}
      {done === 'accepted' && <p>{t.accepted}</p>}
      {done === 'set_aside' && (
        <>
          <p>{t.setAside}</p>
          <Form method="post">
            <input type="hidden" name="id" value={query.get('id') ?? ''} />
            <button type="submit" data-kind="quiet" name="act" value="bring_back">
              {shell[locale].undo}
            </button>
          </Form>
        </>
      )}
    </div>
  )
}

function More({ name, next }: { name: 'received' | 'sent'; next: string | undefined }) {
  const locale = useLocale()
  if (!next) return null
  return (
    <Link className="button" to={`?${name}=${next}`}>
      {shell[locale].more}
    </Link>
  )
}
