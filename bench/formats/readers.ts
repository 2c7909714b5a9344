// Who reads what: ours by the front door, and the packages that can read the same file. A peer gives back its own values, flat, for counting and
// for looking whether a field is among them.
import { readFile } from '@entregent/lib/formats/read.ts'
import type { Bytes } from '@entregent/lib/formats/reading.ts'
import ICAL from 'ical.js'
import { peerPackage } from '../peers/packages.ts'

export type Records = readonly (readonly string[])[]
type Reader = (bytes: () => Bytes, whole: () => Uint8Array) => Promise<Records>

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

/** Every text within a value, however deep. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsIn)
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

interface Papa {
  parse(text: string, options: object): { data: string[][] }
}
type CsvParse = { parse(text: string, options: object): string[][] }
type Vcf = { parse(text: string): unknown[] }
interface Vcard4 {
  parse(text: string): unknown
}

export const readers: Readonly<Record<string, Reader>> = {
  async entregent(bytes) {
    const records: string[][] = []
    for await (const event of readFile(bytes(), {})) {
      if (event.type === 'contact' || event.type === 'profile') records.push(textsIn(event.draft))
    }
    return records
  },
  papaparse: (_, whole) => Promise.resolve(peerPackage<Papa>('papaparse').parse(text(whole()), { skipEmptyLines: true }).data.slice(1)),
  'csv-parse': (_, whole) =>
    Promise.resolve(
      peerPackage<CsvParse>('csv-parse/sync')
        .parse(text(whole()), { relax_column_count: true, skip_empty_lines: true, bom: true })
        .slice(1),
    ),
  'ical.js': (_, whole) => {
    const parsed = ICAL.parse(text(whole())) as unknown[]
    return Promise.resolve((typeof parsed[0] === 'string' ? [parsed] : parsed).map(textsIn))
  },
  vcf: (_, whole) =>
    Promise.resolve(
      peerPackage<Vcf>('vcf')
        .parse(text(whole()))
        .map((card) => textsIn(JSON.parse(JSON.stringify(card)))),
    ),
  vcard4: (_, whole) => {
    const parsed = peerPackage<Vcard4>('vcard4').parse(text(whole()))
    return Promise.resolve((Array.isArray(parsed) ? parsed : [parsed]).map((card) => textsIn(JSON.parse(JSON.stringify(card)))))
  },
}

/** The packages that can read a file of this ending at all. */
export function peersFor(ending: 'csv' | 'vcf' | 'other'): readonly string[] {
  if (ending === 'csv') return ['papaparse', 'csv-parse']
  return ending === 'vcf' ? ['ical.js', 'vcf', 'vcard4'] : []
}
