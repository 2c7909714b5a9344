// The network index over a made network: loaded from its pieces, with the skills' members as candidates beside it.
import { type CompactNetwork, createCompactNetwork } from '@entregent/lib/graph/compact.ts'
import { postingOf } from '@entregent/lib/graph/posting.ts'
import { shownOf, tiePieces, type View } from './ties.ts'

export type Subject = ReturnType<typeof loadSubject>

/** Loads the index and says what that took; what the file's pieces held is collected before memory is read. */
export function loadSubject(view: View) {
  const before = held()
  const started = performance.now()
  const network = createCompactNetwork({ members: view.made.members, ties: view.made.ties })
  fill(network, view)
  const loadMs = performance.now() - started
  const memoryBytes = held() - before
  const skillStarts = view.made.words('skillStarts')
  const posting = (skill: number) => {
    const from = skillStarts[skill] as number
    return postingOf(view.made.words('skillMembers', from, (skillStarts[skill + 1] as number) - from).map((member) => member + 1))
  }
  const postings = Array.from({ length: skillStarts.length - 1 }, (_, skill) => posting(skill))
  return { network, postings, loadMs, memoryBytes, rss: rss() }
}

function fill(network: CompactNetwork, view: View): void {
  const loader = network.startLoad()
  const shown = shownOf(view)
  loader.addMembers(
    Uint32Array.from(shown.keys(), (member) => member + 1),
    shown,
  )
  for (const piece of tiePieces(view)) loader.addTies(piece)
  loader.finish()
}

/** Bytes that typed arrays hold, shared or not. */
export function held(): number {
  collect()
  return process.memoryUsage().arrayBuffers
}

export function rss(): number {
  collect()
  return process.memoryUsage.rss()
}

function collect(): void {
  for (let times = 0; times < 2; times++) globalThis.gc?.()
}
