// The elements of a page that belong to a person's card, and only those: outside of cards nothing is kept, so a page of any length costs
// one card. htmlparser2 closes what HTML leaves open and decodes entities; nothing is fetched, no script is run.
import { Parser } from 'htmlparser2'
import { AppError } from '../../base/errors.ts'

export interface Element {
  readonly tag: string
  readonly classes: readonly string[]
  readonly attributes: ReadonlyMap<string, string>
  readonly children: (Element | string)[]
}

export interface HtmlCard {
  readonly root: Element
  readonly line: number
  readonly isTooLarge: boolean
  /** The page ended inside it. */
  readonly isUnfinished: boolean
}

interface CardTreeBuilder {
  push(text: string): Generator<HtmlCard>
  finish(): Generator<HtmlCard>
}

const deepest = 512
const mostElements = 65_536
const kept = new Set(['href', 'src', 'title', 'alt', 'datetime', 'value', 'data', 'content'])
const silent = new Set(['script', 'style', 'template', 'noscript'])

/** Classic (`vcard`) and second-generation (`h-card`) roots. */
export const isRoot = (classes: readonly string[]) => classes.includes('vcard') || classes.includes('h-card')

/** A card inside a card that is also one of its properties is not a record of its own. */
const isProperty = (classes: readonly string[]) =>
  classes.some((name) => /^(?:p|u|dt|e)-[a-z]/.test(name)) ||
  ['agent', 'org', 'attendee', 'organizer', 'author'].some((name) => classes.includes(name))

interface Open {
  readonly element: Element | undefined
  readonly card: { root: Element; line: number; size: number; count: number } | undefined
  /** This element is its card's root. */
  readonly isRoot: boolean
}

/**
 * Gives each card when it ends. `longest` is its longest text in characters.
 * Throws `file_broken` (too_deep) for more than 512 elements in one another, after the cards before were given.
 */
export function createTreeBuilder(longest: number): CardTreeBuilder {
  const open: Open[] = []
  const out: HtmlCard[] = []
  let silence = 0
  let isEnding = false
  let consumed = 0
  let line = 1
  let tagLine = 1
  let ends: number[] = []
  let nextEnd = 0

  /** Line of a place in the text; places only grow. */
  function lineAt(index: number): number {
    while (nextEnd < ends.length && (ends[nextEnd] ?? 0) < index) {
      line++
      nextEnd++
    }
    return line
  }

  function elementOf(tag: string, attributes: Record<string, string>, classes: string[]): Element {
    const found = new Map<string, string>()
    for (const [name, value] of Object.entries(attributes)) if (kept.has(name)) found.set(name, value.slice(0, longest))
    return { tag, classes, attributes: found, children: [] }
  }

  const parser = new Parser(
    {
      // Here and not at the tag's end, which may lie in a later piece of the text: a tag's name never spans two lines.
      onopentagname() {
        tagLine = lineAt(parser.startIndex)
      },
      onopentag(tag, attributes) {
        if (open.length >= deepest) throw new AppError('file_broken', { format: 'hcard', reason: 'too_deep' })
        if (silent.has(tag)) silence++
        const above = open.at(-1)
        const classes = (attributes['class'] ?? '').split(/\s+/).filter((name) => name !== '')
        const begins = isRoot(classes) && !(above?.card !== undefined && isProperty(classes))
        if (!begins && above?.card === undefined) {
          open.push({ element: undefined, card: undefined, isRoot: false })
          return
        }
        const element = elementOf(tag, attributes, classes)
        if (begins) {
          open.push({ element, card: { root: element, line: tagLine, size: 0, count: 0 }, isRoot: true })
          return
        }
        const card = above?.card
        if (card !== undefined && ++card.count < mostElements) above?.element?.children.push(element)
        open.push({ element, card, isRoot: false })
      },
      ontext(text) {
        const above = open.at(-1)
        if (above?.card === undefined || silence > 0) return
        above.card.size += text.length
        if (above.card.size <= longest) above.element?.children.push(text)
      },
      onclosetag(tag) {
        if (silent.has(tag) && silence > 0) silence--
        const closed = open.pop()
        if (closed?.card === undefined || !closed.isRoot) return
        const { root, line: at, size, count } = closed.card
        out.push({ root, line: at, isTooLarge: size > longest || count >= mostElements, isUnfinished: isEnding })
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  )

  function* fed(feed: () => void): Generator<HtmlCard> {
    let failure: Error | undefined
    try {
      feed()
    } catch (error) {
      failure = error as Error
    }
    yield* out.splice(0)
    if (failure !== undefined) throw failure
  }

  return {
    push(text) {
      lineAt(consumed)
      ends = ends.slice(nextEnd)
      nextEnd = 0
      for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) ends.push(consumed + at)
      consumed += text.length
      return fed(() => parser.write(text))
    },
    finish() {
      isEnding = true
      return fed(() => parser.end())
    },
  }
}
