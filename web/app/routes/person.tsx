// A person: who they are, the ways in, what can reach them, what the viewer has in common with them. To visitors, only what the
// person shows to anyone.
import { findConversationWith } from '@entregent/core/conversations/conversations.ts'
import { findOpenRequest } from '@entregent/core/introductions/lists.ts'
import { areConnected } from '@entregent/core/network/connections.ts'
import { accessProfile } from '@entregent/core/profiles/access.ts'
import { type ProfileView, readProfile } from '@entregent/core/profiles/profile.ts'
import { countShownConnections, listInCommon } from '@entregent/core/reachability/in-common.ts'
import { listReach, type ReachChoice } from '@entregent/core/reachability/reach.ts'
import { listWaysIn } from '@entregent/core/reachability/ways-in.ts'
import { inLocale } from '@entregent/lib/base/locale.ts'
import { formatYears, languageName } from '@entregent/lib/i18n/format.ts'
import { shell } from '@entregent/lib/i18n/shell.ts'
import { waysIn } from '@entregent/lib/i18n/ways-in.ts'
import { words } from '@entregent/lib/i18n/words.ts'
import type { ReactNode } from 'react'
import { Link, useSearchParams } from 'react-router'
import { loaded } from '../request/route.ts'
import { services } from '../request/services.ts'
import { Avatar } from '../ui/avatar.tsx'
import { DegreeBadge } from '../ui/degree-badge.tsx'
import { useLocale } from '../ui/locale.tsx'
import { ProfileSections, Written } from '../ui/profile-sections.tsx'
import { PublicPerson } from '../ui/public-person.tsx'
import { ReachList } from '../ui/reach-list.tsx'
import { WaysIn } from '../ui/ways-in.tsx'
import type { Route } from './+types/person.ts'

export const loader = loaded(async ({ context, params }: Route.LoaderArgs) => {
  const { db, viewer, networkIndex, publicUrl } = context.get(services)
  const owner = await accessProfile(db, viewer, params.handle)
  if (!viewer) return { profile: await readProfile(db, owner), canonicalUrl: `${publicUrl}/p/${owner.handle}`, forMember: undefined }
  const [profile, isConnected, conversation, ways, mutual, reach, inCommon, connectionCount, openRequest] = await Promise.all([
    readProfile(db, owner),
    areConnected(db, viewer.id, owner.id),
    findConversationWith(db, viewer, owner.handle),
    listWaysIn(db, networkIndex, viewer, owner),
    networkIndex.network?.mutual(viewer.id, owner.id, 1),
    listReach(db, owner),
    listInCommon(db, viewer, owner),
    countShownConnections(db, owner),
    findOpenRequest(db, viewer, owner),
  ])
  const forMember = {
    isSelf: owner.id === viewer.id,
    isConnected,
    mayWrite: isConnected || conversation?.mayWrite === true,
    // Connected is what the rows say; the index may be a moment behind.
    degree: isConnected ? (1 as const) : ways.degree,
    ways,
    reach,
    inCommon,
    connectionCount,
    mutualCount: mutual?.count ?? 0,
    openRequest,
  }
  return { profile, canonicalUrl: `${publicUrl}/p/${owner.handle}`, forMember }
})

export default function Person({ loaderData: { profile, canonicalUrl, forMember } }: Route.ComponentProps) {
  if (!forMember) return <PublicPerson profile={profile} canonicalUrl={canonicalUrl} />
  return <MemberPerson person={profile} {...forMember} />
}

type Loaded = NonNullable<Route.ComponentProps['loaderData']['forMember']> & { readonly person: ProfileView }

function MemberPerson(loaded: Loaded) {
  const locale = useLocale()
  const t = waysIn[locale]
  const { person, isSelf, reach, inCommon } = loaded
  return (
    <main id="content" className="page-with-aside">
      <title>{`${person.givenName} ${person.familyName} — ${shell[locale].product}`}</title>
      <div>
        <Head {...loaded} />
        {!isSelf && <Approach {...loaded} />}
        <ProfileSections profile={person} />
      </div>
      <aside>
        <AsideSection title={isSelf ? t.whatReachesYou : t.whatReaches}>
          <ReachList choices={reach} />
          {isSelf && (
            <p className="small">
              <Link to="/settings">{t.changeReach}</Link>
            </p>
          )}
        </AsideSection>
        {!isSelf && <InCommon inCommon={inCommon} />}
      </aside>
    </main>
  )
}

