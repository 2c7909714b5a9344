// The first few hundred questions of a thread take five to twenty times as long, until the engine has compiled them. So each thread asks
// itself some, of members it picks, before it is asked.
import type { NetworkReader } from './reader.ts'

/** Asks `rounds` rounds of the questions, dear ones within a budget and the third degree's count not at all; yields between any two, that a busy thread may do them bit by bit. */
export function* warm(network: NetworkReader, rounds = 300): Generator<void> {
  const { memberCount } = network
  if (memberCount === 0) return
  let state = 1
  const someone = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return network.memberAt(Math.floor((state / 2 ** 32) * memberCount)) ?? 0
  }
  for (let round = 0; round < rounds; round++) {
    const [viewer, target] = [someone(), someone()]
    network.degree(viewer, target)
    network.hasTie(viewer, target)
    network.mutual(viewer, target, 10)
    yield
    if (network.cost(viewer) > affordable || network.costTowards(target) > affordable) continue
    network.waysIn(viewer, target, 10)
    yield
    const others = Array.from({ length: 20 }, someone)
    network.degrees(viewer, others)
    network.nearest(viewer, others, 10)
    yield
    network.suggestions(viewer, 20, { budget: affordable })
    network.countSecond(viewer)
    yield
  }
}

/** Ties: some tenth of a millisecond. */
const affordable = 20_000
