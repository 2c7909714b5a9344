// From a card's reading to the event that tells it: a draft, or a skip with its reason. The same rule serves vCard, jCard, LDIF and hCard.
import type { ContactDraft } from './draft.ts'
import { setApart } from './people/not-a-person.ts'
import type { ReadEvent, ReadOptions, SkipReason } from './reading.ts'

/** What helps to find the record again, at most 80 characters: a name, an address, a number. */
export function hintOf(draft: ContactDraft): string {
  const text = draft.name.full || draft.emails[0]?.address || draft.organizations[0]?.name || draft.phones[0]?.number || ''
  return text.slice(0, 80)
}

function isEmpty(draft: ContactDraft): boolean {
  return (
    draft.name.full === '' &&
    draft.emails.length === 0 &&
    draft.phones.length === 0 &&
    draft.organizations.length === 0 &&
    draft.addresses.length === 0 &&
    draft.linkedIn === undefined
  )
}

function reasonOf(draft: ContactDraft, options: Pick<ReadOptions, 'setApart'>, aside: SkipReason | undefined): SkipReason | undefined {
  if (isEmpty(draft)) return aside ?? 'empty'
  if (options.setApart === false) return undefined
  if (draft.kind === 'group') return 'distribution_list'
  if (draft.kind === 'company') return 'company'
  return aside ?? setApart(draft)
}

/** One event for one record; `setApart: false` lets companies, lists and role addresses through as drafts. */
export function eventOf(draft: ContactDraft, options: Pick<ReadOptions, 'setApart'>, aside?: SkipReason): ReadEvent {
  const reason = reasonOf(draft, options, aside)
  if (reason === undefined) return { type: 'contact', draft }
  return { type: 'skip', skip: { reason, line: draft.source.line, hint: hintOf(draft) } }
}
