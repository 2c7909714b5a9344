// What identifies the person of a draft, folded once, so that comparing two drafts costs little. A draft that has been merged answers to
// every name and id of those that went into it.
import type { ContactDraft, OrganizationDraft, PhoneDraft, UnknownField } from '../draft.ts'
import { addressKind, nameWordsOf } from './address-kind.ts'
import { comparableEmail } from './emails.ts'
import { mergedPrefix, withoutDoubles } from './merge.ts'
import { type NameKey, nameKeyOf } from './name-comparison.ts'
import { wordKey } from './name-words.ts'
import { phoneBlock, tellsSomebody } from './phone-identity.ts'

export interface PersonKeys {
  readonly names: readonly NameKey[]
  readonly emails: readonly string[]
  readonly phones: readonly PhoneDraft[]
  readonly linkedIn: readonly string[]
  readonly uids: readonly string[]
  /** As written: most are never compared, because the names differ. */
  readonly organizations: readonly OrganizationDraft[]
  /** Complete ones, "1985-03-07". */
  readonly birthdays: readonly string[]
  /** What an honorific tells: "M." and "Mme" of one name are two people. */
  readonly sexes: readonly ('f' | 'm')[]
  /** The whole record, when nothing in it identifies a person: then only its exact repetition is the same one. */
  readonly fingerprint?: string
}

export function personKeys(draft: ContactDraft): PersonKeys {
  const own = nameKeyOf(draft.name)
  const kept = draft.unknown.filter((field) => field.name.startsWith(mergedPrefix))
  const others = kept.length === 0 ? [] : mergedNames(kept)
  const names = own === undefined ? others : [own, ...others]
  const phones = draft.phones.filter((phone) => tellsSomebody(phone) && phoneBlock(phone) !== undefined)
  const keys = {
    names,
    emails: draft.emails.map((email) => comparableEmail(email.address)),
    phones,
    linkedIn: ids('linkedIn', draft.linkedIn, kept),
    uids: ids('uid', draft.uid, kept).filter((uid) => uid.length >= 8),
    organizations: draft.organizations,
    birthdays: birthdaysOf(draft),
    sexes: sexesOf(draft),
  }
  const identified = keys.emails.length > 0 || keys.linkedIn.length > 0 || keys.uids.length > 0 || keys.phones.length > 0
  return identified && names.length > 0 ? keys : { ...keys, fingerprint: fingerprintOf(draft) }
}

function birthdaysOf({ dates }: ContactDraft): readonly string[] {
  if (dates.length === 0) return nothing
  const whole = dates.filter(({ kind, date }) => kind === 'birthday' && date.year !== undefined && date.day !== undefined)
  return whole.map(({ date: { year, month, day } }) => `${year}-${month}-${day}`)
}

const female = /(?:^| )(?:mme|mmes|madame|mlle|melle|mademoiselle|mrs|ms|miss|frau|sra|senora|signora|sig ra|mevr|mevrouw)(?= |$)/u
const male = /(?:^| )(?:m|mr|monsieur|herr|sr|senor|signor|sig|dhr|de heer)(?= |$)(?! ra)/u
const noSex: readonly ('f' | 'm')[] = []

/** None for a couple's "M. et Mme". */
function sexesOf({ name: { prefix } }: ContactDraft): readonly ('f' | 'm')[] {
  if (prefix === undefined) return noSex
  const key = wordKey(prefix.replace(/[/&+]/gu, ' '))
  const [isFemale, isMale] = [female.test(key), male.test(key)]
  if (isFemale === isMale) return noSex
  return isFemale ? ['f'] : ['m']
}

function ids(name: 'linkedIn' | 'uid', own: string | undefined, kept: readonly UnknownField[]): readonly string[] {
  if (kept.length === 0) return own === undefined ? nothing : [own]
  const others = kept.filter((field) => field.name === mergedPrefix + name).map((field) => field.value)
  return own === undefined ? others : [own, ...others]
}

const nothing: readonly string[] = []

/** The record without where it was read and without what it says twice. */
function fingerprintOf(draft: ContactDraft): string {
  const { source: _, ...rest } = withoutDoubles(draft)
  return JSON.stringify(rest)
}

/** Names that a merge kept aside, each by its whole. */
function mergedNames(kept: readonly UnknownField[]): NameKey[] {
  const wholes = kept.filter((field) => field.name === `${mergedPrefix}name.full`)
  return wholes.map((field) => nameKeyOf({ full: field.value })).filter((name) => name !== undefined)
}

/** Whether the address is answered by several people, or by nobody, whatever the record's name. */
export function isSharedAddress(email: string, keys: PersonKeys): boolean {
  return addressKind(email, nameWordsOf(keys.names[0]?.sorted ?? '')) !== 'personal'
}
