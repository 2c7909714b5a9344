// Those of the churn (churn.test.ts) whose ties to one another never change: three hubs, to whom others come and from whom they go, and twenty people
// who know the three and nobody else. Beyond all other ids.
export function steadyOf(members: number): { readonly hubs: readonly number[]; readonly people: readonly number[]; readonly last: number } {
  const hubs = [1, 2, 3].map((at) => members + at)
  const people = Array.from({ length: 20 }, (_, at) => members + 4 + at)
  return { hubs, people, last: members + 23 }
}
