// Reads the project's TypeScript once for all checkers: each file parsed by oxc, with a walk that knows the enclosing nodes.
// Paths are relative to the root and written with `/`. Generated and ignored folders are never read.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Node, type Program, parseSync } from 'oxc-parser'

export interface Source {
  readonly path: string
  readonly text: string
  readonly program: Program
}

/** Something wrong at a place; `line` counts from 1. */
export interface Finding {
  readonly path: string
  readonly line: number
  readonly message: string
}

const skipped = new Set(['node_modules', 'build', '.react-router', '.git', 'data', 'artefacts', 'samples'])

/** The paths below `root` whose names end like one of `endings`, sorted by folder. */
export function filesBelow(root: string, endings: readonly string[], folder = ''): string[] {
  const entries = existsSync(join(root, folder)) ? readdirSync(join(root, folder), { withFileTypes: true }) : []
  return entries.flatMap((entry) => {
    const path = folder ? `${folder}/${entry.name}` : entry.name
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : filesBelow(root, endings, path)
    return endings.some((ending) => entry.name.endsWith(ending)) ? [path] : []
  })
}

/** Every TypeScript module below `root`. Throws on a file that does not parse: a checker must not pass over what it cannot read. */
export function readSources(root: string): Source[] {
  return filesBelow(root, ['.ts', '.tsx', '.mjs']).map((path) => {
    const text = readFileSync(join(root, path), 'utf8')
    const { program, errors } = parseSync(path, text)
    if (errors[0]) throw new Error(`${path}: ${errors[0].message}`)
    return { path, text, program }
  })
}

/** Visits every node of a file; `ancestors` has the nearest last, and is only valid during the call. */
export function walk(program: Program, visit: (node: Node, ancestors: readonly Node[]) => void): void {
  const ancestors: Node[] = []
  const enter = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) enter(item)
    if (!isNode(value)) return
    visit(value, ancestors)
    ancestors.push(value)
    for (const child of Object.values(value)) if (typeof child === 'object' && child !== null) enter(child)
    ancestors.pop()
  }
  enter(program)
}

/** The finding for a node of a file. */
export function findingAt(source: Source, node: { readonly start: number }, message: string): Finding {
  return { path: source.path, line: source.text.slice(0, node.start).split('\n').length, message }
}

/** The building of a path: its first folder; files of the root belong to `scripts`. */
export function buildingOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.indexOf('/')) : 'scripts'
}

/** Tests, the cases they share, what only they import, and the buildings that are nothing but tests. */
export function isTest(path: string): boolean {
  return /\.(?:test|cases)\.tsx?$|\/testing\/|^(?:e2e|bench|scripts)\//u.test(path) || buildingOf(path) === 'scripts'
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}
