// One setting: its own small form, its own notice when it was saved or refused.
import { settings } from '@entregent/lib/i18n/settings.ts'
import { shell } from '@entregent/lib/i18n/shell.ts'
import type { ReactNode } from 'react'
import { Form } from 'react-router'
import { isRefusal } from '../request/route.ts'
import { FormNotice } from './field.tsx'
import { useLocale } from './locale.tsx'

/** What the page knows of the form that was sent last: `saved` names its act; a refusal holds it in its values. */
export interface SettingsState {
  readonly saved: string | null
  readonly actionData: unknown
}

/** The refusal, when it is this act's. */
export function refusalOf(act: string, { actionData }: SettingsState): unknown {
  return isRefusal(actionData) && actionData.values.act === act ? actionData : undefined
}

export function SettingsForm({
  act,
  title,
  text,
  state,
  submit,
  savedText,
  single = false,
  children,
}: {
  act: string
  title: string
  text?: string
  state: SettingsState
  submit?: string
  savedText?: string
  /** The title is the one field's label too: the label is there for screen readers only. */
  single?: boolean
  children: ReactNode
}) {
  const locale = useLocale()
  return (
    <section id={act} className="setting stack" data-single={single || undefined}>
      <h3>{title}</h3>
      {text && <p className="hint">{text}</p>}
      {state.saved === act && (
        <p className="done-notice" role="status">
          {savedText ?? shell[locale].saved}
        </p>
      )}
      <Form method="post" className="form">
        <FormNotice refusal={refusalOf(act, state)} />
        <input type="hidden" name="act" value={act} />
        {children}
        <button type="submit" aria-label={submit ? undefined : settings[locale].saveLabel({ title })}>
          {submit ?? shell[locale].save}
        </button>
      </Form>
    </section>
  )
}