function Head({ person, isSelf, degree, isConnected, mayWrite, connectionCount, mutualCount }: Loaded) {
  const locale = useLocale()
  const t = waysIn[locale]
  const counts = [
    connectionCount === undefined ? undefined : t.connections({ count: connectionCount }),
    isSelf || mutualCount === 0 ? undefined : t.mutual({ count: mutualCount }),
  ]
  const languages = person.languages.map(({ language }) => languageName(locale, language)).join(', ')
  const facts = [languages, counts.filter(Boolean).join(', ')].filter(Boolean).join(' · ')
  return (
    <header className="person-head">
      <Avatar person={person} size="xl" self={isSelf} />
      <div>
        <h1>
          {person.givenName} {person.familyName} {!isSelf && <DegreeBadge degree={degree} />}
        </h1>
        <p className="muted">
          <Written text={person.headline} />
          {inLocale(person.headline, locale) && person.place && ' · '}
          {person.place}
        </p>
        {facts && <p className="muted small">{facts}</p>}
        <Acts handle={person.handle} isSelf={isSelf} isConnected={isConnected} mayWrite={mayWrite} />
      </div>
    </header>
  )
}

function Acts({ handle, isSelf, isConnected, mayWrite }: { handle: string; isSelf: boolean; isConnected: boolean; mayWrite: boolean }) {
  const t = waysIn[useLocale()]
  if (isSelf) {
    return (
      <>
        <p className="muted small">{t.thisIsYou}</p>
        <p className="acts">
          <Link className="button" to="/profile">
            {t.editProfile}
          </Link>
        </p>
      </>
    )
  }
  return (
    <p className="acts">
      {mayWrite && (
        <Link className="button" data-kind="primary" to={`/conversations/with/${handle}`}>
          {t.write}
        </Link>
      )}
      {!isConnected && (
        <Link className="button" to={`/p/${handle}/connect`}>
          {t.connect}
        </Link>
      )}
    </p>
  )
}

/** How the viewer may come to this person: nothing to say between connections. */
function Approach({ person, isConnected, mayWrite, ways, reach, openRequest }: Loaded) {
  const t = waysIn[useLocale()]
  const [query] = useSearchParams()
  if (isConnected) return null
  const direct = reach.filter(({ way }) => way === 'direct')
  return (
    <>
      {query.get('done') === 'sent' && (
        <p className="done-notice" role="status">
          {t.invited({ name: person.givenName })}
        </p>
      )}
      {openRequest && (
        <p className="done-notice">
          {t.openRequest} <Link to={`/introductions/${openRequest.id}`}>{t.openRequestLink}</Link>
        </p>
      )}
      <WaysIn ways={ways} target={person} canAsk={!openRequest && !mayWrite && reach.some(({ way }) => way !== 'never')} />
      {direct.length > 0 && !openRequest && !mayWrite && <Direct person={person} choices={direct} />}
    </>
  )
}

function Direct({ person, choices }: { person: Loaded['person']; choices: readonly ReachChoice[] }) {
  const locale = useLocale()
  const t = waysIn[locale]
  // Some purposes hold a comma: a list of them needs a stronger mark.
  const purposes = choices.map(({ purpose }) => words[locale].purpose[purpose].toLocaleLowerCase(locale)).join(' · ')
  return (
    <section className="direct card">
      <div>
        <h2>{t.direct({ name: person.givenName })}</h2>
        <p className="muted">{t.directText({ purposes })}</p>
      </div>
      <Link className="button" to={`/p/${person.handle}/ask`}>
        {t.writeRequest}
      </Link>
    </section>
  )
}

function InCommon({ inCommon: { organizations, skills } }: { inCommon: Loaded['inCommon'] }) {
  const locale = useLocale()
  if (organizations.length + skills.length === 0) return null
  return (
    <AsideSection title={waysIn[locale].inCommon}>
      <ul className="rows" data-kind="pairs">
        {organizations.map(({ name, from, to }) => (
          <li key={name}>
            <span>{name}</span>
            <span className="muted number">{formatYears(locale, from, to)}</span>
          </li>
        ))}
        {skills.map((skill) => (
          <li key={`${skill.en}/${skill.fr}`}>
            <Written text={skill} />
          </li>
        ))}
      </ul>
    </AsideSection>
  )
}

function AsideSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  )
}
