// Signing out here. Only a form does it; the address itself is no page.
import { redirect, redirectDocument } from 'react-router'
import { closeSession } from '../request/open-session.ts'
import { acted } from '../request/route.ts'
import { services } from '../request/services.ts'
import type { Route } from './+types/sign-out.ts'

export function loader() {
  return redirect('/')
}

export const action = acted(async ({ context, request }: Route.ActionArgs) => {
  await closeSession(context.get(services), request)
  return redirectDocument('/')
})
