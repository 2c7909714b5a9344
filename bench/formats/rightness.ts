// How much of the corpus a reader gets right: of all names, addresses, numbers, organizations and titles that the expectations hold, the share
// that is among the values it gives, exactly as written. Cells that nobody split or decoded are not.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ContactDraft } from '@entregent/lib/formats/draft.ts'
import { readers } from './readers.ts'

const corpus = join(import.meta.dirname, '..', '..', 'lib', 'formats', 'corpus', 'valid')

export interface Rightness {
  readonly files: number
  readonly fields: number
  readonly right: number
}

/** Over the files of one room ('csv', 'cards') with this ending. */
export async function rightnessOf(reader: string, room: 'csv' | 'cards', ending: string): Promise<Rightness> {
  let [files, fields, right] = [0, 0, 0]
  for (const name of readdirSync(join(corpus, room)).filter((file) => file.endsWith(ending))) {
    const expected = JSON.parse(readFileSync(join(corpus, room, name.replace(/\.[^.]+$/u, '.json')), 'utf8')) as {
      contacts: ContactDraft[]
    }
    const wanted = expected.contacts.flatMap(fieldsOf)
    const bytes = new Uint8Array(readFileSync(join(corpus, room, name)))
    const chunks = async function* () {
      yield bytes
    }
    // A reader that refuses a file gets nothing of it right.
    const found = await Promise.resolve()
      .then(() => readers[reader]?.(chunks, () => bytes) ?? [])
      .catch(() => [])
    const values = new Set(found.flat())
    files++
    fields += wanted.length
    right += wanted.filter((value) => values.has(value)).length
  }
  return { files, fields, right }
}

function fieldsOf({ name, emails, phones, organizations }: ContactDraft): string[] {
  return [
    name.given,
    name.family,
    ...emails.map(({ address }) => address),
    ...phones.map(({ number }) => number),
    ...organizations.flatMap(({ name: house, title }) => [house, title]),
  ].filter((value) => value !== undefined)
}
