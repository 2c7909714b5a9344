// Chance and logarithms that give the same bits on every machine: integers of 32 bits, and of floating point only the four operations and the
// square root, which IEEE 754 fixes. Math.log and Math.exp are not used, since engines may differ in their last bit.

export interface Chance {
  /** A whole number in [0, 2^32). */
  word(): number
  /** A whole number in [0, bound), bound below 2^31. */
  below(bound: number): number
  /** A number strictly between 0 and 1. */
  share(): number
  /** Of mean 0 and deviation 1: Marsaglia's polar method. */
  normal(): number
  /** A rank in [0, bound), rank r in proportion to about 1 / (r + 1). */
  zipf(bound: number): number
}

/** xoshiro128** (Blackman and Vigna), its state filled by splitmix32 from the seed and the name of what it decides. */
export function createChance(seed: number, name: string): Chance {
  let from = seed >>> 0
  for (let at = 0; at < name.length; at++) from = mix(from ^ name.charCodeAt(at), at + 1)
  const start = () => {
    from = (from + 0x9e3779b9) >>> 0
    return mix(from, 0)
  }
  let [a, b, c, d] = [start(), start(), start(), start() | 1]

  function word(): number {
    const five = Math.imul(b, 5)
    const result = Math.imul((five << 7) | (five >>> 25), 9) >>> 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = (d << 11) | (d >>> 21)
    return result
  }
  const below = (bound: number) => Math.floor((word() * bound) / 4_294_967_296)
  const share = () => (word() + 0.5) / 4_294_967_296

  function normal(): number {
    for (;;) {
      const x = 2 * share() - 1
      const y = 2 * share() - 1
      const square = x * x + y * y
      if (square < 1 && square > 0) return x * Math.sqrt((-2 * exactLog(square)) / square)
    }
  }
  const zipf = (bound: number) => Math.min(bound - 1, Math.floor(exactExp(share() * exactLog(bound + 1))) - 1)
  return { word, below, share, normal, zipf }
}

/** Thirty-two well-mixed bits from two words: the finish of MurmurHash3. */
export function mix(word: number, salt: number): number {
  let mixed = (word ^ Math.imul(salt, 0x85ebca6b)) >>> 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

/** The natural logarithm of a positive number, to about 15 digits. */
export function exactLog(value: number): number {
  let twos = 0
  let rest = value
  for (; rest < Math.SQRT1_2; rest *= 2) twos--
  for (; rest > Math.SQRT2; rest /= 2) twos++
  const ratio = (rest - 1) / (rest + 1)
  const square = ratio * ratio
  let sum = 0
  for (let power = 23; power >= 1; power -= 2) sum = sum * square + 1 / power
  return twos * Math.LN2 + 2 * ratio * sum
}

/** e to the power of the value, to about 15 digits. */
export function exactExp(value: number): number {
  const twos = Math.round(value / Math.LN2)
  const rest = value - twos * Math.LN2
  let sum = 1
  for (let term = 18; term >= 1; term--) sum = 1 + (sum * rest) / term
  for (let left = twos; left > 0; left--) sum *= 2
  for (let left = twos; left < 0; left++) sum /= 2
  return sum
}
