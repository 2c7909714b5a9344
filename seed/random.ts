// The one source of chance of the seeds: the same seed gives the same numbers on every machine, so a seeded network can be made
// again to the last tie. Nothing here reads a clock or Math.random.

export interface Random {
  /** A float in [0, 1). */
  next(): number
  /** An integer in [0, bound). */
  below(bound: number): number
  /** An integer in [low, high], both ends included. */
  between(low: number, high: number): number
  chance(probability: number): boolean
  pick<Item>(items: readonly Item[]): Item
  /** One of the items, by weights in the same order. */
  weighted<Item>(items: readonly Item[], weights: readonly number[]): Item
  /** At most `count` different items, in random order. */
  sample<Item>(items: readonly Item[], count: number): Item[]
  /** A rank in [0, bound): rank 0 comes most often, rank r in proportion to about 1 / (r + 1). */
  zipf(bound: number): number
  /** From the normal distribution of mean 0 and deviation 1. */
  normal(): number
  /** From the log-normal distribution with this mean, and this deviation of the logarithm. */
  logNormal(mean: number, sigma: number): number
  /** From the Pareto distribution with this minimum: the tail of hubs. */
  pareto(minimum: number, alpha: number): number
  /** The same items in random order; a new array. */
  shuffle<Item>(items: readonly Item[]): Item[]
}

/**
 * Numbers that follow from the seed alone: sfc32 (Chris Doty-Humphrey, PractRand), its state filled from the seed's text by FNV-1a
 * and splitmix32.
 */
export function createRandom(seed: string): Random {
  const next = sfc32(seed)
  const below = (bound: number) => Math.floor(next() * bound)
  const pick = <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()) // Box–Muller
  const shuffle = <Item>(items: readonly Item[]): Item[] => {
    const mixed = [...items]
    for (let last = mixed.length - 1; last > 0; last--) {
      const other = below(last + 1)
      const kept = mixed[last] as Item
      mixed[last] = mixed[other] as Item
      mixed[other] = kept
    }
    return mixed
  }
  return {
    next,
    below,
    between: (low, high) => low + below(high - low + 1),
    chance: (probability) => next() < probability,
    pick,
    weighted(items, weights) {
      let rest = next() * weights.reduce((sum, weight) => sum + weight, 0)
      const found = items.findIndex((_, place) => {
        rest -= weights[place] ?? 0
        return rest < 0
      })
      return items[found === -1 ? items.length - 1 : found] as (typeof items)[number]
    },
    sample: (items, count) => shuffle(items).slice(0, count),
    // The inverse of the continuous distribution of density 1/x on [1, bound + 1).
    zipf: (bound) => Math.min(bound - 1, Math.floor((bound + 1) ** next()) - 1),
    normal,
    logNormal: (mean, sigma) => Math.exp(Math.log(mean) - (sigma * sigma) / 2 + sigma * normal()),
    pareto: (minimum, alpha) => minimum / (1 - next()) ** (1 / alpha),
    shuffle,
  }
}

function sfc32(seed: string): () => number {
  let hash = 0x811c9dc5
  for (let place = 0; place < seed.length; place++) hash = Math.imul(hash ^ seed.charCodeAt(place), 0x01000193)
  const fill = () => {
    hash = (hash + 0x9e3779b9) | 0
    let mixed = hash ^ (hash >>> 16)
    mixed = Math.imul(mixed, 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return mixed ^ (mixed >>> 15)
  }
  let a = fill()
  let b = fill()
  let c = fill()
  let counter = 1
  const step = () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 4_294_967_296
  }
  for (let warm = 0; warm < 12; warm++) step()
  return step
}
