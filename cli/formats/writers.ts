// The formats that are written, by the word that --to takes.
import { writeGoogleCsv, writeOutlookCsv } from '@entregent/lib/formats/csv/write.ts'
import { writeJsonResume } from '@entregent/lib/formats/json-resume/write.ts'
import { writeLdif } from '@entregent/lib/formats/ldif/write.ts'
import { writeLinkedInArchive } from '@entregent/lib/formats/linkedin/write.ts'
import { writeJcards } from '@entregent/lib/formats/vcard/jcard.ts'
import { writeVcards } from '@entregent/lib/formats/vcard/write.ts'
import type { Gathered } from './gather.ts'

interface Written {
  readonly bytes: Uint8Array
  /** Records that the format has no place for: profiles among contacts, contacts in a format of one profile. */
  readonly left: number
}

type Writer = (found: Gathered) => Written

const ofContacts =
  (write: (contacts: Gathered['contacts']) => Uint8Array): Writer =>
  ({ contacts, profiles }) => ({ bytes: write(contacts), left: profiles.length })

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
    ({ contacts, profiles: [profile, ...others] }) => ({
      bytes: new TextEncoder().encode(profile === undefined ? '' : writeJsonResume(profile)),
      left: contacts.length + others.length,
    }),
  ],
  [
    'linkedin',
    ({ contacts, profiles }) => ({ bytes: writeLinkedInArchive(profiles[0], contacts), left: Math.max(0, profiles.length - 1) }),
  ],
])
