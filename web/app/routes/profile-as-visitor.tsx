// One's own page as somebody sees it who is not signed in: nothing at all, unless anyone may find the member.
import { accessProfile } from '@entregent/core/profiles/access.ts'
import { readProfile } from '@entregent/core/profiles/profile.ts'
import { isAppError } from '@entregent/lib/base/errors.ts'
import { profile as catalogue } from '@entregent/lib/i18n/profile.ts'
import { shell } from '@entregent/lib/i18n/shell.ts'
import { Link } from 'react-router'
import { loaded } from '../request/route.ts'
import { signedIn } from '../request/services.ts'
import { useLocale } from '../ui/locale.tsx'
import { PublicPerson } from '../ui/public-person.tsx'
import type { Route } from './+types/profile-as-visitor.ts'

export const handle = { script: false }

export const loader = loaded(async ({ context }: Route.LoaderArgs) => {
  const { db, viewer, publicUrl } = signedIn(context)
  const canonicalUrl = `${publicUrl}/p/${viewer.handle}`
  try {
    return { profile: await readProfile(db, await accessProfile(db, undefined, viewer.handle)), canonicalUrl }
  } catch (error) {
    if (isAppError(error) && error.code === 'not_found') return { profile: undefined, canonicalUrl }
    throw error
  }
})

export default function ProfileAsVisitor({ loaderData: { profile, canonicalUrl } }: Route.ComponentProps) {
  const locale = useLocale()
  const t = catalogue[locale]
  if (profile) return <PublicPerson profile={profile} canonicalUrl={canonicalUrl} />
  return (
    <main id="content" className="notice stack">
      <title>{`${t.seePublicPage} — ${shell[locale].product}`}</title>
      <h1>{t.visitorsSeeNothing}</h1>
      <p>
        <Link className="button" to="/settings">
          {t.whoFinds}
        </Link>
      </p>
      <p>
        <Link to="/profile">{shell[locale].back}</Link>
      </p>
    </main>
  )
}
