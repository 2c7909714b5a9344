// How strong a tie is, on the scale of the network index (0–15). Two numbers: what one privately feels, and what both stated.
import type { Relationship, Strength } from '@entregent/lib/base/words.ts'

/** The private half for the index: 0 not said, 3 barely, 8 know, 14 know well. */
export function ownStrength(strength: Strength | null): number {
  return strength === null ? 0 : ({ 1: 3, 2: 8, 3: 14 } as const)[strength]
}

export interface StatedTie {
  readonly relationship: Relationship
  /** Months as `2001-03-01`; null = not said, and for the end = still so. */
  readonly startedOn: string | null
  readonly endedOn: string | null
  readonly at: Date
}

const base: Readonly<Record<Relationship, number>> = { friend: 10, client: 7, supplier: 7, colleague: 6, classmate: 6, other: 4, met_at: 3 }

/** The shared half, 1 to 15, from the stated facts alone: how they know each other; for colleagues a point for each year together, up to 6. */
export function sharedStrength(tie: StatedTie): number {
  return base[tie.relationship] + (tie.relationship === 'colleague' ? Math.min(6, yearsTogether(tie)) : 0)
}

function yearsTogether({ startedOn, endedOn, at }: StatedTie): number {
  if (startedOn === null) return 0
  const until = endedOn === null ? at.getTime() : Date.parse(endedOn)
  return Math.max(0, Math.floor((until - Date.parse(startedOn)) / (365.25 * 86_400_000)))
}
