// Introductions: what awaits me as a connector, what is offered to me, what I asked for.
import {
  type ListedIntroduction,
  listAskedIntroductions,
  listIntroductionsToForward,
  listOfferedIntroductions,
  listRestingIntroductions,
} from '@entregent/core/introductions/lists.ts'
import { formatDay } from '@entregent/lib/i18n/format.ts'
import { introductions } from '@entregent/lib/i18n/introductions.ts'
import { shell } from '@entregent/lib/i18n/shell.ts'
import { words } from '@entregent/lib/i18n/words.ts'
import { Link, useSearchParams } from 'react-router'
import { loaded } from '../request/route.ts'
import { signedIn } from '../request/services.ts'
import { Avatar } from '../ui/avatar.tsx'
import { useLocale, useTimeZone } from '../ui/locale.tsx'
import type { Route } from './+types/introductions.ts'

export const loader = loaded(async ({ context, request }: Route.LoaderArgs) => {
  const { db, viewer } = signedIn(context)
  const query = new URL(request.url).searchParams
  const [toForward, offered, asked, resting] = await Promise.all([
    listIntroductionsToForward(db, viewer, query.get('toForward')),
    listOfferedIntroductions(db, viewer, query.get('offered')),
    listAskedIntroductions(db, viewer, query.get('asked')),
    listRestingIntroductions(db, viewer, query.get('resting')),
  ])
  return { toForward, offered, asked, resting }
})

export default function Introductions({ loaderData: { toForward, offered, asked, resting } }: Route.ComponentProps) {
  const locale = useLocale()
  const t = introductions[locale]
  const somethingOpen = [toForward, offered, asked].some(({ rows }) => rows.length > 0)
  return (
    <main id="content" className="page" data-width="text">
      <title>{`${t.title} — ${shell[locale].product}`}</title>
      <h1>{t.title}</h1>
      <Done />
      {!somethingOpen && (
        <div className="empty stack">
          <p>{t.nothing}</p>
          <Link className="button" to="/people">
            {t.findPeople}
          </Link>
        </div>
      )}
      {toForward.rows.length > 0 && (
        <section>
          <h2>{t.toForward}</h2>
          <List rows={toForward.rows} seenAs="connector" />
          <More name="toForward" next={toForward.next} />
        </section>
      )}
      {offered.rows.length > 0 && (
        <section>
          <h2>{t.offered}</h2>
          <List rows={offered.rows} seenAs="target" />
          <More name="offered" next={offered.next} />
        </section>
      )}
      {asked.rows.length > 0 && (
        <section>
          <h2>{t.asked}</h2>
          <List rows={asked.rows} seenAs="asker" />
          <More name="asked" next={asked.next} />
        </section>
      )}
      {resting.rows.length > 0 && (
        <details className="resting">
          <summary>{t.resting}</summary>
          <p className="hint">{t.restingHint}</p>
          <List rows={resting.rows} seenAs="connector" />
          <More name="resting" next={resting.next} />
        </details>
      )}
    </main>
  )
}

function List({ rows, seenAs }: { rows: readonly ListedIntroduction[]; seenAs: 'asker' | 'connector' | 'target' }) {
  return (
    <ol className="person-list">
      {rows.map((row) => (
        <Row key={row.id} row={row} seenAs={seenAs} />
      ))}
    </ol>
  )
}

function Row({ row, seenAs }: { row: ListedIntroduction; seenAs: 'asker' | 'connector' | 'target' }) {
  const locale = useLocale()
  const timeZone = useTimeZone()
  const t = introductions[locale]
  const nameOf = (person: ListedIntroduction['asker']) => `${person.givenName} ${person.familyName}`
  const title = {
    asker: nameOf(row.target),
    target: nameOf(row.asker),
    connector: t.wantsToReach({ asker: nameOf(row.asker), target: nameOf(row.target) }),
  }[seenAs]
  const open = row.state !== 'accepted' && row.state !== 'closed'
  return (
    <li>
      <Avatar person={seenAs === 'asker' ? row.target : row.asker} />
      <div>
        <h3>
          <Link to={`/introductions/${row.id}`}>{title}</Link>
        </h3>
        <p className="role">
          {words[locale].purpose[row.purpose]}
          {' · '}
          {open
            ? t.closesOn({ day: formatDay(locale, row.expiresAt, timeZone) })
            : t.askedOn({ day: formatDay(locale, row.askedAt, timeZone) })}
        </p>
        {seenAs === 'asker' && <p>{t.state[row.closedAs ?? row.state]}</p>}
      </div>
    </li>
  )
}

function Done() {
  const t = introductions[useLocale()]
  const [query] = useSearchParams()
  const done = query.get('done')
  if (done !== 'forwarded' && done !== 'set_aside') return null
  return (
    <p className="done-notice" role="status">
      {t.done[done]}
    </p>
  )
}

function More({ name, next }: { name: string; next: string | undefined }) {
  const locale = useLocale()
  if (!next) return null
  return (
    <p>
      <Link className="button" to={`?${new URLSearchParams({ [name]: next })}`}>
        {shell[locale].more}
      </Link>
    </p>
  )
}
