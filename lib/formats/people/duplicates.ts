// Which records are one person. Found by hashing all that identifies (person-index.ts), judged pair by pair (verdict.ts).
import type { ContactDraft } from '../draft.ts'
import { addToIndex, candidates, emptyIndex } from './person-index.ts'
import { personKeys } from './person-keys.ts'
import { judge, type Verdict } from './verdict.ts'

/** Two records that are, or may be, one person. */
export interface Match extends Verdict {
  /** Index into the drafts. */
  readonly draft: number
  /** Index into the existing records; below `draft` when both lists are the same array. */
  readonly other: number
}

/**
 * The pairs of a draft and an existing record that are one person (`certain`) or may be (`likely`), by draft, then by existing record.
 * Given the same array twice, every pair of it once. Pairs not listed are different people, but for two bounds: among more than 32 records
 * that share an address or a number only those of the same name are compared, and of more than eight of the same name only the first eight;
 * and a name that more than eight bear makes a draft likely to be one of the first eight only.
 * Cost is linear in the number of records. Fifty thousand against fifty thousand: see bench.
 */
export function findDuplicates(drafts: readonly ContactDraft[], existing: readonly ContactDraft[]): readonly Match[] {
  const index = emptyIndex()
  for (const [at, draft] of existing.entries()) addToIndex(index, at, personKeys(draft))
  const matches: Match[] = []
  const isSame = drafts === existing
  drafts.forEach((draft, at) => {
    const keys = (isSame ? index.keys[at] : undefined) ?? personKeys(draft)
    for (const { at: other, isCrowded } of candidates(index, keys)) {
      const otherKeys = index.keys[other]
      if (otherKeys === undefined || (isSame && other >= at)) continue
      const verdict = judge(keys, otherKeys, isCrowded)
      if (verdict !== undefined) matches.push({ draft: at, other, ...verdict })
    }
  })
  return matches
}
