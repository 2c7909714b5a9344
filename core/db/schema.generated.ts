// Written by core/db/generate-schema.ts from a migrated database. Do not edit: change a migration, then `npm run generate`.
import type { ColumnType, GeneratedAlways } from 'kysely'

/** A column that the database fills when an insert leaves it out. */
export type Generated<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>
export type Timestamp = ColumnType<Date, Date | string, Date | string>

export interface ActLinkTable {
  act: 'invitation' | 'introduction_forward' | 'introduction_answer'
  expiresAt: Timestamp
  memberId: number
  subjectId: string
  tokenHash: Buffer
  usedAt: Timestamp | null
}

export interface ConnectionTable {
  connectedAt: Generated<Timestamp>
  context: string | null
  endedOn: string | null
  hiddenByHigh: Generated<boolean>
  hiddenByLow: Generated<boolean>
  highId: number
  highStrength: number | null
  lowId: number
  lowStrength: number | null
  relationship: 'colleague' | 'classmate' | 'client' | 'supplier' | 'met_at' | 'friend' | 'other'
  sharedStrength: number
  startedOn: string | null
  statedBy: number
}

export interface ConsentTable {
  answer: string
  givenAt: Generated<Timestamp>
  id: GeneratedAlways<number>
  locale: string
  memberId: number
  subject: 'findable_by' | 'shows_connections'
  wording: string
}

export interface ConversationTable {
  highId: number
  highReadSeq: Generated<number>
  id: Generated<string>
  lastAt: Generated<Timestamp>
  lastSeq: Generated<number>
  lowId: number
  lowReadSeq: Generated<number>
}

export interface EducationTable {
  degreeEn: string | null
  degreeFr: string | null
  endedOn: string | null
  fieldEn: string | null
  fieldFr: string | null
  id: Generated<string>
  memberId: number
  organizationId: number
  startedOn: string | null
}

export interface InstanceSecretTable {
  name: string
  value: Buffer
}

export interface IntroductionTable {
  askedAt: Generated<Timestamp>
  askerId: number
  closedAs: 'withdrawn' | 'expired' | null
  closedAt: Timestamp | null
  connectorNote: string | null
  conversationId: string | null
  expiresAt: Timestamp
  id: Generated<string>
  noteToTarget: string
  purpose: 'career_opportunity' | 'contract' | 'new_venture' | 'job_inquiry' | 'expertise' | 'business_deal' | 'reference_request' | 'reconnect'
  setAsideAt: Timestamp | null
  state: 'asked' | 'forwarded' | 'offered' | 'accepted' | 'closed'
  targetId: number
}

export interface IntroductionStepTable {
  connectorId: number
  forwardedAt: Timestamp | null
  introductionId: string
  noteToConnector: string | null
  position: number
  reachedAt: Timestamp | null
  setAsideAt: Timestamp | null
}

export interface InvitationTable {
  closedAt: Timestamp | null
  context: string | null
  endedOn: string | null
  fromId: number
  fromStrength: number | null
  highId: GeneratedAlways<number>
  id: Generated<string>
  lowId: GeneratedAlways<number>
  note: string | null
  relationship: 'colleague' | 'classmate' | 'client' | 'supplier' | 'met_at' | 'friend' | 'other'
  sentAt: Generated<Timestamp>
  setAsideAs: 'ignored' | 'unknown_person' | 'spam' | null
  setAsideAt: Timestamp | null
  startedOn: string | null
  state: Generated<'open' | 'accepted' | 'withdrawn'>
  toId: number
}

export interface MailLinkTable {
  createdAt: Generated<Timestamp>
  email: string
  expiresAt: Timestamp
  memberId: number | null
  purpose: 'join' | 'sign_in' | 'reset_password' | 'change_email'
  tokenHash: Buffer
  usedAt: Timestamp | null
}

export interface MailLogTable {
  id: GeneratedAlways<number>
  kind: string
  mailboxHash: Buffer
  sentAt: Generated<Timestamp>
}

