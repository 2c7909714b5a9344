import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PersonName } from '../draft.ts'
import { comparableName } from './comparable-name.ts'
import {
  capitalSuffixes,
  doubtfulHonorifics,
  givenHonorifics,
  honorifics,
  joiners,
  particles,
  smallSuffixes,
  suffixes,
} from './name-words.ts'
import { composeName, parseName } from './names.ts'

/** The parts as "prefix | given | middle | family | suffix", then nickname and maiden name where there are any. */
function shown(name: PersonName): string {
  const parts = [name.prefix, name.given, name.middle, name.family, name.suffix].map((part) => part ?? '').join(' | ')
  return parts + (name.nickname === undefined ? '' : ` "${name.nickname}"`) + (name.maiden === undefined ? '' : ` née ${name.maiden}`)
}

const wholes: readonly (readonly [string, string])[] = [
  ['Luc Martin', ' | Luc |  | Martin | '],
  ['Luc Henri Martin', ' | Luc | Henri | Martin | '],
  ['Jean-Marie Dubreuil', ' | Jean-Marie |  | Dubreuil | '],
  ['DUBREUIL Jean-Marie', ' | Jean-Marie |  | DUBREUIL | '],
  ['Jean-Marie DUBREUIL', ' | Jean-Marie |  | DUBREUIL | '],
  ['DUBREUIL-LARCHER Zoé', ' | Zoé |  | DUBREUIL-LARCHER | '],
  ['DE LA TOURETTE Jean', ' | Jean |  | DE LA TOURETTE | '],
  ['Jean de LA TOURETTE', ' | Jean |  | de LA TOURETTE | '],
  ['VAN DEN BOSCH Piet', ' | Piet |  | VAN DEN BOSCH | '],
  ["Sean d'ARMONT", " | Sean |  | d'ARMONT | "],
  ["O'BRADY Sean", " | Sean |  | O'BRADY | "],
  ['McKENNITH Sean', ' | Sean |  | McKENNITH | '],
  ['LI Wei', ' | Wei |  | LI | '],
  ['VLK Jan', ' | Jan |  | VLK | '],
  ['JRR Dubreuil', ' | JRR |  | Dubreuil | '],
  ['Van den Bosch Jan', ' | Jan |  | Van den Bosch | '],
  ['De la Cruz Maria', ' | Maria |  | De la Cruz | '],
  ['Le Goff Yann', ' | Yann |  | Le Goff | '],
  ['Karl-Heinz Weber jun.', ' | Karl-Heinz |  | Weber | jun.'],
  ['Jean Dubreuil, architecte', ' | Jean |  | Dubreuil | '],
  ['Dubreuil, jean', ' | jean |  | Dubreuil | '],
  ['de la tour, jean', ' | jean |  | de la tour | '],
  ['García López, maría', ' | maría |  | García López | '],
  ['КИМ Анна', ' | Анна |  | КИМ | '],
  ['STR Jean', ' | Jean |  | STR | '],
  ['ANNA WEBER GEB. KLEIN', ' | ANNA |  | WEBER |  née KLEIN'],
  ['Max Born Weber', ' | Max | Born | Weber | '],
  ['Anna Weber geb. Klein', ' | Anna |  | Weber |  née Klein'],
  ['Nguyen Van Minh', ' | Minh | Van | Nguyen | '],
  ['Paul Dubreuil (fils)', ' | Paul |  | Dubreuil | fils'],
  ['LUC MARTIN', ' | LUC |  | MARTIN | '],
  ['luc martin', ' | luc |  | martin | '],
  ['JB Dubreuil', ' | JB |  | Dubreuil | '],
  ['J. Dubreuil', ' | J. |  | Dubreuil | '],
  ['J.-B. Dubreuil', ' | J.-B. |  | Dubreuil | '],
  ['Dubreuil J.', ' | J. |  | Dubreuil | '],
  ['Dubreuil J.-B.', ' | J.-B. |  | Dubreuil | '],
  ['Luc F. Martin', ' | Luc | F. | Martin | '],
  ['A. B. Smithers', ' | A. | B. | Smithers | '],
  ['Dubreuil, Jean-Marie', ' | Jean-Marie |  | Dubreuil | '],
  ['Dubreuil,Jean-Marie', ' | Jean-Marie |  | Dubreuil | '],
  ['DUBREUIL, Jean Marie', ' | Jean | Marie | DUBREUIL | '],
  ['Dubreuil, Dr. Jean-Marie, PhD', 'Dr. | Jean-Marie |  | Dubreuil | PhD'],
  ['Dr. Dubreuil, Jean-Marie', 'Dr. | Jean-Marie |  | Dubreuil | '],
  ['Smithers, Jr., John', ' | John |  | Smithers | Jr.'],
  ['Smithers, John, Jr.', ' | John |  | Smithers | Jr.'],
  ['Smithers Jr., John', ' | John |  | Smithers | Jr.'],
  ['John Smithers, PhD, MBA', ' | John |  | Smithers | PhD, MBA'],
  ['John Smithers PhD', ' | John |  | Smithers | PhD'],
  ['John Smithers III', ' | John |  | Smithers | III'],
  ['JOHN SMITHERS III', ' | JOHN |  | SMITHERS | III'],
  ['Tourette, Jean de la', ' | Jean |  | de la Tourette | '],
  ['de la Tourette, Jean', ' | Jean |  | de la Tourette | '],
  ['Luc Martin, Directeur commercial', ' | Luc |  | Martin | '],
  ['M. Martin', 'M. |  |  | Martin | '],
  ['M MARTIN', 'M |  |  | MARTIN | '],
  ['M. Luc Martin', 'M. | Luc |  | Martin | '],
  ['M. et Mme Martin', 'M. et Mme |  |  | Martin | '],
  ['Mr & Mrs Smithers', 'Mr & Mrs |  |  | Smithers | '],
  ['Mme de la Tourette', 'Mme |  |  | de la Tourette | '],
  ['Monsieur le Professeur Luc Martin', 'Monsieur le Professeur | Luc |  | Martin | '],
  ['Me Sophie Laurens', 'Me | Sophie |  | Laurens | '],
  ['Frau Prof. Dr. Petra von Steinach', 'Frau Prof. Dr. | Petra |  | von Steinach | '],
  ['Dr. med. Hans Müllner', 'Dr. med. | Hans |  | Müllner | '],
  ['Dipl.-Ing. Karl Hubert', 'Dipl.-Ing. | Karl |  | Hubert | '],
  ['Sig.ra Anna Rossini', 'Sig.ra | Anna |  | Rossini | '],
  ['Dª Ana Pérez', 'Dª | Ana |  | Pérez | '],
  ['Sr. Tomás Iriarte', 'Sr. | Tomás |  | Iriarte | '],
  ['Tomas Iriarte Sr.', ' | Tomas |  | Iriarte | Sr.'],
  ['Sir Paul', 'Sir | Paul |  |  | '],
  ['Père Luc', 'Père | Luc |  |  | '],
  ['Don Drapeau', ' | Don |  | Drapeau | '],
  ['Don Luis Pérez', 'Don | Luis |  | Pérez | '],
  ['Alexandre Duvallon fils', ' | Alexandre |  | Duvallon | fils'],
  ['Luc Fils', ' | Luc |  | Fils | '],
  ['Linh Do', ' | Linh |  | Do | '],
  ['Piet van der Berg', ' | Piet |  | van der Berg | '],
  ['Piet Van der Berg', ' | Piet |  | Van der Berg | '],
  ['van der Berg', ' |  |  | van der Berg | '],
  ['Luc Le Goaziou', ' | Luc |  | Le Goaziou | '],
  ['Ana Maria dos Santos', ' | Ana | Maria | dos Santos | '],
  ['José Ortiz y Vidal', ' | José |  | Ortiz y Vidal | '],
  ['Maria da Silva e Souza', ' | Maria |  | da Silva e Souza | '],
  ['Leonora di Stefanis', ' | Leonora |  | di Stefanis | '],
  ['Karim Ben Youssef', ' | Karim |  | Ben Youssef | '],
  ['Karim El Amrani', ' | Karim |  | El Amrani | '],
  ['Karim bin Rashad', ' | Karim |  | bin Rashad | '],
  ['William "Bill" Graymoor', ' | William |  | Graymoor |  "Bill"'],
  ['William “Bill” Graymoor', ' | William |  | Graymoor |  "Bill"'],
  ['William «Bill» Graymoor', ' | William |  | Graymoor |  "Bill"'],
  ["William 'Bill' Graymoor", ' | William |  | Graymoor |  "Bill"'],
  ['William (Bill) Graymoor', ' | William |  | Graymoor |  "Bill"'],
  ['Marie Duvallon (née Martin)', ' | Marie |  | Duvallon |  née Martin'],
  ['Marie Duvallon née Martin', ' | Marie |  | Duvallon |  née Martin'],
  ['Marie Duvallon, née Martin', ' | Marie |  | Duvallon |  née Martin'],
  ['Petra Duvallon geb. Martin', ' | Petra |  | Duvallon |  née Martin'],
  ['Mary Duvallon (born Martin)', ' | Mary |  | Duvallon |  née Martin'],
  ['Mme DUVALLON Marie épouse MARTIN', 'Mme | Marie |  | MARTIN |  née DUVALLON'],
  ['Luc Martin (Acme)', ' | Luc |  | Martin | '],
  ['Luc Martin [Acme Outils]', ' | Luc |  | Martin | '],
  ['Luc Martin - Acme', ' | Luc |  | Martin | '],
  ['Luc Martin | Directeur', ' | Luc |  | Martin | '],
  ['Martin, Luc / Acme', ' | Luc |  | Martin | '],
  ['[Acme] Luc Martin', ' | Luc |  | Martin | '],
  ['Luc Martin 2', ' | Luc |  | Martin | '],
  ['🎉 Luc Martin', ' | Luc |  | Martin | '],
  ['Anne D.', ' | Anne |  | D. | '],
  ['Martinet,', ' |  |  | Martinet | '],
  [', Luc', ' | Luc |  |  | '],
  ['Vries, de, Kees', ' | Kees |  | de Vries | '],
  ['Paul St. Clairmont', ' | Paul |  | St. Clairmont | '],
  ['Luc et Anne Martin', ' | Luc et Anne |  | Martin | '],
  ['Luc', ' | Luc |  |  | '],
  ['MARTIN', ' |  |  | MARTIN | '],
  ['Соколов Дмитрий Павлович', ' | Дмитрий | Павлович | Соколов | '],
  ['Дмитрий Павлович Соколов', ' | Дмитрий | Павлович | Соколов | '],
  ['Дмитрий Соколов', ' | Дмитрий |  | Соколов | '],
  ['г-н Соколов', 'г-н |  |  | Соколов | '],
  ['Γιώργος Αλεξίου', ' | Γιώργος |  | Αλεξίου | '],
  ['كريم بن يوسف', ' | كريم |  | بن يوسف | '],
  ['عبد الرحمن الفاسي', ' | عبد الرحمن |  | الفاسي | '],
  ['الدكتور كريم الفاسي', 'الدكتور | كريم |  | الفاسي | '],
  ['דוד בן יוסף', ' | דוד |  | בן יוסף | '],
  ['ד"ר רחל לביא', 'ד"ר | רחל |  | לביא | '],
  ['王小明', ' | 小明 |  | 王 | '],
  ['欧阳小明', ' | 小明 |  | 欧阳 | '],
  ['王, 小明', ' | 小明 |  | 王 | '],
  ['王，小明', ' | 小明 |  | 王 | '],
  ['王 小明', ' | 小明 |  | 王 | '],
  ['王小明先生', ' | 小明 |  | 王 | 先生'],
  ['山田花子', ' | 花子 |  | 山田 | '],
  ['佐々木一', ' | 一 |  | 佐々木 | '],
  ['山田 花子', ' | 花子 |  | 山田 | '],
  ['山田　花子', ' | 花子 |  | 山田 | '],
  ['山田さくら', ' | さくら |  | 山田 | '],
  ['山田様', ' |  |  | 山田 | 様'],
  ['ジャン・マルタン', ' | ジャン |  | マルタン | '],
  ['김철수', ' | 철수 |  | 김 | '],
  ['남궁민지', ' | 민지 |  | 남궁 | '],
  ['김 철수', ' | 철수 |  | 김 | '],
  ['さくら', ' |  |  |  | '],
  ['Nguyễn Văn Anh', ' | Anh | Văn | Nguyễn | '],
  ['luc.martin@courrier.example', ' |  |  |  | '],
  ['+33 1 42 68 53 00', ' |  |  |  | '],
]

