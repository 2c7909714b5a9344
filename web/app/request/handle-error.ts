// A bug in a loader or action: logged once, with the request's id. Foreseen errors and aborted requests are not bugs.
import { isAppError } from '@entregent/lib/base/errors.ts'
import { isRouteErrorResponse, type RouterContextProvider } from 'react-router'
import { services } from './services.ts'

export function handleError(error: unknown, { request, context }: { request: Request; context: RouterContextProvider }): void {
  if (request.signal.aborted || isAppError(error) || isRouteErrorResponse(error)) return
  context.get(services).reportBug(error)
}
