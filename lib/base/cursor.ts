// Keyset pages: where the next page begins, as an opaque text in a URL. It holds the last row's sort keys, nothing of the row.

export interface Page<Row> {
  readonly rows: readonly Row[]
  /** Pass it as `after` for the next page; undefined at the end. */
  readonly next: string | undefined
}

type Key = string | number | null

/** The keys of a page's last row as text. */
export function encodeCursor(keys: readonly Key[]): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(keys))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/u, '')
}

/** The keys, or undefined when the text is not a cursor of `length` keys: a mangled link starts at the first page. */
export function decodeCursor(text: string | null | undefined, length: number): Key[] | undefined {
  if (!text) return undefined
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))
    const keys: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    const valid =
      Array.isArray(keys) && keys.length === length && keys.every((key) => key === null || ['string', 'number'].includes(typeof key))
    return valid ? (keys as Key[]) : undefined
  } catch {
    return undefined
  }
}

/** A page of `limit` rows from `limit + 1` that were read; `keys` gives a row's sort keys. */
export function pageOf<Row>(rows: readonly Row[], limit: number, keys: (row: Row) => readonly Key[]): Page<Row> {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > limit && last !== undefined ? encodeCursor(keys(last)) : undefined }
}
