// Towns with their country and the language of work. The weight is how often a member lives there: Québec first.
import { rowsOf } from './table.ts'

export interface Town {
  readonly name: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  readonly language: 'fr' | 'en' | 'both'
  readonly weight: number
}

export const towns: readonly Town[] = rowsOf(`
  CA | both | 24 | Montréal
  CA | fr | 9 | Québec
  CA | fr | 5 | Laval
  CA | both | 5 | Gatineau
  CA | fr | 4 | Longueuil
  CA | fr | 4 | Sherbrooke
  CA | fr | 3 | Trois-Rivières
  CA | fr | 3 | Saguenay
  CA | fr | 2 | Lévis
  CA | fr | 2 | Rimouski
  CA | fr | 2 | Drummondville
  CA | fr | 1 | Granby
  CA | fr | 1 | Saint-Hyacinthe
  CA | fr | 1 | Saint-Jérôme
  CA | fr | 1 | Rouyn-Noranda
  CA | fr | 1 | Baie-Saint-Paul
  CA | fr | 1 | Gaspé
  CA | fr | 1 | Victoriaville
  CA | both | 1 | Magog
  CA | both | 6 | Ottawa
  CA | en | 10 | Toronto
  CA | en | 2 | Hamilton
  CA | en | 2 | Waterloo
  CA | both | 1 | Sudbury
  CA | both | 2 | Moncton
  CA | en | 2 | Halifax
  CA | both | 1 | Winnipeg
  CA | en | 3 | Calgary
  CA | en | 2 | Edmonton
  CA | en | 4 | Vancouver
  CA | en | 1 | Victoria
  FR | fr | 8 | Paris
  FR | fr | 4 | Lyon
  FR | fr | 2 | Marseille
  FR | fr | 2 | Toulouse
  FR | fr | 2 | Bordeaux
  FR | fr | 2 | Nantes
  FR | fr | 2 | Lille
  FR | fr | 1 | Rennes
  FR | fr | 1 | Strasbourg
  FR | fr | 1 | Grenoble
  FR | fr | 1 | Montpellier
  BE | both | 3 | Bruxelles
  BE | fr | 1 | Liège
  BE | fr | 1 | Namur
  BE | fr | 1 | Charleroi
  CH | both | 2 | Genève
  CH | fr | 2 | Lausanne
  CH | fr | 1 | Neuchâtel
  CH | fr | 1 | Fribourg
  GB | en | 6 | London
  GB | en | 2 | Manchester
  GB | en | 2 | Edinburgh
  GB | en | 1 | Bristol
  GB | en | 1 | Leeds
  GB | en | 1 | Cardiff
`).map(([country = '', language, weight, name = '']) => ({ name, country, language: language as Town['language'], weight: Number(weight) }))
