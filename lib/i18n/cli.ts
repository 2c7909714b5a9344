// The command line, in words.
import { catalogue } from './catalogue.ts'
import { plural } from './format.ts'

const options = {
  en: `  --json             everything as one JSON object
  --to FORMAT        vcard3, vcard4, jcard, ldif, outlook-csv-en, outlook-csv-fr, google-csv, linkedin, json-resume
  --out FILE         where to write; else to standard output
  --encoding NAME    utf-8, utf-16le, utf-16be, windows-1252, iso-8859-15, macintosh; else it is found
  --delimiter CHAR   ,;| or tab; else it is found
  --country CODE     the country of telephone numbers written without one (FR, CA …)
  --all              keep mailing lists and role addresses too
  --lang=en|fr       the language of what is said`,
  fr: `  --json             tout, en un seul objet JSON
  --to FORMAT        vcard3, vcard4, jcard, ldif, outlook-csv-en, outlook-csv-fr, google-csv, linkedin, json-resume
  --out FICHIER      où écrire\u00a0; sinon sur la sortie standard
  --encoding NOM     utf-8, utf-16le, utf-16be, windows-1252, iso-8859-15, macintosh\u00a0; sinon il est trouvé
  --delimiter SIGNE  ,;| ou tab\u00a0; sinon il est trouvé
  --country CODE     le pays des numéros de téléphone écrits sans lui (FR, CA…)
  --all              garder aussi listes de diffusion et adresses de service
  --lang=en|fr       la langue de ce qui est dit`,
}

export const cli = catalogue({
  en: {
    usage: `entregent formats inspect FILE [--json]          what a file of contacts or of a profile is, and what is read of it
entregent formats convert FILE --to FORMAT       the same people in another format

FILE may be - for standard input.
${options.en}

It ends with 0 when everything was read, 1 when something was skipped, 2 when the file was refused, 64 when the call was wrong.`,
    oneFile: 'Name one file.',
    oneOf: ({ option, choices }: { option: string; choices: string }) => `${option} takes one of: ${choices}`,
    unreadable: ({ problem }: { problem: string }) => `The file cannot be opened: ${problem}`,
    withMark: ({ encoding }: { encoding: string }) => `${encoding} with a byte order mark`,
    delimitedBy: ({ delimiter }: { delimiter: string }) => `delimited by ${delimiter}`,
    column: ({ header, meaning, percent }: { header: string; meaning: string; percent: string }) =>
      `  column “${header}”: ${meaning}, ${percent}% sure`,
    sum: ({ count, keptCount, skippedCount }: { count: number; keptCount: number; skippedCount: number }) =>
      `${plural('en', count, { one: '# record', other: '# records' })} = ${plural('en', keptCount, { one: '# read', other: '# read' })} + ${plural('en', skippedCount, { one: '# skipped', other: '# skipped' })}`,
    more: ({ count }: { count: number }) => plural('en', count, { one: 'and # more', other: 'and # more' }),
    profile: ({ positionCount, schoolCount, skillCount }: { positionCount: number; schoolCount: number; skillCount: number }) =>
      `${plural('en', positionCount, { one: '# position', other: '# positions' })}, ${plural('en', schoolCount, { one: '# school', other: '# schools' })}, ${plural('en', skillCount, { one: '# skill', other: '# skills' })}`,
    line: ({ line }: { line: number }) => `line ${line}`,
    skips: 'Skipped:',
    warnings: 'To look at:',
    left: ({ count }: { count: number }) =>
      plural('en', count, { one: '# record has no place in that format.', other: '# records have no place in that format.' }),
    reason: {
      empty: 'nothing in it',
      broken: 'broken',
      not_a_person: 'not a person',
      company: 'a company',
      exchange_only: 'an address inside a company’s Exchange alone',
      distribution_list: 'a distribution list',
      too_large: 'too large',
      withheld: 'not for reading',
    },
    warning: {
      bad_quote: 'a quote is not closed',
      bad_encoding: 'characters that are not of the encoding',
      bad_date: 'a date that is none',
      bad_phone: 'a telephone number that is none',
      extra_cells: 'more cells than columns',
      missing_cells: 'fewer cells than columns',
      unfinished_file: 'the file ends too early',
      bad_escape: 'an escape that means nothing',
      entry_ignored: 'not read',
      rows_cut: 'rows left out',
    },
  },
  fr: {
    usage: `entregent formats inspect FICHIER [--json]       ce qu’est un fichier de contacts ou de profil, et ce qui en est lu
entregent formats convert FICHIER --to FORMAT    les mêmes personnes dans un autre format

FICHIER peut être - pour l’entrée standard.
${options.fr}

Code de sortie\u00a0: 0 quand tout est lu, 1 quand quelque chose est laissé, 2 quand le fichier est refusé, 64 quand l’appel est mal formé.`,
    oneFile: 'Nommez un fichier.',
    oneOf: ({ option, choices }) => `${option} prend l’un de\u00a0: ${choices}`,
    unreadable: ({ problem }) => `Le fichier ne peut pas être ouvert\u00a0: ${problem}`,
    withMark: ({ encoding }) => `${encoding} avec marque d’ordre des octets`,
    delimitedBy: ({ delimiter }) => `séparé par ${delimiter}`,
    column: ({ header, meaning, percent }) => `  colonne «\u00a0${header}\u00a0»\u00a0: ${meaning}, sûr à ${percent}\u00a0%`,
    sum: ({ count, keptCount, skippedCount }) =>
      `${plural('fr', count, { one: '# fiche', other: '# fiches' })} = ${plural('fr', keptCount, { one: '# lue', other: '# lues' })} + ${plural('fr', skippedCount, { one: '# laissée', other: '# laissées' })}`,
    more: ({ count }) => plural('fr', count, { one: 'et # autre', other: 'et # autres' }),
    profile: ({ positionCount, schoolCount, skillCount }) =>
      `${plural('fr', positionCount, { one: '# poste', other: '# postes' })}, ${plural('fr', schoolCount, { one: '# école', other: '# écoles' })}, ${plural('fr', skillCount, { one: '# compétence', other: '# compétences' })}`,
    line: ({ line }) => `ligne ${line}`,
    skips: 'Laissées\u00a0:',
    warnings: 'À regarder\u00a0:',
    left: ({ count }) =>
      plural('fr', count, { one: '# fiche n’a pas de place dans ce format.', other: '# fiches n’ont pas de place dans ce format.' }),
    reason: {
      empty: 'rien dedans',
      broken: 'abîmée',
      not_a_person: 'pas une personne',
      company: 'une entreprise',
      exchange_only: 'une adresse propre à l’Exchange d’une entreprise',
      distribution_list: 'une liste de diffusion',
      too_large: 'trop grande',
      withheld: 'à ne pas lire',
    },
    warning: {
      bad_quote: 'un guillemet n’est pas fermé',
      bad_encoding: 'des caractères hors de l’encodage',
      bad_date: 'une date qui n’en est pas une',
      bad_phone: 'un numéro de téléphone qui n’en est pas un',
      extra_cells: 'plus de cellules que de colonnes',
      missing_cells: 'moins de cellules que de colonnes',
      unfinished_file: 'le fichier se termine trop tôt',
      bad_escape: 'un échappement qui ne veut rien dire',
      entry_ignored: 'non lu',
      rows_cut: 'des lignes laissées de côté',
    },
  },
})
