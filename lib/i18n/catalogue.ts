// Sentences of the product, English and French side by side. A sentence missing in one language, or one that wants other
// parameters, does not compile. French typography (no-break spaces before : ; ! ? and in « ») is put in by hand and held by a test.
import type { Locale } from '@entregent/lib/base/locale.ts'

/** A sentence, a sentence that needs values, or a group of them. */
export type Message = string | ((values: never) => string) | { readonly [key: string]: Message }
export type Messages = { readonly [key: string]: Message }

/** The same keys, with the same parameters, in another language. */
export type SameShape<Original> = {
  readonly [Key in keyof Original]: Original[Key] extends string
    ? string
    : Original[Key] extends (values: infer Values) => string
      ? (values: Values) => string
      : SameShape<Original[Key]>
}

/** Both languages of one feature's sentences. Use as `introductions[locale].ask`. */
export function catalogue<const English extends Messages>(both: {
  readonly en: English
  readonly fr: SameShape<English>
}): Readonly<Record<Locale, SameShape<English>>> {
  return { en: both.en as unknown as SameShape<English>, fr: both.fr }
}
