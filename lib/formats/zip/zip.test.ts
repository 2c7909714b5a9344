// Archives, honest and hostile. Each fault is made by changing bytes of an archive that is read before the change.
import fc from 'fast-check'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { isAppError } from '../../base/errors.ts'
import { defaultLimits, type ReadLimits } from '../reading.ts'
import { createUnpacker } from './content.ts'
import { readDirectory } from './directory.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const files = { 'Profile.csv': bytesOf('First Name,Last Name\r\nZoé,Roy\r\n'), 'fr_FR/Réseau.csv': bytesOf('Name\r\n'.repeat(500)) }
const archive = () => zipSync(files, { mtime: new Date(1980, 0, 1) })

function contents(bytes: Uint8Array, limits: Partial<ReadLimits> = {}) {
  const all = { ...defaultLimits, ...limits }
  const unpack = createUnpacker(bytes, all)
  return readDirectory(bytes, all).map((entry) => [entry.name, unpack(entry)] as const)
}

/** Where the nth record with this signature begins. */
function find(bytes: Uint8Array, signature: number, nth = 0): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0, left = nth; at + 4 <= bytes.length; at++) if (view.getUint32(at, true) === signature && left-- === 0) return at
  throw new Error('no such record')
}
const central = 0x02014b50
const local = 0x04034b50

function changed(change: (view: DataView, bytes: Uint8Array) => void): Uint8Array {
  const bytes = archive()
  change(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), bytes)
  return bytes
}

describe('an archive', () => {
  it('gives each entry with its name and content, deflated and stored.', () => {
    for (const level of [0, 6] as const) expect(contents(zipSync(files, { level }))).toEqual(Object.entries(files))
  })

  it('is read with bytes before and after it, and with a comment.', () => {
    const bytes = archive()
    const before = new Uint8Array([...bytesOf('#!/bin/sh\n'), ...bytes])
    expect(contents(before)).toEqual(Object.entries(files))
    expect(contents(new Uint8Array([...bytes, 1, 2, 3]))).toEqual(Object.entries(files))
  })

  it('leaves out folders, and reads names in the code page of old programs.', () => {
    const named = zipSync({ 'a/': new Uint8Array(), 'R_seau.csv': bytesOf('x') })
    for (const [signature, offset] of [
      [local, 30],
      [central, 46],
    ] as const) {
      const at = find(named, signature, 1)
      named[at + offset + 1] = 0x82
      const flags = signature === local ? at + 6 : at + 8
      named[flags + 1] = (named[flags + 1] ?? 0) & ~8
    }
    expect(contents(named).map(([name]) => name)).toEqual(['Réseau.csv'])
  })

  const central0 = (view: DataView, bytes: Uint8Array, offset: number, value: number, wide = true) => {
    const at = find(bytes, central) + offset
    if (wide) view.setUint32(at, value, true)
    else view.setUint16(at, value, true)
  }
  const rename = (name: string) => (_: DataView, bytes: Uint8Array) => {
    for (const [signature, offset] of [
      [local, 30],
      [central, 46],
    ] as const)
      bytes.set(bytesOf(name), find(bytes, signature) + offset)
  }

  it.each<[string, string, Uint8Array]>([
    ['encrypted', 'encrypted', changed((view, bytes) => central0(view, bytes, 8, 1, false))],
    ['compressed otherwise', 'lying_size', changed((view, bytes) => central0(view, bytes, 10, 12, false))],
    ['of a name out of its folder', 'unsafe_path', changed(rename('../file.csv'))],
    ['of a name from the root', 'unsafe_path', changed(rename('/rofile.csv'))],
    ['of a name on a drive', 'unsafe_path', changed(rename('C:ofile.csv'))],
    ['of a name with backslashes', 'unsafe_path', changed(rename('..\\file.csv'))],
    ['of a name with NUL', 'unsafe_path', changed(rename('Pro\u0000ile.csv'))],
    ['said to be smaller', 'lying_size', changed((view, bytes) => central0(view, bytes, 24, 3))],
    ['said to be larger', 'lying_size', changed((view, bytes) => central0(view, bytes, 24, 3000))],
    ['of a wrong checksum', 'checksum', changed((view, bytes) => central0(view, bytes, 16, 7))],
    ['of two names', 'lying_size', changed((_, bytes) => bytes.set(bytesOf('Q'), find(bytes, local) + 30))],
    ['cut short', 'truncated', archive().subarray(0, -30)],
    [
      'that lies over another',
      'overlapping',
      changed((view, bytes) => {
        const at = find(bytes, local, 1)
        // The first entry is said to reach into the second.
        view.setUint32(find(bytes, central) + 20, at + 10, true)
      }),
    ],
  ])('refuses an entry %s.', (_, reason, bytes) => {
    expect(() => contents(bytes)).toThrow(
      expect.objectContaining({ code: 'file_broken', details: expect.objectContaining({ reason }) as object }),
    )
  })

  it('refuses two entries of the same bytes.', () => {
    const twice = zipSync({ 'a.csv': bytesOf('x'), 'b.csv': bytesOf('x') })
    const view = new DataView(twice.buffer)
    for (const [signature, offset] of [
      [local, 30],
      [central, 46],
    ] as const)
      twice.set(bytesOf('a'), find(twice, signature, 1) + offset)
    view.setUint32(find(twice, central, 1) + 42, 0, true)
    expect(() => contents(twice)).toThrow(
      expect.objectContaining({ details: expect.objectContaining({ reason: 'overlapping' }) as object }),
    )
  })

  it('stops a bomb at the limit, and holds no more than that.', () => {
    const bomb = zipSync({ 'a.csv': new Uint8Array(8 * 1024 * 1024), 'b.csv': new Uint8Array(8 * 1024 * 1024) }, { level: 6 })
    expect(bomb.length).toBeLessThan(50_000)
    const limit = (name: string, allowed: number) => expect.objectContaining({ code: 'import_limit', details: { limit: name, allowed } })
    expect(() => contents(bomb, { entryBytes: 1_000_000 })).toThrow(limit('entryBytes', 1_000_000))
    expect(() => contents(bomb, { bytesOut: 10_000_000 })).toThrow(limit('bytesOut', 10_000_000))
    expect(() => contents(archive(), { entries: 1 })).toThrow(limit('entries', 1))
  })

  it('of any bytes whatever is read or refused, and nothing else happens.', { timeout: 60_000 }, () => {
    const mutations = fc.array(fc.tuple(fc.nat(700), fc.nat(255)), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(mutations, fc.nat(700), (all, length) => {
        const bytes = archive()
        for (const [at, value] of all) bytes[at % bytes.length] = value
        for (const one of [bytes, bytes.subarray(0, length)]) {
          try {
            expect(Array.isArray(contents(one, { bytesOut: 1_000_000 }))).toBe(true)
          } catch (error) {
            expect(isAppError(error), String(error)).toBe(true)
          }
        }
      }),
      { numRuns: 1_000 },
    )
  })
})
