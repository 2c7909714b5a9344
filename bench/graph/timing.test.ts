import { describe, expect, it } from 'vitest'
import { compareWithTargets } from './targets.ts'
import { digestOf, figuresOf, setDigest, timeQuestions } from './timing.ts'

describe('the figures', () => {
  it('are the nearest-rank percentiles and the mean of what was measured.', () => {
    const micros = Float64Array.from({ length: 100 }, (_, at) => 100 - at)
    expect(figuresOf(micros)).toEqual({ p50: 51, p95: 96, p99: 100, mean: 50.5, asked: 100 })
  })

  it('leave out what time did not suffice for, but never everything.', () => {
    const timed = timeQuestions({ ask: (at) => at, digest: (answer: number) => answer + 7 }, 1_000, -1)
    expect([...timed.digests]).toEqual([7])
    expect(timed.micros).toHaveLength(1)
  })
})

describe('a checksum', () => {
  it('of a list hangs on the order, of a set it does not.', () => {
    expect(digestOf([1, 2])).not.toBe(digestOf([2, 1]))
    expect(setDigest([1, 2])).toBe(setDigest([2, 1]))
    expect(setDigest([1, 2])).not.toBe(setDigest([3]))
    expect(setDigest([])).not.toBe(setDigest([0]))
  })
})

describe('a target', () => {
  it('is reached when the middle and the tail are within it, and said to be missing when nothing was measured.', () => {
    const verdict = (p50: number, p99: number) =>
      compareWithTargets([{ query: 'degree', set: 'U', p50, p99 }]).queries.find(({ what }) => what === 'degree U')?.verdict
    expect([verdict(12, 60), verdict(12.1, 60), verdict(12, 61)]).toEqual(['reached', 'missed', 'missed'])
    const { queries, singles } = compareWithTargets([])
    expect([...queries, ...singles].every((row) => row.verdict === 'not measured')).toBe(true)
  })

  it('stands with its own unit where it is a single figure.', () => {
    const { singles } = compareWithTargets([{ query: 'snapshot read', ms: 5_001, rss: 1_405_960_192 }])
    expect(singles.filter(({ verdict }) => verdict !== 'not measured')).toEqual([
      { what: 'snapshot read: rss', 'measured / target': '1,405,960,192 / 1,800,000,000 bytes', verdict: 'reached' },
      { what: 'snapshot read: ms', 'measured / target': '5,001 / 5,000 ms', verdict: 'missed' },
    ])
  })
})
