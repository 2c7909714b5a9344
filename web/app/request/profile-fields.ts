// Entries of a profile as their forms hold them: to fill a form in, and to add again what was removed.
import type { Education, Position } from '@entregent/core/profiles/profile.ts'
import type { BilingualText } from '@entregent/lib/base/locale.ts'

/** A position as its form holds it. */
export function positionFields(position: Position): Record<string, string> {
  const { organization, place, seniority, startedOn, endedOn, title, description } = position
  return {
    organization,
    place: place ?? '',
    seniority: seniority ?? '',
    startedOn: monthOf(startedOn),
    endedOn: monthOf(endedOn),
    ...both('title', title),
    ...both('description', description),
  }
}

/** A course of study as its form holds it. */
export function educationFields({ organization, startedOn, endedOn, degree, field }: Education): Record<string, string> {
  return { organization, startedOn: monthOf(startedOn), endedOn: monthOf(endedOn), ...both('degree', degree), ...both('field', field) }
}

function both(name: string, { en, fr }: BilingualText): Record<string, string> {
  return { [`${name}En`]: en ?? '', [`${name}Fr`]: fr ?? '' }
}

const monthOf = (date: string | null) => date?.slice(0, 7) ?? ''
