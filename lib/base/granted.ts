// Proof, in the types, that somebody was allowed to reach a row. Only `access…` functions call `grant()` (a check holds them to it),
// so a raw row does not compile where a granted one is asked.

declare const granted: unique symbol

/** A row that an `access…` function handed out with the right to do `Right` to it. */
export type Granted<Row, Right extends string> = Row & { readonly [granted]: Right }

/** Marks a row as granted. Call it in `access…` functions only, after the check. */
export function grant<Right extends string, Row extends object>(row: Row): Granted<Row, Right> {
  return row as Granted<Row, Right>
}
