// An address as one text beside its parts: programs compose the one from the others, and people sometimes write more into it.
import type { AddressDraft } from '../draft.ts'
import { comparableName } from './comparable-name.ts'

/** Whether the whole text has a word that none of the parts has. */
export function tellsMore(formatted: string, { place: _, label: __, formatted: ___, ...parts }: Partial<AddressDraft>): boolean {
  const told = Object.values(parts).join(' ')
  const known = new Set(comparableName(told).split(' '))
  const words = comparableName(formatted).split(' ')
  // Signs alone are told when they stand in the parts as they are.
  return words.some((word) => !known.has(word)) || (words.join('') === '' && !told.includes(formatted))
}
