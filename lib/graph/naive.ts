// The obvious network: maps, and searches written as the contract words them. It is the oracle of the fast one, so it takes no short cut.
import type { Degree, LoadableNetwork, MemberId, Tie, WayIn } from './network.ts'

interface Side {
  readonly own: number
  readonly shared: number
  readonly hidden: boolean
}

/** An empty network that answers slowly and rightly; for tests and for reading. */
export function createNaiveNetwork(): LoadableNetwork {
  const rows = new Map<MemberId, Map<MemberId, Side>>()
  const shown = new Set<MemberId>()

  const row = (id: MemberId) => rows.get(id) ?? new Map<MemberId, Side>()
  const own = (viewer: MemberId) => [...row(viewer).keys()]
  const isVisible = (from: MemberId, to: MemberId) => row(from).get(to)?.hidden === false && shown.has(from) && shown.has(to)
  const visible = (from: MemberId) => own(from).filter((to) => isVisible(from, to))
  const firstStep = (viewer: MemberId, to: MemberId) => Math.max(1, row(viewer).get(to)?.own || row(viewer).get(to)?.shared || 0)
  const laterStep = (from: MemberId, to: MemberId) => Math.max(1, row(from).get(to)?.shared ?? 0)

  /** Everyone within three steps, by breadth-first search. */
  function distances(viewer: MemberId): Map<MemberId, Degree> {
    const found = new Map<MemberId, Degree>([[viewer, 0]])
    let frontier = [viewer]
    for (const degree of [1, 2, 3] as const) {
      const next = new Set(frontier.flatMap((id) => (degree === 1 ? own(id) : visible(id))).filter((id) => !found.has(id)))
      for (const id of next) found.set(id, degree)
      frontier = [...next]
    }
    return found
  }

  function way(viewer: MemberId, connectors: MemberId[], target: MemberId): WayIn {
    const stops = [...connectors, target]
    const steps = stops.map((to, i) => (i === 0 ? firstStep(viewer, to) : laterStep(stops[i - 1] ?? 0, to)))
    return { connectors, steps, score: steps.reduce((product, step) => product * step, 1) / 15 ** steps.length }
  }

  function twoSteps(viewer: MemberId, target: MemberId): WayIn[] {
    if (viewer === target) return []
    const direct = own(viewer).filter((b) => isVisible(b, target))
    return direct.map((b) => way(viewer, [b], target)).sort(byStrength)
  }

  function threeSteps(viewer: MemberId, target: MemberId): WayIn[] {
    if (viewer === target) return []
    const direct = new Set(own(viewer).filter((b) => isVisible(b, target)))
    const three: WayIn[] = []
    for (const b of own(viewer)) {
      if (b === target || direct.has(b)) continue
      for (const c of visible(b)) {
        if (c === viewer || c === target || direct.has(c)) continue
        if (isVisible(c, target)) three.push(way(viewer, [b, c], target))
      }
    }
    return three.sort(byStrength)
  }

  /** The connectors that a walk within the budget passes: none of over a thousand ties, strongest first, then by id. */
  function affordable(viewer: MemberId, budget: number): MemberId[] {
    const ordered = own(viewer).filter((id) => visible(id).length <= 1000)
    ordered.sort((a, b) => firstStep(viewer, b) - firstStep(viewer, a) || a - b)
    let left = budget
    const end = ordered.findIndex((id) => {
      left -= visible(id).length
      return left < 0
    })
    return end < 0 ? ordered : ordered.slice(0, end)
  }

  function known(id: MemberId): Map<MemberId, Side> {
    const found = rows.get(id) ?? new Map<MemberId, Side>()
    rows.set(id, found)
    return found
  }

  const network: LoadableNetwork = {
    get memberCount() {
      return rows.size
    },
    get tieCount() {
      return [...rows.values()].reduce((sum, ties) => sum + ties.size, 0) / 2
    },
    hasTie: (a, b) => row(a).has(b),
    degree: (viewer, target) => distances(viewer).get(target) ?? 'further',
    degrees(viewer, targets) {
      const found = distances(viewer)
      return Array.from(targets, (target) => found.get(target) ?? 'further')
    },
    mutual(viewer, other, limit) {
      const two = twoSteps(viewer, other)
      return { count: two.length, ids: two.slice(0, limit).flatMap((found) => found.connectors) }
    },
    waysIn(viewer, target, limit, { steps } = {}) {
      const two = twoSteps(viewer, target)
      const three = steps === 2 ? [] : threeSteps(viewer, target)
      return { twoStep: two.slice(0, limit), threeStep: three.slice(0, Math.max(0, limit - two.length)), twoStepCount: two.length }
    },
    countSecond: (viewer) => [...distances(viewer).values()].filter((degree) => degree === 2).length,
    countByDegree(viewer) {
      const found = [...distances(viewer).values()]
      const count = (degree: Degree) => found.filter((one) => one === degree).length
      return { first: count(1), second: count(2), third: count(3), exact: { second: true, third: true } }
    },
    nearest(viewer, asked, limit, options = {}) {
      const candidates = 'ids' in asked ? asked.ids : asked
      const found = distances(viewer)
      const rank = (degree: Degree) => (degree === 'further' ? 4 : degree)
      const all = Array.from(candidates, (id) => ({ id, degree: found.get(id) ?? ('further' as const) }))
      const nearest = all.sort((a, b) => rank(a.degree) - rank(b.degree)).slice(0, Math.max(0, limit))
      const most = options.connectors ?? 0
      if (most <= 0) return nearest
      return nearest.map((one) => (one.degree === 2 ? { ...one, connectors: network.mutual(viewer, one.id, most).ids } : one))
    },
    suggestions(viewer, limit, options = {}) {
      const second = [...distances(viewer)].filter(([, degree]) => degree === 2).map(([id]) => id)
      const budget = options.budget ?? Number.POSITIVE_INFINITY
      const partial = network.cost(viewer) > budget
      const walked = new Set(partial ? affordable(viewer, budget) : own(viewer))
      const all = second.flatMap((id) => {
        const two = twoSteps(viewer, id)
        const points = (some: WayIn[]) => some.reduce((sum, { steps }) => sum + (steps[0] ?? 0) * (steps[1] ?? 0), 0)
        const met = points(two.filter(({ connectors }) => walked.has(connectors[0] as MemberId)))
        return met > 0 ? [{ met, suggestion: { id, mutualCount: two.length, score: points(two) / 225 } }] : []
      })
      // Within a budget the walk decides who is considered: those no worse by it than the last who would be listed, at most twice the limit.
      const byWalk = all.toSorted((a, b) => b.met - a.met || a.suggestion.id - b.suggestion.id)
      const least = byWalk[Math.min(limit, all.length) - 1]?.met ?? 0
      const considered = partial ? byWalk.slice(0, limit * 2).filter(({ met }) => met >= least) : all
      const people = considered.map(({ suggestion }) => suggestion)
      people.sort((a, b) => b.score - a.score || b.mutualCount - a.mutualCount || a.id - b.id)
      return { people: people.slice(0, limit), partial }
    },
    connectionCount: (member) => own(member).length,
    visibleCount: (member) => visible(member).length,
    costTowards: (target) => visible(target).reduce((sum, id) => sum + visible(id).length, 0),
    cost: (viewer) => own(viewer).reduce((sum, id) => sum + visible(id).length, 0),
    setTie({ lowId, highId, lowOwn, highOwn, shared, hidden }: Tie) {
      known(lowId).set(highId, { own: lowOwn, shared, hidden })
      known(highId).set(lowId, { own: highOwn, shared, hidden })
    },
    removeTie(a, b) {
      rows.get(a)?.delete(b)
      rows.get(b)?.delete(a)
    },
    setMember(id, flags) {
      known(id)
      if (flags.shown) shown.add(id)
      else shown.delete(id)
    },
    removeMember(id) {
      for (const other of own(id)) network.removeTie(id, other)
      rows.delete(id)
      shown.delete(id)
    },
    load(ties, members) {
      rows.clear()
      shown.clear()
      for (const { id, shown: isShown } of members) network.setMember(id, { shown: isShown })
      for (const tie of ties) network.setTie(tie)
    },
  }
  return network
}

function byStrength(a: WayIn, b: WayIn): number {
  const [a0 = 0, a1 = 0] = a.connectors
  const [b0 = 0, b1 = 0] = b.connectors
  return b.score - a.score || a0 - b0 || a1 - b1
}
