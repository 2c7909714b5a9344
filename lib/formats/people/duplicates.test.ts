import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ContactDraft, emptyContact } from '../draft.ts'
import { findDuplicates } from './duplicates.ts'
import { compareNames, nameKeyOf } from './name-comparison.ts'
import { parseName } from './names.ts'
import { anyContact } from './people.cases.ts'
import { personKeys } from './person-keys.ts'
import { parsePhone } from './phones.ts'
import { judge } from './verdict.ts'

const base = emptyContact({ format: 'google-csv', line: 2 })

/** A record from its name and what reaches it: an address, "06…" a mobile, "01…" a landline, "in/…" a profile, "id:…" a uid, else a firm. */
function person(full: string, ...marks: string[]): ContactDraft {
  const of = (test: RegExp) => marks.filter((mark) => test.test(mark))
  const [linkedIn] = of(/^in\//)
  const [uid] = of(/^id:/)
  return {
    ...base,
    name: parseName({ full }),
    emails: of(/@/).map((address) => ({ address, place: 'other' })),
    phones: of(/^[\d+]/).map((raw) => ({ ...parsePhone(raw, 'FR'), place: 'other', kind: 'voice' })),
    organizations: of(/^[^@\d+]+$/)
      .filter((mark) => !/^in\/|^id:/.test(mark))
      .map((name) => ({ name })),
    ...(linkedIn === undefined ? {} : { linkedIn }),
    ...(uid === undefined ? {} : { uid }),
  }
}

type Case = readonly [string, ContactDraft, ContactDraft, string]

const born = (year: number, one: ContactDraft): ContactDraft => ({
  ...one,
  dates: [{ kind: 'birthday', date: { year, month: 3, day: 2 } }],
})

const cases: readonly Case[] = [
  [
    'one name in one firm, two birthdays',
    born(1950, person('Luc Martin', 'Martin Menuiserie')),
    born(1980, person('Luc Martin', 'Martin Menuiserie')),
    'likely same_name_and_organization',
  ],
  [
    'one name in one firm, two mobiles',
    person('Luc Martin', 'Rail', '06 11 11 11 11'),
    person('Luc Martin', 'Rail', '06 22 22 22 22'),
    'likely same_name_and_organization',
  ],
  [
    'one name, both of no firm',
    person('Luc Martin', 'Freelance', 'luc@courrier.example'),
    person('Luc Martin', 'Freelance', 'lm@autre.example'),
    'likely same_name',
  ],
  [
    'one name in one firm, two private mailboxes',
    person('Luc Martin', 'Rail', 'luc@gmail.com'),
    person('Luc Martin', 'Rail', 'lm82@hotmail.com'),
    'likely same_name_and_organization',
  ],
  [
    'one name behind one switchboard, two addresses of the firm',
    person('Luc Martin', 'Rail', 'luc.martin1@rail.example', '01 42 68 53 00'),
    person('Luc Martin', 'Rail', 'luc.martin2@rail.example', '01 42 68 53 00'),
    'likely same_phone',
  ],
  [
    'one name and one own mobile, two private mailboxes',
    person('Luc Martin', '06 11 11 11 11', 'luc@gmail.com'),
    person('Luc Martin', '06 11 11 11 11', 'lm82@hotmail.com'),
    'certain same_phone',
  ],
  [
    'a couple and one of them',
    person('Mme et M. Claude Martin', 'famille@courrier.example'),
    person('M. Claude Martin', 'famille@courrier.example'),
    'certain same_email',
  ],
  [
    'father and son in parentheses',
    person('Luc Martin (fils)', '01 42 68 53 00'),
    person('Luc Martin (père)', '01 42 68 53 00'),
    'different',
  ],
  [
    'a couple of one given name',
    person('M. Claude Martin', 'famille@courrier.example'),
    person('Mme Claude Martin', 'famille@courrier.example'),
    'likely same_email',
  ],
  ['the same address', person('Luc Martin', 'luc@courrier.example'), person('MARTIN, Luc', 'LUC@courrier.example'), 'certain same_email'],
  [
    'the same address, one nameless',
    person('Luc Martin', 'luc@courrier.example'),
    person('', 'luc@courrier.example'),
    'certain same_email',
  ],
  [
    'the same address, name given as the address',
    person('Luc Martin', 'luc@courrier.example'),
    person('luc@courrier.example', 'luc@courrier.example'),
    'certain same_email',
  ],
  [
    'Gmail in two spellings',
    person('Luc Martin', 'l.martin@gmail.com'),
    person('Luc Martin', 'lmartin+a@googlemail.com'),
    'certain same_email',
  ],
  [
    'a middle initial more',
    person('Luc F. Martin', 'luc@courrier.example'),
    person('Luc Martin', 'luc@courrier.example'),
    'certain same_email',
  ],
  [
    'a nickname at one address',
    person('Bill Graymoor', 'g@courrier.example'),
    person('William Graymoor', 'g@courrier.example'),
    'likely same_email',
  ],
  [
    'a name after marriage',
    person('Zoé Larcher', 'zoe@courrier.example'),
    person('Zoé Dubreuil', 'zoe@courrier.example'),
    'likely same_email',
  ],
  ['Maman', person('Mireille Larcher', 'mireille@courrier.example'), person('Maman', 'mireille@courrier.example'), 'likely same_email'],
  [
    'a couple with one address',
    person('Zoé Larcher', 'larcher@courrier.example'),
    person('Paul Larcher', 'larcher@courrier.example'),
    'different',
  ],
  [
    'two strangers with one address',
    person('Zoé Larcher', 'x@courrier.example'),
    person('Paul Dubreuil', 'x@courrier.example'),
    'different',
  ],
  [
    'colleagues at an office’s address',
    person('Zoé Larcher', 'contact@acme.example'),
    person('Paul Dubreuil', 'contact@acme.example'),
    'different',
  ],
  ['an office’s address, one nameless', person('Zoé Larcher', 'contact@acme.example'), person('', 'contact@acme.example'), 'different'],
  ['an office’s address twice', person('', 'contact@acme.example'), person('', 'contact@acme.example'), 'certain same_email'],
  [
    'one person at an office’s address',
    person('Zoé Larcher', 'contact@acme.example'),
    person('LARCHER Zoé', 'contact@acme.example'),
    'certain same_email',
  ],
  [
    'father and son at one address',
    person('Luc Martin Jr', 'martin@courrier.example'),
    person('Luc Martin Sr', 'martin@courrier.example'),
    'different',
  ],
  [
    'II and III at one address',
    person('Luc Martin II', 'martin@courrier.example'),
    person('Luc Martin III', 'martin@courrier.example'),
    'different',
  ],
  ['fils and père', person('Luc Martin fils', '01 42 68 53 00'), person('Luc Martin père', '01 42 68 53 00'), 'different'],
  [
    'one generation told, one not',
    person('Luc Martin Jr', 'martin@courrier.example'),
    person('Luc Martin', 'martin@courrier.example'),
    'likely same_email',
  ],
  [
    'two spellings of a generation',
    person('Luc Martin Jr', 'martin@courrier.example'),
    person('Luc Martin, junior', 'martin@courrier.example'),
    'certain same_email',
  ],
  [
    'one mobile in two spellings',
    person('Luc Martin', '06 12 34 56 78'),
    person('Luc Martin', '+33 (0)6 12 34 56 78'),
    'certain same_phone',
  ],
  ['one mobile, one nameless', person('Luc Martin', '06 12 34 56 78'), person('', '+33612345678'), 'certain same_phone'],
  ['one mobile, initials', person('Luc Martin', '06 12 34 56 78'), person('L. Martin', '06 12 34 56 78'), 'likely same_phone'],
  ['a couple with one mobile', person('Luc Martin', '06 12 34 56 78'), person('Anne Martin', '06 12 34 56 78'), 'different'],
  ['one landline, same name', person('Luc Martin', '01 42 68 53 00'), person('Martin Luc', '01 42 68 53 00'), 'certain same_phone'],
  ['one landline, one nameless', person('Luc Martin', '01 42 68 53 00'), person('', '01 42 68 53 00'), 'likely same_phone'],
  ['one switchboard, two names', person('Luc Martin', '01 42 68 53 00'), person('Zoé Larcher', '01 42 68 53 00'), 'different'],
  ['two extensions of a switchboard', person('', '01 42 68 53 00 poste 12'), person('', '01 42 68 53 00 poste 13'), 'different'],
  ['one profile', person('Luc Martin', 'in/luc-martin'), person('Lucien Dubreuil-Martin', 'in/luc-martin'), 'likely same_linkedin'],
  ['one profile, a short form', person('Bill Graymoor', 'in/bg'), person('William Graymoor', 'in/bg'), 'certain same_linkedin'],
  [
    'two profiles at one address',
    person('Luc Martin', 'in/a', 'luc@courrier.example'),
    person('Luc Martin', 'in/b', 'luc@courrier.example'),
    'likely same_email',
  ],
  ['one lasting id', person('Luc Martin', 'id:urn:uuid:1234'), person('L. Martin', 'id:urn:uuid:1234'), 'certain same_uid'],
  ['one short id', person('Luc Martin', 'id:1'), person('Zoé Larcher', 'id:1'), 'different'],
  ['one name in one firm', person('Luc Martin', 'Acme SAS'), person('MARTIN Luc', 'ACME S.A.'), 'certain same_name_and_organization'],
  [
    'one name in one firm, work and home',
    person('Luc Martin', 'Acme', 'lm@acme.example'),
    person('Luc Martin', 'Acme', 'luc@courrier.example'),
    'certain same_name_and_organization',
  ],
  [
    'one name in one firm, two addresses there',
    person('Luc Martin', 'Acme', 'lm@acme.example'),
    person('Luc Martin', 'Acme', 'lm2@acme.example'),
    'likely same_name_and_organization',
  ],
  [
    'initials in one firm',
    person('JB Dubreuil', 'Acme'),
    person('Jean-Baptiste Dubreuil', 'Acme Inc.'),
    'likely same_name_and_organization',
  ],
  ['one name in two firms', person('Luc Martin', 'Acme'), person('Luc Martin', 'Nordwerk GmbH'), 'likely same_name'],
  ['one name', person('Luc Martin', 'a@x.example'), person('Luc Martin', 'b@y.example'), 'likely same_name'],
  [
    'accents and hyphens',
    person('Jean‑François Œuvrard', 'a@x.example'),
    person('JEAN FRANCOIS OEUVRARD', 'b@y.example'),
    'likely same_name',
  ],
  ['JB for Jean-Baptiste', person('JB Dubreuil', 'a@x.example'), person('Jean-Baptiste Dubreuil', 'b@y.example'), 'likely similar_name'],
  ['Bill for William', person('Bill Graymoor', 'a@x.example'), person('William Graymoor', 'b@y.example'), 'likely similar_name'],
  ['a given name alone', person('Luc', 'a@x.example'), person('Luc', 'b@y.example'), 'different'],
  ['one record twice', person('Maman'), person('Maman'), 'certain same_record'],
  ['two records that share nothing', person('Luc Martin', 'a@x.example'), person('Zoé Larcher', 'b@y.example'), 'different'],
]

const verdictOf = (drafts: ContactDraft[], existing: ContactDraft[]) => {
  const [match] = findDuplicates(drafts, existing)
  return match === undefined ? 'different' : `${match.verdict} ${match.reason}`
}

describe('findDuplicates', () => {
  it.each(cases)('judges %s.', (_, a, b, expected) => {
    expect(verdictOf([a], [b])).toBe(expected)
    expect(verdictOf([b], [a])).toBe(expected)
    const both = [a, b]
    expect(verdictOf(both, both)).toBe(expected)
  })

  it('lists every pair of one list once, the later one as the draft.', () => {
    const list = [
      person('Luc Martin', 'luc@courrier.example'),
      person('Zoé Larcher', 'z@courrier.example'),
      person('', 'luc@courrier.example'),
      person('Martin Luc', 'luc@courrier.example'),
    ]
    expect(findDuplicates(list, list).map(({ draft, other }) => [draft, other])).toEqual([
      [2, 0],
      [3, 0],
      [3, 2],
    ])
  })

  it('takes nobody without a name for one of several who share a landline or an address.', () => {
    const house = [
      person('Luc Martin', 'le.clan@x.example'),
      person('Zoé Larcher', 'le.clan@x.example'),
      person('Ana Ruiz', 'le.clan@x.example'),
    ]
    expect(findDuplicates([person('', 'le.clan@x.example')], house)).toEqual([])
    expect(findDuplicates([person('', 'le.clan@x.example')], house.slice(0, 1))).toHaveLength(1)
    expect(findDuplicates([person('Zoe LARCHER', 'le.clan@x.example')], house)).toHaveLength(1)
  })

  it('finds the right one among thousands that share an address and a number.', () => {
    const crowd = Array.from({ length: 3000 }, (_, index) => person(`Luc${index} Martin${index}`, 'partage@x.example', '01 42 68 53 00'))
    const found = findDuplicates(
      [person('MARTIN1234 Luc1234', 'partage@x.example'), person('', '01 42 68 53 00'), person('Anne Ruiz', '01 42 68 53 00')],
      crowd,
    )
    expect(found).toEqual([{ draft: 0, other: 1234, verdict: 'certain', reason: 'same_email' }])
    expect(findDuplicates(crowd, crowd)).toEqual([])
  })

  it('bounds what it lists of thousands of one name.', () => {
    const namesakes = Array.from({ length: 3000 }, (_, index) => person('Luc Martin', `luc${index}@x${index}.example`))
    expect(findDuplicates(namesakes, namesakes).length).toBeLessThanOrEqual(3000 * 8)
    const twins = Array.from({ length: 3000 }, () => person('Luc Martin', 'luc@x.example'))
    const found = findDuplicates(twins, twins)
    expect(found.length).toBeLessThanOrEqual(3000 * 16)
    expect(new Set(found.map(({ draft }) => draft)).size).toBe(2999)
  })

  it('finds what comparing every pair finds.', () => {
    fc.assert(
      fc.property(fc.array(anyContact, { maxLength: 8 }), (list) => {
        const keys = list.map(personKeys)
        const slow: string[] = []
        keys.forEach((a, draft) => {
          keys.slice(0, draft).forEach((b, other) => {
            const loose = judge(a, b)
            const strict = judge(a, b, true)
            // What several names share is left to the index; both ways of judging agree on the rest.
            if (loose !== undefined && strict !== undefined && loose.reason === strict.reason)
              slow.push(`${draft} ${other} ${loose.verdict} ${loose.reason}`)
          })
        })
        const fast = findDuplicates(list, list).map(({ draft, other, verdict, reason }) => `${draft} ${other} ${verdict} ${reason}`)
        expect(fast).toEqual(expect.arrayContaining(slow.filter((line) => !line.includes('similar_name'))))
      }),
      { numRuns: 150 },
    )
  })

  it('judges a pair the same from both sides, and a record the same as itself.', () => {
    fc.assert(
      fc.property(anyContact, anyContact, (a, b) => {
        expect(judge(personKeys(a), personKeys(b))).toEqual(judge(personKeys(b), personKeys(a)))
        expect(judge(personKeys(a), personKeys(a))?.verdict).toBe('certain')
      }),
      { numRuns: 200 },
    )
  })
})

describe('compareNames', () => {
  it.each([
    ['Luc Martin', 'MARTIN Luc', 'same'],
    ['M. Luc Martin', 'Luc Martin', 'same'],
    ['Luc Martin, PhD', 'Luc Martin', 'same'],
    ['Luc F. Martin', 'Luc Martin', 'same'],
    ['Luc F. Martin', 'Luc Félix Martin', 'same'],
    ['Luc F. Martin', 'Luc G. Martin', 'different'],
    ['Jean-Marie Martin', 'Jean Marie Martin', 'same'],
    ['Jean-Marie Martin', 'Jean Martin', 'short'],
    ['Jean-Marie Martin', 'J.-M. Martin', 'short'],
    ['Jean-Marie Martin', 'JM Martin', 'short'],
    ['Jean-Marie Martin', 'J. Martin', 'short'],
    ['Jean-Marie Martin', 'P. Martin', 'different'],
    ['William "Buck" Graymoor', 'Buck Graymoor', 'short'],
    ['Kate Graymoor', 'Katherine Graymoor', 'short'],
    ['Zoé Larcher', 'Zoé Larcher-Dubreuil', 'short'],
    ['Zoé de la Tourette', 'Zoé Tourette', 'short'],
    ['Zoé Dubreuil (née Larcher)', 'Zoé Larcher', 'short'],
    ['Zoé Larcher', 'Zoé Dubreuil', 'family'],
    ['Zoé Larcher', 'Paul Larcher', 'different'],
    ['Дмитрий Соколов', 'Dmitri Sokolov', 'short'],
    ['Luc Martin Jr', 'Luc Martin Sr', 'different'],
    ['Luc Martin Jr', 'Luc Martin', 'short'],
    ['', 'Luc Martin', 'unknown'],
  ])('%s and %s: %s.', (a, b, relation) => {
    const [one, other] = [nameKeyOf(parseName({ full: a })), nameKeyOf(parseName({ full: b }))]
    expect(compareNames(one, other)).toBe(relation)
    expect(compareNames(other, one)).toBe(relation)
  })
})
