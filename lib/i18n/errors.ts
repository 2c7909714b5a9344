// Every error of lib/base/errors.ts in words: what happened, and what was kept. The types demand both languages for each code.
import type {
  AnyAppError,
  ErrorCode,
  ErrorDetails,
  FieldError,
  FieldErrorCode,
  FileFault,
  FileProblem,
  ImportLimit,
} from '@entregent/lib/base/errors.ts'
import type { Locale } from '@entregent/lib/base/locale.ts'
import { catalogue } from './catalogue.ts'
import { formatDay, formatNumber, plural } from './format.ts'
import { fileFaults, fileProblems, limitWords } from './formats.ts'

type Sentence<Code extends ErrorCode> = undefined extends ErrorDetails[Code]
  ? string
  : Code extends 'invalid_input'
    ? string
    : (values: ErrorDetails[Code]) => string
type Sentences = { readonly [Code in ErrorCode]: Sentence<Code> }
type FieldSentences = { readonly [Code in FieldErrorCode]: string | ((values: { limit: number }) => string) }

const megabytes = (locale: Locale, bytes: number) => formatNumber(locale, Math.round(bytes / 1_048_576))
const minutes = (locale: Locale, seconds: number) => {
  const count = Math.max(1, Math.ceil(seconds / 60))
  return plural(locale, count, { one: '# minute', other: '# minutes' })
}

const en = {
  not_found: 'This page does not exist, or is not open to you.',
  not_signed_in: 'Sign in to go on.',
  recent_sign_in_needed: 'Sign in again to do this.',
  forbidden_origin: 'This request came from another site and was refused. Nothing was changed.',
  method_not_allowed: 'This address does not take that kind of request.',
  invalid_input: 'Some fields need your attention. What you wrote was kept.',
  wrong_credentials: 'That address and password do not go together.',
  link_spent: 'This link has been used or has expired. Ask for a new one.',
  handle_taken: 'That address of a profile is taken.',
  stale_version: 'Somebody, perhaps you in another window, changed this meanwhile. Your text was kept: look at both, then save again.',
  photo_unreadable: 'This file could not be read as a picture. JPEG, PNG and WebP are.',
  already_connected: 'You are already connected.',
  invitation_open: 'There is an open invitation between you already.',
  invitation_closed: 'This invitation is no longer open.',
  invitation_to_self: 'You cannot invite yourself.',
  not_connected: 'You are not connected.',
  introduction_open: 'You have already asked to reach this person: that request is still open.',
  introduction_closed: 'This request is no longer open.',
  introduction_no_way: 'That way in is no longer there. Choose another.',
  purpose_closed: 'This person does not take requests for that purpose in that way.',
  conversation_closed: 'You can read this conversation, but no longer write in it.',
  network_loading: 'The network is still loading. Try again in a moment.',
  seed_not_empty: 'The database already holds members. Use --force to add to it.',
  body_too_large: ({ limitBytes }: { limitBytes: number }) => `This is larger than ${megabytes('en', limitBytes)} MB. Nothing was changed.`,
  too_many_requests: ({ retryAfterSeconds }: { retryAfterSeconds: number }) =>
    `Too many attempts. Try again in ${minutes('en', retryAfterSeconds)}.`,
  photo_too_large: ({ limitBytes }: { limitBytes: number }) => `This picture is larger than ${megabytes('en', limitBytes)} MB.`,
  invitation_limit: ({ limit }: { limit: number }) =>
    `You have ${limit} invitations open, the most there may be. Withdraw some, or wait for answers.`,
  introduction_limit: ({ limit }: { limit: number }) =>
    `You have ${limit} requests open, the most there may be. Withdraw one, or wait for answers.`,
  introduction_cooling_down: ({ until }: { until: string }) =>
    `You asked to reach this person not long ago. You may ask again from ${formatDay('en', until, 'UTC')}.`,
  config_invalid: ({ variable, problem }: { variable: string; problem: string }) => `The setting ${variable} is wrong: ${problem}`,
  database_unreachable: ({ problem }: { problem: string }) => `The database does not answer: ${problem}`,
  database_account_missing: ({ uid }: { uid: number }) =>
    `PostgreSQL needs an account for user number ${uid}: add a line for it to /etc/passwd.`,
  database_start_failed: ({ log }: { log: string }) => `PostgreSQL did not start. Its log ends with:\n${log}`,
  port_in_use: ({ port }: { port: number }) => `Port ${port} is taken by another program. Stop it, or choose another with PORT.`,
  data_dir_in_use: ({ dataDir, pid }: { dataDir: string; pid?: number | undefined }) =>
    `Another Entregent${pid ? ` (process ${pid})` : ''} already runs on ${dataDir}. Stop it, or choose another folder with DATA_DIR.`,
  usage: ({ problem }: { problem: string }) => problem,
  file_unreadable: ({ file, problem }: { file: string; problem: FileProblem }) => `${file} cannot be opened: ${fileProblems.en[problem]}.`,
  file_unwritable: ({ file, problem }: { file: string; problem: FileProblem }) => `${file} cannot be written: ${fileProblems.en[problem]}.`,
  format_unknown: 'This file is none that is read here: no contacts, no card and no profile was recognised in it.',
  file_broken: ({ reason, entry }: { reason: FileFault; entry?: string }) =>
    `The file${entry ? ` (${entry})` : ''} cannot be read: ${fileFaults.en[reason]}.`,
  encoding_wrong: ({ encoding, line }: { encoding: string; line: number }) =>
    `The file is not written in ${encoding}: line ${line} cannot be.`,
  import_limit: ({ limit, allowed }: { limit: ImportLimit; allowed: number }) =>
    `The file passes a limit: more than ${limitWords('en', limit, allowed)}. What was read before is kept.`,
} satisfies Sentences

