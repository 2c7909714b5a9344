// Whether two records are one person, and by what. A wrong merge cannot be seen and hardly be undone, a missed one is a line twice: certain
// is only what a careful reader would merge without asking.

import { isPrivateMail } from './emails.ts'
import { compareNames, type NameRelation } from './name-comparison.ts'
import { comparableOrganization } from './organizations.ts'
import type { PersonKeys } from './person-keys.ts'
import { isSharedAddress } from './person-keys.ts'
import { isMobile, isSamePhone } from './phone-identity.ts'

export type MatchReason =
  | 'same_linkedin'
  | 'same_email'
  | 'same_uid'
  | 'same_phone'
  | 'same_record'
  | 'same_name_and_organization'
  | 'same_name'
  | 'similar_name'

export interface Verdict {
  readonly verdict: 'certain' | 'likely'
  readonly reason: MatchReason
}

/** From the surest on: of several reasons for one pair the first certain one is told, else the first likely one. */
const order: readonly MatchReason[] = [
  'same_linkedin',
  'same_email',
  'same_uid',
  'same_phone',
  'same_record',
  'same_name_and_organization',
  'same_name',
  'similar_name',
]

const closeness: readonly NameRelation[] = ['same', 'unknown', 'short', 'family', 'different']

/**
 * The closest relation between any name of the one and any of the other; never `same` when one of the names has a further given name that
 * another one excludes: "Maria" may be "Maria Luisa" or "Maria Elena", but those two are not one.
 */
export function relate(a: PersonKeys, b: PersonKeys): NameRelation {
  if (a.names.length === 0 || b.names.length === 0) return 'unknown'
  let best = closeness.length - 1
  let isExcluded = false
  for (const one of a.names)
    for (const other of b.names) {
      const relation = compareNames(one, other)
      best = Math.min(best, closeness.indexOf(relation))
      isExcluded ||= relation === 'different' && one.given === other.given && one.family === other.family
    }
  const closest = closeness[best] ?? 'different'
  return isExcluded && closest === 'same' ? 'short' : closest
}

/**
 * The verdict on two records, or undefined when nothing makes them one person. `isCrowded` tells that several different names share what
 * the two have in common: then only the same name counts. Father and son, a couple with one address, colleagues behind one switchboard or
 * one office's address are never certain.
 */
export function judge(a: PersonKeys, b: PersonKeys, isCrowded = false): Verdict | undefined {
  const relation = relate(a, b)
  const strict = isCrowded && relation !== 'same'
  const verdicts = [
    byLinkedIn(a, b, relation),
    strict ? undefined : byEmail(a, b, relation),
    byUid(a, b, relation),
    strict ? undefined : byPhone(a, b, relation),
    byRecord(a, b),
    byName(a, b, relation),
  ].filter((verdict) => verdict !== undefined)
  const doubt = contradict(a, b)
  const settled = doubt ? verdicts.map((one): Verdict => (one.reason === 'same_linkedin' ? one : { ...one, verdict: 'likely' })) : verdicts
  return [...settled].sort(bySurety)[0]
}

const bySurety = (a: Verdict, b: Verdict) => rank(a) - rank(b)

/** Lower is surer. */
export const rank = (verdict: Verdict) => (verdict.verdict === 'certain' ? 0 : order.length) + order.indexOf(verdict.reason)

/** Two identities on LinkedIn, two birthdays or two sexes without a common one are two people, unless one of the records is out of date. */
const contradict = (a: PersonKeys, b: PersonKeys) =>
  isApart(a.linkedIn, b.linkedIn) || isApart(a.birthdays, b.birthdays) || isApart(a.sexes, b.sexes)

const isApart = (a: readonly string[], b: readonly string[]) => a.length > 0 && b.length > 0 && !sharesOne(a, b)

function byLinkedIn(a: PersonKeys, b: PersonKeys, relation: NameRelation): Verdict | undefined {
  if (!sharesOne(a.linkedIn, b.linkedIn)) return undefined
  return { verdict: relation === 'different' ? 'likely' : 'certain', reason: 'same_linkedin' }
}

