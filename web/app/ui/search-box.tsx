// The search field of the header: a plain GET form; with script, people whose name begins like what is typed appear below it
// (the combobox pattern of the ARIA authoring practices: arrows open and move, Enter goes there or searches, Escape closes and then empties).
import type { Degree } from '@entregent/lib/graph/network.ts'
import { search } from '@entregent/lib/i18n/search.ts'
import { shell } from '@entregent/lib/i18n/shell.ts'
import { type KeyboardEvent, useCallback, useEffect, useId, useRef, useState } from 'react'
import { Form, useLocation, useNavigate } from 'react-router'
import { Avatar, type Pictured } from './avatar.tsx'
import { DegreeBadge } from './degree-badge.tsx'
import { useLocale } from './locale.tsx'

interface Suggestion extends Pictured {
  readonly headline: string
  readonly degree: Degree | undefined
}

/** Milliseconds of rest after a key before the server is asked. */
const typingPauseMs = 120

export function SearchBox() {
  const t = shell[useLocale()]
  const words = search[useLocale()]
  const id = useId()
  const navigate = useNavigate()
  const { pathname, search: query } = useLocation()
  // On the page of results the question stands there to be changed.
  const asked = pathname === '/people' ? (new URLSearchParams(query).get('q') ?? '') : ''
  const [text, setText] = useState('')
  const [active, setActive] = useState(-1)
  const { suggestions, close, reopen } = useSuggestions(text)
  const field = useRef<HTMLInputElement>(null)
  const shown = useRef(`${pathname}${query}`)
  const open = suggestions.length > 0

  useEffect(() => {
    close()
    setActive(-1)
    // What somebody wrote before the script was there stays.
    if (shown.current === `${pathname}${query}`) return
    shown.current = `${pathname}${query}`
    setText('')
    if (field.current) field.current.value = asked
  }, [asked, pathname, query, close])

  const go = (suggestion: Suggestion) => {
    close()
    setText('')
    if (field.current) field.current.value = ''
    void navigate(`/p/${suggestion.handle}`)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open) {
      if (event.key === 'ArrowDown') reopen()
      return
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      setActive((before) => (before + step + suggestions.length + (before < 0 && step < 0 ? 1 : 0)) % suggestions.length)
    } else if (event.key === 'Escape') {
      event.preventDefault() // the browser would empty the field at once
      close()
      setActive(-1)
    } else if (event.key === 'Enter') {
      const chosen = suggestions[active]
      if (!chosen) return
      event.preventDefault()
      go(chosen)
    }
  }
  return (
    <Form className="search-box" method="get" action="/people" role="search" onSubmit={close}>
      <input
        ref={field}
        type="search"
        name="q"
        defaultValue={asked}
        aria-label={t.searchLabel}
        placeholder={t.searchHint}
        autoComplete="off"
        maxLength={200}
        role="combobox"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
        onChange={(event) => {
          setText(event.target.value)
          setActive(-1)
        }}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      <div id={`${id}-list`} role="listbox" aria-label={words.suggestions} className="suggestions" hidden={!open}>
        {suggestions.map((suggestion, place) => (
          <div
            key={suggestion.handle}
            id={`${id}-${place}`}
            role="option"
            tabIndex={-1}
            aria-selected={place === active}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => go(suggestion)}
            onKeyDown={undefined}
          >
            <Avatar person={suggestion} />
            <span>
              <b>
                {suggestion.givenName} {suggestion.familyName}
              </b>{' '}
              <DegreeBadge degree={suggestion.degree} />
              <small>{suggestion.headline}</small>
            </span>
          </div>
        ))}
      </div>
      <output className="visually-hidden">{open ? words.suggestionCount({ count: suggestions.length }) : ''}</output>
    </Form>
  )
}

function useSuggestions(text: string) {
  const [suggestions, setSuggestions] = useState<readonly Suggestion[]>([])
  const [round, setRound] = useState(0)
  const asked = useRef<AbortController>(undefined)
  useEffect(() => {
    asked.current?.abort()
    if (text.trim().length < 2) {
      setSuggestions([])
      return
    }
    const ask = new AbortController()
    asked.current = ask
    const timer = setTimeout(() => {
      fetch(`/people/suggest?q=${encodeURIComponent(text)}`, { signal: ask.signal })
        .then(async (response) => {
          if (response.ok) setSuggestions((await response.json()) as Suggestion[])
        })
        .catch(() => {}) // aborted by the next key, or offline: the form still searches
    }, typingPauseMs)
    return () => clearTimeout(timer)
  }, [text, round])
  const close = useCallback(() => {
    asked.current?.abort()
    setSuggestions([])
  }, [])
  const reopen = useCallback(() => setRound((before) => before + 1), [])
  return { suggestions, close, reopen }
}
