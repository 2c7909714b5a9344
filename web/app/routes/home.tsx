// The front door: what Entregent is, for a visitor; Today, for a member: what awaits me, and nothing else.
import { countUnreadConversations } from '@entregent/core/conversations/conversations.ts'
import { countAwaitingIntroductions } from '@entregent/core/introductions/lists.ts'
import { countReceivedInvitations } from '@entregent/core/invitations/answer.ts'
import { home } from '@entregent/lib/i18n/home.ts'
import { shell } from '@entregent/lib/i18n/shell.ts'
import { Link } from 'react-router'
import { loaded } from '../request/route.ts'
import { services } from '../request/services.ts'
import { useLocale } from '../ui/locale.tsx'
import { WayLine } from '../ui/way-line.tsx'
import type { Route } from './+types/home.ts'

export const loader = loaded(async ({ context }: Route.LoaderArgs) => {
  const { db, viewer } = context.get(services)
  if (!viewer) return { today: undefined }
  const [invitations, unread, introductions] = await Promise.all([
    countReceivedInvitations(db, viewer),
    countUnreadConversations(db, viewer),
    countAwaitingIntroductions(db, viewer),
  ])
  return { today: { name: viewer.givenName, unanswered: viewer.findableBy === null, invitations, unread, ...introductions } }
})

export default function Home({ loaderData: { today } }: Route.ComponentProps) {
  return today ? <Today today={today} /> : <FrontDoor />
}

function Today({ today }: { today: NonNullable<Route.ComponentProps['loaderData']['today']> }) {
  const locale = useLocale()
  const t = home[locale]
  const awaiting = [
    { count: today.toForward, text: t.toForward({ count: today.toForward }), to: '/introductions', act: t.see },
    { count: today.offered, text: t.offered({ count: today.offered }), to: '/introductions', act: t.answer },
    { count: today.invitations, text: t.invitations({ count: today.invitations }), to: '/invitations', act: t.answer },
    { count: today.unread, text: t.unread({ count: today.unread }), to: '/conversations', act: t.see },
  ].filter(({ count }) => count > 0)
  return (
    <main id="content" className="page" data-width="text">
      <title>{`${shell[locale].today} — ${shell[locale].product}`}</title>
      <h1>{t.today({ name: today.name })}</h1>
      {today.unanswered && (
        <p className="done-notice acts">
          {t.unanswered} <Link to="/settings">{t.answerNow}</Link>
        </p>
      )}
      {awaiting.length === 0 ? (
        <div className="empty stack">
          <p>{t.nothing}</p>
          <Link className="button" to="/people">
            {t.findSomebody}
          </Link>
        </div>
      ) : (
        <ul className="rows" data-kind="awaiting">
          {awaiting.map(({ text, to, act }) => (
            <li key={text}>
              <p>{text}</p>
              <Link className="button" data-kind="primary" to={to} aria-label={`${act} — ${text}`}>
                {act}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </main>
  )
}

function FrontDoor() {
  const locale = useLocale()
  const t = home[locale]
  return (
    <main id="content" className="page front-door">
      <title>{`${shell[locale].product} — ${t.promise}`}</title>
      <meta name="description" content={t.lead} />
      <div className="promise">
        <div>
          <h1>{t.promise}</h1>
          <p className="lead">{t.lead}</p>
          <p className="acts">
            <Link className="button" data-kind="primary" to="/join">
              {t.join}
            </Link>
            <Link to="/sign-in">{t.signIn}</Link>
          </p>
        </div>
        <ExampleWay />
      </div>
      <div className="points">
        {(['way', 'reach', 'calm'] as const).map((point) => (
          <section key={point}>
            <h2>{t.points[point].title}</h2>
            <p className="muted">{t.points[point].text}</p>
          </section>
        ))}
      </div>
    </main>
  )
}

// What one would see of somebody two steps away; both are invented.
function ExampleWay() {
  const { example } = home[useLocale()]
  const [camille, nikhil] = [
    { handle: 'camille', givenName: 'Camille', familyName: 'Desrosiers', photoVersion: 0 },
    { handle: 'nikhil', givenName: 'Nikhil', familyName: 'Desai-Caron', photoVersion: 0 },
  ]
  return (
    <figure className="example-way">
      <WayLine people={['you', camille, nikhil]} strong={[true, true]} />
      <figcaption>
        <b>{example.name}</b>
        <span className="muted">{example.role}</span>
        <span>{example.canIntroduce}</span>
      </figcaption>
    </figure>
  )
}
