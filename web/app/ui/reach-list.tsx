// What can reach a person, and by which way, purpose by purpose.
import type { ReachChoice } from '@entregent/core/reachability/reach.ts'
import { words } from '@entregent/lib/i18n/words.ts'
import { useLocale } from './locale.tsx'

export function ReachList({ choices }: { choices: readonly ReachChoice[] }) {
  const t = words[useLocale()]
  return (
    <ul className="rows reach-list" data-kind="pairs">
      {choices.map(({ purpose, way }) => (
        <li key={purpose}>
          <span>{t.purpose[purpose]}</span>
          <span data-way={way}>{t.reachWay[way]}</span>
        </li>
      ))}
    </ul>
  )
}
