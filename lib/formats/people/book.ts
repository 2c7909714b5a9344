// Drafts of a file laid into a book of people that may hold them already. Every draft is either imported or merged; only what is certain is
// merged. The book's own order stays: an entry keeps its place, new ones come behind in the order of the file.
import type { ContactDraft } from '../draft.ts'
import { mergeDrafts, withoutDoubles } from './merge.ts'
import { addToIndex, candidates, emptyIndex, type PersonIndex } from './person-index.ts'
import { type PersonKeys, personKeys } from './person-keys.ts'
import { judge, type MatchReason, rank, type Verdict } from './verdict.ts'

export interface DraftOutcome {
  readonly kind: 'imported' | 'merged'
  /** Index into the book that came out. */
  readonly into: number
  /** Why it was merged. */
  readonly reason?: MatchReason
  /** Of an imported one: entries of the book that came out which may be the same person. */
  readonly possible?: readonly { readonly entry: number; readonly reason: MatchReason }[]
}

export interface MergedBook {
  readonly book: readonly ContactDraft[]
  readonly imported: number
  readonly merged: number
  /** One for each draft, in their order. */
  readonly outcomes: readonly DraftOutcome[]
  /** Entries of the given book that a draft proved to be one person: `from` is the place in the given book, `into` in the one that came out. */
  readonly joined: readonly { readonly from: number; readonly into: number }[]
}

interface Shelf {
  readonly entries: (ContactDraft | undefined)[]
  readonly index: PersonIndex
  /** Place of an entry that was joined to another one → that one's. */
  readonly moved: Map<number, number>
}

interface Found extends Verdict {
  readonly at: number
}

/**
 * The book with the drafts in it: imported + merged = drafts. A draft is merged into the entry it is surest to be (verdict.ts), the earliest of
 * equals; a draft that proves two entries to be one person joins them at the earlier place. Reading the same
 * drafts again merges all of them and changes nothing. Which files came first decides the places of the entries and which of two
 * contradictory values is held and which is kept aside, not which people there are.
 */
export function mergeIntoBook(book: readonly ContactDraft[], drafts: readonly ContactDraft[]): MergedBook {
  const shelf: Shelf = { entries: [...book], index: emptyIndex(), moved: new Map() }
  for (const [at, entry] of book.entries()) addToIndex(shelf.index, at, personKeys(entry))
  const outcomes = drafts.map((draft) => lay(shelf, withoutDoubles(draft)))
  return settled(shelf, book.length, outcomes)
}

interface Laid {
  readonly kind: 'imported' | 'merged'
  readonly at: number
  readonly reason?: MatchReason
  readonly possible: readonly Found[]
}

function lay(shelf: Shelf, draft: ContactDraft): Laid {
  const keys = personKeys(draft)
  const found = matchesOf(shelf, keys, draft)
  const certain = found.filter((one) => one.verdict === 'certain')
  const [best] = certain
  if (best === undefined) {
    const at = shelf.entries.length
    shelf.entries.push(draft)
    addToIndex(shelf.index, at, keys)
    return { kind: 'imported', at, possible: found }
  }
  // Whoever holds all of it already is who it was merged into before.
  const holder = certain.length > 1 ? certain.find((one) => isContained(shelf.entries[one.at], draft)) : undefined
  const { at, reason } = holder ?? best
  return { kind: 'merged', at: place(shelf, at, draft) ? joinCertain(shelf, at) : at, reason, possible: [] }
}

/** What the draft may be, the surest first, of equals the earliest. */
function matchesOf(shelf: Shelf, keys: PersonKeys, draft: ContactDraft): Found[] {
  const found: Found[] = []
  for (const { at, isCrowded } of candidates(shelf.index, keys)) {
    const entry = shelf.entries[at]
    const other = shelf.index.keys[at]
    if (entry === undefined || other === undefined) continue
    const verdict = judge(keys, other, isCrowded)
    if (verdict?.verdict !== 'certain' && keys.names.length === 0 && isContained(entry, draft))
      found.push({ at, verdict: 'certain', reason: 'same_record' })
    else if (verdict !== undefined) found.push({ at, ...verdict })
  }
  return found.sort((a, b) => rank(a) - rank(b) || a.at - b.at)
}

/** The draft tells nothing that the entry does not hold already. */
const isContained = (entry: ContactDraft | undefined, draft: ContactDraft) =>
  entry !== undefined && isSame(mergeDrafts(entry, draft), entry)

const isSame = (a: ContactDraft, b: ContactDraft) => JSON.stringify(a) === JSON.stringify(b)

/** Merges the draft into an entry; whether that told anything new. */
function place(shelf: Shelf, at: number, draft: ContactDraft): boolean {
  const entry = shelf.entries[at]
  if (entry === undefined) return false
  const merged = mergeDrafts(entry, draft)
  if (isSame(merged, entry)) return false
  shelf.entries[at] = merged
  addToIndex(shelf.index, at, personKeys(merged))
  return true
}

/**
 * What an entry has learnt may make it certain to be another one: they become one at the earlier place, until no entry is certain to be it.
 * So no two entries stay apart that a later reading would merge. Gives where the entry is now.
 */
function joinCertain(shelf: Shelf, at: number): number {
  const keys = shelf.index.keys[at]
  if (keys === undefined) return at
  const twin = candidates(shelf.index, keys).find((one) => {
    const other = shelf.index.keys[one.at]
    return (
      one.at !== at &&
      shelf.entries[one.at] !== undefined &&
      other !== undefined &&
      judge(keys, other, one.isCrowded)?.verdict === 'certain'
    )
  })
  if (twin === undefined) return at
  const [into, from] = [Math.min(at, twin.at), Math.max(at, twin.at)]
  const gone = shelf.entries[from]
  shelf.entries[from] = undefined
  shelf.moved.set(from, into)
  if (gone !== undefined) place(shelf, into, gone)
  return joinCertain(shelf, into)
}

function settled(shelf: Shelf, given: number, laid: readonly Laid[]): MergedBook {
  const places: number[] = []
  let count = 0
  for (const entry of shelf.entries) places.push(entry === undefined ? -1 : count++)
  const finalPlace = (at: number): number => {
    const next = shelf.moved.get(at)
    return next === undefined ? (places[at] ?? -1) : finalPlace(next)
  }
  const outcomes = laid.map((one): DraftOutcome => {
    const into = finalPlace(one.at)
    if (one.kind === 'merged') return { kind: 'merged', into, ...(one.reason === undefined ? {} : { reason: one.reason }) }
    if (shelf.moved.has(one.at)) return { kind: 'merged', into }
    const possible = one.possible.map(({ at, reason }) => ({ entry: finalPlace(at), reason })).filter(({ entry }) => entry !== into)
    return { kind: 'imported', into, ...(possible.length === 0 ? {} : { possible }) }
  })
  const imported = outcomes.filter((one) => one.kind === 'imported').length
  return {
    book: shelf.entries.filter((entry) => entry !== undefined),
    imported,
    merged: outcomes.length - imported,
    outcomes,
    joined: [...shelf.moved.keys()].filter((from) => from < given).map((from) => ({ from, into: finalPlace(from) })),
  }
}
