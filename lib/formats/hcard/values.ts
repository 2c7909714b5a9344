// The value of one property of a card in a page: the value-class pattern, `abbr` and `time`, links, images, or the words a reader sees.
import { cleanText } from '../people/clean.ts'
import { type Element, isRoot } from './tree.ts'

const blocks = new Set([
  'p',
  'div',
  'li',
  'ul',
  'ol',
  'tr',
  'table',
  'section',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'address',
  'dd',
  'dt',
  'pre',
])

function collect(element: Element, parts: string[]): void {
  if (element.tag === 'br') parts.push('\n')
  if (element.tag === 'img') parts.push(element.attributes.get('alt') ?? '')
  const isBlock = blocks.has(element.tag)
  if (isBlock) parts.push('\n')
  for (const child of element.children) {
    if (typeof child === 'string') parts.push(element.tag === 'pre' ? child : child.replace(/\s+/g, ' '))
    else collect(child, parts)
  }
  if (isBlock) parts.push('\n')
}

/** The words a reader sees, with a line feed where a line or a block ends. */
export function wordsOf(element: Element): string {
  const parts: string[] = []
  collect(element, parts)
  return cleanText(
    parts
      .join('')
      .replace(/ {2,}/g, ' ')
      .replace(/ ?\n[ \n]*/g, '\n'),
  )
}

/** Elements below that satisfy, outermost first and not inside of one another; a nested card is not looked into. */
export function findAll(element: Element, satisfies: (found: Element) => boolean): Element[] {
  const found: Element[] = []
  for (const child of element.children) {
    if (typeof child === 'string') continue
    if (satisfies(child)) found.push(child)
    else if (!isRoot(child.classes)) found.push(...findAll(child, satisfies))
  }
  return found
}

/** One element of the value-class pattern: what it shows, or what `abbr` and `value-title` say instead. */
function partOf(element: Element): string {
  const title = element.attributes.get('title')
  if (title !== undefined && (element.tag === 'abbr' || element.classes.includes('value-title'))) return title
  return element.attributes.get('datetime') ?? (element.tag === 'img' ? element.attributes.get('alt') : undefined) ?? wordsOf(element)
}

/** The text of a property. */
export function textValue(element: Element): string {
  const { tag, attributes } = element
  const parts = findAll(element, ({ classes }) => classes.includes('value') || classes.includes('value-title'))
  if (parts.length > 0) return cleanText(parts.map(partOf).join(''))
  if (tag === 'abbr' && attributes.has('title')) return cleanText(attributes.get('title') ?? '')
  if ((tag === 'data' || tag === 'input') && attributes.has('value')) return cleanText(attributes.get('value') ?? '')
  if (tag === 'meta') return cleanText(attributes.get('content') ?? '')
  if (tag === 'img' || tag === 'area') return cleanText(attributes.get('alt') ?? '')
  return wordsOf(element)
}

/** The day of a property. */
export function dateValue(element: Element): string {
  return cleanText(element.attributes.get('datetime') ?? textValue(element))
}

/** The address of a property: a link's or an image's, as written; nothing is resolved. Falls back to its text. */
export function linkValue(element: Element): string {
  const { tag, attributes } = element
  const link =
    tag === 'img' || tag === 'source' || tag === 'video' || tag === 'audio'
      ? attributes.get('src')
      : tag === 'object'
        ? attributes.get('data')
        : attributes.get('href')
  if (link !== undefined) return cleanText(link)
  const [inner] = findAll(element, (found) => found.attributes.has('href') || found.attributes.has('src'))
  const text = textValue(element)
  if (inner !== undefined && !/^[a-z][a-z0-9+.-]*:\S+$/i.test(text)) return linkValue(inner)
  return text
}
