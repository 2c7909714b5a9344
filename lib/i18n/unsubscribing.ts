// Stopping notification mails, in words.
import { catalogue } from './catalogue.ts'

export const unsubscribing = catalogue({
  en: {
    title: 'No more notification mails?',
    text: 'You will still find everything here when you sign in, and links to sign in will still be sent when you ask for them.',
    act: 'Stop these mails',
    done: 'No more notification mails',
    doneText: 'They have stopped, as of now. You can have them back in your settings.',
  },
  fr: {
    title: 'Ne plus recevoir de courriels d’avis\u00a0?',
    text: 'Vous trouverez toujours tout ici en vous connectant, et les liens de connexion que vous demandez seront toujours envoyés.',
    act: 'Arrêter ces courriels',
    done: 'Plus de courriels d’avis',
    doneText: 'Ils sont arrêtés dès maintenant. Vous pouvez les rétablir dans vos réglages.',
  },
})
