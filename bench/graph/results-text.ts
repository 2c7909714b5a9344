// The text of bench/results.md between the two marks: an introduction, a section for each size, and how the median grows. New sections take the
// place of those of their own size; whatever nothing new is known of stays as it is.

export const BEGIN = '<!-- graph: written by `npm run bench -- graph-report` -->'
export const END = '<!-- graph: end -->'
/** Smaller networks are made to try the bench: their figures say nothing. */
export const SMALLEST = 1_000

export interface Fresh {
  readonly introduction: string
  /** By number of members, each beginning with `sizeHeading`. */
  readonly sizes: ReadonlyMap<number, string>
  /** Beginning with a heading that `isGrowth` knows; undefined: the one that stands stays. */
  readonly growth: string | undefined
}

export function sizeHeading(members: number): string {
  return `### ${members.toLocaleString('en')} members`
}

const sizeOf = (section: string) => {
  const said = /^### ([\d,]+) members$/mu.exec(section.split('\n', 1)[0] ?? '')?.[1]
  return said === undefined ? undefined : Number(said.replaceAll(',', ''))
}
const isGrowth = (section: string) => /^### How the (?:middle|median) /u.test(section)

/** The whole text with the new sections in it, sizes ascending; at its end where there are no marks. */
export function mergeReport(before: string, { introduction, sizes, growth }: Fresh): string {
  const from = before.indexOf(BEGIN)
  const to = before.indexOf(END, from)
  const isMarked = from >= 0 && to >= 0
  const [, ...standing] = isMarked ? before.slice(from + BEGIN.length, to).split(/^(?=### )/mu) : []
  const all = new Map(sizes)
  let growing = growth
  const others: string[] = []
  for (const section of standing.map((one) => one.trim())) {
    const members = sizeOf(section)
    if (members !== undefined) {
      if (!all.has(members)) all.set(members, section)
    } else if (isGrowth(section)) growing ??= section
    else others.push(section)
  }
  const shown = [...all].filter(([members]) => members >= SMALLEST).sort(([a], [b]) => a - b)
  const parts = [introduction, ...shown.map(([, section]) => section), ...(growing === undefined ? [] : [growing]), ...others]
  const between = `${BEGIN}\n${parts.join('\n\n')}\n${END}`
  return isMarked ? `${before.slice(0, from)}${between}${before.slice(to + END.length)}` : `${before.trimEnd()}\n\n${between}\n`
}