function byEmail(a: PersonKeys, b: PersonKeys, relation: NameRelation): Verdict | undefined {
  const common = a.emails.filter((email) => b.emails.includes(email))
  if (common.length === 0) return undefined
  const reason = 'same_email'
  if (relation === 'same') return { verdict: 'certain', reason }
  const own = common.some((email) => !isSharedAddress(email, a) && !isSharedAddress(email, b))
  const nameless = a.names.length === 0 && b.names.length === 0
  if (!own) return nameless ? { verdict: 'certain', reason } : relation === 'short' ? { verdict: 'likely', reason } : undefined
  if (relation === 'unknown') return { verdict: 'certain', reason }
  if (relation === 'short' || relation === 'family') return { verdict: 'likely', reason }
  return isOneWord(a) || isOneWord(b) ? { verdict: 'likely', reason } : undefined
}

/** "Maman" or "mlarcher": a name that says too little to contradict another one. */
const isOneWord = (keys: PersonKeys) => keys.names.every((name) => !name.sorted.includes(' '))

function byUid(a: PersonKeys, b: PersonKeys, relation: NameRelation): Verdict | undefined {
  if (!sharesOne(a.uids, b.uids)) return undefined
  return { verdict: relation === 'different' ? 'likely' : 'certain', reason: 'same_uid' }
}

function byPhone(a: PersonKeys, b: PersonKeys, relation: NameRelation): Verdict | undefined {
  if (relation === 'different' || relation === 'family') return undefined
  const common = a.phones.filter((one) => b.phones.some((other) => isSamePhone(one, other)))
  if (common.length === 0) return undefined
  const reason = 'same_phone'
  const own = common.some((one) => isMobile(one) || b.phones.some((other) => isSamePhone(one, other) && isMobile(other)))
  if (relation === 'same') return { verdict: !own && colleagues(a, b) ? 'likely' : 'certain', reason }
  return { verdict: own && relation === 'unknown' ? 'certain' : 'likely', reason }
}

function byRecord(a: PersonKeys, b: PersonKeys): Verdict | undefined {
  return a.fingerprint !== undefined && a.fingerprint === b.fingerprint ? { verdict: 'certain', reason: 'same_record' } : undefined
}

function byName(a: PersonKeys, b: PersonKeys, relation: NameRelation): Verdict | undefined {
  if (relation !== 'same' && relation !== 'short') return undefined
  if (isOneWord(a) || isOneWord(b)) return undefined
  if (sharesOne(houses(a), houses(b))) {
    const certain = relation === 'same' && !colleagues(a, b) && !haveOwnMobiles(a, b)
    return { verdict: certain ? 'certain' : 'likely', reason: 'same_name_and_organization' }
  }
  return { verdict: 'likely', reason: relation === 'same' ? 'same_name' : 'similar_name' }
}

const houses = (keys: PersonKeys) =>
  keys.organizations.map((one) => comparableOrganization(one.name ?? '')).filter((name) => name !== '' && !noHouse.test(name))

/** What people write where a firm should stand and there is none. */
const noHouse =
  /^(?:free ?lancer?|self employed|auto ?entrepreneur|micro ?entrepreneur|independante?|independent|retraitee?|retired|rentner(?:in)?|selbst(?:st)?andige?r?|autonom[oa]|independiente|libero professionista|zzp|zelfstandig|student|etudiante?|sans|sans emploi|en recherche(?: d emploi)?|demandeu(?:r|se) d emploi|none|n a|aucune?|particulier|private|privat|privee?|profession liberale|chomage|unemployed|stealth|consultante?|confidentiel|confidential)$/u

/** Two mobile telephones that are not the same one. */
function haveOwnMobiles(a: PersonKeys, b: PersonKeys): boolean {
  const [first, second] = [a.phones.filter(isMobile), b.phones.filter(isMobile)]
  return first.length > 0 && second.length > 0 && !first.some((one) => second.some((other) => isSamePhone(one, other)))
}

/** Different addresses at one domain, or both at providers of private mailboxes: two people of one name in one house. */
function colleagues(a: PersonKeys, b: PersonKeys): boolean {
  if (a.emails.length === 0 || b.emails.length === 0 || sharesOne(a.emails, b.emails)) return false
  const domains = new Set(a.emails.map(domainOf))
  const areBothPrivate = [...domains].some(isPrivateMail) && b.emails.some((email) => isPrivateMail(domainOf(email)))
  return areBothPrivate || b.emails.some((email) => domains.has(domainOf(email)))
}

const domainOf = (email: string) => email.slice(email.lastIndexOf('@') + 1)

const sharesOne = (a: readonly string[], b: readonly string[]) => a.some((one) => b.includes(one))
