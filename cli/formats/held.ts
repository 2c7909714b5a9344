// What a file that was written does not hold of what was to be written: it is read again, and each record held against its own.
import type { ContactDraft, ProfileDraft } from '@entregent/lib/formats/draft.ts'
import { type DraftPart, missingParts } from '@entregent/lib/formats/missing.ts'
import { comparableName } from '@entregent/lib/formats/people/comparable-name.ts'
import { gatherFrom } from './gather.ts'

export interface NotHeld {
  /** Records that are not there at all, in their order. */
  readonly records: readonly (ContactDraft | ProfileDraft)[]
  /** Parts with the records that lack them. */
  readonly parts: ReadonlyMap<DraftPart, readonly (ContactDraft | ProfileDraft)[]>
}

export async function notHeld(
  written: Uint8Array,
  { contacts, profiles }: { readonly contacts: readonly ContactDraft[]; readonly profiles: readonly ProfileDraft[] },
): Promise<NotHeld> {
  async function* bytes() {
    yield written
  }
  const again = await gatherFrom(bytes(), { setApart: false })
  const records: (ContactDraft | ProfileDraft)[] = []
  const parts = new Map<DraftPart, (ContactDraft | ProfileDraft)[]>()
  const note = <Draft extends ContactDraft | ProfileDraft>(before: Draft, after: Draft | undefined) => {
    if (after === undefined) records.push(before)
    else for (const part of missingParts(before, after)) parts.set(part, [...(parts.get(part) ?? []), before])
  }
  const found = byName(again.contacts)
  for (const contact of contacts) note(contact, found.get(nameOf(contact))?.shift())
  for (const [at, profile] of profiles.entries()) note(profile, again.profiles[at])
  return { records, parts }
}

const nameOf = ({ name, emails }: ContactDraft) => comparableName(name.full) || (emails[0]?.address ?? '')

/** In the order of the file: of namesakes the first is the first. */
function byName(contacts: readonly ContactDraft[]): Map<string, ContactDraft[]> {
  const found = new Map<string, ContactDraft[]>()
  for (const contact of contacts) {
    const name = nameOf(contact)
    const before = found.get(name)
    if (before === undefined) found.set(name, [contact])
    else before.push(contact)
  }
  return found
}
