// People whose name begins like what is being typed in the search field, as data for it.
import { suggestPeople } from '@entregent/core/search/find-people.ts'
import { inLocale } from '@entregent/lib/base/locale.ts'
import { loaded } from '../request/route.ts'
import { signedIn } from '../request/services.ts'
import type { Route } from './+types/suggest.ts'

export const loader = loaded(async ({ context, request }: Route.LoaderArgs) => {
  const { db, viewer, networkIndex, locale } = signedIn(context)
  const found = await suggestPeople(db, networkIndex, viewer, new URL(request.url).searchParams.get('q') ?? '')
  return Response.json(
    found.map(({ person, degree }) => ({
      handle: person.handle,
      givenName: person.givenName,
      familyName: person.familyName,
      photoVersion: person.photoVersion,
      headline: inLocale(person.headline, locale)?.text ?? '',
      degree,
    })),
  )
})
