// How an error leaves by HTTP: application/problem+json (RFC 9457) with the sentence in the reader's language, code and details for programs.
import { type AnyAppError, httpStatus } from '@entregent/lib/base/errors.ts'
import type { Locale } from '@entregent/lib/base/locale.ts'
import { errorSentence, fallback } from '@entregent/lib/i18n/errors.ts'

export function problemResponse(error: AnyAppError, locale: Locale, requestId: string): Response {
  const status = httpStatus[error.code]
  const body = {
    type: `urn:entregent:error:${error.code}`,
    title: errorSentence(locale, error),
    status,
    code: error.code,
    details: error.details,
    requestId,
  }
  const headers = new Headers({ 'content-type': 'application/problem+json', 'content-language': locale })
  if (error.code === 'too_many_requests') headers.set('retry-after', String(error.details.retryAfterSeconds))
  return new Response(JSON.stringify(body), { status, headers })
}

/** For what nobody foresaw: nothing of the cause is told. */
export function bugResponse(locale: Locale, requestId: string): Response {
  const body = { type: 'about:blank', title: fallback[locale].title, status: 500, requestId }
  return new Response(JSON.stringify(body), {
    status: 500,
    headers: { 'content-type': 'application/problem+json', 'content-language': locale },
  })
}
