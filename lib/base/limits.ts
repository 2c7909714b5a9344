// Limits that a page announces and a feature enforces.

/** Characters of a message. */
export const messageLimit = 8_000

/** Characters of each note of an introduction. */
export const introductionNoteLimit = 1_000
