// What all sections of one's own profile share: a heading with its way to the form, the form itself, and fields in both languages.
import type { ProfileView } from '@entregent/core/profiles/profile.ts'
import { locales } from '@entregent/lib/base/locale.ts'
import { profile as catalogue } from '@entregent/lib/i18n/profile.ts'
import { shell } from '@entregent/lib/i18n/shell.ts'
import { type ReactNode, useState } from 'react'
import { Form, Link } from 'react-router'
import type { Refusal } from '../request/route.ts'
import { Field, FormNotice, TextArea } from './field.tsx'
import { useLocale } from './locale.tsx'

export interface SectionProps {
  readonly profile: ProfileView
  /** The section whose form is open, and the entry of it. */
  readonly edit: string | null
  readonly id: string | null
  readonly refusal: Refusal | undefined
}

/** A section: what it says, or its form when that is open. `form` replaces the text. */
export function EditableSection({
  name,
  title,
  isEmpty,
  empty,
  edit,
  form,
  children,
}: {
  name: string
  title: string
  isEmpty: boolean
  empty: string
  edit: string | null
  form: ReactNode
  children: ReactNode
}) {
  const isOpen = edit === name
  return (
    <section className="profile-section" id={name}>
      <div className="page-head">
        <h2>{title}</h2>
        <EditLink name={name} title={title} isOpen={isOpen} />
      </div>
      {isOpen ? form : isEmpty ? <p className="empty">{empty}</p> : children}
    </section>
  )
}

/** Opens the form of a section, or closes it: one link in one place, so that the keyboard stays there. */
export function EditLink({ name, title, label, isOpen }: { name: string; title: string; label?: string; isOpen: boolean }) {
  const locale = useLocale()
  if (isOpen) {
    return (
      <Link to={`/profile#${name}`} preventScrollReset>
        {shell[locale].cancel}
      </Link>
    )
  }
  return (
    <Link
      to={`/profile?edit=${name}#${name}`}
      aria-label={label ? undefined : catalogue[locale].editOf({ what: title })}
      preventScrollReset
    >
      {label ?? shell[locale].edit}
    </Link>
  )
}

/** A form that posts `act` with the version it was read at. After a conflict, `current` shows what is there now beside what was written. */
export function ProfileForm({
  act,
  profile,
  refusal,
  current,
  children,
  id,
  submit,
  files = false,
}: {
  act: string
  profile: ProfileView
  refusal: Refusal | undefined
  current?: ReactNode
  children: ReactNode
  id?: string
  submit?: string
  files?: boolean
}) {
  const locale = useLocale()
  const mine = refusalOf(refusal, act, id)
  const isStale = mine?.error.code === 'stale_version'
  // A live update of the page must not pass somebody else's change off as seen: only what is shown beside the form is.
  const [readAt] = useState(profile.version)
  return (
    <Form method="post" className="form profile-form" encType={files ? 'multipart/form-data' : undefined}>
      <FormNotice refusal={mine} />
      {isStale && current && (
        <blockquote>
          <p className="muted small">{catalogue[locale].current}</p>
          {current}
        </blockquote>
      )}
      {children}
      <button type="submit" data-kind="primary">
        {submit ?? shell[locale].save}
      </button>
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="version" value={isStale ? profile.version : readAt} />
      {id && <input type="hidden" name="id" value={id} />}
    </Form>
  )
}

/** The refusal, when it is that of this form. */
export function refusalOf(refusal: Refusal | undefined, act: string, id?: string): Refusal | undefined {
  return refusal?.values['act'] === act && (id === undefined || refusal.values['id'] === id) ? refusal : undefined
}

/** The same text in both languages, the reader's first: fields `<name>En` and `<name>Fr`. */
export function InBothLanguages({
  name,
  label,
  values,
  refusal,
  limit,
  isLong = false,
  hint,
}: {
  name: string
  label: string
  values: Readonly<Record<string, string>>
  refusal: Refusal | undefined
  limit: number
  isLong?: boolean
  hint?: string
}) {
  const locale = useLocale()
  const t = catalogue[locale]
  return (
    <div className="in-both-languages">
      {hint && <p className="hint">{hint}</p>}
      <div className="side-by-side">
        {locales
          .toSorted((a) => (a === locale ? -1 : 1))
          .map((language) => {
            const field = `${name}${language === 'en' ? 'En' : 'Fr'}`
            const shared = {
              label: `${label} ${language === 'en' ? t.inEnglish : t.inFrench}`,
              name: field,
              lang: language,
              maxLength: limit,
              defaultValue: values[field],
              refusal,
              required: false,
            }
            return isLong ? <TextArea key={language} {...shared} /> : <Field key={language} {...shared} />
          })}
      </div>
    </div>
  )
}
