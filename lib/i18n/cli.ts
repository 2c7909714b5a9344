// The command line, in words.
import { catalogue } from './catalogue.ts'
import { plural } from './format.ts'

const options = {
  en: `  --json             inspect: everything as one JSON object
  --to FORMAT        vcard3, vcard4, jcard, ldif, outlook-csv-en, outlook-csv-fr, google-csv,
                     linkedin (a zip archive), json-resume (one profile)
  --out FILE         where to write; else to standard output
  --encoding NAME    utf-8, utf-16le, utf-16be, windows-1252, iso-8859-15, macintosh, ibm850; else it is found
  --delimiter CHAR   ,;| or tab; else it is found
  --country CODE     the country of telephone numbers written without one (FR, CA …)
  --all              keep mailing lists, role addresses and companies too
  --lang=en|fr       the language of what is said`,
  fr: `  --json             inspect : tout, en un seul objet JSON
  --to FORMAT        vcard3, vcard4, jcard, ldif, outlook-csv-en, outlook-csv-fr, google-csv,
                     linkedin (une archive zip), json-resume (un profil)
  --out FICHIER      où écrire\u00a0; sinon sur la sortie standard
  --encoding NOM     utf-8, utf-16le, utf-16be, windows-1252, iso-8859-15, macintosh, ibm850\u00a0; sinon il est trouvé
  --delimiter SIGNE  ,;| ou tab\u00a0; sinon il est trouvé
  --country CODE     le pays des numéros de téléphone écrits sans lui (FR, CA…)
  --all              garder aussi listes de diffusion, adresses de service et entreprises
  --lang=en|fr       la langue de ce qui est dit`,
}

