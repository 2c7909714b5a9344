// Columns that say the same thing twice, or look like what they are not: every value of a row is in its place or, under its header, among the
// unknown ones.
import { describe, expect, it } from 'vitest'
import type { ContactDraft } from '../draft.ts'
import { readFile } from '../read.ts'
import type { ReadEvent } from '../reading.ts'
import { inChunks } from '../vcard/drafts.cases.ts'

async function eventsOf(table: string): Promise<ReadEvent[]> {
  const events: ReadEvent[] = []
  for await (const event of readFile(inChunks(new TextEncoder().encode(table)), { country: 'FR', setApart: false })) events.push(event)
  return events
}

async function read(table: string): Promise<ContactDraft[]> {
  const events = await eventsOf(table)
  return events.flatMap((event) => (event.type === 'contact' ? [event.draft] : []))
}

async function one(...lines: string[]): Promise<ContactDraft> {
  const [draft, ...others] = await read(`${lines.join('\n')}\n`)
  if (draft === undefined || others.length > 0) throw new Error(`${others.length + 1} drafts`)
  return draft
}

const warningsOf = async (table: string) =>
  (await eventsOf(table)).flatMap((event) => (event.type === 'warning' ? [[event.warning.code, event.warning.line]] : []))

describe('a table is known by its header', () => {
  it('whatever stands in its cells: a card, a directory’s line, a page.', async () => {
    const drafts = await read(
      'Name;Mail;Notes\nAnne Durand;a@d.example;"voir\ndn: cn=x\nfin"\nLuc Petit;l@p.example;"BEGIN:VCARD\nVERSION:3.0\nFN:X\nEND:VCARD"\n',
    )
    expect(drafts.map(({ source, name, notes }) => [source.format, name.full, notes])).toEqual([
      ['unknown-csv', 'Anne Durand', ['voir\ndn: cn=x\nfin']],
      ['unknown-csv', 'Luc Petit', ['BEGIN:VCARD\nVERSION:3.0\nFN:X\nEND:VCARD']],
    ])
  })

  it('and a card or a directory by its first line, below comments or what a mail puts before.', async () => {
    for (const [before, format] of [
      ['# carnet\n\n', 'ldif'],
      ['From: x\nSubject: cartes\n\n', 'vcard'],
      ['Contacts\n', 'vcard'],
    ] as const) {
      const body = format === 'ldif' ? 'dn: cn=Anne Durand\ncn: Anne Durand\n' : 'BEGIN:VCARD\nVERSION:3.0\nFN:Anne Durand\nEND:VCARD\n'
      expect((await read(before + body)).map(({ source, name }) => [source.format, name.full])).toEqual([[format, 'Anne Durand']])
    }
  })

  it('never by a row of somebody’s, though its cells say Mobile and Work.', async () => {
    const drafts = await read(
      'Förnamn;Efternamn;Telefontyp;Telefonnummer;E-posttyp;E-post\nJan;Berg;Mobile;+46701234567;Work;jan@x.example\nEva;Lind;Mobile;+46701234568;Home;eva@x.example\n',
    )
    expect(drafts.map(({ name, emails }) => [name.full, emails[0]?.address])).toEqual([
      ['Jan Berg', 'jan@x.example'],
      ['Eva Lind', 'eva@x.example'],
    ])
  })
})

describe('the last row of a hand-made list', () => {
  it('is nobody when it sums up.', async () => {
    const skips = []
    for await (const event of readFile(inChunks(new TextEncoder().encode('N°;Nom;Mail\n1;Luc Petit;l@p.example\n;Total;\n')), {}))
      if (event.type === 'skip') skips.push(event.skip)
    expect(skips).toEqual([{ reason: 'not_a_person', line: 3, hint: 'Total' }])
  })
})

