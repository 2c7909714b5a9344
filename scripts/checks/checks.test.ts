// Each checker sees red: what it forbids is planted, in the ways somebody might really write it.
import { expect, test } from 'vitest'
import { checkFiles } from './files.ts'
import { checkGrant } from './grant.ts'
import { checkLiteralText } from './literal-text.ts'
import { withTree } from './planted.ts'
import { type Finding, readSources, type Source } from './source.ts'

function inFile(check: (sources: readonly Source[]) => Finding[], path: string, text: string): Finding[] {
  return withTree({ [path]: text }, (root) => check(readSources(root)))
}

const granted = "import { grant, type Granted } from '@entregent/lib/base/granted.ts'\n"

test.each([
  ['in a plain function', `${granted}export function findInvitation(row: object) { return grant(row) }`],
  ['in an arrow', `${granted}export const load = (row: object) => grant(row)`],
  ['at the top of a module', `${granted}export const row = grant({})`],
  ['passed on as a value', `${granted}export function listAll(rows: object[]) { return rows.map(grant) }`],
  ['hidden in an object', `${granted}export const tools = { grant }`],
  ['under another name', "import { grant as allow } from '@entregent/lib/base/granted.ts'\nexport function access() { return allow({}) }"],
  ['through a namespace', "import * as g from '@entregent/lib/base/granted.ts'\nexport const row = g.grant({})"],
  ['by a cast', `${granted}export function accessRow(row: object) { return row as Granted<object, 'read'> }`],
  ['near a name that only begins alike', `${granted}export function accessible(row: object) { return grant(row) }`],
])('grant() %s is found', (_where, text) => {
  expect(inFile(checkGrant, 'core/members/bad.ts', text)).toHaveLength(1)
})

test.each([
  ['a function', `${granted}export async function accessRow(row: object) { return grant<'read', object>(row) }`],
  ['an arrow with a name', `${granted}export const accessRow = (row: object) => grant(row)`],
  ['a callback in it', `${granted}export function accessRows(rows: object[]) { return rows.map((row) => grant(row)) }`],
  ['a word of SQL elsewhere', "export const grant = 'grant select on member to reader'"],
])('grant() is fine in %s named access…', (_where, text) => {
  expect(inFile(checkGrant, 'core/members/good.ts', text)).toEqual([])
})

test.each([
  ['text between tags', 'export const A = () => <p>Hello</p>'],
  ['text among values', 'export const A = ({ n }: { n: number }) => <p>{n} connections</p>'],
  ['a string in braces', "export const A = () => <p>{'Bonjour'}</p>"],
  ['one branch of a choice', "export const A = ({ open, w }: P) => <p>{open ? 'Close' : w.open}</p>"],
  ['a fallback', "export const A = ({ name }: P) => <p>{name ?? 'Somebody'}</p>"],
  ['a template', 'export const A = ({ n }: P) => <p>{`page ${n}`}</p>'],
  ['a placeholder', 'export const A = () => <input placeholder="Your name" />'],
  ['a label that is read out', "export const A = () => <nav aria-label={'Main'} />"],
  ['an alternative text', 'export const A = () => <img alt="Portrait" src="/a.png" />'],
  ['the title of a page', "export function meta() { return [{ title: 'Home' }] }\nexport const A = () => <p />"],
])('literal text is found: %s', (_what, text) => {
  expect(inFile(checkLiteralText, 'web/app/routes/bad.tsx', text)).toHaveLength(1)
})

test('what is not a sentence, or comes from the catalogue, is left alone', () => {
  const text = `export const A = ({ w, kind }: P) => <p className="note" data-kind="pairs" title={w.title}>
    {w.hello} · {kind === 'open' && <b>{w.open}</b>} – {'1'} <img alt="" src="/a.png" /> Entregent
  </p>`
  expect(inFile(checkLiteralText, 'web/app/routes/good.tsx', text)).toEqual([])
})

test('to have read no page is a failure', () => {
  expect(inFile(checkLiteralText, 'web/empty.ts', '// nothing')).toHaveLength(1)
})

test.each([
  ['too long', 'core/members/long.ts', `// Long.\n${'export {}\n'.repeat(400)}`],
  ['named index', 'core/members/index.ts', '// All of it.\n'],
  ['named after helping', 'web/app/ui/helpers.tsx', '// Things.\n'],
  ['named after managing', 'core/members/member-manager.ts', '// Things.\n'],
  ['that does not say what it is for', 'core/members/silent.ts', 'export const a = 1\n'],
])('a file %s is found', (_what, path, text) => {
  expect(withTree({ [path]: text }, checkFiles)).toHaveLength(1)
})

test('a file that does not parse stops the checks instead of passing', () => {
  expect(() => inFile(checkGrant, 'core/members/broken.ts', 'export const = 1')).toThrow('core/members/broken.ts')
})
