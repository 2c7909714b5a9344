// What a column of a table is taken for, in words.
import type { Locale } from '@entregent/lib/base/locale.ts'
import { catalogue } from './catalogue.ts'

/** The words of each meaning, and of the places beside them. */
export const columnWords = catalogue({
  en: {
    place: { work: 'work', home: 'home', other: 'other' },
    meaning: {
      full: 'whole name',
      given: 'given name',
      middle: 'middle name',
      family: 'family name',
      salutation: 'salutation',
      prefix: 'title before the name',
      suffix: 'suffix',
      nickname: 'nickname',
      maiden: 'maiden name',
      phoneticGiven: 'phonetic given name',
      phoneticFamily: 'phonetic family name',
      organization: 'organization',
      department: 'department',
      title: 'job title',
      role: 'profession',
      orgLocation: 'office',
      email: 'e-mail address',
      emailType: 'kind of e-mail address',
      fileAs: 'key to sort by',
      emailName: 'name beside the e-mail address',
      phone: 'telephone',
      mobile: 'mobile telephone',
      fax: 'fax',
      pager: 'pager',
      car: 'car telephone',
      telex: 'telex',
      tty: 'text telephone',
      labelled: 'telephone',
      address: 'address',
      birthday: 'birthday',
      anniversary: 'anniversary',
      url: 'web address',
      linkedin: 'profile on LinkedIn',
      notes: 'notes',
      categories: 'categories',
      gender: 'sex',
      language: 'language',
      photo: 'photo',
      spouse: 'spouse',
      children: 'children',
      assistant: 'assistant',
      manager: 'manager',
      referredBy: 'recommended by',
      handle: 'messaging account',
      connectedOn: 'day of connecting',
      flag: 'nothing of use',
      unknown: 'not known, kept as it is',
    },
  },
  fr: {
    place: { work: 'travail', home: 'domicile', other: 'autre' },
    meaning: {
      full: 'nom complet',
      given: 'prénom',
      middle: 'autre prénom',
      family: 'nom de famille',
      salutation: 'civilité',
      prefix: 'titre avant le nom',
      suffix: 'suffixe',
      nickname: 'surnom',
      maiden: 'nom de naissance',
      phoneticGiven: 'prénom phonétique',
      phoneticFamily: 'nom phonétique',
      organization: 'organisation',
      department: 'service',
      title: 'fonction',
      role: 'profession',
      orgLocation: 'bureau',
      email: 'adresse e-mail',
      emailType: 'sorte d’adresse e-mail',
      fileAs: 'clé de tri',
      emailName: 'nom à côté de l’adresse e-mail',
      phone: 'téléphone',
      mobile: 'téléphone mobile',
      fax: 'télécopie',
      pager: 'radiomessagerie',
      car: 'téléphone de voiture',
      telex: 'télex',
      tty: 'téléphone à texte',
      labelled: 'téléphone',
      address: 'adresse',
      birthday: 'anniversaire',
      anniversary: 'anniversaire de mariage',
      url: 'adresse web',
      linkedin: 'profil sur LinkedIn',
      notes: 'notes',
      categories: 'catégories',
      gender: 'sexe',
      language: 'langue',
      photo: 'photo',
      spouse: 'conjoint',
      children: 'enfants',
      assistant: 'assistant',
      manager: 'responsable',
      referredBy: 'recommandé par',
      handle: 'compte de messagerie',
      connectedOn: 'jour de la mise en relation',
      flag: 'rien d’utile',
      unknown: 'inconnue, gardée telle quelle',
    },
  },
})

const addressWords = new Set(['work', 'home', 'other'])

/** "telephone (work)"; a meaning that somebody invented is told as it is. */
export function meaningWords(locale: Locale, meaning: string): string {
  const { place: places, meaning: meanings } = columnWords[locale]
  const [head = '', tail = ''] = meaning.split('.')
  const word = meaningOf(meanings, addressWords.has(head) ? 'address' : /^birth[A-Z]/u.test(head) ? 'birthday' : head) ?? meaning
  const place = meaningOf(places, addressWords.has(head) ? head : tail)
  return place === undefined ? word : `${word} (${place})`
}

const meaningOf = (table: Readonly<Record<string, string>>, key: string) => (Object.hasOwn(table, key) ? table[key] : undefined)
