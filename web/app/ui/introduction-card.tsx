// One introduction with what its reader may see and do: as asker, as connector, as the person. The same on its page and behind a
// link in a mail.
import type { IntroductionView, Person } from '@entregent/core/introductions/access.ts'
import { introductionNoteLimit } from '@entregent/lib/base/limits.ts'
import { inLocale } from '@entregent/lib/base/locale.ts'
import { formatDay } from '@entregent/lib/i18n/format.ts'
import { introductions } from '@entregent/lib/i18n/introductions.ts'
import { words } from '@entregent/lib/i18n/words.ts'
import type { ReactNode } from 'react'
import { Form, Link } from 'react-router'
import { Avatar } from './avatar.tsx'
import { FormNotice, TextArea } from './field.tsx'
import { useLocale, useTimeZone } from './locale.tsx'

/** A view as it travels to the page: without the reader's number. */
export type ShownIntroduction = IntroductionView extends infer View
  ? View extends IntroductionView
    ? Omit<View, 'memberId'>
    : never
  : never

export function IntroductionCard({ view, refusal }: { view: ShownIntroduction; refusal: unknown }) {
  const locale = useLocale()
  const t = introductions[locale]
  return (
    <article className="introduction-card">
      <h1>{titleOf(view, t)}</h1>
      <p className="muted">
        {words[locale].purpose[view.purpose]} · <Moment view={view} />
      </p>
      <FormNotice refusal={refusal} />
      {view.role === 'asker' && <Asked view={view} />}
      {view.role === 'connector' && <ToForward view={view} refusal={refusal} />}
      {view.role === 'target' && <Offered view={view} />}
    </article>
  )
}

function Asked({ view }: { view: Extract<ShownIntroduction, { role: 'asker' }> }) {
  const t = introductions[useLocale()]
  const first = view.connectors[0]?.person
  return (
    <>
      <ol className="course" aria-label={t.howItGoes}>
        {view.connectors.map(({ person, forwarded }, index) => (
          <li key={index} data-done={forwarded || undefined}>
            <PersonLine person={person} />
          </li>
        ))}
        <li data-done={view.state === 'accepted' || undefined}>
          <PersonLine person={view.target} />
        </li>
      </ol>
      <p className="state" data-state={view.state}>
        {view.state === 'accepted' ? t.yesAccepted({ target: view.target.givenName }) : t.state[view.closedAs ?? view.state]}
      </p>
      {view.closedAs === 'expired' && <p className="muted">{t.expiredText}</p>}
      <Talk handle={view.conversationWith} />
      {first && view.noteToConnector && <Note title={t.yourNoteTo({ name: first.givenName })}>{view.noteToConnector}</Note>}
      <Note title={t.yourNoteTo({ name: view.target.givenName })}>{view.noteToTarget}</Note>
      {view.acts.includes('withdraw') && <ActButton act="withdraw" label={t.withdraw} hint={t.withdrawHint} />}
    </>
  )
}

function ToForward({ view, refusal }: { view: Extract<ShownIntroduction, { role: 'connector' }>; refusal: unknown }) {
  const t = introductions[useLocale()]
  const timeZone = useTimeZone()
  const locale = useLocale()
  return (
    <>
      <PersonLine person={view.asker} />
      {view.noteToConnector && <Note title={t.from({ name: nameOf(view.from) })}>{view.noteToConnector}</Note>}
      <Note title={t.noteFor({ target: nameOf(view.target) })}>{view.noteToTarget}</Note>
      {view.forwardedAt && (
        <>
          <p className="state" data-state="accepted">
            {t.forwardedOn({ day: formatDay(locale, view.forwardedAt, timeZone) })}
          </p>
          {view.ownWords && <Note title={t.youSaid}>{view.ownWords}</Note>}
        </>
      )}
      {!view.forwardedAt && view.acts.length === 0 && <p className="state">{t.state.closed}</p>}
      {view.acts.includes('forward') && (
        <Form method="post" className="form">
          <TextArea
            label={t.ownWords({ name: view.to.givenName })}
            hint={t.ownWordsHint}
            name="ownWords"
            maxLength={introductionNoteLimit}
            optional
            refusal={refusal}
          />
          <button type="submit" name="act" value="forward" data-kind="primary">
            {t.forward({ name: view.to.givenName })}
          </button>
        </Form>
      )}
      <Rest view={view} />
    </>
  )
}