const enFields = {
  required: 'Fill this in.',
  invalid: 'This cannot be read.',
  invalid_email: 'This does not look like an e-mail address.',
  invalid_url: 'This does not look like a web address (https://…).',
  invalid_month: 'Give a month such as 2006-05.',
  invalid_choice: 'Choose one of the answers.',
  ends_before_start: 'This ends before it starts.',
  too_common: 'This password is among the most common ones: choose another.',
  wrong_password: 'This is not your present password.',
  unknown_field: 'This field is unknown here.',
  too_long: ({ limit }: { limit: number }) => plural('en', limit, { one: 'At most # character.', other: 'At most # characters.' }),
  too_short: ({ limit }: { limit: number }) => plural('en', limit, { one: 'At least # character.', other: 'At least # characters.' }),
  too_many: ({ limit }: { limit: number }) => `At most ${formatNumber('en', limit)}.`,
} satisfies FieldSentences

const fr = {
  not_found: 'Cette page n’existe pas, ou ne vous est pas ouverte.',
  not_signed_in: 'Connectez-vous pour continuer.',
  recent_sign_in_needed: 'Connectez-vous de nouveau pour faire cela.',
  forbidden_origin: 'Cette demande venait d’un autre site et a été refusée. Rien n’a changé.',
  method_not_allowed: 'Cette adresse n’accepte pas ce type de demande.',
  invalid_input: 'Certains champs sont à revoir. Ce que vous avez écrit est conservé.',
  wrong_credentials: 'Cette adresse et ce mot de passe ne vont pas ensemble.',
  link_spent: 'Ce lien a déjà servi ou a expiré. Demandez-en un nouveau.',
  handle_taken: 'Cette adresse de profil est déjà prise.',
  stale_version:
    'Quelqu’un, vous peut-être dans une autre fenêtre, a modifié ceci entre-temps. Votre texte est conservé : comparez, puis enregistrez de nouveau.',
  photo_unreadable: 'Ce fichier n’a pas pu être lu comme une image. JPEG, PNG et WebP le sont.',
  already_connected: 'Vous êtes déjà en relation.',
  invitation_open: 'Une invitation est déjà ouverte entre vous.',
  invitation_closed: 'Cette invitation n’est plus ouverte.',
  invitation_to_self: 'Vous ne pouvez pas vous inviter vous-même.',
  not_connected: 'Vous n’êtes pas en relation.',
  introduction_open: 'Vous avez déjà demandé à joindre cette personne : cette demande est encore ouverte.',
  introduction_closed: 'Cette demande n’est plus ouverte.',
  introduction_no_way: 'Ce chemin n’existe plus. Choisissez-en un autre.',
  purpose_closed: 'Cette personne ne reçoit pas de demandes pour ce motif par cette voie.',
  conversation_closed: 'Vous pouvez lire cette conversation, mais plus y écrire.',
  network_loading: 'Le réseau se charge encore. Réessayez dans un instant.',
  seed_not_empty: 'La base contient déjà des membres. Utilisez --force pour y ajouter.',
  body_too_large: ({ limitBytes }: { limitBytes: number }) => `Ceci dépasse ${megabytes('fr', limitBytes)} Mo. Rien n’a changé.`,
  too_many_requests: ({ retryAfterSeconds }: { retryAfterSeconds: number }) =>
    `Trop de tentatives. Réessayez dans ${minutes('fr', retryAfterSeconds)}.`,
  photo_too_large: ({ limitBytes }: { limitBytes: number }) => `Cette image dépasse ${megabytes('fr', limitBytes)} Mo.`,
  invitation_limit: ({ limit }: { limit: number }) =>
    `Vous avez ${limit} invitations ouvertes, le maximum. Retirez-en, ou attendez des réponses.`,
  introduction_limit: ({ limit }: { limit: number }) =>
    `Vous avez ${limit} demandes ouvertes, le maximum. Retirez-en une, ou attendez des réponses.`,
  introduction_cooling_down: ({ until }: { until: string }) =>
    `Vous avez demandé à joindre cette personne il y a peu. Vous pourrez redemander à partir du ${formatDay('fr', until, 'UTC')}.`,
  config_invalid: ({ variable, problem }: { variable: string; problem: string }) => `Le réglage ${variable} est erroné : ${problem}`,
  database_unreachable: ({ problem }: { problem: string }) => `La base de données ne répond pas : ${problem}`,
  database_account_missing: ({ uid }: { uid: number }) =>
    `PostgreSQL a besoin d’un compte pour l’utilisateur numéro ${uid} : ajoutez-lui une ligne dans /etc/passwd.`,
  database_start_failed: ({ log }: { log: string }) => `PostgreSQL n’a pas démarré. Son journal se termine par :\n${log}`,
  port_in_use: ({ port }: { port: number }) =>
    `Le port ${port} est pris par un autre programme. Arrêtez-le, ou choisissez-en un autre avec PORT.`,
  data_dir_in_use: ({ dataDir, pid }: { dataDir: string; pid?: number | undefined }) =>
    `Un autre Entregent${pid ? ` (processus ${pid})` : ''} tourne déjà sur ${dataDir}. Arrêtez-le, ou choisissez un autre dossier avec DATA_DIR.`,
  usage: ({ problem }: { problem: string }) => problem,
  file_unreadable: ({ file, problem }: { file: string; problem: FileProblem }) =>
    `${file} ne peut pas être ouvert : ${fileProblems.fr[problem]}.`,
  file_unwritable: ({ file, problem }: { file: string; problem: FileProblem }) =>
    `${file} ne peut pas être écrit : ${fileProblems.fr[problem]}.`,
  format_unknown: 'Ce fichier n’est pas de ceux qui se lisent ici : ni contacts, ni carte, ni profil n’y ont été reconnus.',
  file_broken: ({ reason, entry }: { reason: FileFault; entry?: string }) =>
    `Le fichier${entry ? ` (${entry})` : ''} ne peut pas être lu : ${fileFaults.fr[reason]}.`,
  encoding_wrong: ({ encoding, line }: { encoding: string; line: number }) =>
    `Le fichier n’est pas écrit en ${encoding} : la ligne ${line} ne peut pas l’être.`,
  import_limit: ({ limit, allowed }: { limit: ImportLimit; allowed: number }) =>
    `Le fichier passe une limite : plus de ${limitWords('fr', limit, allowed)}. Ce qui a été lu avant est gardé.`,
} satisfies Sentences

