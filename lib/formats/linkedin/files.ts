// The files of LinkedIn's archive, by their header rows: their names are in the member's language, the headers in English. A file is known when
// it has all the columns of its row here; columns that came later do no harm.
import { foldHeader } from '../csv/headers.ts'

/** Files whose rows are read; `connections` and `imported` by the reader of tables. */
export type ReadFile =
  | 'connections'
  | 'imported'
  | 'notes'
  | 'profile'
  | 'summary'
  | 'positions'
  | 'education'
  | 'skills'
  | 'certifications'
  | 'languages'
  | 'recommendations-received'
  | 'recommendations-given'
  | 'emails'
  | 'phones'
  | 'projects'
  | 'volunteering'
  | 'honors'
  | 'publications'
/** Files that hold nothing about the member's contacts or career. */
type OtherFile =
  | 'endorsements'
  | 'invitations'
  | 'messages'
  | 'registration'
  | 'follows'
  | 'applications'
  | 'saved-jobs'
  | 'verifications'
  | 'test-scores'
  | 'whatsapp'

export interface LinkedInFile {
  readonly kind: ReadFile | OtherFile
  /** Its usual name in English, without folder; where we write it. */
  readonly name: string
  readonly headers: readonly string[]
  readonly isRead: boolean
}

const read = (kind: ReadFile, name: string, headers: string): LinkedInFile => ({ kind, name, headers: headers.split(','), isRead: true })
const other = (kind: OtherFile, name: string, headers: string): LinkedInFile => ({ kind, name, headers: headers.split(','), isRead: false })

/** The more columns a file has, the earlier it stands: `Name` alone is the last. */
export const linkedInFiles: readonly LinkedInFile[] = [
  other('messages', 'messages.csv', 'CONVERSATION ID,FROM,TO,DATE,CONTENT'),
  other('messages', 'messages.csv', 'From,To,Date,Subject,Content,Direction'),
  read(
    'profile',
    'Profile.csv',
    'First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location,Twitter Handles,Websites,Instant Messengers',
  ),
  other('verifications', 'Verifications/Verifications.csv', 'First name,Last name,Verification type,Organization name'),
  other('endorsements', 'Endorsement_Received_Info.csv', 'Endorsement Date,Skill Name,Endorser First Name'),
  other('endorsements', 'Endorsement_Given_Info.csv', 'Endorsement Date,Skill Name,Endorsee First Name'),
  other('invitations', 'Invitations.csv', 'From,To,Sent At,Message,Direction'),
  other('applications', 'Jobs/Job Applications.csv', 'Application Date,Contact Email,Company Name,Job Title'),
  other('saved-jobs', 'Jobs/Saved Jobs.csv', 'Saved Date,Job Url,Job Title'),
  read('notes', 'Notes.csv', 'Connection First Name,Connection Last Name,Connection Profile URL,Note,Created On,Edited On'),
  read('connections', 'Connections.csv', 'First Name,Last Name,Connected On'),
  read('imported', 'Contacts.csv', 'Source,FirstName,LastName'),
  read('imported', 'Contacts.csv', 'First Name,Last Name,Companies,Created At'),
  read('imported', 'ImportedContacts.csv', 'FirstName,LastName,Emails,PhoneNumbers'),
  read('positions', 'Positions.csv', 'Company Name,Title,Description,Location,Started On,Finished On'),
  read('volunteering', 'Volunteering.csv', 'Company Name,Role,Cause,Started On,Finished On,Description'),
  read('education', 'Education.csv', 'School Name,Start Date,End Date,Notes,Degree Name,Activities'),
  read('certifications', 'Certifications.csv', 'Name,Url,Authority,Started On,Finished On,License Number'),
  read('projects', 'Projects.csv', 'Title,Description,Url,Started On,Finished On'),
  read('publications', 'Publications.csv', 'Name,Published On,Description,Publisher,Url'),
  other('test-scores', 'TestScores.csv', 'Tested On,Name,Description,Score'),
  read('honors', 'Honors.csv', 'Title,Description,Issued On'),
  read('emails', 'Email Addresses.csv', 'Email Address,Confirmed,Primary,Updated On'),
  other('whatsapp', 'Whatsapp Phone Numbers.csv', 'Number,Extension,Is_WhatsApp_Number'),
  read('phones', 'PhoneNumbers.csv', 'Extension,Number,Type'),
  other('registration', 'Registration.csv', 'Registered At,Registration Ip,Subscription Types'),
  other('follows', 'Company Follows.csv', 'Organization,Followed On'),
  read('languages', 'Languages.csv', 'Name,Proficiency'),
  read('summary', 'Profile Summary.csv', 'Profile Summary'),
  read('skills', 'Skills.csv', 'Name'),
]

const recommendation = ['First Name', 'Last Name', 'Company', 'Job Title', 'Text', 'Creation Date', 'Status']

/** The same columns for both directions: only the file's name tells them apart. */
export const recommendationFiles: readonly LinkedInFile[] = [
  { kind: 'recommendations-received', name: 'Recommendations_Received.csv', headers: recommendation, isRead: true },
  { kind: 'recommendations-given', name: 'Recommendations_Given.csv', headers: recommendation, isRead: true },
]

const signatures = linkedInFiles.map((file) => ({ file, headers: file.headers.map(foldHeader) }))
const recommendationHeaders = recommendation.map(foldHeader)
const given = /given|donn[ée]|erteilt|hechas|fatte|gegeven|dadas/iu

/** The file whose header row this is, or undefined. `path` only tells recommendations given from those received. */
export function fileOfHeader(cells: readonly string[], path: string): LinkedInFile | undefined {
  const found = new Set(cells.map(foldHeader))
  if (recommendationHeaders.every((header) => found.has(header))) return recommendationFiles[given.test(path) ? 1 : 0]
  const match = signatures.find(({ headers }) => headers.every((header) => found.has(header)))
  // One word is no header unless it is the whole of it.
  return match !== undefined && (match.file.headers.length > 1 || cells.length === 1) ? match.file : undefined
}

/**
 * Whether a text is one of the profile's files by itself: its first line is such a header. Connections and imported contacts are tables, and
 * a column called `Name` alone says too little.
 */
export function isLinkedInFile(head: string): boolean {
  const cells = (head.split(/\r?\n/u, 1)[0] ?? '')
    .replace(/^\ufeff/u, '')
    .split(',')
    .map((cell) => cell.replace(/^"|"$/gu, ''))
  const file = cells.length > 1 ? fileOfHeader(cells, '') : undefined
  return file?.isRead === true && file.kind !== 'connections' && file.kind !== 'imported'
}
