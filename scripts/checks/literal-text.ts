// A sentence shown to a person stands in lib/i18n, in both languages. This finds those written into a page: text between tags, in the
// attributes that are read out or shown, and in the title that a route's `meta` gives.
import type { Node } from 'oxc-parser'
import { type Finding, findingAt, isTest, type Source, walk } from './source.ts'

const spokenAttributes = new Set(['placeholder', 'title', 'aria-label', 'aria-description', 'aria-roledescription', 'alt', 'label'])
const sameInEveryLanguage = new Set(['Entregent', 'entre', 'gent']) // the word mark is set in two weights

/** Every literal with a letter in it that a page would show. */
export function checkLiteralText(sources: readonly Source[]): Finding[] {
  const pages = sources.filter(({ path }) => /^(?:web|addin)\/.*\.tsx$/u.test(path) && !isTest(path))
  if (pages.length === 0) return [{ path: 'web', line: 1, message: 'no page was found to check' }]
  return pages.flatMap((source) => {
    const found: Finding[] = []
    const report = (node: Node) => {
      for (const text of shownBy(node)) found.push(findingAt(source, node, `shows ${JSON.stringify(text)}, which belongs in lib/i18n`))
    }
    walk(source.program, (node, ancestors) => {
      const parent = ancestors.at(-1)
      if (node.type === 'JSXText') report(node)
      else if (node.type === 'JSXExpressionContainer' && parent?.type !== 'JSXAttribute') report(node.expression)
      else if (node.type === 'JSXAttribute' && node.name.type === 'JSXIdentifier' && spokenAttributes.has(node.name.name) && node.value) {
        report(node.value.type === 'JSXExpressionContainer' ? node.value.expression : node.value)
      } else if (node.type === 'Property' && node.key.type === 'Identifier' && node.key.name === 'title' && insideMeta(ancestors))
        report(node.value)
    })
    return found
  })
}

// The words a node may show: `open ? 'Close' : label` shows 'Close'. What a call or a name gives is looked at where it is written.
function shownBy(node: Node): string[] {
  switch (node.type) {
    case 'JSXText':
      return spoken(node.value)
    case 'Literal':
      return typeof node.value === 'string' ? spoken(node.value) : []
    case 'TemplateLiteral':
      return [...node.quasis.flatMap((part) => spoken(part.value.cooked ?? '')), ...node.expressions.flatMap(shownBy)]
    case 'ConditionalExpression':
      return [...shownBy(node.consequent), ...shownBy(node.alternate)]
    case 'LogicalExpression':
      return [...(node.operator === '&&' ? [] : shownBy(node.left)), ...shownBy(node.right)]
    case 'BinaryExpression':
      return node.operator === '+' ? [...shownBy(node.left), ...shownBy(node.right)] : []
    case 'ParenthesizedExpression':
      return shownBy(node.expression)
    default:
      return []
  }
}

function spoken(text: string): string[] {
  const words = text.trim().replace(/\s+/gu, ' ')
  return /\p{L}/u.test(words) && !sameInEveryLanguage.has(words) ? [words] : []
}

function insideMeta(ancestors: readonly Node[]): boolean {
  return ancestors.some((node) => node.type === 'FunctionDeclaration' && node.id?.name === 'meta')
}