function Offered({ view }: { view: Extract<ShownIntroduction, { role: 'target' }> }) {
  const t = introductions[useLocale()]
  const last = view.connectors.at(-1)
  return (
    <>
      <PersonLine person={view.asker} />
      <Note title={t.noteForYou({ asker: view.asker.givenName })}>{view.noteToTarget}</Note>
      {last && view.connectorNote && <Note title={t.connectorSays({ name: last.givenName })}>{view.connectorNote}</Note>}
      {view.connectors.length > 0 && (
        <section>
          <h2>{t.cameThrough}</h2>
          <ol className="course">
            {view.connectors.map((person, index) => (
              <li key={index} data-done>
                <PersonLine person={person} />
              </li>
            ))}
          </ol>
        </section>
      )}
      {view.state === 'accepted' && (
        <p className="state" data-state="accepted">
          {t.yesYouAccepted({ asker: view.asker.givenName })}
        </p>
      )}
      {view.state === 'closed' && <p className="state">{t.state.closed}</p>}
      <Talk handle={view.conversationWith} />
      {view.acts.includes('accept') && (
        <ActButton
          act="accept"
          label={t.accept({ asker: view.asker.givenName })}
          hint={t.acceptHint({ asker: view.asker.givenName })}
          kind="primary"
        />
      )}
      <Rest view={view} />
    </>
  )
}

function Rest({ view }: { view: ShownIntroduction }) {
  const t = introductions[useLocale()]
  return (
    <>
      {view.acts.includes('set_aside') && <ActButton act="set_aside" label={t.letRest} hint={t.letRestHint} />}
      {view.acts.includes('bring_back') && <ActButton act="bring_back" label={t.bringBack} hint={t.rested} />}
    </>
  )
}

function ActButton({ act, label, hint, kind }: { act: string; label: string; hint: string; kind?: 'primary' }) {
  return (
    <Form method="post" className="act">
      <button type="submit" name="act" value={act} data-kind={kind}>
        {label}
      </button>
      <p className="hint">{hint}</p>
    </Form>
  )
}

function Note({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="note">
      <h2>{title}</h2>
      <blockquote className="prose">{children}</blockquote>
    </section>
  )
}

function Talk({ handle }: { handle: string | null }) {
  const t = introductions[useLocale()]
  if (!handle) return null
  return (
    <p>
      <Link className="button" data-kind="primary" to={`/conversations/with/${handle}`}>
        {t.talk}
      </Link>
    </p>
  )
}

function PersonLine({ person }: { person: Person | null }) {
  const locale = useLocale()
  if (!person) {
    return (
      <div className="person-line">
        <span className="avatar" aria-hidden="true">
          …
        </span>
        <p className="muted">{introductions[locale].someone}</p>
      </div>
    )
  }
  const headline = inLocale({ en: person.headlineEn, fr: person.headlineFr }, locale)
  return (
    <div className="person-line">
      <Avatar person={person} />
      <p>
        <Link to={`/p/${person.handle}`}>{nameOf(person)}</Link>
        {headline && (
          <span className="muted" lang={headline.locale}>
            {headline.text}
          </span>
        )}
      </p>
    </div>
  )
}

function Moment({ view }: { view: ShownIntroduction }) {
  const locale = useLocale()
  const timeZone = useTimeZone()
  const t = introductions[locale]
  const open = view.state !== 'accepted' && view.state !== 'closed'
  return (
    <>
      {t.askedOn({ day: formatDay(locale, view.askedAt, timeZone) })}
      {open && ` · ${t.closesOn({ day: formatDay(locale, view.expiresAt, timeZone) })}`}
    </>
  )
}

function titleOf(view: ShownIntroduction, t: (typeof introductions)['en']): string {
  if (view.role === 'asker') return t.youAsked({ target: nameOf(view.target) })
  if (view.role === 'target') return t.wantsToReachYou({ asker: nameOf(view.asker) })
  return t.wantsToReach({ asker: nameOf(view.asker), target: nameOf(view.target) })
}

function nameOf(person: Person): string {
  return `${person.givenName} ${person.familyName}`
}
