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
  return headers.map((raw, at): Column => {
    const header = cleanLine(raw)
    const corrected = correction.get(header) ?? correction.get(raw)
    if (corrected !== undefined) return { header, meaning: corrected, certainty: 1 }
    const numbered = numberedColumn(folded[at] ?? '')
    if (numbered !== undefined) return { header, meaning: 'numbered', numbered, certainty: 1 }
    const meaning = found[at]
    if (meaning === undefined) return byWord(header, folded[at] ?? '', isNamed)
    if (meaning === 'full-or-family')
      return { header, meaning: (has('given') || has('usual-given')) && !has('family') ? 'family' : 'full', certainty: 1 }
    if (meaning === 'given-or-full') return { header, meaning: has('family') ? 'given' : 'full', certainty: 1 }
    if (meaning === 'prefix-or-title') {
      const isTwice = found.filter((other) => other === meaning).length > 1
      const isTitle = isTwice ? prefixes++ > 0 : !has('title') && !has('suffix')
      return { header, meaning: isTitle ? 'title' : 'prefix', certainty: 1 }
    }
    // "Contact" may as well be how to reach somebody: its cells may say so.
    if (meaning === 'contact') return { header, meaning, certainty: 0.7 }
    if (meaning === 'vague') return { header, meaning: 'unknown', certainty: 0.75 }
    // A key to sort by, which most programs fill with the name itself.
    if (meaning === 'file-as') return { header, meaning: isNamed ? 'fileAs' : 'full', certainty: 1 }
    if (meaning === 'usual-given') return { header, meaning: has('given') ? 'nickname' : 'given', certainty: 1 }
    return { header, meaning, certainty: 1 }
  })
}

/**
 * The columns with what only all of them, and the cells, can tell: a "Name" beside a "Contact" of people's names is the house's whose contact
 * that is; and which of several columns counts.
 */
export function settleColumns(columns: readonly Column[], rows: readonly (readonly string[])[]): Column[] {
  return withSpares(settleContact(settlePlaces(columns), rows))
}

/** Beside the second of two addresses the words "City" and "Postal code" are its, though they stood beside the first already. */
function settlePlaces(columns: readonly Column[]): readonly Column[] {
  const work = columns.findIndex(({ meaning }) => meaning === 'work.street')
  if (work < 0) return columns
  const isAgain = ({ meaning }: Column, at: number) =>
    at > work && meaning.startsWith('home.') && columns.slice(0, work).some((other) => other.meaning === meaning)
  return columns.map((column, at) => (isAgain(column, at) ? { ...column, meaning: column.meaning.replace('home.', 'work.') } : column))
}

function settleContact(columns: readonly Column[], rows: readonly (readonly string[])[]): readonly Column[] {
  const at = columns.findIndex(({ meaning }) => meaning === 'contact')
  if (at < 0) return columns
  const has = (...wanted: Meaning[]) => columns.some(({ meaning }) => wanted.includes(meaning))
  const cells = rows.map((row) => (row[at] ?? '').trim().slice(0, 300)).filter((cell) => cell !== '')
  const areNames = cells.filter((cell) => nameLike.test(cell)).length > cells.length / 2
  const isHouses = areNames && !has('given', 'family', 'organization')
  return columns.map((column) => {
    if (column.meaning === 'contact') return { ...column, meaning: 'full', certainty: isHouses ? 1 : 0.7 }
    return isHouses && column.meaning === 'full' ? { ...column, meaning: 'organization', certainty: 0.6 } : column
  })
}

/** A name of two words and more, as people write it. */
export const nameLike = /^\p{Lu}[\p{L}'’.-]+(?:\s+(?:d[eu]s?|la|van|von|der|\p{Lu}[\p{L}'’.-]*)){1,4}$/u

/** Columns of one meaning, of which a draft holds one value: all but the surest are spare. */
function withSpares(columns: readonly Column[]): Column[] {
  const surest = new Map<Meaning, Column>()
  for (const column of columns) {
    const best = surest.get(column.meaning)
    if (best === undefined || column.certainty > best.certainty) surest.set(column.meaning, column)
  }
  const isSpare = (column: Column) => isHeldOnce(column.meaning) && surest.get(column.meaning) !== column
  return columns.map((column) => (isSpare(column) ? { ...column, isSpare: true } : column))
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
  [
    /\b(geburts(tag|datum)|geb\.? ?-?datum|geboren am|birth ?(day|date)|date of birth|dob|born( on)?|date (de )?naissance|ne\(?e?\)? le|fecha (de )?nacimiento|data d[ie] (nascita|nascimento)|geboorte(datum|dag))(?!\p{L})/u,
    'birthday',
    0.8,
  ],
  [/\b(e-?mail|mail|courriel|courrier electronique|correo|posta elettronica|mel)(s|adresse|address|adres)?(?!\p{L})/u, 'email', 0.8],
  [/\b(mobile|portable|cell|cellulaire|handy|movil|gsm)(nr|nummer)?(?!\p{L})/u, 'mobile', 0.8],
  [/\b(fax|telecopie)(nr|nummer)?(?!\p{L})/u, 'fax.work', 0.8],
  [/\b(tel|telephone|phone|telefon|telefono|telefone|telefoon)(s|nr|nummer)?(?!\p{L})/u, 'phone.other', 0.7],
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

/** "NOM Prénom", "Name, Vorname": given and family name in one column, in the order that the header tells. */
function bothNames(folded: string): Meaning | undefined {
  const given = /\b(prenoms?|first ?name|given ?name|vorname|voornaam|forename)\b|\bvor-/u.exec(folded)
  if (given === null || folded.length > 80) return undefined
  const rest = folded.slice(0, given.index) + '|'.repeat(given[0].length) + folded.slice(given.index + given[0].length)
  const family = /\b(nom|noms|name|last ?name|surname|family ?name|nachname|familienname|achternaam|naam)\b/u.exec(rest)
  if (family === null) return undefined
  return family.index < given.index ? 'family-first' : 'full'
}

/** `isNamed`: other columns are the person's name, so a further one is somebody else's, or a thing's. */
function byWord(header: string, folded: string, isNamed: boolean): Column {
  const both = isNamed ? undefined : bothNames(folded)
  if (both !== undefined) return { header, meaning: both, certainty: 0.8 }
  const found = folded.length > 80 ? undefined : words.find(([word, meaning]) => word.test(folded) && !(isNamed && meaning === 'full'))
  return { header, meaning: found?.[1] ?? 'unknown', certainty: found?.[2] ?? 0 }
}
