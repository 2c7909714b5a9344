// The ways in to a person, best first, each with its reason in words and the way to ask.
import type { WayIn, WaysIn as Ways } from '@entregent/core/reachability/ways-in.ts'
import { inLocale } from '@entregent/lib/base/locale.ts'
import { waysIn } from '@entregent/lib/i18n/ways-in.ts'
import { Link } from 'react-router'
import type { Pictured } from './avatar.tsx'
import { useLocale } from './locale.tsx'
import { WayLine } from './way-line.tsx'

const shownAtFirst = 3

/** `canAsk` is false when no purpose is open to introductions, or a request is open already: then the ways are shown without buttons. */
export function WaysIn({ ways: { degree, ways, total }, target, canAsk }: { ways: Ways; target: Pictured; canAsk: boolean }) {
  const t = waysIn[useLocale()]
  if (degree === undefined) {
    return (
      <section className="ways-in card" aria-labelledby="ways-in">
        <h2 id="ways-in">{t.loading}</h2>
        <p className="muted">{t.loadingText}</p>
      </section>
    )
  }
  if (ways.length === 0) {
    return (
      <section className="ways-in card" aria-labelledby="ways-in">
        <h2 id="ways-in">{t.none}</h2>
        <p className="muted">{t.noneText({ name: target.givenName })}</p>
        <p className="acts">
          <Link className="button" to="/people">
            {t.invitePeople}
          </Link>
        </p>
      </section>
    )
  }
  const direct = ways.filter(isDirect)
  const list = (some: readonly WayIn[]) => (
    <ol>
      {some.map((way) => (
        <Way key={way.key} way={way} target={target} first={way === ways[0]} canAsk={canAsk} />
      ))}
    </ol>
  )
  // Ways through two people come after the others, and are not counted with them: a heading stands before the first.
  const lists = (some: readonly WayIn[]) => {
    const [near, longer] = [some.filter(isDirect), some.filter((way) => !isDirect(way))]
    return (
      <>
        {near.length > 0 && list(near)}
        {direct.length > 0 && longer[0] && longer[0] === ways[direct.length] && <h3>{t.longer}</h3>}
        {longer.length > 0 && list(longer)}
      </>
    )
  }
  return (
    <section className="ways-in card" aria-labelledby="ways-in">
      <h2 id="ways-in">{direct.length > 0 ? t.canIntroduce({ count: total }) : t.throughTwo({ count: total })}</h2>
      {lists(ways.slice(0, shownAtFirst))}
      {ways.length > shownAtFirst && (
        <details>
          <summary>{t.more({ count: ways.length - shownAtFirst })}</summary>
          {lists(ways.slice(shownAtFirst))}
        </details>
      )}
    </section>
  )
}

const isDirect = ({ connectors }: WayIn) => connectors.length === 1

function Way({ way, target, first, canAsk }: { way: WayIn; target: Pictured; first: boolean; canAsk: boolean }) {
  const t = waysIn[useLocale()]
  const connector = way.connectors[0]
  if (!connector) return null
  return (
    <li>
      <div>
        <WayLine people={['you', ...way.connectors, target]} strong={way.ties.map(({ strong }) => strong)} />
        <WayReason way={way} target={target} />
      </div>
      {canAsk && (
        <Link
          className="button"
          data-kind={first ? 'primary' : undefined}
          to={`/p/${target.handle}/ask?via=${way.key}`}
          aria-label={t.askLabel({ name: connector.givenName, target: target.givenName })}
        >
          {t.ask({ name: connector.givenName })}
        </Link>
      )}
    </li>
  )
}

/** Why this way is good: how the viewer knows the first connector, how they know the next, how that one knows the person. */
export function WayReason({ way, target }: { way: WayIn; target: Pictured }) {
  const locale = useLocale()
  const t = waysIn[locale]
  const [connector, second] = way.connectors
  const [own, next, last] = way.ties
  if (!connector || !own || !next) return null
  const headline = inLocale({ en: connector.headlineEn, fr: connector.headlineFr }, locale)
  const secondName = second ? `${second.givenName} ${second.familyName}` : t.someone
  const chain = last
    ? `${t.theirs({ ...next, name: secondName })}, ${t.who} ${t.theirs({ ...last, name: target.givenName })}`
    : t.theirs({ ...next, name: target.givenName })
  return (
    <p className="why">
      <Link to={`/p/${connector.handle}`}>
        {connector.givenName} {connector.familyName}
      </Link>
      {headline && (
        <>
          , <span lang={headline.locale}>{headline.text}</span>
        </>
      )}
      {` — ${t.yours(own)}, ${chain}.`}
    </p>
  )
}
