// How every loader and action fails: a foreseen error becomes a page in the reader's language, a form's complaint goes back to the
// form with what was written in it, and somebody who is not signed in goes to sign in and comes back.
import { type AnyAppError, httpStatus, isAppError } from '@entregent/lib/base/errors.ts'
import { data, type RouterContextProvider, redirect } from 'react-router'
import { services } from './services.ts'

interface RouteArgs {
  readonly request: Request
  readonly context: Readonly<RouterContextProvider>
}

/** A foreseen error as it travels to the page: its code and details, worded there. */
export interface PageError {
  readonly code: AnyAppError['code']
  readonly details: AnyAppError['details']
}

/** What an action gives back when the form has to be shown again: why, and what was written. */
export interface Refusal {
  readonly error: PageError
  readonly values: Readonly<Record<string, string>>
}

/** Wraps a loader: a foreseen error is thrown to the error boundary with its status. */
export function loaded<Args extends RouteArgs, Result>(work: (args: Args) => Promise<Result>): (args: Args) => Promise<Result> {
  return async (args) => {
    try {
      return await work(args)
    } catch (error) {
      throw isAppError(error) ? pageFor(error, args) : error
    }
  }
}

/** Wraps an action: a complaint about the input, a conflict or a limit comes back as a `Refusal`; the rest goes to the error boundary. */
export function acted<Args extends RouteArgs, Result>(
  work: (args: Args) => Promise<Result>,
): (args: Args) => Promise<Result | ReturnType<typeof data<Refusal>>> {
  return async (args) => {
    const copy = args.request.clone()
    try {
      return await work(args)
    } catch (error) {
      if (!isAppError(error)) throw error
      const status = httpStatus[error.code]
      if (![409, 413, 422, 429].includes(status)) throw pageFor(error, args)
      return data<Refusal>({ error: { code: error.code, details: error.details }, values: await writtenValues(copy) }, { status })
    }
  }
}

/** The form's fields by name; a field given several times is an array. Empty files are left out. */
export async function readForm(request: Request): Promise<Record<string, string | string[] | File>> {
  const fields: Record<string, string | string[] | File> = {}
  for (const [name, value] of await request.formData()) {
    if (value instanceof File) {
      if (value.size > 0) fields[name] = value
      continue
    }
    const before = fields[name]
    fields[name] = typeof before === 'string' ? [before, value] : Array.isArray(before) ? [...before, value] : value
  }
  return fields
}

/** One plain field of a form; empty when it is absent, several, or a file. */
export function fieldText(form: Readonly<Record<string, string | string[] | File>>, name: string): string {
  const value = form[name]
  return typeof value === 'string' ? value : ''
}

/** True when action data is a refusal: the form shows it beside its fields. */
export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'error' in value && 'values' in value
}

function pageFor(error: AnyAppError, { request, context }: RouteArgs): unknown {
  if (error.code === 'not_signed_in') {
    const { pathname, search } = new URL(request.url)
    const next =
      request.method === 'GET' && pathname !== '/' ? `?next=${encodeURIComponent(pathname.replace(/\.data$/u, '') + search)}` : ''
    return redirect(`/sign-in${next}`)
  }
  const { requestId } = context.get(services)
  return data({ code: error.code, details: error.details, requestId }, { status: httpStatus[error.code] })
}

async function writtenValues(request: Request): Promise<Record<string, string>> {
  const values: Record<string, string> = {}
  const form = await request.formData().catch(() => new FormData())
  for (const [name, value] of form) {
    // A password is never sent back.
    if (typeof value === 'string' && !/password/iu.test(name)) values[name] = value
  }
  return values
}
