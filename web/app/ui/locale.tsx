// The reader's language and time zone, for components deep in a page.
import type { Locale } from '@entregent/lib/base/locale.ts'
import { createContext, type ReactNode, useContext } from 'react'

const Reader = createContext<{ readonly locale: Locale; readonly timeZone: string }>({ locale: 'en', timeZone: 'UTC' })

export function LocaleProvider({ locale, timeZone, children }: { locale: Locale; timeZone: string; children: ReactNode }) {
  return <Reader value={{ locale, timeZone }}>{children}</Reader>
}

/** The reader's language, as `words[useLocale()]` wants it. */
export function useLocale(): Locale {
  return useContext(Reader).locale
}

/** The reader's time zone, IANA name. */
export function useTimeZone(): string {
  return useContext(Reader).timeZone
}
