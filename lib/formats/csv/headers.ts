// What the columns of known programs mean, in seven languages. A header is folded first, so that case, accents, apostrophes and blanks do not
// count. A word that means two things ("Titre", "Title", "Nom", "Name") is settled by the columns beside it: see plan.ts.

import { mendGarbled } from '../text/garbled.ts'
import { englishHeaders } from './headers-en.ts'
import { frenchHeaders } from './headers-fr.ts'
import { dutchHeaders, germanHeaders, italianHeaders, portugueseHeaders, spanishHeaders } from './headers-more.ts'

/** What a cell is to the draft; `email`, `phone` and `address` meanings carry their place. `unknown` stays as it is, as does what is not here. */
export type Meaning = string

const heldOnce = new Set(
  `full family-first salutation given middle family prefix suffix nickname maiden phoneticGiven phoneticFamily organization department title role orgLocation
  gender language photo connectedOn birthYear birthMonth birthDay`.split(/\s+/u),
)

/** Whether a draft has one place for this meaning; of e-mails, telephones and notes there may be many. */
export const isHeldOnce = (meaning: Meaning) => heldOnce.has(meaning) || /^(?:work|home|other)\./u.test(meaning)

/** Rows of a meaning and its headers, joined by `|`. */
export type HeaderTable = readonly (readonly [Meaning, string])[]

const tables: Readonly<Record<string, HeaderTable>> = {
  en: englishHeaders,
  fr: frenchHeaders,
  de: germanHeaders,
  es: spanishHeaders,
  it: italianHeaders,
  pt: portugueseHeaders,
  nl: dutchHeaders,
}

/** The header as it is looked up: with letters mended that an earlier program spoilt, lower case, without accents, with straight apostrophes and single blanks. */
export function foldHeader(header: string): string {
  return (mendGarbled(header) ?? header)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[‘’ʼ´`]/gu, "'")
    .replace(/[\s_\u00a0]+/gu, ' ')
    .replace(/[*:]+$/u, '')
    .trim()
}

/** Language → folded header → meaning. English first: a word that several languages share means there what it means in English. */
export const dictionaries: ReadonlyMap<string, ReadonlyMap<string, Meaning>> = new Map(
  Object.entries(tables).map(([language, rows]) => [
    language,
    new Map(rows.flatMap(([meaning, headers]) => headers.split('|').map((header) => [foldHeader(header), meaning] as const))),
  ]),
)
