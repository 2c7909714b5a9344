// The command line as its user meets it: a process of its own, what it prints, how it ends.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
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
    expect(out).toContain('1 record read = 1 kept + 0 skipped')
    expect(out).toContain('Étienne Grégoire')
    expect([status, err]).toEqual([0, ''])
  })

  it('tells each skip with its line, in French too, and ends with 1.', () => {
    const { status, out } = entregent(['formats', 'inspect', `${corpus}valid/cards/role-addresses.vcf`], { language: 'fr_FR.UTF-8' })
    expect(out).toContain('2 fiches lues = 1 gardée + 1 laissée')
    expect(out).toContain('ligne 1\u00a0: pas une personne — noreply@boutique.example')
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
    expect(found['kept']).toBe(found.drafts.length)
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
  })

  it('says in words, or as JSON, why a file cannot be opened.', () => {
    const missing = entregent(['formats', 'inspect', `${corpus}nothing-here`, '--lang=fr'])
    expect([missing.status, missing.out]).toEqual([2, ''])
    expect(missing.err).toMatch(/nothing-here ne peut pas être ouvert\u00a0: ce fichier ou ce dossier n’existe pas\./u)
    expect(entregent(['formats', 'inspect', corpus]).err).toContain('cannot be opened: it is a folder.')
    const { status, out } = entregent(['formats', 'inspect', `${corpus}nothing-here`, '--json'])
    expect(status).toBe(2)
    expect(JSON.parse(out)).toMatchObject({ read: 0, drafts: [], error: { code: 'file_unreadable', details: { problem: 'missing' } } })
  })

  it('tells in words what a column is taken for, and letters that were spoilt before.', () => {
    const { status, out } = entregent(['formats', 'inspect', '-', '--lang=fr'], {
      input: 'Prénom;Nom;Couleur;Mail\nZoé;LefÃ¨vre;bleu;z@x.example\n',
    })
    expect(out).toContain('colonne «\u00a0Nom\u00a0»\u00a0: nom de famille, sûr à 100\u00a0%')
    expect(out).toContain('colonne «\u00a0Couleur\u00a0»\u00a0: inconnue, gardée telle quelle\n')
    expect(out).toContain(
      'ligne 2\u00a0: des lettres abîmées par un programme précédent\u00a0; gardées telles quelles — Zoé Lefèvre → Zoé LefÃ¨vre',
    )
    expect(status).toBe(0)
  })

  it('refuses a wrong call with 64, and says how it is called.', () => {
    for (const args of [
      ['formats'],
      ['formats', 'inspct', 'a'],
      ['formats', 'inspect', 'a', 'b'],
      ['formats', 'convert', `${corpus}valid/cards/one.jcard`, '--to', 'papyrus'],
    ]) {
      const { status, out, err } = entregent(args)
      expect([args, status, out]).toEqual([args, 64, ''])
      expect(err).toContain('entregent formats inspect FILE')
    }
    expect(entregent(['formats', 'inspct', 'a']).err).toContain('“formats inspct” is no command.')
    expect(entregent(['--help'])).toMatchObject({ status: 0, err: '' })
  })

  it.each([
    ['inspect', ['a', '--encoding', 'ebcdic'], 'utf-16le'],
    ['inspect', ['a', '--delimiter', '#'], 'tab'],
    ['inspect', ['a', '--country', 'UK'], 'GB'],
    ['inspect', ['a', '--nothing'], '--nothing is no option'],
    ['convert', ['a', '--to'], '--to lacks its value'],
    ['inspect', ['a', '--out', 'b'], '--out does not go with inspect'],
    ['convert', ['a', '--json'], '--json does not go with convert'],
    ['inspect', ['a', '--lang', 'de'], 'en, fr'],
    ['inspect', [], 'Name one file'],
  ] as const)('says what is wrong with %s %j.', (command, args, hint) => {
    expect(() => optionsOf(command, args, 'en')).toThrow(
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
    expect(err).toContain('1 fiche n’a pas de place dans ce format\u00a0:\n')
    expect(err).toContain('Un JSON Resume tient un profil, et pas de contacts.')
  })

  it('tells on the side what was left out.', () => {
    const { status, out, err } = entregent(['formats', 'convert', `${corpus}valid/cards/role-addresses.vcf`, '--to', 'ldif'])
    expect(status).toBe(1)
    expect(err).toContain('line 1: not a person — noreply@boutique.example')
    expect(out).not.toContain('noreply@')
  })

  it('names what the format has no place for, and whose it is.', () => {
    const card =
      'BEGIN:VCARD\r\nVERSION:3.0\r\nN:Durand;Anne;;;\r\nFN:Anne Durand\r\nNICKNAME:Nana\r\nEMAIL:a@d.example\r\nTEL:+33 6 12 34 56 78\r\nURL:https://www.linkedin.com/in/anne-durand\r\nEND:VCARD\r\n'
    const linkedIn = entregent(['formats', 'convert', '-', '--to', 'linkedin'], { input: card })
    expect(linkedIn.status).toBe(1)
    expect(linkedIn.err).toBe(
      'Left out, for the format has no place for it:\n  parts of the name, of 1 record:\n    Anne Durand (line 1) — Nana\n  telephones, of 1 record:\n    Anne Durand (line 1) — +33 6 12 34 56 78\n',
    )
    expect(entregent(['formats', 'convert', '-', '--to', 'outlook-csv-fr'], { input: card })).toMatchObject({ status: 0, err: '' })
    // A whole name that is not its parts together, and parts that the format drops, are no reason to write nothing.
    for (const name of [
      'N:Roy;Inès;;;\r\nFN:Roy Inès',
      'N:Roy;Inès;Marie;Dr.;\r\nFN:Dr. Inès Marie Roy',
      'N:Durand;Joseph;;;\r\nFN:Jojo',
    ]) {
      const one = `BEGIN:VCARD\r\nVERSION:3.0\r\n${name}\r\nURL:https://www.linkedin.com/in/x\r\nTEL:+33 6 12 34 56 78\r\nEND:VCARD\r\n`
      for (const to of ['google-csv', 'outlook-csv-en', 'outlook-csv-fr'])
        expect([to, entregent(['formats', 'convert', '-', '--to', to], { input: one })]).toMatchObject([to, { status: 0, err: '' }])
      expect(entregent(['formats', 'convert', '-', '--to', 'linkedin'], { input: one }).err).toContain('telephones, of 1 record')
    }
    const archive = `${corpus}valid/archive/linkedin-complete.zip`
    const { status, out, err } = entregent(['formats', 'convert', archive, '--to', 'vcard3'])
    expect(err).toMatch(/1 record has no place in that format:\n {2}\S.* \(\S+\.csv, line 1\)/u)
    expect(out).toContain('BEGIN:VCARD')
    expect(status).toBe(1)
  })

  it('writes the card of a profile’s owner where there is nothing else, and says so.', () => {
    const resume = `${corpus}valid/archive/resume-full.json`
    const { status, out, err } = entregent(['formats', 'convert', resume, '--to', 'vcard4', '--lang', 'fr'])
    expect(out).toMatch(/^FN:\S/mu)
    expect(out).toMatch(/^(?:item\d+\.)?ORG:/mu)
    expect(err).toContain('c’est la carte de son titulaire')
    expect(status).toBe(1)
  })

  it('tells what looked odd as well, and writes no file of nobody.', () => {
    const odd = entregent(['formats', 'convert', '-', '--to', 'vcard4'], {
      input: 'Name,Email,Phone\nAnne Durand,anne at d,+33612345678\n',
    })
    expect(odd.err).toContain('line 2: no e-mail address; kept as it is — anne at d')
    const folder = mkdtempSync(`${tmpdir()}/entregent-`)
    try {
      const empty = entregent(['formats', 'convert', '-', '--to', 'vcard4', '--out', `${folder}/nobody.vcf`], { input: 'Name,Email\n' })
      expect([empty.status, empty.err, existsSync(`${folder}/nobody.vcf`)]).toEqual([
        2,
        'There is nothing to write, and nothing was written.\n',
        false,
      ])
      const { status, err } = entregent(['formats', 'convert', '-', '--to', 'vcard4', '--out', `${folder}/no/card.vcf`, '--lang=fr'], {
        input: 'Name,Email\nAnne Durand,a@d.example\n',
      })
      expect(status).toBe(2)
      expect(err).toContain('card.vcf ne peut pas être écrit\u00a0: ce fichier ou ce dossier n’existe pas.')
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
