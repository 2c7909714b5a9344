// One way in for each person of a page of results: the best one, and how many others could introduce the viewer.
import type { Db } from '../db/connect.ts'
import type { NetworkIndex } from '../services/services.ts'
import { checkedWay, readWays, type WayIn } from './ways-in.ts'

export interface NearestWay {
  readonly way: WayIn
  /** Other people who can introduce the viewer in two steps. */
  readonly others: number
}

/**
 * The best way in to each of these people, by id; nobody whom the viewer is connected to, nor beyond three steps, is in it.
 * Two queries in all. Empty while the network loads.
 */
export async function listNearestWays(
  db: Db,
  networkIndex: NetworkIndex,
  viewer: { readonly id: number },
  targetIds: readonly number[],
): Promise<Map<number, NearestWay>> {
  const { network } = networkIndex
  if (!network) return new Map()
  const others = targetIds.filter((id) => id !== viewer.id && !network.hasTie(viewer.id, id))
  const answers = await network.waysInEach(viewer.id, others, 1)
  const proposed = answers.flatMap(({ twoStep, threeStep, twoStepCount }, at) => {
    const [targetId, way] = [others[at], twoStep[0] ?? threeStep[0]]
    return way && targetId !== undefined ? [{ way, targetId, others: Math.max(0, twoStepCount - 1) }] : []
  })
  const rows = await readWays(db, viewer.id, proposed)
  return new Map(
    proposed.flatMap(({ way, targetId, others }): [number, NearestWay][] => {
      const checked = checkedWay(way, viewer.id, targetId, rows)
      return checked ? [[targetId, { way: checked.view, others }]] : []
    }),
  )
}
