// A person in the words of schema.org, for those who chose to be found by anyone. https://schema.org/Person
import type { ProfileView } from '@entregent/core/profiles/profile.ts'
import { inLocale, type Locale } from '@entregent/lib/base/locale.ts'

/** The JSON-LD text, safe inside a script element: no `<` in it. */
export function personJsonLd(profile: ProfileView, canonicalUrl: string, locale: Locale): string {
  const { givenName, familyName, headline, positions, education, skills, languages, links, place, country } = profile
  const current = positions.filter(({ endedOn }) => endedOn === null)
  const person = {
    '@context': 'https://schema.org',
    '@type': 'Person',
    name: `${givenName} ${familyName}`,
    givenName,
    familyName,
    url: canonicalUrl,
    image: pictureUrl(profile, canonicalUrl),
    description: inLocale(headline, locale)?.text,
    jobTitle: current[0] && inLocale(current[0].title, locale)?.text,
    worksFor: some(current.map(({ organization }) => ({ '@type': 'Organization', name: organization }))),
    alumniOf: some(education.map(({ organization }) => ({ '@type': 'EducationalOrganization', name: organization }))),
    knowsAbout: some(skills.map((skill) => inLocale(skill, locale)?.text)),
    knowsLanguage: some(languages.map(({ language }) => language)),
    address:
      place || country
        ? { '@type': 'PostalAddress', addressLocality: place ?? undefined, addressCountry: country ?? undefined }
        : undefined,
    sameAs: some(links.map(({ url }) => url)),
  }
  return JSON.stringify(person).replaceAll('<', '\\u003c')
}

/** The picture's full address, or undefined when there is none. */
export function pictureUrl({ handle, photoVersion }: ProfileView, canonicalUrl: string): string | undefined {
  return photoVersion > 0 ? new URL(`/photo/${handle}?v=${photoVersion}&size=large`, canonicalUrl).href : undefined
}

function some<Value>(values: readonly Value[]): readonly Value[] | undefined {
  return values.length > 0 ? values : undefined
}
