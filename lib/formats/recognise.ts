// What a file is, by its first bytes and never by its name. Certain signs are asked for first (a zip's magic number, BEGIN:VCARD), a table last,
// for nearly any text can be taken for one.

import { AppError } from '../base/errors.ts'
import { readCsv } from './csv/read.ts'
import { recogniseCsv } from './csv/recognise.ts'
import { readHcards } from './hcard/read.ts'
import { readJsonResume, recogniseJsonResume } from './json-resume/read.ts'
import { readLdif } from './ldif/read.ts'
import { isLinkedInFile } from './linkedin/files.ts'
import { readLinkedInArchive, readLinkedInFile } from './linkedin/read.ts'
import type { Bytes, Encoding, ReadEvent, ReadOptions } from './reading.ts'
import { detectEncoding } from './text/decode.ts'
import { decoderOf } from './text/decoders.ts'
import { readJcards } from './vcard/jcard.ts'
import { readVcards } from './vcard/read.ts'

export type Reader = (bytes: Bytes, options: ReadOptions) => AsyncIterable<ReadEvent>

/** Bytes that recognising needs at most; the file's end when it is shorter. */
export const headBytes = 64 * 1024

/** The reader for a file that begins with these bytes, or undefined when it is none that is read here. */
export function recognise(head: Uint8Array, options: Pick<ReadOptions, 'encoding' | 'delimiter'> = {}): Reader | undefined {
  if (isZip(head)) return (bytes, all) => readLinkedInArchive(bytes, all, (entry) => (isZip(entry) ? undefined : recognise(entry, options)))
  if (isOldWorkbook(head)) return refuseWorkbook
  const text = headText(head, options.encoding)
  if (isLinkedInFile(text)) return readLinkedInFile
  const first = firstSign(text)
  if (first?.line === 1) return first.reader
  const table = recogniseCsv(text, options.delimiter)
  // What stands below a table's header row is in its cells: a note may hold a card, or a directory's line.
  const isTable = table !== undefined && (first === undefined || (table.columns > 1 && table.headerLine < first.line))
  return isTable ? readCsv : first?.reader
}

/** How a text says what it is, on a line of its own; pages and JSON only at the very beginning. */
const signs: readonly { readonly sign: RegExp; readonly reader: Reader }[] = [
  { sign: /^[ \t]*BEGIN[ \t]*:[ \t]*VCARD[ \t]*$/imu, reader: readVcards },
  { sign: /^\s*\[\s*(?:\[\s*)?"vcard"/iu, reader: readJcards },
  { sign: /^(?:version:[ \t]*1[ \t]*$|dn::?\s)/imu, reader: readLdif },
  { sign: /^\s*<(?:!doctype|!--|\?xml|[a-z])/iu, reader: readHcards },
]

/** The sign that comes first, with its line, from 1; before the first line there may be blanks and comments. */
function firstSign(text: string): { readonly reader: Reader; readonly line: number } | undefined {
  if (recogniseJsonResume(text)) return { reader: readJsonResume, line: 1 }
  let first: { reader: Reader; at: number } | undefined
  for (const { sign, reader } of signs) {
    const at = sign.exec(text)?.index
    if (at !== undefined && at < (first?.at ?? Number.POSITIVE_INFINITY)) first = { reader, at }
  }
  if (first === undefined) return undefined
  const before = text.slice(0, first.at).split(/\r\n|\r|\n/u)
  return { reader: first.reader, line: before.every((line) => /^\s*(?:#|$)/u.test(line)) ? 1 : before.length }
}

/** A compound file, as programs wrote workbooks before they were zip archives. */
const isOldWorkbook = (head: Uint8Array) => head[0] === 0xd0 && head[1] === 0xcf && head[2] === 0x11 && head[3] === 0xe0

async function* refuseWorkbook(bytes: Bytes): AsyncGenerator<ReadEvent> {
  for await (const _ of bytes) break
  yield* []
  throw new AppError('file_broken', { format: 'workbook', reason: 'workbook' })
}

const isZip = (head: Uint8Array) => head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5)

function headText(head: Uint8Array, encoding: Encoding | undefined): string {
  const begin = head.subarray(0, headBytes)
  return decoderOf(encoding ?? detectEncoding(begin).encoding)(begin)
}
