// The fields of work, with their names in a sentence and how many of the city work there.
import type { Pair } from './occasions.ts'

export const fields = [
  'software',
  'finance',
  'media',
  'brewing',
  'health',
  'engineering',
  'education',
  'law',
  'marketing',
  'commerce',
  'transport',
  'energy',
  'culture',
  'public',
  'manufacturing',
  'consulting',
  'agriculture',
  'hospitality',
] as const
export type Field = (typeof fields)[number]

/** In the order of `fields`. */
export const fieldWeights: readonly number[] = [16, 9, 5, 3, 10, 7, 8, 4, 6, 7, 4, 4, 4, 6, 6, 5, 2, 4]

/** As in "ten years in …". */
export const fieldNames: Readonly<Record<Field, Pair>> = {
  software: ['software', 'informatique'],
  finance: ['finance', 'finance'],
  media: ['the media', 'journalisme'],
  brewing: ['food and drink', 'agroalimentaire'],
  health: ['health care', 'santé'],
  engineering: ['engineering', 'génie'],
  education: ['education', 'éducation'],
  law: ['law', 'droit'],
  marketing: ['marketing', 'communication'],
  commerce: ['retail', 'commerce'],
  transport: ['transport', 'logistique'],
  energy: ['energy', 'énergie'],
  culture: ['the arts', 'culture'],
  public: ['public service', 'fonction publique'],
  manufacturing: ['manufacturing', 'fabrication'],
  consulting: ['consulting', 'conseil'],
  agriculture: ['farming', 'agriculture'],
  hospitality: ['hospitality', 'hôtellerie'],
}
