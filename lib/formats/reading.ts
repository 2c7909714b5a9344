// How every reader tells what it does: a stream of events, one for each record it met. The sum always comes out: every record is either a
// draft or a skip with its reason and line. Exceeding a limit ends the reading with a typed error; what was told before stays told.
import type { ContactDraft, ContactFormat, ProfileDraft } from './draft.ts'

/** Why a record gives no draft. */
export type SkipReason =
  /** No name, address, phone, organization or identity in it. */
  | 'empty'
  /** More cells than columns, a quote never closed, a card without its end: what is there cannot be told apart. */
  | 'broken'
  /** A mailing list, `noreply@`, `info@`, a distribution list: see not-a-person.ts. */
  | 'not_a_person'
  | 'company'
  /** The only address is an Exchange name (X.500), of use only inside that company. */
  | 'exchange_only'
  | 'distribution_list'
  /** One cell or property is longer than the limit. */
  | 'too_large'
  /** Not for reading: a hidden or pending recommendation, a draft message. */
  | 'withheld'

export interface Skip {
  readonly reason: SkipReason
  readonly entry?: string
  /** Line where the record begins, from 1. */
  readonly line: number
  /** What helps a person find it again: a name or an address, at most 80 characters; may be empty. */
  readonly hint: string
}

/** Something odd that cost nothing, or a part of a record: worth telling, not a skip. */
export interface Warning {
  readonly code:
    | 'bad_quote'
    | 'bad_encoding'
    | 'bad_date'
    /** Day and month can only be in the other order than in the rest of the file. */
    | 'date_order'
    /** No e-mail address where one should be; it stays in `unknown`. */
    | 'bad_email'
    /** Letters that an earlier program spoilt (as UTF-8 read as windows-1252); the detail says what they were. */
    | 'garbled'
    | 'bad_phone'
    | 'extra_cells'
    | 'missing_cells'
    | 'unfinished_file'
    | 'bad_escape'
    | 'entry_ignored'
    | 'rows_cut'
  readonly entry?: string
  readonly line: number
  readonly detail: string
}

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'iso-8859-15' | 'macintosh' | 'ibm850'
export type Delimiter = ',' | ';' | '\t' | '|'

/** What a file is, known from its first bytes. */
export interface FileFacts {
  readonly format: ContactFormat
  /** The vCard's version, the language of a CSV's headers ("fr"), LinkedIn's age of the file: whatever tells variants apart. */
  readonly variant?: string
  readonly encoding: Encoding
  readonly hasByteOrderMark: boolean
  readonly delimiter?: Delimiter
  /** For an unknown CSV: what each column is taken for, and how surely; a person may correct it and read again. */
  readonly columns?: readonly ColumnGuess[]
}

export interface ColumnGuess {
  readonly header: string
  /** One of the columns' meanings of csv/columns.ts, or `unknown`. */
  readonly meaning: string
  /** 0 to 1: 1 for a header known by heart, less for one guessed from its cells. */
  readonly certainty: number
}

/**
 * `facts` comes first, once for a plain file and once for each entry of an archive that holds records. Then, in the order of the file, one
 * `contact`, `profile` or `skip` for each record. `progress` comes between, at least every 64 kB read.
 */
export type ReadEvent =
  | { readonly type: 'facts'; readonly facts: FileFacts; readonly entry?: string }
  | { readonly type: 'contact'; readonly draft: ContactDraft }
  | { readonly type: 'profile'; readonly draft: ProfileDraft }
  | { readonly type: 'skip'; readonly skip: Skip }
  | { readonly type: 'warning'; readonly warning: Warning }
  | { readonly type: 'progress'; readonly bytesRead: number }

/** Limits against hostile files. Exceeding one throws `import_limit` with its name, but `cellBytes`, which skips the record as `too_large`. */
export interface ReadLimits {
  /** Bytes of the file as given. */
  readonly bytesIn: number
  /** Bytes after inflating, counted while inflating; all entries together. */
  readonly bytesOut: number
  /** Of one entry of an archive, inflated. */
  readonly entryBytes: number
  readonly entries: number
  readonly records: number
  /** One cell or property value, decoded. */
  readonly cellBytes: number
  /** Columns of a CSV, properties of a card, components of a value. */
  readonly parts: number
  readonly milliseconds: number
}

export const defaultLimits: ReadLimits = {
  bytesIn: 256 * 1024 * 1024,
  bytesOut: 256 * 1024 * 1024,
  entryBytes: 64 * 1024 * 1024,
  entries: 2_000,
  records: 500_000,
  cellBytes: 8 * 1024 * 1024,
  parts: 4_096,
  milliseconds: 120_000,
}

export interface ReadOptions {
  readonly limits?: Partial<ReadLimits>
  /** Overrides what is found. */
  readonly encoding?: Encoding
  readonly delimiter?: Delimiter
  /** For an unknown CSV: header → meaning, as corrected by a person. */
  readonly columns?: Readonly<Record<string, string>>
  /** Country of phone numbers written without one, ISO 3166 ("FR"). Default: none, and such numbers have no `e164`. */
  readonly country?: string
  /** Ends the reading: it throws the signal's reason. */
  readonly signal?: AbortSignal
  /** Sets apart mailing lists and role addresses as skips. Default: true. */
  readonly setApart?: boolean
}

/** Bytes as they come. A reader never needs the whole, but for an archive, whose directory is at its end. */
export type Bytes = AsyncIterable<Uint8Array>
