// One posted change of one's own profile, by its `act`. What was removed goes back to the page, which offers to add it again.
import type { Db } from '@entregent/core/db/connect.ts'
import type { OwnProfile } from '@entregent/core/profiles/access.ts'
import { addEducation, addPosition, removeFromCareer, updateEducation, updatePosition } from '@entregent/core/profiles/career.ts'
import { updateAbout, updateSummary } from '@entregent/core/profiles/edit.ts'
import { setLanguages, setLinks } from '@entregent/core/profiles/languages-and-links.ts'
import { photoLimitBytes, removePhoto, setPhoto } from '@entregent/core/profiles/photo.ts'
import { readProfile } from '@entregent/core/profiles/profile.ts'
import { setSkills } from '@entregent/core/profiles/skills.ts'
import { AppError } from '@entregent/lib/base/errors.ts'
import { refuseField } from '@entregent/lib/base/input.ts'
import { redirect } from 'react-router'
import { nestedFields } from './nested-fields.ts'
import { educationFields, positionFields } from './profile-fields.ts'
import { fieldText, type readForm } from './route.ts'

type ProfileForm = Awaited<ReturnType<typeof readForm>>

/** What was removed, and the form that adds it again. */
export interface Removed {
  readonly what: string
  readonly undo: 'addPosition' | 'addEducation'
  readonly fields: Readonly<Record<string, string>>
}

/** Does the change and gives where to go on, or what was removed. Fails as the features do. */
export async function changeProfile(db: Db, own: OwnProfile, form: ProfileForm): Promise<Response | { removed: Removed }> {
  const id = fieldText(form, 'id')
  switch (form.act) {
    case 'about':
      await updateAbout(db, own, form)
      return saved('about')
    case 'summary':
      await updateSummary(db, own, form)
      return saved('summary')
    case 'addPosition':
      return saved(`position-${await addPosition(db, own, form)}`)
    case 'updatePosition':
      await updatePosition(db, own, id, form)
      return saved(`position-${id}`)
    case 'removePosition':
      return { removed: await removed(db, own, 'position', form) }
    case 'addEducation':
      return saved(`education-${await addEducation(db, own, form)}`)
    case 'updateEducation':
      await updateEducation(db, own, id, form)
      return saved(`education-${id}`)
    case 'removeEducation':
      return { removed: await removed(db, own, 'education', form) }
    case 'skills':
      await setSkills(db, own, nestedFields(form, 'skills'))
      return saved('skills')
    case 'languages':
      await setLanguages(db, own, nestedFields(form, 'languages'))
      return saved('languages')
    case 'links':
      await setLinks(db, own, nestedFields(form, 'links'))
      return saved('links')
    case 'photo':
      await setPhoto(db, own, await fileOf(form), form)
      return saved('about')
    case 'removePhoto':
      await removePhoto(db, own, form)
      return saved('about')
    default:
      return refuseField('act', 'invalid_choice')
  }
}

function saved(section: string): Response {
  return redirect(`/profile?saved#${section}`)
}

async function fileOf({ photo }: ProfileForm): Promise<Uint8Array> {
  if (!(photo instanceof File)) refuseField('photo', 'required')
  // Before it is read into memory.
  if (photo.size > photoLimitBytes) throw new AppError('photo_too_large', { limitBytes: photoLimitBytes })
  return new Uint8Array(await photo.arrayBuffer())
}

async function removed(db: Db, own: OwnProfile, kind: 'position' | 'education', form: ProfileForm): Promise<Removed> {
  const id = fieldText(form, 'id')
  const profile = await readProfile(db, own)
  const position = profile.positions.find((one) => one.id === id)
  const education = profile.education.find((one) => one.id === id)
  await removeFromCareer(db, own, kind, id, form)
  if (position) return { what: position.organization, undo: 'addPosition', fields: positionFields(position) }
  if (education) return { what: education.organization, undo: 'addEducation', fields: educationFields(education) }
  throw new AppError('not_found')
}
