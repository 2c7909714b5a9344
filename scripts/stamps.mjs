// Stamps: a hash of what something was made from, kept beside what was made. Equal stamps mean that the work may be skipped.
// Plain JavaScript on node:-modules alone: it runs on the host's Node, before anything is installed.
// @ts-check
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const skippedFolders = new Set(['node_modules', 'build', '.react-router', 'migrations', 'testing'])
const pageSource = /\.(?:tsx?|css|svg|png|webp|ico|woff2|txt|json|webmanifest)$/u

/**
 * The sha256 of a file, in hexadecimal.
 * @param {string} path
 */
export function fileHash(path) {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}

/**
 * The sha256 over the names and contents of everything the pages are built from: web/, lib/, core/ without their tests, and the lock.
 * Contents, not times: a copied or freshly checked out tree with the same text needs no new build.
 * @param {string} root
 */
export function pagesHash(root) {
  const hash = createHash('sha256')
  for (const folder of ['web', 'lib', 'core']) {
    for (const path of sourcesBelow(root, folder)) hash.update(`${path}\0${fileHash(join(root, path))}\n`)
  }
  return hash.update(fileHash(join(root, 'package-lock.json'))).digest('hex')
}

/**
 * True when node_modules holds what package-lock.json asks for. An installation made by hand carries no stamp: npm's own copy of the lock
 * inside it must then be younger than the lock.
 * @param {string} root
 */
export function isInstalled(root) {
  const lock = join(root, 'package-lock.json')
  const stamp = readStamp(installationStamp(root))
  if (stamp !== undefined) return stamp === fileHash(lock)
  const copy = join(root, 'node_modules', '.package-lock.json')
  return existsSync(copy) && statSync(copy).mtimeMs >= statSync(lock).mtimeMs
}

/** @param {string} root */
export function installationStamp(root) {
  return join(root, 'node_modules', '.entregent-lock')
}

/** @param {string} root */
export function pagesStamp(root) {
  return join(root, 'web', 'build', '.stamp')
}

/**
 * The stamp at `path`; undefined when there is none.
 * @param {string} path
 */
export function readStamp(path) {
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined
}

/**
 * @param {string} path
 * @param {string} stamp
 */
export function writeStamp(path, stamp) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `${stamp}\n`)
}

/**
 * Paths with `/`, relative to `root`, sorted, so that the hash is the same on every system.
 * @param {string} root
 * @param {string} folder
 * @returns {string[]}
 */
function sourcesBelow(root, folder) {
  if (!existsSync(join(root, folder))) return []
  const entries = readdirSync(join(root, folder), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return skippedFolders.has(entry.name) ? [] : sourcesBelow(root, path)
    return pageSource.test(entry.name) && !entry.name.includes('.test.') ? [path] : []
  })
}
