// A credential was given: a new session with a new token, the one that this browser held before is over.
import { knownDevice } from '@entregent/core/members/known-device.ts'
import { endSession, sessionTtlSeconds, startSession } from '@entregent/core/members/sessions.ts'
import type { SignedIn } from '@entregent/core/members/sign-in.ts'
import type { Services } from '@entregent/core/services/services.ts'
import { clearedSessionCookie, knownDeviceCookie, sessionCookie, sessionToken } from '@entregent/core/services/session-cookie.ts'

/** Signs this browser in as the member; the cookies leave with the answer. */
export async function openSession({ db, responseHeaders }: Services, request: Request, { memberId, email }: SignedIn): Promise<void> {
  const before = sessionToken(request.headers.get('cookie'))
  if (before) await endSession(db, before)
  const token = await startSession(db, memberId, request.headers.get('user-agent') ?? '')
  responseHeaders.append('set-cookie', sessionCookie(token, sessionTtlSeconds))
  responseHeaders.append('set-cookie', knownDeviceCookie(await knownDevice(db, email)))
}

/** Signs this browser out. */
export async function closeSession({ db, responseHeaders }: Services, request: Request): Promise<void> {
  const token = sessionToken(request.headers.get('cookie'))
  if (token) await endSession(db, token)
  responseHeaders.append('set-cookie', clearedSessionCookie())
}
