// My settings: each is a small form of its own, saved by itself.
import { changePassword, hasPassword, requestEmailChange, signedInRecently } from '@entregent/core/members/credentials.ts'
import { endOwnSession, endSessions, listSessions } from '@entregent/core/members/sessions.ts'
import {
  findSettings,
  setFindableBy,
  setLocale,
  setMailPaused,
  setReach,
  setShowsConnections,
  setTimeZone,
} from '@entregent/core/members/settings.ts'
import { listTimeZones } from '@entregent/core/members/time-zone.ts'
import { languageCookie } from '@entregent/core/services/session-cookie.ts'
import { refuseField } from '@entregent/lib/base/input.ts'
import { locales } from '@entregent/lib/base/locale.ts'
import { settings } from '@entregent/lib/i18n/settings.ts'
import { shell } from '@entregent/lib/i18n/shell.ts'
import { words } from '@entregent/lib/i18n/words.ts'
import { redirect, redirectDocument, useSearchParams } from 'react-router'
import { closeSession, openSession } from '../request/open-session.ts'
import { acted, fieldText, loaded, readForm } from '../request/route.ts'
import { signedIn } from '../request/services.ts'
import { Choice, Select } from '../ui/field.tsx'
import { useLocale } from '../ui/locale.tsx'
import { EmailSetting, PasswordSetting, SessionsSetting } from '../ui/settings-account.tsx'
import { refusalOf, SettingsForm, type SettingsState } from '../ui/settings-form.tsx'
import { ConnectionsSetting, FindableSetting, ReachSetting } from '../ui/settings-privacy.tsx'
import type { Route } from './+types/settings.ts'

export const loader = loaded(async ({ context }: Route.LoaderArgs) => {
  const { db, viewer } = signedIn(context)
  const [{ reach, mailPaused }, sessions, withPassword] = await Promise.all([
    findSettings(db, viewer),
    listSessions(db, viewer),
    hasPassword(db, viewer),
  ])
  const { email, locale, timeZone, findableBy, showsConnections } = viewer
  return {
    email,
    locale,
    timeZone,
    findableBy,
    showsConnections,
    reach,
    mailPaused,
    sessions,
    proof: { hasPassword: withPassword, signedInRecently: signedInRecently(viewer) },
    timeZones: listTimeZones(),
    now: new Date(),
  }
})

export const action = acted(async ({ context, request }: Route.ActionArgs) => {
  const given = signedIn(context)
  const { db, viewer, networkPrefix, responseHeaders } = given
  const form = await readForm(request)
  const saved = (act: string) => redirect(`/settings?saved=${act}#${act}`)
  switch (form.act) {
    case 'language':
      responseHeaders.append('set-cookie', languageCookie(await setLocale(db, viewer, form)))
      return saved('language')
    case 'time-zone':
      await setTimeZone(db, viewer, form)
      return saved('time-zone')
    case 'findable':
      await setFindableBy(db, viewer, form)
      return saved('findable')
    case 'connections':
      await setShowsConnections(db, viewer, form)
      return saved('connections')
    case 'reach':
      await setReach(db, viewer, form)
      return saved('reach')
    case 'mail':
      await setMailPaused(db, viewer, form)
      return saved('mail')
    case 'password':
      await changePassword(db, viewer, form)
      await openSession(given, request, { memberId: viewer.id, email: viewer.email })
      return saved('password')
    case 'email':
      await requestEmailChange(db, viewer, networkPrefix, form)
      return saved('email')
    case 'end-session':
      await endOwnSession(db, viewer, fieldText(form, 'session'))
      return saved('sessions')
    case 'sign-out-everywhere':
      await endSessions(db, viewer.id)
      await closeSession(given, request)
      return redirectDocument('/sign-in')
    default:
      return refuseField('act', 'invalid_choice')
  }
})

export default function Settings({ loaderData, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const t = settings[locale]
  const [query] = useSearchParams()
  const state: SettingsState = { saved: actionData === undefined ? query.get('saved') : null, actionData }
  const { email, proof } = loaderData
  return (
    <main id="content" className="page settings" data-width="text">
      <title>{`${t.title} — ${shell[locale].product}`}</title>
      <h1>{t.title}</h1>
      <nav aria-label={t.onThisPage} className="acts">
        <a href="#privacy">{t.privacy}</a>
        <a href="#general">{t.general}</a>
        <a href="#mail">{t.mailGroup}</a>
        <a href="#account">{t.account}</a>
      </nav>
      <section id="privacy">
        <h2>{t.privacy}</h2>
        <FindableSetting value={loaderData.findableBy} state={state} />
        <ConnectionsSetting value={loaderData.showsConnections} state={state} />
        <ReachSetting value={loaderData.reach} state={state} />
      </section>
      <section id="general">
        <h2>{t.general}</h2>
        <SettingsForm act="language" title={t.language} text={t.languageText} state={state} single>
          <Choice
            label={t.language}
            name="locale"
            defaultValue={loaderData.locale}
            choices={locales.map((value) => ({ value, label: words[locale].locale[value] }))}
            refusal={refusalOf('language', state)}
          />
        </SettingsForm>
        <SettingsForm act="time-zone" title={t.timeZone} text={t.timeZoneText} state={state} single>
          <Select label={t.timeZone} name="timeZone" defaultValue={loaderData.timeZone} refusal={refusalOf('time-zone', state)}>
            {loaderData.timeZones.map((zone) => (
              <option key={zone} value={zone}>
                {zone.replaceAll('_', ' ')}
              </option>
            ))}
          </Select>
        </SettingsForm>
      </section>
      <section>
        <h2>{t.mailGroup}</h2>
        <SettingsForm act="mail" title={t.mail} text={t.mailText} state={state} single>
          <Choice
            label={t.mail}
            name="mail"
            defaultValue={loaderData.mailPaused ? 'paused' : 'on'}
            choices={[
              { value: 'on', label: t.mailOn },
              { value: 'paused', label: t.mailPaused },
            ]}
            refusal={refusalOf('mail', state)}
          />
        </SettingsForm>
      </section>
      <section id="account">
        <h2>{t.account}</h2>
        {query.get('saved') === 'address' && (
          <p className="done-notice" role="status">
            {t.emailChanged}
          </p>
        )}
        <PasswordSetting proof={proof} email={email} state={state} />
        <EmailSetting proof={proof} email={email} state={state} />
        <SessionsSetting sessions={loaderData.sessions} now={loaderData.now} state={state} />
      </section>
    </main>
  )
}
