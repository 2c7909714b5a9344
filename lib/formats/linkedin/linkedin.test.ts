// LinkedIn's archive as it comes: localised file names, folders of languages, files that say nothing of contacts or career. What we write is read
// back as it was.
import fc from 'fast-check'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readFile } from '../read.ts'
import type { ReadEvent, ReadOptions } from '../reading.ts'
import { inChunks } from '../vcard/drafts.cases.ts'
import { profile } from './profiles.cases.ts'
import { writeLinkedInArchive } from './write.ts'

const profileHeader =
  'First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location,Twitter Handles,Websites,Instant Messengers'
const files: Readonly<Record<string, string>> = {
  'Profil.csv': `${profileHeader}\r\nZélie,Marchand,Roux,1 rue Haute,Mar 7,"Acheteuse, acier",Vingt ans.,Métallurgie,57000,"Metz, France","[zelie,zm]","[PORTFOLIO:https://zelie.example/a,BLOG:https://blog.example]",[SKYPE:zelie.m]\r\n`,
  'en_US/Profile.csv': `${profileHeader}\r\nZélie,Marchand,,,,Buyer,Twenty years.,,,,,,\r\n`,
  'Expérience.csv':
    'Company Name,Title,Description,Location,Started On,Finished On\r\n"Acier, SA",Acheteuse,- tôles  - tubes,Metz,Mar 2021,\r\nForge,Apprentie,,,2015,01 Oct 2020\r\n',
  'Formation.csv': 'School Name,Start Date,End Date,Notes,Degree Name,Activities\r\nÉcole du Fer,2012,Jun 2015,mention,CAP,aviron\r\n',
  'Skills.csv': 'Name\r\nAchats\r\nAcier\r\nachats\r\n',
  'Langues.csv': 'Name,Proficiency\r\nFrançais,Native or bilingual proficiency\r\nAllemand,\r\n',
  'Recommandations_données.csv':
    'First Name,Last Name,Company,Job Title,Text,Creation Date,Status\r\nAna,Lima,,,Bravo.,"01/19/13, 12:10 AM",VISIBLE\r\n',
  'Recommandations.csv':
    'First Name,Last Name,Company,Job Title,Text,Creation Date,Status\r\nRob,Sand,Sand Co,CEO,Fine work.,"01/19/13, 12:10 AM",VISIBLE\r\nEva,Hid,,,No.,"01/19/13, 12:10 AM",HIDDEN\r\nEve,Pen,,,Yes.,"01/19/13, 12:10 AM",PENDING\r\n',
  'Email Addresses.csv':
    'Email Address,Confirmed,Primary,Updated On\r\nzelie@marchand.example,Yes,Yes,1/1/20\r\nzm@acier.example,Yes,No,\r\n',
  'PhoneNumbers.csv': 'Extension,Number,Type\r\n12,+33 3 87 00 00 01,Work\r\n,+33 6 12 34 56 78,Mobile\r\n',
  'Connections.csv':
    'Notes:\r\n"When exporting"\r\n\r\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\r\nRob,Sand,https://www.linkedin.com/in/robsand,rob@sand.example,Sand Co,CEO,01 Jan 2020\r\n,,,,,,02 Jan 2020\r\n',
  'Notes.csv':
    'Connection First Name,Connection Last Name,Connection Profile URL,Note,Created On,Edited On\r\nRob,Sand,http://fr.linkedin.com/in/RobSand/,met in Metz,,\r\nUna,Bee,https://www.linkedin.com/in/unabee,later,,\r\n',
  'messages.csv':
    'CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER\r\n1,,a,b,c,d,e,f,g,INBOX\r\n',
  'Jobs/Saved Jobs.csv': 'Saved Date,Job Url,Job Title,Company Name\r\n1/1/20,x,y,z\r\n',
  'Articles/page.html': '<html></html>',
}
const zipped = (given: Readonly<Record<string, string | Uint8Array>>) =>
  zipSync(
    Object.fromEntries(
      Object.entries(given).map(([name, text]) => [name, typeof text === 'string' ? new TextEncoder().encode(text) : text]),
    ),
  )

