// The stamps decide whether an installation or a build is skipped: too eager and a start takes a minute, too lazy and it runs old pages.
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fileHash, installationStamp, isInstalled, pagesHash, readStamp, writeStamp } from './stamps.mjs'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'entregent-stamps-'))
  write('package-lock.json', '{"lockfileVersion":3}')
  write('web/app/root.tsx', 'export const Root = () => null')
  write('lib/base/text.ts', 'export const blank = ""')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

test('a fresh clone is not installed', () => {
  expect(isInstalled(root)).toBe(false)
})

test('an installation stays good until the lock changes', () => {
  writeStamp(installationStamp(root), fileHash(join(root, 'package-lock.json')))
  expect(isInstalled(root)).toBe(true)
  write('package-lock.json', '{"lockfileVersion":3,"packages":{}}')
  expect(isInstalled(root)).toBe(false)
})

test('an installation made by hand is taken over when it is younger than the lock, and only then', () => {
  write('node_modules/.package-lock.json', '{}')
  utimesSync(join(root, 'package-lock.json'), 1000, 1000)
  expect(isInstalled(root)).toBe(true)
  utimesSync(join(root, 'node_modules/.package-lock.json'), 500, 500)
  expect(isInstalled(root)).toBe(false)
})

test('the pages are stale after a change of a page, a rule, a style, the lock, or a file more', () => {
  const changes: [string, string][] = [
    ['web/app/root.tsx', 'export const Root = () => undefined'],
    ['lib/base/text.ts', 'export const blank = " "'],
    ['web/app/styles/tokens.css', ':root { --ink: black }'],
    ['core/db/connect.ts', 'export const connect = () => {}'],
    ['package-lock.json', '{"lockfileVersion":4}'],
  ]
  const seen = [pagesHash(root)]
  for (const [path, text] of changes) {
    write(path, text)
    seen.push(pagesHash(root))
  }
  expect(new Set(seen).size).toBe(changes.length + 1)
})

test('the pages are not stale after a new test, a new migration, their own build, or a touched file', () => {
  const before = pagesHash(root)
  write('lib/base/text.test.ts', 'test')
  write('core/db/migrations/0001_house.sql', 'select 1')
  write('web/build/client/entry.js', 'built')
  write('web/.react-router/types/+routes.ts', 'generated')
  utimesSync(join(root, 'web/app/root.tsx'), 1000, 1000)
  expect(pagesHash(root)).toBe(before)
})

test('a stamp that was never written reads as undefined', () => {
  expect(readStamp(join(root, 'web/build/.stamp'))).toBeUndefined()
})
