// What a file that was written does not hold of what was to be written: it is read again, and each record held against its own.
import type { ContactDraft, ProfileDraft } from '@entregent/lib/formats/draft.ts'
import { type DraftPart, missingParts } from '@entregent/lib/formats/missing.ts'
import { comparableName } from '@entregent/lib/formats/people/comparable-name.ts'
import { gatherFrom } from './gather.ts'

type Draft = ContactDraft | ProfileDraft

export interface NotHeld {
  /** Records that were not found again at all. */
  readonly records: readonly Draft[]
  /** Parts, each with the records that lack something of it and what that is. */
  readonly parts: ReadonlyMap<DraftPart, readonly { readonly of: Draft; readonly values: readonly string[] }[]>
}

/** Reads what was written, and tells what of these records is not there. */
export async function notHeld(
  written: Uint8Array,
  { contacts, profiles }: { readonly contacts: readonly ContactDraft[]; readonly profiles: readonly ProfileDraft[] },
): Promise<NotHeld> {
  async function* bytes() {
    yield written
  }
  const again = await gatherFrom(bytes(), { setApart: false })
  const records: Draft[] = []
  const parts = new Map<DraftPart, { of: Draft; values: readonly string[] }[]>()
  const note = <One extends Draft>(before: One, after: One | undefined) => {
    if (after === undefined) return void records.push(before)
    for (const [part, values] of missingParts(before, after)) {
      const found = parts.get(part)
      if (found === undefined) parts.set(part, [{ of: before, values }])
      else found.push({ of: before, values })
    }
  }
  const pairs = paired(contacts, again.contacts)
  for (const [at, contact] of contacts.entries()) note(contact, pairs[at])
  for (const [at, profile] of profiles.entries()) note(profile, again.profiles[at])
  return { records, parts }
}

/** By what tells most first: the identity on LinkedIn, the first address, the parts of the name, the whole; of equals the first is the first. */
const keys: readonly ((draft: ContactDraft) => string | undefined)[] = [
  ({ linkedIn }) => linkedIn,
  ({ emails }) => emails[0]?.address.toLowerCase(),
  ({ phones }) => phones[0]?.number.replace(/\D+/gu, ''),
  ({ name: { given = '', family = '' } }) => comparableName(`${given} ${family}`),
  ({ name }) => comparableName(name.full),
  ({ organizations }) => organizations[0]?.name,
  () => 'anybody',
]

function paired(before: readonly ContactDraft[], after: readonly ContactDraft[]): (ContactDraft | undefined)[] {
  const pairs: (ContactDraft | undefined)[] = before.map(() => undefined)
  let left = new Set(after)
  for (const key of keys) {
    const found = new Map<string, ContactDraft[]>()
    for (const draft of left) {
      const told = key(draft)
      if (!told) continue
      const same = found.get(told)
      if (same === undefined) found.set(told, [draft])
      else same.push(draft)
    }
    for (const [at, draft] of before.entries()) {
      const told = pairs[at] === undefined ? key(draft) : undefined
      pairs[at] ??= told ? found.get(told)?.shift() : undefined
    }
    left = new Set(after).difference(new Set(pairs))
  }
  return pairs
}
