// What one reader answers with, so that no query allocates more than its answer. Every query leaves the marks and sums empty behind it.

export interface Scratch {
  /** A bit for each inner number. */
  readonly marks: Uint32Array
  readonly twice: Uint32Array
  readonly list: Uint32Array
  /** A sum for each inner number. */
  readonly sums: Uint32Array
  /** Pairs of places, or whatever else a query collects; see `spareOf`. */
  spare: Uint32Array
  keys: Float64Array
}

/** For inner numbers below `room`: 8 bytes and a quarter each. */
export function createScratch(room: number): Scratch {
  const [list, sums] = [new Uint32Array(room + 1), new Uint32Array(room)]
  const marks = () => new Uint32Array((room + 31) >>> 5)
  return { marks: marks(), twice: marks(), list, sums, spare: new Uint32Array(256), keys: new Float64Array(256) }
}

/** The spare list, as long as needed; what it held may be gone. */
export function spareOf(scratch: Scratch, length: number): Uint32Array {
  if (scratch.spare.length < length) scratch.spare = new Uint32Array(length * 2)
  return scratch.spare
}

export function keysOf(scratch: Scratch, length: number): Float64Array {
  if (scratch.keys.length < length) scratch.keys = new Float64Array(length * 2)
  return scratch.keys
}

export function setBit(marks: Uint32Array, inner: number): void {
  marks[inner >>> 5] = (marks[inner >>> 5] as number) | (1 << (inner & 31))
}

export function clearBit(marks: Uint32Array, inner: number): void {
  marks[inner >>> 5] = (marks[inner >>> 5] as number) & ~(1 << (inner & 31))
}

export function hasBit(marks: Uint32Array, inner: number): boolean {
  return (((marks[inner >>> 5] as number) >>> (inner & 31)) & 1) !== 0
}
