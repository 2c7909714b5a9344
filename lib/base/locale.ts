// The two languages of the product, equals. Which one a reader gets: their account, then their cookie, then what their browser asks.

export const locales = ['en', 'fr'] as const
export type Locale = (typeof locales)[number]

export function isLocale(value: unknown): value is Locale {
  return value === 'en' || value === 'fr'
}

/** The first of our languages that an `Accept-Language` header asks for, by weight; English when it asks for neither. */
export function negotiateLocale(acceptLanguage: string | null | undefined): Locale {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part, order) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const weight = Number(
        parameters
          .find((p) => p.trim().startsWith('q='))
          ?.trim()
          .slice(2) ?? 1,
      )
      return { language: tag.split('-')[0], weight: Number.isFinite(weight) ? weight : 0, order }
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.order - b.order)
  const found = wanted.find(({ language }) => isLocale(language))
  return isLocale(found?.language) ? found.language : 'en'
}

/** The language of whoever runs a command, by the environment's usual words for it. */
export function localeOfEnvironment(env: Readonly<Record<string, string | undefined>>): Locale {
  return negotiateLocale((env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'] ?? '').slice(0, 2))
}

/** A text that a member wrote in one language or both. */
export interface BilingualText {
  readonly en: string | null
  readonly fr: string | null
}

/** The text in the reader's language, or else in the other, with the language it is in (for `lang=`). Undefined when there is none. */
export function inLocale(text: BilingualText, locale: Locale): { readonly text: string; readonly locale: Locale } | undefined {
  const other: Locale = locale === 'en' ? 'fr' : 'en'
  const own = text[locale]
  if (own) return { text: own, locale }
  const translated = text[other]
  return translated ? { text: translated, locale: other } : undefined
}
