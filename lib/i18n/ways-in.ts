// Ways in and the person page: why each way is good, in words. French avoids forms that would need to know who is a man or a woman.
import type { Relationship } from '@entregent/lib/base/words.ts'
import { catalogue } from './catalogue.ts'
import { formatYears, plural, yearOf } from './format.ts'

interface Tie {
  readonly relationship: Relationship
  readonly context: string | null
  readonly startedOn: string | null
  readonly endedOn: string | null
}
interface TieTo extends Tie {
  readonly name: string
}

const whenEn = (tie: Tie) => when(formatYears('en', tie.startedOn, tie.endedOn), tie)
const whenFr = (tie: Tie) => when(formatYears('fr', tie.startedOn, tie.endedOn), tie)
const atEn = ({ context }: Tie) => (context ? ` at ${context}` : '')
const atFr = ({ context }: Tie) => (context ? ` chez ${context}` : '')
const lasts = ({ startedOn, endedOn }: Tie) => startedOn !== null && endedOn === null
const dated = ({ startedOn, endedOn }: Tie) => startedOn !== null || endedOn !== null

/** ` (2001–2006)` for what is over, ` since 2019` for what lasts. */
function when(years: string, tie: Tie): string {
  if (years === '') return ''
  return tie.startedOn && tie.endedOn ? ` (${years})` : ` ${years}`
}

/** ` (the congress, 2019)`: where and when, of a meeting. */
function meeting({ context, startedOn }: Tie): string {
  const parts = [context, startedOn && yearOf(startedOn)].filter(Boolean)
  return parts.length > 0 ? ` (${parts.join(', ')})` : ''
}

/** ` (HEC Montréal, 1994–1997)`. */
function placeAndYears(years: string, { context }: Tie): string {
  const parts = [context, years].filter(Boolean)
  return parts.length > 0 ? ` (${parts.join(', ')})` : ''
}

const held = ({ startedOn, endedOn }: Tie) => (endedOn ? 'had' : startedOn ? 'has had' : 'has')

const english = {
  yours(tie: Tie): string {
    switch (tie.relationship) {
      case 'colleague':
        return `your colleague${atEn(tie)}${whenEn(tie)}`
      case 'classmate':
        return `your classmate${atEn(tie)}${whenEn(tie)}`
      case 'client':
        return `your client${atEn(tie)}${whenEn(tie)}`
      case 'supplier':
        return `your supplier${atEn(tie)}${whenEn(tie)}`
      case 'met_at':
        return `you have met${meeting(tie)}`
      case 'friend':
        return `your friend${whenEn(tie)}`
      case 'other':
        return `someone you know${placeAndYears(formatYears('en', tie.startedOn, tie.endedOn), tie)}`
    }
  },
  theirs({ name, ...tie }: TieTo): string {
    const years = whenEn(tie)
    switch (tie.relationship) {
      case 'colleague':
        if (lasts(tie)) return `has worked with ${name}${atEn(tie)}${years}`
        return dated(tie) ? `worked with ${name}${atEn(tie)}${years}` : `knows ${name} from work${atEn(tie)}`
      case 'classmate':
        return `studied with ${name}${atEn(tie)}${years}`
      case 'client':
        return `${held(tie)} ${name} as a client${years}`
      case 'supplier':
        return `${held(tie)} ${name} as a supplier${years}`
      case 'met_at':
        return `has met ${name}${meeting(tie)}`
      case 'friend':
        return `${tie.endedOn ? 'was' : tie.startedOn ? 'has been' : 'is'} a friend of ${name}${years}`
      case 'other':
        return `knows ${name}${placeAndYears(formatYears('en', tie.startedOn, tie.endedOn), tie)}`
    }
  },
}

const french = {
  yours(tie: Tie): string {
    const years = whenFr(tie)
    switch (tie.relationship) {
      case 'colleague':
        return `votre collègue${atFr(tie)}${years}`
      case 'classmate':
        return `vous avez étudié ensemble${placeAndYears(formatYears('fr', tie.startedOn, tie.endedOn), tie)}`
      case 'client':
        return `${tie.endedOn ? 'a été ' : ''}dans votre clientèle${atFr(tie)}${years}`
      case 'supplier':
        return `${tie.endedOn ? 'vous avez fait' : 'vous faites'} appel à ses services${years}`
      case 'met_at':
        return `vous vous êtes rencontrés${meeting(tie)}`
      case 'friend':
        return `parmi vos amis${years}`
      case 'other':
        return `vous vous connaissez${placeAndYears(formatYears('fr', tie.startedOn, tie.endedOn), tie)}`
    }
  },
  theirs({ name, ...tie }: TieTo): string {
    const years = whenFr(tie)
    switch (tie.relationship) {
      case 'colleague':
        if (lasts(tie)) return `travaille avec ${name}${atFr(tie)}${years}`
        return dated(tie) ? `a travaillé avec ${name}${atFr(tie)}${years}` : `connaît ${name} du travail${atFr(tie)}`
      case 'classmate':
        return `a étudié avec ${name}${placeAndYears(formatYears('fr', tie.startedOn, tie.endedOn), tie)}`
      case 'client':
        return `${tie.endedOn ? 'a eu' : 'a'} ${name} dans sa clientèle${years}`
      case 'supplier':
        return `${tie.endedOn ? 'a fait' : 'fait'} appel aux services de ${name}${years}`
      case 'met_at':
        return `a rencontré ${name}${meeting(tie)}`
      case 'friend':
        return `a ${name} parmi ses amis${years}`
      case 'other':
        return `connaît ${name}${placeAndYears(formatYears('fr', tie.startedOn, tie.endedOn), tie)}`
    }
  },
}