async function told(bytes: Uint8Array, options: ReadOptions = {}) {
  const events: ReadEvent[] = []
  for await (const event of readFile(inChunks(bytes, 1000), options)) events.push(event)
  return {
    facts: events.flatMap((event) => (event.type === 'facts' ? [`${event.entry ?? ''} ${event.facts.variant}`] : [])),
    contacts: events.flatMap((event) => (event.type === 'contact' ? [event.draft] : [])),
    profiles: events.flatMap((event) => (event.type === 'profile' ? [event.draft] : [])),
    skips: events.flatMap((event) => (event.type === 'skip' ? [event.skip] : [])),
    warnings: events.flatMap((event) => (event.type === 'warning' ? [event.warning] : [])),
  }
}

describe('an archive of LinkedIn', () => {
  it('gives the profile out of all its files, in whatever language their names are.', async () => {
    const { profiles, facts } = await told(zipped(files))
    expect(facts).toContain('Expérience.csv positions')
    expect(profiles).toHaveLength(1)
    expect(profiles[0]).toMatchObject({
      name: { given: 'Zélie', family: 'Marchand', maiden: 'Roux' },
      headline: 'Acheteuse, acier',
      summary: 'Vingt ans.',
      location: 'Metz, France',
      birthday: { month: 3, day: 7 },
      translations: { en_US: { headline: 'Buyer', summary: 'Twenty years.' } },
      positions: [
        { organization: 'Acier, SA', title: 'Acheteuse', location: 'Metz', from: { year: 2021, month: 3 } },
        { organization: 'Forge', title: 'Apprentie', from: { year: 2015 }, to: { year: 2020, month: 10, day: 1 } },
      ],
      education: [
        {
          school: 'École du Fer',
          degree: 'CAP',
          notes: 'mention',
          activities: 'aviron',
          from: { year: 2012 },
          to: { year: 2015, month: 6 },
        },
      ],
      skills: ['Achats', 'Acier'],
      languages: [{ name: 'Français', level: 5, wording: 'Native or bilingual proficiency' }, { name: 'Allemand' }],
      emails: [{ address: 'zelie@marchand.example', preferred: true }, { address: 'zm@acier.example' }],
      phones: [
        { number: '+33 3 87 00 00 01', e164: '+33387000001', extension: '12', place: 'work' },
        { number: '+33 6 12 34 56 78', kind: 'mobile' },
      ],
      handles: [
        { service: 'twitter', handle: 'zelie' },
        { service: 'twitter', handle: 'zm' },
        { service: 'skype', handle: 'zelie.m' },
      ],
      urls: [
        { url: 'https://zelie.example/a', kind: 'portfolio' },
        { url: 'https://blog.example', kind: 'blog' },
      ],
      unknown: [
        { name: 'Address', value: '1 rue Haute' },
        { name: 'Zip Code', value: '57000' },
      ],
    })
    expect(profiles[0]?.recommendations.map(({ direction, name }) => `${direction} ${name}`).sort()).toEqual([
      'given Ana Lima',
      'received Rob Sand',
    ])
  })

  it('gives the contacts with their notes, and tells every row that is left, and every file.', async () => {
    const { contacts, skips, warnings } = await told(zipped({ ...files, 'inner.zip': zipped({ a: 'b' }) }))
    expect(contacts.map(({ name, notes, linkedIn, source }) => [name.full, notes, linkedIn, source.entry])).toEqual([
      ['Rob Sand', ['met in Metz'], 'in/robsand', 'Connections.csv'],
      ['Una Bee', ['later'], 'in/unabee', 'Notes.csv'],
    ])
    expect(skips.map(({ reason, entry, line: at, hint }) => [reason, entry, at, hint])).toEqual([
      ['empty', 'Connections.csv', 6, ''],
      ['withheld', 'Recommandations.csv', 3, 'Eva Hid'],
      ['withheld', 'Recommandations.csv', 4, 'Eve Pen'],
    ])
    expect(warnings.map(({ code, entry, detail }) => `${code} ${entry} ${detail}`).sort()).toEqual([
      'entry_ignored Articles/page.html unknown',
      'entry_ignored Jobs/Saved Jobs.csv saved-jobs',
      'entry_ignored inner.zip archive',
      'entry_ignored messages.csv messages',
    ])
  })

  it('reads one of its files by itself.', async () => {
    const { profiles } = await told(new TextEncoder().encode(files['Expérience.csv']))
    expect(profiles[0]?.positions.map(({ organization }) => organization)).toEqual(['Acier, SA', 'Forge'])
  })

  it('of other programs’ files is read file by file.', async () => {
    const card = 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana Lima\r\nEMAIL:ana@lima.example\r\nEND:VCARD\r\n'
    const club = 'Prénom;Nom;Mail\nZélie;Roux;z@roux.example\n;;info@club.example\n'
    const { contacts, facts, skips, warnings } = await told(
      zipped({ 'Takeout/Contacts/Tous.vcf': card, 'clubs/club.csv': club, 'lisez-moi.txt': 'Bonjour.' }),
    )
    expect(contacts.map(({ name, source }) => [name.full, source.entry, source.format])).toEqual([
      ['Ana Lima', 'Takeout/Contacts/Tous.vcf', 'vcard'],
      ['Zélie Roux', 'clubs/club.csv', 'unknown-csv'],
    ])
    expect(facts).toEqual(['Takeout/Contacts/Tous.vcf 3.0', 'clubs/club.csv fr'])
    expect(skips).toEqual([{ reason: 'not_a_person', line: 3, hint: 'info@club.example', entry: 'clubs/club.csv' }])
    expect(warnings.map(({ entry }) => entry)).toEqual(['lisez-moi.txt'])
    await expect(told(zipped({ 'a.vcf': card, 'b.csv': club }), { limits: { records: 2 } })).rejects.toMatchObject({
      details: { limit: 'records' },
    })
  })

  it('holds imported contacts in a layout without their source, too.', async () => {
    const imported =
      'FirstName,MiddleName,LastName,Title,Emails,PhoneNumbers,CreatedAt\r\nRose,,Bouquet,Fleuriste,rose@b.example,+33612345678,\r\n'
    const { contacts } = await told(zipped({ ...files, 'ImportedContacts.csv': imported }))
    expect(contacts.map(({ name, emails }) => [name.full, emails[0]?.address])).toContainEqual(['Rose Bouquet', 'rose@b.example'])
  })

  it('that is a workbook is refused with advice, as an old workbook is.', async () => {
    const workbook = { code: 'file_broken', details: { format: 'workbook', reason: 'workbook' } }
    await expect(told(zipped({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' }))).rejects.toMatchObject(workbook)
    await expect(
      told(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(600).fill(0)])),
    ).rejects.toMatchObject(workbook)
  })

  it('refuses an archive of something else.', async () => {
    await expect(told(zipped({ 'a.txt': 'nothing' }))).rejects.toMatchObject({ code: 'format_unknown' })
    await expect(told(zipped(files), { limits: { bytesIn: 100 } })).rejects.toMatchObject({
      code: 'import_limit',
      details: { limit: 'bytesIn' },
    })
    await expect(told(zipped(files), { limits: { records: 3 } })).rejects.toMatchObject({
      code: 'import_limit',
      details: { limit: 'records' },
    })
  })

  it('that we wrote is read back as it was.', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(profile, async (one) => {
        const { profiles } = await told(writeLinkedInArchive(one, []))
        const plain = ({ source: _, recommendations, ...rest }: typeof one) => ({
          ...rest,
          recommendations: recommendations.toSorted((a, b) => (a.direction < b.direction ? -1 : a.direction > b.direction ? 1 : 0)),
        })
        expect(profiles.map(plain)).toEqual([plain(one)])
      }),
      { numRuns: 60 },
    )
  })

  it('is the same bytes for the same people, and carries their contacts.', async () => {
    const bytes = zipped(files)
    const { contacts, profiles } = await told(bytes)
    const written = writeLinkedInArchive(profiles[0], contacts)
    expect(writeLinkedInArchive(profiles[0], contacts)).toEqual(written)
    const again = await told(written)
    expect(
      again.contacts.map(({ name, notes, linkedIn, emails, connectedOn }) => ({ name, notes, linkedIn, emails, connectedOn })),
    ).toEqual(contacts.map(({ name, notes, linkedIn, emails, connectedOn }) => ({ name, notes, linkedIn, emails, connectedOn })))
  })
})
