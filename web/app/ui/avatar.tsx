// A person's picture, or their initials. Decoration beside a name: screen readers skip it.
import { initials } from '@entregent/lib/base/text.ts'

export interface Pictured {
  readonly handle: string
  readonly givenName: string
  readonly familyName: string
  readonly photoVersion: number
}

/** `size`: s 24 px, m 44 px, l 52 px, xl 104 px. `self` is drawn in amber: the viewer. */
export function Avatar({ person, size = 'm', self = false }: { person: Pictured; size?: 's' | 'm' | 'l' | 'xl'; self?: boolean }) {
  return (
    <span className="avatar" data-size={size} data-self={self || undefined} aria-hidden="true">
      {person.photoVersion > 0 ? (
        <img src={`/photo/${person.handle}?v=${person.photoVersion}${size === 'xl' ? '&size=large' : ''}`} alt="" />
      ) : (
        initials(person.givenName, person.familyName)
      )}
    </span>
  )
}
