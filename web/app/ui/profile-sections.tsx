// What a profile says, section by section; an empty section is left out. Each text in the reader's language, or else in the other,
// marked with the language it is in.
import type { Education, Position, ProfileView } from '@entregent/core/profiles/profile.ts'
import { type BilingualText, inLocale } from '@entregent/lib/base/locale.ts'
import { languageName } from '@entregent/lib/i18n/format.ts'
import { profile as catalogue, spanOfYears } from '@entregent/lib/i18n/profile.ts'
import { words } from '@entregent/lib/i18n/words.ts'
import type { ReactNode } from 'react'
import { useLocale } from './locale.tsx'

/** All sections of a profile that hold something. */
export function ProfileSections({ profile }: { profile: ProfileView }) {
  const t = catalogue[useLocale()]
  const { summary, positions, education, skills, languages, links } = profile
  return (
    <>
      {(summary.en || summary.fr) && (
        <Section title={t.summary}>
          <Summary summary={summary} />
        </Section>
      )}
      {positions.length > 0 && (
        <Section title={t.career}>
          <Positions positions={positions} />
        </Section>
      )}
      {education.length > 0 && (
        <Section title={t.education}>
          <Schools education={education} />
        </Section>
      )}
      {skills.length > 0 && (
        <Section title={t.skills}>
          <Skills skills={skills} />
        </Section>
      )}
      {languages.length > 0 && (
        <Section title={t.languages}>
          <Languages languages={languages} />
        </Section>
      )}
      {links.length > 0 && (
        <Section title={t.links}>
          <Links links={links} />
        </Section>
      )}
    </>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="profile-section">
      <h2>{title}</h2>
      {children}
    </section>
  )
}

/** A text in the reader's language, or else in the other; nothing when there is none. */
export function Written({ text }: { text: BilingualText }) {
  const locale = useLocale()
  const found = inLocale(text, locale)
  if (!found) return null
  return <span lang={found.locale === locale ? undefined : found.locale}>{found.text}</span>
}

export function Summary({ summary }: { summary: BilingualText }) {
  return (
    <p className="prose">
      <Written text={summary} />
    </p>
  )
}

/** Positions as a list of years and what was done in them. `acts` adds what the owner can do to one. */
export function Positions({ positions, acts }: { positions: readonly Position[]; acts?: (position: Position) => ReactNode }) {
  const locale = useLocale()
  return (
    <ol className="career">
      {positions.map((position) => (
        <li key={position.id} id={`position-${position.id}`}>
          <span className="muted number">{spanOfYears(locale, position.startedOn, position.endedOn)}</span>
          <div>
            <h3>
              <Written text={position.title} />
            </h3>
            <p className="muted">{[position.organization, position.place].filter(Boolean).join(' · ')}</p>
            {(position.description.en || position.description.fr) && (
              <p className="prose">
                <Written text={position.description} />
              </p>
            )}
            {acts?.(position)}
          </div>
        </li>
      ))}
    </ol>
  )
}

/** Courses of study, as positions are. */
export function Schools({ education, acts }: { education: readonly Education[]; acts?: (education: Education) => ReactNode }) {
  const locale = useLocale()
  return (
    <ol className="career">
      {education.map((course) => (
        <li key={course.id} id={`education-${course.id}`}>
          <span className="muted number">
            {course.endedOn || course.startedOn ? spanOfYears(locale, course.startedOn, course.endedOn) : ''}
          </span>
          <div>
            <h3>{course.organization}</h3>
            <p className="muted">
              <Written text={course.degree} />
              {inLocale(course.degree, locale) && inLocale(course.field, locale) && ' · '}
              <Written text={course.field} />
            </p>
            {acts?.(course)}
          </div>
        </li>
      ))}
    </ol>
  )
}

export function Skills({ skills }: { skills: readonly BilingualText[] }) {
  return (
    <ul className="skills">
      {skills.map((skill) => (
        <li key={`${skill.en}/${skill.fr}`}>
          <Written text={skill} />
        </li>
      ))}
    </ul>
  )
}

export function Languages({ languages }: { languages: ProfileView['languages'] }) {
  const locale = useLocale()
  return (
    <ul className="rows" data-kind="pairs">
      {languages.map(({ language, level }) => (
        <li key={language}>
          <span>{languageName(locale, language)}</span>
          <span className="muted">{words[locale].languageLevel[level]}</span>
        </li>
      ))}
    </ul>
  )
}

export function Links({ links }: { links: ProfileView['links'] }) {
  return (
    <ul className="rows">
      {links.map(({ url, label }) => (
        <li key={url}>
          <a href={url} rel="noopener noreferrer nofollow ugc">
            {label ?? url.replace(/^https?:\/\//u, '').replace(/\/$/u, '')}
          </a>
        </li>
      ))}
    </ul>
  )
}
