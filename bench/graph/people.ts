// Who there is in the made network: how many ties each member wants, and the groups each belongs to. Numbers only, nobody has a name.
import { type Chance, createChance, exactExp, exactLog } from './exact.ts'

/** One layer of life: the group of each member in it, and the share of the member's ties that are made there. */
export interface Layer {
  readonly name: string
  readonly share: number
  /** Ties wanted here beyond this part of the group's others go to the next layer; 1 would make cliques. */
  readonly density: number
  readonly groupCount: number
  groupOf(): Uint32Array
}

const SIGMA = 1.2
/** Of the log-normal law, before hubs are added and doubles are lost: gives 40.7 ties a member at 5 million. */
const WANTED_MEAN = 43.1
const HUB_SHARE = 0.0008
const HUB_MINIMUM = 1_200
const HUB_ALPHA = 1.25
const HUB_MAXIMUM = 30_000

/** Ties wanted by each member: log-normal, and for one in 1,250 Pareto, at most 30,000 or a sixteenth of all members. */
export function wantedTies(members: number, seed: number): Uint32Array {
  const chance = createChance(seed, 'ties')
  const wanted = new Uint32Array(members)
  const shift = exactLog(WANTED_MEAN) - (SIGMA * SIGMA) / 2
  const most = Math.max(4, Math.min(HUB_MAXIMUM, members / 16))
  for (let member = 0; member < members; member++) {
    const isHub = chance.share() < HUB_SHARE
    const minimum = Math.min(HUB_MINIMUM, most / 4)
    const ties = isHub ? minimum * exactExp(-exactLog(chance.share()) / HUB_ALPHA) : exactExp(shift + SIGMA * chance.normal())
    wanted[member] = Math.max(1, Math.floor(Math.min(ties, most) + chance.share()))
  }
  return wanted
}

/** The layers in the order in which ties are made; what one cannot hold the next takes over, and the last holds everything. */
export function layersOf(members: number, seed: number): readonly Layer[] {
  const employers = Math.max(2, Math.ceil(members / 15))
  const schools = Math.max(2, Math.ceil(members / 3_000))
  const cities = Math.max(2, Math.ceil(members / 2_500))
  const teams = teamsOf(members, employers, 25, seed, 'team')
  const former = teamsOf(members, employers, 60, seed, 'former')
  return [
    { name: 'team', share: 0.25, density: 0.5, ...teams },
    { name: 'former', share: 0.15, density: 0.4, ...former },
    { name: 'school', share: 0.15, density: 0.3, ...product(members, schools, 40, seed, 'school') },
    { name: 'city', share: 0.25, density: 0.3, ...product(members, cities, 24, seed, 'city') },
    { name: 'world', share: 0.2, density: 1, groupCount: 1, groupOf: () => new Uint32Array(members) },
  ]
}

/** Members choose an employer by Zipf's law and sit in one of its teams of about `size`. */
function teamsOf(members: number, employers: number, size: number, seed: number, name: string) {
  const employerOf = zipfOf(members, employers, createChance(seed, `${name} employer`))
  const staff = new Uint32Array(employers)
  for (const employer of employerOf) staff[employer] = (staff[employer] as number) + 1
  const firstTeam = new Uint32Array(employers + 1)
  for (let at = 0; at < employers; at++) firstTeam[at + 1] = (firstTeam[at] as number) + Math.ceil((staff[at] as number) / size)
  return {
    groupCount: firstTeam[employers] as number,
    groupOf() {
      const chance = createChance(seed, name)
      return employerOf.map((employer) => {
        const first = firstTeam[employer] as number
        return first + chance.below((firstTeam[employer + 1] as number) - first)
      })
    },
  }
}

/** A place chosen by Zipf's law, times one of so many kinds (a year, an industry). */
function product(members: number, places: number, kinds: number, seed: number, name: string) {
  return {
    groupCount: places * kinds,
    groupOf() {
      const chance = createChance(seed, name)
      return zipfOf(members, places, chance).map((place) => place * kinds + chance.below(kinds))
    },
  }
}

function zipfOf(members: number, bound: number, chance: Chance): Uint32Array {
  const chosen = new Uint32Array(members)
  for (let member = 0; member < members; member++) chosen[member] = chance.zipf(bound)
  return chosen
}

/** Which members have which skill: for each of the skills, commonest first by Zipf's law, its members' numbers ascending; 2 to 9 skills each. */
export function skillsOf(members: number, skills: number, seed: number): { readonly starts: Uint32Array; readonly members: Uint32Array } {
  const draw = (visit: (member: number, skill: number) => void) => {
    const chance = createChance(seed, 'skills')
    const mine = new Uint16Array(16)
    for (let member = 0; member < members; member++) {
      const count = 2 + chance.below(8)
      for (let at = 0; at < count; at++) {
        const skill = chance.zipf(skills)
        mine[at] = skill
        if (mine.indexOf(skill) === at) visit(member, skill)
      }
    }
  }
  const starts = new Uint32Array(skills + 1)
  draw((_, skill) => {
    starts[skill + 1] = (starts[skill + 1] as number) + 1
  })
  for (let skill = 0; skill < skills; skill++) starts[skill + 1] = (starts[skill + 1] as number) + (starts[skill] as number)
  const next = starts.slice()
  const all = new Uint32Array(starts[skills] as number)
  draw((member, skill) => {
    const at = next[skill] as number
    all[at] = member
    next[skill] = at + 1
  })
  return { starts, members: all }
}
