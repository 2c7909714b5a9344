// The front door and Today, in words.
import { catalogue } from './catalogue.ts'
import { plural } from './format.ts'

export const home = catalogue({
  en: {
    promise: 'Find the person you need, and who can introduce you.',
    lead: 'Entregent is a professional network that belongs to those who host it. You bring the people you know; it shows the chain of trust to the person you are looking for, and carries your request along it, with everybody’s consent.',
    points: {
      way: {
        title: 'The way in',
        text: 'For anyone you look for: who can introduce you, why they can, and how well they know each other.',
      },
      reach: {
        title: 'Reached only by whom you wish',
        text: 'You decide who may reach you, for which purpose, and from how far. A refusal is never told.',
      },
      calm: {
        title: 'Two minutes, then back to work',
        text: 'No feed, no advertising, no reminders. Open it, do what you came for, close it.',
      },
    },
    example: {
      name: 'Nikhil Desai-Caron',
      role: 'Expert in secure payments',
      canIntroduce: 'Camille can introduce you: nine years in the same newsroom as you, and she knows Nikhil well.',
    },
    join: 'Join, free of charge',
    signIn: 'I am a member already',
    today: ({ name }: { name: string }) => `Good day, ${name}`,
    nothing: 'Nothing awaits you. That is all for today.',
    findSomebody: 'Find somebody',
    invitations: ({ count }: { count: number }) =>
      plural('en', count, { one: '# invitation awaits your answer', other: '# invitations await your answer' }),
    toForward: ({ count }: { count: number }) =>
      plural('en', count, { one: '# person asks you to introduce them', other: '# people ask you to introduce them' }),
    offered: ({ count }: { count: number }) =>
      plural('en', count, { one: '# person was introduced to you', other: '# people were introduced to you' }),
    unread: ({ count }: { count: number }) =>
      plural('en', count, { one: '# conversation with something new', other: '# conversations with something new' }),
    see: 'See',
    answer: 'Answer',
    unanswered: 'You have not said yet who may find you: until you do, nobody can.',
    answerNow: 'Answer now',
  },
  fr: {
    promise: 'Trouvez la personne qu’il vous faut, et qui peut vous présenter.',
    lead: 'Entregent est un réseau professionnel qui appartient à ceux qui l’hébergent. Vous y amenez les gens que vous connaissez\u00a0; il montre la chaîne de confiance jusqu’à la personne que vous cherchez, et y porte votre demande, avec l’accord de chacun.',
    points: {
      way: {
        title: 'Le chemin',
        text: 'Pour quiconque vous cherchez\u00a0: qui peut vous présenter, pourquoi, et à quel point ils se connaissent.',
      },
      reach: {
        title: 'Joint par qui vous voulez seulement',
        text: 'Vous décidez qui peut vous joindre, pour quel motif, et de quelle distance. Un refus n’est jamais dit.',
      },
      calm: {
        title: 'Deux minutes, puis au travail',
        text: 'Ni fil, ni publicité, ni relances. Ouvrez, faites ce pour quoi vous veniez, refermez.',
      },
    },
    example: {
      name: 'Nikhil Desai-Caron',
      role: 'Expert en paiements sécurisés',
      canIntroduce: 'Camille peut vous présenter\u00a0: neuf ans dans la même rédaction que vous, et elle connaît bien Nikhil.',
    },
    join: 'Devenir membre, gratuitement',
    signIn: 'Je suis déjà membre',
    today: ({ name }) => `Bonjour, ${name}`,
    nothing: 'Rien ne vous attend. C’est tout pour aujourd’hui.',
    findSomebody: 'Trouver quelqu’un',
    invitations: ({ count }) =>
      plural('fr', count, { one: '# invitation attend votre réponse', other: '# invitations attendent votre réponse' }),
    toForward: ({ count }) =>
      plural('fr', count, { one: '# personne vous demande de la présenter', other: '# personnes vous demandent de les présenter' }),
    offered: ({ count }) => plural('fr', count, { one: '# personne vous a été présentée', other: '# personnes vous ont été présentées' }),
    unread: ({ count }) => plural('fr', count, { one: '# conversation avec du nouveau', other: '# conversations avec du nouveau' }),
    see: 'Voir',
    answer: 'Répondre',
    unanswered: 'Vous n’avez pas encore dit qui peut vous trouver\u00a0: d’ici là, personne ne le peut.',
    answerNow: 'Répondre maintenant',
  },
})
