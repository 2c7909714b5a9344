import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { BEGIN, END, mergeReport, sizeHeading } from './results-text.ts'

const section = (members: number, said: string) => `${sizeHeading(members)}\n\n${said}`
const growth = (said: string) => `### How the middle grows from 100,000 to 5,000,000 members (exponent)\n\n${said}`
const text = (...parts: readonly string[]) =>
  `# Figures\n\nAbove.\n\n${BEGIN}\n${parts.join('\n\n')}\n${END}\n## After\n\n${section(10_000, 'of another day')}\n`
const fresh = (sizes: readonly (readonly [number, string])[], growing?: string) => ({
  introduction: 'New words.',
  sizes: new Map(sizes.map(([members, said]) => [members, section(members, said)])),
  growth: growing,
})

describe('The report put into the results', () => {
  const before = text('Old words.', section(100_000, 'old'), section(5_000_000, 'old'), growth('old'))

  it('replaces the sizes that are measured and leaves the others and the growth as they stand', () => {
    expect(mergeReport(before, fresh([[100_000, 'new']]))).toBe(
      text('New words.', section(100_000, 'new'), section(5_000_000, 'old'), growth('old')),
    )
  })

  it('puts another size where it belongs, in ascending order', () => {
    const sizes = [
      [1_000_000, 'new'],
      [10_000, 'new'],
    ] as const
    expect(mergeReport(before, fresh(sizes))).toBe(
      text(
        'New words.',
        section(10_000, 'new'),
        section(100_000, 'old'),
        section(1_000_000, 'new'),
        section(5_000_000, 'old'),
        growth('old'),
      ),
    )
  })

  it('writes the growth when it is known, under either heading', () => {
    const median = '### How the median grows from 100,000 to 5,000,000 members\n\nnew'
    const after = mergeReport(before, fresh([], median))
    expect(after).toBe(text('New words.', section(100_000, 'old'), section(5_000_000, 'old'), median))
    expect(mergeReport(after, fresh([]))).toBe(after)
  })

  it('never shows a size below a thousand', () => {
    const after = mergeReport(text('Old words.', section(500, 'old')), fresh([[999, 'new']]))
    expect(after).toBe(text('New words.'))
  })

  it('keeps a section of another kind', () => {
    expect(mergeReport(text('Old words.', '### By hand\n\nkept'), fresh([[10_000, 'new']]))).toBe(
      text('New words.', section(10_000, 'new'), '### By hand\n\nkept'),
    )
  })

  it('goes to the end of a text without marks', () => {
    expect(mergeReport('# Figures\n', fresh([[10_000, 'new']]))).toBe(
      `# Figures\n\n${BEGIN}\nNew words.\n\n${section(10_000, 'new')}\n${END}\n`,
    )
  })

  it('loses nothing of the figures that stand in the repository', () => {
    const real = readFileSync(new URL('../results.md', import.meta.url), 'utf8')
    const after = mergeReport(real, fresh([[20_000, 'new']]))
    const lines = new Set(after.split('\n'))
    const [, rest = ''] = real.split(BEGIN)
    const figures = rest.split('\n').filter((line) => line.startsWith('|') || line.startsWith('###'))
    expect(figures.length).toBeGreaterThan(100)
    expect(figures.filter((line) => !lines.has(line))).toEqual([])
    expect(after).toContain('### 20,000 members\n\nnew')
  })
})
