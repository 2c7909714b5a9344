// What the columns of known programs mean, in seven languages. A header is folded first, so that case, accents, apostrophes and blanks do not
// count. A word that means two things ("Titre", "Title", "Nom", "Name") is settled by the columns beside it: see plan.ts.

import { englishHeaders } from './headers-en.ts'
import { frenchHeaders } from './headers-fr.ts'
import { dutchHeaders, germanHeaders, italianHeaders, portugueseHeaders, spanishHeaders } from './headers-more.ts'

/** What a cell is to the draft; `email`, `phone` and `address` meanings carry their place. Anything else stays in `unknown`. */
export type Meaning = string

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

/** The header as it is looked up: lower case, without accents, with straight apostrophes and single blanks. */
export function foldHeader(header: string): string {
  return header
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
