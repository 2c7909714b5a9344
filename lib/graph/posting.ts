// People who share something, a skill say, made ready to be asked about by one viewer after another. For whoever keeps lists of ids, as the bench does;
// the search by words asks about lists in the order of how well they match.
import { filterOf } from './compact/ascending.ts'
import type { Posting } from './network.ts'

/** Costs some 5 ns and two to four bytes for each; pays from the second question about the same people on. The ids ascend, without repetition. */
export function postingOf(ids: Uint32Array): Posting {
  return { ids, filter: filterOf(ids) }
}
