// What a command says to whoever typed it.
import { catalogue } from './catalogue.ts'

export const terminal = catalogue({
  en: {
    ready: ({ url }: { url: string }) => `Entregent is ready: open ${url}`,
    data: ({ folder }: { folder: string }) => `Its data lie in ${folder}`,
    externalData: 'Its data lie in the database that DATABASE_URL names.',
    mail: ({ url }: { url: string }) => `No mail server is set: read the mails at ${url}`,
    mailFolder: ({ folder }: { folder: string }) => `No mail server is set: mails are written to ${folder}`,
    demo: ({ url }: { url: string }) => `Be anyone of the village: ${url}`,
    stop: 'Stop it with Ctrl+C.',
  },
  fr: {
    ready: ({ url }) => `Entregent est prêt\u00a0: ouvrez ${url}`,
    data: ({ folder }) => `Ses données sont dans ${folder}`,
    externalData: 'Ses données sont dans la base que nomme DATABASE_URL.',
    mail: ({ url }) => `Aucun serveur de courriel n’est réglé\u00a0: lisez les courriels à ${url}`,
    mailFolder: ({ folder }) => `Aucun serveur de courriel n’est réglé\u00a0: les courriels sont écrits dans ${folder}`,
    demo: ({ url }) => `Soyez qui vous voulez du village\u00a0: ${url}`,
    stop: 'Arrêtez-le par Ctrl+C.',
  },
})
