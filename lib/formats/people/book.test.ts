import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ContactDraft, emptyContact } from '../draft.ts'
import { mergeIntoBook } from './book.ts'
import { comparableEmail } from './emails.ts'
import { parseName } from './names.ts'
import { anyContact } from './people.cases.ts'

const base = emptyContact({ format: 'google-csv', line: 2 })
const person = (full: string, members: Partial<ContactDraft> = {}): ContactDraft => ({ ...base, name: parseName({ full }), ...members })
const mail = (address: string) => ({ address, place: 'other' }) as const

describe('mergeIntoBook', () => {
  it('imports who is new, merges who is there, and tells which.', () => {
    const luc = person('Luc Martin', { emails: [mail('luc@courrier.example')] })
    const again = person('MARTIN Luc', { emails: [mail('LUC@courrier.example')], gender: 'M' })
    const zoe = person('Zoé Larcher', { emails: [mail('zoe@courrier.example')] })
    const result = mergeIntoBook([luc], [zoe, again])
    expect(result.book).toEqual([{ ...luc, gender: 'M' }, zoe])
    expect(result.outcomes).toEqual([
      { kind: 'imported', into: 1 },
      { kind: 'merged', into: 0, reason: 'same_email' },
    ])
    expect([result.imported, result.merged, result.joined]).toEqual([1, 1, []])
  })

  it('imports who may be there and says so.', () => {
    const bill = person('Bill Graymoor', { emails: [mail('g@courrier.example')] })
    const william = person('William Graymoor', { emails: [mail('g@courrier.example')] })
    const { book, outcomes } = mergeIntoBook([bill], [william])
    expect(book).toEqual([bill, william])
    expect(outcomes).toEqual([{ kind: 'imported', into: 1, possible: [{ entry: 0, reason: 'same_email' }] }])
  })

  it('never merges father and son, a couple, or colleagues.', () => {
    const office = [mail('contact@acme.example')]
    const family = [mail('larcher@courrier.example')]
    const people = [
      person('Luc Martin Jr', { emails: family }),
      person('Luc Martin Sr', { emails: family }),
      person('Zoé Larcher', { emails: family }),
      person('Paul Larcher', { emails: family }),
      person('Ana Ruiz', { emails: office }),
      person('Eva Brandt', { emails: office }),
    ]
    expect(mergeIntoBook([], people).book).toEqual(people)
  })

  it('joins two entries that a draft proves to be one person.', () => {
    const phones = [{ number: '+33612345678', e164: '+33612345678', place: 'other', kind: 'mobile' }] as const
    const first = person('Luc Martin', { emails: [mail('luc@courrier.example')] })
    const between = person('Zoé Larcher')
    const second = person('Luc Martin', { phones })
    const bridge = person('Luc Martin', { phones, emails: [mail('luc@courrier.example')] })
    const { book, outcomes, joined } = mergeIntoBook([first, between, second, person('Ana Ruiz')], [bridge])
    expect(book.map(({ name }) => name.full)).toEqual(['Luc Martin', 'Zoé Larcher', 'Ana Ruiz'])
    expect(book[0]).toEqual({ ...first, phones })
    expect(joined).toEqual([{ from: 2, into: 0 }])
    expect(outcomes).toEqual([{ kind: 'merged', into: 0, reason: 'same_email' }])
  })

  it('counts an entry that was joined later as merged.', () => {
    const phones = [{ number: '+33612345678', e164: '+33612345678', place: 'other', kind: 'mobile' }] as const
    const first = person('Luc Martin', { emails: [mail('luc@courrier.example')] })
    const bridge = person('Luc Martin', { phones, emails: [mail('luc@courrier.example')] })
    const result = mergeIntoBook([], [first, person('Luc Martin', { phones }), bridge])
    expect(result.book).toHaveLength(1)
    expect([result.imported, result.merged]).toEqual([1, 2])
    expect(result.outcomes.map(({ into }) => into)).toEqual([0, 0, 0])
  })

  it('does not change what it was given.', () => {
    const book = Object.freeze([Object.freeze(person('Luc Martin', { emails: [mail('luc@courrier.example')] }))])
    const before = JSON.stringify(book)
    mergeIntoBook(book, [person('Luc Martin', { emails: [mail('luc@courrier.example'), mail('b@x.example')] })])
    expect(JSON.stringify(book)).toBe(before)
  })

  const drafts = fc.array(anyContact, { maxLength: 12 })

  it('lets the sum come out, and every draft end somewhere.', () => {
    fc.assert(
      fc.property(drafts, drafts, (given, read) => {
        const result = mergeIntoBook(given, read)
        expect(result.imported + result.merged).toBe(read.length)
        expect(result.outcomes).toHaveLength(read.length)
        expect(result.book.length).toBe(given.length + result.imported - result.joined.length)
        for (const { into } of result.outcomes) expect(result.book[into]).toBeDefined()
      }),
      { numRuns: 150 },
    )
  })

  it('merges everything and changes nothing when the same file is read again.', () => {
    fc.assert(
      fc.property(drafts, (read) => {
        const once = mergeIntoBook([], read)
        const twice = mergeIntoBook(once.book, read)
        expect(twice.book).toEqual(once.book)
        expect(twice.merged).toBe(read.length)
      }),
      { numRuns: 150 },
    )
  })

  it('loses no address of any draft.', () => {
    fc.assert(
      fc.property(drafts, (read) => {
        const { book, outcomes } = mergeIntoBook([], read)
        read.forEach((draft, at) => {
          const kept = book[outcomes[at]?.into ?? -1]?.emails.map(({ address }) => comparableEmail(address))
          for (const { address } of draft.emails) expect(kept).toContain(comparableEmail(address))
        })
      }),
    )
  })
})

