// A person's own card out of their profile, for formats that hold contacts.
import { type ContactDraft, emptyContact, type ProfileDraft } from '../draft.ts'
import { present } from '../present.ts'

/** Positions become organizations, the present ones first; headline and summary a note. What else a career is made of is not in a card. */
export function cardOfProfile(profile: ProfileDraft): ContactDraft {
  const { name, emails, phones, urls, handles, positions, birthday, location, headline, summary, photo, linkedIn, source } = profile
  const current = positions.filter(({ to }) => to === undefined)
  const past = positions.filter(({ to }) => to !== undefined)
  return {
    ...emptyContact(source),
    name,
    emails,
    phones,
    urls,
    handles,
    organizations: [...current, ...past].map(({ organization, title, location: where }) =>
      present<ContactDraft['organizations'][number]>({ name: organization, title, location: where }),
    ),
    addresses: location === undefined ? [] : [{ place: 'home', formatted: location }],
    dates: birthday === undefined ? [] : [{ kind: 'birthday', date: birthday }],
    notes: [headline, summary].filter((text) => text !== undefined),
    unknown: profile.unknown,
    ...(photo === undefined ? {} : { photo }),
    ...(linkedIn === undefined ? {} : { linkedIn }),
  }
}