describe('a whole name', () => {
  it.each(wholes)('%j is %j.', (full, parts) => {
    expect(shown(parseName({ full }))).toBe(parts)
  })

  it.each([
    ["'Luc Martin'", 'Luc Martin'],
    ['"Martin, Luc"', 'Martin, Luc'],
    ['Luc Martin <luc.martin@courrier.example>', 'Luc Martin'],
    ['Luc Martin (luc.martin@courrier.example)', 'Luc Martin'],
    ['<luc.martin@courrier.example>', '<luc.martin@courrier.example>'],
    ['luc.martin@courrier.example', 'luc.martin@courrier.example'],
    ['Luc  Martin ', 'Luc Martin'],
    ['Luc "Lulu" Martin', 'Luc "Lulu" Martin'],
    ['LUC martin', 'LUC martin'],
  ])('%j is shown as %j.', (full, whole) => {
    expect(parseName({ full }).full).toBe(whole)
  })
})

describe('the words around a name', () => {
  const asWritten = (key: string) => key.replace(/(^|\s)(\p{L})/gu, (_, blank: string, letter: string) => blank + letter.toUpperCase())

  it.each([...honorifics])('takes %s before a name for an honorific.', (key) => {
    const written = key === 'm' ? 'M.' : asWritten(key)
    const name = parseName({ full: `${written} Luc Martinet` })
    expect(name.prefix).toBe(written)
    expect([name.given, name.family]).toEqual(['Luc', 'Martinet'])
  })

  it.each([...honorifics].filter((key) => !doubtfulHonorifics.has(key) && key !== 'm'))(
    'takes the word after %s for the right part.',
    (key) => {
      const name = parseName({ full: `${asWritten(key)} Martinet` })
      expect(givenHonorifics.has(key) ? name.given : name.family).toBe('Martinet')
    },
  )

  it.each([...doubtfulHonorifics])('takes %s before a single word for a name.', (key) => {
    expect(parseName({ full: `${asWritten(key)} Martinet` }).prefix).toBeUndefined()
  })

  it.each([...suffixes])('takes %s after a comma for a suffix.', (key) => {
    const name = parseName({ full: `Luc Martinet, ${key}` })
    expect(name.suffix).toBe(key)
    expect([name.given, name.family]).toEqual(['Luc', 'Martinet'])
  })

  it.each([...suffixes])('takes %s at the end for a suffix as it is usually written.', (key) => {
    const written = smallSuffixes.has(key) ? key : key.toUpperCase()
    const name = parseName({ full: `Luc Martinet ${written}` })
    expect(name.suffix).toBe(written)
    expect([name.given, name.family]).toEqual(['Luc', 'Martinet'])
  })

  it.each([...capitalSuffixes])('takes %s at the end for a name when only its first letter is big.', (key) => {
    expect(parseName({ full: `Luc Martinet ${asWritten(key)}` }).suffix).toBeUndefined()
  })

  it.each([...particles].filter((particle) => !joiners.has(particle)))('begins the family name at %s.', (particle) => {
    expect(shown(parseName({ full: `Luc Henri ${particle} Martinet` }))).toBe(` | Luc | Henri | ${particle} Martinet | `)
  })
})