describe('two columns of one meaning', () => {
  it('are one prefix when they are a salutation and a title.', async () => {
    const { name } = await one('Titel;Anrede;Vorname;Nachname', 'Dr.;Frau;Anne;Durand')
    expect(name).toEqual({ full: 'Frau Dr. Anne Durand', prefix: 'Frau Dr.', given: 'Anne', family: 'Durand' })
  })

  it('fill in for each other, and what has no place stays under its header.', async () => {
    const drafts = await read('Firma;Firma;Vorname;Nachname\nA;B;Max;Weber\n;C;Eva;Braun\nD;D;Ida;Klein\n')
    expect(drafts.map(({ organizations, unknown }) => [organizations[0]?.name, unknown])).toEqual([
      ['A', [{ name: 'Firma', value: 'B' }]],
      ['C', []],
      ['D', []],
    ])
    const { addresses, unknown } = await one('Nom;Prénom;Adresse;Rue;Ville;City', 'Petit;Luc;1 rue A;2 rue B;Rouen;Paris')
    expect(addresses).toEqual([{ place: 'home', street: '1 rue A', city: 'Rouen' }])
    expect(unknown).toEqual([
      { name: 'Rue', value: '2 rue B' },
      { name: 'City', value: 'Paris' },
    ])
  })

  it('are the house’s name and its contact’s.', async () => {
    const { name, organizations } = await one('Nom;Contact;Mail', 'Acier SA;Luc Petit;l@p.example')
    expect([name.full, organizations]).toEqual(['Luc Petit', [{ name: 'Acier SA' }]])
  })

  it('stay a person’s name and telephone where the contact is no name.', async () => {
    const drafts = await read('Nom;Contact;Ville\nLuc Petit;06 12 34 56 78;Rouen\nAnne Roux;06 12 34 56 79;Rouen\n')
    expect(drafts.map(({ name, phones, organizations }) => [name.full, phones[0]?.number, organizations])).toEqual([
      ['Luc Petit', '06 12 34 56 78', []],
      ['Anne Roux', '06 12 34 56 79', []],
    ])
    expect((await one('Nom;Contact;Mail', 'Luc Petit;;l@p.example')).name.full).toBe('Luc Petit')
  })

  it('are the second address’s city and code beside a second street.', async () => {
    const { addresses } = await one(
      'Prénom,Nom de famille,Nom à afficher,Première adresse électronique,Adresse privée,Ville,Pays/État,Code postal,Adresse professionnelle,Ville,Pays/État,Code postal',
      'Inès,Roy,Inès Roy,ines@example.fr,1 rue A,Lille,Nord,59000,2 rue B,Roubaix,PdC,59100',
    )
    expect(addresses).toEqual([
      { place: 'home', street: '1 rue A', city: 'Lille', region: 'Nord', postalCode: '59000' },
      { place: 'work', street: '2 rue B', city: 'Roubaix', region: 'PdC', postalCode: '59100' },
    ])
  })

  it('are a usual name beside the given one, or alone.', async () => {
    expect((await one('Prénom d’usage;Prénom;Nom', 'Zoé;Marie;Martin')).name).toMatchObject({ given: 'Marie', nickname: 'Zoé' })
    expect((await one('Prénom usuel;Nom', 'Zoé;Martin')).name).toMatchObject({ given: 'Zoé', family: 'Martin' })
  })

  it('of Google’s numbered ones lose nothing either.', async () => {
    const { name, phones, unknown } = await one(
      'First Name,Maiden Name,Custom Field 1 - Label,Custom Field 1 - Value,Phone 1 - Label,Phone 1 - Value,Phone 1 - Ext',
      'Anne,Roux,Maiden Name,Blanc,Home Mobile,+33612345678,12',
    )
    expect(name.maiden).toBe('Roux')
    expect(phones[0]).toMatchObject({ place: 'home', kind: 'mobile' })
    expect(unknown).toEqual([
      { name: 'Maiden Name', value: 'Blanc' },
      { name: 'Phone 1 - Ext', value: '12' },
    ])
  })
})

describe('a column of whole names', () => {
  it.each([
    ['NOM Prénom', 'DUPONT Jean-Pierre', 'Jean-Pierre', 'DUPONT'],
    ['Nom / Prénom', 'Larcher Soizic', 'Soizic', 'Larcher'],
    ['Prénom Nom', 'Soizic Larcher', 'Soizic', 'Larcher'],
    ['Name, Vorname', 'Müller, Hans-Jürgen', 'Hans-Jürgen', 'Müller'],
    ['Vor- und Nachname', 'Hans-Jürgen Müller', 'Hans-Jürgen', 'Müller'],
    ['Last name, first name', 'Larcher Soizic', 'Soizic', 'Larcher'],
  ])('is taken apart as its header says: %s.', async (header, cell, given, family) => {
    expect((await one(`${header};Mail`, `${cell};a@b.example`)).name).toMatchObject({ given, family })
  })

  it('is known by its header, whatever some of its cells hold.', async () => {
    const drafts = await read(
      'Raison sociale;Interlocuteur;SIRET;Mail\nDubois;Mme Sophie Dubois;12345678900011;s@dubois.example\nMorel;Morel;;m@morel.example\n',
    )
    expect(drafts.map(({ name, phones }) => [name.full, phones])).toEqual([
      ['Mme Sophie Dubois', []],
      ['Morel', []],
    ])
  })
})

