// A labelled control with its complaint and its hint tied to it. Values come back after a refusal: nothing written is lost.

import type { AnyAppError, FieldError } from '@entregent/lib/base/errors.ts'
import { errorSentence, fieldSentence } from '@entregent/lib/i18n/errors.ts'
import { shell } from '@entregent/lib/i18n/shell.ts'
import { type ComponentProps, type ReactNode, useId } from 'react'
import { isRefusal } from '../request/route.ts'
import { useLocale } from './locale.tsx'

interface Labelled {
  readonly label: string
  readonly name: string
  readonly hint?: ReactNode
  readonly optional?: boolean
  /** The action's data; a refusal fills in the complaint and the value. */
  readonly refusal?: unknown
}

/** A one-line input. */
export function Field({ label, name, hint, optional, refusal, defaultValue, ...input }: Labelled & Omit<ComponentProps<'input'>, 'name'>) {
  const { id, describedBy, error, value, frame } = useField(name, refusal, label, hint, optional)
  return frame(
    <input
      {...input}
      id={id}
      name={name}
      defaultValue={value ?? defaultValue}
      aria-invalid={error ? true : undefined}
      aria-describedby={describedBy}
      required={input.required ?? !optional}
    />,
  )
}

/** Several lines of text. */
export function TextArea({
  label,
  name,
  hint,
  optional,
  refusal,
  defaultValue,
  ...input
}: Labelled & Omit<ComponentProps<'textarea'>, 'name'>) {
  const { id, describedBy, error, value, frame } = useField(name, refusal, label, hint, optional)
  return frame(
    <textarea
      rows={4}
      {...input}
      id={id}
      name={name}
      defaultValue={value ?? defaultValue}
      aria-invalid={error ? true : undefined}
      aria-describedby={describedBy}
      required={input.required ?? !optional}
    />,
  )
}

/** One of a closed list, as a native select. */
export function Select({
  label,
  name,
  hint,
  optional,
  refusal,
  defaultValue,
  children,
  ...input
}: Labelled & Omit<ComponentProps<'select'>, 'name'>) {
  const { id, describedBy, error, value, frame } = useField(name, refusal, label, hint, optional)
  return frame(
    <select
      {...input}
      id={id}
      name={name}
      defaultValue={value ?? defaultValue}
      aria-invalid={error ? true : undefined}
      aria-describedby={describedBy}
      required={input.required ?? !optional}
    >
      {children}
    </select>,
  )
}

/** One of a few answers, as radio buttons; no answer is ticked unless `defaultValue` names one. */
export function Choice({
  label,
  name,
  hint,
  refusal,
  choices,
  defaultValue,
  optional,
}: Labelled & { choices: readonly { value: string; label: ReactNode }[]; defaultValue?: string | null | undefined }) {
  const locale = useLocale()
  const id = useId()
  const error = errorOf(refusal, name)
  const chosen = isRefusal(refusal) ? refusal.values[name] : defaultValue
  return (
    <fieldset className="choice" aria-describedby={error ? `${id}-error` : undefined}>
      <legend>{label}</legend>
      {hint && <p className="hint">{hint}</p>}
      {choices.map((choice) => (
        <label key={choice.value}>
          <input type="radio" name={name} value={choice.value} defaultChecked={chosen === choice.value} required={!optional} />{' '}
          <span>{choice.label}</span>
        </label>
      ))}
      {error && (
        <p className="complaint" id={`${id}-error`}>
          {fieldSentence(locale, error)}
        </p>
      )}
    </fieldset>
  )
}

/** What went wrong with the whole form, above it. Nothing when all is well. */
export function FormNotice({ refusal }: { refusal: unknown }) {
  const locale = useLocale()
  if (!isRefusal(refusal)) return null
  return (
    <p className="form-notice" role="alert">
      {errorSentence(locale, refusal.error as AnyAppError)}
    </p>
  )
}

function useField(name: string, refusal: unknown, label: string, hint: ReactNode, optional: boolean | undefined) {
  const locale = useLocale()
  const id = useId()
  const error = errorOf(refusal, name)
  const value = isRefusal(refusal) ? refusal.values[name] : undefined
  const describedBy = [error && `${id}-error`, hint ? `${id}-hint` : undefined].filter(Boolean).join(' ') || undefined
  const frame = (control: ReactNode) => (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {optional && <span className="optional"> ({shell[locale].optional})</span>}
      </label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {control}
      {error && (
        <p className="complaint" id={`${id}-error`}>
          {fieldSentence(locale, error)}
        </p>
      )}
    </div>
  )
  return { id, describedBy, error, value, frame }
}

function errorOf(refusal: unknown, name: string): FieldError | undefined {
  if (!isRefusal(refusal) || refusal.error.code !== 'invalid_input') return undefined
  return (refusal.error.details as { fields: Record<string, FieldError> }).fields[name]
}
