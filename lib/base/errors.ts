// The one table of errors. An error is a code and typed details, never a sentence: each door words it in the reader's language
// (`lib/i18n/errors.ts` must hold both languages for every code) and turns it into a status or an exit code.

/** A field's complaint, worded by the page: the code and, where it has one, the limit. */
export interface FieldError {
  readonly code: FieldErrorCode
  readonly limit?: number
}

export type FieldErrorCode =
  | 'required'
  | 'too_long'
  | 'too_short'
  | 'invalid'
  | 'invalid_email'
  | 'invalid_url'
  | 'invalid_month'
  | 'invalid_choice'
  | 'ends_before_start'
  | 'too_common'
  | 'wrong_password'
  | 'too_many'
  | 'unknown_field'

/** Details carried by each code. `undefined` means that the code says it all. */
export interface ErrorDetails {
  not_found: undefined
  not_signed_in: undefined
  recent_sign_in_needed: undefined
  forbidden_origin: undefined
  method_not_allowed: undefined
  invalid_input: { readonly fields: Readonly<Record<string, FieldError>> }
  body_too_large: { readonly limitBytes: number }
  too_many_requests: { readonly retryAfterSeconds: number }
  wrong_credentials: undefined
  link_spent: undefined
  handle_taken: undefined
  stale_version: undefined
  photo_unreadable: undefined
  photo_too_large: { readonly limitBytes: number }
  already_connected: undefined
  invitation_open: undefined
  invitation_closed: undefined
  invitation_to_self: undefined
  invitation_limit: { readonly limit: number }
  not_connected: undefined
  introduction_open: undefined
  introduction_closed: undefined
  introduction_limit: { readonly limit: number }
  introduction_cooling_down: { readonly until: string }
  introduction_no_way: undefined
  purpose_closed: undefined
  conversation_closed: undefined
  network_loading: undefined
  seed_not_empty: undefined
  config_invalid: { readonly variable: string; readonly problem: string }
  database_unreachable: { readonly problem: string }
  database_account_missing: { readonly uid: number }
  database_start_failed: { readonly log: string }
  port_in_use: { readonly port: number }
  data_dir_in_use: { readonly dataDir: string; readonly pid?: number | undefined }
  usage: { readonly problem: string }
  file_unreadable: { readonly file: string; readonly problem: FileProblem }
  file_unwritable: { readonly file: string; readonly problem: FileProblem }
  format_unknown: undefined
  file_broken: { readonly format: string; readonly reason: FileFault; readonly entry?: string }
  encoding_wrong: { readonly encoding: string; readonly line: number }
  import_limit: { readonly limit: ImportLimit; readonly allowed: number }
}

/** Why a file cannot be opened or written. */
export type FileProblem = 'missing' | 'folder' | 'forbidden' | 'full' | 'other'

/** What is wrong with a file as a whole. */
export type FileFault =
  | 'truncated'
  | 'encrypted'
  | 'overlapping'
  | 'lying_size'
  | 'unsafe_path'
  | 'nested'
  | 'compression'
  | 'checksum'
  | 'syntax'
  | 'too_deep'
  | 'workbook'
  | 'no_card'

/** The limits of lib/formats/reading.ts. */
export type ImportLimit = 'bytesIn' | 'bytesOut' | 'entryBytes' | 'entries' | 'records' | 'cellBytes' | 'parts' | 'milliseconds'

export type ErrorCode = keyof ErrorDetails

const brand = Symbol.for('entregent.AppError')

/** Something that went wrong in a way the product foresees. Everything else that is thrown is a bug. */
export class AppError<Code extends ErrorCode = ErrorCode> extends Error {
  readonly code: Code
  readonly details: ErrorDetails[Code]
  readonly [brand] = true

  constructor(code: Code, ...details: undefined extends ErrorDetails[Code] ? [] : [ErrorDetails[Code]]) {
    super(code)
    this.name = 'AppError'
    this.code = code
    this.details = details[0] as ErrorDetails[Code]
  }
}

/** Any foreseen error, narrowed by its code: `if (isAppError(e) && e.code === 'invalid_input') e.details.fields`. */
export type AnyAppError = { [Code in ErrorCode]: AppError<Code> }[ErrorCode]

/** Known by brand, not `instanceof`: in development the page bundle holds a second copy of this module. */
export function isAppError(error: unknown): error is AnyAppError {
  return typeof error === 'object' && error !== null && (error as Record<symbol, unknown>)[brand] === true
}

/** The HTTP status each code is answered with; absent and forbidden are both 404. */
export const httpStatus: Readonly<Record<ErrorCode, number>> = {
  not_found: 404,
  not_signed_in: 401,
  recent_sign_in_needed: 403,
  forbidden_origin: 403,
  method_not_allowed: 405,
  invalid_input: 422,
  body_too_large: 413,
  too_many_requests: 429,
  wrong_credentials: 422,
  link_spent: 410,
  handle_taken: 409,
  stale_version: 409,
  photo_unreadable: 422,
  photo_too_large: 413,
  already_connected: 409,
  invitation_open: 409,
  invitation_closed: 409,
  invitation_to_self: 422,
  invitation_limit: 429,
  not_connected: 409,
  introduction_open: 409,
  introduction_closed: 409,
  introduction_limit: 429,
  introduction_cooling_down: 409,
  introduction_no_way: 409,
  purpose_closed: 409,
  conversation_closed: 409,
  network_loading: 503,
  seed_not_empty: 409,
  config_invalid: 500,
  database_unreachable: 503,
  database_account_missing: 500,
  database_start_failed: 500,
  port_in_use: 500,
  data_dir_in_use: 500,
  usage: 500,
  file_unreadable: 500,
  file_unwritable: 500,
  format_unknown: 422,
  file_broken: 422,
  encoding_wrong: 422,
  import_limit: 413,
}

/** The process exit code for a command that ends with this error: 64 for a wrong call, 78 for configuration, 1 for the rest. */
export function exitCode(code: ErrorCode): number {
  if (code === 'usage') return 64
  return code === 'config_invalid' ? 78 : 1
}