describe('a column', () => {
  it('that only sounds like a telephone, an address or a name is left as it is.', async () => {
    const { name, phones, emails, relations, unknown } = await one(
      'Prénom;Nom;Télétravail;Telegram;Mélomane;Nom du conjoint;User Name;Account Name',
      'Jean;Dupont;mardi;@jd;oui;Marie Durand;jdup;Acme SA',
    )
    expect([name.full, phones, emails]).toEqual(['Jean Dupont', [], []])
    expect(relations).toEqual([{ kind: 'spouse', name: 'Marie Durand' }])
    expect(unknown.map(({ value }) => value)).toEqual(['mardi', '@jd', 'oui', 'jdup'])
  })

  it('of Outlook’s that nobody needs takes no other one’s place.', async () => {
    const { organizations, unknown } = await one("Prénom;Nom;Société;Numéro d'identification de l'organisation", 'Luc;Petit;;4711')
    expect(organizations).toEqual([])
    expect(unknown).toEqual([{ name: "Numéro d'identification de l'organisation", value: '4711' }])
  })

  it.each([
    ['Email1', 'email', 'luc@perso.example'],
    ['Emailadresse', 'email', 'luc@perso.example'],
    ['Tel2', 'phone', '01 42 68 53 00'],
    ['Telefonnr.', 'phone', '01 42 68 53 00'],
    ['Faxnummer', 'phone', '01 42 68 53 00'],
    ['Identifiant', 'email', 'luc@perso.example'],
  ])('may bear a number or an ending: %s.', async (header, kind, cell) => {
    const { emails, phones } = await one(`Prénom;Nom;${header}`, `Luc;Petit;${cell}`)
    expect(kind === 'email' ? emails[0]?.address : phones[0]?.number).toBe(cell)
  })

  it.each(['Lieu de naissance', 'Place of birth', 'Geburtsort', 'Geburtsname', 'Birth name'])(
    'of other things of birth is no birthday: %s.',
    async (header) => {
      const table = `Prénom;Nom;Mail;${header}\nLuc;Petit;l@p.example;Rouen\n`
      expect(await warningsOf(table)).toEqual([])
      expect((await read(table))[0]?.dates).toEqual([])
    },
  )

  it('whose header an earlier program spoilt is known all the same.', async () => {
    expect((await one('PrÃ©nom,Nom,Mail', 'Luc,Petit,l@p.example')).name).toMatchObject({ given: 'Luc', family: 'Petit' })
  })

  it('may hold what a spreadsheet could not calculate, or made of a number, which is nobody’s.', async () => {
    const table = 'Prénom;Nom;Entreprise;Mobile\nZoé;Petit;#REF!;6,12346E+08\nLuc;Roux;-;\n'
    expect(
      (await read(table)).map(({ organizations, phones, unknown }) => [organizations, phones, unknown.map(({ value }) => value)]),
    ).toEqual([
      [[], [], ['#REF!', '6,12346E+08']],
      [[], [], ['-']],
    ])
    expect(await warningsOf(table)).toEqual([['bad_phone', 2]])
  })

  it('of birthdays is no telephone, whatever it is called.', async () => {
    const { dates, phones } = await one('Vorname;Nachname;Geb.-Datum', 'Max;Weber;12.03.1980')
    expect([dates, phones]).toEqual([[{ kind: 'birthday', date: { year: 1980, month: 3, day: 12 } }], []])
    expect((await one('Name,Mail,Born on', 'Max Weber,m@w.example,12.03.1980')).phones).toEqual([])
  })

  it('to sort by is not the name.', async () => {
    const { name, unknown } = await one('First Name,Last Name,File As,Labels', 'Mary Ann,Lee,Plombier,"Famille, amis"')
    expect([name.full, unknown]).toEqual(['Mary Ann Lee', [{ name: 'File As', value: 'Plombier' }]])
  })

  it('of Google’s labels keeps a label’s comma, Outlook’s categories are parted.', async () => {
    expect((await one('First Name,Last Name,Labels,Phone 1 - Value', 'A,B,"Famille, amis ::: * Club",1234567')).categories).toEqual([
      'Famille, amis',
      'Club',
    ])
    expect((await one('Prénom;Nom;Catégories;Mail', 'A;B;"Famille, amis; Club";a@b.example')).categories).toEqual(['Famille, amis', 'Club'])
  })
})

