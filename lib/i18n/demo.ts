// The demonstration's own page.
import { catalogue } from './catalogue.ts'

export const demo = catalogue({
  en: {
    title: 'Who would you like to be?',
    text: 'A village of invented people who know each other. Be one of them with one click; come back here to be another.',
    be: ({ name }: { name: string }) => `Be ${name}`,
  },
  fr: {
    title: 'Qui voulez-vous être\u00a0?',
    text: 'Un village de gens inventés qui se connaissent. Soyez l’un d’eux d’un clic\u00a0; revenez ici pour en être un autre.',
    be: ({ name }) => `Être ${name}`,
  },
})
