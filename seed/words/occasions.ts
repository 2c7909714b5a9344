// Where people meet outside work and school, and what a headline or a summary says of them. French and English side by side, by meaning.
import { rowsOf } from './table.ts'

/** English and French. */
export type Pair = readonly [en: string, fr: string]

export const events: readonly Pair[] = rowsOf(`
  Harbour Tech Days | Les Journées techno du port
  Winter Trade Fair | Le Salon d’hiver du commerce
  Riverside Founders’ Breakfast | Le Déjeuner des fondateurs de la rive
  Regional Chamber of Commerce | La Chambre de commerce régionale
  Open Data Meetup | La Rencontre données ouvertes
  Young Professionals’ Circle | Le Cercle des jeunes professionnels
  Autumn Health Congress | Le Congrès santé d’automne
  Festival of the Quays | Le Festival des quais
  Three Lakes Half Marathon | Le Demi-marathon des Trois-Lacs
  Neighbourhood Choir | La Chorale du quartier
  Secure Commerce Forum | Le Forum du commerce sécurisé
  Barley and Hops Fair | La Foire de l’orge et du houblon
`).map(([en = '', fr = '']) => [en, fr] as const)

/** What somebody is open to, at the end of a headline. */
export const wishes: readonly Pair[] = rowsOf(`
  open to new contracts | à l’écoute de nouveaux mandats
  always glad to help newcomers | du temps pour qui débute
  mentoring on Fridays | mentorat le vendredi
  looking for partners | en quête de partenaires
  speaking and teaching | conférences et formations
`).map(([en = '', fr = '']) => [en, fr] as const)

/** Openings of a summary; {field}, {years}, {skill} and {other} are filled. */
export const summaries: readonly Pair[] = rowsOf(`
  {years} years in {field}. I like clear goals, small teams and work that lasts. Ask me about {skill}. | {years} ans en {field}. J’aime les buts clairs, les petites équipes et le travail qui dure. Parlez-moi de {skill}.
  I came to {field} by chance and stayed by choice. My strengths: {skill} and {other}. | Venue du hasard, ma carrière en {field} est devenue un choix. Mes forces : {skill} et {other}.
  I bring people together around {skill}. Before that, {other}. {years} years of experience. | Je réunis les gens autour de ceci : {skill}. Avant cela : {other}. {years} ans d’expérience.
  What I do best: {skill}. What I am learning: {other}. | Ce que je fais le mieux : {skill}. Ce que j’apprends : {other}.
`).map(([en = '', fr = '']) => [en, fr] as const)
