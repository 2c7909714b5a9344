// The pairs of people that are asked about, the same for index and peers: U any two, L both log-uniform in the number of ties (hubs show), N near
// ones by a random walk of two to four steps. Those to warm up with come from the same laws and are others.
import { createChance, exactExp, exactLog } from './exact.ts'
import type { Made } from './file.ts'

export const setNames = ['U', 'L', 'N'] as const
export type SetName = (typeof setNames)[number]

export interface PairSet {
  /** Members' ids. */
  readonly viewers: Uint32Array
  readonly targets: Uint32Array
  /** A skill's number for each viewer, by Zipf's law, as people search. */
  readonly skills: Uint32Array
}

/** For each set `count` pairs to measure, and `warmCount` others. */
export function choosePairs(
  made: Made,
  seed: number,
  count: number,
  warmCount: number,
): Record<SetName, { pairs: PairSet; warm: PairSet }> {
  const degrees = degreesOf(made)
  const all = count + warmCount
  const chosen: Record<SetName, { viewers: Uint32Array; targets: Uint32Array }> = {
    U: choose(all, createChance(seed, 'pairs U'), (chance) => chance.below(made.members)),
    L: choose(all, createChance(seed, 'pairs L'), logUniform(degrees)),
    N: walk(made, degrees, createChance(seed, 'pairs N'), all),
  }
  const split = (name: SetName) => {
    const chance = createChance(seed, `skills ${name}`)
    const skillCount = made.words('skillStarts').length - 1
    const skills = Uint32Array.from({ length: all }, () => chance.zipf(skillCount))
    const { viewers, targets } = chosen[name]
    const cut = (from: number, to: number): PairSet => ({
      viewers: viewers.slice(from, to).map((member) => member + 1),
      targets: targets.slice(from, to).map((member) => member + 1),
      skills: skills.slice(from, to),
    })
    return { pairs: cut(0, count), warm: cut(count, all) }
  }
  return { U: split('U'), L: split('L'), N: split('N') }
}

/** Ties of each member, hidden ones too. */
function degreesOf(made: Made): Uint32Array {
  const starts = made.words('starts')
  const degrees = Uint32Array.from({ length: made.members }, (_, member) => (starts[member + 1] as number) - (starts[member] as number))
  eachHigh(made, (high) => {
    degrees[high] = (degrees[high] as number) + 1
  })
  return degrees
}

function eachHigh(made: Made, visit: (high: number, at: number) => void): void {
  const piece = 1 << 22
  for (let from = 0; from < made.ties; from += piece) {
    const highs = made.words('highs', from, piece)
    for (let at = 0; at < highs.length; at++) visit(highs[at] as number, from + at)
  }
}

type Chance = ReturnType<typeof createChance>

function choose(count: number, chance: Chance, one: (chance: Chance) => number) {
  const viewers = new Uint32Array(count)
  const targets = new Uint32Array(count)
  for (let at = 0; at < count; at++) {
    viewers[at] = one(chance)
    do targets[at] = one(chance)
    while (targets[at] === viewers[at])
  }
  return { viewers, targets }
}

/** Chooses a number of ties between 1 and the most there are, evenly in its logarithm, then one of those whose ties are nearest above it. */
function logUniform(degrees: Uint32Array): (chance: Chance) => number {
  const most = degrees.reduce((highest, degree) => Math.max(highest, degree), 0)
  const firstOf = new Uint32Array(most + 2)
  for (const degree of degrees) firstOf[degree + 1] = (firstOf[degree + 1] as number) + 1
  for (let degree = 0; degree <= most; degree++) firstOf[degree + 1] = (firstOf[degree + 1] as number) + (firstOf[degree] as number)
  const next = firstOf.slice()
  const byDegree = new Uint32Array(degrees.length)
  for (let member = 0; member < degrees.length; member++) {
    const degree = degrees[member] as number
    const at = next[degree] as number
    byDegree[at] = member
    next[degree] = at + 1
  }
  return (chance) => {
    let degree = Math.min(most, Math.floor(exactExp(chance.share() * exactLog(most + 1))))
    while ((firstOf[degree + 1] as number) === (firstOf[degree] as number)) degree++
    const first = firstOf[degree] as number
    return byDegree[first + chance.below((firstOf[degree + 1] as number) - first)] as number
  }
}

/** Walks from members who have ties; each step of all walks reads the file once, so that only the rows stood on are held. */
function walk(made: Made, degrees: Uint32Array, chance: Chance, count: number) {
  const viewers = new Uint32Array(count)
  for (let at = 0; at < count; at++) {
    do viewers[at] = chance.below(made.members)
    while (degrees[viewers[at] as number] === 0)
  }
  const targets = viewers.slice()
  const lengths = viewers.map(() => 2 + chance.below(3))
  for (let step = 0; step < 4; step++) {
    const rows = rowsOf(made, degrees, targets)
    for (let at = 0; at < count; at++) {
      const row = rows.get(targets[at] as number)
      const to = row ? (row[chance.below(row.length)] as number) : 0
      const isBack = to === viewers[at] && step + 1 === lengths[at]
      if (row && step < (lengths[at] as number)) targets[at] = isBack ? (row[0] === to ? (row.at(-1) as number) : (row[0] as number)) : to
    }
  }
  // A walk may end where it began, when somebody has one tie only: any other member stands in.
  for (let at = 0; at < count; at++) if (targets[at] === viewers[at]) targets[at] = ((viewers[at] as number) + 1) % made.members
  return { viewers, targets }
}

function rowsOf(made: Made, degrees: Uint32Array, members: Uint32Array): Map<number, Uint32Array> {
  const rows = new Map<number, Uint32Array>()
  const filled = new Map<number, number>()
  const wanted = new Uint8Array(made.members)
  for (const member of members) {
    wanted[member] = 1
    rows.set(member, new Uint32Array(degrees[member] as number))
    filled.set(member, 0)
  }
  const put = (member: number, other: number) => {
    const at = filled.get(member) ?? 0
    const row = rows.get(member)
    if (row) row[at] = other
    filled.set(member, at + 1)
  }
  const starts = made.words('starts')
  let low = 0
  eachHigh(made, (high, at) => {
    while ((starts[low + 1] as number) <= at) low++
    if (wanted[low] === 1) put(low, high)
    if (wanted[high] === 1) put(high, low)
  })
  return rows
}
