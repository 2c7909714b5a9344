// Who is tied to whom. Degrees are log-normal, a few people are hubs with a Pareto tail, and most ties lie within communities: people of one
// employer, of one school, of one town. No tie is there twice, and nobody is tied to themselves.
import { open } from 'node:fs/promises'
import type { Random } from '../random.ts'

/** Ties as pairs of indexes, `low[i] < high[i]`, in ascending order. */
export interface Ties {
  readonly low: Uint32Array
  readonly high: Uint32Array
}

export interface TieOptions {
  readonly meanDegree?: number
  /** Deviation of the degree's logarithm. */
  readonly sigma?: number
}

/** Shares of a person's ties by where they come from; the rest may be anybody. */
const communityShares = { employer: 0.45, school: 0.15, town: 0.2 } as const
export type Community = keyof typeof communityShares
const hubShare = 0.004

/**
 * Ties by the configuration model (Newman, 2010, ch. 13): every person holds as many stubs as their degree, stubs are shuffled within each
 * community and joined two by two. Stubs that would make a loop or a double, or find no partner, are joined once more in the whole city,
 * and dropped if they fail there too. `communityOf` gives the number of a community of this kind for one stub of the person's;
 * undefined when they belong to none.
 */
export function generateTies(
  random: Random,
  memberCount: number,
  communityOf: (kind: Community, index: number) => number | undefined,
  { meanDegree = 15, sigma = 1.2 }: TieOptions = {},
): Ties {
  const most = Math.max(1, Math.min(memberCount - 1, Math.floor(memberCount / 8)))
  const stubs: Record<Community, number[][]> = { employer: [], school: [], town: [] }
  const anywhere: number[] = []
  for (let index = 0; index < memberCount; index++) {
    const plain = random.logNormal(meanDegree, sigma)
    const degree = Math.min(most, Math.max(1, Math.round(random.chance(hubShare) ? plain + random.pareto(meanDegree * 8, 1.3) : plain)))
    for (let stub = 0; stub < degree; stub++) {
      const kind = pickKind(random.next())
      const group = kind && communityOf(kind, index)
      if (kind === undefined || group === undefined) anywhere.push(index)
      else {
        stubs[kind][group] ??= []
        stubs[kind][group].push(index)
      }
    }
  }
  const keys = new Set<number>()
  for (const kind of Object.keys(communityShares) as Community[]) {
    for (const group of stubs[kind]) if (group) joinStubs(random.shuffle(group), memberCount, keys, anywhere)
  }
  joinStubs(random.shuffle(anywhere), memberCount, keys)
  return fromKeys(keys, memberCount)
}

function pickKind(chance: number): Community | undefined {
  const { employer, school, town } = communityShares
  if (chance < employer) return 'employer'
  if (chance < employer + school) return 'school'
  return chance < employer + school + town ? 'town' : undefined
}

function joinStubs(stubs: readonly number[], memberCount: number, keys: Set<number>, leftOver?: number[]): void {
  for (let place = 0; place < stubs.length; place += 2) {
    const a = stubs[place] as number
    const b = stubs[place + 1]
    const key = Math.min(a, b ?? a) * memberCount + Math.max(a, b ?? a)
    if (b === undefined) leftOver?.push(a)
    else if (a === b || keys.has(key)) leftOver?.push(a, b)
    else keys.add(key)
  }
}

/**
 * Ties of a file with one `a,b` a line, without header, members as integers from 0. It is read as a stream. Loops, doubles and
 * members beyond `memberCount` are dropped.
 */
export async function readTies(path: string, memberCount: number): Promise<Ties> {
  const keys: number[] = []
  await using file = await open(path)
  for await (const line of file.readLines()) {
    const comma = line.indexOf(',')
    if (comma === -1) continue
    const a = Number(line.slice(0, comma))
    const b = Number(line.slice(comma + 1))
    if (a !== b && isMember(a, memberCount) && isMember(b, memberCount)) keys.push(Math.min(a, b) * memberCount + Math.max(a, b))
  }
  return fromKeys(keys, memberCount)
}

const isMember = (index: number, memberCount: number) => Number.isInteger(index) && index >= 0 && index < memberCount

function fromKeys(keys: Iterable<number>, memberCount: number): Ties {
  const sorted = Float64Array.from(keys).sort()
  const unique = sorted.filter((key, place) => place === 0 || key !== sorted[place - 1])
  return {
    low: Uint32Array.from(unique, (key) => Math.floor(key / memberCount)),
    high: Uint32Array.from(unique, (key) => key % memberCount),
  }
}
