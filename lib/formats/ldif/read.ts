// LDIF (RFC 2849) as directories, Thunderbird and Mozilla export it: entries as a stream of events. Nothing is fetched: a value that is
// elsewhere (`:<`) is told and left out. Entries become the properties of a card (properties.ts), so one code makes all drafts.
import { AppError } from '../../base/errors.ts'
import { eventOf } from '../events.ts'
import type { Bytes, ReadEvent, ReadOptions, SkipReason } from '../reading.ts'
import { decodeBytes } from '../text/decode.ts'
import { splitLines } from '../text/lines.ts'
import { contactOf, gatherCard } from '../vcard/contact.ts'
import { madeProperty } from '../vcard/property.ts'
import { type Watch, watchReading } from '../watch.ts'
import { branchClasses, groupClasses } from './attributes.ts'
import { propertiesOf } from './properties.ts'
import { type LdifRecord, ldifRecords } from './records.ts'

function hintOf({ attributes }: LdifRecord): string {
  const wanted = ['cn', 'displayname', 'mail', 'ou', 'o', 'dn']
  for (const name of wanted) {
    const found = attributes.find((attribute) => attribute.name === name && !attribute.isBinary && attribute.value !== '')
    if (found !== undefined) return found.value.slice(0, 80)
  }
  return ''
}

/** What the entry is by its classes and its kind of change. */
function reasonOf(record: LdifRecord, setApart: boolean): SkipReason | undefined {
  if (record.isTooLarge) return 'too_large'
  if (record.attributes.length === 0) return 'broken'
  const change = record.attributes.find(({ name }) => name === 'changetype')?.value.toLowerCase()
  if (change !== undefined && change !== 'add') return 'withheld'
  if (!setApart) return undefined
  const classes = record.attributes.filter(({ name }) => name === 'objectclass').map(({ value }) => value.toLowerCase())
  if (classes.some((name) => groupClasses.has(name))) return 'distribution_list'
  return classes.some((name) => name.includes('person')) || !classes.some((name) => branchClasses.has(name)) ? undefined : 'not_a_person'
}

function* eventsOf(record: LdifRecord, options: ReadOptions, watch: Watch): Generator<ReadEvent> {
  const { line } = record
  const reason = reasonOf(record, options.setApart !== false)
  if (reason !== undefined) yield { type: 'skip', skip: { reason, line, hint: hintOf(record) } }
  else {
    const here = record.attributes.filter(({ isElsewhere, name }) => !isElsewhere && name !== 'changetype')
    const properties = propertiesOf(here, line, watch.limits.parts)
    const isGroup = here.some(({ name, value }) => name === 'objectclass' && groupClasses.has(value.toLowerCase()))
    if (isGroup) properties.push(madeProperty('KIND', [], 'group', line))
    const { draft, warnings, aside } = contactOf(
      gatherCard(properties, { line, country: options.country, parts: watch.limits.parts }),
      'ldif',
    )
    yield eventOf(draft, options, aside)
    for (const warning of warnings) yield { type: 'warning', warning }
    for (const { isElsewhere, line: at, description } of record.attributes) {
      if (isElsewhere) yield { type: 'warning', warning: { code: 'entry_ignored', line: at, detail: `${description}:<` } }
    }
  }
  if (reason === undefined)
    for (const stray of record.strays) yield { type: 'warning', warning: { code: 'bad_escape', line: stray.line, detail: stray.text } }
}

/**
 * Reads every entry, in order: one `contact` or `skip` each, its warnings after it. Groups are skipped as `distribution_list`, branches of
 * the tree as `not_a_person`, changes other than an addition as `withheld`. Attributes without a meaning, and variants by language or
 * option, stay in `unknown`, binary ones in base64 with a name that ends in "::"; so does the entry's dn. Fails with `file_broken`
 * (syntax) when no line is an attribute, and with `import_limit`, after everything before was told.
 */
export async function* readLdif(bytes: Bytes, options: ReadOptions): AsyncGenerator<ReadEvent> {
  const watch = watchReading(options)
  let bytesRead = 0
  let told = 0
  const { encoding, hasByteOrderMark, text } = await decodeBytes(bytes, {
    ...options,
    onProgress: (count) => {
      bytesRead = count
    },
  })
  yield { type: 'facts', facts: { format: 'ldif', encoding, hasByteOrderMark } }
  let records = 0
  let hasAttributes = false
  for await (const record of ldifRecords(splitLines(text), watch)) {
    watch.allow('records', ++records)
    watch.check()
    hasAttributes ||= record.attributes.length > 0
    if (!hasAttributes) throw new AppError('file_broken', { format: 'ldif', reason: 'syntax' })
    yield* eventsOf(record, options, watch)
    if (bytesRead - told >= 65_536) {
      told = bytesRead
      yield { type: 'progress', bytesRead }
    }
  }
  if (records === 0) throw new AppError('file_broken', { format: 'ldif', reason: 'syntax' })
  yield { type: 'progress', bytesRead }
}
