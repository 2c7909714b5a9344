// The shape of files: none so long that it hides what it holds, none named after nothing, each opening with what it is for.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildingOf, type Finding, filesBelow } from './source.ts'

const mostLines = 400
const emptyName = /(?:^|\/)(?:index|utils?|helpers?|common|types|[\w-]*(?:service|manager))\.tsx?$/u
const opensWithComment = /^(?:#![^\n]*\n)?(?:\/\/|\/\*|--)/u
const house = new Set(['lib', 'core', 'server', 'web', 'addin', 'cli', 'seed', 'bench', 'e2e', 'scripts'])

/** Files over 400 lines, with a name that says nothing, or (tests aside) without their opening comment. */
export function checkFiles(root: string): Finding[] {
  const paths = filesBelow(root, ['.ts', '.tsx', '.mjs', '.css', '.sql']).filter(
    (path) => house.has(buildingOf(path)) && !path.endsWith('.generated.ts') && !path.endsWith('.d.ts'),
  )
  if (paths.length === 0) return [{ path: '.', line: 1, message: 'no file was found to check' }]
  return paths.flatMap((path) => {
    const text = readFileSync(join(root, path), 'utf8')
    const lines = text.split('\n').length - 1
    const isMigration = path.includes('/migrations/') // a migration is never split or shortened once it was released
    const explains = path.endsWith('.css') || /\.test\.tsx?$/u.test(path) || opensWithComment.test(text)
    return [
      ...(lines > mostLines && !isMigration ? [{ path, line: mostLines, message: `has ${lines} lines; ${mostLines} are the most` }] : []),
      ...(emptyName.test(path) ? [{ path, line: 1, message: 'has a name that does not say what it holds' }] : []),
      ...(!explains ? [{ path, line: 1, message: 'does not open with what it is for' }] : []),
    ]
  })
}
