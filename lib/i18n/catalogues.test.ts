// Every sentence of every catalogue, in both languages: there, not empty, and French set as French is (no-break spaces, curly apostrophes).
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
const notCatalogues = new Set(['catalogue.ts', 'format.ts'])

/** Answers any parameter: a number where one counts or measures, else a word. Numbers are tried as 0, 1, 2 and a million. */
function parameters(count: number): object {
  const tie = { relationship: 'colleague', context: 'Zoé', startedOn: '2001-05-01', endedOn: '2006-05-01' }
  return new Proxy(tie, {
    get(_, name) {
      const key = String(name)
      if (/count|others|limit|bytes|seconds|first|second|third|^uid$|^pid$|days|hours|minutes|size|port|members|ties/iu.test(key))
        return count
      if (/until|day|at$|on$|date/iu.test(key)) return '2026-05-01'
      if (/more|is[A-Z]|strong/u.test(key)) return count > 1
      if (key === 'relationship') return 'colleague'
      if (key === 'purpose') return 'expertise'
      return 'Zoé'
    },
  })
}

function sentences(messages: object, path = ''): [string, string][] {
  return Object.entries(messages).flatMap(([key, message]): [string, string][] => {
    const at = path ? `${path}.${key}` : key
    if (typeof message === 'string') return [[at, message]]
    if (typeof message === 'function')
      return [0, 1, 2, 1_000_000].map((count): [string, string] => [`${at}(${count})`, String(message(parameters(count)))])
    return message && typeof message === 'object' ? sentences(message, at) : []
  })
}

// An ordinary space before a high sign or inside quotation marks, or no space at all where there must be one.
const badFrench = /\u0020[:;!?»]|«\u0020|[\p{L}\p{N}»)][;!?](\s|$)|«[^\u00a0\u202f]|[^\u00a0\u202f]»/u

interface Both {
  readonly en: object
  readonly fr: object
}
const isCatalogue = (value: unknown): value is Both => typeof value === 'object' && value !== null && 'en' in value && 'fr' in value

const catalogues: [string, Both][] = []
for (const file of files) {
  if (notCatalogues.has(file)) continue
  const module = (await import(/* @vite-ignore */ `./${file}`)) as Record<string, unknown>
  for (const [name, value] of Object.entries(module)) if (isCatalogue(value)) catalogues.push([`${file} ${name}`, value])
}

describe('catalogues', () => {
  it('would be caught when their French is set badly', () => {
    for (const bad of ['Bonjour !', 'Bonjour!', 'Qui ?', '« Oui »', '«Oui»', 'Note : ceci']) expect(bad).toMatch(badFrench)
    for (const good of ['Bonjour\u00a0!', '«\u00a0Oui\u00a0»', 'https://a.example/?b=c', 'à 10:30']) expect(good).not.toMatch(badFrench)
  })

  it('are found in every file that ought to hold one', () => {
    const holding = new Set(catalogues.map(([name]) => name.split(' ')[0]))
    // errors.ts words codes through functions: its types demand both languages, and server tests read them.
    expect(files.filter((file) => !notCatalogues.has(file) && !holding.has(file))).toEqual([])
  })

  it.each(catalogues)('%s says the same things in both languages', (_, { en, fr }) => {
    const keys = (messages: object) => sentences(messages).map(([at]) => at)
    expect(keys(fr)).toEqual(keys(en))
    for (const [at, text] of [...sentences(en), ...sentences(fr)]) expect(text.trim(), at).not.toBe('')
  })

  it.each(catalogues)('%s has no hole where a value should stand', (_, { en, fr }) => {
    for (const [at, text] of [...sentences(en), ...sentences(fr)]) expect(text, at).not.toMatch(/undefined|NaN|\[object|\$\{/u)
  })

  it.each(catalogues)('%s sets French as French is set', (_, { fr }) => {
    for (const [at, text] of sentences(fr)) {
      expect(text, `${at}: a no-break space before : ; ! ? and inside « »`).not.toMatch(badFrench)
      expect(text, `${at}: a curly apostrophe`).not.toMatch(/\p{L}'\p{L}/u)
    }
  })
})
