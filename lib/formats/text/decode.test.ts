// Every encoding that address books come in is found by what it says, and nothing that is wrong in one costs the file.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isAppError } from '../../base/errors.ts'
import type { Encoding, Warning } from '../reading.ts'
import { type DecodeOptions, decodeBytes, detectEncoding } from './decode.ts'
import { decoderOf } from './decoders.ts'
import { encodeText, fitsWestern } from './encode.ts'

async function* inChunks(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function textOf(bytes: Uint8Array, options: DecodeOptions = {}, size = 65_536) {
  let whole = ''
  const { text, encoding } = await decodeBytes(inChunks(bytes, size), options)
  for await (const piece of text) whole += piece
  return { whole, encoding }
}

/** The bytes of a text in an encoding of one byte a character, by looking each byte up. */
function encoded(text: string, encoding: Encoding): Uint8Array {
  const decoder = new TextDecoder(encoding)
  const table = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte] as const))
  return Uint8Array.from([...text], (character) => table.get(character) ?? 63)
}

function utf16(text: string, encoding: 'utf-16le' | 'utf-16be', mark: boolean): Uint8Array {
  const bytes: number[] = []
  for (const character of mark ? `\ufeff${text}` : text) {
    for (let at = 0; at < character.length; at++) {
      const code = character.charCodeAt(at)
      bytes.push(...(encoding === 'utf-16le' ? [code & 255, code >> 8] : [code >> 8, code & 255]))
    }
  }
  return Uint8Array.from(bytes)
}

const french = 'Prénom;Nom;Société\r\nZoé;Lefèvre;L’Atelier à côté\r\nFrançois;Noël;Crêperie\r\n'

describe('The encoding', () => {
  test('It is told by the byte order mark.', () => {
    expect(detectEncoding(Uint8Array.of(0xef, 0xbb, 0xbf, 65))).toEqual({ encoding: 'utf-8', hasByteOrderMark: true })
    expect(detectEncoding(utf16(french, 'utf-16le', true))).toEqual({ encoding: 'utf-16le', hasByteOrderMark: true })
    expect(detectEncoding(utf16(french, 'utf-16be', true))).toEqual({ encoding: 'utf-16be', hasByteOrderMark: true })
  })
  test('It is told by the bytes when there is no mark.', () => {
    const of = (bytes: Uint8Array) => detectEncoding(bytes).encoding
    expect(of(new TextEncoder().encode(french))).toBe('utf-8')
    expect(of(new TextEncoder().encode('Name\nIda\n'))).toBe('utf-8')
    expect(of(new Uint8Array())).toBe('utf-8')
    expect(of(utf16(french, 'utf-16le', false))).toBe('utf-16le')
    expect(of(utf16(french, 'utf-16be', false))).toBe('utf-16be')
    expect(of(encoded(french, 'windows-1252'))).toBe('windows-1252')
    expect(of(encoded(french, 'macintosh'))).toBe('macintosh')
    expect(of(encoded('Prénom;Nom\nSœur;Lecœur\nÉlu;MAÎTRE\n', 'iso-8859-15'))).toBe('iso-8859-15')
    expect(of(encoded('Vorname;Straße\nJürgen;Königsallee\n', 'macintosh'))).toBe('macintosh')
    expect(of(encoded('Vorname;Straße\nJürgen;Königsallee\n', 'windows-1252'))).toBe('windows-1252')
    expect(of(encoded('Apellidos\nMuñoz Peña\n', 'windows-1252'))).toBe('windows-1252')
    expect(of(encoded('ANDRÉ\n', 'windows-1252'))).toBe('windows-1252')
  })
  test('A character cut at the end of the head does not refute UTF-8, a lone one at the end of a file does.', () => {
    const bytes = new TextEncoder().encode('Zoé Noé')
    expect(detectEncoding(bytes.subarray(0, bytes.length - 1)).encoding).toBe('utf-8')
    expect(detectEncoding(encoded('Nom\nAndré', 'windows-1252')).encoding).toBe('windows-1252')
  })
  test('A few wrong bytes among many right ones do not refute UTF-8.', () => {
    const bytes = new TextEncoder().encode(french)
    expect(detectEncoding(Uint8Array.from([...bytes, 0xe9, 10])).encoding).toBe('utf-8')
  })
})

