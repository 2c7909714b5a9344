// The formats that are written, by the word that --to takes.
import { writeGoogleCsv, writeOutlookCsv } from '@entregent/lib/formats/csv/write.ts'
import { writeJsonResume } from '@entregent/lib/formats/json-resume/write.ts'
import { writeLdif } from '@entregent/lib/formats/ldif/write.ts'
import { writeLinkedInArchive } from '@entregent/lib/formats/linkedin/write.ts'
import { writeJcards } from '@entregent/lib/formats/vcard/jcard.ts'
import { writeVcards } from '@entregent/lib/formats/vcard/write.ts'
import type { Gathered } from './gather.ts'

interface Writer {
  /** What such a file holds. */
  readonly holds: 'contacts' | 'one profile' | 'contacts and a profile'
  readonly write: (found: Pick<Gathered, 'contacts' | 'profiles'>) => Uint8Array
}

const ofContacts = (write: (contacts: Gathered['contacts']) => Uint8Array): Writer => ({
  holds: 'contacts',
  write: ({ contacts }) => write(contacts),
})

export const writers: ReadonlyMap<string, Writer> = new Map<string, Writer>([
  ['vcard3', ofContacts((contacts) => writeVcards(contacts, { version: '3.0' }))],
  ['vcard4', ofContacts((contacts) => writeVcards(contacts, { version: '4.0' }))],
  ['jcard', ofContacts(writeJcards)],
  ['ldif', ofContacts(writeLdif)],
  ['outlook-csv-en', ofContacts((contacts) => writeOutlookCsv(contacts, { locale: 'en', encoding: 'utf-8-bom' }))],
  ['outlook-csv-fr', ofContacts((contacts) => writeOutlookCsv(contacts, { locale: 'fr', encoding: 'utf-8-bom' }))],
  ['google-csv', ofContacts(writeGoogleCsv)],
  [
    'json-resume',
    {
      holds: 'one profile',
      write: ({ profiles: [profile] }) => new TextEncoder().encode(profile === undefined ? '' : writeJsonResume(profile)),
    },
  ],
  ['linkedin', { holds: 'contacts and a profile', write: ({ contacts, profiles: [profile] }) => writeLinkedInArchive(profile, contacts) }],
])
