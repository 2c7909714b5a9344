// Positions and courses of study of one's own profile: a list, and one form for the entry that is added or changed.
import type { Education, Position } from '@entregent/core/profiles/profile.ts'
import { seniorities } from '@entregent/lib/base/words.ts'
import { profile as catalogue } from '@entregent/lib/i18n/profile.ts'
import { shell } from '@entregent/lib/i18n/shell.ts'
import { words } from '@entregent/lib/i18n/words.ts'
import type { ReactNode } from 'react'
import { Form, Link } from 'react-router'
import { educationFields, positionFields } from '../request/profile-fields.ts'
import type { Refusal } from '../request/route.ts'
import { Field, Select } from './field.tsx'
import { useLocale } from './locale.tsx'
import { InBothLanguages, ProfileForm, refusalOf, type SectionProps } from './profile-editor.tsx'
import { Positions, Schools } from './profile-sections.tsx'

export function ProfileCareer({ profile, edit, id, refusal }: SectionProps) {
  const t = catalogue[useLocale()]
  const edited = edit === 'position' ? profile.positions.find((position) => position.id === id) : undefined
  return (
    <CareerSection
      name="position"
      title={t.career}
      add={t.addPosition}
      empty={t.noPositions}
      isAdding={edit === 'position' && !edited}
      count={profile.positions.length}
    >
      {edit === 'position' && !edited && <PositionForm profile={profile} refusal={refusal} />}
      <Positions
        positions={profile.positions}
        acts={(position) =>
          position === edited ? (
            <>
              <PositionForm profile={profile} refusal={refusal} position={position} />
              <Remove act="removePosition" id={position.id} version={profile.version} label={t.removePosition} />
            </>
          ) : (
            <EntryLink kind="position" id={position.id} what={position.organization} />
          )
        }
      />
    </CareerSection>
  )
}

export function ProfileEducation({ profile, edit, id, refusal }: SectionProps) {
  const t = catalogue[useLocale()]
  const edited = edit === 'education' ? profile.education.find((course) => course.id === id) : undefined
  return (
    <CareerSection
      name="education"
      title={t.education}
      add={t.addEducation}
      empty={t.noEducation}
      isAdding={edit === 'education' && !edited}
      count={profile.education.length}
    >
      {edit === 'education' && !edited && <EducationForm profile={profile} refusal={refusal} />}
      <Schools
        education={profile.education}
        acts={(course) =>
          course === edited ? (
            <>
              <EducationForm profile={profile} refusal={refusal} education={course} />
              <Remove act="removeEducation" id={course.id} version={profile.version} label={t.removeEducation} />
            </>
          ) : (
            <EntryLink kind="education" id={course.id} what={course.organization} />
          )
        }
      />
    </CareerSection>
  )
}

function CareerSection({
  name,
  title,
  add,
  empty,
  isAdding,
  count,
  children,
}: {
  name: string
  title: string
  add: string
  empty: string
  isAdding: boolean
  count: number
  children: ReactNode
}) {
  const locale = useLocale()
  return (
    <section className="profile-section" id={name}>
      <div className="page-head">
        <h2>{title}</h2>
        <Link to={isAdding ? `/profile#${name}` : `/profile?edit=${name}#${name}`} preventScrollReset>
          {isAdding ? shell[locale].cancel : add}
        </Link>
      </div>
      {count === 0 && !isAdding && <p className="empty">{empty}</p>}
      {children}
    </section>
  )
}

function EntryLink({ kind, id, what }: { kind: string; id: string; what: string }) {
  const locale = useLocale()
  return (
    <p className="acts small">
      <Link to={`/profile?edit=${kind}&id=${id}#${kind}-${id}`} aria-label={catalogue[locale].editOf({ what })} preventScrollReset>
        {shell[locale].edit}
      </Link>
    </p>
  )
}

function Remove({ act, id, version, label }: { act: string; id: string; version: number; label: string }) {
  const locale = useLocale()
  return (
    <Form method="post" action="/profile" className="acts">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <button type="submit" data-kind="danger" name="act" value={act}>
        {label}
      </button>
      <Link to="/profile">{shell[locale].cancel}</Link>
    </Form>
  )
}

type FormProps = Pick<SectionProps, 'profile' | 'refusal'>

function PositionForm({ profile, refusal: any, position }: FormProps & { position?: Position }) {
  const locale = useLocale()
  const t = catalogue[locale]
  const act = position ? 'updatePosition' : 'addPosition'
  const refusal = refusalOf(any, act, position?.id)
  const values: Readonly<Record<string, string>> = position ? positionFields(position) : {}
  return (
    <ProfileForm act={act} profile={profile} refusal={any} {...(position && { id: position.id })}>
      <Field label={t.organization} name="organization" defaultValue={values['organization']} maxLength={160} refusal={refusal} />
      <InBothLanguages name="title" label={t.jobTitle} values={values} refusal={refusal} limit={160} hint={t.bothLanguages} />
      <Months values={values} refusal={refusal} startOptional={false} />
      <div className="side-by-side">
        <Select label={t.seniority} name="seniority" optional defaultValue={values['seniority']} refusal={refusal}>
          <option value="">{t.notSaid}</option>
          {seniorities.map((seniority) => (
            <option key={seniority} value={seniority}>
              {words[locale].seniority[seniority]}
            </option>
          ))}
        </Select>
        <Field label={t.place} name="place" optional defaultValue={values['place']} maxLength={100} refusal={refusal} />
      </div>
      <InBothLanguages name="description" label={t.description} values={values} refusal={refusal} limit={2_000} isLong />
    </ProfileForm>
  )
}

function EducationForm({ profile, refusal: any, education }: FormProps & { education?: Education }) {
  const t = catalogue[useLocale()]
  const act = education ? 'updateEducation' : 'addEducation'
  const refusal = refusalOf(any, act, education?.id)
  const values: Readonly<Record<string, string>> = education ? educationFields(education) : {}
  return (
    <ProfileForm act={act} profile={profile} refusal={any} {...(education && { id: education.id })}>
      <Field label={t.school} name="organization" defaultValue={values['organization']} maxLength={160} refusal={refusal} />
      <InBothLanguages name="degree" label={t.degree} values={values} refusal={refusal} limit={160} hint={t.bothLanguages} />
      <InBothLanguages name="field" label={t.field} values={values} refusal={refusal} limit={160} />
      <Months values={values} refusal={refusal} startOptional />
    </ProfileForm>
  )
}

// Where a browser has no month picker, the pattern holds what is typed.
function Months({
  values,
  refusal,
  startOptional,
}: {
  values: Readonly<Record<string, string>>
  refusal: Refusal | undefined
  startOptional: boolean
}) {
  const t = catalogue[useLocale()]
  const month = { type: 'month', placeholder: '2006-05', pattern: '(19|20)\\d\\d-(0[1-9]|1[0-2])', refusal } as const
  return (
    <div className="side-by-side">
      <Field {...month} label={t.from} hint={t.monthHint} name="startedOn" optional={startOptional} defaultValue={values['startedOn']} />
      <Field {...month} label={t.to} hint={t.toHint} name="endedOn" optional defaultValue={values['endedOn']} />
    </div>
  )
}
