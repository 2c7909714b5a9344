// What each column of one file is: by its header, by the columns beside it where a word has two meanings, by a person's correction first.
import { cleanLine } from '../people/clean.ts'
import { type NumberedColumn, numberedColumn } from './google-columns.ts'
import { dictionaries, foldHeader, type Meaning } from './headers.ts'

export interface Column {
  readonly header: string
  /** `unknown` for a column without one; `numbered` for Google's. */
  readonly meaning: Meaning
  readonly numbered?: NumberedColumn
  /** 1 for a header known by heart. */
  readonly certainty: number
}

/** Columns of a header row. `language` has the first word; then every other one. `corrections`: header → meaning. */
export function planColumns(headers: readonly string[], language: string, corrections: Readonly<Record<string, string>> = {}): Column[] {
  const correction = new Map(Object.entries(corrections))
  const folded = headers.map(foldHeader)
  const found = folded.map((header) => meaningOf(header, language))
  const has = (meaning: Meaning) => found.includes(meaning)
  let prefixes = 0
  return headers.map((raw, at): Column => {
    const header = cleanLine(raw)
    const corrected = correction.get(header) ?? correction.get(raw)
    if (corrected !== undefined) return { header, meaning: corrected, certainty: 1 }
    const numbered = numberedColumn(folded[at] ?? '')
    if (numbered !== undefined) return { header, meaning: 'numbered', numbered, certainty: 1 }
    const meaning = found[at]
    if (meaning === undefined) return byWord(header, folded[at] ?? '')
    if (meaning === 'full-or-family') return { header, meaning: has('given') && !has('family') ? 'family' : 'full', certainty: 1 }
    if (meaning === 'given-or-full') return { header, meaning: has('family') ? 'given' : 'full', certainty: 1 }
    if (meaning === 'prefix-or-title') {
      const isTwice = found.filter((other) => other === meaning).length > 1
      const isTitle = isTwice ? prefixes++ > 0 : !has('title') && !has('suffix')
      return { header, meaning: isTitle ? 'title' : 'prefix', certainty: 1 }
    }
    return { header, meaning, certainty: 1 }
  })
}

/** The meaning of a folded header in this language, or else in any other. */
export function meaningOf(folded: string, language: string): Meaning | undefined {
  const own = dictionaries.get(language)?.get(folded)
  if (own !== undefined) return own
  for (const dictionary of dictionaries.values()) {
    const meaning = dictionary.get(folded)
    if (meaning !== undefined) return meaning
  }
  return undefined
}

const words: readonly (readonly [RegExp, Meaning, number])[] = [
  [/linked ?in/u, 'linkedin', 0.9],
  [/\b(e-?mails?|mails?\b|courriel|courrier electronique|correo|posta elettronica|mel)/u, 'email', 0.8],
  [/\b(mobile|portable|cell|cellulaire|handy|movil|gsm)\b/u, 'mobile', 0.8],
  [/\b(fax|telecopie)/u, 'fax.work', 0.8],
  [/\b(tel|telephone|phone|telefon|telefono|telefoon)/u, 'phone.other', 0.7],
  [/\b(prenom|first ?name|given ?name|vorname|nombre de pila)\b/u, 'given', 0.8],
  [/\b(nom de famille|last ?name|surname|family ?name|nachname|apellidos?|cognome|achternaam)\b/u, 'family', 0.8],
  [/\b(ste|societe|entreprise|company|firma|empresa|azienda|organi[sz]ation|employ(?:er|eur)|bedrijf)\b/u, 'organization', 0.7],
  [/\b(fonction|poste|job|position|puesto|cargo|functie)\b/u, 'title', 0.7],
  [/\b(ville|city|ort|ciudad|citta|cidade|plaats)\b/u, 'home.city', 0.6],
  [/\b(code postal|zip|postal code|plz|cap|cep|postcode)\b/u, 'home.postalCode', 0.6],
  [/\b(pays|country|land|pais|paese)\b/u, 'home.country', 0.6],
  [/\b(adresse|address|rue|street|anschrift|direccion|indirizzo|adres)\b/u, 'home.street', 0.6],
  [/\b(site|web|url|homepage)\b/u, 'url.other', 0.6],
  [/\b(notes?|remarques?|comments?|commentaires?)\b/u, 'notes', 0.7],
  [/\b(nom|name|naam)\b/u, 'full', 0.5],
]

function byWord(header: string, folded: string): Column {
  const found = folded.length > 80 ? undefined : words.find(([word]) => word.test(folded))
  return { header, meaning: found?.[1] ?? 'unknown', certainty: found?.[2] ?? 0 }
}