const frFields = {
  required: 'À remplir.',
  invalid: 'Ceci est illisible.',
  invalid_email: 'Ceci ne ressemble pas à une adresse électronique.',
  invalid_url: 'Ceci ne ressemble pas à une adresse web (https://…).',
  invalid_month: 'Donnez un mois, comme 2006-05.',
  invalid_choice: 'Choisissez une des réponses.',
  ends_before_start: 'Ceci se termine avant de commencer.',
  too_common: 'Ce mot de passe est parmi les plus courants : choisissez-en un autre.',
  wrong_password: 'Ce n’est pas votre mot de passe actuel.',
  unknown_field: 'Ce champ est inconnu ici.',
  too_long: ({ limit }: { limit: number }) => plural('fr', limit, { one: 'Au plus # caractère.', other: 'Au plus # caractères.' }),
  too_short: ({ limit }: { limit: number }) => plural('fr', limit, { one: 'Au moins # caractère.', other: 'Au moins # caractères.' }),
  too_many: ({ limit }: { limit: number }) => `Au plus ${formatNumber('fr', limit)}.`,
} satisfies FieldSentences

const sentences = catalogue({ en: { codes: en, fields: enFields }, fr: { codes: fr, fields: frFields } })

/** The error in the reader's language. */
export function errorSentence(locale: Locale, error: AnyAppError): string {
  const sentence = sentences[locale].codes[error.code] as string | ((values: unknown) => string)
  return typeof sentence === 'string' ? sentence : sentence(error.details)
}

/** What is wrong with one field, in the reader's language. */
export function fieldSentence(locale: Locale, error: FieldError): string {
  const sentence = sentences[locale].fields[error.code]
  return typeof sentence === 'string' ? sentence : sentence({ limit: error.limit ?? 0 })
}

export const fallback = catalogue({
  en: {
    title: 'Something broke',
    text: 'It is our fault, and it was recorded. Your last saved work is safe.',
    requestId: ({ id }: { id: string }) => `If you report it, give this number: ${id}`,
  },
  fr: {
    title: 'Quelque chose s’est brisé',
    text: 'C’est notre faute, et c’est consigné. Votre dernier enregistrement est en sûreté.',
    requestId: ({ id }) => `Si vous le signalez, donnez ce numéro : ${id}`,
  },
})
