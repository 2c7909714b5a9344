// Ways in of two steps. Scores are whole numbers (products of strengths from 1 to 15) until they are given out, so that the order never hangs
// on rounding; equal ones are ordered by the members' ids, never by inner numbers.
import type { MemberId, WayIn } from '../network.ts'
import type { Store } from './layout.ts'
import { meetAll } from './meet.ts'
import { firstStep, INNER, laterStep } from './row.ts'
import { keysOf, type Scratch } from './scratch.ts'

const BEST = 225
const IDS = 2 ** 32
/** Up to here the best are picked out; beyond, all are sorted. */
const PICKED = 48

/**
 * Finds all two-step ways and leaves the best `limit` in the scratch's keys, best first: (225 - score, connector's id, first step, last step)
 * in one number. Gives how many there are in all.
 */
export function rankTwoSteps(
  { pool, strengths, rows, ids }: Store,
  scratch: Scratch,
  viewer: number,
  target: number,
  limit: number,
): number {
  if (viewer === target) return 0
  const count = meetAll(pool, rows[viewer] as number, rows[target] as number, scratch)
  if (count === 0 || limit <= 0) return count
  const found = scratch.spare
  const keys = keysOf(scratch, count)
  let kept = 0
  const most = Math.min(limit, count)
  const picks = most < count && most <= PICKED
  for (let i = 0; i < count; i++) {
    const mine = found[i * 2] as number
    const first = firstStep(strengths[mine] as number)
    const last = laterStep(strengths[found[i * 2 + 1] as number] as number)
    const key = ((BEST - first * last) * IDS + (ids[(pool[mine] as number) & INNER] as number)) * 256 + first * 16 + last
    if (picks && kept === most) {
      if (key >= (keys[most - 1] as number)) continue
      kept--
    }
    if (picks || count <= PICKED) {
      let at = kept
      while (at > 0 && (keys[at - 1] as number) > key) {
        keys[at] = keys[at - 1] as number
        at--
      }
      keys[at] = key
    } else keys[kept] = key
    kept++
  }
  if (!picks && count > PICKED) keys.subarray(0, count).sort()
  return count
}

export function connectorOf(key: number): MemberId {
  return Math.floor(key / 256) % IDS
}

export function wayOf(key: number): WayIn {
  const low = key % 256
  const steps = [low >>> 4, low & 15] as const
  return { connectors: [connectorOf(key)], score: (steps[0] * steps[1]) / BEST, steps }
}
