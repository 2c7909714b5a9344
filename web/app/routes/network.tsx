// My connections: found by name, each with the private marks that the viewer keeps on it.

import { countReceivedInvitations } from '@entregent/core/invitations/answer.ts'
import {
  accessConnection,
  countConnections,
  disconnect,
  listConnections,
  setHidden,
  setStrength,
} from '@entregent/core/network/connections.ts'
import { refuseField } from '@entregent/lib/base/input.ts'
import { inLocale } from '@entregent/lib/base/locale.ts'
import type { Strength } from '@entregent/lib/base/words.ts'
import { formatDay } from '@entregent/lib/i18n/format.ts'
import { network, relationshipLine } from '@entregent/lib/i18n/network.ts'
import { shell } from '@entregent/lib/i18n/shell.ts'
import { words } from '@entregent/lib/i18n/words.ts'
import { Form, Link, redirect, useSearchParams } from 'react-router'
import { acted, fieldText, loaded, readForm } from '../request/route.ts'
import { signedIn } from '../request/services.ts'
import { Avatar } from '../ui/avatar.tsx'
import { FormNotice } from '../ui/field.tsx'
import { useLocale, useTimeZone } from '../ui/locale.tsx'
import type { Route } from './+types/network.ts'

export const loader = loaded(async ({ context, request }: Route.LoaderArgs) => {
  const { db, viewer, networkIndex } = signedIn(context)
  const url = new URL(request.url)
  const search = url.searchParams.get('name') ?? ''
  const [page, total, received] = await Promise.all([
    listConnections(db, viewer, { search, after: url.searchParams.get('after') }),
    countConnections(db, viewer),
    countReceivedInvitations(db, viewer),
  ])
  return {
    rows: page.rows.map(({ memberId: _, ...row }) => row),
    next: page.next,
    search,
    total,
    received,
    counts: await networkIndex.network?.countByDegree(viewer.id),
  }
})

export const action = acted(async ({ context, request }: Route.ActionArgs) => {
  const { db, viewer } = signedIn(context)
  const form = await readForm(request)
  const connection = await accessConnection(db, viewer, fieldText(form, 'handle'))
  const back = () => redirect(`/network#c-${connection.handle}`)
  switch (form.act) {
    case 'strength': {
      const strength = Number(form.strength)
      if (![0, 1, 2, 3].includes(strength)) refuseField('strength', 'invalid_choice')
      await setStrength(db, viewer, connection, strength === 0 ? null : (strength as Strength))
      return back()
    }
    case 'hide':
      await setHidden(db, viewer, connection, true)
      return back()
    case 'show':
      await setHidden(db, viewer, connection, false)
      return back()
    case 'disconnect':
      await disconnect(db, viewer, connection)
      return redirect('/network?done=disconnected')
    default:
      return refuseField('act', 'invalid_choice')
  }
})

export default function Network({ loaderData, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const t = network[locale]
  const [query] = useSearchParams()
  const { rows, next, counts, total, received, search } = loaderData
  const ended = query.get('done') === 'disconnected'
  return (
    <main id="content" className="page" data-width="text">
      <title>{`${t.title} — ${shell[locale].product}`}</title>
      <div className="page-head">
        <h1>{t.title}</h1>
        <Link to="/invitations">
          {t.invitations}
          {received > 0 && <span className="badge">{received}</span>}
        </Link>
      </div>
      <p className="muted">{counts ? t.counts(counts) : t.loading}</p>
      {ended && (
        <p className="done-notice" role="status">
          {t.disconnected}
        </p>
      )}
      <FormNotice refusal={actionData} />
      {total === 0 ? (
        <Empty />
      ) : (
        <>
          <Form method="get" role="search" aria-label={t.filterLabel} className="filter">
            <input type="search" name="name" aria-label={t.filterLabel} placeholder={t.filterLabel} defaultValue={search} />
          </Form>
          {rows.length === 0 && <p className="empty">{t.noneFound}</p>}
          <ol className="person-list">
            {rows.map((row) => (
              <Connection key={row.handle} row={row} />
            ))}
          </ol>
          {next && (
            <Link className="button" to={`?${new URLSearchParams({ ...(search && { name: search }), after: next })}`}>
              {shell[locale].more}
            </Link>
          )}
        </>
      )}
    </main>
  )
}

function Empty() {
  const t = network[useLocale()]
  return (
    <div className="empty stack">
      <p>{t.none}</p>
      <Link className="button" data-kind="primary" to="/people">
        {t.findPeople}
      </Link>
    </div>
  )
}

function Connection({ row }: { row: Route.ComponentProps['loaderData']['rows'][number] }) {
  const locale = useLocale()
  const t = network[locale]
  const timeZone = useTimeZone()
  const headline = inLocale({ en: row.headlineEn, fr: row.headlineFr }, locale)
  return (
    <li id={`c-${row.handle}`}>
      <Avatar person={row} size="l" />
      <div>
        <h2>
          <Link to={`/p/${row.handle}`}>
            {row.givenName} {row.familyName}
          </Link>
        </h2>
        {headline && (
          <p className="role" lang={headline.locale}>
            {headline.text}
          </p>
        )}
        <p className="small muted">
          {relationshipLine(locale, row)} · {t.since({ day: formatDay(locale, row.connectedAt, timeZone) })}
          {row.hidden && <> · {t.hidden}</>}
        </p>
        <ConnectionOptions row={row} />
      </div>
      <div className="acts">
        <Link className="button" to={`/conversations/with/${row.handle}`}>
          {t.write}
        </Link>
      </div>
    </li>
  )
}

function ConnectionOptions({ row }: { row: Route.ComponentProps['loaderData']['rows'][number] }) {
  const locale = useLocale()
  const t = network[locale]
  const strengthWords = words[locale].strength
  const choices = [
    [1, strengthWords.barely],
    [2, strengthWords.know],
    [3, strengthWords.well],
    [0, strengthWords.unsaid],
  ] as const
  return (
    <details className="options">
      <summary aria-label={`${t.options} — ${row.givenName} ${row.familyName}`}>{t.options}</summary>
      <div className="stack">
        <Form method="post" className="choice-buttons">
          <input type="hidden" name="handle" value={row.handle} />
          <input type="hidden" name="act" value="strength" />
          <fieldset>
            <legend>{t.strengthLegend({ name: row.givenName })}</legend>
            {choices.map(([value, label]) => (
              <button key={value} type="submit" name="strength" value={value} aria-pressed={(row.strength ?? 0) === value}>
                {label}
              </button>
            ))}
          </fieldset>
        </Form>
        <Form method="post">
          <input type="hidden" name="handle" value={row.handle} />
          <button type="submit" name="act" value={row.hidden ? 'show' : 'hide'}>
            {row.hidden ? t.show : t.hide}
          </button>
        </Form>
        <Form method="post">
          <input type="hidden" name="handle" value={row.handle} />
          <p className="hint">{t.disconnectSure({ name: row.givenName })}</p>
          <button type="submit" data-kind="danger" name="act" value="disconnect">
            {t.disconnect}
          </button>
        </Form>
      </div>
    </details>
  )
}