const inWordsEn = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten']
const inWordsFr = ['Aucune', 'Une', 'Deux', 'Trois', 'Quatre', 'Cinq', 'Six', 'Sept', 'Huit', 'Neuf', 'Dix']

export const waysIn = catalogue({
  en: {
    canIntroduce: ({ count }: { count: number }) =>
      `${inWordsEn[count] ?? plural('en', count, { one: '#', other: '#' })} ${count === 1 ? 'person' : 'people'} can introduce you`,
    throughTwo: ({ count }: { count: number }) =>
      plural('en', count, { one: 'A way in through two people', other: '# ways in through two people' }),
    longer: 'And further, through two people',
    none: 'No way in yet',
    noneText: ({ name }: { name: string }) =>
      `Nobody whom you know, or whom they know, can introduce you to ${name} so far. Each new connection may open a way: begin with the people you have worked with.`,
    invitePeople: 'Find people you know',
    loading: 'Ways in',
    loadingText: 'The network is loading, or very busy. The ways in will be here in a moment: open this page again.',
    direct: ({ name }: { name: string }) => `${name} takes some requests directly`,
    directText: ({ purposes }: { purposes: string }) => `Without an introduction: ${purposes}.`,
    writeRequest: 'Write a request',
    ask: ({ name }: { name: string }) => `Ask ${name}`,
    askLabel: ({ name, target }: { name: string; target: string }) => `Ask ${name} to introduce you to ${target}`,
    more: ({ count }: { count: number }) => plural('en', count, { one: 'One more way in', other: '# more ways in' }),
    yours: english.yours,
    theirs: english.theirs,
    someone: 'someone',
    who: 'who',
    strongTie: 'strong tie',
    weakTie: 'weak tie',
    you: 'You',
    connections: ({ count }: { count: number }) => plural('en', count, { one: '# connection', other: '# connections' }),
    mutual: ({ count }: { count: number }) => `${count} in common`,
    whatReaches: 'What can reach them',
    whatReachesYou: 'What can reach you',
    changeReach: 'Change it',
    inCommon: 'In common',
    connect: 'Invite to connect',
    write: 'Write',
    invited: ({ name }: { name: string }) => `Your invitation to ${name} has left.`,
    editProfile: 'Edit my profile',
    thisIsYou: 'This is your page, as members see it.',
    openRequest: 'You have asked to reach this person.',
    openRequestLink: 'See your request',
  },
  fr: {
    canIntroduce: ({ count }) =>
      `${inWordsFr[count] ?? plural('fr', count, { one: '#', other: '#' })} ${count === 1 ? 'personne peut' : 'personnes peuvent'} vous présenter`,
    throughTwo: ({ count }) => plural('fr', count, { one: 'Un chemin par deux personnes', other: '# chemins par deux personnes' }),
    longer: 'Et plus loin, par deux personnes',
    none: 'Pas encore de chemin',
    noneText: ({ name }) =>
      `Personne parmi vos relations, ni parmi les leurs, ne peut vous présenter à ${name} pour l’instant. Chaque nouvelle relation peut ouvrir un chemin\u00a0: commencez par les gens avec qui vous avez travaillé.`,
    invitePeople: 'Trouver des gens que vous connaissez',
    loading: 'Chemins',
    loadingText: 'Le réseau se charge, ou est très sollicité. Les chemins seront ici dans un instant\u00a0: rouvrez cette page.',
    direct: ({ name }) => `${name} reçoit certaines demandes directement`,
    directText: ({ purposes }) => `Sans présentation\u00a0: ${purposes}.`,
    writeRequest: 'Écrire une demande',
    ask: ({ name }) => `Demander à ${name}`,
    askLabel: ({ name, target }) => `Demander à ${name} de vous présenter à ${target}`,
    more: ({ count }) => plural('fr', count, { one: 'Un autre chemin', other: '# autres chemins' }),
    yours: french.yours,
    theirs: french.theirs,
    someone: 'quelqu’un',
    who: 'qui',
    strongTie: 'lien fort',
    weakTie: 'lien faible',
    you: 'Vous',
    connections: ({ count }) => plural('fr', count, { one: '# relation', other: '# relations' }),
    mutual: ({ count }) => `dont ${count} en commun`,
    whatReaches: 'Ce qui peut l’atteindre',
    whatReachesYou: 'Ce qui peut vous atteindre',
    changeReach: 'Changer cela',
    inCommon: 'En commun',
    connect: 'Inviter',
    write: 'Écrire',
    invited: ({ name }) => `Votre invitation à ${name} est partie.`,
    editProfile: 'Modifier mon profil',
    thisIsYou: 'C’est votre page, telle que les membres la voient.',
    openRequest: 'Vous avez demandé à joindre cette personne.',
    openRequestLink: 'Voir votre demande',
  },
})
