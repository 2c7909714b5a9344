// What identifies the person of a draft, folded once, so that comparing two drafts costs little. A draft that has been merged answers to
// every name and id of those that went into it.
import type { ContactDraft, PersonName, PhoneDraft } from '../draft.ts'
import { addressKind, nameWordsOf } from './address-kind.ts'
import { comparableEmail } from './emails.ts'
import { mergedPrefix, withoutDoubles } from './merge.ts'
import { type NameKey, nameKeyOf } from './name-comparison.ts'
import { comparableOrganization } from './organizations.ts'
import { phoneBlock, tellsSomebody } from './phone-identity.ts'

export interface PersonKeys {
  readonly names: readonly NameKey[]
  readonly emails: readonly string[]
  readonly phones: readonly PhoneDraft[]
  readonly linkedIn: readonly string[]
  readonly uids: readonly string[]
  readonly organizations: readonly string[]
  /** The whole record, when nothing in it identifies a person: then only its exact repetition is the same one. */
  readonly fingerprint?: string
}

export function personKeys(draft: ContactDraft): PersonKeys {
  const own = nameKeyOf(draft.name)
  const others = mergedNames(draft)
  const names = own === undefined ? others : [own, ...others]
  const kept = (name: string) => draft.unknown.filter((field) => field.name === mergedPrefix + name).map((field) => field.value)
  const keys = {
    names,
    emails: draft.emails.map((email) => comparableEmail(email.address)),
    phones: draft.phones.filter((phone) => tellsSomebody(phone) && phoneBlock(phone) !== undefined),
    linkedIn: [...(draft.linkedIn === undefined ? [] : [draft.linkedIn]), ...kept('linkedIn')],
    uids: [...(draft.uid === undefined ? [] : [draft.uid]), ...kept('uid')].filter((uid) => uid.length >= 8),
    organizations: [...new Set(draft.organizations.map((one) => comparableOrganization(one.name ?? '')).filter((name) => name !== ''))],
  }
  const identified = keys.emails.length > 0 || keys.linkedIn.length > 0 || keys.uids.length > 0 || keys.phones.length > 0
  return identified && names.length > 0 ? keys : { ...keys, fingerprint: fingerprintOf(draft) }
}

/** The record without where it was read and without what it says twice. */
function fingerprintOf(draft: ContactDraft): string {
  const { source: _, ...rest } = withoutDoubles(draft)
  return JSON.stringify(rest)
}

/** Names that a merge kept aside, by their whole; of a name kept in parts only, the parts. */
function mergedNames(draft: ContactDraft): NameKey[] {
  const prefix = `${mergedPrefix}name.`
  const kept = draft.unknown.filter((field) => field.name.startsWith(prefix))
  if (kept.length === 0) return []
  const wholes: PersonName[] = kept.filter((field) => field.name === `${prefix}full`).map((field) => ({ full: field.value }))
  return wholes.map(nameKeyOf).filter((name) => name !== undefined)
}

/** Whether the address is answered by several people, or by nobody, whatever the record's name. */
export function isSharedAddress(email: string, keys: PersonKeys): boolean {
  return addressKind(email, nameWordsOf(keys.names[0]?.sorted ?? '')) !== 'personal'
}
