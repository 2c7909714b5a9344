// Finding people: results nearest first, each with its degree and the way in.
import { listNearestWays } from '@entregent/core/reachability/nearest-ways.ts'
import { findPeople } from '@entregent/core/search/find-people.ts'
import { inLocale } from '@entregent/lib/base/locale.ts'
import { search } from '@entregent/lib/i18n/search.ts'
import { shell } from '@entregent/lib/i18n/shell.ts'
import { Link } from 'react-router'
import { loaded } from '../request/route.ts'
import { signedIn } from '../request/services.ts'
import { Avatar } from '../ui/avatar.tsx'
import { DegreeBadge } from '../ui/degree-badge.tsx'
import { useLocale } from '../ui/locale.tsx'
import { WayLine } from '../ui/way-line.tsx'
import type { Route } from './+types/people.ts'

export const loader = loaded(async ({ context, request }: Route.LoaderArgs) => {
  const { db, viewer, networkIndex } = signedIn(context)
  const query = new URL(request.url).searchParams
  const text = (query.get('q') ?? '').trim().slice(0, 200)
  const { rows, ...found } = await findPeople(db, networkIndex, viewer, text, query.get('after'))
  const ways = await listNearestWays(
    db,
    networkIndex,
    viewer,
    rows.map(({ person }) => person.id),
  )
  return { text, ...found, rows: rows.map(({ person: { id, ...person }, degree }) => ({ person, degree, nearest: ways.get(id) })) }
})

export default function People({ loaderData: { text, rows, next, count, more } }: Route.ComponentProps) {
  const locale = useLocale()
  const t = search[locale]
  return (
    <main id="content" className="page" data-width="text">
      <title>{`${text ? `${text} — ` : ''}${t.title} — ${shell[locale].product}`}</title>
      {text === '' && <Start />}
      {text !== '' && count === 0 && <NobodyFound text={text} />}
      {count > 0 && (
        <>
          <h1>{t.resultFor({ count, more, text })}</h1>
          {count > 1 && <p className="muted">{t.nearestFirst}</p>}
          <ol className="person-list">
            {rows.map((row) => (
              <Result key={row.person.handle} row={row} />
            ))}
          </ol>
          {next ? (
            <Link className="button" to={`?${new URLSearchParams({ q: text, after: next })}`}>
              {shell[locale].more}
            </Link>
          ) : (
            more && <p className="muted">{t.deepEnough}</p>
          )}
        </>
      )}
    </main>
  )
}

function Start() {
  const locale = useLocale()
  const t = search[locale]
  return (
    <>
      <h1>{t.title}</h1>
      <p className="lead">{t.start}</p>
    </>
  )
}

function NobodyFound({ text }: { text: string }) {
  const t = search[useLocale()]
  return (
    <>
      <h1>{t.none({ text })}</h1>
      <p className="lead">{t.noneHint}</p>
    </>
  )
}

function Result({ row: { person, degree, nearest } }: { row: Route.ComponentProps['loaderData']['rows'][number] }) {
  const locale = useLocale()
  const t = search[locale]
  const headline = inLocale(person.headline, locale)
  const organization = headline?.text.includes(person.currentOrganization ?? '') ? undefined : person.currentOrganization
  const role = [organization, person.place].filter(Boolean).join(', ')
  return (
    <li>
      <Avatar person={person} size="l" />
      <div>
        <h2>
          <Link to={`/p/${person.handle}`}>
            {person.givenName} {person.familyName}
          </Link>{' '}
          <DegreeBadge degree={degree} />
        </h2>
        <p className="role">
          {headline && <span lang={headline.locale}>{headline.text}</span>}
          {headline && role && ' · '}
          {role}
        </p>
        {nearest && <NearestWay nearest={nearest} person={person} />}
      </div>
      <div className="acts">
        {degree === 1 ? (
          <Link className="button" to={`/conversations/with/${person.handle}`}>
            {t.write}
          </Link>
        ) : (
          <Link className="button" to={`/p/${person.handle}`}>
            {degree === 2 || degree === 3 ? t.seeWays : t.see}
          </Link>
        )}
      </div>
    </li>
  )
}

type ResultRow = Route.ComponentProps['loaderData']['rows'][number]

function NearestWay({ nearest: { way, others }, person }: { nearest: NonNullable<ResultRow['nearest']>; person: ResultRow['person'] }) {
  const t = search[useLocale()]
  const connector = way.connectors[0]
  if (!connector) return null
  return (
    <div className="nearest-way">
      <WayLine people={['you', ...way.connectors, person]} strong={way.ties.map(({ strong }) => strong)} size="s" />
      <p>{t.through({ name: `${connector.givenName} ${connector.familyName}`, others })}</p>
    </div>
  )
}
