// Times one question after another on this thread, and keeps what was answered so that others can be held to it.

export interface Figures {
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly mean: number
  /** Questions that were timed. */
  readonly asked: number
}

/** Microseconds of each question in the order asked, and a checksum of each answer. */
export interface Timed {
  readonly micros: Float64Array
  readonly digests: Uint32Array
}

export interface Question {
  /** What makes the question ready and is not timed. */
  readonly ready?: (at: number) => void
  readonly ask: (at: number) => unknown
  readonly digest: (answer: never) => number
}

/** Asks questions 0 to `count`, until `budgetMs` are used up: each timed alone, its answer digested outside the time. */
export function timeQuestions({ ready, ask, digest }: Question, count: number, budgetMs: number): Timed {
  const micros = new Float64Array(count)
  const digests = new Uint32Array(count)
  const end = performance.now() + budgetMs
  let asked = 0
  for (; asked < count && (asked === 0 || performance.now() < end); asked++) {
    ready?.(asked)
    const started = performance.now()
    const answer = ask(asked)
    micros[asked] = (performance.now() - started) * 1000
    digests[asked] = digest(answer as never)
  }
  return { micros: micros.subarray(0, asked), digests: digests.subarray(0, asked) }
}

/** Nearest-rank percentiles, to a hundredth of a microsecond. */
export function figuresOf(micros: Float64Array): Figures {
  const sorted = micros.slice().sort()
  const at = (share: number) => round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
  const sum = sorted.reduce((total, one) => total + one, 0)
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), mean: round(sum / Math.max(1, sorted.length)), asked: sorted.length }
}

export function round(value: number): number {
  return Math.round(value * 100) / 100
}

/** One checksum over numbers in their order (FNV-1a over words). */
export function digestOf(numbers: Iterable<number>): number {
  let digest = 0x811c9dc5
  for (const number of numbers) digest = Math.imul(digest ^ (number >>> 0), 0x01000193) ^ (digest >>> 15)
  return digest >>> 0
}

/** A checksum that does not hang on the order: for answers that are sets. */
export function setDigest(numbers: Iterable<number>): number {
  let sum = 0
  let count = 0
  for (const number of numbers) {
    sum = (sum + Math.imul(number, 0x9e3779b1)) >>> 0
    count++
  }
  return (sum ^ Math.imul(count, 0x85ebca6b)) >>> 0
}
