// The way-in line: people joined by a thick line where the tie is strong and a dashed one where it is weak. Never colour alone: one
// sentence says the same to those who do not see it.
import { waysIn } from '@entregent/lib/i18n/ways-in.ts'
import { Fragment } from 'react'
import { Avatar, type Pictured } from './avatar.tsx'
import { useLocale } from './locale.tsx'

/**
 * `people` stand in order; 'you' is the reader, null somebody who is not named. `strong` says of each tie between two of them
 * whether it is strong.
 */
export function WayLine({
  people,
  strong,
  size = 'm',
}: {
  people: readonly (Pictured | 'you' | null)[]
  strong: readonly boolean[]
  size?: 's' | 'm'
}) {
  const t = waysIn[useLocale()]
  const names = people.map((person) => (person === 'you' ? t.you : person ? `${person.givenName} ${person.familyName}` : t.someone))
  const sentence = names.map((name, index) => (index === 0 ? name : `${strong[index - 1] ? t.strongTie : t.weakTie}, ${name}`)).join(', ')
  return (
    <div className="way-line" role="img" aria-label={sentence} data-size={size}>
      {people.map((person, index) => (
        <Fragment key={index}>
          {index > 0 && <span className="tie" data-strong={strong[index - 1] || undefined} />}
          {person === 'you' ? (
            <span className="avatar" data-self data-word data-size={size}>
              {t.you}
            </span>
          ) : person ? (
            <Avatar person={person} size={size} />
          ) : (
            <span className="avatar" data-size={size}>
              …
            </span>
          )}
        </Fragment>
      ))}
    </div>
  )
}
