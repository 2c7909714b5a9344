// `grant()` marks a row as allowed, so it is called in functions named `access…` and nowhere else; nor may a cast say `Granted` instead.
import type { Node } from 'oxc-parser'
import { type Finding, findingAt, type Source, walk } from './source.ts'

const home = 'lib/base/granted.ts'

/** Every use of `grant` outside an `access…` function, every other name for it, and every cast to `Granted`. */
export function checkGrant(sources: readonly Source[]): Finding[] {
  return sources.filter(({ path, text }) => path !== home && /\bgrant\b|\bGranted\b/u.test(text)).flatMap(inFile)
}

function inFile(source: Source): Finding[] {
  const found: Finding[] = []
  // Only the files that import it can mean ours: a word `grant` of SQL or of a test's title is another thing.
  const imports = source.program.body.some((node) => node.type === 'ImportDeclaration' && node.source.value.endsWith('/granted.ts'))
  if (!imports) return found
  walk(source.program, (node, ancestors) => {
    const parent = ancestors.at(-1)
    if (node.type === 'ImportSpecifier') {
      const renamed = node.imported.type === 'Identifier' && node.imported.name === 'grant' && node.local.name !== 'grant'
      if (renamed) found.push(findingAt(source, node, 'gives grant() another name, which hides it from this check'))
    } else if (
      node.type === 'ImportNamespaceSpecifier' &&
      parent?.type === 'ImportDeclaration' &&
      parent.source.value.endsWith('/granted.ts')
    ) {
      found.push(findingAt(source, node, 'imports the whole of granted.ts, which hides grant() from this check'))
    } else if (node.type === 'Identifier' && node.name === 'grant' && parent?.type !== 'ImportSpecifier') {
      const isKey = (parent?.type === 'Property' && parent.key === node) || parent?.type === 'MemberExpression'
      if (!isKey && !ancestors.some((ancestor, index) => /^access[A-Z]/u.test(nameOf(ancestor, ancestors[index - 1])))) {
        found.push(findingAt(source, node, 'uses grant() outside a function named access…'))
      }
    } else if (node.type === 'TSAsExpression' && node.typeAnnotation.type === 'TSTypeReference') {
      const type = node.typeAnnotation.typeName
      if (type.type === 'Identifier' && type.name === 'Granted')
        found.push(findingAt(source, node, 'casts to Granted instead of being granted'))
    }
  })
  return found
}

// The name under which a function is declared or held; '' for anything else.
function nameOf(node: Node, parent: Node | undefined): string {
  if (node.type === 'FunctionDeclaration') return node.id?.name ?? ''
  const isFunction = node.type === 'ArrowFunctionExpression' || node.type === 'FunctionExpression'
  return isFunction && parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id.name : ''
}
