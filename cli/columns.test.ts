import { dictionaries } from '@entregent/lib/formats/csv/headers.ts'
import { planColumns } from '@entregent/lib/formats/csv/plan.ts'
import { meaningWords } from '@entregent/lib/i18n/columns.ts'
import { describe, expect, it } from 'vitest'

describe('the meaning of a column', () => {
  const headers = [...new Set([...dictionaries.values()].flatMap((dictionary) => [...dictionary.keys()]))]
  const meanings = [...new Set(headers.flatMap((header) => planColumns([header], 'en').map(({ meaning }) => meaning)))]

  it('has words in both languages, whatever the header.', () => {
    expect(meanings.length).toBeGreaterThan(60)
    for (const locale of ['en', 'fr'] as const)
      for (const meaning of meanings) expect(meaningWords(locale, meaning), meaning).toMatch(/^\p{L}[\p{L}’,. -]+(?: \(\p{L}+\))?$/u)
    expect(meaningWords('fr', 'phone.work')).toBe('téléphone (travail)')
    expect(meaningWords('en', 'home.street')).toBe('address (home)')
  })
})
