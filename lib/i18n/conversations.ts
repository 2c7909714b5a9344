// Conversations in words.
import { catalogue } from './catalogue.ts'

export const conversations = catalogue({
  en: {
    title: 'Messages',
    none: 'No messages yet. You can write to your connections, and to people who accepted to be introduced.',
    toNetwork: 'See my connections',
    with: ({ name }: { name: string }) => `Conversation with ${name}`,
    you: 'You:',
    unread: ({ count }: { count: number }) => (count === 1 ? '1 unread' : `${count} unread`),
    newMessages: 'New',
    markRead: 'Mark as read',
    earlier: 'Earlier messages',
    latest: 'Latest messages',
    write: 'Your message',
    send: 'Send',
    closed: 'You are no longer connected: you can read this conversation, but not write in it.',
    first: ({ name }: { name: string }) => `Write your first message to ${name}.`,
    from: ({ name, when }: { name: string; when: string }) => `${name}, ${when}`,
  },
  fr: {
    title: 'Messages',
    none: 'Pas encore de messages. Vous pouvez écrire à vos relations, et aux personnes qui ont accepté une présentation.',
    toNetwork: 'Voir mes relations',
    with: ({ name }) => `Conversation avec ${name}`,
    you: 'Vous\u00a0:',
    unread: ({ count }) => (count === 1 ? '1 non lu' : `${count} non lus`),
    newMessages: 'Nouveau',
    markRead: 'Marquer comme lu',
    earlier: 'Messages précédents',
    latest: 'Messages récents',
    write: 'Votre message',
    send: 'Envoyer',
    closed: 'Vous n’êtes plus en relation\u00a0: vous pouvez lire cette conversation, mais plus y écrire.',
    first: ({ name }) => `Écrivez votre premier message à ${name}.`,
    from: ({ name, when }) => `${name}, ${when}`,
  },
})