export const cli = catalogue({
  en: {
    usage: `entregent formats inspect FILE [--json]          what a file of contacts or of a profile is, and what is read of it
entregent formats convert FILE --to FORMAT       the same people in another format

FILE may be - for standard input.
${options.en}

It ends with 0 when everything was read, 1 when something was skipped or left out, 2 when the file was
refused or there was nothing to write, 64 when the call was wrong.`,
    oneFile: 'Name one file.',
    oneOf: ({ option, choices }: { option: string; choices: string }) => `${option} takes one of: ${choices}`,
    unknownCommand: ({ command }: { command: string }) => `“${command}” is no command.`,
    unknownOption: ({ option }: { option: string }) => `${option} is no option.`,
    wrongValue: ({ option }: { option: string }) => `${option} lacks its value, or takes none.`,
    foreignOption: ({ option, command }: { option: string; command: string }) => `${option} does not go with ${command}.`,
    archiveOut: 'An archive would be written to the screen: name a file with --out.',
    nothing: 'There is nothing to write, and nothing was written.',
    ownCard:
      'Of the profile its owner’s card was written: name, ways to reach them, positions and summary; the rest of a career has no place in one.',
    oneProfile: 'A JSON Resume holds one profile and no contacts.',
    partOf: ({ part, count }: { part: string; count: number }) =>
      `${part}, ${plural('en', count, { one: 'of # record:', other: 'of # records:' })}`,
    notHeld: 'Left out, for the format has no place for it:',
    tab: 'tabs',
    columnAt: ({ place }: { place: string }) => `no. ${place}`,
    nameless: 'a profile without a name',
    withMark: ({ encoding }: { encoding: string }) => `${encoding} with a byte order mark`,
    delimitedBy: ({ delimiter }: { delimiter: string }) => `delimited by ${delimiter}`,
    column: ({ header, meaning, percent }: { header: string; meaning: string; percent: string }) =>
      `  column “${header}”: ${meaning}, ${percent}% sure`,
    unknownColumn: ({ header, meaning }: { header: string; meaning: string }) => `  column “${header}”: ${meaning}`,
    told: ({ place, what, detail }: { place: string; what: string; detail: string }) =>
      `${place}: ${what}${detail === '' ? '' : ` — ${detail}`}`,
    sum: ({ count, keptCount, skippedCount }: { count: number; keptCount: number; skippedCount: number }) =>
      `${plural('en', count, { one: '# record read', other: '# records read' })} = ${plural('en', keptCount, { one: '# kept', other: '# kept' })} + ${plural('en', skippedCount, { one: '# skipped', other: '# skipped' })}`,
    more: ({ count }: { count: number }) => plural('en', count, { one: 'and # more', other: 'and # more' }),
    profile: ({ positionCount, schoolCount, skillCount }: { positionCount: number; schoolCount: number; skillCount: number }) =>
      `${plural('en', positionCount, { one: '# position', other: '# positions' })}, ${plural('en', schoolCount, { one: '# school', other: '# schools' })}, ${plural('en', skillCount, { one: '# skill', other: '# skills' })}`,
    line: ({ line }: { line: number }) => `line ${line}`,
    skips: 'Skipped:',
    warnings: 'To look at:',
    left: ({ count }: { count: number }) =>
      plural('en', count, { one: '# record has no place in that format:', other: '# records have no place in that format:' }),
    ignored: {
      unknown: 'neither contacts nor a profile in it',
      encrypted: 'encrypted',
      archive: 'an archive within the archive',
      endorsements: 'endorsements',
      invitations: 'invitations',
      messages: 'messages',
      registration: 'the account’s registration',
      follows: 'companies followed',
      applications: 'job applications',
      'saved-jobs': 'saved jobs',
      verifications: 'verifications',
      'test-scores': 'test scores',
      whatsapp: 'numbers of WhatsApp',
    },
    part: {
      name: 'parts of the name',
      emails: 'e-mail addresses',
      phones: 'telephones',
      addresses: 'addresses',
      organizations: 'organizations and titles',
      urls: 'web addresses',
      handles: 'messaging accounts',
      dates: 'days',
      relations: 'relations',
      notes: 'notes',
      categories: 'categories',
      photo: 'the photo',
      gender: 'the sex',
      language: 'the language',
      linkedIn: 'the identity on LinkedIn',
      connectedOn: 'the day of connecting',
      uid: 'the record’s id',
      unknown: 'what was kept as it is',
      labels: 'own labels',
      headline: 'the headline',
      summary: 'the summary',
      industry: 'the industry',
      location: 'the place',
      birthday: 'the birthday',
      positions: 'positions',
      education: 'education',
      skills: 'skills',
      languages: 'languages',
      certifications: 'certifications',
      volunteering: 'volunteering',
      projects: 'projects',
      honors: 'honours',
      publications: 'publications',
      recommendations: 'recommendations',
      translations: 'the profile in other languages',
    },
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
      date_order: 'a date whose day and month stand the other way round than in the rest of the file',
      bad_email: 'no e-mail address; kept as it is',
      garbled: 'letters that an earlier program spoilt; kept as they are',
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

Code de sortie\u00a0: 0 quand tout est lu, 1 quand quelque chose est laissé, 2 quand le fichier est refusé
ou qu’il n’y a rien à écrire, 64 quand l’appel est mal formé.`,
    oneFile: 'Nommez un fichier.',
    oneOf: ({ option, choices }) => `${option} prend l’un de\u00a0: ${choices}`,
    unknownCommand: ({ command }) => `«\u00a0${command}\u00a0» n’est pas une commande.`,
    unknownOption: ({ option }) => `${option} n’est pas une option.`,
    wrongValue: ({ option }) => `${option} est sans valeur, ou n’en prend pas.`,
    foreignOption: ({ option, command }) => `${option} ne va pas avec ${command}.`,
    archiveOut: 'Une archive s’écrirait à l’écran\u00a0: nommez un fichier avec --out.',
    nothing: 'Il n’y a rien à écrire, et rien n’a été écrit.',
    ownCard:
      'Du profil, c’est la carte de son titulaire qui a été écrite\u00a0: nom, moyens de le joindre, postes et résumé\u00a0; le reste d’une carrière n’y a pas de place.',
    oneProfile: 'Un JSON Resume tient un profil, et pas de contacts.',
    partOf: ({ part, count }) => `${part}, ${plural('fr', count, { one: 'de # fiche\u00a0:', other: 'de # fiches\u00a0:' })}`,
    notHeld: 'Laissé de côté, faute de place dans ce format\u00a0:',
    tab: 'des tabulations',
    columnAt: ({ place }) => `n° ${place}`,
    nameless: 'un profil sans nom',
    withMark: ({ encoding }) => `${encoding} avec marque d’ordre des octets`,
    delimitedBy: ({ delimiter }) => `séparé par ${delimiter}`,
    column: ({ header, meaning, percent }) => `  colonne «\u00a0${header}\u00a0»\u00a0: ${meaning}, sûr à ${percent}\u00a0%`,
    unknownColumn: ({ header, meaning }) => `  colonne «\u00a0${header}\u00a0»\u00a0: ${meaning}`,
    told: ({ place, what, detail }) => `${place}\u00a0: ${what}${detail === '' ? '' : ` — ${detail}`}`,
    sum: ({ count, keptCount, skippedCount }) =>
      `${plural('fr', count, { one: '# fiche lue', other: '# fiches lues' })} = ${plural('fr', keptCount, { one: '# gardée', other: '# gardées' })} + ${plural('fr', skippedCount, { one: '# laissée', other: '# laissées' })}`,
    more: ({ count }) => plural('fr', count, { one: 'et # autre', other: 'et # autres' }),
    profile: ({ positionCount, schoolCount, skillCount }) =>
      `${plural('fr', positionCount, { one: '# poste', other: '# postes' })}, ${plural('fr', schoolCount, { one: '# école', other: '# écoles' })}, ${plural('fr', skillCount, { one: '# compétence', other: '# compétences' })}`,
    line: ({ line }) => `ligne ${line}`,
    skips: 'Laissées\u00a0:',
    warnings: 'À regarder\u00a0:',
    left: ({ count }) =>
      plural('fr', count, {
        one: '# fiche n’a pas de place dans ce format\u00a0:',
        other: '# fiches n’ont pas de place dans ce format\u00a0:',
      }),
    ignored: {
      unknown: 'ni contacts ni profil dedans',
      encrypted: 'chiffré',
      archive: 'une archive dans l’archive',
      endorsements: 'des recommandations de compétences',
      invitations: 'des invitations',
      messages: 'des messages',
      registration: 'l’inscription du compte',
      follows: 'des entreprises suivies',
      applications: 'des candidatures',
      'saved-jobs': 'des offres mises de côté',
      verifications: 'des vérifications',
      'test-scores': 'des résultats d’examens',
      whatsapp: 'des numéros WhatsApp',
    },
    part: {
      name: 'parties du nom',
      emails: 'adresses e-mail',
      phones: 'téléphones',
      addresses: 'adresses',
      organizations: 'organisations et fonctions',
      urls: 'adresses web',
      handles: 'comptes de messagerie',
      dates: 'jours',
      relations: 'proches',
      notes: 'notes',
      categories: 'catégories',
      photo: 'la photo',
      gender: 'le sexe',
      language: 'la langue',
      linkedIn: 'l’identité sur LinkedIn',
      connectedOn: 'le jour de la mise en relation',
      uid: 'l’identifiant de la fiche',
      unknown: 'ce qui était gardé tel quel',
      labels: 'libellés propres',
      headline: 'l’accroche',
      summary: 'le résumé',
      industry: 'le secteur',
      location: 'le lieu',
      birthday: 'l’anniversaire',
      positions: 'postes',
      education: 'formation',
      skills: 'compétences',
      languages: 'langues',
      certifications: 'certifications',
      volunteering: 'bénévolat',
      projects: 'projets',
      honors: 'distinctions',
      publications: 'publications',
      recommendations: 'recommandations',
      translations: 'le profil dans d’autres langues',
    },
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
      date_order: 'une date dont le jour et le mois sont dans l’autre ordre que dans le reste du fichier',
      bad_email: 'ce n’est pas une adresse e-mail\u00a0; gardé tel quel',
      garbled: 'des lettres abîmées par un programme précédent\u00a0; gardées telles quelles',
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
