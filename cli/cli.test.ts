// The command line as its user meets it: a process of its own, what it prints, how it ends.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, vi } from 'vitest'
import { optionsOf } from './options.ts'

vi.setConfig({ testTimeout: 60_000 }) // each command starts a process

const program = fileURLToPath(new URL('entregent.mjs', import.meta.url))
const corpus = fileURLToPath(new URL('../lib/formats/corpus/', import.meta.url))

function entregent(args: readonly string[], { input = '', language = 'en' }: { input?: string | Uint8Array; language?: string } = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { input, env: { ...process.env, LC_ALL: language } })
  return { status, out: stdout.toString(), err: stderr.toString() }
}

describe('entregent formats inspect', () => {
  it('tells what a file is, and ends with 0 when everything was read.', () => {
    const { status, out, err } = entregent(['formats', 'inspect', `${corpus}valid/cards/outlook-2.1-french.vcf`])
    expect(out).toContain('vcard (2.1) · windows-1252')
    expect(out).toContain('1 record = 1 read + 0 skipped')
    expect(out).toContain('Étienne Grégoire')
    expect([status, err]).toEqual([0, ''])
  })

  it('tells each skip with its line, in French too, and ends with 1.', () => {
    const { status, out } = entregent(['formats', 'inspect', `${corpus}valid/cards/role-addresses.vcf`], { language: 'fr_FR.UTF-8' })
    expect(out).toContain('2 fiches = 1 lue + 1 laissée')
    expect(out).toContain('ligne 1: pas une personne — noreply@boutique.example')
    expect(status).toBe(1)
  })

  it('prints one object, in which the sum comes out.', () => {
    const { status, out } = entregent(['formats', 'inspect', `${corpus}valid/cards/broken-and-on.vcf`, '--json'])
    const found = JSON.parse(out) as Record<string, unknown> & {
      read: number
      skipped: { line: number; reason: string }[]
      drafts: unknown[]
    }
    expect(Object.keys(found)).toEqual(expect.arrayContaining(['format', 'version', 'encoding', 'delimiter', 'read', 'skipped', 'drafts']))
    expect(found.format).toBe('vcard')
    expect(found.skipped.length).toBeGreaterThan(0)
    expect(found.read).toBe(found.drafts.length + found.skipped.length)
    expect(status).toBe(1)
  })

  it('refuses with 2 and a sentence in the language asked for, and tells what was read before.', () => {
    const unknown = entregent(['formats', 'inspect', '-', '--lang=fr'], { input: '\u0000\u0001\u0002' })
    expect([unknown.status, unknown.out]).toEqual([2, ''])
    expect(unknown.err).toContain('Ce fichier n’est pas de ceux qui se lisent ici')
    const broken = entregent(['formats', 'inspect', `${corpus}invalid/cards/truncated.jcard`, '--json'])
    const expected = JSON.parse(readFileSync(`${corpus}invalid/cards/truncated.json`, 'utf8')) as { error: object; contactsBefore: number }
    const found = JSON.parse(broken.out) as { error: object; drafts: unknown[] }
    expect(broken.status).toBe(2)
    expect(found.error).toEqual(expected.error)
    expect(found.drafts).toHaveLength(expected.contactsBefore)
    expect(entregent(['formats', 'inspect', `${corpus}nothing-here`])).toMatchObject({ status: 2, out: '' })
  })

  it('refuses a wrong call with 64, and says how it is called.', () => {
    for (const args of [
      ['formats'],
      ['formats', 'inspect', 'a', 'b'],
      ['formats', 'convert', `${corpus}valid/cards/one.jcard`, '--to', 'papyrus'],
    ]) {
      const { status, out, err } = entregent(args)
      expect([args, status, out]).toEqual([args, 64, ''])
      expect(err).toContain('entregent formats inspect FILE')
    }
    expect(entregent(['--help'])).toMatchObject({ status: 0, err: '' })
  })

  it.each([
    [['a', '--encoding', 'ebcdic'], 'utf-16le'],
    [['a', '--delimiter', '#'], 'tab'],
    [['a', '--country', 'France'], 'FR'],
    [['a', '--nothing'], '--nothing'],
    [['a', '--lang', 'de'], 'en, fr'],
    [[], 'Name one file'],
  ])('says what is wrong with %j.', (args, hint) => {
    expect(() => optionsOf(args, 'en')).toThrow(
      expect.objectContaining({ code: 'usage', details: { problem: expect.stringContaining(hint) as string } }),
    )
  })
})

describe('entregent formats convert', () => {
  it('writes the same people in another format, from standard input too.', () => {
    const first = entregent(['formats', 'convert', `${corpus}valid/cards/one.jcard`, '--to', 'vcard3'])
    expect([first.status, first.err]).toEqual([0, ''])
    expect(first.out).toContain('VERSION:3.0')
    const again = entregent(['formats', 'convert', '-', '--to', 'vcard4'], { input: first.out })
    expect(again.out).toMatch(/^BEGIN:VCARD\r\nVERSION:4\.0\r\n/u)
    const names = (text: string) => [...text.matchAll(/^FN.*:(.*)$/gmu)].map(([, name]) => name)
    expect(names(again.out)).toEqual(names(first.out))
    expect(names(first.out).length).toBeGreaterThan(0)
  })

  it('writes nothing in a format that has no place for any of it.', () => {
    const { status, out, err } = entregent(['formats', 'convert', `${corpus}valid/cards/one.jcard`, '--to', 'json-resume', '--lang', 'fr'])
    expect([status, out]).toEqual([2, ''])
    expect(err).toContain('1 fiche n’a pas de place dans ce format.')
  })

  it('tells on the side what was left out.', () => {
    const { status, out, err } = entregent(['formats', 'convert', `${corpus}valid/cards/role-addresses.vcf`, '--to', 'ldif'])
    expect(status).toBe(1)
    expect(err).toContain('line 1: not a person — noreply@boutique.example')
    expect(out).not.toContain('noreply@')
  })
})