export interface MemberTable {
  email: string
  emailKey: string
  familyName: string
  findableBy: 'nobody' | 'second_degree' | 'members' | 'anyone' | null
  givenName: string
  handle: string
  id: GeneratedAlways<number>
  joinedAt: Generated<Timestamp>
  locale: 'en' | 'fr'
  mailPaused: Generated<boolean>
  passwordHash: string | null
  photoVersion: Generated<number>
  showsConnections: boolean | null
  timeZone: Generated<string>
}

export interface MemberLanguageTable {
  language: string
  level: 'basic' | 'working' | 'fluent' | 'native'
  memberId: number
}

export interface MemberSkillTable {
  memberId: number
  ordinal: Generated<number>
  skillId: number
}

export interface MessageTable {
  body: string
  clientKey: string
  conversationId: string
  senderId: number
  sentAt: Generated<Timestamp>
  seq: number
}

export interface MigrationTable {
  appliedAt: Generated<Timestamp>
  name: string
}

export interface NetworkChangeTable {
  changedAt: Generated<Timestamp>
  highId: number
  lowId: number
  seq: number
}

export interface NetworkClockTable {
  generation: Generated<number>
  instance: Generated<string>
  onlyRow: Generated<boolean>
  seq: Generated<number>
}

export interface OrganizationTable {
  id: GeneratedAlways<number>
  name: string
  nameKey: string
}

export interface OutboxTable {
  attempts: Generated<number>
  createdAt: Generated<Timestamp>
  id: GeneratedAlways<number>
  jobKey: string | null
  kind: string
  lastError: string | null
  payload: unknown
  runAt: Generated<Timestamp>
}

export interface PhotoTable {
  large: Buffer
  memberId: number
  small: Buffer
  version: number
}

export interface PositionTable {
  descriptionEn: string | null
  descriptionFr: string | null
  endedOn: string | null
  id: Generated<string>
  memberId: number
  organizationId: number
  place: string | null
  seniority: string | null
  startedOn: string
  titleEn: string | null
  titleFr: string | null
}

export interface ProfileTable {
  country: string | null
  headlineEn: string | null
  headlineFr: string | null
  memberId: number
  place: string | null
  summaryEn: string | null
  summaryFr: string | null
  updatedAt: Generated<Timestamp>
  version: Generated<number>
}

export interface ProfileLinkTable {
  id: Generated<string>
  label: string | null
  memberId: number
  ordinal: Generated<number>
  url: string
}

export interface ReachPreferenceTable {
  memberId: number
  purpose: 'career_opportunity' | 'contract' | 'new_venture' | 'job_inquiry' | 'expertise' | 'business_deal' | 'reference_request' | 'reconnect'
  way: 'never' | 'introduction' | 'direct'
}

export interface SearchDocumentTable {
  memberId: number
  nameText: string
  words: string
}

export interface SearchWordTable {
  word: string
}

export interface SessionTable {
  authenticatedAt: Generated<Timestamp>
  createdAt: Generated<Timestamp>
  expiresAt: Timestamp
  id: Generated<string>
  memberId: number
  seenAt: Generated<Timestamp>
  tokenHash: Buffer
  userAgent: Generated<string>
}

export interface SkillTable {
  id: GeneratedAlways<number>
  keyEn: string | null
  keyFr: string | null
  nameEn: string | null
  nameFr: string | null
}

export interface ThrottleTable {
  hits: number
  key: string
  windowStart: Timestamp
}

export interface DB {
  actLink: ActLinkTable
  connection: ConnectionTable
  consent: ConsentTable
  conversation: ConversationTable
  education: EducationTable
  instanceSecret: InstanceSecretTable
  introduction: IntroductionTable
  introductionStep: IntroductionStepTable
  invitation: InvitationTable
  mailLink: MailLinkTable
  mailLog: MailLogTable
  member: MemberTable
  memberLanguage: MemberLanguageTable
  memberSkill: MemberSkillTable
  message: MessageTable
  migration: MigrationTable
  networkChange: NetworkChangeTable
  networkClock: NetworkClockTable
  organization: OrganizationTable
  outbox: OutboxTable
  photo: PhotoTable
  position: PositionTable
  profile: ProfileTable
  profileLink: ProfileLinkTable
  reachPreference: ReachPreferenceTable
  searchDocument: SearchDocumentTable
  searchWord: SearchWordTable
  session: SessionTable
  skill: SkillTable
  throttle: ThrottleTable
}
