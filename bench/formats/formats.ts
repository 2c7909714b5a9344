// `npm run bench -- formats`: rows a second and the peak of memory of each format at three lengths, beside the packages that can read it, and the
// share of the corpus's fields that each gets right. Files are made once, in data/bench/formats.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeGoogleCsv, writeOutlookCsv } from '@entregent/lib/formats/csv/write.ts'
import type { ContactDraft } from '@entregent/lib/formats/draft.ts'
import { writeLdif } from '@entregent/lib/formats/ldif/write.ts'
import { writeLinkedInArchive } from '@entregent/lib/formats/linkedin/write.ts'
import { writeJcards } from '@entregent/lib/formats/vcard/jcard.ts'
import { writeVcards } from '@entregent/lib/formats/vcard/write.ts'
import { peopleOf } from './people.ts'
import { peersFor } from './readers.ts'
import { rightnessOf } from './rightness.ts'

const folder = join(import.meta.dirname, '..', '..', 'data', 'bench', 'formats')

type Write = (people: readonly ContactDraft[]) => Uint8Array
const formats: readonly {
  readonly name: string
  readonly ending: string
  readonly kind: 'csv' | 'vcf' | 'other'
  readonly write: Write
}[] = [
  { name: 'outlook-csv', ending: 'csv', kind: 'csv', write: (people) => writeOutlookCsv(people, { locale: 'fr', encoding: 'utf-8-bom' }) },
  { name: 'google-csv', ending: 'csv', kind: 'csv', write: writeGoogleCsv },
  { name: 'vcard-3', ending: 'vcf', kind: 'vcf', write: (people) => writeVcards(people, { version: '3.0' }) },
  { name: 'vcard-4', ending: 'vcf', kind: 'vcf', write: (people) => writeVcards(people, { version: '4.0' }) },
  { name: 'jcard', ending: 'json', kind: 'other', write: writeJcards },
  { name: 'ldif', ending: 'ldif', kind: 'other', write: writeLdif },
  { name: 'linkedin', ending: 'zip', kind: 'other', write: (people) => writeLinkedInArchive(undefined, people) },
]

/** Prints a line for each reading; gives whether ours read every row of every file. */
export async function measureFormats({ rows = [1_000, 20_000, 200_000] }: { readonly rows?: readonly number[] }): Promise<boolean> {
  mkdirSync(folder, { recursive: true })
  let complete = true
  for (const count of rows) {
    for (const { name, ending, kind, write } of formats) {
      const file = join(folder, `${name}-${count}.${ending}`)
      if (!existsSync(file)) writeFileSync(file, write([...peopleOf(count)]))
      for (const reader of ['entregent', ...peersFor(kind)]) {
        const line = read(reader, file)
        console.log(
          JSON.stringify({
            query: 'read',
            format: name,
            rows: count,
            reader,
            records: line.records,
            rowsPerSecond: Math.round((line.records / line.ms) * 1000),
            peakMb: Math.round(line.peakMb),
            ...(line.problem && { problem: line.problem }),
          }),
        )
        if (reader === 'entregent' && line.records !== count) complete = false
      }
    }
  }
  for (const [room, ending] of [
    ['csv', '.csv'],
    ['cards', '.vcf'],
  ] as const) {
    for (const reader of ['entregent', ...peersFor(room === 'csv' ? 'csv' : 'vcf')]) {
      const { files, fields, right } = await rightnessOf(reader, room, ending)
      console.log(
        JSON.stringify({ query: 'corpus', room, reader, files, fields, right, share: Math.round((right / fields) * 1000) / 1000 }),
      )
    }
  }
  return complete
}

interface Line {
  readonly records: number
  readonly ms: number
  readonly peakMb: number
  readonly problem?: string
}

function read(reader: string, file: string): Line {
  const program = join(import.meta.dirname, 'one.ts')
  try {
    return JSON.parse(
      execFileSync(process.execPath, [program, reader, file], { encoding: 'utf8', timeout: 300_000, maxBuffer: 1_000_000 }),
    ) as Line
  } catch (error) {
    return { records: 0, ms: 1, peakMb: 0, problem: String(error).slice(0, 120) }
  }
}
