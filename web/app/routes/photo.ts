// A member's picture, for whoever may see their profile. For anyone else, and where there is none, the same 404.
import { accessProfile } from '@entregent/core/profiles/access.ts'
import { readPhoto } from '@entregent/core/profiles/photo.ts'
import { isAppError } from '@entregent/lib/base/errors.ts'
import { services } from '../request/services.ts'
import type { Route } from './+types/photo.ts'

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { db, viewer } = context.get(services)
  const size = new URL(request.url).searchParams.get('size') === 'large' ? 'large' : 'small'
  try {
    const picture = await readPhoto(db, await accessProfile(db, viewer, params.handle), size)
    // Its address holds its version. Kept by the browser only: others may not see it.
    const headers = { 'content-type': 'image/webp', 'cache-control': 'private, max-age=86400' }
    return new Response(new Uint8Array(picture), { headers })
  } catch (error) {
    if (isAppError(error) && error.code === 'not_found') return new Response(null, { status: 404 })
    throw error
  }
}
