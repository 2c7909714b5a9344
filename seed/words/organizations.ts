// Employers and schools: all invented, joined from parts. The order of each list is its popularity: the first ones are large.
import { type Field, fields } from './fields.ts'
import { rowsOf, wordsOf } from './table.ts'

/** The language an organization works in decides whom it hires most. */
export type WorkLanguage = 'fr' | 'en'

const frenchPlaces =
  wordsOf(`du Cap-Rouge-Vif, de l’Érablière, des Trois-Anses, du Vieux-Phare, de la Pointe-aux-Saules, du Grand-Détour, des Quatre-Vents, de l’Île-aux-Cormes,
  du Faubourg-Neuf, de la Tuilerie, du Pont-de-Pierre, des Hauts-Prés, de la Rive-Claire, du Belvédère, de l’Anse-aux-Outardes, du Moulin-Blanc,
  des Deux-Clochers, de la Batture, du Carillon, de la Côte-d’Ambre, du Lac-Miroir, de la Croisée, du Val-Serein, des Peupliers`)
const englishStems =
  wordsOf(`Brightwater, Northlight, Elmcrest, Harbourline, Foxglove, Kingsford Vale, Silverbirch, Stonebridge Row, Larkfield, Copperleaf, Tidewell, Oakhaven,
  Ravenscombe, Maplewick, Seven Locks, Redthorn, Greyfriars Yard, Windrush Lane, Amberley Cross, Millbrook Park, Eastgate Quay, Summerhold, Wrenfield, Longmeadow`)

const forms: Readonly<Record<Field, { readonly fr: readonly string[]; readonly en: readonly string[] }>> = {
  software: { fr: ['Logiciels', 'Atelier numérique'], en: ['Software', 'Labs'] },
  finance: { fr: ['Caisse', 'Paiements'], en: ['Payments', 'Trust'] },
  media: { fr: ['Le Journal', 'Radio'], en: ['Gazette', 'Broadcasting'] },
  brewing: { fr: ['Brasserie', 'Fromagerie'], en: ['Brewing Company', 'Dairy'] },
  health: { fr: ['Hôpital', 'Clinique'], en: ['Hospital', 'Health Centre'] },
  engineering: { fr: ['Génie-conseil', 'Constructions'], en: ['Engineering', 'Builders'] },
  education: { fr: ['École', 'Institut'], en: ['Academy', 'Learning'] },
  law: { fr: ['Étude', 'Cabinet'], en: ['Law', 'Legal'] },
  marketing: { fr: ['Agence', 'Studio'], en: ['Communications', 'Creative'] },
  commerce: { fr: ['Magasins', 'Marché'], en: ['Stores', 'Trading'] },
  transport: { fr: ['Transports', 'Messagerie'], en: ['Freight', 'Transit'] },
  energy: { fr: ['Énergie', 'Forêts'], en: ['Energy', 'Renewables'] },
  culture: { fr: ['Théâtre', 'Musée'], en: ['Theatre', 'Press'] },
  public: { fr: ['Régie', 'Agence publique'], en: ['Council', 'Public Agency'] },
  manufacturing: { fr: ['Usines', 'Aéronautique'], en: ['Works', 'Aerospace'] },
  consulting: { fr: ['Conseil', 'Talents'], en: ['Consulting', 'Partners'] },
  agriculture: { fr: ['Ferme', 'Coopérative'], en: ['Farms', 'Growers'] },
  hospitality: { fr: ['Auberge', 'Traiteur'], en: ['Hotels', 'Kitchens'] },
}

export interface Organizations {
  /** By field and language of work, the largest first. */
  readonly employers: Readonly<Record<Field, Readonly<Record<WorkLanguage, readonly string[]>>>>
  readonly schools: Readonly<Record<WorkLanguage, readonly string[]>>
}

/** Every organization of the seeds: 18 fields × 2 languages × 48 employers, and 60 schools. */
export function inventOrganizations(): Organizations {
  const employers = Object.fromEntries(
    fields.map((field, shift) => {
      // Each field begins elsewhere in the list of places, so that the large ones do not all bear the same name.
      const turn = <Item>(items: readonly Item[]) => items.map((_, place) => items[(place + shift * 5) % items.length] as Item)
      return [
        field,
        {
          fr: turn(frenchPlaces).flatMap((place) => forms[field].fr.map((form) => `${form} ${place}`)),
          en: turn(englishStems).flatMap((stem) => forms[field].en.map((form) => `${stem} ${form}`)),
        },
      ]
    }),
  ) as unknown as Organizations['employers']
  return { employers, schools }
}

const schools: Organizations['schools'] = {
  fr: [
    ...wordsOf(
      'Université du Fleuve, Université des Hauts-Plateaux, Université de la Rive-Nord, Université du Vieux-Port, Université des Grandes-Marées',
    ),
    ...wordsOf(
      'École supérieure des arts et métiers du Fleuve, École de commerce des Quais, Institut technique des Rapides, École de journalisme du Faubourg',
    ),
    ...frenchPlaces.slice(0, 21).map((place) => `Collège ${place}`),
  ],
  en: [
    ...wordsOf(
      'Riverside University, Lakeview Valley University, University of the Northern Shore, Old Harbour University, Highmoor University',
    ),
    ...wordsOf('Quayside School of Business, Rapids Institute of Technology, Greenbank School of Design, Foundry School of Journalism'),
    ...englishStems.slice(0, 21).map((stem) => `${stem} College`),
  ],
}

/** Programmes of study by field: English and French, without the degree. */
export const studies: Readonly<Record<Field, readonly [en: string, fr: string]>> = {
  software: ['Computer science', 'Informatique'],
  finance: ['Accounting', 'Sciences comptables'],
  media: ['Journalism', 'Journalisme'],
  brewing: ['Food science', 'Sciences des aliments'],
  health: ['Health sciences', 'Sciences de la santé'],
  engineering: ['Civil engineering', 'Génie civil'],
  education: ['Education', 'Sciences de l’éducation'],
  law: ['Law', 'Droit'],
  marketing: ['Communication', 'Communication'],
  commerce: ['Business administration', 'Administration des affaires'],
  transport: ['Supply chain management', 'Gestion de la chaîne logistique'],
  energy: ['Environmental science', 'Sciences de l’environnement'],
  culture: ['Fine arts', 'Beaux-arts'],
  public: ['Political science', 'Science politique'],
  manufacturing: ['Mechanical engineering', 'Génie mécanique'],
  consulting: ['Industrial relations', 'Relations industrielles'],
  agriculture: ['Agronomy', 'Agronomie'],
  hospitality: ['Tourism', 'Tourisme'],
}

/** Degrees: English, French, and years of study. */
export const degrees: readonly (readonly [en: string, fr: string, years: number])[] = rowsOf(`
  College diploma | Diplôme d’études collégiales | 3
  Bachelor’s degree | Baccalauréat | 3
  Master’s degree | Maîtrise | 2
  Doctorate | Doctorat | 4
`).map(([en = '', fr = '', years]) => [en, fr, Number(years)] as const)
