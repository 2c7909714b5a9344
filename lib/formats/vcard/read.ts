// vCard 2.1, 3.0 and 4.0, as they are found in the wild, as a stream of events. It works on bytes, because a fold may fall inside a
// character and a 2.1 card names an encoding for each property; it holds one card at a time.
import { AppError } from '../../base/errors.ts'
import { eventOf } from '../events.ts'
import type { Bytes, ReadEvent, ReadOptions } from '../reading.ts'
import { type Watch, watchReading } from '../watch.ts'
import { contactOf, gatherCard } from './contact.ts'
import { createCutter, type Piece, type RawCard } from './cut.ts'
import { openBinary } from './input.ts'
import type { Card } from './making.ts'
import { type Heads, type Property, parseProperty, type Version } from './property.ts'

type Settings = Card['charset']

/** What one reading keeps. */
interface Reading {
  readonly charset: Settings
  readonly options: ReadOptions
  readonly watch: Watch
  readonly heads: Heads
}

function versionOf(text: string): Version {
  return text.startsWith('2') ? '2.1' : text.startsWith('4') ? '4.0' : '3.0'
}

function cardOf(raw: RawCard, { charset, options, watch, heads }: Reading): Card {
  const version = versionOf(raw.version)
  const properties: Property[] = []
  for (const line of raw.lines) {
    const property = parseProperty(line, version, charset, watch.limits.parts, heads)
    if (property === undefined) continue
    watch.allow('parts', partsOf(property.text, watch.limits.parts))
    properties.push(property)
  }
  return gatherCard(properties, { version, line: raw.line, charset, country: options.country, parts: watch.limits.parts })
}

/** Components of a value; a short one cannot have too many. */
function partsOf(text: string, limit: number): number {
  if (text.length <= limit) return 0
  let count = 1
  for (let at = text.indexOf(';'); at >= 0 && count <= limit; at = text.indexOf(';', at + 1)) if (text[at - 1] !== '\\') count++
  return count
}

/** What can be told of a card that could not be read. */
function hintFrom(raw: RawCard, charset: Settings): string {
  const wanted = /^(?:[^.:;]+\.)?(FN|N|EMAIL|TEL|ORG)\s*[;:]/i
  for (const line of raw.lines) {
    if (!wanted.test(line.text) || line.text.length > 4096) continue
    const text = parseProperty(line, versionOf(raw.version), charset, 4096)
      ?.text.replace(/[;\s]+/g, ' ')
      .trim()
    if (text) return text.slice(0, 80)
  }
  return ''
}

function* eventsOf(piece: Piece, reading: Reading): Generator<ReadEvent> {
  const { line } = piece.card
  if (piece.fault !== undefined) {
    yield { type: 'skip', skip: { reason: piece.fault, line, hint: hintFrom(piece.card, reading.charset) } }
    if (piece.unfinished === true) yield { type: 'warning', warning: { code: 'unfinished_file', line, detail: 'END:VCARD' } }
    return
  }
  const { draft, warnings, aside } = contactOf(cardOf(piece.card, reading), 'vcard')
  yield eventOf(draft, reading.options, aside)
  for (const warning of warnings) yield { type: 'warning', warning }
}

/**
 * Reads every card of a file, in order: `facts` (variant: the first card's version), then one `contact` or `skip` for each card, its
 * warnings after it. A card without END is skipped as `broken` and the reading goes on with the next BEGIN; one whose value is longer than
 * `cellBytes` is skipped as `too_large`. A nested AGENT stays in the outer card's `unknown`.
 *
 * Fails with `file_broken` (syntax) when there is no card at all, and with `import_limit` for bytesIn, records, parts (properties of a
 * card, parameters, components) and milliseconds, after everything before was told.
 */
export async function* readVcards(bytes: Bytes, options: ReadOptions): AsyncGenerator<ReadEvent> {
  const watch = watchReading(options)
  const input = await openBinary(bytes, options, watch)
  const variant = /^\s*VERSION\s*(?:;[^:]*)?:\s*(\d\.\d)/im.exec(input.head)?.[1]
  const { encoding, hasByteOrderMark } = input
  yield { type: 'facts', facts: { format: 'vcard', encoding, hasByteOrderMark, ...(variant === undefined ? {} : { variant }) } }
  const charset: Settings = { file: encoding.startsWith('utf-16') ? 'utf-8' : encoding, forced: options.encoding !== undefined }
  const reading: Reading = { charset, options, watch, heads: new Map() }
  const cutter = createCutter(watch)
  let records = 0
  function* tell(pieces: Iterable<Piece>): Generator<ReadEvent> {
    for (const piece of pieces) {
      watch.allow('records', ++records)
      if (records % 256 === 0) watch.check()
      yield* eventsOf(piece, reading)
    }
  }
  for await (const { text, bytesRead } of input.chunks) {
    yield* tell(cutter.push(text))
    yield { type: 'progress', bytesRead }
  }
  yield* tell(cutter.finish())
  if (records === 0) throw new AppError('file_broken', { format: 'vcard', reason: 'syntax' })
}
