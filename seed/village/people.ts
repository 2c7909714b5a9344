// Twelve people of a village on the river, all invented. Between them they show every kind of profile: two languages and one, findable by
// anyone and by nobody, with and without a picture, freshly joined and empty.
import type { FindableBy, LanguageLevel, Purpose, ReachWay, Seniority } from '@entregent/lib/base/words.ts'
import type { Pair } from '../words/occasions.ts'

/** A text in English and French; a missing one is empty. */
export type Said = Pair

export interface Villager {
  readonly handle: string
  readonly givenName: string
  readonly familyName: string
  readonly locale: 'en' | 'fr'
  /** Null = not answered yet. */
  readonly findableBy: FindableBy | null
  readonly showsConnections: boolean | null
  readonly headline: Said
  readonly summary: Said
  readonly place: string
  readonly posts: readonly (readonly [organization: string, title: Said, seniority: Seniority, from: string, to: string | null])[]
  readonly studies: readonly (readonly [school: string, degree: Said, subject: Said, from: string, to: string])[]
  readonly skills: readonly Pair[]
  readonly languages: readonly (readonly [language: string, level: LanguageLevel])[]
  readonly reach: readonly (readonly [Purpose, ReachWay])[]
  /** Hue of the picture, in degrees; null = none. */
  readonly pictureHue: number | null
}

const journal = 'La Dépêche du Fleuve'
const brewery = 'Brasserie des Trois-Anses'
const bank = 'Caisse de la Rive-Claire'
const university = 'Université du Fleuve'
const nothing = { posts: [], studies: [], skills: [], languages: [], reach: [] } as const

