// What the account is held by: password, address, and the browsers that are signed in.
import { formatMoment } from '@entregent/lib/i18n/format.ts'
import { settings } from '@entregent/lib/i18n/settings.ts'
import { Form, Link } from 'react-router'
import { browserName } from './browser-name.ts'
import { Field, FormNotice } from './field.tsx'
import { useLocale, useTimeZone } from './locale.tsx'
import { refusalOf, SettingsForm, type SettingsState } from './settings-form.tsx'

/** How the member can prove now that the account is theirs. */
export interface Proof {
  readonly hasPassword: boolean
  readonly signedInRecently: boolean
}

export function PasswordSetting({ proof, email, state }: { proof: Proof; email: string; state: SettingsState }) {
  const t = settings[useLocale()]
  const refusal = refusalOf('password', state)
  if (!proof.hasPassword && !proof.signedInRecently) return <SignInAgain act="password" title={t.password} />
  return (
    <SettingsForm act="password" title={t.password} text={proof.hasPassword ? t.passwordText : t.noPasswordText} state={state}>
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
      <PresentPassword proof={proof} refusal={refusal} />
      <Field label={t.newPassword} hint={t.newPasswordHint} name="password" type="password" autoComplete="new-password" refusal={refusal} />
    </SettingsForm>
  )
}

export function EmailSetting({ proof, email, state }: { proof: Proof; email: string; state: SettingsState }) {
  const t = settings[useLocale()]
  const refusal = refusalOf('email', state)
  if (!proof.hasPassword && !proof.signedInRecently) return <SignInAgain act="email" title={t.email} />
  return (
    <SettingsForm act="email" title={t.email} text={t.emailText({ email })} state={state} submit={t.sendEmailLink} savedText={t.emailSent}>
      <PresentPassword proof={proof} refusal={refusal} />
      <Field label={t.newEmail} name="email" type="email" autoComplete="email" maxLength={254} refusal={refusal} />
    </SettingsForm>
  )
}

interface SessionRow {
  readonly id: string
  readonly userAgent: string
  readonly seenAt: Date
  readonly present: boolean
}

export function SessionsSetting({ sessions, now, state }: { sessions: readonly SessionRow[]; now: Date; state: SettingsState }) {
  const locale = useLocale()
  const timeZone = useTimeZone()
  const t = settings[locale]
  return (
    <section id="sessions" className="setting stack">
      <h3>{t.sessions}</h3>
      <p className="hint">{t.sessionsText}</p>
      {state.saved === 'sessions' && (
        <p className="done-notice" role="status">
          {t.ended}
        </p>
      )}
      <FormNotice refusal={refusalOf('end-session', state)} />
      <ul className="rows">
        {sessions.map(({ id, userAgent, seenAt, present }) => {
          const name = browserName(userAgent) || t.unknownBrowser
          return (
            <li key={id} className="session-row">
              <p>
                {name}
                {present && <strong> ({t.thisBrowser})</strong>}
                <br />
                <span className="muted small">{t.lastSeen({ moment: formatMoment(locale, seenAt, timeZone, now) })}</span>
              </p>
              {!present && (
                <Form method="post">
                  <input type="hidden" name="act" value="end-session" />
                  <button type="submit" name="session" value={id} aria-label={t.endLabel({ name })}>
                    {t.end}
                  </button>
                </Form>
              )}
            </li>
          )
        })}
      </ul>
      <Form method="post" className="acts">
        <button type="submit" data-kind="danger" name="act" value="sign-out-everywhere">
          {t.everywhere}
        </button>
        <span className="hint">{t.everywhereText}</span>
      </Form>
    </section>
  )
}

function PresentPassword({ proof, refusal }: { proof: Proof; refusal: unknown }) {
  const t = settings[useLocale()]
  if (proof.signedInRecently) return null
  return <Field label={t.presentPassword} name="presentPassword" type="password" autoComplete="current-password" refusal={refusal} />
}

function SignInAgain({ act, title }: { act: string; title: string }) {
  const t = settings[useLocale()]
  return (
    <section id={act} className="setting stack">
      <h3>{title}</h3>
      <p className="hint">{t.signInAgain}</p>
      <p>
        <Link className="button" to={`/sign-in?next=${encodeURIComponent(`/settings#${act}`)}`}>
          {t.signInAgainLink}
        </Link>
      </p>
    </section>
  )
}
