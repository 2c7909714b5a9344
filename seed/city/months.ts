// Months as one integer (year × 12 + month − 1), so that careers are arithmetic.

export type Month = number

export const monthOf = (year: number, month: number): Month => year * 12 + month - 1

/** The first day of the month, as PostgreSQL reads it: `2024-03-01`. */
export function dateOf(month: Month): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`
}

/** The present of the generated lives. Fixed, for the same seed to give the same people in any year. */
export const cityToday: Month = monthOf(2026, 6)
