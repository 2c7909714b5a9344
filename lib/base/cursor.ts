// Keyset pages: where the next page begins, as an opaque text in a URL. It holds the last row's sort keys, nothing of the row.

export interface Page<Row> {
  readonly rows: readonly Row[]
  /** Pass it as `after` for the next page; undefined at the end. */
  readonly next: string | undefined
}

type Key = string | number

/** The keys of a page's last row as text. */
export function encodeCursor(keys: readonly Key[]): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(keys))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/u, '')
}

/** What a key must look like before it reaches the database: a column's cast would fail on anything else. */
export type KeyKind = 'text' | 'number' | 'id' | 'time' | 'uuid'

const fits: Readonly<Record<KeyKind, (key: Key) => boolean>> = {
  text: (key) => typeof key === 'string' && !key.includes('\u0000'),
  number: (key) => typeof key === 'number',
  id: (key) => Number.isInteger(key) && Number(key) > 0 && Number(key) < 2 ** 31,
  time: (key) =>
    typeof key === 'string' && /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?[+-]\d\d(?::\d\d)?$/u.test(key) && isRealTime(key),
  uuid: (key) => typeof key === 'string' && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(key),
}

// A month 13 has the right shape and is no time; neither is the 30th of February.
function isRealTime(key: string): boolean {
  const day = key.slice(0, 10)
  const time = new Date(`${day}T${key.slice(11, 19)}Z`)
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(day)
}

/** The keys, or undefined when the text is not a cursor of keys of these kinds: a mangled link starts at the first page. */
export function decodeCursor(text: string | null | undefined, kinds: readonly KeyKind[]): Key[] | undefined {
  if (!text) return undefined
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))
    const keys: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    if (!Array.isArray(keys) || keys.length !== kinds.length) return undefined
    return kinds.every((kind, at) => fits[kind](keys[at])) ? (keys as Key[]) : undefined
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
