// The hand-over, run for real in a small tree: arguments, exit codes and signals reach the script and come back.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fileHash, installationStamp, writeStamp } from './stamps.mjs'

const seed = `
const said: string[] = process.argv.slice(2)
if (said[0] === 'fail') process.exit(7)
if (said[0] !== 'wait') console.log(said.join(' '))
else {
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => { said.push(signal); setTimeout(() => { console.log(said.join(' ')); process.exit(3) }, 100) })
  setInterval(() => {}, 1000)
  console.log('waiting')
}
`
let root = ''
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'entregent-run-'))
  for (const folder of ['scripts', 'seed', 'node_modules/.bin']) mkdirSync(join(root, folder), { recursive: true })
  for (const file of ['run.mjs', 'stamps.mjs']) copyFileSync(join(import.meta.dirname, file), join(root, 'scripts', file))
  symlinkSync(process.execPath, join(root, 'node_modules/.bin/node'))
  writeFileSync(join(root, 'package-lock.json'), '{}')
  writeFileSync(join(root, 'seed/seed.ts'), seed)
  writeStamp(installationStamp(root), fileHash(join(root, 'package-lock.json')))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

function start(...args: string[]): { child: ChildProcess; output: () => string; ended: Promise<unknown[]> } {
  const child = spawn(process.execPath, [join(root, 'scripts/run.mjs'), ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  let text = ''
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()))
  return { child, output: () => text, ended: once(child, 'close') }
}

test('arguments reach the script, and nothing else is printed', async () => {
  const { output, ended } = start('seed', 'city', '--members', '10')
  expect(await ended).toEqual([0, null])
  expect(output()).toBe('city --members 10\n')
})

test("the script's exit code is the command's", async () => {
  expect(await start('seed', 'fail').ended).toEqual([7, null])
})

test.each(['SIGINT', 'SIGTERM'] as const)('%s is passed on once, and the end of the script is awaited', async (signal) => {
  const { child, output, ended } = start('seed', 'wait')
  await once(child.stdout ?? child, 'data')
  child.kill(signal)
  child.kill(signal)
  expect(await ended).toEqual([3, null])
  expect(output()).toBe(`waiting\nwait ${signal}\n`)
})

test('an unknown command says which there are', async () => {
  const { output, ended } = start('dance')
  expect(await ended).toEqual([1, null])
  expect(output()).toContain('usage: node scripts/run.mjs <start|dev|demo|')
})
