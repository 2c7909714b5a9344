// The key under which loaders and actions find what the server handed in. Keys match by identity: this module is in the page bundle only.
import type { Viewer } from '@entregent/core/members/viewer.ts'
import type { Services } from '@entregent/core/services/services.ts'
import { AppError } from '@entregent/lib/base/errors.ts'
import { createContext, type RouterContextProvider } from 'react-router'

export const services = createContext<Services>()

type ReadableContext = Readonly<Pick<RouterContextProvider, 'get'>>

/** The services with a viewer for certain. Fails with `not_signed_in`, which the root turns into the sign-in page. */
export function signedIn(context: ReadableContext): Services & { readonly viewer: Viewer } {
  const given = context.get(services)
  if (!given.viewer) throw new AppError('not_signed_in')
  return given as Services & { readonly viewer: Viewer }
}
