// Persons' cards inside web pages: classic hCard (`vcard`) and h-card microformats, saved or copied, as a stream of events.
// Nothing is fetched; a card inside a card is a record of its own unless it is one of its properties.
import { AppError } from '../../base/errors.ts'
import { eventOf } from '../events.ts'
import type { Bytes, ReadEvent, ReadOptions } from '../reading.ts'
import { decodeBytes } from '../text/decode.ts'
import { contactOf, gatherCard } from '../vcard/contact.ts'
import { type Watch, watchReading } from '../watch.ts'
import { propertiesOf } from './properties.ts'
import { createTreeBuilder, type HtmlCard } from './tree.ts'
import { wordsOf } from './values.ts'

function* eventsOf(card: HtmlCard, options: ReadOptions, watch: Watch): Generator<ReadEvent> {
  const { line, root } = card
  if (card.isTooLarge) {
    yield {
      type: 'skip',
      skip: { reason: 'too_large', line, hint: wordsOf({ ...root, children: root.children.slice(0, 8) }).slice(0, 80) },
    }
    return
  }
  const properties = propertiesOf(root, line)
  watch.allow('parts', properties.length)
  const facts = { line, country: options.country, parts: watch.limits.parts }
  const { draft, warnings, aside } = contactOf(gatherCard(properties, facts), 'hcard')
  yield eventOf(draft, options, aside)
  for (const warning of warnings) yield { type: 'warning', warning }
  if (card.isUnfinished) yield { type: 'warning', warning: { code: 'unfinished_file', line, detail: root.tag } }
}

/**
 * Reads every card of a page in the order of their ends; `line` is where each begins. Classes without a meaning stay in `unknown`.
 * Fails with `file_broken` (too_deep) for more than 512 elements in one another, (no_card) when no card is there, and with `import_limit`,
 * after everything before was told.
 */
export async function* readHcards(bytes: Bytes, options: ReadOptions): AsyncGenerator<ReadEvent> {
  const watch = watchReading(options)
  let bytesRead = 0
  const { encoding, hasByteOrderMark, text } = await decodeBytes(bytes, {
    ...options,
    onProgress: (count) => {
      bytesRead = count
    },
  })
  yield { type: 'facts', facts: { format: 'hcard', encoding, hasByteOrderMark } }
  const builder = createTreeBuilder(watch.limits.cellBytes)
  let records = 0
  function* tell(cards: Iterable<HtmlCard>): Generator<ReadEvent> {
    for (const card of cards) {
      watch.allow('records', ++records)
      yield* eventsOf(card, options, watch)
    }
  }
  for await (const chunk of text) {
    watch.check()
    yield* tell(builder.push(chunk))
    yield { type: 'progress', bytesRead }
  }
  yield* tell(builder.finish())
  if (records === 0) throw new AppError('file_broken', { format: 'hcard', reason: 'no_card' })
}
