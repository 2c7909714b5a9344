// Holds every import to the plan of floors.ts: static, re-exported, dynamic and type-only ones alike. A check that reads no module is an
// error, not a success.
import { readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join, posix } from 'node:path'
import { doors, floors, packages, pure } from './floors.ts'
import { buildingOf, type Finding, findingAt, isTest, type Source, walk } from './scripts/checks/source.ts'

const buildings = new Set(floors.flat().map(buildingOf))
const workspaces = new Set(['lib', 'core', 'server', 'web', 'addin', 'cli'])

/** What in `sources` breaks the plan. `root` is where package.json declares the packages. */
export function checkFloors(sources: readonly Source[], root: string): Finding[] {
  const declared = declaredPackages(root)
  const inHouse = sources.filter(({ path }) => buildings.has(buildingOf(path)))
  if (inHouse.length === 0) return [{ path: 'floors.ts', line: 1, message: 'no module was found to check' }]
  return inHouse.flatMap((source) => {
    if (roomOf(source.path) === undefined) return [findingAt(source, { start: 0 }, 'stands in no room of floors.ts')]
    return importsOf(source).flatMap(({ specifier, at }) => {
      const message = specifier === undefined ? unknownTarget(source.path) : complaint(source.path, specifier, declared)
      return message ? [findingAt(source, at, message)] : []
    })
  })
}

/** The room of a path: the longest listed one that holds it; undefined when it stands in none. */
export function roomOf(path: string): string | undefined {
  const rooms = floors.flat().filter((room) => path === room || path.startsWith(`${room}/`))
  return rooms.sort((a, b) => b.length - a.length)[0] ?? (path.includes('/') ? undefined : 'scripts')
}

// Every module a file names. A dynamic import of something computed has no specifier.
function importsOf(source: Source): { specifier: string | undefined; at: { start: number } }[] {
  const found: { specifier: string | undefined; at: { start: number } }[] = []
  const add = (node: { start: number }, value: unknown) =>
    found.push({ specifier: typeof value === 'string' ? value : undefined, at: node })
  walk(source.program, (node) => {
    if (node.type === 'ImportDeclaration' || node.type === 'ExportAllDeclaration') add(node, node.source.value)
    else if (node.type === 'ExportNamedDeclaration' && node.source) add(node, node.source.value)
    else if (node.type === 'TSImportType') add(node, node.source.value)
    else if (node.type === 'TSExternalModuleReference') add(node, node.expression.value)
    else if (node.type === 'ImportExpression') {
      const from = node.source
      add(
        node,
        from.type === 'TemplateLiteral' && from.expressions.length === 0
          ? from.quasis[0]?.value.cooked
          : 'value' in from
            ? from.value
            : undefined,
      )
    }
  })
  return found
}

function complaint(from: string, specifier: string, declared: ReadonlySet<string>): string | undefined {
  const target = resolveInHouse(from, specifier)
  if (target === undefined) return packageComplaint(from, specifier, declared)
  if (/(?:^|\/)\+types\//u.test(target)) return undefined // React Router's generated types of the file itself
  const here = roomOf(from)
  const there = roomOf(target)
  if (here === undefined || there === undefined) return `imports ${specifier}, which stands in no room of floors.ts`
  const [building, otherBuilding] = [buildingOf(from), buildingOf(target)]
  if (building !== otherBuilding && doors.includes(building) && doors.includes(otherBuilding)) {
    return `imports ${specifier}: ${building} and ${otherBuilding} are two doors, and no door imports another`
  }
  if (building !== otherBuilding && workspaces.has(otherBuilding) && specifier.startsWith('.')) {
    return `imports ${specifier}: another workspace is named @entregent/${target}`
  }
  if (target.includes('/testing/') && !isTest(from)) return `imports ${specifier}, which is for tests only`
  if (here === there || floorOf(there) < floorOf(here)) return undefined
  const direction = floorOf(there) === floorOf(here) ? 'sideways' : 'up'
  return `imports ${direction}, from ${here} to ${there}: only the own room and lower floors may be imported`
}

function packageComplaint(from: string, specifier: string, declared: ReadonlySet<string>): string | undefined {
  const building = buildingOf(from)
  if (specifier.startsWith('node:')) {
    if (!isBuiltin(specifier)) return `imports ${specifier}, which Node does not have`
    return pure.includes(building) && !isTest(from) ? `imports ${specifier}: ${building} runs in a browser as well` : undefined
  }
  if (specifier.startsWith('virtual:')) return building === 'web' ? undefined : `imports ${specifier}, which only the pages' build knows`
  const name = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
  if (!declared.has(name)) return `imports the package ${name}, which package.json does not declare`
  const allowed = packages[building]
  return allowed && !allowed.includes(name) && !isTest(from)
    ? `imports the package ${name}: ${building} takes only ${allowed.join(', ')}`
    : undefined
}

function unknownTarget(from: string): string | undefined {
  const building = buildingOf(from)
  return (building === 'lib' || building === 'core') && !isTest(from) ? 'imports something computed, which nobody can follow' : undefined
}

// The path below the root that a specifier names; undefined for packages and Node's own modules.
function resolveInHouse(from: string, specifier: string): string | undefined {
  if (specifier.startsWith('@entregent/')) return specifier.slice('@entregent/'.length)
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier.replace(/\?.*$/u, ''))
  return undefined
}

function floorOf(room: string): number {
  return floors.findIndex((rooms) => rooms.includes(room))
}

function declaredPackages(root: string): Set<string> {
  const manifest: Record<string, Record<string, string> | undefined> = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return new Set(['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) => Object.keys(manifest[kind] ?? {})))
}
