// Whether a record of an address book is a person at all. Wrongly setting a person apart costs a contact, wrongly keeping a robot costs a
// line: in doubt the record stays. Any address, telephone or profile that is a person's own keeps the record.
import type { ContactDraft } from '../draft.ts'
import type { SkipReason } from '../reading.ts'
import { type AddressKind, addressKind, isOfficeWord, nameWordsOf } from './address-kind.ts'
import { isEastAsian } from './east-asian-names.ts'
import { isPrivateMail } from './emails.ts'
import { isCommonGivenName } from './given-names.ts'
import { honorifics, wordKey } from './name-words.ts'
import { comparableOrganization, hasDoubtfulForm, hasLegalForm } from './organizations.ts'
import { everybodyWords, glueWords, houseWords, silentWords } from './role-words.ts'

/**
 * The reason to set a draft apart, or undefined when it is, or may be, a person: `distribution_list`, `company`, `exchange_only` (its only
 * address is an X.500 name and nothing else reaches it), `not_a_person` (machines, mailing lists, offices). An office's address beside a
 * person's real name is that person's: "Luc Martin" at contact@ of a small firm stays.
 */
export function setApart(draft: ContactDraft): SkipReason | undefined {
  if (draft.kind === 'group') return 'distribution_list'
  if (draft.kind === 'company') return 'company'
  const name = ownName(draft)
  const words = nameWordsOf(name).filter((word) => !honorifics.has(word))
  const kinds = draft.emails.map((email) => addressKind(email.address.trim(), words))
  const reachable = kinds.filter((kind) => kind !== 'exchange')
  if (isAtHome(draft, words)) return undefined
  if (isEverybody(name, words, kinds)) return 'distribution_list'
  if (reachable.length === 0) return withoutAddress(draft, name, words, kinds)
  if (reachable.includes('personal')) {
    if (isOfficeBehindOneWord(draft, words)) return 'not_a_person'
    return isHouseByName(draft, name, words) ? 'company' : undefined
  }
  if (hasOtherWays(draft) && looksLikePerson(draft, name, words)) return undefined
  if (!reachable.includes('role')) return reachable.every((kind) => kind === 'everybody') ? 'distribution_list' : 'not_a_person'
  if (looksLikePerson(draft, name, words)) return undefined
  return isHouse(draft, name) ? 'company' : 'not_a_person'
}

/** Given and family name at a provider of private mailboxes, where offices seldom have theirs: "Marc Press" at press@gmail.com. */
function isAtHome(draft: ContactDraft, words: readonly string[]): boolean {
  if (words.length < 2 || words.length > 3 || !isCommonGivenName(words[0] ?? '') || words.some((word) => word.length < 2)) return false
  return draft.emails.some(({ address }) => {
    const at = address.lastIndexOf('@')
    const local = address.slice(0, at).toLowerCase()
    const parts = local.split(/[^\p{L}]+/u).filter(Boolean)
    const isOwn =
      words.some((one) => words.some((other) => one !== other && local === one + other)) || parts.every((part) => words.includes(part))
    const kind = addressKind(address, words)
    return isOwn && kind !== 'list' && kind !== 'robot' && isPrivateMail(address.slice(at + 1).toLowerCase())
  })
}

/** No more of a name is looked at. */
const longest = 300

/** The name, unless it only repeats the address. */
function ownName(draft: ContactDraft): string {
  const { full, given, family } = draft.name
  const name = full !== '' ? full : [given, family].filter(Boolean).join(' ')
  return name.includes('@') ? '' : name.slice(0, longest)
}

function withoutAddress(
  draft: ContactDraft,
  name: string,
  words: readonly string[],
  kinds: readonly AddressKind[],
): SkipReason | undefined {
  if (kinds.length > 0 && !hasOtherWays(draft)) return 'exchange_only'
  const organization = draft.organizations.find((one) => one.name !== undefined)?.name
  if (name === '') return organization === undefined || draft.linkedIn !== undefined ? undefined : 'company'
  if (draft.linkedIn !== undefined) return undefined
  // The last row of a hand-made list.
  if (!hasOtherWays(draft) && /^(?:sous[- ]?)?(?:total|totaux|gesamt|summe|somme|sum|subtotal|totale|totaal)$/iu.test(name))
    return 'not_a_person'
  const isFamily = words.length === 2 && startsWithGivenName(draft, words) && hasDoubtfulForm(name) && !isNamedLikeFirm(draft, name)
  if (hasLegalForm(name) && !isFamily) return 'company'
  if (isSomebodys(draft)) return undefined
  if (isHouse(draft, name) && !startsWithGivenName(draft, words)) return 'company'
  const office = words.length > 0 && words.every((word) => isOfficeWord(word) || glueWords.has(word)) && words.some(isSurelyOffice)
  return office ? 'not_a_person' : undefined
}

const isNamedLikeFirm = ({ organizations }: ContactDraft, name: string) =>
  organizations.some((one) => one.name !== undefined && comparableOrganization(one.name) === comparableOrganization(name))

/** What only a person has: a birthday, a title in a firm, an honorific. */
function isSomebodys(draft: ContactDraft): boolean {
  return (
    draft.dates.some(({ kind }) => kind === 'birthday') ||
    draft.organizations.some(({ title }) => title !== undefined) ||
    isAddressed(draft)
  )
}

