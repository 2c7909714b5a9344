// Limits that a page announces and a feature enforces.

/** Characters of a message. */
export const messageLimit = 8_000
