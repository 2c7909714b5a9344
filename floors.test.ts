// The floors' check must be able to fail: each kind of bad import is planted and must come out red, each good one green.
import { expect, test } from 'vitest'
import { checkFloors, roomOf } from './floors.check.ts'
import { doors, floors } from './floors.ts'
import { withTree } from './scripts/checks/planted.ts'
import { readSources } from './scripts/checks/source.ts'

const manifest = JSON.stringify({ dependencies: { zod: '4', kysely: '0', react: '19', hono: '4' }, devDependencies: { vitest: '5' } })

function complaints(path: string, text: string): string[] {
  return withTree({ 'package.json': manifest, [path]: text }, (root) => checkFloors(readSources(root), root).map(({ message }) => message))
}

test.each([
  ['up', 'core/members/bad.ts', "import { x } from '../invitations/invitations.ts'"],
  ['up, re-exported', 'lib/base/bad.ts', "export * from '../graph/network.ts'"],
  ['up, by name', 'core/db/bad.ts', "export { x } from '../outbox/outbox.ts'"],
  ['up, dynamic', 'core/db/bad.ts', "export const late = () => import('../outbox/outbox.ts')"],
  ['up, dynamic in a template', 'core/db/bad.ts', 'export const late = () => import(`../outbox/outbox.ts`)'],
  ['up, types only', 'core/db/bad.ts', "import type { X } from '../outbox/outbox.ts'"],
  ['up, in a type', 'core/db/bad.ts', "export type X = import('../outbox/outbox.ts').X"],
  ['up, from a test', 'core/members/bad.test.ts', "import { x } from '../invitations/invitations.ts'"],
  ['sideways', 'core/contacts/bad.ts', "import { x } from '../invitations/invitations.ts'"],
  ['sideways', 'lib/policy/bad.ts', "import { x } from '../graph/network.ts'"],
  ['two doors', 'web/app/routes/bad.tsx', "import { x } from '@entregent/server/http/peer.ts'"],
  ['up, from the settings', 'server/config.ts', "import { x } from './http/peer.ts'"],
  ['two doors', 'server/bad.ts', "import { x } from '@entregent/web/app/request/services.ts'"],
  ['by path, not by name: another workspace', 'core/members/bad.ts', "import { x } from '../../lib/base/text.ts'"],
  ['which is for tests only', 'core/members/bad.ts', "import { x } from '../db/testing/people.ts'"],
  ['which stands in no room', 'core/members/bad.ts', "import { x } from '../attic/box.ts'"],
  ['which package.json does not declare', 'server/bad.ts', "import x from 'left-pad'"],
  ['core takes only', 'core/members/bad.ts', "import { useState } from 'react'"],
  ['core takes only', 'core/members/bad.ts', "import { Hono } from 'hono'"],
  ['lib takes only', 'lib/base/bad.ts', "import { sql } from 'kysely'"],
  ['runs in a browser as well', 'lib/base/bad.ts', "import { readFile } from 'node:fs/promises'"],
  ['which Node does not have', 'server/bad.ts', "import x from 'node:left-pad'"],
  ["which only the pages' build knows", 'server/bad.ts', "import x from 'virtual:react-router/server-build'"],
  ['something computed', 'core/members/bad.ts', 'export const load = (name: string) => import(name)'],
])('%s is found in %s: %s', (_what, path, text) => {
  expect(complaints(path, text)).toHaveLength(1)
})

test('a room that nobody listed is found', () => {
  expect(complaints('core/attic/box.ts', 'export const box = 1')).toEqual(['stands in no room of floors.ts'])
})

test.each([
  ['core/members/good.ts', "import { x } from './viewer.ts'\nimport { y } from '../db/connect.ts'\nimport { sql } from 'kysely'"],
  ['core/members/good.ts', "import { readFile } from 'node:fs/promises'\nimport type { L } from '@entregent/lib/base/locale.ts'"],
  ['core/members/good.test.ts', "import { x } from '../db/testing/people.ts'\nimport { test } from 'vitest'"],
  ['lib/base/good.test.ts', "import { readFileSync } from 'node:fs'\nimport { test } from 'vitest'"],
  ['lib/i18n/good.test.ts', 'export const load = (name: string) => import(name)'],
  ['web/app/root.tsx', "import type { Route } from './+types/root.ts'\nimport './styles/entregent.css'"],
  ['web/app/routes/person/page.tsx', "import type { Route } from './+types/page.ts'\nimport { x } from '../../ui/frame.tsx'"],
  ['server/mail/good.ts', "import type { Config } from '../config.ts'"],
  ['web/handler.ts', "import * as build from 'virtual:react-router/server-build'"],
  ['server/main.ts', "import { village } from '../seed/village.ts'\nimport { x } from '@entregent/core/privacy/erase.ts'"],
])('%s may import what stands below it: %s', (path, text) => {
  expect(complaints(path, text)).toEqual([])
})

test('to have read no module is a failure', () => {
  expect(complaints('notes.md', 'nothing')).toEqual(['no module was found to check'])
})

test('every module of the house was read, and keeps to the plan', () => {
  const sources = readSources('.')
  expect(sources.length).toBeGreaterThan(50)
  expect(checkFloors(sources, '.')).toEqual([])
})

test('a room is listed once, and a path stands in the longest room that holds it', () => {
  const rooms = floors.flat()
  expect(new Set(rooms).size).toBe(rooms.length)
  expect(roomOf('web/app/routes.ts')).toBe('web')
  expect(roomOf('web/app/routes/home.tsx')).toBe('web/app/routes')
  expect(roomOf('floors.ts')).toBe('scripts')
  expect(doors).toContain('web')
})
