import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ContactDraft, emptyContact } from '../draft.ts'
import { parseName } from './names.ts'
import { setApart } from './not-a-person.ts'

const source = { format: 'google-csv', line: 2 } as const

function draft(name: string, email = '', organization = '', more: Partial<ContactDraft> = {}): ContactDraft {
  return {
    ...emptyContact(source),
    name: parseName({ full: name }),
    emails: email === '' ? [] : [{ address: email, place: 'other' }],
    organizations: organization === '' ? [] : [{ name: organization }],
    ...more,
  }
}

const labelled = readFileSync(new URL('../corpus/not-a-person/labelled.tsv', import.meta.url), 'utf8')
  .replace(/\n$/, '')
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t') as [label: string, name: string, email: string, organization: string])

describe('the labelled address books', () => {
  const judged = labelled.map(([label, name, email, organization]) => ({
    label,
    name,
    email,
    reason: setApart(draft(name, email, organization)),
  }))
  const rows = (rows: typeof judged) => rows.map(({ label, name, email, reason }) => [label, name, email, reason])

  it('hold at least four hundred lines, half of them people.', () => {
    expect(labelled.length).toBeGreaterThanOrEqual(400)
    expect(labelled.every((cells) => cells.length === 4)).toBe(true)
    expect(labelled.filter(([label]) => label === 'person').length).toBeGreaterThan(180)
  })

  it('are set apart with a precision of at least 0.98.', () => {
    const apart = judged.filter(({ reason }) => reason !== undefined)
    const wrong = apart.filter(({ label }) => label === 'person')
    expect(wrong.length / apart.length, JSON.stringify(rows(wrong))).toBeLessThanOrEqual(0.02)
  })

  it('are set apart with a recall of at least 0.95.', () => {
    const others = judged.filter(({ label }) => label !== 'person')
    const missed = others.filter(({ reason }) => reason === undefined)
    expect(missed.length / others.length, JSON.stringify(rows(missed))).toBeLessThanOrEqual(0.05)
  })

  it('are told apart by their reasons.', () => {
    const wrong = judged.filter(({ label, reason }) => label !== 'person' && reason !== undefined && reason !== label)
    expect(wrong.length, JSON.stringify(rows(wrong))).toBeLessThanOrEqual(4)
  })
})