describe('The text', () => {
  test('It is the same in chunks of any size, without its mark.', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), fc.integer({ min: 1, max: 9 }), async (text, size) => {
        const bytes = new TextEncoder().encode(`\ufeff${text}`)
        expect((await textOf(bytes, {}, size)).whole).toBe(text.toWellFormed())
        expect((await textOf(utf16(text.toWellFormed(), 'utf-16be', true), {}, size)).whole).toBe(text.toWellFormed())
      }),
    )
  })
  test('Every eight-bit encoding is read back.', async () => {
    expect(await textOf(encoded(french, 'windows-1252'), {}, 3)).toEqual({ whole: french, encoding: 'windows-1252' })
    expect(await textOf(encoded(french, 'macintosh'), {}, 3)).toEqual({ whole: french, encoding: 'macintosh' })
    expect((await textOf(encoded('10 €', 'iso-8859-15'), { encoding: 'iso-8859-15' })).whole).toBe('10 €')
  })
  test('Bytes that are no UTF-8 far into a file are read as windows-1252 and told by their line.', async () => {
    const start = new TextEncoder().encode(`${'é\n'.repeat(40_000)}Noé `)
    const bytes = Uint8Array.from([...start, ...encoded('Lefèvre\r\n', 'windows-1252'), ...new TextEncoder().encode('Zoé\n')])
    for (const size of [4096, 65_536, 1_000_000]) {
      const warnings: Warning[] = []
      const { whole, encoding } = await textOf(bytes, { onWarning: (warning) => warnings.push(warning) }, size)
      expect(encoding).toBe('utf-8')
      expect(whole.slice(80_000)).toBe('Noé Lefèvre\r\nZoé\n')
      expect(warnings).toEqual([{ code: 'bad_encoding', line: 40_001, detail: '0xe8 = è' }])
    }
  })
  test('An encoding that a person chose and the bytes contradict is told with the line.', async () => {
    const error = await textOf(encoded('a\nb\nNoé\n', 'windows-1252'), { encoding: 'utf-8' }).catch((caught: unknown) => caught)
    expect(isAppError(error) && [error.code, error.details]).toEqual(['encoding_wrong', { encoding: 'utf-8', line: 3 }])
  })
  test('What is within the limit is given before the limit is told, and progress comes every 64 kB.', async () => {
    const bytes = new Uint8Array(200_000).fill(97)
    const progress: number[] = []
    let whole = ''
    const { text } = await decodeBytes(inChunks(bytes, 200_000), {
      limits: { bytesIn: 150_000 },
      onProgress: (count) => progress.push(count),
    })
    const error = await (async () => {
      for await (const piece of text) whole += piece
    })().catch((caught: unknown) => caught)
    expect(isAppError(error) && [error.code, error.details]).toEqual(['import_limit', { limit: 'bytesIn', allowed: 150_000 }])
    expect(whole).toHaveLength(150_000)
    expect(progress).toEqual([65_536, 131_072, 150_000])
  })
  test('The signal ends it with its reason.', async () => {
    await expect(textOf(Uint8Array.of(65), { signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough')
  })
})

describe('Text as bytes', () => {
  test('What windows-1252 holds comes back unchanged.', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aZé€œ’–ÿ\u00a0™ž\n'.split('')) }), (text) => {
        expect(new TextDecoder('windows-1252').decode(encodeText(text, 'windows-1252'))).toBe(text)
        expect(fitsWestern(text)).toBe(true)
      }),
    )
  })
  test('What it lacks is written as near as can be, or told and left out.', () => {
    const lost: string[] = []
    const written = encodeText('Łukasz Őri, Юлия Щукина, 漢 ﬁn, Ελένη, a\u0301 😀', 'windows-1252', (character) => lost.push(character))
    expect(new TextDecoder('windows-1252').decode(written)).toBe('Lukasz Ori, Yuliya Shchukina,  fin, Eleni, á ')
    expect(lost).toEqual(['漢', '😀'])
  })
  test('UTF-8 comes with its mark when asked.', () => {
    expect([...encodeText('é', 'utf-8-bom')]).toEqual([0xef, 0xbb, 0xbf, 0xc3, 0xa9])
    expect([...encodeText('é', 'utf-8')]).toEqual([0xc3, 0xa9])
  })
})

describe('files of small or old programs', () => {
  const bytesOf = (text: string, upper: Readonly<Record<string, number>>) => Uint8Array.from(text, (one) => upper[one] ?? one.charCodeAt(0))

  test('are of code page 850 where that alone makes words.', () => {
    const bytes = bytesOf('Prénom;Nom\nHélène;Garçon\nZoé;Bézard\n', { é: 0x82, è: 0x8a, ç: 0x87 })
    expect(detectEncoding(bytes).encoding).toBe('ibm850')
    expect(decoderOf('ibm850')(bytes)).toBe('Prénom;Nom\nHélène;Garçon\nZoé;Bézard\n')
  })

  test('are UTF-8 though one of few lines is not.', () => {
    const good = new TextEncoder().encode('Prénom;Nom\nÉmile;Zola\n')
    expect(detectEncoding(Uint8Array.from([...good, ...bytesOf('Honoré;Balzac\n', { é: 0xe9 })])).encoding).toBe('utf-8')
  })
})
