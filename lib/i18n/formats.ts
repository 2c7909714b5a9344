// Words about files of contacts and profiles: what is wrong with a file, which limit it passed.
import type { FileFault, FileProblem, ImportLimit } from '@entregent/lib/base/errors.ts'
import type { Locale } from '@entregent/lib/base/locale.ts'
import { formatNumber } from './format.ts'

type FaultWords = Readonly<Record<FileFault, string>>

/** What is wrong with a file as a whole, to follow a colon. */
export const fileFaults: Readonly<Record<Locale, FaultWords>> = {
  en: {
    truncated: 'it ends too early',
    encrypted: 'it is encrypted',
    overlapping: 'some of its entries overlap',
    lying_size: 'it states sizes that are not true',
    unsafe_path: 'it names files outside its own folder',
    nested: 'it holds an archive within the archive',
    compression: 'it is compressed in a way that is not read here',
    checksum: 'its content was damaged',
    syntax: 'it breaks the rules of its format',
    too_deep: 'it is nested too deeply',
    workbook: 'it is a spreadsheet’s workbook; save it as CSV there, and read that',
    no_card: 'it is a web page without contacts',
  },
  fr: {
    truncated: 'il se termine trop tôt',
    encrypted: 'il est chiffré',
    overlapping: 'certaines de ses entrées se chevauchent',
    lying_size: 'il annonce des tailles fausses',
    unsafe_path: 'il nomme des fichiers hors de son propre dossier',
    nested: 'il contient une archive dans l’archive',
    compression: 'il est compressé d’une manière qui n’est pas lue ici',
    checksum: 'son contenu est abîmé',
    syntax: 'il ne suit pas les règles de son format',
    too_deep: 'il est imbriqué trop profondément',
    workbook: 'c’est un classeur de tableur\u00a0; enregistrez-le là au format CSV, et lisez celui-ci',
    no_card: 'c’est une page web sans contacts',
  },
}

/** Why a file cannot be opened or written, to follow a colon. */
export const fileProblems: Readonly<Record<Locale, Readonly<Record<FileProblem, string>>>> = {
  en: {
    missing: 'there is no such file or folder',
    folder: 'it is a folder',
    forbidden: 'permission is missing',
    full: 'the disk is full',
    other: 'the system refuses',
  },
  fr: {
    missing: 'ce fichier ou ce dossier n’existe pas',
    folder: 'c’est un dossier',
    forbidden: 'l’autorisation manque',
    full: 'le disque est plein',
    other: 'le système refuse',
  },
}

/** The limit that a file passed, with its figure, to follow "more than". */
export function limitWords(locale: Locale, limit: ImportLimit, allowed: number): string {
  const figure = formatNumber(locale, allowed)
  const megabytes = formatNumber(locale, Math.max(1, Math.round(allowed / 1_048_576)))
  const seconds = formatNumber(locale, Math.max(1, Math.round(allowed / 1_000)))
  const words: Readonly<Record<Locale, Readonly<Record<ImportLimit, string>>>> = {
    en: {
      bytesIn: `${megabytes} MB`,
      bytesOut: `${megabytes} MB once unpacked`,
      entryBytes: `${megabytes} MB in one entry`,
      entries: `${figure} entries`,
      records: `${figure} records`,
      cellBytes: `${megabytes} MB in one cell`,
      parts: `${figure} parts in one record`,
      milliseconds: `${seconds} s of reading`,
    },
    fr: {
      bytesIn: `${megabytes} Mo`,
      bytesOut: `${megabytes} Mo une fois décompressé`,
      entryBytes: `${megabytes} Mo dans une entrée`,
      entries: `${figure} entrées`,
      records: `${figure} fiches`,
      cellBytes: `${megabytes} Mo dans une cellule`,
      parts: `${figure} éléments dans une fiche`,
      milliseconds: `${seconds} s de lecture`,
    },
  }
  return words[locale][limit]
}
