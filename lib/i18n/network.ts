// Connections and invitations in words.
import type { Locale } from '@entregent/lib/base/locale.ts'
import type { Relationship } from '@entregent/lib/base/words.ts'
import { catalogue } from './catalogue.ts'
import { formatNumber, formatYears, plural } from './format.ts'

export const network = catalogue({
  en: {
    title: 'My network',
    counts: ({ first, second, third, exact }: { first: number; second: number; third: number; exact: { third: boolean } }) =>
      `${plural('en', first, { one: '# connection', other: '# connections' })} · ${formatNumber('en', second)} in the 2nd degree · ${exact.third ? '' : 'about '}${formatNumber('en', third)} in the 3rd`,
    loading: 'The network is loading, or very busy…',
    filterLabel: 'Filter by name',
    none: 'You are not connected to anybody yet. Find somebody you know, and invite them.',
    noneFound: 'None of your connections has that name.',
    findPeople: 'Find people',
    since: ({ day }: { day: string }) => `connected since ${day}`,
    strengthLegend: ({ name }: { name: string }) => `How well do you know ${name}? Only you see this.`,
    hide: 'Do not use this tie to help others find a way',
    hidden: 'Hidden from everyone else',
    show: 'Let this tie help others find a way',
    disconnect: 'Disconnect',
    disconnectSure: ({ name }: { name: string }) => `${name} will not be told. What you wrote to each other stays readable.`,
    disconnected: 'You are no longer connected.',
    options: 'Options',
    write: 'Write',
    invitations: 'Invitations',
    received: 'Received',
    sent: 'Sent',
    noReceived: 'Nobody is waiting for your answer.',
    noSent: 'You have no invitation open.',
    accept: 'Accept',
    ignore: 'Ignore',
    unknownPerson: 'I don’t know this person',
    spam: 'This is spam',
    quiet: 'Whatever you choose, the sender is told nothing unless you accept.',
    withdraw: 'Withdraw',
    withdrawn: 'The invitation was withdrawn.',
    setAside: 'The invitation was put aside. Its sender sees no difference.',
    accepted: 'You are now connected.',
    inviteTitle: ({ name }: { name: string }) => `Invite ${name} to connect`,
    howDoYouKnow: ({ name }: { name: string }) => `How do you know ${name}?`,
    howHint: 'Both of you will see it. It is what makes a way in worth something.',
    relationshipOf: {
      colleague: 'We work or worked together',
      classmate: 'We studied together',
      client: 'They are or were my client',
      supplier: 'They are or were my supplier',
      met_at: 'We met at an event',
      friend: 'We are friends',
      other: 'Otherwise',
    },
    contextLabel: 'Where',
    contextHint: 'The organization, school or event',
    fromLabel: 'From (month)',
    toLabel: 'To (month)',
    noteLabel: 'A word to go with it',
    strengthLabel: 'How well do you know each other?',
    strengthHint: 'Private: only you see it.',
    send: 'Send the invitation',
    sentDone: ({ name }: { name: string }) => `Your invitation to ${name} is on its way.`,
    openAlready: 'Your invitation is open.',
    invite: 'Invite to connect',
  },
  fr: {
    title: 'Mon réseau',
    counts: ({ first, second, third, exact }) =>
      `${plural('fr', first, { one: '# relation', other: '# relations', many: '# de relations' })} · ${formatNumber('fr', second)} au 2ᵉ degré · ${exact.third ? '' : 'environ '}${formatNumber('fr', third)} au 3ᵉ`,
    loading: 'Le réseau se charge, ou est très sollicité…',
    filterLabel: 'Filtrer par nom',
    none: 'Vous n’êtes encore en relation avec personne. Trouvez quelqu’un que vous connaissez, et invitez-le.',
    noneFound: 'Aucune de vos relations ne porte ce nom.',
    findPeople: 'Trouver des personnes',
    since: ({ day }) => `en relation depuis le ${day}`,
    strengthLegend: ({ name }) => `Connaissez-vous bien ${name} ? Vous seul le voyez.`,
    hide: 'Ne pas se servir de ce lien pour ouvrir un chemin à d’autres',
    hidden: 'Caché à tous les autres',
    show: 'Laisser ce lien ouvrir un chemin à d’autres',
    disconnect: 'Mettre fin à la relation',
    disconnectSure: ({ name }) => `${name} n’en saura rien. Ce que vous vous êtes écrit reste lisible.`,
    disconnected: 'La relation a pris fin.',
    options: 'Options',
    write: 'Écrire',
    invitations: 'Invitations',
    received: 'Reçues',
    sent: 'Envoyées',
    noReceived: 'Personne n’attend votre réponse.',
    noSent: 'Vous n’avez aucune invitation ouverte.',
    accept: 'Accepter',
    ignore: 'Ignorer',
    unknownPerson: 'Je ne connais pas cette personne',
    spam: 'C’est du pourriel',
    quiet: 'Quoi que vous choisissiez, l’expéditeur n’en sait rien, sauf si vous acceptez.',
    withdraw: 'Retirer',
    withdrawn: 'L’invitation est retirée.',
    setAside: 'L’invitation est mise de côté. Son expéditeur ne voit aucune différence.',
    accepted: 'Vous êtes maintenant en relation.',
    inviteTitle: ({ name }) => `Inviter ${name} à entrer en relation`,
    howDoYouKnow: ({ name }) => `D’où connaissez-vous ${name} ?`,
    howHint: 'Vous le verrez tous les deux. C’est ce qui donne sa valeur à un chemin.',
    relationshipOf: {
      colleague: 'Nous travaillons ou avons travaillé ensemble',
      classmate: 'Nous avons étudié ensemble',
      client: 'C’est ou c’était mon client, ma cliente',
      supplier: 'C’est ou c’était mon fournisseur, ma fournisseuse',
      met_at: 'Nous nous sommes rencontrés à un événement',
      friend: 'Nous sommes amis',
      other: 'Autrement',
    },
    contextLabel: 'Où',
    contextHint: 'L’organisation, l’école ou l’événement',
    fromLabel: 'De (mois)',
    toLabel: 'À (mois)',
    noteLabel: 'Un mot pour l’accompagner',
    strengthLabel: 'Vous connaissez-vous bien ?',
    strengthHint: 'Privé : vous seul le voyez.',
    send: 'Envoyer l’invitation',
    sentDone: ({ name }) => `Votre invitation à ${name} est en route.`,
    openAlready: 'Votre invitation est ouverte.',
    invite: 'Inviter à entrer en relation',
  },
})

/** How the reader knows somebody, in a few words: `Colleague · La Presse · 2001–2006`. */
export function relationshipLine(
  locale: Locale,
  tie: {
    readonly relationship: Relationship
    readonly context: string | null
    readonly startedOn: string | null
    readonly endedOn: string | null
  },
): string {
  const kind = { en: enKinds, fr: frKinds }[locale][tie.relationship]
  return [kind, tie.context, formatYears(locale, tie.startedOn, tie.endedOn)].filter(Boolean).join(' · ')
}

const enKinds: Readonly<Record<Relationship, string>> = {
  colleague: 'Colleague',
  classmate: 'Classmate',
  client: 'Your client',
  supplier: 'Your supplier',
  met_at: 'You met',
  friend: 'Friend',
  other: 'You know each other',
}
const frKinds: Readonly<Record<Relationship, string>> = {
  colleague: 'Collègue',
  classmate: 'Camarade d’études',
  client: 'Votre client',
  supplier: 'Votre fournisseur',
  met_at: 'Vous vous êtes rencontrés',
  friend: 'Ami',
  other: 'Vous vous connaissez',
}
