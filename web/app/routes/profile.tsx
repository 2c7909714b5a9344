// My profile, as others see it, changed in place: `?edit=` opens the form of one section, and saving comes back to that section.
import { accessOwnProfile } from '@entregent/core/profiles/access.ts'
import { readProfile } from '@entregent/core/profiles/profile.ts'
import { countryCodes, languageCodes } from '@entregent/lib/base/codes.ts'
import { countryName, languageName } from '@entregent/lib/i18n/format.ts'
import { profile as catalogue } from '@entregent/lib/i18n/profile.ts'
import { shell } from '@entregent/lib/i18n/shell.ts'
import { words } from '@entregent/lib/i18n/words.ts'
import { Form, Link, type ShouldRevalidateFunctionArgs, useSearchParams } from 'react-router'
import { changeProfile, type Removed } from '../request/change-profile.ts'
import { acted, isRefusal, loaded, readForm } from '../request/route.ts'
import { signedIn } from '../request/services.ts'
import { useLocale } from '../ui/locale.tsx'
import { ProfileAbout, ProfileSummary } from '../ui/profile-about.tsx'
import { ProfileCareer, ProfileEducation } from '../ui/profile-career.tsx'
import { ProfileLanguages, ProfileLinks, ProfileSkills } from '../ui/profile-lists.tsx'
import type { Route } from './+types/profile.ts'

export const loader = loaded(async ({ context }: Route.LoaderArgs) => {
  const { db, viewer, locale } = signedIn(context)
  const own = await accessOwnProfile(db, viewer)
  // Named here and not in the browser, whose own names may differ.
  const named = (codes: readonly string[], name: (code: string) => string) =>
    codes.map((code) => ({ code, name: name(code) })).sort((a, b) => a.name.localeCompare(b.name, locale))
  return {
    profile: await readProfile(db, own),
    findableBy: own.findableBy,
    countries: named(countryCodes, (code) => countryName(locale, code)),
    languages: named(languageCodes, (code) => languageName(locale, code)),
  }
})

export const action = acted(async ({ context, request }: Route.ActionArgs) => {
  const { db, viewer } = signedIn(context)
  return changeProfile(db, await accessOwnProfile(db, viewer), await readForm(request))
})

// After a conflict, what is there now is read too: by default a refusal reads nothing again.
export const shouldRevalidate = ({ actionStatus, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) =>
  actionStatus === 409 || defaultShouldRevalidate

export default function Profile({ loaderData, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const t = catalogue[locale]
  const [query] = useSearchParams()
  const { profile, countries, languages } = loaderData
  const section = { profile, edit: query.get('edit'), id: query.get('id'), refusal: isRefusal(actionData) ? actionData : undefined }
  const removed = actionData && 'removed' in actionData ? actionData.removed : undefined
  return (
    <main id="content" className="page-with-aside">
      <title>{`${t.title} — ${shell[locale].product}`}</title>
      <div>
        {removed && <Undo removed={removed} version={profile.version} />}
        {query.has('saved') && !section.refusal && !removed && (
          <p className="done-notice" role="status">
            {shell[locale].saved}
          </p>
        )}
        <ProfileAbout {...section} countries={countries} />
        <ProfileSummary {...section} />
        <ProfileCareer {...section} />
        <ProfileEducation {...section} />
        <ProfileSkills {...section} />
        <ProfileLanguages {...section} choices={languages} />
        <ProfileLinks {...section} />
      </div>
      <aside>
        <WhoFinds findableBy={loaderData.findableBy} handle={profile.handle} />
      </aside>
    </main>
  )
}

function WhoFinds({ findableBy, handle }: { findableBy: Route.ComponentProps['loaderData']['findableBy']; handle: string }) {
  const locale = useLocale()
  const t = catalogue[locale]
  return (
    <section className="stack">
      <h2>{t.whoFinds}</h2>
      <p>{findableBy ? words[locale].findableBy[findableBy] : t.whoFindsUnanswered}</p>
      <p>
        <Link className="button" to="/settings">
          {t.changeWhoFinds}
        </Link>
      </p>
      <p>
        <Link to={`/p/${handle}`}>{t.seePage}</Link>
      </p>
      <p>
        <Link to="/profile/as-visitor">{t.seePublicPage}</Link>
      </p>
    </section>
  )
}

function Undo({ removed, version }: { removed: Removed; version: number }) {
  const locale = useLocale()
  return (
    <Form method="post" action="/profile" className="done-notice acts" role="status">
      <span>{catalogue[locale].removed({ what: removed.what })}</span>
      <input type="hidden" name="version" value={version} />
      {Object.entries(removed.fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" name="act" value={removed.undo}>
        {shell[locale].undo}
      </button>
    </Form>
  )
}
