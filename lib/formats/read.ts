// The front door of the formats: any file of contacts or of a profile, recognised by its content and read by its reader.
import { AppError } from '../base/errors.ts'
import type { ContactDraft } from './draft.ts'
import type { Bytes, ReadEvent, ReadOptions, Warning } from './reading.ts'
import { headBytes, recognise } from './recognise.ts'
import { mendGarbled } from './text/garbled.ts'

/**
 * Reads a file of any format there is a reader for: what each tells, in its order (see `ReadEvent`).
 * Fails with `format_unknown` when nothing is recognised in it, and as its reader does (`file_broken`, `encoding_wrong`, `import_limit`).
 */
export async function* readFile(bytes: Bytes, options: ReadOptions): AsyncGenerator<ReadEvent> {
  const source = bytes[Symbol.asyncIterator]()
  try {
    const { head, length, rest } = await readHead(source, options.signal)
    const reader = recognise(head, options)
    if (reader === undefined) throw new AppError('format_unknown')
    for await (const event of reader(chunks(head.subarray(0, length), rest, source), options)) {
      yield event
      const warning = event.type === 'contact' ? garbledIn(event.draft) : undefined
      if (warning !== undefined) yield { type: 'warning', warning }
    }
  } finally {
    await source.return?.()
  }
}

/** Told once for a record, by the first text that looks spoilt. */
function garbledIn({ name, organizations, addresses, notes, source }: ContactDraft): Warning | undefined {
  const texts = [
    name.full,
    ...organizations.flatMap((one) => [one.name, one.title]),
    ...addresses.flatMap((one) => [one.street, one.city]),
    ...notes,
  ]
  for (const text of texts) {
    const short = text?.slice(0, 200) ?? ''
    const mended = /[\u00c2-\u00f4][^\u0000-\u007f]/u.test(short) ? mendGarbled(short) : undefined
    if (mended !== undefined)
      return {
        code: 'garbled',
        ...(source.entry === undefined ? {} : { entry: source.entry }),
        line: source.line,
        detail: `${mended.slice(0, 60)} → ${short.slice(0, 60)}`,
      }
  }
  return undefined
}

/** The first bytes in one piece, and the part of the last chunk that lies beyond them. */
async function readHead(source: AsyncIterator<Uint8Array>, signal: AbortSignal | undefined) {
  const head = new Uint8Array(headBytes)
  let length = 0
  while (length < headBytes) {
    signal?.throwIfAborted()
    const { done, value } = await source.next()
    if (done === true) break
    const taken = value.subarray(0, headBytes - length)
    head.set(taken, length)
    length += taken.length
    if (taken.length < value.length) return { head, length, rest: value.subarray(taken.length) }
  }
  return { head: head.subarray(0, length), length, rest: undefined }
}

async function* chunks(head: Uint8Array, rest: Uint8Array | undefined, source: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (head.length > 0) yield head
  if (rest !== undefined) yield rest
  for (;;) {
    const { done, value } = await source.next()
    if (done === true) return
    yield value
  }
}