describe('setApart', () => {
  const phone = { number: '06 12 34 56 78', place: 'work', kind: 'mobile' } as const

  it('takes the source’s word for a group and a company.', () => {
    expect(setApart(draft('Luc Martin', '', '', { kind: 'group' }))).toBe('distribution_list')
    expect(setApart(draft('Luc Martin', '', '', { kind: 'company' }))).toBe('company')
  })

  it('keeps a person at an office’s address of a small firm.', () => {
    expect(setApart(draft('Luc Martin', 'contact@martin-plomberie.example', 'Martin Plomberie'))).toBeUndefined()
    expect(setApart(draft('Luc Martin', 'contact@martin-plomberie.example'))).toBeUndefined()
    expect(setApart(draft('Martin Plomberie', 'contact@martin-plomberie.example', 'Martin Plomberie'))).toBe('company')
    expect(setApart(draft('', 'contact@martin-plomberie.example'))).toBe('not_a_person')
  })

  it('keeps a person called Info, and not an Info that is called nothing else.', () => {
    expect(setApart(draft('Marc Info', 'marc.info@courrier.example'))).toBeUndefined()
    expect(setApart(draft('Marc Info', 'info@marcinfo.example'))).toBeUndefined()
    expect(setApart(draft('Info', 'info@courrier.example'))).toBe('not_a_person')
  })

  it('keeps whoever has a person’s address beside an office’s or a machine’s.', () => {
    const emails = [
      { address: 'noreply@boutique-lune.example', place: 'other' },
      { address: 'luc.martin@courrier.example', place: 'other' },
    ] as const
    expect(setApart(draft('Luc Martin', '', '', { emails }))).toBeUndefined()
    expect(setApart(draft('', '', '', { emails }))).toBeUndefined()
  })

  it('keeps a person’s name with a telephone or a profile, whatever the address.', () => {
    expect(setApart(draft('Luc Martin', 'noreply@reseau-pro.example', '', { phones: [phone] }))).toBeUndefined()
    expect(setApart(draft('Luc Martin', 'noreply@reseau-pro.example', '', { linkedIn: 'in/luc-martin' }))).toBeUndefined()
    expect(setApart(draft('Luc Martin', 'noreply@reseau-pro.example'))).toBe('not_a_person')
    expect(setApart(draft('Réseau Pro', 'noreply@reseau-pro.example', '', { phones: [phone] }))).toBe('not_a_person')
  })

  it.each([
    ...[
      'DL Smith',
      'Éric Sas',
      'Jan Sas',
      'RITA SA',
      'Oskar AS',
      'Kim CO',
      'Frau Post',
      'Mme Bureau',
      'M. Billet',
      'Mr Sales',
      'Anna Post',
    ].map((name) => [name, ''] as const),
    ['DL Smith', 'dl.smith@gmail.com'],
    ['Ferran Puig Sales', 'ferranpuig@gmail.com'],
    ['Marc Press', 'press@gmail.com'],
    ['Jean Tous', 'tous@free.fr'],
    ['', 'ola@nordmann.example'],
  ] as const)('keeps %j, though a word of it is an office’s or a firm’s: %s.', (name, email) => {
    expect(setApart(draft(name, email, '', email === '' ? { phones: [phone] } : {}))).toBeUndefined()
  })

  it.each([
    ['Noreply Martin', 'noreply@orange.fr'],
    ['Newsletter Claire', 'newsletter@free.fr'],
    ['Info Marie', 'info@gmail.com'],
    ['Support Martin', 'support@outlook.com'],
    ['Secrétariat Claire', 'secretariat@wanadoo.fr'],
    ['Paul O', 'noreply@gmail.com'],
  ])('sets %j apart at a private mailbox too: %s.', (name, email) => {
    expect(setApart(draft(name, email))).toBe('not_a_person')
  })

  it('keeps whom a profile, a title or a birthday shows to be somebody, though the firm bears the same name.', () => {
    const own = [{ name: 'Okoro Udo', title: 'Conseil' }]
    expect(setApart(draft('Okoro Udo', '', 'Okoro Udo'))).toBe('company')
    expect(setApart(draft('Okoro Udo', '', 'Okoro Udo', { linkedIn: 'in/okoro-udo' }))).toBeUndefined()
    expect(setApart(draft('Okoro Udo', '', '', { organizations: own }))).toBeUndefined()
    expect(setApart(draft('Okoro Udo', '', 'Okoro Udo', { dates: [{ kind: 'birthday', date: { month: 3, day: 7 } }] }))).toBeUndefined()
    expect(setApart(draft('DL-Ventes', '', '', { phones: [phone] }))).toBe('distribution_list')
    expect(setApart(draft('Dubreuil SAS', '', '', { phones: [phone] }))).toBe('company')
    expect(setApart(draft('Marie SARL', '', '', { phones: [phone] }))).toBe('company')
    expect(setApart(draft('Martin SAS', '', 'Martin SAS', { phones: [phone] }))).toBe('company')
    expect(setApart(draft('Acme SARL', '', '', { phones: [phone], organizations: [{ name: 'Acme', title: 'Siège' }] }))).toBe('company')
    expect(setApart(draft('DL Ventes', '', '', { phones: [phone] }))).toBe('distribution_list')
    expect(setApart(draft('dl-ventes'))).toBe('distribution_list')
  })

  it('sets an Exchange name apart only when nothing else reaches the person.', () => {
    const exchange = '/o=ACME/ou=Exchange Administrative Group/cn=Recipients/cn=lmartin'
    expect(setApart(draft('Luc Martin', exchange))).toBe('exchange_only')
    expect(setApart(draft('Luc Martin', `EX:${exchange.toUpperCase()}`))).toBe('exchange_only')
    expect(setApart(draft('Luc Martin', exchange, '', { phones: [phone] }))).toBeUndefined()
    const emails = [
      { address: exchange, place: 'work' },
      { address: 'luc@courrier.example', place: 'home' },
    ] as const
    expect(setApart(draft('Luc Martin', '', '', { emails }))).toBeUndefined()
  })

  it('keeps a name alone and sets a firm alone apart.', () => {
    expect(setApart(draft('Maman'))).toBeUndefined()
    expect(setApart(draft('Luc Martin', '', 'Luc Martin'))).toBeUndefined()
    expect(setApart(draft('', '', 'Transports Dubreuil'))).toBe('company')
    expect(setApart(draft('Transports Dubreuil', '', 'Transports Dubreuil'))).toBe('company')
    expect(setApart(draft('Nordwerk GmbH'))).toBe('company')
    expect(setApart(draft('', '', 'Transports Dubreuil', { linkedIn: 'in/luc-martin' }))).toBeUndefined()
  })

  const silent = [
    'noreply',
    'no-reply',
    'no_reply',
    'no.reply',
    'NoReply',
    'donotreply',
    'do-not-reply',
    'do_not_reply',
    'dont-reply',
    'ne-pas-repondre',
    'nepasrepondre',
    'ne_pas_repondre',
    'ne.pas.répondre',
    'nepasrepondez',
    'noreponse',
    'no-responder',
    'noresponder',
    'nao-responda',
    'não-responda',
    'non-rispondere',
    'nicht-antworten',
    'keine-antwort',
    'niet-beantwoorden',
    'alertes-noreply',
    'noreply-fr',
    'noreply+abc',
    'service.noreply',
    'messages-noreply',
  ]

  it.each(silent)('sets %s@ apart, even with a person’s name.', (local) => {
    expect(setApart(draft('', `${local}@courrier.example`))).toBe('not_a_person')
    expect(setApart(draft('Luc Martin', `${local}@courrier.example`))).toBe('not_a_person')
  })

  it.each([
    'dev-request',
    'dev-bounces',
    'owner-dev',
    'dev-owner',
    'dev-unsubscribe',
    'dev+subscribe',
    'listserv',
    'majordomo',
    'sympa',
    'mailman',
  ])('sets the list’s address %s@ apart.', (local) => {
    expect(setApart(draft('Dev', `${local}@projet-libre.example`))).toBe('not_a_person')
  })

  it('takes any record, and keeps what has a given name and a personal address.', () => {
    const text = fc.string({ unit: 'binary-ascii', maxLength: 40 })
    fc.assert(
      fc.property(text, text, text, (name, email, organization) => {
        const reason = setApart(draft(name, email, organization))
        expect([undefined, 'not_a_person', 'company', 'exchange_only', 'distribution_list']).toContain(reason)
        expect(setApart(draft('Luc Martin', 'luc.martin@courrier.example', organization))).toBeUndefined()
      }),
    )
  })
})
