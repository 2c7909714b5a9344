// From a form or a body of JSON to a typed input: zod reads the shape, the reader gets codes by field, never a library's English.
import { z } from 'zod'
import { AppError, type FieldError, type FieldErrorCode } from './errors.ts'
import { cleanLine, cleanText } from './text.ts'

/** Reads `raw` by `schema`. Fails with `invalid_input` holding a code for each field that is wrong (nested fields as `positions.0.title`). */
export function parseInput<Schema extends z.ZodType>(schema: Schema, raw: unknown): z.output<Schema> {
  const result = schema.safeParse(raw)
  if (result.success) return result.data
  const fields: Record<string, FieldError> = {}
  for (const issue of result.error.issues) {
    const names = issue.code === 'unrecognized_keys' ? issue.keys : [issue.path.join('.')]
    for (const name of names) fields[name] ??= fieldError(issue)
  }
  throw new AppError('invalid_input', { fields })
}

/** Fails with `invalid_input` for one field. */
export function refuseField(field: string, code: FieldErrorCode, limit?: number): never {
  throw new AppError('invalid_input', { fields: { [field]: limit === undefined ? { code } : { code, limit } } })
}

/** A single line of 1 to `max` characters, cleaned. */
export const line = (max: number) => z.string().transform(cleanLine).pipe(z.string().min(1).max(max))
/** A single line of at most `max` characters; empty or absent becomes null. */
export const optionalLine = (max: number) =>
  z
    .string()
    .nullish()
    .transform((text) => (text ? cleanLine(text) || null : null))
    .pipe(z.string().max(max).nullable())
/** Text of several lines, 1 to `max` characters, cleaned. */
export const paragraph = (max: number) => z.string().transform(cleanText).pipe(z.string().min(1).max(max))
/** Text of several lines, at most `max` characters; empty or absent becomes null. */
export const optionalParagraph = (max: number) =>
  z
    .string()
    .nullish()
    .transform((text) => (text ? cleanText(text) || null : null))
    .pipe(z.string().max(max).nullable())
/** A month as `2006-05`. */
export const month = z
  .string()
  .trim()
  .regex(/^(19|20)\d\d-(0[1-9]|1[0-2])$/u, 'invalid_month')
/** A month, or null when empty or absent. */
export const optionalMonth = z
  .string()
  .nullish()
  .transform((text) => text?.trim() || null)
  .pipe(month.nullable())

const codes: ReadonlySet<string> = new Set<FieldErrorCode>([
  'required',
  'too_long',
  'too_short',
  'invalid',
  'invalid_email',
  'invalid_url',
  'invalid_month',
  'invalid_choice',
  'ends_before_start',
  'too_common',
  'too_many',
  'unknown_field',
])

function fieldError(issue: z.core.$ZodIssue): FieldError {
  if (codes.has(issue.message)) return { code: issue.message as FieldErrorCode }
  switch (issue.code) {
    case 'too_big':
      return { code: issue.origin === 'array' ? 'too_many' : 'too_long', limit: Number(issue.maximum) }
    case 'too_small':
      return Number(issue.minimum) <= 1 ? { code: 'required' } : { code: 'too_short', limit: Number(issue.minimum) }
    case 'invalid_value':
    case 'invalid_union':
      return { code: 'invalid_choice' }
    case 'invalid_type':
      return { code: issue.input === undefined || issue.input === null ? 'required' : 'invalid' }
    case 'unrecognized_keys':
      return { code: 'unknown_field' }
    default:
      return { code: 'invalid' }
  }
}
