// My conversations, the last written in first.
import { listConversations } from '@entregent/core/conversations/conversations.ts'
import { conversations } from '@entregent/lib/i18n/conversations.ts'
import { formatMoment } from '@entregent/lib/i18n/format.ts'
import { shell } from '@entregent/lib/i18n/shell.ts'
import { Link } from 'react-router'
import { loaded } from '../request/route.ts'
import { signedIn } from '../request/services.ts'
import { Avatar } from '../ui/avatar.tsx'
import { useLocale, useTimeZone } from '../ui/locale.tsx'
import type { Route } from './+types/conversations.ts'

export const loader = loaded(async ({ context, request }: Route.LoaderArgs) => {
  const { db, viewer } = signedIn(context)
  const { rows, next } = await listConversations(db, viewer, new URL(request.url).searchParams.get('after'))
  return { rows: rows.map(({ memberId: _, ...row }) => row), next, now: Date.now() }
})

export default function Conversations({ loaderData: { rows, next, now } }: Route.ComponentProps) {
  const locale = useLocale()
  const t = conversations[locale]
  return (
    <main id="content" className="page" data-width="text">
      <title>{`${t.title} — ${shell[locale].product}`}</title>
      <h1>{t.title}</h1>
      {rows.length === 0 && (
        <div className="empty stack">
          <p>{t.none}</p>
          <Link className="button" to="/network">
            {t.toNetwork}
          </Link>
        </div>
      )}
      <ol className="person-list">
        {rows.map((row) => (
          <ConversationItem key={row.id} row={row} now={now} />
        ))}
      </ol>
      {next && (
        <Link className="button" to={`?after=${next}`}>
          {shell[locale].more}
        </Link>
      )}
    </main>
  )
}

export function ConversationItem({ row, now }: { row: Route.ComponentProps['loaderData']['rows'][number]; now: number }) {
  const locale = useLocale()
  const t = conversations[locale]
  const timeZone = useTimeZone()
  const unread = row.lastSeq - row.readSeq
  return (
    <li>
      <Avatar person={row} size="l" />
      <div>
        <h2>
          <Link to={`/conversations/${row.id}`}>
            {row.givenName} {row.familyName}
          </Link>
          {unread > 0 && <span className="badge">{t.unread({ count: unread })}</span>}
        </h2>
        <p className="role excerpt">
          {row.lastIsMine && `${t.you} `}
          {row.lastBody}
        </p>
      </div>
      <time className="small muted" dateTime={row.lastAt.toISOString()}>
        {formatMoment(locale, row.lastAt, timeZone, new Date(now))}
      </time>
    </li>
  )
}
