// How far a person is: 1st, 2nd, 3rd; «…» while the network loads; nothing for oneself.
import type { Degree } from '@entregent/lib/graph/network.ts'
import { degrees } from '@entregent/lib/i18n/degrees.ts'
import { ordinal } from '@entregent/lib/i18n/format.ts'
import { useLocale } from './locale.tsx'

export function DegreeBadge({ degree }: { degree: Degree | undefined }) {
  const locale = useLocale()
  const t = degrees[locale]
  if (degree === 0) return null
  if (degree === undefined)
    return (
      <abbr className="degree" title={t.loading}>
        {t.loadingSign}
      </abbr>
    )
  if (degree === 'further')
    return (
      <span className="degree" data-far>
        {t.further}
      </span>
    )
  return <span className="degree">{t.degree({ nth: ordinal(locale, degree) })}</span>
}
