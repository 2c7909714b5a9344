// A person's page for whoever is not a member, when the person chose to be found by anyone. It ships no script; what machines read
// of it (schema.org, Open Graph, both languages' addresses) says no more than the page does.
import type { ProfileView } from '@entregent/core/profiles/profile.ts'
import { inLocale } from '@entregent/lib/base/locale.ts'
import { countryName } from '@entregent/lib/i18n/format.ts'
import { profile as catalogue } from '@entregent/lib/i18n/profile.ts'
import { shell } from '@entregent/lib/i18n/shell.ts'
import { Link, useRouteLoaderData } from 'react-router'
import { Avatar } from './avatar.tsx'
import { useLocale } from './locale.tsx'
import { personJsonLd, pictureUrl } from './person-json-ld.ts'
import { ProfileSections, Written } from './profile-sections.tsx'

/** `canonicalUrl` is the page's full address without a query, e.g. `https://network.example/p/zoe-roy`. */
export function PublicPerson({ profile, canonicalUrl }: { profile: ProfileView; canonicalUrl: string }) {
  const locale = useLocale()
  const t = catalogue[locale]
  const name = `${profile.givenName} ${profile.familyName}`
  const where = [profile.place, profile.country && countryName(locale, profile.country)].filter(Boolean).join(', ')
  const next = encodeURIComponent(`/p/${profile.handle}`)
  return (
    <main id="content" className="page-with-aside">
      <PersonMeta profile={profile} canonicalUrl={canonicalUrl} />
      <div>
        <header className="person-head">
          <Avatar person={profile} size="xl" />
          <div>
            <h1>{name}</h1>
            <p className="muted">
              <Written text={profile.headline} />
            </p>
            {where && <p className="muted small">{where}</p>}
          </div>
        </header>
        <ProfileSections profile={profile} />
      </div>
      <aside>
        <section className="stack">
          <h2>{t.joinToReach({ name: profile.givenName })}</h2>
          <p className="muted">{t.joinText}</p>
          <p>
            <Link className="button" data-kind="primary" to="/join">
              {shell[locale].join}
            </Link>
          </p>
          <p className="small">
            <Link to={`/sign-in?next=${next}`}>{t.member}</Link>
          </p>
        </section>
      </aside>
    </main>
  )
}

// React moves these to the head of the page.
function PersonMeta({ profile, canonicalUrl }: { profile: ProfileView; canonicalUrl: string }) {
  const locale = useLocale()
  const nonce = useRouteLoaderData<{ nonce: string }>('root')?.nonce
  const name = `${profile.givenName} ${profile.familyName}`
  const description = inLocale(profile.headline, locale)?.text
  const picture = pictureUrl(profile, canonicalUrl)
  return (
    <>
      <title>{`${name} — ${shell[locale].product}`}</title>
      <link rel="canonical" href={canonicalUrl} />
      <link rel="alternate" hrefLang="en" href={`${canonicalUrl}?lang=en`} />
      <link rel="alternate" hrefLang="fr" href={`${canonicalUrl}?lang=fr`} />
      <link rel="alternate" hrefLang="x-default" href={canonicalUrl} />
      {description && <meta name="description" content={description} />}
      <meta property="og:type" content="profile" />
      <meta property="og:site_name" content={shell[locale].product} />
      <meta property="og:title" content={name} />
      {description && <meta property="og:description" content={description} />}
      <meta property="og:url" content={canonicalUrl} />
      <meta property="og:locale" content={locale === 'fr' ? 'fr_CA' : 'en_CA'} />
      <meta property="og:locale:alternate" content={locale === 'fr' ? 'en_CA' : 'fr_CA'} />
      {picture && <meta property="og:image" content={picture} />}
      <meta property="profile:first_name" content={profile.givenName} />
      <meta property="profile:last_name" content={profile.familyName} />
      <script type="application/ld+json" nonce={nonce}>
        {personJsonLd(profile, canonicalUrl, locale)}
      </script>
    </>
  )
}
