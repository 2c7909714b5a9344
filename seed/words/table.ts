// Vocabulary is written as plain text, many words a line, and read by these two.

/** The words of a text: separated by commas or line ends. */
export function wordsOf(text: string): readonly string[] {
  return text
    .split(/[,\n]/u)
    .map((word) => word.trim())
    .filter((word) => word !== '')
}

/** The rows of a table: one a line, its cells separated by bars. */
export function rowsOf(text: string): readonly (readonly string[])[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('|').map((cell) => cell.trim()))
}
