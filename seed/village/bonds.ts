// What lies between the people of the village: ties, invitations, introductions and conversations, every state of each at least once.
// People are named by the first part of their handle; times are days before or after today.
import type { IntroductionState, Purpose, Relationship, SetAsideReason, Strength } from '@entregent/lib/base/words.ts'

export interface Tie {
  /** The first stated it, and sees the relationship so. */
  readonly between: readonly [string, string]
  readonly relationship: Relationship
  readonly context?: string
  readonly months?: readonly [from: string, to: string | null]
  readonly strengths?: readonly [Strength | null, Strength | null]
  /** The first keeps this tie from the eyes of third persons. */
  readonly hidden?: boolean
}

const journal = 'La Dépêche du Fleuve'
const brewery = 'Brasserie des Trois-Anses'

export const ties: readonly Tie[] = [
  { between: ['maelle', 'camille'], relationship: 'colleague', context: journal, months: ['2011-05-01', '2020-03-01'], strengths: [3, 3] },
  {
    between: ['maelle', 'linh'],
    relationship: 'classmate',
    context: 'Université du Fleuve',
    months: ['2009-09-01', '2011-04-01'],
    strengths: [2, null],
  },
  {
    between: ['camille', 'fatou'],
    relationship: 'met_at',
    context: 'Le Forum du commerce sécurisé',
    months: ['2022-05-01', '2022-05-01'],
    strengths: [2, 2],
  },
  { between: ['camille', 'marguerite'], relationship: 'friend', strengths: [3, 3] },
  { between: ['fatou', 'owen'], relationship: 'colleague', context: brewery, months: ['2015-03-01', '2019-06-01'], strengths: [3, 2] },
  {
    between: ['fatou', 'nikhil'],
    relationship: 'colleague',
    context: 'Caisse de la Rive-Claire',
    months: ['2019-07-01', null],
    strengths: [2, 2],
  },
  { between: ['marguerite', 'owen'], relationship: 'friend', strengths: [2, 3] },
  {
    between: ['camille', 'owen'],
    relationship: 'met_at',
    context: 'Le Forum du commerce sécurisé',
    months: ['2022-05-01', '2022-05-01'],
    strengths: [1, 1],
  },
  { between: ['marguerite', 'maelle'], relationship: 'other', strengths: [3, 2] },
  {
    between: ['nikhil', 'tessa'],
    relationship: 'classmate',
    context: 'Rapids Institute of Technology',
    months: ['2010-09-01', '2012-05-01'],
  },
  { between: ['owen', 'etienne'], relationship: 'supplier', context: brewery, months: ['2018-02-01', null], strengths: [2, 1] },
  { between: ['etienne', 'rejean'], relationship: 'friend', strengths: [3, 3], hidden: true },
  { between: ['irina', 'linh'], relationship: 'friend', strengths: [2, 2] },
  { between: ['irina', 'nikhil'], relationship: 'client', months: ['2021-01-01', '2023-06-01'], strengths: [1, null] },
  { between: ['linh', 'etienne'], relationship: 'client', months: ['2020-01-01', null], strengths: [1, 1] },
]

export interface Invitation {
  readonly from: string
  readonly to: string
  readonly relationship: Relationship
  readonly context?: string
  readonly note?: string
  readonly state: 'open' | 'accepted' | 'withdrawn'
  readonly setAsideAs?: SetAsideReason
  readonly sentDaysAgo: number
}

export const invitations: readonly Invitation[] = [
  {
    from: 'tessa',
    to: 'maelle',
    relationship: 'met_at',
    context: 'Les Journées techno du port',
    note: 'We spoke about readable charts. I would like to go on.',
    state: 'open',
    sentDaysAgo: 2,
  },
  {
    from: 'etienne',
    to: 'maelle',
    relationship: 'classmate',
    context: 'Université du Fleuve',
    note: 'Te souviens-tu du journal étudiant ?',
    state: 'open',
    sentDaysAgo: 5,
  },
  { from: 'maelle', to: 'fatou', relationship: 'met_at', context: 'Le Forum du commerce sécurisé', state: 'open', sentDaysAgo: 3 },
  { from: 'tessa', to: 'camille', relationship: 'other', state: 'open', setAsideAs: 'ignored', sentDaysAgo: 20 },
  { from: 'irina', to: 'owen', relationship: 'other', state: 'open', setAsideAs: 'unknown_person', sentDaysAgo: 31 },
  { from: 'rejean', to: 'nikhil', relationship: 'other', state: 'open', setAsideAs: 'spam', sentDaysAgo: 12 },
  { from: 'maelle', to: 'camille', relationship: 'colleague', context: journal, state: 'accepted', sentDaysAgo: 300 },
  { from: 'owen', to: 'linh', relationship: 'client', state: 'withdrawn', sentDaysAgo: 40 },
]

export interface Introduction {
  readonly asker: string
  readonly target: string
  readonly purpose: Purpose
  readonly noteToTarget: string
  readonly state: IntroductionState
  readonly closedAs?: 'withdrawn' | 'expired'
  readonly targetSetAside?: boolean
  readonly askedDaysAgo: number
  readonly steps: readonly {
    readonly connector: string
    readonly note: string
    readonly forwarded?: boolean
    readonly setAside?: boolean
  }[]
}