describe('a name in parts', () => {
  it('keeps parts as they are, honorifics in them too.', () => {
    expect(parseName({ given: 'M. Luc', family: 'MARTIN, Jr', prefix: '' })).toEqual({
      full: 'M. Luc MARTIN, Jr',
      given: 'M. Luc',
      family: 'MARTIN, Jr',
    })
  })

  it('shows the whole that the source shows.', () => {
    expect(parseName({ full: 'Martin Luc', given: 'Luc', family: 'Martin' })).toEqual({
      full: 'Martin Luc',
      given: 'Luc',
      family: 'Martin',
    })
  })

  it('fills the missing part from a whole that agrees, and from no other.', () => {
    expect(parseName({ full: 'Luc Martin', given: 'Luc' }).family).toBe('Martin')
    expect(parseName({ full: 'Acme Outils', given: 'Luc' }).family).toBeUndefined()
  })

  it.each([
    [{ prefix: 'M.', given: 'Luc', middle: 'H.', family: 'Martin', suffix: 'Jr' }, 'M. Luc H. Martin Jr'],
    [{ family: '王', given: '小明' }, '王小明'],
    [{ family: '김', given: '철수' }, '김철수'],
    [{ family: 'マルタン', given: 'ジャン' }, 'ジャン・マルタン'],
    [{ nickname: 'Lulu' }, 'Lulu'],
    [{ prefix: 'Dr', nickname: 'Lulu' }, 'Lulu'],
    [{ prefix: 'Dr' }, 'Dr'],
    [{}, ''],
  ])('composes %j as %j.', (parts, full) => {
    expect(composeName(parts)).toBe(full)
    expect(parseName(parts).full).toBe(full)
  })
})

describe('any name', () => {
  const word = fc.oneof(
    fc.constantFrom(
      'Luc',
      'MARTIN',
      'de',
      'la',
      'M.',
      'Dr',
      'Jr',
      'PhD',
      ',',
      '(née',
      ')',
      '"Lulu"',
      'J.',
      "O'",
      '王',
      '山田',
      'عبد',
      'Иванович',
      'y',
      '@',
      'x@y.example',
      '・',
    ),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  )
  const text = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '))

  it('is taken apart into words that it holds, without a word recased.', () => {
    fc.assert(
      fc.property(text, (full) => {
        const { full: whole, ...parts } = parseName({ full })
        const letters = comparableName(whole).replaceAll(' ', '')
        for (const part of Object.values(parts)) {
          expect(part).toBe(part.trim())
          for (const piece of part.split(/[\s,]+/)) expect(whole).toContain(piece)
          expect(part.length).toBeGreaterThan(0)
        }
        expect(typeof letters).toBe('string')
      }),
      { numRuns: 500 },
    )
  })

  it('shows the same whole when read again.', () => {
    fc.assert(
      fc.property(text, (full) => {
        const once = parseName({ full })
        expect(parseName(once)).toEqual(once)
      }),
      { numRuns: 500 },
    )
  })
})