/** "Newsletter Duvin" at duvin@: nobody's given name in sight, an office's word in the name, and an address of one word of it. */
function isOfficeBehindOneWord(draft: ContactDraft, words: readonly string[]): boolean {
  if (
    hasOtherWays(draft) ||
    isAddressed(draft) ||
    words.length < 2 ||
    !words.some(isSurelyOffice) ||
    words.some((word) => isCommonGivenName(word))
  )
    return false
  return draft.emails.every((email) => {
    const local = email.address.slice(0, email.address.lastIndexOf('@')).toLowerCase()
    return (
      (local !== words[0] && words.includes(local)) || (words.length > 2 && words.filter((word) => !isOfficeWord(word)).join('') === local)
    )
  })
}

const hasOtherWays = (draft: ContactDraft) => draft.phones.length > 0 || draft.linkedIn !== undefined || draft.addresses.length > 0

/** Firm's name in the name's place: the same as the organization, or with a legal form. */
function isHouse(draft: ContactDraft, name: string): boolean {
  if (name === '') return false
  if (hasLegalForm(name)) return true
  return isNamedLikeFirm(draft, name)
}

/** "Garage du Port" of the organization of that name: a house's word in front, and nobody's given name. */
function isHouseByName(draft: ContactDraft, name: string, words: readonly string[]): boolean {
  if (hasOtherWays(draft) || isAddressed(draft) || words.length < 2 || words.some((word) => isCommonGivenName(word))) return false
  return houseWords.has(words[0] ?? '') && isHouse(draft, name)
}

/** "Tous les employés", "Liste de distribution", "DL-Ventes", or an address of everybody. */
function isEverybody(name: string, words: readonly string[], kinds: readonly AddressKind[]): boolean {
  if (
    /^(?:dl|gl)[-_]\p{L}/iu.test(name) ||
    (/^[DG]L /u.test(name) && words.slice(1).some(isOfficeWord)) ||
    /distribution list|liste de diffusion|liste de distribution|verteiler(?:liste)?\b|lista de distribuci|lista di distribuzione|distributielijst|undisclosed[ -]recipients|destinataires? (?:masqu|inconnu|non divulgu)|unbekannte empf/iu.test(
      name,
    )
  )
    return true
  if (kinds.length === 0 || kinds.some((kind) => kind === 'personal')) return false
  const first = words[0] ?? ''
  return kinds.every((kind) => kind === 'everybody') && (words.length === 0 || everybodyWords.has(first) || !isCommonGivenName(first))
}

/** Words that make a name an office's even alone: "info" and "support", not "mail" or "post", which people are called. */
function isSurelyOffice(word: string): boolean {
  return isOfficeWord(word) && !isCommonGivenName(word) && word.length > 3
}

function startsWithGivenName(draft: ContactDraft, words: readonly string[]): boolean {
  return isCommonGivenName(words[0] ?? '') || isCommonGivenName(nameWordsOf(draft.name.given ?? '')[0] ?? '')
}

/** A name that begins with an article is a house's or a paper's. */
const articles: ReadonlySet<string> = new Set('le la les l the die das het el los las il gli'.split(' '))

/**
 * Whether the name is a real person's. An honorific tells it; a common given name does unless an office's or a firm's word stands beside
 * it; other names of two words and more do when none of their words is an office's, a firm's, or the whole of the domain.
 */
function looksLikePerson(draft: ContactDraft, name: string, words: readonly string[]): boolean {
  if (words.length === 0 || isAnnounced(name)) return false
  const first = words[0] ?? ''
  const houses = words.filter((word) => houseWords.has(word)).length
  const offices = words.filter((word) => isOfficeWord(word) && !isCommonGivenName(word)).length
  if (hasLegalForm(name)) return false
  if (isAddressed(draft) && words.length <= 2) return true
  // "Marie Poste" at contact@marieposte.example: a firm of that person's name.
  if (isCommonGivenName(first) && words.length === 2 && isDomain(draft, words) && !isHouse(draft, name)) return true
  if (offices > 0) return offices === 1 && words.length === 2 && houses === 0 && isCommonGivenName(first)
  if (isAddressed(draft)) return houses === 0
  if (houses > 0 || /[&|@]|\d/u.test(name)) return startsWithGivenName(draft, words) && houses < words.length - 1 && words.length <= 3
  if (isHouse(draft, name) && !isCommonGivenName(first)) return false
  if (words.some((word) => isCommonGivenName(word))) return true
  if (isEastAsian(name)) return draft.name.given !== undefined && draft.name.family !== undefined
  return (
    words.length > 1 && !articles.has(first) && !words.some((word) => /^(?:of|for|pour|your|votre)$/u.test(word)) && !isDomain(draft, words)
  )
}

const isAddressed = (draft: ContactDraft) => draft.name.prefix !== undefined && honorifics.has(wordKey(draft.name.prefix))

/** "Luc Martin via Codeforge", "Luc Martin (Codeforge)" of a machine: the name was put there by a program. */
const isAnnounced = (name: string) => /\svia\s|\[[^\]]+\]/iu.test(name) || silentWords.includes(nameWordsOf(name).join(''))

/** All the name's words stand in the domain: "Boutique Lune" at boutique-lune.example. */
function isDomain(draft: ContactDraft, words: readonly string[]): boolean {
  const compact = words.join('')
  return draft.emails.some((email) => {
    const labels = email.address
      .slice(email.address.lastIndexOf('@') + 1)
      .toLowerCase()
      .split('.')
    return labels.slice(0, -1).some((label) => label.replace(/[^\p{L}\p{N}]/gu, '').includes(compact))
  })
}
