// What each column of one file is: by its header, by the columns beside it where a word has two meanings, by a person's correction first.
import { cleanLine } from '../people/clean.ts'
import { type NumberedColumn, numberedColumn } from './google-columns.ts'
import { dictionaries, foldHeader, isHeldOnce, type Meaning } from './headers.ts'

export interface Column {
  readonly header: string
  /** `unknown` for a column without one; `numbered` for Google's. */
  readonly meaning: Meaning
  readonly numbered?: NumberedColumn
  /** 1 for a header known by heart. */
  readonly certainty: number
  /** A surer column, or an earlier one, is of the same meaning, of which a person has one: this one counts in rows where that one is empty. */
  readonly isSpare?: boolean
}

/** Columns of a header row. `language` has the first word; then every other one. `corrections`: header → meaning. */
export function planColumns(headers: readonly string[], language: string, corrections: Readonly<Record<string, string>> = {}): Column[] {
  const correction = new Map(Object.entries(corrections))
  const folded = headers.map(foldHeader)
  const found = folded.map((header) => meaningOf(header, language))
  const has = (meaning: Meaning) => found.includes(meaning)
  const isNamed = ['given', 'family', 'full', 'full-or-family', 'given-or-full', 'usual-given', 'contact'].some(has)
  let prefixes = 0
  const columns = headers.map((raw, at): Column => {
    const header = cleanLine(raw)
    const corrected = correction.get(header) ?? correction.get(raw)
    if (corrected !== undefined) return { header, meaning: corrected, certainty: 1 }
    const numbered = numberedColumn(folded[at] ?? '')
    if (numbered !== undefined) return { header, meaning: 'numbered', numbered, certainty: 1 }
    const meaning = found[at]
    if (meaning === undefined) return byWord(header, folded[at] ?? '', isNamed)
    if (meaning === 'full-or-family') return { header, ...whatNameIs(has) }
    if (meaning === 'given-or-full') return { header, meaning: has('family') ? 'given' : 'full', certainty: 1 }
    if (meaning === 'prefix-or-title') {
      const isTwice = found.filter((other) => other === meaning).length > 1
      const isTitle = isTwice ? prefixes++ > 0 : !has('title') && !has('suffix')
      return { header, meaning: isTitle ? 'title' : 'prefix', certainty: 1 }
    }
    // "Contact" may as well be how to reach somebody: its cells may say so.
    if (meaning === 'contact') return { header, meaning: 'full', certainty: 0.7 }
    // A key to sort by, which most programs fill with the name itself.
    if (meaning === 'file-as') return { header, meaning: isNamed ? 'fileAs' : 'full', certainty: 1 }
    if (meaning === 'usual-given') return { header, meaning: has('given') ? 'nickname' : 'given', certainty: 1 }
    return { header, meaning, certainty: 1 }
  })
  return withSpares(columns)
}

/** A "Name" beside a "Contact" is the house's whose contact that is. */
function whatNameIs(has: (meaning: Meaning) => boolean): Pick<Column, 'meaning' | 'certainty'> {
  if ((has('given') || has('usual-given')) && !has('family')) return { meaning: 'family', certainty: 1 }
  return has('contact') && !has('organization') ? { meaning: 'organization', certainty: 0.6 } : { meaning: 'full', certainty: 1 }
}

/** Columns of one meaning, of which a draft holds one value: all but the surest are spare. */
export function withSpares(columns: readonly Column[]): Column[] {
  const surest = new Map<Meaning, Column>()
  for (const column of columns) {
    const best = surest.get(column.meaning)
    if (best === undefined || column.certainty > best.certainty) surest.set(column.meaning, column)
  }
  return columns.map(({ isSpare: _, ...column }, at) => {
    const isSpare = isHeldOnce(column.meaning) && surest.get(column.meaning) !== columns[at]
    return isSpare ? { ...column, isSpare } : column
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
  [/\b(geb|geburts\w*|naissance|birth\w*|dob|nacimiento|nascita|nascimento|geboorte\w*)\b/u, 'birthday', 0.8],
  [/\b(e-?mails?|mails?|courriels?|courrier electronique|correo|posta elettronica|mel)\b/u, 'email', 0.8],
  [/\b(mobile|portable|cell|cellulaire|handy|movil|gsm)\b/u, 'mobile', 0.8],
  [/\b(fax|telecopie)\b/u, 'fax.work', 0.8],
  [/\b(tel|telephones?|phones?|telefon|telefono|telefone|telefoon)\b/u, 'phone.other', 0.7],
  [/\b(prenom|first ?name|given ?name|vorname|nombre de pila|fornamn|fornavn|imie|jmeno|prenume|keresztnev|etunimi)\b/u, 'given', 0.8],
  [
    /\b(nom de famille|last ?name|surname|family ?name|nachname|apellidos?|cognome|achternaam|efternamn|efternavn|etternavn|nazwisko|prijmeni|vezeteknev|sukunimi)\b/u,
    'family',
    0.8,
  ],
  [
    /\b(ste|societe|entreprise|company|firma|firmen\w*|empresa|azienda|organi[sz]ation|employ(?:er|eur)|bedrijfs?\w*)\b/u,
    'organization',
    0.7,
  ],
  [/\b(fonction|poste|job|position|puesto|cargo|functie)\b/u, 'title', 0.7],
  [/\b(ville|city|ort|ciudad|citta|cidade|plaats)\b/u, 'home.city', 0.6],
  [/\b(code postal|zip|postal code|plz|cap|cep|postcode)\b/u, 'home.postalCode', 0.6],
  [/\b(pays|country|land|pais|paese)\b/u, 'home.country', 0.6],
  [/\b(adresse|address|rue|street|anschrift|direccion|indirizzo|adres)\b/u, 'home.street', 0.6],
  [/\b(site|web|url|homepage)\b/u, 'url.other', 0.6],
  [/\b(notes?|remarques?|comments?|commentaires?)\b/u, 'notes', 0.7],
  [/\b(nom|name|naam)\b/u, 'full', 0.5],
]

/** `isNamed`: other columns are the person's name, so a further one is somebody else's, or a thing's. */
function byWord(header: string, folded: string, isNamed: boolean): Column {
  const found = folded.length > 80 ? undefined : words.find(([word, meaning]) => word.test(folded) && !(isNamed && meaning === 'full'))
  return { header, meaning: found?.[1] ?? 'unknown', certainty: found?.[2] ?? 0 }
}
