// Skills, languages and links of one's own profile: each a list that is changed as a whole, with empty lines to write in.
import { languageLevels } from '@entregent/lib/base/words.ts'
import { profile as catalogue } from '@entregent/lib/i18n/profile.ts'
import { words } from '@entregent/lib/i18n/words.ts'
import type { ReactNode } from 'react'
import type { Refusal } from '../request/route.ts'
import { Field, Select } from './field.tsx'
import { useLocale } from './locale.tsx'
import { EditableSection, ProfileForm, refusalOf, type SectionProps } from './profile-editor.tsx'
import { Languages, Links, Skills } from './profile-sections.tsx'

export function ProfileSkills({ profile, edit, refusal: any }: SectionProps) {
  const locale = useLocale()
  const t = catalogue[locale]
  const { skills } = profile
  const refusal = refusalOf(any, 'skills')
  const [first, second] = locale === 'fr' ? (['fr', 'en'] as const) : (['en', 'fr'] as const)
  const inLanguage = { en: t.inEnglish, fr: t.inFrench }
  const form = (
    <ProfileForm act="skills" profile={profile} refusal={any} current={<Skills skills={skills} />}>
      <p className="hint">{t.bothLanguages}</p>
      <Rows hint={t.skillsHint} heads={[inLanguage[first], inLanguage[second]]} count={rowCount('skills', skills.length, 5, 50, refusal)}>
        {(row) =>
          [first, second].map((language) => (
            <Field
              key={language}
              label={`${t.skill({ number: row + 1 })} ${inLanguage[language]}`}
              name={`skills.${row}.${language}`}
              lang={language}
              defaultValue={skills[row]?.[language] ?? ''}
              maxLength={80}
              required={false}
              refusal={refusal}
            />
          ))
        }
      </Rows>
    </ProfileForm>
  )
  return (
    <EditableSection name="skills" title={t.skills} isEmpty={skills.length === 0} empty={t.noSkills} edit={edit} form={form}>
      <Skills skills={skills} />
    </EditableSection>
  )
}

export function ProfileLanguages({
  profile,
  edit,
  refusal: any,
  choices,
}: SectionProps & { choices: readonly { code: string; name: string }[] }) {
  const locale = useLocale()
  const t = catalogue[locale]
  const { languages } = profile
  const refusal = refusalOf(any, 'languages')
  const form = (
    <ProfileForm act="languages" profile={profile} refusal={any} current={<Languages languages={languages} />}>
      <Rows hint={t.languagesHint} heads={[t.languageName, t.level]} count={rowCount('languages', languages.length, 2, 20, refusal)}>
        {(row) => (
          <>
            <Select
              label={t.language({ number: row + 1 })}
              name={`languages.${row}.language`}
              defaultValue={languages[row]?.language ?? ''}
              refusal={refusal}
              required={false}
            >
              <option value="">{t.none}</option>
              {choices.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </Select>
            <Select
              label={`${t.level}, ${t.language({ number: row + 1 })}`}
              name={`languages.${row}.level`}
              defaultValue={languages[row]?.level ?? 'working'}
              refusal={refusal}
              required={false}
            >
              {languageLevels.map((level) => (
                <option key={level} value={level}>
                  {words[locale].languageLevel[level]}
                </option>
              ))}
            </Select>
          </>
        )}
      </Rows>
    </ProfileForm>
  )
  return (
    <EditableSection name="languages" title={t.languages} isEmpty={languages.length === 0} empty={t.noLanguages} edit={edit} form={form}>
      <Languages languages={languages} />
    </EditableSection>
  )
}

export function ProfileLinks({ profile, edit, refusal: any }: SectionProps) {
  const t = catalogue[useLocale()]
  const { links } = profile
  const refusal = refusalOf(any, 'links')
  const form = (
    <ProfileForm act="links" profile={profile} refusal={any} current={<Links links={links} />}>
      <Rows hint={t.linksHint} heads={[t.url, t.linkLabel]} count={rowCount('links', links.length, 2, 10, refusal)}>
        {(row) => (
          <>
            <Field
              label={`${t.link({ number: row + 1 })}, ${t.url}`}
              name={`links.${row}.url`}
              type="url"
              defaultValue={links[row]?.url ?? ''}
              maxLength={500}
              required={false}
              refusal={refusal}
            />
            <Field
              label={`${t.link({ number: row + 1 })}, ${t.linkLabel}`}
              name={`links.${row}.label`}
              defaultValue={links[row]?.label ?? ''}
              maxLength={80}
              required={false}
              refusal={refusal}
            />
          </>
        )}
      </Rows>
    </ProfileForm>
  )
  return (
    <EditableSection name="links" title={t.links} isEmpty={links.length === 0} empty={t.noLinks} edit={edit} form={form}>
      <Links links={links} />
    </EditableSection>
  )
}

/** Lines of two fields under two heads; each field's own label is for screen readers. */
function Rows({
  hint,
  heads,
  count,
  children,
}: {
  hint: string
  heads: readonly [string, string]
  count: number
  children: (row: number) => ReactNode
}) {
  return (
    <div className="field-rows">
      <p className="hint">{hint}</p>
      <div aria-hidden="true">
        {heads.map((head) => (
          <span key={head}>{head}</span>
        ))}
      </div>
      <ol>
        {Array.from({ length: count }, (_, row) => (
          <li key={row}>{children(row)}</li>
        ))}
      </ol>
    </div>
  )
}

// What is there and some empty lines; after a refusal, at least as many as were written.
function rowCount(list: string, existing: number, empty: number, limit: number, refusal: Refusal | undefined): number {
  const written = Object.keys(refusal?.values ?? {}).filter((name) => name.startsWith(`${list}.`))
  const last = Math.max(-1, ...written.map((name) => Number(name.split('.')[1])))
  return Math.min(limit, Math.max(existing + empty, last + 1))
}
