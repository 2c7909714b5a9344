// What mails say. A subject, a few sentences, one act; who reads it knows why it came.
import { catalogue } from './catalogue.ts'

interface Name {
  name: string
}
interface Two {
  name: string
  target: string
}

export const mail = catalogue({
  en: {
    hello: ({ name }: Name) => `Hello ${name},`,
    footer: ({ name: instance }: Name) => `This mail was sent by ${instance} because of what is said above, and not to a list.`,
    stop: 'No more mails of this kind:',
    ifNotYou: 'If you did not ask for this, do nothing: without this link nothing happens.',
    join: {
      subject: 'Your account on Entregent',
      text: 'Somebody, probably you, wants to join Entregent with this address. This link, good for 24 hours, goes on from there.',
      act: 'Create my account',
    },
    alreadyMember: {
      subject: 'You are a member already',
      text: 'Somebody, probably you, wanted to join Entregent with this address: it has an account already. This link, good for an hour, signs you in.',
      act: 'Sign in',
    },
    signIn: { subject: 'Your link to sign in', text: 'This link, good for an hour, signs you in once.', act: 'Sign in' },
    noAccount: {
      subject: 'No account with this address',
      text: 'Somebody, probably you, asked to sign in to Entregent with this address. It has no account here; perhaps another of your addresses has.',
      act: 'Join Entregent',
    },
    reset: {
      subject: 'A new password',
      text: 'This link, good for an hour, lets you choose a new password. Your other sessions will end.',
      act: 'Choose a password',
    },
    changeEmail: {
      subject: 'Your new address',
      text: 'This link, good for 24 hours, makes this address the one you sign in with.',
      act: 'Use this address',
    },
    addressInUse: {
      subject: 'This address has an account already',
      text: 'A member wanted to use this address as theirs. It has an account already, so nothing was changed.',
    },
    invitation: {
      subject: ({ name }: Name) => `${name} invites you to connect`,
      text: ({ name }: Name) => `${name} would like to be connected with you on Entregent.`,
      act: 'See the invitation',
      quiet: 'If you would rather not, simply leave it: nobody is told.',
    },
    accepted: {
      subject: ({ name }: Name) => `You and ${name} are connected`,
      text: ({ name }: Name) => `${name} accepted your invitation.`,
      act: 'Write a message',
    },
    asked: {
      subject: ({ name, target }: Two) => `${name} asks you to introduce them to ${target}`,
      text: ({ name, target }: Two) => `${name} is looking for a way to ${target}, whom you know.`,
      purpose: ({ name }: Name) => `Purpose: ${name}`,
      act: 'Read and decide',
      quiet: 'You may pass it on in your own words, or let it rest: nobody is told of the latter.',
    },
    offered: {
      subject: ({ name }: Name) => `${name} would like to reach you`,
      text: ({ name, target }: Two) => `${target} passes on to you the request of ${name}.`,
      direct: ({ name }: Name) => `${name} writes to you for a purpose that you take directly.`,
      act: 'Read and answer',
      quiet: 'If you would rather not, simply leave it: nobody is told.',
    },
    introductionAccepted: {
      subject: ({ name }: Name) => `${name} accepted your request`,
      text: ({ name }: Name) => `${name} is glad to speak with you. Your conversation is open.`,
      act: 'Open the conversation',
    },
    closed: {
      subject: ({ name }: Name) => `Your request to reach ${name} has ended`,
      text: ({ name }: Name) =>
        `Your request to reach ${name} was not taken up within its fourteen days, and has closed. That happens for many reasons.`,
      act: 'See other ways in',
    },
  },
  fr: {
    hello: ({ name }) => `Bonjour ${name},`,
    footer: ({ name: instance }) => `Ce courriel vous est envoyé par ${instance} pour la raison dite plus haut, et non à une liste.`,
    stop: 'Ne plus recevoir ce genre de courriel\u00a0:',
    ifNotYou: 'Si vous n’avez rien demandé, ne faites rien\u00a0: sans ce lien, il ne se passe rien.',
    join: {
      subject: 'Votre compte sur Entregent',
      text: 'Quelqu’un, vous sans doute, veut devenir membre d’Entregent avec cette adresse. Ce lien, valable 24 heures, permet de continuer.',
      act: 'Créer mon compte',
    },
    alreadyMember: {
      subject: 'Vous êtes déjà membre',
      text: 'Quelqu’un, vous sans doute, voulait devenir membre d’Entregent avec cette adresse\u00a0: elle a déjà un compte. Ce lien, valable une heure, vous y connecte.',
      act: 'Me connecter',
    },
    signIn: { subject: 'Votre lien de connexion', text: 'Ce lien, valable une heure, vous connecte une fois.', act: 'Me connecter' },
    noAccount: {
      subject: 'Aucun compte à cette adresse',
      text: 'Quelqu’un, vous sans doute, a demandé à se connecter à Entregent avec cette adresse. Elle n’a pas de compte ici\u00a0; peut-être une autre de vos adresses en a-t-elle un.',
      act: 'Devenir membre',
    },
    reset: {
      subject: 'Un nouveau mot de passe',
      text: 'Ce lien, valable une heure, permet de choisir un nouveau mot de passe. Vos autres sessions prendront fin.',
      act: 'Choisir un mot de passe',
    },
    changeEmail: {
      subject: 'Votre nouvelle adresse',
      text: 'Ce lien, valable 24 heures, fait de cette adresse celle de votre compte.',
      act: 'Utiliser cette adresse',
    },
    addressInUse: {
      subject: 'Cette adresse a déjà un compte',
      text: 'Un membre voulait faire de cette adresse la sienne. Elle a déjà un compte\u00a0: rien n’a changé.',
    },
    invitation: {
      subject: ({ name }) => `${name} vous invite à entrer en relation`,
      text: ({ name }) => `${name} aimerait être en relation avec vous sur Entregent.`,
      act: 'Voir l’invitation',
      quiet: 'Si vous préférez que non, laissez-la simplement\u00a0: personne n’en saura rien.',
    },
    accepted: {
      subject: ({ name }) => `Vous êtes en relation avec ${name}`,
      text: ({ name }) => `${name} a accepté votre invitation.`,
      act: 'Écrire un message',
    },
    asked: {
      subject: ({ name, target }) => `${name} vous demande une présentation à ${target}`,
      text: ({ name, target }) => `${name} cherche un chemin vers ${target}, que vous connaissez.`,
      purpose: ({ name }) => `Motif\u00a0: ${name}`,
      act: 'Lire et décider',
      quiet: 'Vous pouvez transmettre avec vos mots, ou laisser reposer\u00a0: dans ce cas, personne n’en saura rien.',
    },
    offered: {
      subject: ({ name }) => `${name} aimerait vous joindre`,
      text: ({ name, target }) => `${target} vous transmet la demande de ${name}.`,
      direct: ({ name }) => `${name} vous écrit pour un motif que vous recevez directement.`,
      act: 'Lire et répondre',
      quiet: 'Si vous préférez que non, laissez-la simplement\u00a0: personne n’en saura rien.',
    },
    introductionAccepted: {
      subject: ({ name }) => `${name} a accepté votre demande`,
      text: ({ name }) => `${name} veut bien vous parler. Votre conversation est ouverte.`,
      act: 'Ouvrir la conversation',
    },
    closed: {
      subject: ({ name }) => `Votre demande de joindre ${name} a pris fin`,
      text: ({ name }) =>
        `Votre demande de joindre ${name} n’a pas eu de suite dans les quatorze jours, et s’est fermée. Cela arrive pour bien des raisons.`,
      act: 'Voir d’autres chemins',
    },
  },
})