describe('the same people from several files', () => {
  /** Who each person is in three address books: everything of one person meets somewhere. */
  function filesOf(count: number): ContactDraft[][] {
    const people = Array.from({ length: count }, (_, at) => ({ at, given: `Luc${at}`, family: `Martin${at}` }))
    const phone = (at: number) =>
      ({ number: `+336${10_000_000 + at}`, e164: `+336${10_000_000 + at}`, place: 'other', kind: 'mobile' }) as const
    return [
      people.map(({ at, given, family }) =>
        person(`${given} ${family}`, { emails: [mail(`luc${at}@courrier.example`)], phones: [phone(at)] }),
      ),
      people.map(({ at, given, family }) => person(`${family.toUpperCase()} ${given}`, { phones: [phone(at)], linkedIn: `in/luc-${at}` })),
      people.map(({ at, given, family }) =>
        person(`${family}, ${given}`, { linkedIn: `in/luc-${at}`, emails: [mail(`l${at}@acme.example`)], gender: 'M' }),
      ),
    ]
  }

  const contents = (book: readonly ContactDraft[]) =>
    book
      .map((entry) => [
        entry.emails.map(({ address }) => address).sort(),
        entry.phones.map(({ e164 }) => e164),
        entry.linkedIn,
        entry.gender,
      ])
      .map((entry) => JSON.stringify(entry))
      .sort()

  it('give the same book in any order of the files and of the lines.', () => {
    const files = filesOf(200)
    const expected = contents(mergeIntoBook([], files.flat()).book)
    expect(expected).toHaveLength(200)
    const orders = fc.tuple(fc.shuffledSubarray(files, { minLength: 3 }), fc.shuffledSubarray(files.flat(), { minLength: 600 }))
    fc.assert(
      fc.property(orders, ([order, lines]) => {
        const book = order.reduce<readonly ContactDraft[]>((so, file) => mergeIntoBook(so, file).book, [])
        expect(contents(book)).toEqual(expected)
        expect(contents(mergeIntoBook([], lines).book)).toEqual(expected)
      }),
      { numRuns: 6 },
    )
  })
})
