// The one door from the HTTP server into the pages: a request and its services in, a response out.

import * as build from 'virtual:react-router/server-build'
import type { Services } from '@entregent/core/services/services.ts'
import { createRequestHandler, RouterContextProvider } from 'react-router'
import { services } from './app/request/services.ts'

const respond = createRequestHandler(build, import.meta.env.MODE)

/** Answers a page, a form or a page's data. */
export async function handle(request: Request, given: Services): Promise<Response> {
  const context = new RouterContextProvider()
  context.set(services, given)
  return respond(request, context)
}

/** Paths of the built assets below /assets/ that never change. */
export const assetsBuildDirectory = build.assetsBuildDirectory
