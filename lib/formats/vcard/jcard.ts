// jCard (RFC 7095), read and written: one card or an array of them. Streaming: one card is held at a time.
import type { ContactDraft } from '../draft.ts'
import { eventOf } from '../events.ts'
import type { Bytes, ReadEvent, ReadOptions } from '../reading.ts'
import { decodeBytes } from '../text/decode.ts'
import { type Watch, watchReading } from '../watch.ts'
import { contactOf, gatherCard } from './contact.ts'
import { createJsonCutter } from './jcard-cut.ts'
import { jsonOf, propertyOf } from './jcard-property.ts'
import { linesOf } from './lines.ts'
import type { Card } from './making.ts'
import type { Property } from './property.ts'

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

function cardOf(json: unknown, record: number, options: ReadOptions, watch: Watch): Card | undefined {
  if (!Array.isArray(json) || json[0] !== 'vcard' || !Array.isArray(json[1])) return undefined
  const given = json[1] as unknown[]
  const { parts } = watch.limits
  watch.allow('parts', given.length)
  const properties: Property[] = []
  for (const item of given) {
    if (Array.isArray(item)) for (const value of item as unknown[]) if (Array.isArray(value)) watch.allow('parts', value.length)
    const property = propertyOf(item, record, parts)
    if (property !== undefined) properties.push(property)
  }
  return gatherCard(properties, { line: record, country: options.country, parts })
}

function eventFor(text: string, record: number, options: ReadOptions, watch: Watch): ReadEvent[] {
  if (text === '') return [{ type: 'skip', skip: { reason: 'too_large', line: record, hint: '' } }]
  const card = cardOf(parsed(text), record, options, watch)
  if (card === undefined) return [{ type: 'skip', skip: { reason: 'broken', line: record, hint: '' } }]
  const { draft, warnings, aside } = contactOf(card, 'jcard')
  return [eventOf(draft, options, aside), ...warnings.map((warning) => ({ type: 'warning', warning }) as const)]
}

/**
 * Reads a jCard or an array of them; `line` is the record's number, from 1. An element that is no card is skipped as `broken`; an empty
 * array holds nobody. Fails with `file_broken` (syntax, truncated, too_deep) and `import_limit`, after everything before was told.
 */
export async function* readJcards(bytes: Bytes, options: ReadOptions): AsyncGenerator<ReadEvent> {
  const watch = watchReading(options)
  let bytesRead = 0
  const { encoding, hasByteOrderMark, text } = await decodeBytes(bytes, {
    ...options,
    onProgress: (count) => {
      bytesRead = count
    },
  })
  yield { type: 'facts', facts: { format: 'jcard', variant: '4.0', encoding, hasByteOrderMark } }
  const cutter = createJsonCutter(watch.limits.cellBytes * 4)
  let records = 0
  for await (const chunk of text) {
    watch.check()
    for (const piece of cutter.push(chunk)) {
      watch.allow('records', ++records)
      yield* eventFor(piece, records, options, watch)
    }
    yield { type: 'progress', bytesRead }
  }
  cutter.finish()
}

/** One array of jCards, in the drafts' order, as UTF-8; the same fields and extensions as a 4.0 card (see writeVcards). */
export function writeJcards(drafts: Iterable<ContactDraft>): Uint8Array {
  const cards: unknown[] = []
  for (const draft of drafts) {
    const properties = linesOf(draft, '4.0').map(jsonOf)
    cards.push(['vcard', [['version', {}, 'text', '4.0'], ...properties.filter((property) => property !== undefined)]])
  }
  return new TextEncoder().encode(`[${cards.map((card) => JSON.stringify(card)).join(',\n')}]\n`)
}
