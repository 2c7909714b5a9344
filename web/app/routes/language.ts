// The language switch of the footer: kept in a cookie, and for members with their account. Back to the page one came from.
import { setLocale } from '@entregent/core/members/settings.ts'
import { languageCookie } from '@entregent/core/services/session-cookie.ts'
import { refuseField } from '@entregent/lib/base/input.ts'
import { isLocale } from '@entregent/lib/base/locale.ts'
import { redirect, redirectDocument } from 'react-router'
import { refererPath } from '../request/local-path.ts'
import { acted, readForm } from '../request/route.ts'
import { services } from '../request/services.ts'
import type { Route } from './+types/language.ts'

export function loader() {
  return redirect('/')
}

export const action = acted(async ({ context, request }: Route.ActionArgs) => {
  const { db, viewer, publicUrl, responseHeaders } = context.get(services)
  const { locale } = await readForm(request)
  if (!isLocale(locale)) return refuseField('locale', 'invalid_choice')
  if (viewer) await setLocale(db, viewer, { locale })
  responseHeaders.append('set-cookie', languageCookie(locale))
  // A language in the address would win over the choice.
  const back = new URL(refererPath(request, publicUrl), publicUrl)
  back.searchParams.delete('lang')
  return redirectDocument(back.pathname + back.search)
})
