// What a file is, by its first bytes and never by its name. Certain signs are asked for first (a zip's magic number, BEGIN:VCARD), a table last,
// for nearly any text can be taken for one.

import { readCsv } from './csv/read.ts'
import { recogniseCsv } from './csv/recognise.ts'
import { readHcards } from './hcard/read.ts'
import { readJsonResume, recogniseJsonResume } from './json-resume/read.ts'
import { readLdif } from './ldif/read.ts'
import { isLinkedInFile } from './linkedin/files.ts'
import { readLinkedInArchive, readLinkedInFile } from './linkedin/read.ts'
import type { Bytes, Encoding, ReadEvent, ReadOptions } from './reading.ts'
import { detectEncoding } from './text/decode.ts'
import { readJcards } from './vcard/jcard.ts'
import { readVcards } from './vcard/read.ts'

export type Reader = (bytes: Bytes, options: ReadOptions) => AsyncIterable<ReadEvent>

/** Bytes that recognising needs at most; the file's end when it is shorter. */
export const headBytes = 64 * 1024

/** The reader for a file that begins with these bytes, or undefined when it is none that is read here. */
export function recognise(head: Uint8Array, options: Pick<ReadOptions, 'encoding' | 'delimiter'> = {}): Reader | undefined {
  if (isZip(head)) return readLinkedInArchive
  const text = headText(head, options.encoding)
  if (isLinkedInFile(text)) return readLinkedInFile
  return signs.find(({ fits }) => fits(text))?.reader ?? (recogniseCsv(text, options.delimiter) === undefined ? undefined : readCsv)
}

const signs: readonly { readonly fits: (text: string) => boolean; readonly reader: Reader }[] = [
  { fits: (text) => /^[ \t]*BEGIN[ \t]*:[ \t]*VCARD[ \t]*$/imu.test(text), reader: readVcards },
  { fits: (text) => /^\s*\[\s*(?:\[\s*)?"vcard"/iu.test(text), reader: readJcards },
  { fits: recogniseJsonResume, reader: readJsonResume },
  { fits: (text) => /^(?:#.*\n|\s*\n| .*\n)*(?:version:\s*1\s*$|dn::?\s)/imu.test(text), reader: readLdif },
  { fits: (text) => /^\s*<(?:!doctype|!--|\?xml|[a-z])/iu.test(text), reader: readHcards },
]

const isZip = (head: Uint8Array) => head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5)

function headText(head: Uint8Array, encoding: Encoding | undefined): string {
  const begin = head.subarray(0, headBytes)
  const label = encoding ?? detectEncoding(begin).encoding
  return new TextDecoder(label).decode(begin)
}
