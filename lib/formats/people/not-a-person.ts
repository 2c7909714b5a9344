// Whether a record of an address book is a person at all. Wrongly setting a person apart costs a contact, wrongly keeping a robot costs a
// line: in doubt the record stays.
import type { ContactDraft } from '../draft.ts'
import type { SkipReason } from '../reading.ts'

/** The reason to set a draft apart, or undefined when it is, or may be, a person. */
export function setApart(draft: ContactDraft): SkipReason | undefined {
  if (draft.kind === 'group') return 'distribution_list'
  if (draft.kind === 'company') return 'company'
  return undefined
}