export const villagers: readonly Villager[] = [
  {
    handle: 'maelle-thivierge',
    givenName: 'Maëlle',
    familyName: 'Thivierge',
    locale: 'fr',
    findableBy: 'anyone',
    showsConnections: true,
    headline: ['Freelance journalist · the river, its trades, its people', 'Journaliste indépendante · le fleuve, ses métiers, ses gens'],
    summary: [
      'Fifteen years of reporting, nine of them in a newsroom. I write long, and I check everything twice.',
      'Quinze ans de reportage, dont neuf dans une salle de rédaction. J’écris long, et je vérifie tout deux fois.',
    ],
    place: 'Rimouski',
    posts: [
      [journal, ['Journalist', 'Journaliste'], 'professional', '2011-05-01', '2020-03-01'],
      ['Thivierge Reportages', ['Freelance journalist', 'Journaliste indépendante'], 'owner', '2020-04-01', null],
    ],
    studies: [[university, ['Bachelor’s degree', 'Baccalauréat'], ['Journalism', 'Journalisme'], '2008-09-01', '2011-04-01']],
    skills: [
      ['Journalism', 'Journalisme'],
      ['Investigative reporting', 'Enquête journalistique'],
      ['Interviewing', 'Entrevue'],
    ],
    languages: [
      ['fr', 'native'],
      ['en', 'fluent'],
    ],
    reach: [
      ['contract', 'direct'],
      ['business_deal', 'never'],
    ],
    pictureHue: 12,
  },
  {
    handle: 'owen-hargreaves-roy',
    givenName: 'Owen',
    familyName: 'Hargreaves-Roy',
    locale: 'en',
    findableBy: 'members',
    showsConnections: true,
    headline: [`President of the brewery, ${brewery}`, `Président de la brasserie, ${brewery}`],
    summary: ['I brew with what grows within an hour’s drive.', 'Je brasse ce qui pousse à moins d’une heure de route.'],
    place: 'Kamouraska',
    posts: [
      ['Silverbirch Brewing Company', ['Brewmaster', 'Maître-brasseur'], 'senior', '2009-06-01', '2014-08-01'],
      [brewery, ['President of the brewery', 'Président de la brasserie'], 'executive', '2014-09-01', null],
    ],
    studies: [],
    skills: [
      ['Brewing', 'Brassage'],
      ['Hop growing', 'Culture du houblon'],
      ['Team leadership', 'Direction d’équipe'],
    ],
    languages: [
      ['en', 'native'],
      ['fr', 'working'],
    ],
    reach: [['job_inquiry', 'never']],
    pictureHue: 40,
  },
  {
    handle: 'camille-desrosiers',
    givenName: 'Camille',
    familyName: 'Desrosiers',
    locale: 'fr',
    findableBy: 'members',
    showsConnections: true,
    headline: ['', `Cheffe de division, économie, ${journal}`],
    summary: ['', 'Je dirige douze journalistes qui parlent d’argent à des gens qui n’en parlent pas.'],
    place: 'Québec',
    posts: [
      [journal, ['', 'Journaliste'], 'professional', '2009-01-01', '2016-12-01'],
      [journal, ['', 'Cheffe de division, économie'], 'manager', '2017-01-01', null],
    ],
    studies: [[university, ['', 'Maîtrise'], ['', 'Science politique'], '2006-09-01', '2008-05-01']],
    skills: [
      ['Copy editing', 'Révision linguistique'],
      ['Team leadership', 'Direction d’équipe'],
    ],
    languages: [['fr', 'native']],
    reach: [],
    pictureHue: 340,
  },
  {
    handle: 'nikhil-desai-caron',
    givenName: 'Nikhil',
    familyName: 'Desai-Caron',
    locale: 'en',
    findableBy: 'anyone',
    showsConnections: true,
    headline: [`Secure payments expert, ${bank}`, ''],
    summary: ['Fraud is a conversation between strangers. I interrupt it.', ''],
    place: 'Montréal',
    posts: [
      ['Brightwater Payments', ['Payments specialist', ''], 'professional', '2013-02-01', '2018-10-01'],
      [bank, ['Secure payments expert', ''], 'senior', '2018-11-01', null],
    ],
    studies: [['Rapids Institute of Technology', ['Bachelor’s degree', ''], ['Computer science', ''], '2009-09-01', '2012-05-01']],
    skills: [
      ['Secure payments', 'Paiement sécurisé'],
      ['Fraud prevention', 'Prévention de la fraude'],
      ['Cybersecurity', 'Cybersécurité'],
    ],
    languages: [
      ['en', 'native'],
      ['hi', 'fluent'],
      ['fr', 'basic'],
    ],
    reach: [['expertise', 'direct']],
    pictureHue: 200,
  },
  {
    handle: 'fatou-ndiaye-morin',
    givenName: 'Fatou',
    familyName: 'Ndiaye-Morin',
    locale: 'fr',
    findableBy: 'members',
    showsConnections: true,
    headline: [`Director of human resources, ${bank}`, `Directrice des ressources humaines, ${bank}`],
    summary: ['', ''],
    place: 'Montréal',
    posts: [
      [brewery, ['Human resources manager', 'Responsable des ressources humaines'], 'manager', '2015-03-01', '2019-06-01'],
      [bank, ['Director of human resources', 'Directrice des ressources humaines'], 'director', '2019-07-01', null],
    ],
    studies: [
      [university, ['Bachelor’s degree', 'Baccalauréat'], ['Industrial relations', 'Relations industrielles'], '2008-09-01', '2011-04-01'],
    ],
    skills: [
      ['Recruitment', 'Recrutement'],
      ['Negotiation', 'Négociation'],
    ],
    languages: [
      ['fr', 'native'],
      ['wo', 'native'],
      ['en', 'fluent'],
    ],
    reach: [
      ['career_opportunity', 'never'],
      ['job_inquiry', 'direct'],
    ],
    pictureHue: 280,
  },
  {
    handle: 'rejean-bolduc',
    givenName: 'Réjean',
    familyName: 'Bolduc',
    locale: 'fr',
    findableBy: 'nobody',
    showsConnections: false,
    headline: ['', 'Notaire à la retraite'],
    summary: ['', ''],
    place: 'Baie-Saint-Paul',
    posts: [['Étude du Moulin-Blanc', ['', 'Notaire'], 'professional', '1981-06-01', '2019-12-01']],
    studies: [],
    skills: [['Notarial practice', 'Pratique notariale']],
    languages: [['fr', 'native']],
    reach: [],
    pictureHue: null,
  },
  {
    handle: 'tessa-lockhart',
    givenName: 'Tessa',
    familyName: 'Lockhart',
    locale: 'en',
    findableBy: 'second_degree',
    showsConnections: true,
    headline: ['Software developer · accessibility', ''],
    summary: ['', ''],
    place: 'Halifax',
    posts: [['Northlight Software', ['Software developer', ''], 'professional', '2019-09-01', null]],
    studies: [['Rapids Institute of Technology', ['Bachelor’s degree', ''], ['Computer science', ''], '2010-09-01', '2013-05-01']],
    skills: [
      ['Web development', 'Développement web'],
      ['Accessibility', 'Accessibilité numérique'],
    ],
    languages: [['en', 'native']],
    reach: [['career_opportunity', 'direct']],
    pictureHue: 160,
  },
  {
    handle: 'linh-pham-tardif',
    givenName: 'Linh',
    familyName: 'Pham-Tardif',
    locale: 'fr',
    findableBy: 'anyone',
    showsConnections: true,
    headline: ['Exhibition curator, Musée du Carillon', 'Commissaire d’exposition, Musée du Carillon'],
    summary: ['I hang things where people will stop.', 'J’accroche les choses là où l’on s’arrête.'],
    place: 'Trois-Rivières',
    posts: [['Musée du Carillon', ['Exhibition curator', 'Commissaire d’exposition'], 'senior', '2016-02-01', null]],
    studies: [[university, ['Master’s degree', 'Maîtrise'], ['Fine arts', 'Beaux-arts'], '2009-09-01', '2011-05-01']],
    skills: [['Museum curation', 'Commissariat d’exposition']],
    languages: [
      ['fr', 'native'],
      ['vi', 'native'],
      ['en', 'working'],
    ],
    reach: [],
    pictureHue: 320,
  },
  {
    handle: 'etienne-gaudreault',
    givenName: 'Étienne',
    familyName: 'Gaudreault',
    locale: 'fr',
    findableBy: 'members',
    showsConnections: true,
    headline: ['', 'Avocat · droit du travail'],
    summary: ['', ''],
    place: 'Québec',
    posts: [['Cabinet des Hauts-Prés', ['', 'Avocat'], 'professional', '2012-01-01', null]],
    studies: [[university, ['', 'Baccalauréat'], ['', 'Droit'], '2007-09-01', '2010-05-01']],
    skills: [
      ['Labour law', 'Droit du travail'],
      ['Mediation', 'Médiation'],
    ],
    languages: [['fr', 'native']],
    reach: [],
    pictureHue: null,
  },
  {
    handle: 'irina-sokolov-blais',
    givenName: 'Irina',
    familyName: 'Sokolov-Blais',
    locale: 'en',
    findableBy: 'members',
    showsConnections: false,
    headline: ['Clinical researcher', 'Chercheuse clinicienne'],
    summary: ['', ''],
    place: 'Sherbrooke',
    posts: [['Hôpital des Quatre-Vents', ['Clinical researcher', 'Chercheuse clinicienne'], 'senior', '2014-01-01', null]],
    studies: [],
    skills: [['Clinical research', 'Recherche clinique']],
    languages: [
      ['ru', 'native'],
      ['en', 'fluent'],
      ['fr', 'fluent'],
    ],
    reach: [],
    pictureHue: 240,
  },
  {
    ...nothing,
    handle: 'joaquin-herrera-cyr',
    givenName: 'Joaquín',
    familyName: 'Herrera-Cyr',
    locale: 'en',
    findableBy: null,
    showsConnections: null,
    headline: ['', ''],
    summary: ['', ''],
    place: '',
    pictureHue: null,
  },
  {
    handle: 'marguerite-audet',
    givenName: 'Marguerite',
    familyName: 'Audet',
    locale: 'fr',
    findableBy: 'anyone',
    showsConnections: true,
    headline: ['Retired teacher, and chair of the reading room', 'Enseignante à la retraite, présidente de la salle de lecture'],
    summary: ['Half the village learned to read with me.', 'La moitié du village a appris à lire avec moi.'],
    place: 'Kamouraska',
    posts: [['École du Vieux-Phare', ['Teacher', 'Enseignante'], 'professional', '1984-09-01', '2018-06-01']],
    studies: [],
    skills: [['Teaching', 'Enseignement']],
    languages: [['fr', 'native']],
    reach: [['reconnect', 'direct']],
    pictureHue: 80,
  },
]