describe('an e-mail column', () => {
  const table =
    'First Name,Last Name,Company,E-mail Address,Business Phone\nPaul,Martin,,n/a,+33611111111\nAnna,Roux,,/o=Ex/ou=x/cn=0a1b-anna,\nAnne,Roux,,/o=Ex/ou=x/cn=0a1b-anne,+33142685301\nLuc,Doe,,luc at doe,\n'

  it('gives addresses only; anything else stays as it is, and is told.', async () => {
    expect((await read(table)).map(({ emails, unknown }) => [emails, unknown[0]?.value])).toEqual([
      [[], 'n/a'],
      [[], '/o=Ex/ou=x/cn=0a1b-anna'],
      [[], '/o=Ex/ou=x/cn=0a1b-anne'],
      [[], 'luc at doe'],
    ])
    expect(await warningsOf(table)).toEqual([['bad_email', 5]])
  })

  it('may hold several, with the names beside them, and what is none among them.', async () => {
    const of = async (cell: string) => {
      const { emails, unknown } = await one('Name,Email', `Anne Durand,"${cell}"`)
      return [emails.map(({ address }) => address), unknown.length]
    }
    expect(await of('Anne <a@d.example>; Bob <b@d.example>')).toEqual([['a@d.example', 'b@d.example'], 0])
    expect(await of('a@d.example / b@d.example')).toEqual([['a@d.example', 'b@d.example'], 0])
    expect(await of('a@d.example, n/a')).toEqual([['a@d.example'], 1])
    expect(await of('Durand, Anne <a@d.example>')).toEqual([['a@d.example'], 0])
  })

  it('tells a cell of many that are none once.', async () => {
    expect(await warningsOf(`Name,Email\nAnne Durand,${'a@b '.repeat(5_000)}\n`)).toEqual([['bad_email', 2]])
  })

  it('that holds an Exchange name alone sets the record apart.', async () => {
    const skips = []
    for await (const event of readFile(inChunks(new TextEncoder().encode(table)), {})) if (event.type === 'skip') skips.push(event.skip)
    expect(skips).toEqual([{ reason: 'exchange_only', line: 3, hint: 'Anna Roux' }])
  })
})

describe('days', () => {
  it('with points have the day first, in a table in English too; others are told when they contradict the file.', async () => {
    const outlook = (...days: string[]) =>
      ['Title,First Name,Last Name,Company,Business Street,Business Postal Code,Business Phone,Business Fax,E-mail Type,Birthday']
        .concat(days.map((day) => `,Anne,Durand,,,,,,,${day}`))
        .join('\n')
    const [dotted] = await read(outlook('07.03.1985'))
    expect(dotted?.dates[0]?.date).toEqual({ year: 1985, month: 3, day: 7 })
    const far = [...Array.from({ length: 60 }, () => '07/03/1985'), '25/12/1980']
    expect((await read(outlook(...far)))[0]?.dates[0]?.date).toEqual({ year: 1985, month: 3, day: 7 })
    const beyond = [...Array.from({ length: 4_000 }, () => '07/03/1985'), '25/12/1980']
    expect(await warningsOf(outlook(...beyond))).toEqual([['date_order', 4_002]])
  })

  it('are told when they contradict a table with the day first, too.', async () => {
    expect(await warningsOf('Prénom;Nom;Mail;Anniversaire\nA;B;a@b.example;25/12/1980\nC;D;c@d.example;12/25/1980\n')).toEqual([
      ['date_order', 3],
    ])
  })

  it('of birth are not in the years to come.', async () => {
    expect((await one('Name,Birthday,Mail', 'Anne Durand,3/7/29,a@d.example')).dates[0]?.date.year).toBe(1929)
  })

  it('in three columns are a day, or stay what they are.', async () => {
    const header = 'First Name,Last Name,Birth Year,Birth Month,Birth Day,Primary Email,Display Name'
    const of = async (parts: string) => {
      const { dates, unknown } = await one(header, `A,B,${parts},a@b.example,`)
      return [dates[0]?.date, unknown.map(({ name, value }) => `${name}=${value}`)]
    }
    expect(await of('1985,3,7')).toEqual([{ year: 1985, month: 3, day: 7 }, []])
    expect(await of(',3,7')).toEqual([{ month: 3, day: 7 }, []])
    expect(await of(',3,')).toEqual([undefined, ['Birth Month=3']])
    expect(await of('1985,,7')).toEqual([undefined, ['Birth Year=1985', 'Birth Day=7']])
    expect(await of('1985,13,7')).toEqual([undefined, ['Birth Year=1985', 'Birth Month=13', 'Birth Day=7']])
  })
})

describe('Google’s old form', () => {
  it('names the service of a handle beside it, and joins several values in one cell.', async () => {
    const { handles, organizations } = await one(
      'Name,Given Name,IM 1 - Type,IM 1 - Service,IM 1 - Value,Organization 1 - Name,Organization 1 - Title',
      'Jean Dupont,Jean,* Other,Skype,jean.d ::: jd2,Acme ::: Beta,CEO ::: CTO',
    )
    expect(handles).toEqual([
      { service: 'skype', handle: 'jean.d' },
      { service: 'skype', handle: 'jd2' },
    ])
    expect(organizations).toEqual([
      { name: 'Acme', title: 'CEO' },
      { name: 'Beta', title: 'CTO' },
    ])
  })
})