export const introductions: readonly Introduction[] = [
  {
    asker: 'maelle',
    target: 'owen',
    purpose: 'expertise',
    noteToTarget: 'Je prépare un dossier sur le houblon du fleuve. Une heure de votre temps m’aiderait beaucoup.',
    state: 'asked',
    askedDaysAgo: 1,
    steps: [{ connector: 'marguerite', note: 'Vous connaissez bien Owen : voulez-vous lui parler de mon dossier ?' }],
  },
  {
    asker: 'maelle',
    target: 'nikhil',
    purpose: 'contract',
    noteToTarget: 'Un article sur la fraude, que j’aimerais écrire avec un expert.',
    state: 'forwarded',
    askedDaysAgo: 3,
    steps: [
      { connector: 'camille', note: 'Fatou travaille avec lui, je crois.', forwarded: true },
      { connector: 'fatou', note: 'Maëlle a travaillé neuf ans avec moi : rigoureuse, discrète.' },
    ],
  },
  {
    asker: 'tessa',
    target: 'fatou',
    purpose: 'business_deal',
    noteToTarget: 'We audit hiring sites for accessibility. Yours deserves it.',
    state: 'offered',
    askedDaysAgo: 4,
    steps: [{ connector: 'nikhil', note: 'Would you put me in touch with Fatou?', forwarded: true }],
  },
  {
    asker: 'owen',
    target: 'camille',
    purpose: 'business_deal',
    noteToTarget: 'A supplement on the breweries of the shore, at our cost.',
    state: 'offered',
    targetSetAside: true,
    askedDaysAgo: 6,
    steps: [{ connector: 'fatou', note: 'Could you pass this to Camille?', forwarded: true }],
  },
  {
    asker: 'linh',
    target: 'camille',
    purpose: 'new_venture',
    noteToTarget: 'Une exposition sur cent ans de une.',
    state: 'asked',
    askedDaysAgo: 5,
    steps: [{ connector: 'maelle', note: 'Penses-tu que Camille serait curieuse ?', setAside: true }],
  },
  {
    asker: 'camille',
    target: 'nikhil',
    purpose: 'expertise',
    noteToTarget: 'Nos abonnés paient en ligne, et nous voulons que ce soit sûr.',
    state: 'accepted',
    askedDaysAgo: 30,
    steps: [{ connector: 'fatou', note: 'Peux-tu nous présenter ?', forwarded: true }],
  },
  {
    asker: 'etienne',
    target: 'fatou',
    purpose: 'contract',
    noteToTarget: 'Une formation sur la nouvelle loi du travail.',
    state: 'closed',
    closedAs: 'expired',
    askedDaysAgo: 50,
    steps: [{ connector: 'owen', note: 'Fatou était chez vous, n’est-ce pas ?' }],
  },
  {
    asker: 'nikhil',
    target: 'marguerite',
    purpose: 'reconnect',
    noteToTarget: 'You taught my wife to read.',
    state: 'closed',
    closedAs: 'withdrawn',
    askedDaysAgo: 25,
    steps: [
      { connector: 'fatou', note: 'Do you know Camille’s friend Marguerite?', forwarded: true },
      { connector: 'camille', note: 'For Nikhil, with my regards.' },
    ],
  },
  {
    asker: 'fatou',
    target: 'tessa',
    purpose: 'career_opportunity',
    noteToTarget: 'Our bank looks for a developer who cares for accessibility.',
    state: 'offered',
    askedDaysAgo: 2,
    steps: [],
  },
]

export interface Conversation {
  readonly between: readonly [string, string]
  /** Who wrote, and what; in order, an hour apart. */
  readonly messages: readonly (readonly [string, string])[]
  /** The number of the last message that each of the two has read. */
  readonly read: readonly [number, number]
  readonly lastDaysAgo: number
}

export const conversations: readonly Conversation[] = [
  {
    between: ['camille', 'nikhil'],
    messages: [
      ['camille', 'Merci d’avoir accepté. Jeudi, par téléphone ?'],
      ['nikhil', 'Thursday is fine. I read French, I only write it badly.'],
      ['camille', 'Parfait : chacun sa langue.'],
    ],
    read: [3, 2],
    lastDaysAgo: 1,
  },
  {
    between: ['maelle', 'marguerite'],
    messages: [
      ['maelle', 'Madame Audet, je vous ai demandé quelque chose : avez-vous vu ?'],
      ['marguerite', 'J’ai vu. Passe prendre le thé, on en parlera.'],
    ],
    read: [1, 2],
    lastDaysAgo: 0,
  },
  {
    between: ['fatou', 'owen'],
    messages: [
      ['owen', 'How is city life?'],
      ['fatou', 'Loud. The beer was better on the river.'],
    ],
    read: [2, 2],
    lastDaysAgo: 15,
  },
  // No tie is left between these two: the words stay, nobody writes on.
  {
    between: ['rejean', 'marguerite'],
    messages: [['rejean', 'La salle de lecture ferme-t-elle en août ?']],
    read: [1, 1],
    lastDaysAgo: 400,
  },
]
